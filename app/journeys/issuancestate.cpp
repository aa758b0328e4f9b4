// SPDX-License-Identifier: MIT
#include "journeys/issuancestate.h"

namespace tokenry
{

namespace
{

using namespace issuance;
using Phase = IssuanceState::Phase;
using Proof = IssuanceState::Proof;
using Custody = IssuanceState::Custody;

/// Review is open and nothing is under way.
bool isAtRest(const IssuanceState &state)
{
    return state.phase == Phase::Reviewing || state.phase == Phase::NotCreated;
}

bool isInHand(const IssuanceState &state)
{
    return state.phase == Phase::Issued &&
           (state.custody == Custody::InHand || state.custody == Custody::NotStored ||
            state.custody == Custody::Stored);
}

void on(IssuanceState &state, const RecordOpened &)
{
    if (!isAtRest(state))
        return;
    state.record = IssuanceState::Record::Open;
    state.ledgerError.reset();
}

void on(IssuanceState &state, const RecordFailed &event)
{
    if (!isAtRest(state) && state.phase != Phase::Checking)
        return;
    if (state.phase == Phase::Checking)
        state.phase = Phase::Reviewing;
    state.record = IssuanceState::Record::Failed;
    state.ledgerError = event.error;
}

void on(IssuanceState &state, const KeepChosen &event)
{
    if (!isAtRest(state))
        return;
    state.keep = event.keep;
    state.keychainChanged = false;
}

void on(IssuanceState &state, const NameChosen &event)
{
    if (!isAtRest(state))
        return;
    state.keychainName = event.name;
    state.nameTaken.reset();
}

void on(IssuanceState &state, const NameLookedUp &event)
{
    if (event.name == state.keychainName)
        state.nameTaken = event.taken;
}

void on(IssuanceState &state, const ProofStarted &)
{
    if (!isAtRest(state))
        return;
    state.proof = Proof::Proving;
    state.keychainError.reset();
}

void on(IssuanceState &state, const CredentialMended &)
{
    if (state.phase != Phase::NotCreated || !state.credentialError)
        return;
    state.phase = Phase::Reviewing;
    state.credentialError.reset();
}

void on(IssuanceState &state, const KeychainProved &event)
{
    if (state.custody != Custody::None)
        return;
    state.proof = Proof::Proved;
    state.place = event.place;
    state.keychainError.reset();
    // The same keychain holds the management token.
    if (state.credentialError && std::holds_alternative<KeychainError>(*state.credentialError))
        on(state, CredentialMended{});
}

void on(IssuanceState &state, const KeychainFailed &event)
{
    // A late one does not end a check, which looks at the keychain itself; it counts for the next click.
    if (state.custody != Custody::None)
        return;
    state.proof = Proof::Failed;
    state.keychainError = event.error;
    // The same keychain holds the management token.
    if (state.credentialError && std::holds_alternative<KeychainError>(*state.credentialError))
        state.credentialError = event.error;
}

void on(IssuanceState &state, const CheckFailed &event)
{
    if (state.phase != Phase::Checking)
        return;
    state.phase = Phase::Reviewing;
    state.proof = Proof::Failed;
    state.keychainError = event.error;
}

void on(IssuanceState &state, const Withdrawn &)
{
    if (state.phase == Phase::Checking)
        state.phase = Phase::Reviewing;
}

void on(IssuanceState &state, const ExpiryPassed &)
{
    if (!isAtRest(state))
        return;
    state.phase = Phase::NotCreated;
    state.expiryPassed = true;
}

void on(IssuanceState &state, const CreateClicked &)
{
    if (!state.canCreate())
        return;
    state.phase = Phase::Checking;
    state.keychainChanged = false;
    state.apiError.reset();
    state.credentialError.reset();
}

void on(IssuanceState &state, const ProofOutdated &)
{
    if (state.phase != Phase::Checking)
        return;
    state.phase = Phase::Reviewing;
    state.proof = Proof::Unknown;
    state.keychainChanged = true;
}

void on(IssuanceState &state, const NameFoundTaken &)
{
    if (state.phase != Phase::Checking)
        return;
    state.phase = Phase::Reviewing;
    state.nameTaken = true;
}

void on(IssuanceState &state, const Sent &)
{
    if (state.phase == Phase::Checking)
        state.phase = Phase::Creating;
}

void on(IssuanceState &state, const CredentialFailed &event)
{
    if (state.phase == Phase::Checking) {
        state.phase = Phase::NotCreated;
        state.credentialError = event.error;
    }
}

void on(IssuanceState &state, const Refused &event)
{
    if (state.phase != Phase::Creating)
        return;
    state.phase = event.error.effect == ApiError::Effect::Unclear ? Phase::Unclear : Phase::NotCreated;
    state.apiError = event.error;
}

void on(IssuanceState &state, const Recovered &)
{
    if (state.phase != Phase::Unclear)
        return;
    state.phase = Phase::Reviewing;
    state.record = IssuanceState::Record::None;
    state.apiError.reset();
}

void on(IssuanceState &state, const Answered &)
{
    // Whatever else happened meanwhile, a secret that arrives is kept.
    if (state.custody != Custody::None)
        return;
    state.phase = Phase::Issued;
    state.keychainError.reset();
    state.custody = state.keep == Keep::InKeychain ? Custody::Storing : Custody::InHand;
}

void on(IssuanceState &state, const Stored &)
{
    if (state.custody != Custody::Storing)
        return;
    state.custody = Custody::Stored;
    // The same keychain holds the management token that a revocation lacked.
    if (state.credentialError && std::holds_alternative<KeychainError>(*state.credentialError))
        state.credentialError.reset();
}

void on(IssuanceState &state, const StoreFailed &event)
{
    if (state.custody != Custody::Storing)
        return;
    state.custody = Custody::NotStored;
    state.keychainError = event.error;
}

void on(IssuanceState &state, const StoreRetried &event)
{
    if (state.phase != Phase::Issued ||
        (state.custody != Custody::NotStored && state.custody != Custody::InHand))
        return;
    state.custody = Custody::Storing;
    state.keychainName = event.name;
    state.nameTaken.reset();
    state.keychainError.reset();
}

void on(IssuanceState &state, const Copied &)
{
    state.copied = state.copied || isInHand(state);
}

void on(IssuanceState &state, const DeclaredSafe &event)
{
    if (isInHand(state))
        state.declaredSafe = event.safe;
}

void on(IssuanceState &state, const Discarded &)
{
    if (isInHand(state) && state.custody != Custody::Stored)
        state.custody = Custody::Discarded;
}

void on(IssuanceState &state, const RevokeClicked &)
{
    if (!isInHand(state))
        return;
    state.phase = Phase::Revoking;
    state.apiError.reset();
    state.credentialError.reset();
}

void on(IssuanceState &state, const Revoked &)
{
    if (state.phase != Phase::Revoking)
        return;
    state.phase = Phase::Issued;
    state.custody = Custody::Revoked;
}

void on(IssuanceState &state, const RevokeFailed &event)
{
    if (state.phase != Phase::Revoking)
        return;
    state.phase = Phase::Issued;
    state.apiError = event.error;
}

void on(IssuanceState &state, const RevokeNotSent &event)
{
    if (state.phase != Phase::Revoking)
        return;
    state.phase = Phase::Issued;
    state.credentialError = event.error;
}

void on(IssuanceState &state, const Closed &)
{
    if (state.canFinish())
        state.phase = Phase::Finished;
}

} // namespace

bool IssuanceState::canCreate() const
{
    if (!isAtRest(*this) || record != Record::Open)
        return false;
    return keep == Keep::ShowOnly ||
           (proof == Proof::Proved && isKeychainName(keychainName) && nameTaken.has_value() && !*nameTaken);
}

bool IssuanceState::canFinish() const
{
    if (phase != Phase::Issued)
        return false;
    switch (custody) {
    case Custody::Stored:
    case Custody::Discarded:
    case Custody::Revoked:
        return true;
    case Custody::InHand:
    case Custody::NotStored:
        return copied && declaredSafe;
    case Custody::None:
    case Custody::Storing:
        break;
    }
    return false;
}

bool IssuanceState::secretAtRisk() const
{
    return custody == Custody::Storing ||
           ((custody == Custody::InHand || custody == Custody::NotStored) && !(copied && declaredSafe));
}

bool IssuanceState::shouldNotBeInterrupted() const
{
    return phase == Phase::Checking || phase == Phase::Creating || secretAtRisk();
}

IssuanceState next(IssuanceState state, const issuance::Event &event)
{
    std::visit([&](const auto &its) { on(state, its); }, event);
    return state;
}

} // namespace tokenry
