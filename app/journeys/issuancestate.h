// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/managementcredential.h"
#include "ports/apierror.h"
#include "ports/keychain.h"
#include "ports/storageerror.h"

#include <QString>

#include <optional>
#include <variant>

namespace tokenry
{

/// Where the secret is meant to go.
enum class Keep { InKeychain, ShowOnly };

/// The journey of one creation, as a value.
struct IssuanceState
{
    enum class Phase {
        Reviewing,  // nothing was sent
        Checking,   // the click: the keychain is looked at once more
        Creating,   // the POST is under way
        NotCreated, // error: nothing was created; back to Reviewing by creating again
        Unclear,    // error: a token may exist
        Issued,     // the secret is in hand
        Revoking,   // taking the token back; then Issued again, with custody Revoked where it worked
        Finished,   // the secret has left memory: stored, put somewhere safe, discarded or revoked
    };

    /// Whether the keychain can be relied on; only Proved enables a creation into it.
    enum class Proof { Unknown, Proving, Proved, Failed };

    /// Whether this creation is written down in the ledger; only Open enables it.
    enum class Record { None, Open, Failed };

    /// What became of the secret.
    enum class Custody {
        None,      // there is none yet
        InHand,    // only in memory, by choice (show only)
        Storing,   // being written and read back
        NotStored, // the keychain failed; only in memory
        Stored,    // stored and read back
        Discarded,
        Revoked,
    };

    Phase phase = Phase::Reviewing;
    Keep keep = Keep::InKeychain;
    QString keychainName;
    Proof proof = Proof::Unknown;
    std::optional<KeychainPlace> place;
    /// Why the proof or the storing failed.
    std::optional<KeychainError> keychainError;
    /// Whether keychainName is taken by another item; not there while that is being looked up.
    std::optional<bool> nameTaken;
    Record record = Record::None;
    /// Why the ledger could not be written.
    std::optional<StorageError> ledgerError;
    Custody custody = Custody::None;
    /// NotCreated, Unclear, or a revocation that failed.
    std::optional<ApiError> apiError;
    /// The management token could not be had, so nothing was sent: no creation, or no revocation.
    std::optional<CredentialError> credentialError;
    /// Review stayed open past the expiry, so nothing was sent.
    bool expiryPassed = false;
    /// The last click found another keychain than the one proven, so nothing was sent.
    bool keychainChanged = false;
    bool copied = false;
    /// "I have put it somewhere safe".
    bool declaredSafe = false;

    [[nodiscard]] bool canCreate() const;
    /// Done is possible: the secret is safe, or given up on purpose.
    [[nodiscard]] bool canFinish() const;
    /// A secret exists that is nowhere but in memory.
    [[nodiscard]] bool secretAtRisk() const;
    /// From the click until the secret is safe, neither sleep nor log-out should come in between.
    [[nodiscard]] bool shouldNotBeInterrupted() const;
};

// What happens to the state; names are in the order of the story.
namespace issuance
{
struct RecordOpened
{
};
/// Also at the click: nothing was sent.
struct RecordFailed
{
    StorageError error;
};
struct KeepChosen
{
    Keep keep;
};
struct NameChosen
{
    QString name;
};
struct NameLookedUp
{
    QString name;
    bool taken;
};
struct ProofStarted
{
};
struct KeychainProved
{
    KeychainPlace place;
};
struct KeychainFailed
{
    KeychainError error;
};
struct CreateClicked
{
};
struct Sent
{
};
struct CredentialFailed
{
    CredentialError error;
};
/// What kept the management token back is out of the way.
struct CredentialMended
{
};
/// At the click the keychain could not be relied on any more.
struct CheckFailed
{
    KeychainError error;
};
/// The person did not wait for the check; nothing was sent.
struct Withdrawn
{
};
/// The token would have expired before it is made.
struct ExpiryPassed
{
};
/// At the click the keychain was not the one proven: another process served it, or it led elsewhere.
struct ProofOutdated
{
};
struct NameFoundTaken
{
};
struct Refused
{
    ApiError error;
};
/// The unclear outcome is settled: the token was taken back, is kept, or was never created.
struct Recovered
{
};
struct Answered
{
};
struct Stored
{
};
struct StoreFailed
{
    KeychainError error;
};
struct StoreRetried
{
    QString name;
};
struct Copied
{
};
struct DeclaredSafe
{
    bool safe;
};
struct Discarded
{
};
struct RevokeClicked
{
};
struct Revoked
{
};
struct RevokeFailed
{
    ApiError error;
};
struct RevokeNotSent
{
    CredentialError error;
};
struct Closed
{
};

using Event =
    std::variant<RecordOpened, RecordFailed, Recovered, KeepChosen, NameChosen, NameLookedUp, ProofStarted,
                 KeychainProved, KeychainFailed, CreateClicked, CheckFailed, Withdrawn, ExpiryPassed,
                 ProofOutdated, NameFoundTaken, CredentialFailed, CredentialMended, Sent, Refused, Answered,
                 Stored, StoreFailed, StoreRetried, Copied, DeclaredSafe, Discarded, RevokeClicked, Revoked,
                 RevokeFailed, RevokeNotSent, Closed>;
} // namespace issuance

/// The state after the event; an event that makes no sense in the state changes nothing.
[[nodiscard]] IssuanceState next(IssuanceState state, const issuance::Event &event);

} // namespace tokenry
