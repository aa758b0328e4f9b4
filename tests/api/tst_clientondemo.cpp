// SPDX-License-Identifier: MIT
#include "api/managementclient.h"
#include "api/waiting.h"
#include "domain/answerdifference.h"
#include "support/democlusterprocess.h"
#include "wire/calls.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;

// The client on the demo cluster, which shares no code with it.
class ClientOnDemoTest : public QObject
{
    Q_OBJECT

    DemoClusterProcess m_cluster;

    [[nodiscard]] ClusterAddress address() const
    {
        ClusterAddress address;
        address.managementUrl = QUrl(m_cluster.managementUrl());
        address.accountId = m_cluster.accountId();
        address.clusterId = m_cluster.clusterId();
        return address;
    }
    static Secret token() { return Secret::copyOf(DemoClusterProcess::managementToken()); }

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        QVERIFY(m_cluster.start());
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void lists()
    {
        ManagementClient client(address());
        const auto databases = outcomeOf(client.databases(token()));
        QVERIFY(databases && *databases);
        QVERIFY((*databases)->databases->size() > 100);
        QCOMPARE((*databases)->unreadable, 0);
        QVERIFY(qAbs((*databases)->serverTime.date.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        const auto tokens = outcomeOf(client.tokens(token()));
        QVERIFY(tokens && *tokens);
        QVERIFY((*tokens)->tokens.size() > 100);
        QCOMPARE((*tokens)->unreadable, 0);
    }

    void createsAndRevokes()
    {
        TokenDraft draft;
        draft.description = QStringLiteral("made by a test");
        draft.withoutAccess = true;
        const auto request = TokenRequest::from(draft, QDateTime::currentDateTime());
        QVERIFY(request);
        ManagementClient client(address());
        client.prewarm();
        const auto created = outcomeOf(client.create(token(), createToken(address(), *request)));
        QVERIFY(created && *created);
        QVERIFY((*created)->secret.size() >= 64);
        QVERIFY((*created)->token);
        QCOMPARE((*created)->token->description, draft.description);
        const QString id = (*created)->token->id;
        const auto revoked = outcomeOf(client.revoke(token(), id));
        QVERIFY(revoked && *revoked);
        const auto unknown =
            outcomeOf(client.revoke(token(), QStringLiteral("00000000-0000-4000-8000-000000000000")));
        QVERIFY(unknown && !*unknown);
        QCOMPARE(unknown->error().kind, ApiError::Kind::NotFound);
        QVERIFY(!unknown->error().serverMessage.isEmpty());
    }

    void clusteredHasNoAccountAndNoCluster()
    {
        DemoClusterProcess own({.more = {QStringLiteral("--clustered")}});
        QVERIFY(own.start());
        QVERIFY(own.accountId().isEmpty());
        ClusterAddress clustered;
        clustered.product = Product::Clustered;
        clustered.managementUrl = QUrl(own.managementUrl());
        TokenDraft draft;
        draft.description = QStringLiteral("made by a test");
        draft.withoutAccess = true;
        const auto request = TokenRequest::from(draft, QDateTime::currentDateTime());
        QVERIFY(request);
        ManagementClient client(clustered);
        const auto databases = outcomeOf(client.databases(token()));
        QVERIFY(databases && *databases);
        QVERIFY((*databases)->databases->size() > 100);
        const auto created = outcomeOf(client.create(token(), createToken(clustered, *request)));
        QVERIFY(created && *created);
        QVERIFY((*created)->token && (*created)->token->accountId.isEmpty());
        QVERIFY(differences(*request, clustered, *(*created)->token).empty());
        const auto revoked = outcomeOf(client.revoke(token(), (*created)->token->id));
        QVERIFY(revoked && *revoked);

        // Each knows its own paths only.
        ClusterAddress wrong = clustered;
        wrong.accountId = wrong.clusterId = QStringLiteral("11111111-1111-1111-1111-111111111111");
        ManagementClient misled(wrong);
        const auto unknown = outcomeOf(misled.databases(token()));
        QVERIFY(unknown && !*unknown);
        QCOMPARE(unknown->error().kind, ApiError::Kind::NotFound);
    }

    void isRefusedWithAWrongToken()
    {
        ManagementClient client(address());
        const auto got = outcomeOf(client.databases(Secret::copyOf("M.V1.FAKE-and-wrong")));
        QVERIFY(got && !*got);
        QCOMPARE(got->error().kind, ApiError::Kind::Unauthorized);
        QCOMPARE(got->error().status, 401);
        QVERIFY(!got->error().serverMessage.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ClientOnDemoTest)
#include "tst_clientondemo.moc"
