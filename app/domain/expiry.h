// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <array>

namespace tokenry
{

/// When a token ends: never, or at an instant in UTC with whole seconds (clients of the API reject
/// fractions).
class Expiry
{
public:
    [[nodiscard]] static Expiry never() { return {}; }
    [[nodiscard]] static Expiry at(const QDateTime &instant);

    [[nodiscard]] bool isNever() const { return !m_instant.isValid(); }
    /// In UTC; not valid for never().
    [[nodiscard]] const QDateTime &instant() const { return m_instant; }

    friend bool operator==(const Expiry &, const Expiry &) = default;

private:
    QDateTime m_instant;
};

/// What the person chose; it becomes an Expiry when the request is made.
struct ExpiryChoice
{
    enum class Kind { AfterDays, OnDate, Never };

    static constexpr int defaultDays = 90;
    /// What is offered to choose from.
    static constexpr std::array usualDays{7, 30, 90, 180, 365};
    /// When a number of days ends, and a day without a time.
    [[nodiscard]] static QTime morning() { return {10, 0}; }

    Kind kind = Kind::AfterDays;
    int days = defaultDays;
    /// For OnDate: the date and time chosen, in the person's time zone.
    QDateTime date;

    /// \a now is in the person's time zone. A number of days ends at 10:00 on a working day (Monday to
    /// Friday) there, never earlier than asked, so that a token does not end at night or on a weekend.
    [[nodiscard]] Expiry resolve(const QDateTime &now) const;

    friend bool operator==(const ExpiryChoice &, const ExpiryChoice &) = default;
};

} // namespace tokenry
