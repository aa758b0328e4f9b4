// SPDX-License-Identifier: MIT
#include "journeys/profilesetup.h"

namespace tokenry
{

ProfileSetup::ProfileSetup(ProfileStore &profiles, TrustedOrigins &trusted, Keychain &keychain,
                           ManagementApiFactory makeApi, std::shared_ptr<ClusterSession> current,
                           Sessions others, QObject *parent)
    : QObject(parent), m_profiles(profiles), m_trusted(trusted), m_keychain(keychain), m_plainText(keychain),
      m_current(std::move(current)), m_others(std::move(others)), m_test(std::move(makeApi))
{
    connect(&m_test, &ConnectionTest::finished, this, [this](const ConnectionTest::Outcome &outcome) {
        if (m_state.phase != Phase::Testing)
            return;
        if (outcome)
            set({.phase = Phase::Tested, .found = *outcome, .testProblem = {}, .saveProblem = {}});
        else
            set({.phase = Phase::TestFailed, .found = {}, .testProblem = outcome.error(), .saveProblem = {}});
    });
}

ProfileSetup::~ProfileSetup() = default;

KeychainItem ProfileSetup::tokenItem(const ClusterAddress &address) const
{
    return m_keychain.managementTokenItem(address.tokenAccount(), address.managementHost());
}

ClusterAddress ProfileSetup::complete(ClusterAddress address) const
{
    address.authority = m_profiles.readAuthority(address.authority.file);
    return address;
}

void ProfileSetup::test(const ClusterAddress &address, const Secret &token)
{
    stop();
    set({.phase = Phase::Testing, .found = {}, .testProblem = {}, .saveProblem = {}});
    if (token.isEmpty())
        testStored(address);
    else
        m_test.start(address, token);
}

void ProfileSetup::testStored(const ClusterAddress &address)
{
    m_waiting = std::make_unique<QObject>();
    storedCredential(address).withToken(
        m_waiting.get(), [this, address](const Secret &token) { m_test.start(address, token); },
        [this](const CredentialError &error) {
            set({.phase = Phase::TestFailed, .found = {}, .testProblem = error, .saveProblem = {}});
        });
}

void ProfileSetup::allowAndTest(const ClusterAddress &address)
{
    const Result<Done, StorageError> allowed = m_trusted.add(address.tokenAccount(), address.trustedOrigin());
    if (allowed)
        test(address, Secret());
    else
        set({.phase = Phase::AllowFailed, .found = {}, .testProblem = {}, .saveProblem = allowed.error()});
}

void ProfileSetup::unlock(std::function<void(const Result<KeychainPlace, KeychainError> &)> then)
{
    stop();
    set({.phase = Phase::Unlocking, .found = {}, .testProblem = {}, .saveProblem = {}});
    m_waiting = std::make_unique<QObject>();
    whenDone(m_keychain.unlock(), m_waiting.get(), std::move(then));
}

void ProfileSetup::unlockAndTest(const ClusterAddress &address)
{
    unlock([this, address](const Result<KeychainPlace, KeychainError> &unlocked) {
        if (unlocked)
            test(address, Secret());
        else
            set({.phase = Phase::TestFailed,
                 .found = {},
                 .testProblem = CredentialError(unlocked.error()),
                 .saveProblem = {}});
    });
}

void ProfileSetup::unlockAndSave(const Profile &profile, Secret token)
{
    // std::function wants something copyable.
    const auto given = std::make_shared<Secret>(std::move(token));
    unlock([this, profile, given](const Result<KeychainPlace, KeychainError> &unlocked) {
        if (unlocked)
            save(profile, std::move(*given), KeepToken::InKeychain);
        else
            failToSave(unlocked.error());
    });
}

// An open session's where it is for the same account and origin: its token may be in memory only.
ManagementCredential &ProfileSetup::storedCredential(const ClusterAddress &address)
{
    if (m_current) {
        if (m_current->profile().address.sharesTokenWith(address))
            return m_current->credential();
    }
    for (const std::shared_ptr<ClusterSession> &other : m_others) {
        if (other->credential().isForSession() && other->profile().address.sharesTokenWith(address))
            return other->credential();
    }
    m_stored = std::make_unique<ManagementCredential>(address, m_keychain, m_trusted);
    return *m_stored;
}

void ProfileSetup::save(const Profile &profile, Secret token, KeepToken keep)
{
    stop();
    m_sessionToken = {};
    set({.phase = Phase::Saving, .found = {}, .testProblem = {}, .saveProblem = {}});
    if (token.isEmpty() || keep == KeepToken::ForSession) {
        m_sessionToken = std::move(token);
        trustThenSave(profile, false);
        return;
    }
    storeThenSave(profile, std::move(token), Existing::Ask);
}

void ProfileSetup::replaceAndSave(const Profile &profile, Secret token)
{
    stop();
    m_sessionToken = {};
    set({.phase = Phase::Saving, .found = {}, .testProblem = {}, .saveProblem = {}});
    storeThenSave(profile, std::move(token), Existing::Replace);
}

void ProfileSetup::storeThenSave(const Profile &profile, Secret token, Existing existing)
{
    m_waiting = std::make_unique<QObject>();
    const auto given = std::make_shared<const Secret>(std::move(token));
    whenDone(m_keychain.read(tokenItem(profile.address)), m_waiting.get(),
             [this, profile, given, existing](Result<Secret, KeychainError> before) {
                 if (!before) {
                     if (before.error().kind == KeychainError::Kind::NotFound)
                         write(profile, *given, {});
                     else
                         failToSave(before.error());
                 } else if (before->equals(*given)) {
                     trustThenSave(profile, true);
                 } else if (existing == Existing::Ask) {
                     set({.phase = Phase::TokenThere,
                          .found = {},
                          .testProblem = {},
                          .saveProblem = {},
                          .tokenUsers = otherUsersOfToken(profile)});
                 } else {
                     write(profile, *given, std::make_shared<const Secret>(*std::move(before)));
                 }
             });
}

void ProfileSetup::write(const Profile &profile, const Secret &token, const SharedSecret &before)
{
    whenDone(m_keychain.write(tokenItem(profile.address), token), m_waiting.get(),
             [this, profile, before](const Result<Done, KeychainError> &written) {
                 if (written)
                     trustThenSave(profile, true, before);
                 else
                     failToSave(written.error());
             });
}

QStringList ProfileSetup::otherUsersOfToken(const Profile &profile) const
{
    QStringList names;
    for (const Profile &other : m_profiles.load().profiles) {
        if (other.slug != profile.slug && tokenItem(other.address) == tokenItem(profile.address))
            names << other.name;
    }
    return names;
}

void ProfileSetup::trustThenSave(const Profile &profile, bool tokenStored, const SharedSecret &before)
{
    m_storedToken = tokenStored;
    Result<Done, StorageError> done;
    if (tokenStored)
        done = m_trusted.add(profile.address.tokenAccount(), profile.address.trustedOrigin());
    if (done)
        done = m_current ? m_profiles.save(profile) : m_profiles.add(profile);
    if (done) {
        m_saved = profile;
        set({.phase = Phase::Saved, .found = {}, .testProblem = {}, .saveProblem = {}});
        return;
    }
    m_sessionToken = {};
    if (before)
        putBack(profile, *before, done.error());
    else
        failToSave(done.error(), tokenStored);
}

// Other profiles may be using it.
void ProfileSetup::putBack(const Profile &profile, const Secret &before, const StorageError &problem)
{
    whenDone(
        m_keychain.write(tokenItem(profile.address), before), m_waiting.get(),
        [this, problem](const Result<Done, KeychainError> &back) { failToSave(problem, !back.has_value()); });
}

void ProfileSetup::failToSave(const std::variant<StorageError, KeychainError> &problem, bool tokenStored)
{
    set({.phase = Phase::SaveFailed,
         .found = {},
         .testProblem = {},
         .saveProblem = problem,
         .tokenStored = tokenStored});
}

void ProfileSetup::stop()
{
    m_waiting.reset();
    if (!isBusy())
        return;
    set({});
    m_test.stop();
}

void ProfileSetup::touch()
{
    if (!isBusy() && m_state.phase != Phase::Editing && m_state.phase != Phase::Saved)
        set({});
}

void ProfileSetup::set(State state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace tokenry
