// SPDX-License-Identifier: MIT
#include "structure/rule.h"

#include <QDebug>
#include <QTest>

#include <algorithm>

using namespace tokenry::structure;

/// The rules of README's "The house", held against the project itself.
class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeIsHere();
    void rule_data();
    void rule();
    void sizes();

private:
    const SourceTree m_tree = SourceTree::read(QStringLiteral(TOKENRY_SOURCES));
};

// Without this an empty tree would keep every rule.
void TestStructure::theTreeIsHere()
{
    QVERIFY(m_tree.has(QStringLiteral("CMakeLists.txt")));
    QVERIFY(m_tree.has(QStringLiteral("app/base/secret.h")));
    QVERIFY(m_tree.program().size() > 100);
}

void TestStructure::rule_data()
{
    QTest::addColumn<int>("index");
    const auto rules = allRules();
    for (int i = 0; i < rules.size(); ++i)
        QTest::newRow(rules[i].name) << i;
}

void TestStructure::rule()
{
    QFETCH(int, index);
    const QStringList broken = allRules().at(index).broken(m_tree);
    for (const QString &place : broken)
        qWarning().noquote() << place;
    QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("broken in %1 places").arg(broken.size())));
}

void TestStructure::sizes()
{
    QList<qsizetype> lines;
    for (const SourceFile &file : m_tree.program())
        lines.append(file.lines());
    std::sort(lines.begin(), lines.end());
    qInfo("%lld files of app/ and ui/: median %lld lines, nine in ten up to %lld, the longest %lld",
          static_cast<long long>(lines.size()), static_cast<long long>(lines[lines.size() / 2]),
          static_cast<long long>(lines[lines.size() * 9 / 10]), static_cast<long long>(lines.last()));
    QVERIFY2(lines[lines.size() / 2] <= 100,
             "The house is made of short files: the median is to stay near 60 lines.");
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
