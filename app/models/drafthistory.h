// SPDX-License-Identifier: MIT
#pragma once

#include "domain/tokendraft.h"

#include <optional>
#include <vector>

namespace tokenry
{

/// Snapshots of a draft, for undo and redo. They share the catalog and hold two bits per database, so they
/// are small.
class DraftHistory
{
public:
    /// What a step changes; steps of the same kind that follow each other become one, except Other.
    enum class Step { Other, Typing, Date };

    static constexpr size_t maximumDepth = 200;

    /// Call before a change, with the draft as it is.
    void remember(const TokenDraft &before, Step step);
    /// The next step begins anew, even if it is of the same kind.
    void endStep() { m_last = Step::Other; }
    void clear();

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    /// The draft to go back (or forward again) to; \a current is kept for the other direction.
    [[nodiscard]] std::optional<TokenDraft> undo(const TokenDraft &current);
    [[nodiscard]] std::optional<TokenDraft> redo(const TokenDraft &current);

private:
    std::vector<TokenDraft> m_undo;
    std::vector<TokenDraft> m_redo;
    Step m_last = Step::Other;
};

} // namespace tokenry
