// SPDX-License-Identifier: MIT
#pragma once

#include "ports/draftstore.h"

#include <map>

namespace tokenry::testsupport
{

/// Drafts in memory, by slug.
class FakeDraftStore final : public DraftStore
{
public:
    std::map<QString, TokenDraft> drafts;
    /// Everything fails with it while it is set.
    std::optional<DraftError> failure;
    int saves = 0;

    [[nodiscard]] Result<std::optional<TokenDraft>, DraftError> load(const QString &slug) override
    {
        if (failure)
            return unexpected(*failure);
        const auto draft = drafts.find(slug);
        return draft == drafts.end() ? std::nullopt : std::optional(draft->second);
    }

    [[nodiscard]] Result<Done, DraftError> save(const QString &slug, const TokenDraft &draft) override
    {
        if (failure)
            return unexpected(*failure);
        ++saves;
        drafts[slug] = draft;
        return Done{};
    }

    [[nodiscard]] Result<Done, DraftError> remove(const QString &slug) override
    {
        if (failure)
            return unexpected(*failure);
        drafts.erase(slug);
        return Done{};
    }
};

} // namespace tokenry::testsupport
