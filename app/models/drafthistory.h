// SPDX-License-Identifier: MIT
#pragma once

#include "domain/draftstep.h"
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
    using Step = DraftStep;

    using Mark = quint64;

    static constexpr size_t maximumDepth = 200;

    /// Call before a change, with the draft as it is. Steps of Typing, of Date or of Preset that follow each
    /// other become one.
    void remember(const TokenDraft &before, Step step);
    /// Which step came last, to be found again among those that follow it.
    [[nodiscard]] Mark lastStep() const { return m_lastMark; }
    /// The next step begins anew, even if it is of the same kind.
    void endStep() { m_last = Step::Other; }
    void clear();
    /// Takes descriptions that may begin a token out of all snapshots.
    void forgetBegunTokens();

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    /// What undo() and redo() would take back and bring again.
    [[nodiscard]] std::optional<Step> undoStep() const;
    [[nodiscard]] std::optional<Step> redoStep() const;
    /// The draft to go back (or forward again) to; \a current is kept for the other direction.
    [[nodiscard]] std::optional<TokenDraft> undo(const TokenDraft &current);
    [[nodiscard]] std::optional<TokenDraft> redo(const TokenDraft &current);
    /// Back over that step and all that followed it; nothing where it was taken back already.
    [[nodiscard]] std::optional<TokenDraft> undoTo(Mark mark, const TokenDraft &current);

private:
    struct Entry
    {
        TokenDraft draft;
        Step step;
        Mark mark;
    };
    using Entries = std::vector<Entry>;

    [[nodiscard]] static std::optional<TokenDraft> exchange(Entries &from, Entries &to,
                                                            const TokenDraft &current);

    Entries m_undo;
    Entries m_redo;
    Step m_last = Step::Other;
    Mark m_lastMark = 0;
};

} // namespace tokenry
