// SPDX-License-Identifier: MIT
#include "wording/pastetext.h"

#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokenry::pastetext
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pastetext)
};

// In a sentence a name must leave room for the rest.
constexpr qsizetype longestInSentence = 40;

QString nearPart(const Outcome &outcome)
{
    const QString first = Words::tr("“%1” → %2?", "as written, as it may be meant")
                              .arg(visibleText(outcome.nearName, longestInSentence),
                                   visibleText(outcome.nearMeant, longestInSentence));
    return outcome.near == 1 ? first : Words::tr("%1 and %2 more like it").arg(first).arg(outcome.near - 1);
}

QString unknownPart(const Outcome &outcome)
{
    const QString name = visibleText(outcome.unknownName, longestInSentence);
    if (!outcome.databasesKnown)
        return outcome.unknown == 1
                   ? Words::tr("whether “%1” is on this cluster is not known: its databases have not been "
                               "read")
                         .arg(name)
                   : Words::tr("whether “%1” and %2 more are on this cluster is not known: its databases "
                               "have not been read")
                         .arg(name)
                         .arg(outcome.unknown - 1);
    return outcome.unknown == 1
               ? Words::tr("“%1” is not on this cluster").arg(name)
               : Words::tr("“%1” and %2 more are not on this cluster").arg(name).arg(outcome.unknown - 1);
}

} // namespace

QString answer(const Outcome &outcome)
{
    QStringList parts;
    if (outcome.matched + outcome.near + outcome.unknown + outcome.unusable == 0)
        return Words::tr("No names yet.");
    if (outcome.databasesKnown || outcome.matched > 0)
        parts += Words::tr("%1 matched").arg(outcome.matched);
    if (outcome.near > 0)
        parts += nearPart(outcome);
    if (outcome.unknown > 0)
        parts += unknownPart(outcome);
    if (outcome.unusable > 0)
        parts += Words::tr("%1 cannot be permitted").arg(outcome.unusable);
    QString text = parts.join(Words::tr("; ", "between parts of a sentence"));
    text[0] = text[0].toUpper();
    if (!text.endsWith(u'?'))
        text += u'.';
    if (outcome.withoutAction > 0)
        text +=
            u' ' + Words::tr("Tick Read or Write: %1 would be permitted nothing.").arg(outcome.withoutAction);
    return text;
}

QString actions(ActionSet actions)
{
    if (actions.read && actions.write)
        return Words::tr("read, write");
    if (actions.write)
        return Words::tr("write");
    return actions.read ? Words::tr("read") : Words::tr("nothing");
}

QString onCluster()
{
    return Words::tr("on this cluster");
}

QString insteadOf(const QString &written)
{
    return Words::tr("instead of “%1”").arg(visibleText(written));
}

QString didYouMean(const QString &near)
{
    return Words::tr("%1?", "a name that may be meant").arg(visibleText(near));
}

QString notListed(bool databasesKnown, bool added)
{
    if (databasesKnown)
        return added ? Words::tr("not on this cluster; added") : Words::tr("not on this cluster");
    return added ? Words::tr("not looked up; added") : Words::tr("not looked up");
}

QString unusable(bool meansAll)
{
    return meansAll ? Words::tr("means every database: see “Read all databases”")
                    : Words::tr("too long for the name of a database");
}

QString empty()
{
    return Words::tr("What is recognised appears here.");
}

QString example()
{
    return Words::tr(
        "Paste the list as it stands in the ticket, one name to a line or with commas between.\n\n"
        "For example:\n"
        "billing\n"
        "billing_events rw\n"
        "crm, crm_raw r\n"
        "Write: telegraf\n\n"
        "Tables and influxctl commands are understood, too.");
}

QString permitButton(qsizetype count)
{
    if (count == 0)
        return Words::tr("Permit");
    return count == 1 ? Words::tr("Permit 1 database") : Words::tr("Permit %1 databases").arg(count);
}

QString permitMeans()
{
    return Words::tr("Adds these ticks to the draft in one step that can be undone. Nothing that is ticked "
                     "already is taken away.");
}

QString defaultsMean()
{
    return Words::tr("For names without a permission of their own in the list. “Start from” sets it, too.");
}

QString addUnlisted(bool databasesKnown)
{
    return databasesKnown ? Words::tr("Add names that are not on this cluster")
                          : Words::tr("Add names without looking them up");
}

QString addUnlistedMeans(bool databasesKnown)
{
    if (!databasesKnown)
        return Words::tr("Those that are not on the cluster are flagged in the grid once its databases have "
                         "been read.");
    return Words::tr(
        "They are flagged in the grid. A permission takes effect once there is a database of that "
        "name.");
}

QString pasteMeans()
{
    return Words::tr("Takes a list of names out of a ticket, with or without r, w or rw. Ctrl+V in the grid "
                     "does the same.");
}

} // namespace tokenry::pastetext
