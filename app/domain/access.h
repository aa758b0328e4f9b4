// SPDX-License-Identifier: MIT
#pragma once

#include "domain/token.h"

#include <QHash>
#include <QMultiHash>

#include <array>
#include <memory>
#include <vector>

namespace tokenry
{

class PermissionSelection;

/// Neither revoked nor expired at that moment, which is the server's.
[[nodiscard]] bool isActive(const Token &token, const QDateTime &now);

/// Who may do what on a cluster: the active tokens of one reading of the list, found by database, by
/// description and by permissions. Immutable, shared; built once per reading.
class Access
{
public:
    using Ptr = std::shared_ptr<const Access>;
    /// A token's place in tokens().
    using Index = qsizetype;

    /// The tokens that may do one thing on one database, each once.
    struct Holders
    {
        /// By the database's name.
        std::vector<Index> named;
        /// Through `*`, whether or not they name the database, too.
        std::vector<Index> throughAll;

        [[nodiscard]] qsizetype count() const
        {
            return static_cast<qsizetype>(named.size() + throughAll.size());
        }
    };

    Access() = default;
    /// Keeps what is active of the tokens; \a now is the server's time.
    Access(std::vector<Token> tokens, const QDateTime &now);

    [[nodiscard]] const std::vector<Token> &tokens() const { return m_tokens; }
    /// Copies of some.
    [[nodiscard]] std::vector<Token> at(const std::vector<Index> &indexes) const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_tokens.size()); }

    [[nodiscard]] qsizetype count(Action action, const QString &database) const;
    [[nodiscard]] Holders holders(Action action, const QString &database) const;
    /// Blanks at the edges do not count.
    [[nodiscard]] std::vector<Index> withDescription(const QString &description) const;
    /// Exactly those that the selection would send. Costs the size of one such token where there is one, and
    /// next to nothing where there is none.
    [[nodiscard]] std::vector<Index> withPermissions(const PermissionSelection &selection) const;

private:
    struct Named
    {
        std::array<std::vector<Index>, 2> tokens;
    };

    void enter(Index index);
    void enterPermissions(Index index);

    std::vector<Token> m_tokens;
    QHash<QString, Named> m_byDatabase;
    std::array<std::vector<Index>, 2> m_throughAll;
    QMultiHash<QString, Index> m_byDescription;
    /// Tokens with the same permissions, and their place by PermissionSet::fingerprint().
    std::vector<std::vector<Index>> m_alike;
    QMultiHash<quint64, size_t> m_alikeByFingerprint;
};

} // namespace tokenry
