// SPDX-License-Identifier: MIT
#pragma once

#include "domain/token.h"
#include "journeys/clustersession.h"
#include "ports/keychain.h"

#include <optional>
#include <variant>
#include <vector>

namespace tokenry
{

/// The journey from a creation whose outcome is open to one that is known, as a value.
struct RecoveryState
{
    enum class Phase {
        Idle,
        CheckingKeychain, // the token was answered: is its secret where it was to go?
        KeychainUnclear,  // locked, missing or failing
        Looking,          // the cluster's list of tokens is read
        NotLooked,        // the list could not be had: the question stays open
        NotThere,         // provisional until isFinal
        Found,            // one candidate or several
        NotStored,        // the token exists and its secret was never stored
        Odd,              // it is stored, but the answer was not what was reviewed
        Revoking,
        Settled,
    };

    enum class Outcome {
        None,
        Stored, // the secret is in the keychain
        Revoked,
        Gone, // the server does not know the token any more
        Kept,
        NotCreated,
        NeverSent, // only reviewed, and no token of it is there
    };

    Phase phase = Phase::Idle;
    Outcome outcome = Outcome::None;
    /// What may be revoked or kept; one where it is certain.
    std::vector<Token> candidates;
    /// They are all that was asked for; else none is, and they have only its description.
    bool exact = true;
    /// ID of the candidate meant; preset only where there is one, and that is exact.
    QString chosen;
    /// KeychainUnclear, Found, NotStored or Odd: what was known at the decision; where a revocation that
    /// failed goes back to.
    Phase decidedIn = Phase::Found;
    /// Whether something lies under the name that the secret was to get; not there while not known.
    std::optional<bool> itemThere;
    /// Every look that was due has been made.
    bool isFinal = false;
    /// Why the list or a revocation failed.
    std::optional<ClusterSession::Problem> problem;
    /// For KeychainUnclear.
    std::optional<KeychainError> keychainError;

    /// Something can be revoked or kept now.
    [[nodiscard]] bool canDecide() const;
    /// That the creation came to nothing may be said now: nothing was found, or what may all be somebody
    /// else's.
    [[nodiscard]] bool canClose() const;
    /// The person may say what became of it.
    [[nodiscard]] bool canConclude() const;
    /// There is nothing that the person would have to know.
    [[nodiscard]] bool isSilent() const;
    [[nodiscard]] bool isBusy() const;
};

namespace recovery
{
struct KeychainAsked
{
};
struct KeychainFailed
{
    KeychainError error;
    /// Without an ID where the answer did not tell it.
    Token token = {};
};
/// The secret with the right fingerprint is there.
struct SecretFound
{
    bool odd;
    Token token;
};
/// The person has read that the answer was odd.
struct Acknowledged
{
};
/// It is not, and the token is known.
struct SecretMissing
{
    Token token;
    bool itemThere;
};
struct LookStarted
{
};
struct LookFailed
{
    ClusterSession::Problem problem;
};
struct Looked
{
    std::vector<Token> candidates;
    bool isFinal;
    /// Nothing was sent as far as is written down, and every token could be read.
    bool onlyReviewed;
    bool exact = true;
};
struct ItemSeen
{
    bool there;
};
struct Chosen
{
    QString tokenId;
};
struct RevokeClicked
{
};
struct RevokeFailed
{
    ClusterSession::Problem problem;
};
struct Revoked
{
    /// The server did not know it.
    bool wasGone;
};
struct Kept
{
};
/// The person takes it for not created.
struct Closed
{
};
/// The person has looked without Tokenry.
struct Concluded
{
    RecoveryState::Outcome outcome;
};

using Event = std::variant<KeychainAsked, KeychainFailed, SecretFound, Acknowledged, SecretMissing,
                           LookStarted, LookFailed, Looked, ItemSeen, Chosen, RevokeClicked, RevokeFailed,
                           Revoked, Kept, Closed, Concluded>;
} // namespace recovery

/// The state after the event; an event that makes no sense in the state changes nothing.
[[nodiscard]] RecoveryState next(RecoveryState state, const recovery::Event &event);

} // namespace tokenry
