// SPDX-License-Identifier: MIT
#include "journeys/activationstate.h"

#include <algorithm>

namespace tokenry
{

namespace
{

using namespace activation;
using namespace std::chrono;
using Phase = ActivationState::Phase;
using Part = ActivationState::Part;

std::optional<QString> anyOf(const DatabaseCatalog &listed)
{
    for (DatabaseCatalog::Row row = 0; row < listed.size(); ++row) {
        if (const QString name = listed.name(row); Resource::database(name))
            return name;
    }
    return {};
}

std::optional<QString> databaseFor(Action action, const PermissionSet &permissions,
                                   const DatabaseCatalog *listed)
{
    const QStringList named = permissions.databases(action);
    const auto there = std::ranges::find_if(
        named, [&](const QString &name) { return !listed || listed->find(name).has_value(); });
    if (there != named.end())
        return *there;
    return listed && permissions.permitsAllDatabases(action) ? anyOf(*listed) : std::nullopt;
}

milliseconds pauseAfter(const ActivationState &state, const ActivationTempo &tempo)
{
    const bool refused = state.trouble()->kind == ProbeError::Kind::Refused;
    const milliseconds most = refused ? tempo.longest : tempo.longestInTrouble;
    milliseconds pause = tempo.first;
    for (int round = 1; round < state.rounds && pause < most; ++round)
        pause = refused ? pause * 3 / 2 : pause * 2;
    return std::min(pause, most);
}

/// The longest that the server asks to wait.
milliseconds askedToWait(const ActivationState &state)
{
    milliseconds wait{0};
    for (const Part &part : state.parts) {
        if (part.error && part.error->cause.retryAfter)
            wait = std::max<milliseconds>(wait, *part.error->cause.retryAfter);
    }
    return wait;
}

void tryAll(ActivationState &state)
{
    state.phase = Phase::Trying;
    for (Part &part : state.parts)
        part.underWay = !part.accepted;
}

void on(ActivationState &state, const Begun &, const ActivationTempo &)
{
    if (!state.canBegin())
        return;
    state.rounds = 0;
    for (Part &part : state.parts)
        part.error.reset();
    tryAll(state);
}

/// Every part has been answered.
void endRound(ActivationState &state, milliseconds elapsed, const ActivationTempo &tempo)
{
    ++state.rounds;
    const ProbeError *const trouble = state.trouble();
    if (!trouble) {
        state.phase = Phase::Active;
        return;
    }
    if (trouble->kind == ProbeError::Kind::Unsendable) {
        state.phase = Phase::Unverifiable;
        state.why = ActivationState::Why::SecretUnsendable;
        return;
    }
    const milliseconds left = tempo.limit - elapsed;
    const milliseconds asked = askedToWait(state);
    if (left <= milliseconds(0) || asked > left) {
        state.phase = Phase::GaveUp;
        return;
    }
    state.phase = Phase::Pausing;
    // The last try is at the limit.
    state.pause = std::min(std::max(pauseAfter(state, tempo), asked), left);
}

void on(ActivationState &state, const Answered &event, const ActivationTempo &tempo)
{
    if (state.phase != Phase::Trying)
        return;
    const auto part = std::ranges::find(state.parts, event.action, &Part::action);
    if (part == state.parts.end() || !part->underWay)
        return;
    part->underWay = false;
    part->accepted = event.outcome.has_value();
    part->error.reset();
    if (!event.outcome)
        part->error = event.outcome.error();
    if (std::ranges::none_of(state.parts, &Part::underWay))
        endRound(state, event.elapsed, tempo);
}

void on(ActivationState &state, const PauseEnded &, const ActivationTempo &)
{
    if (state.phase == Phase::Pausing)
        tryAll(state);
}

void on(ActivationState &state, const Cancelled &, const ActivationTempo &)
{
    if (!state.isRunning() && !state.canBegin())
        return;
    state.phase = Phase::Cancelled;
    for (Part &part : state.parts)
        part.underWay = false;
}

} // namespace

bool ActivationState::canBegin() const
{
    return phase == Phase::Ready || phase == Phase::Asking || phase == Phase::GaveUp ||
           phase == Phase::Cancelled;
}

const ProbeError *ActivationState::trouble() const
{
    const ProbeError *worst = nullptr;
    for (const Part &part : parts) {
        if (part.error && (!worst || part.error->kind < worst->kind))
            worst = &*part.error;
    }
    return worst;
}

bool ActivationState::isPartlyAccepted() const
{
    const auto accepted = std::ranges::count(parts, true, &Part::accepted);
    return accepted > 0 && accepted < std::ssize(parts);
}

ActivationState activationOf(const PermissionSet &permissions, const DatabaseCatalog *listed)
{
    ActivationState state;
    for (const Action action : allActions) {
        if (!permissions.permitsAllDatabases(action) && permissions.databases(action).isEmpty())
            continue;
        if (const std::optional<QString> database = databaseFor(action, permissions, listed))
            state.parts.push_back({action, *database});
        else
            state.untried.push_back(action);
    }
    if (state.parts.empty()) {
        state.phase = Phase::Unverifiable;
        state.why =
            state.untried.empty() ? ActivationState::Why::NoPermissions : ActivationState::Why::NothingToTry;
    }
    return state;
}

ActivationState next(ActivationState state, const Event &event, const ActivationTempo &tempo)
{
    std::visit([&](const auto &its) { on(state, its, tempo); }, event);
    return state;
}

} // namespace tokenry
