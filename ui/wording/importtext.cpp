// SPDX-License-Identifier: MIT
#include "wording/importtext.h"

#include "render/shellquote.h"
#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tokenry
{

namespace
{

using Weight = ImportNote::Weight;
using TokenOutcome = ProfileImport::TokenOutcome;

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ImportText)
};

QString placeOf(const StorageError &error)
{
    return ImportText::tr("line %1, column %2").arg(error.line).arg(error.column);
}

QString faultText(const StorageError &fault)
{
    const QString key = visibleText(fault.key, 60);
    if (fault.kind == StorageError::Kind::MissingKey)
        return ImportText::tr("Cannot be imported: “%1” is missing in the profile that begins in line %2.")
            .arg(key)
            .arg(fault.line);
    return ImportText::tr("Cannot be imported: %1, “%2”: %3.")
        .arg(placeOf(fault), key, visibleText(fault.technical, 200));
}

void noteAddress(std::vector<ImportNote> &notes, const ImportCandidate &candidate)
{
    const PrivateAuthority &authority = candidate.profile.address.authority;
    if (candidate.leavesOutIds())
        notes.push_back({Weight::Warning,
                         ImportText::tr("account_id and cluster_id are left out: InfluxDB Clustered has both "
                                        "in the path or none, and one is missing or is not an ID.")});
    else if (candidate.source.product == Product::Clustered && !candidate.profile.address.accountId.isEmpty())
        notes.push_back({Weight::Info, ImportText::tr("Its account_id and cluster_id go into the path, as "
                                                      "placeholder IDs.")});
    if (candidate.source.tls.insecure)
        notes.push_back({Weight::Warning, ImportText::tr("tls.insecure is not honoured: Tokenry always "
                                                         "verifies the server's certificate.")});
    if (candidate.source.tls.disable)
        notes.push_back({Weight::Warning, ImportText::tr("tls.disable is not honoured: Tokenry connects "
                                                         "over https only.")});
    if (!candidate.source.tls.certificate.isEmpty() || !candidate.source.tls.key.isEmpty())
        notes.push_back(
            {Weight::Warning, ImportText::tr("tls.cert and tls.key are left out: Tokenry does not "
                                             "show a certificate of its own to servers.")});
    if (authority.isMissing())
        notes.push_back({Weight::Warning,
                         ImportText::tr("The CA file %1 cannot be used (%2). Nothing is sent until it can.")
                             .arg(visibleText(authority.file, 200), visibleText(authority.fault, 200))});
    else if (!authority.file.isEmpty())
        notes.push_back({Weight::Info, ImportText::tr("Trusts the authority in %1, beside the system's.")
                                           .arg(visibleText(authority.file, 200))});
}

void noteTokens(std::vector<ImportNote> &notes, const ImportCandidate &candidate)
{
    const InfluxctlProfile &source = candidate.source;
    if (candidate.hasToken())
        notes.push_back(
            {Weight::Info, ImportText::tr("Has a management token, in plain text in config.toml. Tokenry "
                                          "would send it to %1 and nowhere else.")
                               .arg(visibleText(candidate.profile.address.managementHost(), 100))});
    else if (candidate.hadDatabaseToken)
        notes.push_back(
            {Weight::Warning,
             ImportText::tr("Its mgmt_token is a database token (apiv1_…), which cannot make other "
                            "tokens: it is left out. Once imported, Tokenry shows what to ask an "
                            "administrator for.")});
    else
        notes.push_back({Weight::Info, ImportText::tr("Has no management token. Once imported, Tokenry shows "
                                                      "what to ask an administrator for.")});
    if (source.signsIn && !candidate.hasToken())
        notes.push_back({Weight::Info, ImportText::tr("Its sign-in (auth.oauth2) stays with influxctl.")});
    if (!source.tokenFile.isEmpty())
        notes.push_back(
            {Weight::Info, ImportText::tr("Its administrator's token file stays with influxctl.")});
}

QString tokenText(TokenOutcome outcome)
{
    switch (outcome) {
    case TokenOutcome::None:
        return ImportText::tr("It needs a management token: open the profile to see what to ask for.");
    case TokenOutcome::LeftThere:
        return ImportText::tr("Its management token was left in config.toml only.");
    case TokenOutcome::Stored:
        return ImportText::tr("Its management token is in the keychain, read back and compared.");
    case TokenOutcome::Same:
        return ImportText::tr("The keychain has its management token already.");
    case TokenOutcome::OtherKept:
        return ImportText::tr("The keychain has another management token for it, which was kept: edit the "
                              "profile and paste the one in config.toml, if that is the right one.");
    case TokenOutcome::Abandoned:
        return ImportText::tr("The keychain was not waited for. Its management token is still in "
                              "config.toml: edit the profile and paste it, or import again.");
    case TokenOutcome::Failed:
        break;
    }
    return {};
}

/// The management tokens in influxctl's file, by whether the keychain has them now.
struct TokensLeft
{
    std::vector<int> lines;
    /// Each stands on a line of its own.
    bool removable = true;
    /// Quoted names of the profiles whose tokens are nowhere else.
    QStringList needed;
};

TokensLeft tokensLeft(const ProfileImport &import)
{
    TokensLeft left;
    for (std::size_t index = 0; index < import.candidates().size(); ++index) {
        const ImportCandidate &candidate = import.candidates()[index];
        // What was not imported is still needed where it is.
        const bool kept =
            std::ranges::any_of(import.state().outcomes, [&](const ProfileImport::Outcome &outcome) {
                return outcome.candidate == index && !outcome.problem &&
                       (outcome.token == TokenOutcome::Stored || outcome.token == TokenOutcome::Same);
            });
        const int line = candidate.source.managementTokenLine;
        if (kept) {
            left.removable = left.removable && line > 0;
            left.lines.push_back(line);
        } else if (candidate.hasToken()) {
            left.needed += ImportText::tr("“%1”").arg(visibleText(candidate.source.name.trimmed(), 60));
        }
    }
    return left;
}

QString removalRemedy(const TokensLeft &left)
{
    if (left.needed.isEmpty())
        return left.removable
                   ? ImportText::tr("The command in the details removes them. influxctl then asks you to "
                                    "sign in again for these profiles.")
                   : ImportText::tr(
                         "Remove them with an editor. influxctl then asks you to sign in again for "
                         "these profiles.");
    const QString needed = left.needed.join(QLatin1String(", "));
    return (left.removable
                ? ImportText::tr("The command in the details removes them, except what the keychain does not "
                                 "have: that of %1. influxctl then asks you to sign in again for the others.")
                : ImportText::tr("Remove them with an editor, except what the keychain does not have: that "
                                 "of %1. influxctl then asks you to sign in again for the others."))
        .arg(needed);
}

} // namespace

QString clusterLine(const ImportCandidate &candidate)
{
    const ClusterAddress &address = candidate.profile.address;
    if (!candidate.isUsable())
        return {};
    if (address.product == Product::Clustered)
        return ImportText::tr("%1 at %2", "a product and its host")
            .arg(productName(address.product), visibleText(address.managementHost(), 100));
    const QString cluster =
        ImportText::tr("%1 · account %2 · cluster %3")
            .arg(productName(address.product), shortId(address.accountId), shortId(address.clusterId));
    // The usual host is the cluster's ID once more.
    const QString host = address.clusterHost();
    return host.startsWith(address.clusterId) ? cluster
                                              : cluster + QStringLiteral(" · ") + visibleText(host, 100);
}

std::vector<ImportNote> notesOf(const ImportCandidate &candidate)
{
    if (candidate.source.fault)
        return {{Weight::Danger, faultText(*candidate.source.fault)}};
    if (candidate.fault)
        return {{Weight::Danger, ImportText::tr("Cannot be imported: the host “%1” is no server's name.")
                                     .arg(visibleText(candidate.source.host, 100))}};
    std::vector<ImportNote> notes;
    if (candidate.existing) {
        const QString name = visibleText(candidate.existing->name, 60);
        notes.push_back(
            {Weight::Info,
             candidate.isImportable()
                 ? ImportText::tr("Already here as “%1”; only its token can be taken over.").arg(name)
                 : ImportText::tr("Already here as “%1”.").arg(name)});
        return notes;
    }
    if (!candidate.sameAs.isEmpty())
        notes.push_back(
            {Weight::Info,
             ImportText::tr("The same cluster as “%1” above.").arg(visibleText(candidate.sameAs, 60))});
    if (candidate.wasRenamed())
        notes.push_back({Weight::Info, ImportText::tr("Will be called “%1”: there is a profile of its name.")
                                           .arg(visibleText(candidate.profile.name, 60))});
    // Said beforehand: less care is taken there than with production.
    if (candidate.profile.environment != Environment::Production)
        notes.push_back(
            {Weight::Info, ImportText::tr("Environment: %1, from its name. Edit profile… changes it.")
                               .arg(environmentName(candidate.profile.environment))});
    noteAddress(notes, candidate);
    noteTokens(notes, candidate);
    if (const QString unknown = unknownKeysText(candidate.source.unknownKeys); !unknown.isEmpty())
        notes.push_back({Weight::Info, unknown});
    return notes;
}

std::vector<ImportNote> resultOf(const ImportCandidate &candidate, const ProfileImport::Outcome &outcome)
{
    std::vector<ImportNote> notes;
    if (outcome.problem) {
        const ErrorText text = textFor(*outcome.problem);
        notes.push_back(
            {Weight::Danger, ImportText::tr("Not imported. %1 %2").arg(text.headline, text.details)});
    } else if (!candidate.existing) {
        notes.push_back({Weight::Success, ImportText::tr("Imported as “%1”, environment %2.")
                                              .arg(visibleText(candidate.profile.name, 60),
                                                   environmentName(candidate.profile.environment))});
    }
    if (outcome.tokenProblem) {
        const ErrorText why = textFor(*outcome.tokenProblem, KeychainSituation::BeforeCreating);
        notes.push_back(
            {Weight::Danger, ImportText::tr("Its management token was not stored. %1 It is still "
                                            "in config.toml, so nothing is lost: edit the profile "
                                            "and paste it, or import again.")
                                 .arg(why.headline)});
    } else if (!outcome.problem || outcome.token != TokenOutcome::None) {
        const bool stored = outcome.token == TokenOutcome::Stored || outcome.token == TokenOutcome::Same;
        const bool odd = leftUndone(outcome.token);
        notes.push_back({stored ? Weight::Success
                         : odd  ? Weight::Warning
                                : Weight::Info,
                         tokenText(outcome.token)});
    }
    return notes;
}

bool leftUndone(TokenOutcome outcome)
{
    return outcome == TokenOutcome::OtherKept || outcome == TokenOutcome::Abandoned ||
           outcome == TokenOutcome::Failed;
}

QString importAction(std::size_t chosen)
{
    return chosen == 0   ? ImportText::tr("Import")
           : chosen == 1 ? ImportText::tr("Import 1 profile")
                         : ImportText::tr("Import %1 profiles").arg(chosen);
}

QString foundAction(std::size_t found)
{
    return found == 0   ? ImportText::tr("Import from influxctl…")
           : found == 1 ? ImportText::tr("Import 1 influxctl profile found…")
                        : ImportText::tr("Import %1 influxctl profiles found…").arg(found);
}

QString foundMeans(std::optional<std::size_t> found)
{
    if (!found)
        return ImportText::tr("Its configuration was not found where influxctl keeps it. If it is elsewhere, "
                              "choose the file.");
    return *found > 0
               ? ImportText::tr("Its profiles can be taken over as they are, and their management tokens go "
                                "into this computer's keychain if you like. influxctl's own file is not "
                                "changed.")
               : ImportText::tr("Its configuration is there, but no profile can be taken over from it as it "
                                "is. Look at it here to see why, and what to do.");
}

QString unknownKeysText(const QStringList &keys)
{
    return keys.isEmpty() ? QString()
                          : ImportText::tr("Left out, because unknown: %1.")
                                .arg(visibleText(keys.join(QLatin1String(", ")), 200));
}

ErrorText nothingToImport(const QStringList &places)
{
    QStringList files;
    for (const QString &place : places)
        files << visibleText(place, 500);
    return {ImportText::tr("No influxctl configuration was found."),
            files.size() < 2
                ? ImportText::tr("There is no file %1.").arg(files.value(0))
                : ImportText::tr("There is neither %1.", "files")
                      .arg(files.join(ImportText::tr(" nor ", "between files that are not there"))),
            ImportText::tr("If influxctl is used with --config, choose that file."),
            {}};
}

ErrorText noProfilesIn(const QString &file, const QStringList &unknownKeys)
{
    const QString where = visibleText(file, 500);
    return {ImportText::tr("There is no profile in this file."),
            unknownKeys.isEmpty() ? ImportText::tr("%1 has no [[profile]] section.").arg(where)
                                  : ImportText::tr("%1 has no [[profile]] section. What it has instead: %2.")
                                        .arg(where, visibleText(unknownKeys.join(QLatin1String(", ")), 200)),
            ImportText::tr("Choose another file, or enter the cluster's IDs by hand."),
            {}};
}

ErrorText unreadableImport(const StorageError &error, const QString &looked)
{
    const QString file = visibleText(error.file, 500);
    const bool notYours = error.kind == StorageError::Kind::NotYours;
    if (notYours || error.kind == StorageError::Kind::WritableByOthers)
        return {error.file == looked ? ImportText::tr("Other people can change %1.").arg(file)
                                     : ImportText::tr("Other people can change the folder %1.").arg(file),
                ImportText::tr("They could have written the address that a management token is sent to (%1). "
                               "Nothing was taken over.")
                    .arg(visibleText(error.technical, 200)),
                notYours ? ImportText::tr("It belongs to somebody else, so its permissions are not yours to "
                                          "change. Copy config.toml into a folder of your own, look at what "
                                          "is in it, and choose that file.")
                         : ImportText::tr("Take the right to write from them with the command in the "
                                          "details, look at what is in config.toml, and look again."),
                notYours ? QString() : writeProtectCommand(error.file)};
    if (error.line > 0)
        return {ImportText::tr("influxctl's configuration is broken in %1.").arg(placeOf(error)),
                ImportText::tr("In %1 – %2.").arg(file, visibleText(error.technical, 500)),
                ImportText::tr("Nothing was taken over. Correct the line in an editor and look again."),
                {}};
    return {ImportText::tr("influxctl's configuration could not be read."),
            ImportText::tr("%1: %2.").arg(file, visibleText(error.technical, 500)),
            ImportText::tr("Nothing was taken over. Check that the file belongs to you, and look again."),
            {}};
}

ErrorText importReadableByOthers(const QString &file, bool hasTokens)
{
    return {ImportText::tr("Other people on this computer can read this file."),
            hasTokens ? ImportText::tr("The management tokens in it allow everything on their accounts.")
                      : ImportText::tr("There is no management token in it now."),
            hasTokens
                ? ImportText::tr("Make it yours only with the command in the details; if others may have "
                                 "read it, have its tokens revoked and new ones made.")
                : ImportText::tr("Make it yours only with the command in the details, before one is."),
            QLatin1String("chmod 600 ") + shellQuoted(file)};
}

ErrorText importDone(const ProfileImport &import)
{
    const std::size_t saved = import.saved().size();
    const TokensLeft left = tokensLeft(import);
    ErrorText text;
    text.headline = saved == 0   ? ImportText::tr("No profile was made.")
                    : saved == 1 ? ImportText::tr("1 profile was imported.")
                                 : ImportText::tr("%1 profiles were imported.").arg(saved);
    const auto failed =
        std::ranges::count_if(import.state().outcomes, [](const ProfileImport::Outcome &outcome) {
            return outcome.tokenProblem.has_value();
        });
    if (failed > 0)
        text.headline +=
            u' ' + (failed == 1 ? ImportText::tr("1 management token was not stored.")
                                : ImportText::tr("%1 management tokens were not stored.").arg(failed));
    if (left.lines.empty())
        return text;
    text.meaning = ImportText::tr("Tokenry never changes influxctl's file: the mgmt_token lines are still in "
                                  "it, in plain text.");
    text.remedy = removalRemedy(left);
    if (left.removable)
        text.details = removalCommand(import.state().file, left.lines);
    return text;
}

QString removalCommand(const QString &file, const std::vector<int> &lines)
{
    QStringList steps;
    for (const int line : lines)
        steps += QStringLiteral("%1{/^[[:space:]]*mgmt_token[[:space:]]*=/d}").arg(line);
    return steps.isEmpty() ? QString()
                           : QStringLiteral("sed -i --follow-symlinks '%1' -- %2")
                                 .arg(steps.join(u';'), shellQuoted(file));
}

} // namespace tokenry
