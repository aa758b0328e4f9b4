// SPDX-License-Identifier: MIT
#include "wording/requesttext.h"

#include "wire/fingerprint.h"
#include "wording/profiletext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace tokenry::requesttext
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(requesttext)
};

QString quotedNames(const QStringList &names)
{
    constexpr qsizetype shown = 3;
    QStringList quoted;
    for (const QString &name : names.mid(0, shown))
        quoted += Words::tr("“%1”").arg(visibleText(name, 64));
    if (names.size() > shown)
        quoted += Words::tr("%L1 more").arg(names.size() - shown);
    return quoted.join(QLatin1String(", "));
}

QStringList differences(const RequestFindings &findings)
{
    QStringList found;
    if (findings.edited)
        found += Words::tr("The request in the file was changed after the export: its fingerprint no longer "
                           "matches.");
    if (findings.renewed)
        found += Words::tr("The expiry was renewed here; an approval of the file does not cover it.");
    if (findings.missing.size() == 1)
        found += Words::tr("%1 is not on the cluster now.").arg(quotedNames(findings.missing));
    else if (!findings.missing.isEmpty())
        found += Words::tr("%1 are not on the cluster now.").arg(quotedNames(findings.missing));
    if (findings.expired)
        found += Words::tr("The expiry has passed: a token would be expired at once.");
    if (findings.aged)
        found += Words::tr("A fifth of its lifetime or more has passed since the export.");
    if (findings.fromFuture)
        found +=
            Words::tr("The file says it was exported in the future, so how old it is cannot be told: ask "
                      "who sent it.");
    if (!findings.listKnown)
        found += Words::tr("Whether all databases are on the cluster is not known: the list was not read.");
    return found;
}

/// What is most to be looked at, in a few words.
QString headline(const RequestFindings &findings, const QString &file)
{
    const bool missing = !findings.missing.isEmpty();
    if (!findings.isAsExported())
        return Words::tr("From %1: not as it was exported.").arg(file);
    if (missing && findings.expired)
        return Words::tr("From %1: unchanged since export, but expired and with missing databases.")
            .arg(file);
    if (findings.expired)
        return Words::tr("From %1: unchanged since export, but expired.").arg(file);
    if (missing && findings.missing.size() == 1)
        return Words::tr("From %1: unchanged since export, but with a missing database.").arg(file);
    if (missing)
        return Words::tr("From %1: unchanged since export, but with missing databases.").arg(file);
    if (!findings.listKnown)
        return Words::tr("From %1: unchanged since export, but not compared with the cluster.").arg(file);
    if (findings.fromFuture)
        return Words::tr("From %1: unchanged since export, but dated in the future.").arg(file);
    if (findings.aged)
        return Words::tr("From %1: unchanged since export, but that was some time ago.").arg(file);
    return Words::tr("From %1: unchanged since export.").arg(file);
}

QString clusterName(const RequestFile::Cluster &cluster)
{
    const QString name = visibleText(cluster.name, 60);
    return cluster.product == Product::Clustered
               ? Words::tr("“%1”, InfluxDB Clustered at %2").arg(name, cluster.managementOrigin)
               : Words::tr("“%1”, cluster %2 of account %3").arg(name, cluster.clusterId, cluster.accountId);
}

} // namespace

QString title(const QString &sha256)
{
    return Words::tr("short fingerprint %1").arg(shortFingerprint(sha256));
}

QString sumMeans()
{
    return Words::tr(
        "The SHA-256 of the request's bytes, as the JSON tab shows and copies them: description, expiry and "
        "permissions; the cluster is checked by its ID or host. An approval quotes it in full. The short "
        "fingerprint is only its beginning: it shows accidents, not forgery.");
}

QString approval(Approval approval)
{
    switch (approval) {
    case Approval::None:
        return Words::tr("Paste what the approver quoted, and it is compared here.");
    case Approval::Matches:
        return Words::tr("Matches: exactly this request was approved.");
    case Approval::Differs:
        return Words::tr("Does not match: another request was approved, not this one.");
    case Approval::OnlyShort:
        return Words::tr("This is the short fingerprint, which can be imitated. Ask for all 64 digits.");
    case Approval::NotASum:
        return Words::tr("This is no SHA-256: it has 64 digits, 0–9 and a–f.");
    case Approval::Several:
        return Words::tr("This holds several SHA-256 sums that differ. Paste the approver's only.");
    }
    return {};
}

QString approvalInShort(Approval approval)
{
    switch (approval) {
    case Approval::None:
        return {};
    case Approval::Matches:
        return Words::tr("✓ as approved");
    case Approval::Differs:
        return Words::tr("✗ not what was approved");
    case Approval::OnlyShort:
    case Approval::NotASum:
    case Approval::Several:
        break;
    }
    return Words::tr("approval not compared");
}

ErrorText origin(const QString &fileName, const RequestFindings &findings, const QDateTime &exportedAt,
                 const QDateTime &now)
{
    const QString file = visibleText(fileName, 80);
    const QStringList found = differences(findings);
    const QString when =
        Words::tr("Exported %1 (%2).").arg(instantText(exportedAt), daysAheadText(exportedAt, now));
    return {headline(findings, file), found.isEmpty() ? when : found.join(u' ') + u' ' + when, {}, {}};
}

QString expired()
{
    return Words::tr(
        "The expiry has passed, so nothing can be created: renew it above, or edit it as a draft.");
}

ErrorText textFor(const DraftError &error, const QString &profileName)
{
    QStringList details{Words::tr("File: %1").arg(visibleText(error.file, 1000))};
    if (error.fault && error.fault->line > 0)
        details << Words::tr("Line %1, column %2").arg(error.fault->line).arg(error.fault->column);
    const QString technical = error.fault ? error.fault->technical : error.technical;
    if (!technical.isEmpty())
        details << visibleText(technical, 1000);
    const QString name = visibleText(profileName, 60);
    if (error.kind == DraftError::Kind::NotWritable)
        return {Words::tr("The draft of “%1” could not be kept on the disk.").arg(name),
                Words::tr("It lives on in this window, until that is closed."),
                Words::tr("Check the space on the disk and the folder's permissions; it is tried again with "
                          "the next change."),
                details.join(u'\n')};
    const bool newer = error.fault && error.fault->kind == DocumentFault::Kind::NewerVersion;
    const QString headline =
        newer ? Words::tr("The draft of “%1” was kept by a newer Tokenry, which this one cannot read.")
                    .arg(name)
              : Words::tr("The draft of “%1” could not be brought back.").arg(name);
    if (error.setAsideAs.isEmpty())
        return {headline, Words::tr("Its file stays where it is, and the new draft is not kept."),
                Words::tr("Move the file away, then start again."), details.join(u'\n')};
    details << Words::tr("Set aside as: %1").arg(visibleText(error.setAsideAs, 1000));
    return {headline, Words::tr("Its file was set aside, and a new draft begins."), {}, details.join(u'\n')};
}

ErrorText otherCluster(const RequestFile::Cluster &wanted, const Profile *current, const Profile *right)
{
    const QString theirs = clusterName(wanted);
    if (!current)
        return {Words::tr("This request is for %1.").arg(theirs),
                Words::tr("There is no profile for that cluster here yet."),
                Words::tr("Add one; what the file says of the cluster is filled in."),
                {}};
    return {Words::tr("This request is for another cluster, and was not opened."),
            Words::tr("It is for %1. The profile here is %2.")
                .arg(theirs, clusterName(RequestFile::Cluster::of(*current))),
            right
                ? QString()
                : Words::tr(
                      "No profile is for that cluster yet. Add one; what the file says of it is filled in."),
            {}};
}

ErrorText profileThere(const QString &fileName, const QString &profileName)
{
    return {Words::tr("“%1” is the cluster that %2 is for.")
                .arg(visibleText(profileName, 60), visibleText(fileName, 80)),
            Words::tr("The request can be reviewed now."),
            {},
            {}};
}

ErrorText filledIn(const QString &fileName)
{
    return {
        Words::tr("The cluster was filled in from %1.").arg(visibleText(fileName, 80)),
        Words::tr("A file says what its sender wrote: make sure that it is your cluster before you give it a "
                  "management token."),
        {},
        {}};
}

ErrorText waitsForList(const QString &fileName)
{
    return {Words::tr("%1 opens when the databases have been read.").arg(visibleText(fileName, 80)),
            Words::tr("It is compared with what is on the cluster now."),
            {},
            {}};
}

ErrorText dropOneFile()
{
    return {Words::tr("Drop one request file at a time."), Words::tr("Nothing was opened."), {}, {}};
}

ErrorText saved(const QString &path, const QString &sha256)
{
    return {
        Words::tr("Saved request as %1, short fingerprint %2.")
            .arg(visibleText(path, 200), shortFingerprint(sha256)),
        Words::tr("Whoever opens it in Tokenry sees the same Review. There is no secret in it; only you can "
                  "read the file until you give it to others."),
        {},
        Words::tr("SHA-256: %1").arg(sha256)};
}

QString replaceQuestion(const QString &path)
{
    return Words::tr("Replace %1?").arg(visibleText(QFileInfo(path).fileName(), 120));
}

QString replaceMeans()
{
    return Words::tr("There is a file with this name. What is in it would be gone.");
}

QString fileEnding()
{
    return QStringLiteral(".tokenry.json");
}

QString fileFilter()
{
    return Words::tr("Token requests (*%1)").arg(fileEnding());
}

QString proposedFileName(const QString &description)
{
    constexpr qsizetype longest = 60;
    QString name;
    for (const QChar unit : description.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = (unit >= u'a' && unit <= u'z') || (unit >= u'0' && unit <= u'9') || unit == u'_';
        if (plain)
            name += unit;
        else if (!unit.isMark() && !name.endsWith(u'-') && !name.isEmpty())
            name += u'-';
    }
    name = name.left(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("request") : name) + fileEnding();
}

} // namespace tokenry::requesttext
