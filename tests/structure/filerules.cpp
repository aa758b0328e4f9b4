// SPDX-License-Identifier: MIT
#include "structure/rule.h"

namespace tokenry::structure
{

namespace
{

constexpr int longestFile = 400;

QStringList shortFiles(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.program()) {
        if (file.lines() > longestFile)
            broken.append(QStringLiteral("%1: %2 lines").arg(file.path()).arg(file.lines()));
    }
    return broken;
}

bool wantsLicence(const SourceFile &file)
{
    return file.isCode() || file.name() == QLatin1String("CMakeLists.txt") ||
           file.path().endsWith(u".cmake") || file.path().endsWith(u".svg") ||
           file.path().endsWith(u".metainfo.xml") ||
           (file.text().startsWith(u"#!") && !file.path().startsWith(u'.'));
}

QStringList licence(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        if (wantsLicence(file) &&
            !file.text().section(u'\n', 0, 2).contains(QLatin1String("SPDX-License-Identifier: MIT")))
            broken.append(file.path() + QStringLiteral(": no SPDX line"));
    }
    return broken;
}

QStringList headersOnce(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        if (file.isCode() && file.isHeader() && !file.code().contains(QLatin1String("#pragma once")))
            broken.append(file.path() + QStringLiteral(": no #pragma once"));
    }
    return broken;
}

QStringList names(const SourceTree &tree)
{
    static const QRegularExpression lower(QStringLiteral("^[a-z0-9_]+\\.(h|cpp)$"));
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        if (file.isCode() && !file.name().contains(lower))
            broken.append(file.path() + QStringLiteral(": a file is named like its class, in lower case"));
    }
    return broken;
}

QStringList topLevel(const SourceTree &tree)
{
    static const QStringList folders = {QStringLiteral("app"),       QStringLiteral("ui"),
                                        QStringLiteral("resources"), QStringLiteral("translations"),
                                        QStringLiteral("tests"),     QStringLiteral("packaging")};
    static const QStringList files = {QStringLiteral("CMakeLists.txt"), QStringLiteral("CMakePresets.json"),
                                      QStringLiteral("README.md"), QStringLiteral("LICENSE"),
                                      QStringLiteral("CMakeUserPresets.json")};
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        const QString first = file.path().section(u'/', 0, 0);
        const bool allowed =
            first.startsWith(u'.') || (first == file.path() ? files : folders).contains(first);
        if (!allowed && !broken.contains(first))
            broken.append(first);
    }
    return broken;
}

QStringList machinePaths(const SourceTree &tree)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\w.}/-])/(home|root|Users|work|mnt|srv)/[\\w.-]{2,}"));
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        const QString first = file.path().section(u'/', 0, 0);
        if (!first.startsWith(u'.') || file.path().startsWith(u".ci/"))
            broken += file.matches(pattern, file.text());
    }
    return broken;
}

} // namespace

QList<Rule> fileRules()
{
    return {
        {"files are short", shortFiles},
        {"every file has its licence", licence},
        {"headers are included once", headersOnce},
        {"files are in lower case", names},
        {"the top level is tidy", topLevel},
        {"no path of one machine", machinePaths},
    };
}

} // namespace tokenry::structure
