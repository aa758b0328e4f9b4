// SPDX-License-Identifier: MIT
#include "structure/rule.h"
#include "structure/testfunctions.h"

namespace tokenry::structure
{

namespace
{

constexpr const char *faultTable = "tests/journeys/faults.md";

/// What a row names, as `folder/tst_name::function` or `folder/tst_name::function "row"`.
struct NamedTest
{
    QString file;
    QString function;
    QString row;
};

QList<NamedTest> testsIn(const QString &cell)
{
    static const QRegularExpression pattern(QStringLiteral("`([\\w/]+/tst_\\w+)::(\\w+)(?: \"([^`]+)\")?`"));
    QList<NamedTest> found;
    for (auto each = pattern.globalMatch(cell); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        found.append(
            {QStringLiteral("tests/%1.cpp").arg(match.captured(1)), match.captured(2), match.captured(3)});
    }
    return found;
}

QString faultOf(const NamedTest &test, const SourceTree &tree)
{
    if (!tree.has(test.file))
        return QStringLiteral("no ") + test.file;
    const QString text = tree.text(test.file);
    if (!testFunctionsIn(SourceFile(test.file, text).code()).inSlots.contains(test.function))
        return QStringLiteral("no %1 among the slots of %2").arg(test.function, test.file);
    if (!test.row.isEmpty() && !text.contains(u'"' + test.row + u'"'))
        return QStringLiteral("no row %1 in %2").arg(test.row, test.file);
    return {};
}

QStringList faultsTested(const SourceTree &tree)
{
    constexpr int columns = 4;
    const QString faults = QString::fromLatin1(faultTable);
    QStringList broken;
    const QStringList lines = tree.text(faults).split(u'\n');
    int rows = 0;
    for (int i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        if (!line.startsWith(u'|') || line.startsWith(u"|---") || line.startsWith(u"| what happens"))
            continue;
        ++rows;
        const QString place = QStringLiteral("%1:%2: ").arg(faults).arg(i + 1);
        const QStringList cells = line.split(u'|').mid(1);
        if (cells.size() != columns + 1) {
            broken.append(place + QStringLiteral("not %1 columns").arg(columns));
            continue;
        }
        const QList<NamedTest> tests = testsIn(cells[columns - 1]);
        if (tests.isEmpty())
            broken.append(place + QStringLiteral("names no test"));
        for (const NamedTest &test : tests) {
            if (const QString fault = faultOf(test, tree); !fault.isEmpty())
                broken.append(place + fault);
        }
    }
    if (tree.has(faults) && rows == 0)
        broken.append(faults + QStringLiteral(": no table"));
    return broken;
}

} // namespace

QList<Rule> documentRules()
{
    return {{"every fault has its test", faultsTested}};
}

} // namespace tokenry::structure
