// SPDX-License-Identifier: MIT
#include "wording/whoelsetext.h"

#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokenry::whoelsetext
{

namespace
{

constexpr qsizetype mostTokens = 12;
constexpr qsizetype longestDescription = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(whoelsetext)
};

QString described(const Access &access, Access::Index index)
{
    const QString &description = access.tokens()[static_cast<size_t>(index)].description;
    return description.trimmed().isEmpty() ? Words::tr("(no description)")
                                           : visibleText(description, longestDescription);
}

/// Those that name the database first: they are the ones that mean it.
QString listed(const Access &access, const QString &heading, const Access::Holders &holders)
{
    QStringList lines{heading};
    for (const Access::Index index : holders.named) {
        if (lines.size() <= mostTokens)
            lines += QStringLiteral("  ") + described(access, index);
    }
    for (const Access::Index index : holders.throughAll) {
        if (lines.size() <= mostTokens)
            lines +=
                QStringLiteral("  ") + Words::tr("%1 (through *)", "a token").arg(described(access, index));
    }
    if (const qsizetype rest = holders.count() - mostTokens; rest > 0)
        lines += QStringLiteral("  ") + Words::tr("and %1 more").arg(rest);
    return lines.join(u'\n');
}

} // namespace

QString count(Action action, qsizetype tokens)
{
    if (tokens == 0)
        return {};
    return (action == Action::Read ? Words::tr("%1 read", "so many tokens")
                                   : Words::tr("%1 write", "so many tokens"))
        .arg(tokens);
}

QString counts(qsizetype readers, qsizetype writers)
{
    const QString read = count(Action::Read, readers);
    const QString write = count(Action::Write, writers);
    if (read.isEmpty() && write.isEmpty())
        return Words::tr("nobody yet");
    return read.isEmpty() || write.isEmpty() ? read + write
                                             : Words::tr("%1, %2", "9 read, 2 write").arg(read, write);
}

QString names(const Access &access, const QString &database)
{
    QStringList parts;
    const Access::Holders writers = access.holders(Action::Write, database);
    if (writers.count() > 0)
        parts += listed(access,
                        writers.count() == 1 ? Words::tr("1 active token writes:")
                                             : Words::tr("%1 active tokens write:").arg(writers.count()),
                        writers);
    const Access::Holders readers = access.holders(Action::Read, database);
    if (readers.count() > 0)
        parts += listed(access,
                        readers.count() == 1 ? Words::tr("1 active token reads:")
                                             : Words::tr("%1 active tokens read:").arg(readers.count()),
                        readers);
    return parts.isEmpty() ? Words::tr("No active token reads or writes it yet.") : parts.join(u'\n');
}

QString means(bool known)
{
    return known ? Words::tr("How many active tokens read and write the database, by its name or through *.")
                 : Words::tr(
                       "Who else has access is not known: the tokens of this cluster have not been read, or "
                       "this management token may not list them.");
}

QString didYouMean(const QString &listed)
{
    return Words::tr("%1?", "did you mean this database?").arg(visibleText(listed));
}

QString useIt()
{
    return Words::tr("Use it");
}

QString useItMeans(const QString &missing, const QString &listed)
{
    return Words::tr("Permits on %1 what is ticked on %2, and takes %2 out of the form.")
        .arg(visibleText(listed), visibleText(missing));
}

} // namespace tokenry::whoelsetext
