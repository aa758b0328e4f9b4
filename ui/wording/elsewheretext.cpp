// SPDX-License-Identifier: MIT
#include "wording/elsewheretext.h"

#include "wording/permissiontext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTimeZone>

namespace tokenry
{

namespace
{

struct ElsewhereText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ElsewhereText)
};

constexpr int shortDescription = 80;

QString named(const LedgerEntry &entry)
{
    return visibleText(entry.description, shortDescription);
}

QString begun(const LedgerEntry &entry)
{
    return secondText(entry.begunAt().toTimeZone(QTimeZone::systemTimeZone()));
}

QString danger(const LedgerEntry &entry)
{
    if (entry.stage == LedgerEntry::Stage::Sending)
        return ElsewhereText::tr("A token may be there that nobody has the secret of.");
    if (entry.stage == LedgerEntry::Stage::Stored)
        return ElsewhereText::tr("The token exists; the server's answer was not what was reviewed.");
    return ElsewhereText::tr("The token exists; whether its secret is in the keychain was not seen.");
}

} // namespace

ErrorText leftElsewhere(const LedgerEntry &entry, const QString &profileName, qsizetype others)
{
    ErrorText text;
    if (profileName.isEmpty()) {
        text.headline = ElsewhereText::tr("Unfinished creation “%1” on a cluster that no profile is for.")
                            .arg(named(entry));
        text.meaning = ElsewhereText::tr("Begun %1 on “%2”.", "a time and a profile")
                           .arg(begun(entry), visibleText(entry.profileName, shortDescription));
        text.remedy = ElsewhereText::tr("Add a profile for it, and Tokenry looks for the token; or look "
                                        "yourself, and say what you found.");
    } else {
        text.headline = ElsewhereText::tr("Unfinished creation “%1” on “%2”.", "a description and a profile")
                            .arg(named(entry), visibleText(profileName, shortDescription));
        text.meaning = ElsewhereText::tr("Begun %1.").arg(begun(entry));
        text.remedy = ElsewhereText::tr("Go there, and Tokenry looks for the token.");
    }
    text.meaning += u' ' + danger(entry);
    if (others > 0)
        text.remedy += u' ' + ElsewhereText::tr("After this: %L1 more.").arg(others);
    return text;
}

ErrorText filledInFor(const LedgerEntry &entry)
{
    return {ElsewhereText::tr("The cluster of the unfinished creation “%1” was filled in.").arg(named(entry)),
            ElsewhereText::tr("It is looked for once the profile is saved."),
            {},
            {}};
}

QString leftWithoutProfile(const std::vector<LedgerEntry> &entries)
{
    const QString first = named(entries.front());
    const QString what =
        entries.size() == 1
            ? ElsewhereText::tr("The creation “%1” is unfinished: a token may be on the cluster that nobody "
                                "has the secret of.")
                  .arg(first)
            : ElsewhereText::tr("%L1 creations are unfinished, the oldest is “%2”: tokens may be on the "
                                "cluster that nobody has the secret of.")
                  .arg(entries.size())
                  .arg(first);
    return what + u' ' +
           ElsewhereText::tr(
               "Without the profile Tokenry cannot look for it; it will be told at every start until you say "
               "what became of it.");
}

QString whatToLookFor(const LedgerEntry &entry, const QStringList &candidates)
{
    QStringList lines{ElsewhereText::tr("Description: %1").arg(visibleText(entry.description, longestShown))};
    if (!candidates.isEmpty())
        lines += candidates;
    else if (!entry.tokenId.isEmpty())
        lines += ElsewhereText::tr("ID %1").arg(visibleText(entry.tokenId, longestShown));
    lines += ElsewhereText::tr("Begun %1").arg(begun(entry));
    lines += summaryText(entry.permissions);
    lines += ElsewhereText::tr("Managed at: %1").arg(visibleText(entry.origin));
    if (!entry.accountId.isEmpty())
        lines += ElsewhereText::tr("Account ID: %1").arg(visibleText(entry.accountId));
    if (!entry.clusterId.isEmpty())
        lines += ElsewhereText::tr("Cluster ID: %1").arg(visibleText(entry.clusterId));
    return lines.join(u'\n');
}

QString meaningOf(Finding finding, bool canBeAbsent)
{
    switch (finding) {
    case Finding::NotThere:
        return canBeAbsent
                   ? ElsewhereText::tr("No such token is on the cluster: nothing is left to do.")
                   : ElsewhereText::tr("It may still appear: ask again five minutes after the click.");
    case Finding::Revoked:
        return ElsewhereText::tr("You revoked it yourself: it no longer works, for anybody.");
    case Finding::Stays:
        break;
    }
    return ElsewhereText::tr(
        "It stays valid, until it expires or is revoked, for whoever has its secret. Right "
        "where somebody uses it.");
}

} // namespace tokenry
