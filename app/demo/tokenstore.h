// SPDX-License-Identifier: MIT
#pragma once

#include "demo/records.h"

#include <functional>
#include <mutex>

namespace tokenry::demo
{

// The cluster's database tokens. Safe to use from several threads; what it returns are copies.
// Throws Refusal 404 for an ID that is not there.
class TokenStore
{
public:
    using Change = std::function<void(Token &)>;

    explicit TokenStore(QList<Token> tokens);

    QList<Token> all() const; // revoked and expired ones too
    Token find(const QString &id) const;
    std::optional<Token> withSecret(const QByteArray &secretHash) const;

    void add(const Token &token);

    // What PATCH and DELETE of a revoked token answer is not documented; here it is 404, as if it were gone.
    Token change(const QString &id, const Change &change);
    void revoke(const QString &id);

private:
    qsizetype existing(const QString &id) const;

    mutable std::mutex m_mutex;
    QList<Token> m_tokens;
};

} // namespace tokenry::demo
