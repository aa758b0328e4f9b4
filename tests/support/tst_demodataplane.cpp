// SPDX-License-Identifier: MIT
// What the demo cluster answers to a database token: /ping, /query, /api/v2/write.
#include "support/democlusterprocess.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using tokenry::tests::DemoClusterProcess;
using tokenry::tests::quoted;
using Answer = DemoClusterProcess::Answer;
using Headers = DemoClusterProcess::Headers;

class TestDemoDataPlane : public QObject
{
    Q_OBJECT

private:
    DemoClusterProcess m_demo{{0, true}};

    static QJsonObject create(const DemoClusterProcess &demo, const QByteArray &body)
    {
        return demo.ask("POST"_ba, demo.prefix() + u"/tokens"_s, quoted(body)).object();
    }

    static Headers bearer(const QJsonObject &token)
    {
        return {{"Authorization"_ba, "Bearer "_ba + token.value(u"accessToken"_s).toString().toLatin1()}};
    }

    static int queryStatus(const DemoClusterProcess &demo, const Headers &headers, const QString &database)
    {
        return demo.ask("GET"_ba, u"/query?q=SHOW%20MEASUREMENTS%20LIMIT%201&db="_s + database, {}, headers)
            .status;
    }

    static int writeStatus(const DemoClusterProcess &demo, const Headers &headers, const QString &database,
                           const QByteArray &body = {})
    {
        Headers all = headers;
        all.append({"Content-Type"_ba, "text/plain; charset=utf-8"_ba});
        return demo.ask("POST"_ba, u"/api/v2/write?org=ignored&precision=ns&bucket="_s + database, body, all)
            .status;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_demo.start());
        for (const char *body : {"{'name':'a'}", "{'name':'telegraf/autogen'}"})
            QCOMPARE(m_demo.ask("POST"_ba, m_demo.prefix() + u"/databases"_s, quoted(body)).status, 200);
        QCOMPARE(m_demo.ask("POST"_ba, m_demo.prefix() + u"/databases/a/tables"_s, quoted("{'name':'cpu'}"))
                     .status,
                 200);
    }

    void ping()
    {
        for (const QByteArray &method : {"GET"_ba, "HEAD"_ba}) {
            const Answer answer = m_demo.ask(method, u"/ping"_s, {}, {});
            QCOMPARE(answer.status, 204);
            QVERIFY(!answer.header("X-Influxdb-Version"_ba).isEmpty());
            QVERIFY(!answer.header("X-Influxdb-Build"_ba).isEmpty());
            QVERIFY(!answer.header("Date"_ba).isEmpty());
        }
    }

    void permissions_data()
    {
        QTest::addColumn<QByteArray>("permissions");
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("write");
        const auto one = [](const char *action, const char *resource) {
            return "{'action':'"_ba + action + "','resource':'" + resource + "'}";
        };
        QTest::newRow("none") << ""_ba << u"a"_s << 403 << 401;
        QTest::newRow("read") << one("read", "a") << u"a"_s << 200 << 401;
        QTest::newRow("write") << one("write", "a") << u"a"_s << 403 << 204;
        QTest::newRow("both") << one("write", "a") + ',' + one("read", "a") << u"a"_s << 200 << 204;
        QTest::newRow("read all") << one("read", "*") << u"a"_s << 200 << 401;
        QTest::newRow("write all") << one("write", "*") << u"a"_s << 403 << 204;
        QTest::newRow("another one") << one("read", "b") + ',' + one("write", "b") << u"a"_s << 403 << 401;
        QTest::newRow("other case") << one("read", "A") << u"a"_s << 403 << 401;
        QTest::newRow("slash") << one("read", "telegraf/autogen") << u"telegraf%2Fautogen"_s << 200 << 401;
        QTest::newRow("missing database")
            << one("read", "gone") + ',' + one("write", "gone") << u"gone"_s << 200 << 204;
        QTest::newRow("no database named")
            << one("read", "*") + ',' + one("write", "*") << u""_s << 400 << 400;
    }

    void permissions()
    {
        QFETCH(QByteArray, permissions);
        QFETCH(QString, database);
        const QJsonObject token = create(m_demo, "{'description':'d','permissions':[" + permissions + "]}");
        QTEST(queryStatus(m_demo, bearer(token), database), "query");
        QTEST(writeStatus(m_demo, bearer(token), database), "write");
    }

    void answersOfQuery()
    {
        const Headers headers =
            bearer(create(m_demo, "{'description':'d','permissions':[{'action':'read','resource':'*'}]}"));
        const Answer found = m_demo.ask("GET"_ba, u"/query?db=a&q=show+measurements"_s, {}, headers);
        QCOMPARE(found.status, 200);
        const QJsonValue series = found.object().value(u"results"_s)[0][u"series"_s][0];
        QCOMPARE(series[u"values"_s], QJsonValue(QJsonArray{QJsonArray{u"cpu"_s}}));
        const Answer gone = m_demo.ask("GET"_ba, u"/query?db=gone&q=show+measurements"_s, {}, headers);
        QCOMPARE(gone.object().value(u"results"_s)[0][u"error"_s], QJsonValue(u"database not found: gone"_s));
        QCOMPARE(m_demo.ask("GET"_ba, u"/query?db=a"_s, {}, headers).status, 400);
    }

    void answersOfWrite()
    {
        const Headers headers =
            bearer(create(m_demo, "{'description':'d','permissions':[{'action':'write','resource':'*'}]}"));
        QCOMPARE(writeStatus(m_demo, headers, u"a"_s, "cpu,host=x usage=1"_ba), 204);
        QCOMPARE(writeStatus(m_demo, headers, u"gone"_s, "cpu,host=x usage=1"_ba), 404);
        QCOMPARE(writeStatus(m_demo, headers, QString(65, u'x')), 400);
    }

    void errorBodies()
    {
        const Answer answer = m_demo.ask("GET"_ba, u"/query?db=a&q=x"_s, {}, {});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.object(),
                 (QJsonObject{{u"code"_s, u"unauthorized"_s}, {u"message"_s, u"unauthorized access"_s}}));
        QCOMPARE(m_demo.ask("GET"_ba, u"/health"_s, {}, {}).status, 404);
        QCOMPARE(m_demo.ask("POST"_ba, u"/api/v3/query_sql"_s, "{}"_ba, {}).object().value(u"code"_s),
                 QJsonValue(u"not found"_s));
    }

    void waysToPresentTheToken()
    {
        const QJsonObject token =
            create(m_demo, "{'description':'d','permissions':[{'action':'read','resource':'a'}]}");
        const QByteArray secret = token.value(u"accessToken"_s).toString().toLatin1();
        const auto status = [&](const QByteArray &authorization) {
            return queryStatus(m_demo, {{"Authorization"_ba, authorization}}, u"a"_s);
        };
        QCOMPARE(status("Bearer "_ba + secret), 200);
        QCOMPARE(status("Token "_ba + secret), 200);
        QCOMPARE(status("Basic "_ba + ("any:"_ba + secret).toBase64()), 200);
        QCOMPARE(queryStatus(m_demo, {}, u"a&u=any&p="_s + QString::fromLatin1(secret)), 200);
        QCOMPARE(status(secret), 401);
        QCOMPARE(status("token "_ba + secret), 401);
        QCOMPARE(status("Bearer "_ba + secret.chopped(1)), 401);
        QCOMPARE(status("Bearer "_ba + DemoClusterProcess::managementToken()), 401);
        QCOMPARE(m_demo.ask("GET"_ba, m_demo.prefix() + u"/tokens"_s, {}, bearer(token)).status, 401);
    }

    void editAndRevocationActAtOnce()
    {
        const QJsonObject token = create(m_demo, "{'description':'d'}");
        const QString path = m_demo.prefix() + u"/tokens/"_s + token.value(u"id"_s).toString();
        QCOMPARE(queryStatus(m_demo, bearer(token), u"a"_s), 403);
        QCOMPARE(
            m_demo.ask("PATCH"_ba, path, quoted("{'permissions':[{'action':'read','resource':'a'}]}")).status,
            200);
        QCOMPARE(queryStatus(m_demo, bearer(token), u"a"_s), 200);
        QCOMPARE(m_demo.ask("DELETE"_ba, path).status, 204);
        QCOMPARE(queryStatus(m_demo, bearer(token), u"a"_s), 401);
    }

    void expiryEndsAToken()
    {
        const QString soon = QDateTime::currentDateTimeUtc().addMSecs(1500).toString(Qt::ISODateWithMs);
        const QJsonObject token = create(
            m_demo, "{'description':'d','permissions':[{'action':'read','resource':'a'}],'expiresAt':'" +
                        soon.toLatin1() + "'}");
        QVERIFY(token.contains(u"accessToken"_s));
        QTRY_COMPARE(queryStatus(m_demo, bearer(token), u"a"_s), 401);
        QVERIFY(QDateTime::currentDateTimeUtc() >= QDateTime::fromString(soon, Qt::ISODateWithMs));
    }

    void activationTakesItsTime()
    {
        DemoClusterProcess slow{{1.5, false}};
        QVERIFY(slow.start());
        QElapsedTimer sinceAsked;
        sinceAsked.start();
        const QJsonObject token = create(slow, "{'description':'d','permissions':["
                                               "{'action':'read','resource':'billing'},"
                                               "{'action':'write','resource':'billing'}]}");
        const int early = queryStatus(slow, bearer(token), u"billing"_s);
        if (sinceAsked.elapsed() < 1400) // else this machine was too busy to look in time
            QCOMPARE(early, 401);
        QTRY_COMPARE(queryStatus(slow, bearer(token), u"billing"_s), 200);
        QVERIFY(sinceAsked.elapsed() >= 1500);
        QCOMPARE(writeStatus(slow, bearer(token), u"billing"_s), 204);
        QCOMPARE(writeStatus(slow, bearer(token), u"Billing"_s), 401);
    }
};

QTEST_GUILESS_MAIN(TestDemoDataPlane)
#include "tst_demodataplane.moc"
