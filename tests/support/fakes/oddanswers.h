// SPDX-License-Identifier: MIT
#pragma once

#include "domain/answerdifference.h"

#include <functional>
#include <vector>

namespace tokenry::testsupport
{

/// How an answer departs from a faithful one, once for each kind of difference and each way that has words of
/// its own.
struct OddAnswer
{
    const char *name;
    AnswerDifference::Kind kind;
    std::function<void(Token &)> change;
    /// What the reveal dialog says.
    const char *says;
};

/// For a request that expires. The token of ExistedBefore is there already: put it on the cluster first.
inline std::vector<OddAnswer> oddAnswers()
{
    using enum AnswerDifference::Kind;
    const auto with = [](Token &token, const tokenry::Permission &more) {
        std::vector<tokenry::Permission> all = token.permissions.permissions();
        all.push_back(more);
        token.permissions = PermissionSet(std::move(all));
    };
    return {
        {"more", PermissionAdded,
         [with](Token &token) {
             with(token, {*Resource::database(QStringLiteral("payroll")), Action::Write});
         },
         "It may also “write payroll”, which was not asked for."},
        {"everything", PermissionAdded,
         [with](Token &token) {
             with(token, {Resource::allDatabases(), Action::Read});
         },
         "It may also “read every database (*)”, which was not asked for."},
        {"less", PermissionMissing, [](Token &token) { token.permissions = PermissionSet(); },
         "It may not “read billing”, which was asked for."},
        {"unknown", UnknownPermission,
         [](Token &token) {
             token.unknownPermissions.push_back({QStringLiteral("admin"), QStringLiteral("billing")});
         },
         "It may “admin billing”, which Tokenry does not know."},
        {"description", Description, [](Token &token) { token.description = QStringLiteral("another one"); },
         "Its description is “another one”"},
        {"never-expires", Expiry, [](Token &token) { token.expiresAt.reset(); }, "It never expires;"},
        {"expiry-moved", Expiry, [](Token &token) { token.expiresAt = token.expiresAt->addYears(1); },
         "Its expiry is Tue 2028-02-22 09:00 UTC; Mon 2027-02-22 09:00 UTC was asked for."},
        {"expiry-unreadable", Expiry, [](Token &token) { token.expiresAt = QDateTime(); },
         "Its expiry is a time that could not be read; Mon 2027-02-22 09:00 UTC was asked for."},
        {"account", Account,
         [](Token &token) { token.accountId = QStringLiteral("22222222-2222-4222-8222-222222222222"); },
         "It belongs to account 22222222-2222-4222-8222-222222222222, not to"},
        {"cluster", Cluster,
         [](Token &token) { token.clusterId = QStringLiteral("44444444-4444-4444-8444-444444444444"); },
         "It belongs to cluster 44444444-4444-4444-8444-444444444444, not to"},
        {"revoked", AlreadyRevoked, [](Token &token) { token.revokedAt = token.createdAt; },
         "It is already revoked, since"},
        {"existed", ExistedBefore,
         [](Token &token) { token.id = QStringLiteral("99999999-9999-4999-8999-999999999999"); },
         "Its ID, 99999999-9999-4999-8999-999999999999, is that of a token which existed before"},
    };
}

inline Token tokenThatExisted()
{
    Token token;
    token.id = QStringLiteral("99999999-9999-4999-8999-999999999999");
    token.description = QStringLiteral("billing nightly");
    return token;
}

} // namespace tokenry::testsupport
