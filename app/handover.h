// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tokenry
{

/// What a second start asks the window of the first one for.
struct Handover
{
    /// In bytes, as encoded; longer ones are refused.
    static constexpr qsizetype maximumSize = 64 * 1024;

    QString profile;
    bool demo = false;
    /// Absolute; empty: none.
    QString file;
    /// What the desktop gave to the second start, so that its window may come to the front.
    QByteArray activationToken;

    /// One line of JSON, with its end.
    [[nodiscard]] QByteArray encoded() const;
    /// Nothing where it is none.
    [[nodiscard]] static std::optional<Handover> decoded(const QByteArray &line);

    friend bool operator==(const Handover &, const Handover &) = default;
};

} // namespace tokenry
