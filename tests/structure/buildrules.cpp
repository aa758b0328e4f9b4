// SPDX-License-Identifier: MIT
#include "structure/house.h"
#include "structure/rule.h"
#include "structure/testfunctions.h"

namespace tokenry::structure
{

namespace
{

QString withoutHashComments(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral("#[^\\n]*"));
    return QString(text).remove(comment);
}

// A CMakeLists.txt that takes whatever lies there, in its folder or in those below.
bool globs(const QString &cmake, const SourceFile &file, const QString &folder)
{
    if (cmake.contains(QLatin1String("file(GLOB_RECURSE")))
        return true;
    return cmake.contains(QLatin1String("file(GLOB ")) && file.folder() == folder;
}

bool namesWord(const QString &text, const QString &word)
{
    const QRegularExpression whole(
        QStringLiteral("(?<![\\w./-])%1(?![\\w.-])").arg(QRegularExpression::escape(word)));
    return text.contains(whole);
}

// Some CMakeLists.txt between the file and the project's own must name the file, by its path from there.
bool isBuilt(const SourceTree &tree, const SourceFile &file)
{
    for (QString folder = file.folder(); !folder.isEmpty();
         folder = folder.contains(u'/') ? folder.section(u'/', 0, -2) : QString()) {
        const QString cmake = withoutHashComments(tree.text(folder + QStringLiteral("/CMakeLists.txt")));
        if (globs(cmake, file, folder) || namesWord(cmake, file.path().mid(folder.size() + 1)))
            return true;
    }
    return false;
}

QStringList sourcesBuilt(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        const bool test = file.name().startsWith(u"tst_");
        if (file.isCode() && !test && !(file.isTest() && file.isHeader()) && !isBuilt(tree, file))
            broken.append(file.path() + QStringLiteral(": in no CMakeLists.txt"));
    }
    return broken;
}

// tokenry_test(tst_name …), or tokenry_test(tst_${test} …) in a loop over names.
bool isRun(const QString &cmake, const QString &test)
{
    if (!cmake.contains(QLatin1String("tokenry_test(")))
        return false;
    return namesWord(cmake, test) ||
           (cmake.contains(QLatin1String("tokenry_test(tst_${")) && namesWord(cmake, test.mid(4)));
}

QStringList testsRun(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        if (!file.isTest() || !file.name().startsWith(u"tst_") || !file.path().endsWith(u".cpp"))
            continue;
        const QString cmake =
            withoutHashComments(tree.text(file.folder() + QStringLiteral("/CMakeLists.txt")));
        if (!isRun(cmake, file.name().chopped(4)))
            broken.append(file.path() + QStringLiteral(": a test that never runs"));
        else if (!file.code().contains(QRegularExpression(
                     QStringLiteral("\\bQ(COMPARE|VERIFY|TRY_|FAIL|TEST\\s*\\(|BENCHMARK)"))))
            broken.append(file.path() + QStringLiteral(": a test that cannot fail"));
    }
    return broken;
}

// One that stands outside the slots is a test that never runs.
QStringList testsCalled(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        if (!file.isTest() || !file.isCode() || !file.name().startsWith(u"tst_"))
            continue;
        for (const QString &name : testFunctionsIn(file.code()).others) {
            const QRegularExpression called(QStringLiteral("(?<!\\bvoid )(?<!::)\\b%1\\b").arg(name));
            if (!file.code().contains(called))
                broken.append(QStringLiteral("%1: nobody calls %2").arg(file.path(), name));
        }
    }
    return broken;
}

QStringList foldersBuilt(const SourceTree &tree)
{
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        const QString parent = file.folder().section(u'/', 0, -2);
        if (file.name() != QLatin1String("CMakeLists.txt") || parent.isEmpty())
            continue;
        const QString cmake = withoutHashComments(tree.text(parent + QStringLiteral("/CMakeLists.txt")));
        const bool all = cmake.contains(QLatin1String("*/CMakeLists.txt"));
        if (!all && !namesWord(cmake, file.folder().section(u'/', -1)))
            broken.append(file.path() +
                          QStringLiteral(": %1/CMakeLists.txt does not add this folder").arg(parent));
    }
    return broken;
}

// An include out of reach would not link either.
QStringList links(const SourceTree &tree)
{
    static const QRegularExpression library(QStringLiteral("\\btokenry_(\\w+)\\b"));
    QStringList broken;
    for (const SourceFile &file : tree.files()) {
        const QString room = SourceFile(file.folder() + QStringLiteral("/any.cpp"), QString()).room();
        if (file.name() != QLatin1String("CMakeLists.txt") || !rooms().contains(room))
            continue;
        const QString cmake = withoutHashComments(file.text());
        for (auto each = library.globalMatch(cmake); each.hasNext();) {
            const QString target = each.next().captured(1);
            if (rooms().contains(target) && !reach(room).contains(target))
                broken.append(file.path() + QStringLiteral(": links tokenry_") + target);
        }
    }
    return broken;
}

QStringList strictBuild(const SourceTree &tree)
{
    const QString cmake = withoutHashComments(tree.text(QStringLiteral("CMakeLists.txt")));
    QStringList broken;
    for (const char *flag :
         {"-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wold-style-cast",
          "QT_NO_CAST_FROM_ASCII", "QT_NO_CAST_TO_ASCII", "QT_NO_CAST_FROM_BYTEARRAY",
          "QT_NO_URL_CAST_FROM_STRING", "QT_NO_KEYWORDS", "QT_DISABLE_DEPRECATED_BEFORE"}) {
        if (!cmake.contains(QLatin1String(flag)))
            broken.append(QStringLiteral("CMakeLists.txt: without ") + QLatin1String(flag));
    }
    for (const SourceFile &file : tree.files()) {
        if (file.isCode() &&
            file.code().contains(QRegularExpression(QStringLiteral("#\\s*pragma\\s+(GCC|clang)"))))
            broken.append(file.path() + QStringLiteral(": hides a warning"));
    }
    return broken;
}

} // namespace

QList<Rule> buildRules()
{
    return {
        {"every source is built", sourcesBuilt},
        {"every test runs", testsRun},
        {"every test is called", testsCalled},
        {"every folder is built", foldersBuilt},
        {"a room links only what its arrows reach", links},
        {"the compiler is strict", strictBuild},
    };
}

} // namespace tokenry::structure
