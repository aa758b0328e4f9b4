// SPDX-License-Identifier: MIT
#include "render/issueddetails.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokenry;

class TestIssuedDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text();
    void json();
    void littleIsKnown();
    void namesCannotPose();
};

namespace
{

Permission on(Action action, const char *name)
{
    return {Resource::database(QString::fromUtf8(name)).value(), action};
}

IssuedDetails example()
{
    IssuedDetails details;
    Token &token = details.token;
    token.id = QStringLiteral("55555555-5555-4555-8555-555555555555");
    token.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    token.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    token.description = QStringLiteral("Telegraf edge-west");
    token.permissions = PermissionSet({on(Action::Read, "billing"),
                                       on(Action::Write, "billing_events"),
                                       {Resource::allDatabases(), Action::Read}});
    token.unknownPermissions = {{QStringLiteral("delete"), QStringLiteral("billing")}};
    token.createdAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0, 0, 245), Qt::UTC);
    token.expiresAt = QDateTime(QDate(2027, 2, 23), QTime(9, 0), Qt::UTC);
    details.clusterUrl = QUrl(QStringLiteral("https://cluster.example"));
    details.keychainItem =
        KeychainItem{QStringLiteral("tokenry/prod-eu/telegraf_west"), QStringLiteral("telegraf_west")};
    return details;
}

} // namespace

void TestIssuedDetails::text()
{
    QCOMPARE(tokenDetailsText(example()),
             QStringLiteral("Token ID      55555555-5555-4555-8555-555555555555\n"
                            "Description   Telegraf edge-west\n"
                            "Can write     billing_events\n"
                            "Can read      * (every database)\n"
                            "Can read      billing\n"
                            "Unknown       delete billing\n"
                            "Created       2026-11-23T09:00:00Z\n"
                            "Expires       2027-02-23T09:00:00Z\n"
                            "Account ID    11111111-1111-4111-8111-111111111111\n"
                            "Cluster ID    33333333-3333-4333-8333-333333333333\n"
                            "Cluster URL   https://cluster.example\n"
                            "Keychain      tokenry/prod-eu/telegraf_west\n"
                            "Keychain key  telegraf_west\n"));
}

void TestIssuedDetails::json()
{
    const QJsonObject read = QJsonDocument::fromJson(tokenDetailsJson(example()).toUtf8()).object();
    QCOMPARE(read.keys(), (QStringList{QStringLiteral("accountId"), QStringLiteral("clusterId"),
                                       QStringLiteral("clusterUrl"), QStringLiteral("createdAt"),
                                       QStringLiteral("description"), QStringLiteral("expiresAt"),
                                       QStringLiteral("id"), QStringLiteral("keychain"),
                                       QStringLiteral("permissions"), QStringLiteral("unknownPermissions")}));
    QCOMPARE(read[QLatin1String("createdAt")].toString(), QStringLiteral("2026-11-23T09:00:00Z"));
    QCOMPARE(read[QLatin1String("permissions")].toArray().size(), 3);
    QCOMPARE(
        read[QLatin1String("unknownPermissions")].toArray()[0].toObject()[QLatin1String("action")].toString(),
        QStringLiteral("delete"));
    QCOMPARE(read[QLatin1String("keychain")].toObject()[QLatin1String("key")].toString(),
             QStringLiteral("telegraf_west"));
}

void TestIssuedDetails::littleIsKnown()
{
    IssuedDetails details;
    details.token.id = QStringLiteral("x");
    QCOMPARE(tokenDetailsText(details), QStringLiteral("Token ID      x\n"
                                                       "Permissions   none\n"
                                                       "Expires       never\n"));
    QCOMPARE(tokenDetailsJson(details),
             QStringLiteral("{\n  \"id\": \"x\",\n  \"description\": \"\",\n  \"permissions\": []\n}\n"));
    // A time that could not be read is not "never".
    details.token.expiresAt = QDateTime();
    QVERIFY(!tokenDetailsText(details).contains(QLatin1String("never")));
}

void TestIssuedDetails::namesCannotPose()
{
    IssuedDetails details;
    details.token.id = QStringLiteral("x");
    details.token.description = QStringLiteral("a\nToken ID  y\u202E");
    QVERIFY(
        tokenDetailsText(details).contains(QStringLiteral("Description   a\\u{000a}Token ID  y\\u{202e}\n")));
    const QJsonObject read = QJsonDocument::fromJson(tokenDetailsJson(details).toUtf8()).object();
    QCOMPARE(read[QLatin1String("description")].toString(), details.token.description);
}

QTEST_GUILESS_MAIN(TestIssuedDetails)
#include "tst_issueddetails.moc"
