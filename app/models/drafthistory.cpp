// SPDX-License-Identifier: MIT
#include "models/drafthistory.h"

#include "domain/pastedtext.h"

#include <algorithm>
#include <utility>

namespace tokenry
{

namespace
{

bool merges(DraftHistory::Step step)
{
    using Step = DraftHistory::Step;
    return step == Step::Typing || step == Step::Date || step == Step::Preset;
}

} // namespace

std::optional<TokenDraft> DraftHistory::exchange(Entries &from, Entries &to, const TokenDraft &current)
{
    if (from.empty())
        return std::nullopt;
    Entry entry = std::move(from.back());
    from.pop_back();
    to.push_back({current, entry.step, entry.mark});
    return std::move(entry.draft);
}

std::optional<DraftHistory::Step> DraftHistory::undoStep() const
{
    return canUndo() ? std::optional(m_undo.back().step) : std::nullopt;
}

std::optional<DraftHistory::Step> DraftHistory::redoStep() const
{
    return canRedo() ? std::optional(m_redo.back().step) : std::nullopt;
}

void DraftHistory::remember(const TokenDraft &before, Step step)
{
    const bool merged = merges(step) && step == m_last && !m_undo.empty();
    m_last = step;
    m_redo.clear();
    if (merged)
        return;
    if (m_undo.size() == maximumDepth)
        m_undo.erase(m_undo.begin());
    m_undo.push_back({before, step, ++m_lastMark});
}

void DraftHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
    m_last = Step::Other;
}

void DraftHistory::forgetBegunTokens()
{
    for (Entries *const entries : {&m_undo, &m_redo}) {
        for (Entry &entry : *entries) {
            if (mayBeginToken(entry.draft.description))
                entry.draft.description.clear();
        }
    }
}

std::optional<TokenDraft> DraftHistory::undo(const TokenDraft &current)
{
    m_last = Step::Other;
    return exchange(m_undo, m_redo, current);
}

std::optional<TokenDraft> DraftHistory::undoTo(Mark mark, const TokenDraft &current)
{
    if (std::ranges::find(m_undo, mark, &Entry::mark) == m_undo.end())
        return std::nullopt;
    TokenDraft draft = current;
    // Step by step, so that each can be brought again.
    for (bool reached = false; !reached;) {
        reached = m_undo.back().mark == mark;
        draft = *undo(draft);
    }
    return draft;
}

std::optional<TokenDraft> DraftHistory::redo(const TokenDraft &current)
{
    m_last = Step::Other;
    return exchange(m_redo, m_undo, current);
}

} // namespace tokenry
