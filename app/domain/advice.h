// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"
#include "domain/remedy.h"

#include <functional>
#include <vector>

namespace tokenry
{

/// Something about a draft that the person should know before it becomes a token. Kinds and facts; the window
/// has the words.
struct Advice
{
    /// In the order they are shown in.
    enum class Kind {
        WriteAll,
        ReadAll,
        NeverExpires,
        LongerThanAYear,
        NotOnCluster,
        SameDescription,
        /// Every database of today is ticked singly; later ones are not included.
        EveryDatabase,
        /// `*` makes ticked names redundant; they are kept and not sent.
        RedundantNames,
        WriteWithoutRead,
        SamePermissions,
    };
    enum class Weight { Danger, Caution, Note };

    /// How many of the names are listed.
    static constexpr qsizetype mostNames = 12;

    Kind kind;
    /// What EveryDatabase and RedundantNames are about.
    Action action = Action::Read;
    /// Names or tokens concerned.
    qsizetype count = 0;
    /// NotOnCluster: the names, the first of them where they are many.
    QStringList names{};
    /// SameDescription, SamePermissions: the tokens in Access::tokens().
    std::vector<Access::Index> tokens{};
    /// What can be done with one click, the likeliest first.
    std::vector<Remedy> remedies{};

    friend bool operator==(const Advice &, const Advice &) = default;
};

[[nodiscard]] Advice::Weight weightOf(Advice::Kind kind);

/// What advice depends on besides the draft.
struct AdviceContext
{
    /// Null where the tokens are not known; advice that needs them is absent then.
    Access::Ptr access;
    /// The server's time where it is known, in the person's time zone.
    QDateTime now;
    /// The draft's catalog was read from the cluster, so a name that is not in it is missing.
    bool databasesKnown = true;
    /// The listed name that a missing one may be meant for; an empty one where none is. May be unset.
    std::function<QString(const QString &missing)> nearName;
    /// With what new drafts of the profile begin.
    ExpiryChoice defaultExpiry = {};
};

/// The weightiest first. Costs little per tick: counters, typed names and look-ups, not all databases.
[[nodiscard]] std::vector<Advice> adviceOn(const TokenDraft &draft, const AdviceContext &context);

/// As the person sees it: of all but dangers, only the first two are shown at first.
[[nodiscard]] std::vector<Advice> foremost(const std::vector<Advice> &all);

} // namespace tokenry
