// SPDX-License-Identifier: MIT
#pragma once

#include "domain/clusteraddress.h"
#include "domain/tokenrequest.h"

#include <QStringList>
#include <QTimeZone>

namespace tokenry::test
{

/// The account and cluster of the official examples.
inline ClusterAddress exampleAddress(const QUrl &managementUrl = ClusterAddress::defaultManagementUrl())
{
    return {managementUrl,
            QStringLiteral("11111111-1111-4111-8111-111111111111"),
            QStringLiteral("33333333-3333-4333-8333-333333333333"),
            {}};
}

/// What a request permits; "*" stands for all databases.
struct Wanted
{
    QString description;
    QStringList read;
    QStringList write;
    QDateTime expires = {};
};

inline TokenRequest requestFor(const Wanted &wanted)
{
    TokenDraft draft;
    draft.description = wanted.description;
    draft.withoutAccess = true;
    draft.expiry.kind = wanted.expires.isValid() ? ExpiryChoice::Kind::OnDate : ExpiryChoice::Kind::Never;
    draft.expiry.date = wanted.expires;
    const auto permit = [&](Action action, const QStringList &names) {
        for (const QString &name : names) {
            if (name == u"*")
                draft.permissions.setAllDatabases(action, true);
            else
                draft.permissions.tick(action, draft.permissions.addTyped(name).value(), true);
        }
    };
    permit(Action::Read, wanted.read);
    permit(Action::Write, wanted.write);
    return TokenRequest::from(draft, QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)).value();
}

/// The five scenarios of the Management API's documentation, by name, and its example of separate names.
inline std::vector<std::pair<const char *, Wanted>> documentedScenarios()
{
    const QString one = QStringLiteral("DatabaseOne");
    const QString two = QStringLiteral("DatabaseTwo");
    const QString all = QStringLiteral("*");
    return {
        {"read and write on one", {QStringLiteral("Read and write DatabaseOne"), {one}, {one}}},
        {"read and write on all", {QStringLiteral("Read and write everything"), {all}, {all}}},
        {"read only on one", {QStringLiteral("Read DatabaseOne"), {one}, {}}},
        {"read only on several", {QStringLiteral("Read both"), {one, two}, {}}},
        {"mixed", {QStringLiteral("Read one, read and write another"), {one, two}, {two}}},
        {"limited access token", {QStringLiteral("Read one, write another"), {one}, {two}}},
    };
}

} // namespace tokenry::test
