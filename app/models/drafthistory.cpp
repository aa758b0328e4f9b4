// SPDX-License-Identifier: MIT
#include "models/drafthistory.h"

#include <utility>

namespace tokenry
{

namespace
{

std::optional<TokenDraft> exchange(std::vector<TokenDraft> &from, std::vector<TokenDraft> &to,
                                   const TokenDraft &current)
{
    if (from.empty())
        return std::nullopt;
    to.push_back(current);
    TokenDraft draft = std::move(from.back());
    from.pop_back();
    return draft;
}

} // namespace

void DraftHistory::remember(const TokenDraft &before, Step step)
{
    const bool merged = step != Step::Other && step == m_last && !m_undo.empty();
    m_last = step;
    m_redo.clear();
    if (merged)
        return;
    if (m_undo.size() == maximumDepth)
        m_undo.erase(m_undo.begin());
    m_undo.push_back(before);
}

void DraftHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
    m_last = Step::Other;
}

std::optional<TokenDraft> DraftHistory::undo(const TokenDraft &current)
{
    m_last = Step::Other;
    return exchange(m_undo, m_redo, current);
}

std::optional<TokenDraft> DraftHistory::redo(const TokenDraft &current)
{
    m_last = Step::Other;
    return exchange(m_redo, m_undo, current);
}

} // namespace tokenry
