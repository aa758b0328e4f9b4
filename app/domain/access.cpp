// SPDX-License-Identifier: MIT
#include "domain/access.h"

#include "domain/permissionselection.h"

#include <algorithm>

namespace tokenry
{

bool isActive(const Token &token, const QDateTime &now)
{
    return !token.revokedAt && (!token.expiresAt || *token.expiresAt > now);
}

Access::Access(std::vector<Token> tokens, const QDateTime &now) : m_tokens(std::move(tokens))
{
    std::erase_if(m_tokens, [&](const Token &token) { return !isActive(token, now); });
    for (Index index = 0; index < size(); ++index)
        enter(index);
}

void Access::enter(Index index)
{
    const Token &token = m_tokens[static_cast<size_t>(index)];
    m_byDescription.insert(token.description.trimmed(), index);
    for (const Action action : allActions) {
        const auto place = static_cast<size_t>(action);
        if (token.permissions.permitsAllDatabases(action)) {
            m_throughAll[place].push_back(index);
            continue;
        }
        for (const Permission &permission : token.permissions.permissions()) {
            if (permission.action == action)
                m_byDatabase[permission.resource.name()].tokens[place].push_back(index);
        }
    }
    // What could not be read of a token might make all the difference.
    if (token.unknownPermissions.empty())
        enterPermissions(index);
}

void Access::enterPermissions(Index index)
{
    const PermissionSet &permissions = m_tokens[static_cast<size_t>(index)].permissions;
    const quint64 fingerprint = permissions.fingerprint();
    const auto [first, last] = std::as_const(m_alikeByFingerprint).equal_range(fingerprint);
    for (auto each = first; each != last; ++each) {
        std::vector<Index> &alike = m_alike[*each];
        if (m_tokens[static_cast<size_t>(alike.front())].permissions == permissions) {
            alike.push_back(index);
            return;
        }
    }
    m_alikeByFingerprint.insert(fingerprint, m_alike.size());
    m_alike.push_back({index});
}

std::vector<Token> Access::at(const std::vector<Index> &indexes) const
{
    std::vector<Token> some;
    some.reserve(indexes.size());
    for (const Index index : indexes)
        some.push_back(m_tokens[static_cast<size_t>(index)]);
    return some;
}

qsizetype Access::count(Action action, const QString &database) const
{
    const auto place = static_cast<size_t>(action);
    const auto named = m_byDatabase.constFind(database);
    const size_t byName = named == m_byDatabase.cend() ? 0 : named->tokens[place].size();
    return static_cast<qsizetype>(byName + m_throughAll[place].size());
}

Access::Holders Access::holders(Action action, const QString &database) const
{
    const auto place = static_cast<size_t>(action);
    return {m_byDatabase.value(database).tokens[place], m_throughAll[place]};
}

std::vector<Access::Index> Access::withDescription(const QString &description) const
{
    const QList<Index> found = m_byDescription.values(description.trimmed());
    std::vector<Index> indexes(found.cbegin(), found.cend());
    std::ranges::sort(indexes);
    return indexes;
}

std::vector<Access::Index> Access::withPermissions(const PermissionSelection &selection) const
{
    const auto [first, last] = m_alikeByFingerprint.equal_range(selection.fingerprint());
    for (auto each = first; each != last; ++each) {
        const std::vector<Index> &alike = m_alike[*each];
        if (selection.sends(m_tokens[static_cast<size_t>(alike.front())].permissions))
            return alike;
    }
    return {};
}

} // namespace tokenry
