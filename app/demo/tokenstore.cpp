// SPDX-License-Identifier: MIT
#include "demo/tokenstore.h"

#include "demo/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

Refusal notFound()
{
    return {404, u"database token not found"_s};
}

} // namespace

TokenStore::TokenStore(QList<Token> tokens) : m_tokens(std::move(tokens)) {}

qsizetype TokenStore::existing(const QString &id) const
{
    const auto found =
        std::find_if(m_tokens.cbegin(), m_tokens.cend(), [&](const Token &token) { return token.id == id; });
    if (found == m_tokens.cend())
        throw notFound();
    return found - m_tokens.cbegin();
}

QList<Token> TokenStore::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_tokens;
}

Token TokenStore::find(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_tokens.at(existing(id));
}

std::optional<Token> TokenStore::withSecret(const QByteArray &secretHash) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_tokens.cbegin(), m_tokens.cend(),
                                    [&](const Token &token) { return token.secretHash == secretHash; });
    return found == m_tokens.cend() ? std::nullopt : std::optional(*found);
}

void TokenStore::add(const Token &token)
{
    const std::lock_guard lock(m_mutex);
    m_tokens.append(token);
}

Token TokenStore::change(const QString &id, const Change &change)
{
    const std::lock_guard lock(m_mutex);
    Token &token = m_tokens[existing(id)];
    if (token.revokedAt)
        throw notFound();
    change(token);
    return token;
}

void TokenStore::revoke(const QString &id)
{
    change(id, [](Token &token) { token.revokedAt = now(); });
}

} // namespace tokenry::demo
