// SPDX-License-Identifier: MIT
#pragma once

#include "domain/access.h"

#include <memory>

namespace tokenry::testsupport
{

/// A token that may do what "r:billing w:*" says.
inline Token tokenOf(const QString &description, const QString &permitted)
{
    Token token;
    token.id =
        QStringLiteral("55555555-5555-4555-8555-%1").arg(qHash(description) % 1'000'000, 12, 10, QChar(u'0'));
    token.description = description;
    std::vector<Permission> permissions;
    for (const QString &each : permitted.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = each.mid(2);
        permissions.push_back({name == u'*' ? Resource::allDatabases() : *Resource::database(name),
                               each.startsWith(u'w') ? Action::Write : Action::Read});
    }
    token.permissions = PermissionSet(std::move(permissions));
    return token;
}

inline Access::Ptr accessOf(std::vector<Token> tokens)
{
    return std::make_shared<const Access>(std::move(tokens), QDateTime());
}

} // namespace tokenry::testsupport
