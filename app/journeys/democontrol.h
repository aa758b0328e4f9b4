// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace tokenry
{

/// What the next creation of a token meets on the demo clusters; once.
enum class DemoFault {
    None,
    LoseAnswer,
    AnswerLate,
    Unauthorized,
    Forbidden,
    Conflict,
    ServerError,
    PermitOther
};

inline constexpr std::array allDemoFaults{
    DemoFault::LoseAnswer, DemoFault::AnswerLate,  DemoFault::Unauthorized, DemoFault::Forbidden,
    DemoFault::Conflict,   DemoFault::ServerError, DemoFault::PermitOther};

/// What happens to a demo cluster at once, behind the back of who has read it.
struct DemoChange
{
    enum class Kind { DeleteDatabase, AddDatabase, AddToken };

    Kind kind = Kind::DeleteDatabase;
    /// The database's name, or the token's description.
    QString name;

    friend bool operator==(const DemoChange &, const DemoChange &) = default;
};

/// What the demo process says after its announcement.
struct DemoReport
{
    /// The fault that is armed from now on, where that changed.
    std::optional<DemoFault> armed;
    /// The change that was made, where one was.
    std::optional<DemoChange> changed;
    /// The reason why a change was not made.
    QString refused;
};

// Lines for the demo process's standard input, ends included, and from its standard output.
[[nodiscard]] QByteArray armingLine(DemoFault fault);
[[nodiscard]] QByteArray changeLine(const DemoChange &change, const QString &clusterId);
/// Nothing in it for a line that is not understood.
[[nodiscard]] DemoReport demoReport(const QByteArray &line);

} // namespace tokenry
