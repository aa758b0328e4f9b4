// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/tokendraft.h"
#include "wire/documentfault.h"

#include <QString>

#include <optional>

namespace tokenry
{

/// Why a draft could not be brought back or kept.
struct DraftError
{
    enum class Kind {
        NotReadable,
        Content, // fault says what is wrong with it
        NotWritable,
    };

    Kind kind = Kind::NotReadable;
    QString file;
    /// Where the file was put out of the way, as the next draft takes its place; empty where it was not.
    QString setAsideAs;
    std::optional<DocumentFault> fault;
    /// What the system says.
    QString technical;

    friend bool operator==(const DraftError &, const DraftError &) = default;
};

/// A draft for each profile, kept from one start to the next.
class DraftStore
{
public:
    virtual ~DraftStore() = default;

    /// Nothing where there is none. What cannot be read is set aside, not lost.
    [[nodiscard]] virtual Result<std::optional<TokenDraft>, DraftError> load(const QString &slug) = 0;
    [[nodiscard]] virtual Result<Done, DraftError> save(const QString &slug, const TokenDraft &draft) = 0;
    [[nodiscard]] virtual Result<Done, DraftError> remove(const QString &slug) = 0;
};

} // namespace tokenry
