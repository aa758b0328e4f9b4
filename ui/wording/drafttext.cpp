// SPDX-License-Identifier: MIT
#include "wording/drafttext.h"

#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tokenry::drafttext
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(drafttext)
};

} // namespace

QString fault(DraftFault fault)
{
    switch (fault) {
    case DraftFault::DescriptionBlank:
        return Words::tr("Say what the token is for: who uses it, where, and who may be asked about it.");
    case DraftFault::TokenInDescription:
        return Words::tr(
            "This looks like a token, not a description, so nothing of it is kept or sent. Remove "
            "it, and say what the token is for.");
    case DraftFault::ExpiryNotInFuture:
        return Words::tr("This is not in the future. Choose a later date.");
    case DraftFault::NoPermissions:
        return Words::tr("Nothing is permitted. Tick a database, or tick “Create a token without access”.");
    }
    return {};
}

QString tokenAmongNames()
{
    return Words::tr("This looks like a token, not a name, so nothing of it is kept or sent. Remove it.");
}

QString fault(Resource::Fault fault)
{
    switch (fault) {
    case Resource::Fault::Empty:
        return Words::tr("Type the name of a database.");
    case Resource::Fault::TooLong:
        return Words::tr("A database's name has at most %1 characters.").arg(Resource::maximumLength);
    case Resource::Fault::MeansAllDatabases:
        return Words::tr(
            "“*” means every database. Use “Read all databases” or “Write all databases” above.");
    }
    return {};
}

QString unusable(const QString &name)
{
    return name == QLatin1String("*")
               ? Words::tr(
                     "In a token this name would mean every database, so it cannot be permitted on its own.")
               : Words::tr(
                     "A permission's name has at most %1 characters, so it cannot be permitted on its own.")
                     .arg(Resource::maximumLength);
}

QString expiryFault(const ExpiryChoice &choice)
{
    const bool dated = choice.kind == ExpiryChoice::Kind::OnDate;
    if (dated && !choice.date.date().isValid())
        return Words::tr("There is no such date. Type it like 2027-02-23 10:00.");
    // A day and a time, and no moment: the hour that the clocks skip.
    if (dated && !choice.date.isValid())
        return Words::tr("There is no such time on that day: the clocks go forward. Choose another time.");
    return fault(DraftFault::ExpiryNotInFuture);
}

QString expiry(const ExpiryChoice &choice, const QDateTime &now)
{
    if (choice.kind == ExpiryChoice::Kind::Never)
        return Words::tr("Never expires: valid until somebody revokes it.");
    if (choice.kind == ExpiryChoice::Kind::OnDate && !choice.date.isValid())
        return {};
    const QDateTime end = choice.resolve(now).instant().toTimeZone(now.timeZone());
    // The days that were chosen, not those that the calendar counts up to the working morning.
    const bool later =
        choice.kind == ExpiryChoice::Kind::AfterDays && now.date().daysTo(end.date()) != choice.days;
    return Words::tr("%1 (%2)", "point in time, how far ahead")
        .arg(instantText(end),
             later ? Words::tr("%1, to the next working morning", "90 days").arg(daysText(choice.days))
                   : daysAheadText(end, now));
}

QString expiryMeans(const ExpiryChoice &choice)
{
    return choice.kind == ExpiryChoice::Kind::AfterDays
               ? Words::tr("A number of days ends at 10:00 on a working day, and never earlier than chosen.")
               : QString();
}

QString shown(qsizetype shown, qsizetype all)
{
    if (shown != all)
        return Words::tr("%1 of %2 shown").arg(shown).arg(all);
    return all == 1 ? Words::tr("1 database") : Words::tr("%1 databases").arg(all);
}

QString hiddenPermitted(qsizetype count, bool byFilter)
{
    if (!byFilter)
        return count == 1 ? Words::tr("1 permitted row not shown")
                          : Words::tr("%1 permitted rows not shown").arg(count);
    return count == 1 ? Words::tr("1 permitted row hidden by the filter")
                      : Words::tr("%1 permitted rows hidden by the filter").arg(count);
}

namespace
{

QString nameOf(DraftStep step)
{
    switch (step) {
    case DraftStep::Typing:
        return Words::tr("typing in the description");
    case DraftStep::Date:
    case DraftStep::Expiry:
        return Words::tr("the expiry");
    case DraftStep::Read:
        return Words::tr("ticks for reading");
    case DraftStep::Write:
        return Words::tr("ticks for writing");
    case DraftStep::ReadAndWrite:
        return Words::tr("ticks for reading and writing");
    case DraftStep::ReadAll:
        return Words::tr("“Read all databases”");
    case DraftStep::WriteAll:
        return Words::tr("“Write all databases”");
    case DraftStep::OneByOne:
        return Words::tr("naming databases one by one");
    case DraftStep::WithoutAccess:
        return Words::tr("“Create a token without access”");
    case DraftStep::AddName:
        return Words::tr("adding a name");
    case DraftStep::RemoveName:
        return Words::tr("removing a name");
    case DraftStep::Paste:
        return Words::tr("pasting names");
    case DraftStep::Preset:
        return Words::tr("the preset");
    case DraftStep::Suggestion:
        return Words::tr("the suggested description");
    case DraftStep::Clear:
        return Words::tr("clearing the form");
    case DraftStep::Advice:
        return Words::tr("what was advised");
    case DraftStep::WholeDraft:
        return Words::tr("the draft that was put in");
    case DraftStep::Other:
        break;
    }
    return Words::tr("the last change");
}

QString named(ActionSet actions)
{
    if (actions.read && actions.write)
        return Words::tr("read and write");
    return actions.write ? Words::tr("write") : Words::tr("read");
}

} // namespace

QString undo(DraftStep step)
{
    return Words::tr("Undo: %1 (Ctrl+Z)").arg(nameOf(step));
}

QString redo(DraftStep step)
{
    return Words::tr("Redo: %1 (Ctrl+Shift+Z)").arg(nameOf(step));
}

QString presetName(Preset preset)
{
    switch (preset) {
    case Preset::TelegrafWriter:
        return Words::tr("Telegraf writer");
    case Preset::GrafanaReader:
        return Words::tr("Grafana reader");
    case Preset::Application:
        break;
    }
    return Words::tr("Application");
}

QString presetsMean()
{
    return Words::tr(
        "Telegraf writer: write. Grafana reader: read. Application: read and write.\n"
        "Gives these permissions, and no others, to the selected rows – or, where fewer than two "
        "are selected, to all that is permitted; what permits others on every database is turned off. Names "
        "pasted without a permission get the same.");
}

QString presetDid(Preset preset, qsizetype count, bool selected, const std::vector<Action> &off)
{
    const QString actions = named(actionsOf(preset));
    QString did;
    if (count == 0)
        did = Words::tr("Pasted names get %1.").arg(actions);
    else if (count == 1)
        did = Words::tr("1 permitted row and pasted names get %1.").arg(actions);
    else
        did = (selected ? Words::tr("%2 selected rows and pasted names get %1.")
                        : Words::tr("%2 permitted rows and pasted names get %1."))
                  .arg(actions)
                  .arg(count);
    for (const Action action : off)
        did += u' ' + (action == Action::Write ? Words::tr("“Write all databases” is off.")
                                               : Words::tr("“Read all databases” is off."));
    return did;
}

QString suggestionMeans(const QString &suggestion)
{
    return suggestion.isEmpty() ? Words::tr("Permit something first: the description is made from it.")
                                : Words::tr("Describes the token as “%1”.").arg(visibleText(suggestion));
}

QString showAllMeans()
{
    return Words::tr("Every database of the cluster, and names that were added.");
}

QString showPermittedMeans()
{
    return Words::tr("Only what the token could read or write. A row that is unticked stays until this is "
                     "chosen again.");
}

QString showProblemsMeans()
{
    return Words::tr("Names that are not on this cluster, and databases that cannot be permitted.");
}

QString tickedVisible(Action action, bool on, qsizetype count)
{
    const QString databases = shown(count, count);
    if (action == Action::Write)
        return (on ? Words::tr("Write ticked on %1") : Words::tr("Write unticked on %1")).arg(databases);
    return (on ? Words::tr("Read ticked on %1") : Words::tr("Read unticked on %1")).arg(databases);
}

QString keptNames(Action action, qsizetype count)
{
    if (count == 0)
        return {};
    if (action == Action::Write) {
        return count == 1 ? Words::tr("1 name ticked for writing is kept, but not sent.")
                          : Words::tr("%1 names ticked for writing are kept, but not sent.").arg(count);
    }
    return count == 1 ? Words::tr("1 name ticked for reading is kept, but not sent.")
                      : Words::tr("%1 names ticked for reading are kept, but not sent.").arg(count);
}

QString wildcardMeans(Action action)
{
    return action == Action::Write
               ? Words::tr(
                     "Whoever has the token can write to every database of this cluster, and to those that "
                     "will be made later.")
               : Words::tr(
                     "Whoever has the token can read every database of this cluster, and those that will be "
                     "made later.");
}

QString cannotBeNamed()
{
    return Words::tr("cannot be named in a token");
}

QString notOnCluster()
{
    return Words::tr("not on this cluster");
}

QString notOnClusterMeans()
{
    return Words::tr(
        "No database of this name is on the cluster. The permission takes effect once there is one.");
}

QString nameThemMeans()
{
    return Words::tr("Ticks every database of today singly, so that later ones are not included.");
}

QString wholeClusterMeans()
{
    return Words::tr("Every database of the cluster, future ones too.");
}

QString clearMeans()
{
    return Words::tr("Empties the whole form. Undo brings it back.");
}

QString openMeans()
{
    return Words::tr("Reviews a request that someone saved as a .tokenry.json file. Dropping the file onto "
                     "the window does the same.");
}

QString saveMeans()
{
    return Words::tr("Into a file without any secret, so that someone else can review the request.");
}

QString reviewMeans()
{
    return Words::tr("Look at the permissions and the request before the token is created (Ctrl+Enter).");
}

QString unseenCharacters(const QString &visible)
{
    return Words::tr("This holds characters that cannot be seen: %1").arg(visible);
}

QString addNameMeans()
{
    return Words::tr("For a database that is not listed, for example because it will be made later.");
}

QString filterMeans()
{
    return Words::tr(
        "Several terms narrow further. bill* is a pattern for the whole name, -test leaves names out, "
        "\"quotes\" keep blanks. Ctrl+F or / comes here.");
}

QString gridKeys()
{
    return Words::tr("On the selected rows: R read · W write · B both · Space the tick under the cursor · "
                     "Shift+click ticks a range");
}

QString cellState(Action action, bool ticked, bool inherited)
{
    if (inherited) {
        return action == Action::Write ? Words::tr("Permitted through “Write all databases”")
                                       : Words::tr("Permitted through “Read all databases”");
    }
    return ticked ? Words::tr("Permitted") : Words::tr("Not permitted");
}

QString loading()
{
    return Words::tr("Reading the databases of this cluster…");
}

QString empty()
{
    return Words::tr("This cluster has no databases yet. You can name one that will be made later.");
}

QString notRead()
{
    return Words::tr("The databases of this cluster have not been read. You can still name one.");
}

QString noMatch(const QString &filter)
{
    return Words::tr("No database matches “%1”.").arg(visibleText(filter));
}

QString noPermitted(const QString &filter)
{
    return filter.isEmpty() ? Words::tr("Nothing is permitted yet.")
                            : Words::tr("Nothing that is permitted matches “%1”.").arg(visibleText(filter));
}

QString noProblems(const QString &filter)
{
    return filter.isEmpty() ? Words::tr("No problems: every name is on this cluster and can be permitted.")
                            : Words::tr("Nothing with a problem matches “%1”.").arg(visibleText(filter));
}

QString noProblemsKnown()
{
    return Words::tr(
        "No problems are known. The databases of this cluster have not been read: a name may not be "
        "on it.");
}

} // namespace tokenry::drafttext
