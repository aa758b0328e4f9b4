// SPDX-License-Identifier: MIT
#include "structure/house.h"
#include "structure/rule.h"

namespace tokenry::structure
{

namespace
{

struct Include
{
    QString where;
    QString header;
    bool quoted;
};

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"),
                                            QRegularExpression::MultilineOption);
    QList<Include> found;
    for (auto each = pattern.globalMatch(file.uncommented()); each.hasNext();) {
        const auto match = each.next();
        const auto line = QStringView(file.text()).left(match.capturedStart(1)).count(u'\n') + 1;
        found.append({QStringLiteral("%1:%2: %3").arg(file.path()).arg(line).arg(match.captured(2)),
                      match.captured(2), match.captured(1) == QLatin1String("\"")});
    }
    return found;
}

template <class Verdict>
QStringList judged(const SourceTree &tree, bool quoted, Verdict verdict)
{
    QStringList broken;
    const auto files = tree.program();
    for (const SourceFile &file : files) {
        const auto includes = includesOf(file);
        for (const Include &include : includes) {
            const QString why = include.quoted == quoted ? verdict(file, include.header) : QString();
            if (!why.isEmpty())
                broken.append(include.where + QStringLiteral(" – ") + why);
        }
    }
    return broken;
}

bool isMocOutput(const QString &header)
{
    return !header.contains(u'/') && (header.endsWith(u".moc") || header.startsWith(u"moc_"));
}

QStringList rooted(const SourceTree &tree)
{
    return judged(tree, true, [&](const SourceFile &, const QString &header) {
        const bool known =
            tree.has(QStringLiteral("app/") + header) || tree.has(QStringLiteral("ui/") + header);
        return known || isMocOutput(header) ? QString()
                                            : QStringLiteral("not the path of a file, rooted at its room");
    });
}

QStringList arrows(const SourceTree &tree)
{
    return judged(tree, true, [](const SourceFile &file, const QString &header) {
        const QString target = header.contains(u'/') ? header.section(u'/', 0, 0) : QStringLiteral("main");
        const bool allowed = isMocOutput(header) || reach(file.room()).contains(target);
        return allowed ? QString() : QStringLiteral("out of reach from %1").arg(file.room());
    });
}

QStringList qtModulesOfRooms(const SourceTree &tree)
{
    return judged(tree, false, [](const SourceFile &file, const QString &header) {
        const QString module = qtModuleOf(header);
        if (module.isEmpty() && header.startsWith(u"Qt") && header.contains(u'/'))
            return QStringLiteral("unknown Qt module");
        if (module.isEmpty() || qtModules(file.room()).contains(module))
            return QString();
        return QStringLiteral("%1 is not for %2").arg(module, file.room());
    });
}

QStringList classHeaders(const SourceTree &tree)
{
    return judged(tree, false, [](const SourceFile &, const QString &header) {
        static const QRegularExpression module(QStringLiteral("^Qt[A-Z]\\w*/"));
        return header.contains(module) ? QStringLiteral("name the class only, not its module") : QString();
    });
}

QStringList librariesOfRooms(const SourceTree &tree)
{
    return judged(tree, false, [](const SourceFile &file, const QString &header) {
        const QStringList only = roomsFor(header);
        const bool allowed = only.isEmpty() || only.contains(file.room());
        return allowed ? QString() : QStringLiteral("only for %1").arg(only.join(u' '));
    });
}

QStringList roomsKnown(const SourceTree &tree)
{
    QStringList broken;
    const auto files = tree.program();
    for (const SourceFile &file : files) {
        if (!rooms().contains(file.room()))
            broken.append(file.path() + QStringLiteral(": in no room of the house"));
    }
    return broken;
}

} // namespace

QList<Rule> includeRules()
{
    return {
        {"every file is in a room", roomsKnown},
        {"includes are rooted at the room", rooted},
        {"a room includes only what its arrows reach", arrows},
        {"a room uses only its Qt modules", qtModulesOfRooms},
        {"Qt includes name the class only", classHeaders},
        {"a library belongs to its room", librariesOfRooms},
    };
}

} // namespace tokenry::structure
