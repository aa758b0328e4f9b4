// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/importcandidate.h"
#include "journeys/plaintextkeyring.h"
#include "ports/keychain.h"
#include "ports/profilestore.h"

#include <QObject>

#include <memory>
#include <variant>

namespace tokenry
{

/// Takes profiles over from influxctl: what is found, what would be made of it, and the making. influxctl's
/// file is only read.
class ProfileImport : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        NotFound,   // no such file
        Unreadable, // State::problem says why
        Choosing,
        Importing,
        Done,
    };
    /// What became of a management token.
    enum class TokenOutcome {
        None,      // there is none in influxctl's file
        LeftThere, // not asked for
        Stored,    // and read back
        Same,      // the keychain has this very token already
        OtherKept, // the keychain has another one, which is never written over
        Abandoned, // waited for until the person stopped: the keychain may have it or not
        Failed,    // Outcome::tokenProblem says why
    };

    struct Outcome
    {
        /// Index into candidates().
        std::size_t candidate = 0;
        /// Nothing was saved.
        std::optional<StorageError> problem = {};
        TokenOutcome token = TokenOutcome::None;
        std::optional<KeychainError> tokenProblem = {};
    };

    struct State
    {
        Phase phase = Phase::NotFound;
        QString file = {};
        /// Where it was looked for: the usual places, or the file that was chosen.
        QStringList places = {};
        std::optional<StorageError> problem = {};
        bool readableByOthers = false;
        /// Keys outside profiles that influxctl is not known to have.
        QStringList unknownKeys = {};
        /// As far as the import has come, in the order of the candidates.
        std::vector<Outcome> outcomes = {};
    };

    /// \a known are the profiles there are. All outlive this.
    ProfileImport(const InfluxctlProfiles &influxctl, ProfileStore &profiles, TrustedOrigins &trusted,
                  Keychain &keychain, std::vector<Profile> known, QObject *parent = nullptr);
    ~ProfileImport() override;

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] const std::vector<ImportCandidate> &candidates() const { return m_candidates; }
    [[nodiscard]] KeychainItem tokenItem(const ImportCandidate &candidate) const;

    /// Looks into influxctl's usual file.
    void look();
    void look(const QString &file);
    /// Makes the chosen profiles, one after the other. With \a tokens, their management tokens go into the
    /// keychain first, and may from then on be sent to the addresses they stand with; a token that could not
    /// be stored does not keep its profile from being made. Whoever is already there gets the token only.
    void import(const std::vector<std::size_t> &chosen, bool tokens);
    /// After it was done: asks the person to unlock the keychain, or to make a keyring, and takes over the
    /// tokens that it kept out. See lockedOut().
    void unlockAndRetry();
    /// Why tokens were kept out, where unlocking is the way on.
    [[nodiscard]] std::optional<KeychainError> lockedOut() const;
    /// Stops waiting for the keychain: what is left is made without it, and its tokens stay where they are.
    void stopWaiting();
    /// What is done stays done, and the rest is not begun.
    void abandon();

    /// The profiles that were made.
    [[nodiscard]] std::vector<Profile> saved() const;
    /// Whether any token is in the keychain that was not before.
    [[nodiscard]] bool hasStoredTokens() const;

    [[nodiscard]] const PlainTextKeyring &plainTextKeyring() const { return m_plainText; }

Q_SIGNALS:
    void stateChanged();

private:
    void lookInto(const QString &file, const QStringList &places);
    void next();
    void keepToken(std::size_t index, const std::function<void(Outcome)> &then);
    void compareToken(std::size_t index, const std::function<void(Outcome)> &then);
    void writeToken(std::size_t index, const std::function<void(Outcome)> &then);
    void finishOne(Outcome outcome);

    const InfluxctlProfiles &m_influxctl;
    ProfileStore &m_profiles;
    TrustedOrigins &m_trusted;
    Keychain &m_keychain;
    PlainTextKeyring m_plainText;
    const std::vector<Profile> m_known;
    State m_state;
    std::vector<ImportCandidate> m_candidates;
    /// What is still to be made; the first is being made.
    std::vector<std::size_t> m_open;
    bool m_withTokens = false;
    /// Receives what is waited for; replaced to stop waiting.
    std::unique_ptr<QObject> m_waiting;
};

/// How many clusters influxctl's usual file has a profile for that could be imported; 0 also where the file
/// is there but cannot be used as it is, and nothing where there is none.
[[nodiscard]] std::optional<std::size_t> countImportable(const InfluxctlProfiles &influxctl);

} // namespace tokenry
