// SPDX-License-Identifier: MIT
#include "structure/search.h"

namespace tokenry::structure
{

namespace
{

QStringList search(const QList<SourceFile> &files, const QString &pattern,
                   const std::function<bool(const SourceFile &)> &concerns)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    Q_ASSERT_X(expression.isValid(), "search", qPrintable(expression.errorString()));
    QStringList found;
    for (const SourceFile &file : files) {
        if (!concerns || concerns(file))
            found += file.matches(expression, file.code());
    }
    return found;
}

} // namespace

QStringList inProgram(const SourceTree &tree, const QString &pattern,
                      const std::function<bool(const SourceFile &)> &concerns)
{
    return search(tree.program(), pattern, concerns);
}

QStringList inTests(const SourceTree &tree, const QString &pattern,
                    const std::function<bool(const SourceFile &)> &concerns)
{
    QList<SourceFile> tests;
    for (const SourceFile &file : tree.files()) {
        if (file.isTest() && file.isCode())
            tests.append(file);
    }
    return search(tests, pattern, concerns);
}

} // namespace tokenry::structure
