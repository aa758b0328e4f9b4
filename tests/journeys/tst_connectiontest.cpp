// SPDX-License-Identifier: MIT
#include "journeys/connectiontest.h"
#include "support/fakes/fakecluster.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

class ConnectionTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItFound()
    {
        FakeCluster cluster;
        cluster.databases = {{u"a"_qs, {}}, {u"b"_qs, {}}};
        cluster.tokens.resize(3);
        cluster.serverTime = QDateTime::currentDateTimeUtc().addSecs(-120);
        ConnectionTest test(cluster.factory());
        std::optional<ConnectionTest::Outcome> outcome;
        connect(&test, &ConnectionTest::finished, this,
                [&](const ConnectionTest::Outcome &its) { outcome = its; });
        test.start({}, Secret::copyOf("M.V1.FAKE"));
        QVERIFY(test.isRunning());
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(!test.isRunning());
        QCOMPARE((*outcome)->databases, 2);
        QCOMPARE((*outcome)->tokens, std::optional<qsizetype>(3));
        QVERIFY(qAbs((*outcome)->clockSkew - 120) < 5);
    }

    void saysWhyNot()
    {
        FakeCluster cluster;
        cluster.listError = FakeCluster::error(ApiError::Kind::Unauthorized, 401, ApiError::Effect::None);
        ConnectionTest test(cluster.factory());
        std::optional<ConnectionTest::Outcome> outcome;
        connect(&test, &ConnectionTest::finished, this,
                [&](const ConnectionTest::Outcome &its) { outcome = its; });
        test.start({}, Secret::copyOf("M.V1.FAKE"));
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->error().kind, ApiError::Kind::Unauthorized);
    }

    void saysWhyTheTokensCouldNotBeListed_data()
    {
        QTest::addColumn<ApiError::Kind>("kind");
        QTest::newRow("not allowed") << ApiError::Kind::Forbidden;
        QTest::newRow("500") << ApiError::Kind::ServerError;
        QTest::newRow("lost") << ApiError::Kind::ConnectionLost;
    }

    void saysWhyTheTokensCouldNotBeListed()
    {
        QFETCH(ApiError::Kind, kind);
        FakeCluster cluster;
        cluster.tokensError = FakeCluster::error(kind, 0, ApiError::Effect::None);
        ConnectionTest test(cluster.factory());
        std::optional<ConnectionTest::Outcome> outcome;
        connect(&test, &ConnectionTest::finished, this,
                [&](const ConnectionTest::Outcome &its) { outcome = its; });
        test.start({}, Secret::copyOf("M.V1.FAKE"));
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(outcome->has_value());
        QVERIFY(!(*outcome)->tokens);
        QCOMPARE((*outcome)->tokensError->kind, kind);
    }

    void stopsWithoutAWord()
    {
        FakeCluster cluster;
        ConnectionTest test(cluster.factory());
        bool heard = false;
        connect(&test, &ConnectionTest::finished, this, [&] { heard = true; });
        test.start({}, Secret::copyOf("M.V1.FAKE"));
        test.stop();
        QVERIFY(!test.isRunning());
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }
};

QTEST_GUILESS_MAIN(ConnectionTestTest)
#include "tst_connectiontest.moc"
