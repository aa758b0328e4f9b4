// SPDX-License-Identifier: MIT
#include "journeys/recoverystate.h"

#include <algorithm>

namespace tokenry
{

namespace
{

using namespace recovery;
using Phase = RecoveryState::Phase;
using Outcome = RecoveryState::Outcome;

void settle(RecoveryState &state, Outcome outcome)
{
    state.phase = Phase::Settled;
    state.outcome = outcome;
    state.problem.reset();
    state.keychainError.reset();
}

bool hasToken(const RecoveryState &state, const QString &id)
{
    return std::ranges::find(state.candidates, id, &Token::id) != state.candidates.end();
}

void on(RecoveryState &state, const KeychainAsked &)
{
    if (state.phase != Phase::Idle && state.phase != Phase::KeychainUnclear)
        return;
    state.phase = Phase::CheckingKeychain;
    state.keychainError.reset();
    state.problem.reset();
}

void on(RecoveryState &state, const KeychainFailed &event)
{
    if (state.phase != Phase::CheckingKeychain)
        return;
    state.phase = Phase::KeychainUnclear;
    state.keychainError = event.error;
    state.candidates.clear();
    if (!event.token.id.isEmpty())
        state.candidates = {event.token};
    state.chosen = event.token.id;
}

void on(RecoveryState &state, const SecretFound &event)
{
    if (state.phase != Phase::CheckingKeychain)
        return;
    if (!event.odd) {
        settle(state, Outcome::Stored);
        return;
    }
    state.phase = Phase::Odd;
    state.candidates = {event.token};
    state.chosen = event.token.id;
}

void on(RecoveryState &state, const Acknowledged &)
{
    if (state.phase == Phase::Odd)
        settle(state, Outcome::Stored);
}

void on(RecoveryState &state, const SecretMissing &event)
{
    if (state.phase != Phase::CheckingKeychain)
        return;
    state.phase = Phase::NotStored;
    state.candidates = {event.token};
    state.chosen = event.token.id;
    state.itemThere = event.itemThere;
}

void on(RecoveryState &state, const LookStarted &)
{
    if (state.phase == Phase::Settled || state.phase == Phase::Revoking || state.phase == Phase::NotStored ||
        state.phase == Phase::Odd)
        return;
    state.phase = Phase::Looking;
    state.problem.reset();
}

void on(RecoveryState &state, const LookFailed &event)
{
    if (state.phase != Phase::Looking)
        return;
    state.phase = Phase::NotLooked;
    state.problem = event.problem;
}

void on(RecoveryState &state, const Looked &event)
{
    if (state.phase != Phase::Looking)
        return;
    state.candidates = event.candidates;
    state.exact = event.exact;
    state.isFinal = event.isFinal;
    state.phase = event.candidates.empty() ? Phase::NotThere : Phase::Found;
    if (event.candidates.size() == 1 && event.exact)
        state.chosen = event.candidates.front().id;
    else if (!hasToken(state, state.chosen))
        state.chosen.clear();
    if (event.candidates.empty() && event.onlyReviewed)
        settle(state, Outcome::NeverSent);
}

void on(RecoveryState &state, const ItemSeen &event)
{
    state.itemThere = event.there;
}

void on(RecoveryState &state, const Chosen &event)
{
    if (state.phase == Phase::Found && hasToken(state, event.tokenId))
        state.chosen = event.tokenId;
}

void on(RecoveryState &state, const RevokeClicked &)
{
    if (!state.canDecide())
        return;
    state.decidedIn = state.phase;
    state.phase = Phase::Revoking;
    state.problem.reset();
}

void on(RecoveryState &state, const RevokeFailed &event)
{
    if (state.phase != Phase::Revoking)
        return;
    state.phase = state.decidedIn;
    state.problem = event.problem;
}

void on(RecoveryState &state, const Revoked &event)
{
    if (state.phase == Phase::Revoking)
        settle(state, event.wasGone ? Outcome::Gone : Outcome::Revoked);
}

void on(RecoveryState &state, const Kept &)
{
    if (!state.canDecide() || state.phase == Phase::Odd)
        return;
    state.decidedIn = state.phase;
    settle(state, Outcome::Kept);
}

void on(RecoveryState &state, const Closed &)
{
    if (state.canClose())
        settle(state, Outcome::NotCreated);
}

void on(RecoveryState &state, const Concluded &event)
{
    if (!state.canConclude())
        return;
    state.decidedIn = state.phase;
    settle(state, event.outcome);
}

} // namespace

bool RecoveryState::canDecide() const
{
    return (phase == Phase::Found || phase == Phase::NotStored || phase == Phase::KeychainUnclear ||
            phase == Phase::Odd) &&
           !chosen.isEmpty();
}

bool RecoveryState::canClose() const
{
    return isFinal &&
           (phase == Phase::NotThere || (phase == Phase::Found && (candidates.size() > 1 || !exact)));
}

bool RecoveryState::canConclude() const
{
    return phase == Phase::Found || phase == Phase::NotStored || phase == Phase::KeychainUnclear ||
           phase == Phase::Looking || phase == Phase::NotLooked || phase == Phase::NotThere;
}

bool RecoveryState::isSilent() const
{
    return phase == Phase::Idle || phase == Phase::CheckingKeychain ||
           (phase == Phase::Settled && (outcome == Outcome::Stored || outcome == Outcome::NeverSent));
}

bool RecoveryState::isBusy() const
{
    return phase == Phase::CheckingKeychain || phase == Phase::Looking || phase == Phase::Revoking;
}

RecoveryState next(RecoveryState state, const recovery::Event &event)
{
    std::visit([&](const auto &its) { on(state, its); }, event);
    return state;
}

} // namespace tokenry
