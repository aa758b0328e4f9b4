// SPDX-License-Identifier: MIT
#include "journeys/profileimport.h"

#include <algorithm>

namespace tokenry
{

ProfileImport::ProfileImport(const InfluxctlProfiles &influxctl, ProfileStore &profiles,
                             TrustedOrigins &trusted, Keychain &keychain, std::vector<Profile> known,
                             QObject *parent)
    : QObject(parent), m_influxctl(influxctl), m_profiles(profiles), m_trusted(trusted), m_keychain(keychain),
      m_plainText(keychain), m_known(std::move(known))
{
}

ProfileImport::~ProfileImport() = default;

KeychainItem ProfileImport::tokenItem(const ImportCandidate &candidate) const
{
    const ClusterAddress &address = candidate.profile.address;
    return m_keychain.managementTokenItem(address.tokenAccount(), address.managementHost());
}

void ProfileImport::look()
{
    lookInto(m_influxctl.usualFile(), m_influxctl.usualFiles());
}

void ProfileImport::look(const QString &file)
{
    const QStringList usual = m_influxctl.usualFiles();
    lookInto(file, usual.contains(file) ? usual : QStringList{file});
}

void ProfileImport::lookInto(const QString &file, const QStringList &places)
{
    abandon();
    m_candidates.clear();
    m_state = {.file = file, .places = places};
    if (m_influxctl.exists(file)) {
        auto config = m_influxctl.read(file);
        if (config) {
            m_state.phase = Phase::Choosing;
            m_state.readableByOthers = config->readableByOthers;
            m_state.unknownKeys = config->unknownKeys;
            m_candidates =
                candidatesFrom(std::move(config->profiles), m_known, m_profiles.takenSlugs(),
                               [this](const QString &path) { return m_profiles.readAuthority(path); });
        } else {
            m_state.phase = Phase::Unreadable;
            m_state.problem = std::move(config).error();
        }
    }
    Q_EMIT stateChanged();
}

void ProfileImport::import(const std::vector<std::size_t> &chosen, bool tokens)
{
    if (m_state.phase != Phase::Choosing)
        return;
    m_open.clear();
    for (const std::size_t index : chosen) {
        if (index < m_candidates.size() && m_candidates[index].isImportable())
            m_open.push_back(index);
    }
    m_withTokens = tokens;
    m_state.phase = Phase::Importing;
    m_waiting = std::make_unique<QObject>();
    Q_EMIT stateChanged();
    next();
}

void ProfileImport::next()
{
    if (m_open.empty()) {
        m_waiting.reset();
        m_state.phase = Phase::Done;
        Q_EMIT stateChanged();
        return;
    }
    const std::size_t index = m_open.front();
    const auto goOn = [this](Outcome outcome) {
        finishOne(std::move(outcome));
    };
    if (!m_candidates[index].hasToken())
        goOn({index});
    else if (!m_withTokens)
        goOn({.candidate = index, .token = TokenOutcome::LeftThere});
    else
        keepToken(index, goOn);
}

// Nothing is written over: whatever is there may be the only copy.
void ProfileImport::keepToken(std::size_t index, const std::function<void(Outcome)> &then)
{
    whenDone(m_keychain.contains(tokenItem(m_candidates[index])), m_waiting.get(),
             [this, index, then](const Result<bool, KeychainError> &there) {
                 if (!there)
                     then({index, {}, TokenOutcome::Failed, there.error()});
                 else if (*there)
                     compareToken(index, then);
                 else
                     writeToken(index, then);
             });
}

void ProfileImport::compareToken(std::size_t index, const std::function<void(Outcome)> &then)
{
    whenDone(m_keychain.read(tokenItem(m_candidates[index])), m_waiting.get(),
             [this, index, then](const Result<Secret, KeychainError> &read) {
                 if (!read) {
                     then({index, {}, TokenOutcome::Failed, read.error()});
                     return;
                 }
                 // What was put there with a shell often ends in a newline.
                 const Secret trimmed =
                     read->reveal([](QByteArrayView bytes) { return Secret::copyOf(bytes.trimmed()); });
                 const bool same = trimmed.equals(m_candidates[index].source.managementToken);
                 then({index, {}, same ? TokenOutcome::Same : TokenOutcome::OtherKept});
             });
}

void ProfileImport::writeToken(std::size_t index, const std::function<void(Outcome)> &then)
{
    const ImportCandidate &candidate = m_candidates[index];
    whenDone(m_keychain.write(tokenItem(candidate), candidate.source.managementToken), m_waiting.get(),
             [index, then](const Result<Done, KeychainError> &written) {
                 if (written)
                     then({index, {}, TokenOutcome::Stored});
                 else
                     then({index, {}, TokenOutcome::Failed, written.error()});
             });
}

void ProfileImport::finishOne(Outcome outcome)
{
    const ImportCandidate &candidate = m_candidates[outcome.candidate];
    const ClusterAddress &address = candidate.profile.address;
    // Who takes the token over together with its address allows it to go there, and nowhere else. An
    // authority that could not be read vouches for nobody.
    Result<Done, StorageError> done;
    const bool moved = outcome.token == TokenOutcome::Stored || outcome.token == TokenOutcome::Same;
    if (moved && !candidate.existing && !address.authority.isMissing())
        done = m_trusted.add(address.tokenAccount(), address.trustedOrigin());
    const auto before = std::ranges::find(m_state.outcomes, outcome.candidate, &Outcome::candidate);
    const bool isMade = before != m_state.outcomes.end() && !before->problem;
    if (done && !candidate.existing && !isMade)
        done = m_profiles.add(candidate.profile);
    if (!done)
        outcome.problem = done.error();
    if (before == m_state.outcomes.end())
        m_state.outcomes.push_back(std::move(outcome));
    else
        *before = std::move(outcome);
    m_open.erase(m_open.begin());
    Q_EMIT stateChanged();
    // A listener may have stopped it.
    if (m_state.phase == Phase::Importing)
        next();
}

std::optional<KeychainError> ProfileImport::lockedOut() const
{
    for (const Outcome &outcome : m_state.outcomes) {
        if (const auto &why = outcome.tokenProblem; why && unlockingHelps(why->kind))
            return why;
    }
    return {};
}

void ProfileImport::unlockAndRetry()
{
    if (m_state.phase != Phase::Done)
        return;
    m_state.phase = Phase::Importing;
    m_waiting = std::make_unique<QObject>();
    Q_EMIT stateChanged();
    whenDone(m_keychain.unlock(), m_waiting.get(),
             [this](const Result<KeychainPlace, KeychainError> &unlocked) {
                 for (Outcome &outcome : m_state.outcomes) {
                     if (!outcome.tokenProblem)
                         continue;
                     if (unlocked)
                         m_open.push_back(outcome.candidate);
                     else
                         outcome.tokenProblem = unlocked.error();
                 }
                 m_withTokens = true;
                 next();
             });
}

void ProfileImport::stopWaiting()
{
    if (m_state.phase != Phase::Importing)
        return;
    m_waiting.reset();
    m_withTokens = false;
    // Nothing is begun while the keychain is being unlocked.
    if (m_open.empty()) {
        next();
        return;
    }
    const std::size_t index = m_open.front();
    finishOne({.candidate = index,
               .token = m_candidates[index].hasToken() ? TokenOutcome::Abandoned : TokenOutcome::None});
}

void ProfileImport::abandon()
{
    if (m_state.phase != Phase::Importing)
        return;
    m_waiting.reset();
    m_open.clear();
    m_state.phase = Phase::Done;
    Q_EMIT stateChanged();
}

std::vector<Profile> ProfileImport::saved() const
{
    std::vector<Profile> profiles;
    for (const Outcome &outcome : m_state.outcomes) {
        const ImportCandidate &candidate = m_candidates[outcome.candidate];
        if (!outcome.problem && !candidate.existing)
            profiles.push_back(candidate.profile);
    }
    return profiles;
}

bool ProfileImport::hasStoredTokens() const
{
    return std::any_of(m_state.outcomes.begin(), m_state.outcomes.end(),
                       [](const Outcome &outcome) { return outcome.token == TokenOutcome::Stored; });
}

std::optional<std::size_t> countImportable(const InfluxctlProfiles &influxctl)
{
    const QString file = influxctl.usualFile();
    if (!influxctl.exists(file))
        return {};
    auto config = influxctl.read(file);
    if (!config)
        return std::size_t(0);
    const auto candidates = candidatesFrom(std::move(config->profiles), {}, {},
                                           [](const QString &path) { return PrivateAuthority{path}; });
    return static_cast<std::size_t>(
        std::count_if(candidates.begin(), candidates.end(),
                      [](const ImportCandidate &candidate) { return candidate.isProposed(); }));
}

} // namespace tokenry
