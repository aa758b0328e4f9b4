// SPDX-License-Identifier: MIT
#pragma once

#include "domain/databasecatalog.h"
#include "domain/permissionset.h"
#include "ports/tokenprobe.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace tokenry
{

/// How often a token is tried, and for how long.
struct ActivationTempo
{
    std::chrono::milliseconds first = std::chrono::seconds(2);
    /// The pauses grow up to this while the token is refused,
    std::chrono::milliseconds longest = std::chrono::seconds(10);
    /// and up to this while there is no answer, or none that says anything.
    std::chrono::milliseconds longestInTrouble = std::chrono::seconds(30);
    std::chrono::milliseconds limit = std::chrono::minutes(5);
};

/// Whether a new token is accepted by its cluster, as a value.
struct ActivationState
{
    enum class Phase {
        Unverifiable, // why
        Ready,
        Asking, // nothing is sent before the person allows it
        Trying,
        Pausing, // until the next try
        Active,
        GaveUp, // not accepted within the limit
        Cancelled,
    };

    enum class Why {
        NoPermissions,
        NothingToTry, // none of its databases is on the cluster
        NoClusterUrl,
        ClusterUrlUnusable,
        SecretUnsendable,
    };

    /// What is tried: one database of each kind of permission.
    struct Part
    {
        Action action = Action::Read;
        QString database;
        bool underWay = false;
        bool accepted = false;
        /// Of the try before this one.
        std::optional<ProbeError> error = {};

        friend bool operator==(const Part &, const Part &) = default;
    };

    Phase phase = Phase::Ready;
    Why why = Why::NoPermissions;
    std::vector<Part> parts;
    /// Permitted, and no database is there to try it on.
    std::vector<Action> untried;
    /// Tries of all parts since the beginning, or since it was begun again.
    int rounds = 0;
    /// For Pausing.
    std::chrono::milliseconds pause{0};

    [[nodiscard]] bool isRunning() const { return phase == Phase::Trying || phase == Phase::Pausing; }
    /// It can be begun, if the person lets it.
    [[nodiscard]] bool canBegin() const;
    /// The error that says most of those that parts have now: a refusal tells more than silence. Null where
    /// there is none.
    [[nodiscard]] const ProbeError *trouble() const;
    /// Some parts are accepted and others are not.
    [[nodiscard]] bool isPartlyAccepted() const;
};

namespace activation
{
/// At first, or again.
struct Begun
{
};
struct Answered
{
    Action action;
    Result<Done, ProbeError> outcome;
    /// Since it was begun.
    std::chrono::milliseconds elapsed;
};
struct PauseEnded
{
};
struct Cancelled
{
};

using Event = std::variant<Begun, Answered, PauseEnded, Cancelled>;
} // namespace activation

/// What can be tried of the permissions: databases of \a listed, the cluster's list, which is null where it
/// is not known.
[[nodiscard]] ActivationState activationOf(const PermissionSet &permissions, const DatabaseCatalog *listed);

/// The state after the event; an event that makes no sense in the state changes nothing.
[[nodiscard]] ActivationState next(ActivationState state, const activation::Event &event,
                                   const ActivationTempo &tempo);

} // namespace tokenry
