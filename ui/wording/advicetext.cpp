// SPDX-License-Identifier: MIT
#include "wording/advicetext.h"

#include "wording/visibletext.h"
#include "wording/whoelsetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokenry::advicetext
{

namespace
{

using Kind = Advice::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(advicetext)
};

QString missing(const Advice &advice)
{
    const QString first = visibleText(advice.names.value(0));
    if (advice.count == 1) {
        const bool meant = advice.remedies.front().kind == Remedy::Kind::UseName;
        return meant ? Words::tr("%1 is not on this cluster. Did you mean %2?")
                           .arg(first, visibleText(advice.remedies.front().to))
                     : Words::tr("%1 is not on this cluster.").arg(first);
    }
    const QString second = visibleText(advice.names.value(1));
    if (advice.count == 2)
        return Words::tr("2 names are not on this cluster: %1 and %2.").arg(first, second);
    return Words::tr("%1 names are not on this cluster: %2, %3 and %4 more.")
        .arg(QString::number(advice.count), first, second, QString::number(advice.count - 2));
}

QString everyDatabase(const Advice &advice)
{
    const QString text =
        advice.action == Action::Write
            ? Words::tr("All %1 databases are ticked singly for writing; future ones are not included.")
            : Words::tr("All %1 databases are ticked singly for reading; future ones are not included.");
    return text.arg(advice.count);
}

QString redundant(const Advice &advice)
{
    if (advice.action == Action::Write) {
        return advice.count == 1
                   ? Words::tr("“Write all databases” makes the name ticked for writing redundant.")
                   : Words::tr("“Write all databases” makes the %1 names ticked for writing redundant.")
                         .arg(advice.count);
    }
    return advice.count == 1
               ? Words::tr("“Read all databases” makes the name ticked for reading redundant.")
               : Words::tr("“Read all databases” makes the %1 names ticked for reading redundant.")
                     .arg(advice.count);
}

QString writeWithoutRead(const Advice &advice)
{
    if (advice.count == 0)
        return Words::tr("Every database can be written, but only some can be read.");
    return advice.count == 1 ? Words::tr("1 database can be written but not read.")
                             : Words::tr("%1 databases can be written but not read.").arg(advice.count);
}

QString sentence(const Advice &advice)
{
    switch (advice.kind) {
    case Kind::WriteAll:
        return Words::tr("It can write to every database of this cluster.");
    case Kind::ReadAll:
        return Words::tr("It can read every database of this cluster.");
    case Kind::NeverExpires:
        return Words::tr("It never expires.");
    case Kind::LongerThanAYear:
        return Words::tr("It is valid for longer than a year.");
    case Kind::NotOnCluster:
        return missing(advice);
    case Kind::SameDescription:
        return advice.count == 1 ? Words::tr("An active token has the same description.")
                                 : Words::tr("%1 active tokens have the same description.").arg(advice.count);
    case Kind::EveryDatabase:
        return everyDatabase(advice);
    case Kind::RedundantNames:
        return redundant(advice);
    case Kind::WriteWithoutRead:
        return writeWithoutRead(advice);
    case Kind::SamePermissions:
        return advice.count == 1 ? Words::tr("An active token has the same permissions.")
                                 : Words::tr("%1 active tokens have the same permissions.").arg(advice.count);
    }
    return {};
}

QString nameOnButton(const QString &name)
{
    return onButton(visibleText(name, 28));
}

} // namespace

QString word(Advice::Weight weight)
{
    switch (weight) {
    case Advice::Weight::Danger:
        return Words::tr("Danger");
    case Advice::Weight::Caution:
        return Words::tr("Caution");
    case Advice::Weight::Note:
        break;
    }
    return Words::tr("Note");
}

QString headline(const Advice &advice)
{
    return Words::tr("%1: %2", "how much it weighs, and what it is")
        .arg(word(weightOf(advice.kind)), sentence(advice));
}

QString meaning(const Advice &advice)
{
    switch (advice.kind) {
    case Kind::WriteAll:
        return Words::tr("Whoever has it can add to and overwrite any data, also in databases made later.");
    case Kind::ReadAll:
        return Words::tr("Whoever has it sees all data, also in databases made later.");
    case Kind::NeverExpires:
        return Words::tr("If it leaks, it opens the door until somebody notices and revokes it.");
    case Kind::LongerThanAYear:
        return Words::tr("The longer it lives, the more places it lies in that nobody remembers.");
    case Kind::NotOnCluster:
        return Words::tr("Such a permission takes effect once somebody makes a database of that name.");
    case Kind::SameDescription:
        return Words::tr("Nobody will be able to tell them apart when one has to be revoked.");
    case Kind::EveryDatabase:
        return Words::tr("That is the safer way, unless the token is meant for whatever is made later.");
    case Kind::RedundantNames:
        return Words::tr("They are kept in the form and not sent.");
    case Kind::WriteWithoutRead:
        return Words::tr("To write does not include to read. That is right for programs that only write.");
    case Kind::SamePermissions:
        return Words::tr("Perhaps it is there already, or the old one can be revoked afterwards.");
    }
    return {};
}

QString more(const std::vector<Advice> &others)
{
    if (others.empty())
        return {};
    const auto count = static_cast<qsizetype>(others.size());
    const bool notes = std::ranges::all_of(
        others, [](const Advice &each) { return weightOf(each.kind) == Advice::Weight::Note; });
    if (notes)
        return count == 1 ? Words::tr("1 more note in Review")
                          : Words::tr("%1 more notes in Review").arg(count);
    return count == 1 ? Words::tr("1 more caution in Review")
                      : Words::tr("%1 more cautions and notes in Review").arg(count);
}

QString remedy(const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::NameOneByOne:
        return Words::tr("Name them one by one instead…");
    case Remedy::Kind::ExpireInDays:
        return remedy.days == 365 ? Words::tr("Shorten to a year")
                                  : Words::tr("Expire in %1 days").arg(remedy.days);
    case Remedy::Kind::UseName:
        return Words::tr("Use %1", "a database").arg(nameOnButton(remedy.to));
    case Remedy::Kind::RemoveMissing:
        return remedy.count == 1 ? Words::tr("Remove it") : Words::tr("Remove them");
    case Remedy::Kind::Describe:
        return Words::tr("Add a suffix");
    case Remedy::Kind::AllDatabases:
        return Words::tr("Use Read all databases");
    case Remedy::Kind::UntickNamed:
        return Words::tr("Untick the named ones");
    case Remedy::Kind::AddRead:
        return Words::tr("Add read");
    }
    return {};
}

QString remedyFromReview(const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::NameOneByOne:
        return Words::tr("Back and name them one by one");
    case Remedy::Kind::ExpireInDays:
        return remedy.days == 365 ? Words::tr("Back and shorten to a year")
                                  : Words::tr("Back and expire in %1 days").arg(remedy.days);
    case Remedy::Kind::UseName:
        return Words::tr("Back and use %1", "a database").arg(nameOnButton(remedy.to));
    case Remedy::Kind::RemoveMissing:
        return remedy.count == 1 ? Words::tr("Back and remove it") : Words::tr("Back and remove them");
    case Remedy::Kind::Describe:
        return Words::tr("Back and add a suffix");
    case Remedy::Kind::AllDatabases:
        return Words::tr("Back and use Read all databases");
    case Remedy::Kind::UntickNamed:
        return Words::tr("Back and untick the named ones");
    case Remedy::Kind::AddRead:
        return Words::tr("Back and add read");
    }
    return {};
}

QString remedyMeans(const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::UseName:
        return whoelsetext::useItMeans(remedy.from, remedy.to);
    case Remedy::Kind::RemoveMissing:
        return Words::tr(
            "Takes the names that are not on the cluster out of the form. Undo brings them back.");
    case Remedy::Kind::Describe:
        return Words::tr("The description becomes: %1").arg(visibleText(remedy.to));
    case Remedy::Kind::NameOneByOne:
        return Words::tr("Ticks every database of today singly, so that later ones are not included.");
    case Remedy::Kind::AllDatabases:
        return Words::tr("One permission on every database instead of many, later ones included.");
    case Remedy::Kind::AddRead:
        return Words::tr("Ticks Read wherever Write is ticked.");
    case Remedy::Kind::ExpireInDays:
    case Remedy::Kind::UntickNamed:
        break;
    }
    return {};
}

QString showTokens(const Advice &advice)
{
    return advice.count == 1 ? Words::tr("Show it") : Words::tr("Show them");
}

QString tokensTitle(const Advice &advice)
{
    return advice.kind == Kind::SameDescription ? Words::tr("Active tokens with the same description")
                                                : Words::tr("Active tokens with the same permissions");
}

} // namespace tokenry::advicetext
