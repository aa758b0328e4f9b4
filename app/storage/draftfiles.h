// SPDX-License-Identifier: MIT
#pragma once

#include "ports/draftstore.h"

namespace tokenry
{

/// Drafts as files of mode 0600: DIRECTORY/SLUG.json, see wire/draftjson.h. A file that cannot be read, or
/// that a newer Tokenry wrote, is renamed to SLUG.json.set-aside (or -2, -3 …) and never written over.
class DraftFiles final : public DraftStore
{
public:
    /// \a directory need not exist.
    explicit DraftFiles(QString directory);

    [[nodiscard]] Result<std::optional<TokenDraft>, DraftError> load(const QString &slug) override;
    [[nodiscard]] Result<Done, DraftError> save(const QString &slug, const TokenDraft &draft) override;
    [[nodiscard]] Result<Done, DraftError> remove(const QString &slug) override;

private:
    [[nodiscard]] QString fileFor(const QString &slug) const;

    const QString m_directory;
};

} // namespace tokenry
