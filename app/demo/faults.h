// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace tokenry::demo
{

// What the next creation of a token meets.
enum class Fault {
    None,
    LoseAnswer,
    AnswerLate,
    Unauthorized,
    Forbidden,
    Conflict,
    ServerError,
    PermitOther
};

// By the names the parent process uses, lose-answer for example; empty for None. nullopt: no such fault.
QString nameOf(Fault fault);
std::optional<Fault> faultNamed(const QString &name);

// The fault that is armed, for one creation, and the management token that may only read. Safe to use from
// several threads.
class Faults
{
public:
    // Called with the fault that is armed from now on: by arm(), and by take() once it took one. Set it
    // before anything else.
    std::function<void(Fault)> changed;

    void arm(Fault fault);
    Fault take();

    void setReadingTokenHash(const QByteArray &hash); // SHA-512; empty: there is no such token
    QByteArray readingTokenHash() const;

private:
    mutable std::mutex m_mutex;
    Fault m_armed = Fault::None;
    QByteArray m_readingTokenHash;
};

} // namespace tokenry::demo
