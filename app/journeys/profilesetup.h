// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"
#include "journeys/clustersession.h"
#include "journeys/connectiontest.h"
#include "journeys/plaintextkeyring.h"
#include "ports/keychain.h"
#include "ports/profilestore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace tokenry
{

/// A profile being made or changed: its connection tried, then saved together with its management token.
class ProfileSetup : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Editing,
        Unlocking,
        Testing,
        Tested,
        TestFailed,
        AllowFailed,
        Saving,
        /// The keychain holds another token for the account: replaceAndSave() goes on.
        TokenThere,
        SaveFailed,
        Saved
    };
    /// Where a management token that was typed goes.
    enum class KeepToken { InKeychain, ForSession };

    struct State
    {
        Phase phase = Phase::Editing;
        /// Tested.
        std::optional<ConnectionTest::Found> found;
        /// TestFailed.
        std::optional<ClusterSession::Problem> testProblem;
        /// SaveFailed: the profile's file is as it was. AllowFailed: nothing was tested.
        std::optional<std::variant<StorageError, KeychainError>> saveProblem;
        /// SaveFailed: the management token is in the keychain all the same.
        bool tokenStored = false;
        /// TokenThere: names of the other profiles that use it.
        QStringList tokenUsers = {};
    };

    using Sessions = std::vector<std::shared_ptr<ClusterSession>>;

    /// \a current is the session of the profile being edited; null for a new one. \a others are open, too:
    /// the account's token may be kept with one of them for this session.
    ProfileSetup(ProfileStore &profiles, TrustedOrigins &trusted, Keychain &keychain,
                 ManagementApiFactory makeApi, std::shared_ptr<ClusterSession> current = {},
                 Sessions others = {}, QObject *parent = nullptr);
    ~ProfileSetup() override;

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isBusy() const
    {
        return m_state.phase == Phase::Unlocking || m_state.phase == Phase::Testing ||
               m_state.phase == Phase::Saving;
    }
    /// Where the management token of the address is kept.
    [[nodiscard]] KeychainItem tokenItem(const ClusterAddress &address) const;

    /// The address with what its authority's file holds now.
    [[nodiscard]] ClusterAddress complete(ClusterAddress address) const;

    /// Tries the address. An empty \a token means the one in use or in the keychain, if its origin is
    /// trusted.
    void test(const ClusterAddress &address, const Secret &token);
    /// The person allows the account's token to go to the address; then tests with the stored one.
    void allowAndTest(const ClusterAddress &address);
    /// Slugs that a new profile cannot have because of the files there are.
    [[nodiscard]] QStringList takenSlugs() const { return m_profiles.takenSlugs(); }
    /// Keychain first, profile file last: a failure leaves the profile as it was, though the token may be in
    /// the keychain by then. A new profile replaces no file. An empty \a token leaves the stored one. Typing
    /// a token for an origin and saving it is the person's leave to send it there. Another token that the
    /// keychain holds is not replaced unasked.
    void save(const Profile &profile, Secret token, KeepToken keep);
    /// After TokenThere. Where the profile's file cannot be written, the old token is put back.
    void replaceAndSave(const Profile &profile, Secret token);
    /// After the keychain failed: asks the person to unlock it, or to make a keyring, and tests with the
    /// stored token.
    void unlockAndTest(const ClusterAddress &address);
    /// The same before save() into the keychain.
    void unlockAndSave(const Profile &profile, Secret token);
    /// Ends a test or stops waiting for the keychain; the state is Editing again.
    void stop();
    /// Something was edited: what was found or failed before says nothing about it.
    void touch();

    /// After Saved.
    [[nodiscard]] const Profile &saved() const { return m_saved; }

    /// After Saved, once: the token to use for this session; empty when it is in the keychain or was not
    /// given.
    [[nodiscard]] Secret takeSessionToken() { return std::move(m_sessionToken); }

    /// After Saved: whether a token was put into the keychain.
    [[nodiscard]] bool hasStoredToken() const { return m_storedToken; }

    [[nodiscard]] const PlainTextKeyring &plainTextKeyring() const { return m_plainText; }

Q_SIGNALS:
    void stateChanged();

private:
    enum class Existing { Ask, Replace };
    using SharedSecret = std::shared_ptr<const Secret>;

    void set(State state);
    void unlock(std::function<void(const Result<KeychainPlace, KeychainError> &)> then);
    void testStored(const ClusterAddress &address);
    [[nodiscard]] ManagementCredential &storedCredential(const ClusterAddress &address);
    void storeThenSave(const Profile &profile, Secret token, Existing existing);
    void write(const Profile &profile, const Secret &token, const SharedSecret &before);
    /// \a before: the token that was replaced, if one was.
    void trustThenSave(const Profile &profile, bool tokenStored, const SharedSecret &before = {});
    void putBack(const Profile &profile, const Secret &before, const StorageError &problem);
    void failToSave(const std::variant<StorageError, KeychainError> &problem, bool tokenStored = false);
    [[nodiscard]] QStringList otherUsersOfToken(const Profile &profile) const;

    ProfileStore &m_profiles;
    TrustedOrigins &m_trusted;
    Keychain &m_keychain;
    PlainTextKeyring m_plainText;
    const std::shared_ptr<ClusterSession> m_current;
    const Sessions m_others;
    ConnectionTest m_test;
    State m_state;
    Profile m_saved;
    Secret m_sessionToken;
    bool m_storedToken = false;
    /// Receives what is waited for; replaced to stop waiting.
    std::unique_ptr<QObject> m_waiting;
    std::unique_ptr<ManagementCredential> m_stored;
};

} // namespace tokenry
