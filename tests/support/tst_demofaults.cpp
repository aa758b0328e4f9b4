// SPDX-License-Identifier: MIT
// The three demo clusters, and what they do wrong when the parent process asks for it. Whatever they answer
// still keeps to the contract of the Management API.
#include "support/democlusterprocess.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using tokenry::tests::DemoClusterProcess;
using tokenry::tests::quoted;
using Answer = DemoClusterProcess::Answer;

namespace
{

const QByteArray billing =
    "{'description':'Telegraf','permissions':[{'action':'read','resource':'billing'}]}"_ba;

QStringList permitted(const QJsonObject &token)
{
    QStringList permissions;
    for (const QJsonValue &each : token.value(u"permissions"_s).toArray())
        permissions += each[u"action"_s].toString() + u' ' + each[u"resource"_s].toString();
    permissions.sort();
    return permissions;
}

} // namespace

class TestDemoFaults : public QObject
{
    Q_OBJECT

private:
    DemoClusterProcess m_demo{{0, false, {u"--late-seconds"_s, u"1.5"_s}}};

    QString prefix(int cluster) const
    {
        return u"/api/v0/accounts/%1/clusters/%2"_s.arg(m_demo.accountId(), clusterId(cluster));
    }

    QString clusterId(int cluster) const
    {
        return m_demo.ready().value(u"clusters"_s).toArray().at(cluster)[u"clusterId"_s].toString();
    }

    QJsonArray list(int cluster, const QString &what) const
    {
        return QJsonDocument::fromJson(m_demo.ask("GET"_ba, prefix(cluster) + what).body).array();
    }

    QSet<QString> names(int cluster) const
    {
        QSet<QString> names;
        for (const QJsonValue &database : list(cluster, u"/databases"_s))
            names.insert(database[u"name"_s].toString());
        return names;
    }

    Answer create(int cluster = 0, const QByteArray &body = billing) const
    {
        return m_demo.ask("POST"_ba, prefix(cluster) + u"/tokens"_s, quoted(body));
    }

    // What it says after the next line that is written to it.
    QJsonObject told()
    {
        QProcess &process = m_demo.process();
        while (!process.canReadLine() && process.waitForReadyRead(20'000)) {
        }
        return QJsonDocument::fromJson(process.readLine()).object();
    }

    void command(const QJsonObject &object)
    {
        m_demo.process().write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
        QVERIFY(m_demo.process().waitForBytesWritten());
    }

    void arm(const QString &fault)
    {
        command({{u"arm"_s, fault}});
        QCOMPARE(told(), (QJsonObject{{u"armed"_s, fault}}));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_demo.start()); }

    void threeClustersOfOneAccount()
    {
        const QJsonArray clusters = m_demo.ready().value(u"clusters"_s).toArray();
        QCOMPARE(clusters.size(), 3);
        const QStringList expected{u"production 220 750"_s, u"staging 12 20"_s, u"empty 0 0"_s};
        QSet<QString> ids;
        for (int i = 0; i < 3; ++i) {
            const QJsonValue cluster = clusters.at(i);
            QCOMPARE(u"%1 %2 %3"_s.arg(cluster[u"name"_s].toString())
                         .arg(cluster[u"databases"_s].toInt())
                         .arg(cluster[u"tokens"_s].toInt()),
                     expected.at(i));
            QCOMPARE(list(i, u"/databases"_s).size(), cluster[u"databases"_s].toInt());
            const QJsonArray tokens = list(i, u"/tokens"_s);
            QCOMPARE(tokens.size(), cluster[u"tokens"_s].toInt());
            for (const QJsonValue &token : tokens) {
                QCOMPARE(token[u"clusterId"_s].toString(), clusterId(i));
                QVERIFY(QDateTime::fromString(token[u"createdAt"_s].toString(), Qt::ISODate) <
                        QDateTime::currentDateTimeUtc());
            }
            ids.insert(clusterId(i));
        }
        QCOMPARE(ids.size(), 3);
        QCOMPARE(m_demo.clusterId(), clusterId(0));
    }

    void namesOverlap()
    {
        const QSet<QString> staging = names(1);
        const QSet<QString> both = names(0) & staging;
        QCOMPARE(staging.size(), 12);
        QVERIFY(both.contains(u"billing"_s) && both.contains(u"telegraf/autogen"_s));
        QCOMPARE(both.size(), 8);
    }

    void theSameEveryTime()
    {
        DemoClusterProcess again({0, false});
        QVERIFY(again.start());
        const QJsonValue staging = again.ready().value(u"clusters"_s).toArray().at(1);
        const QString path =
            u"/api/v0/accounts/%1/clusters/%2"_s.arg(again.accountId(), staging[u"clusterId"_s].toString());
        QCOMPARE(QJsonDocument::fromJson(again.ask("GET"_ba, path + u"/databases"_s).body).array(),
                 list(1, u"/databases"_s));
    }

    void aTokenBelongsToItsCluster()
    {
        const QByteArray next =
            "{'description':'d','permissions':[{'action':'read','resource':'billing_next'}]}"_ba;
        const QJsonObject token = create(1, next).object();
        QCOMPARE(token.value(u"clusterId"_s).toString(), clusterId(1));
        const QString path = u"/tokens/"_s + token.value(u"id"_s).toString();
        QCOMPARE(m_demo.ask("GET"_ba, prefix(1) + path).status, 200);
        QCOMPARE(m_demo.ask("GET"_ba, prefix(0) + path).status, 404);
        const QByteArray bearer = "Bearer "_ba + token.value(u"accessToken"_s).toString().toLatin1();
        // The data plane knows the cluster by the token: billing_next is on staging only.
        const Answer found = m_demo.ask("GET"_ba, u"/query?db=billing_next&q=SHOW%20MEASUREMENTS"_s, {},
                                        {{"Authorization"_ba, bearer}});
        QCOMPARE(found.status, 200);
        QVERIFY(!found.body.contains("database not found"));
        QCOMPARE(m_demo.ask("DELETE"_ba, prefix(1) + path).status, 204);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::newRow("401") << u"unauthorized"_s << 401;
        QTest::newRow("403") << u"forbidden"_s << 403;
        QTest::newRow("409") << u"conflict"_s << 409;
    }

    void refuses()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        const qsizetype before = list(0, u"/tokens"_s).size();
        arm(fault);
        // Reading is not concerned, nor is it what the fault waits for.
        QCOMPARE(m_demo.ask("GET"_ba, prefix(0) + u"/tokens"_s).status, 200);
        const Answer answer = create();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.object().keys(), (QStringList{u"code"_s, u"message"_s}));
        QCOMPARE(answer.object().value(u"code"_s).toInt(), status);
        QVERIFY(answer.object().value(u"message"_s).isString());
        QCOMPARE(told(), (QJsonObject{{u"armed"_s, QString()}}));
        QCOMPARE(list(0, u"/tokens"_s).size(), before);
        QCOMPARE(create().status, 200); // once
    }

    void answers500AfterTheFact()
    {
        const qsizetype before = list(0, u"/tokens"_s).size();
        arm(u"server-error"_s);
        const Answer answer = create();
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.object(),
                 (QJsonObject{{u"code"_s, 500}, {u"message"_s, u"internal server error"_s}}));
        QCOMPARE(told(), (QJsonObject{{u"armed"_s, QString()}}));
        QCOMPARE(list(0, u"/tokens"_s).size(), before + 1);
        QCOMPARE(create().status, 200);
    }

    void losesTheAnswer()
    {
        const qsizetype before = list(0, u"/tokens"_s).size();
        arm(u"lose-answer"_s);
        QCOMPARE(create().status, 0);
        QCOMPARE(told(), (QJsonObject{{u"armed"_s, QString()}}));
        QCOMPARE(list(0, u"/tokens"_s).size(), before + 1);
        QCOMPARE(create().status, 200);
    }

    void answersLate()
    {
        arm(u"answer-late"_s);
        QElapsedTimer timer;
        timer.start();
        const Answer answer = create();
        QVERIFY(timer.elapsed() >= 1500); // no sooner; later it may be
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.object().contains(u"accessToken"_s));
        told();
    }

    void permitsSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("permissions");
        QTest::newRow("one") << billing << QStringList{u"write *"_s};
        QTest::newRow("two")
            << "{'description':'d','permissions':[{'action':'read','resource':'a'},{'action':'write','resource':'a'}]}"_ba
            << QStringList{u"read a"_s, u"write *"_s};
        QTest::newRow("write all")
            << "{'description':'d','permissions':[{'action':'write','resource':'*'}]}"_ba
            << QStringList{u"read _internal"_s};
        QTest::newRow("none") << "{'description':'d'}"_ba << QStringList{u"write *"_s};
    }

    void permitsSomethingElse()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, permissions);
        arm(u"permit-other"_s);
        const QJsonObject token = create(0, body).object();
        QCOMPARE(permitted(token), permissions);
        told();
        // It says what it does: the list has the same.
        const Answer kept = m_demo.ask("GET"_ba, prefix(0) + u"/tokens/"_s + token.value(u"id"_s).toString());
        QCOMPARE(permitted(kept.object()), permissions);
    }

    void isDisarmed()
    {
        arm(u"forbidden"_s);
        arm(QString());
        QCOMPARE(create().status, 200);
    }

    void aTokenThatMayOnlyRead()
    {
        const DemoClusterProcess::Headers reader{{"Authorization"_ba, "Bearer M.V1.DEMO-reads-only"_ba},
                                                 {"Content-Type"_ba, "application/json"_ba}};
        const QString tokens = prefix(0) + u"/tokens"_s;
        QCOMPARE(m_demo.ask("GET"_ba, tokens, {}, reader).status, 401);
        command({{u"accept"_s, u"M.V1.DEMO-reads-only"_s}});
        arm(QString()); // answered once the line before it was obeyed
        QCOMPARE(m_demo.ask("GET"_ba, tokens, {}, reader).status, 200);
        const Answer refused = m_demo.ask("POST"_ba, tokens, quoted(billing), reader);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.object(), (QJsonObject{{u"code"_s, 403}, {u"message"_s, u"forbidden"_s}}));
        QCOMPARE(create().status, 200);
    }

    void changesBehindOnesBack()
    {
        command(
            {{u"change"_s, u"delete-database"_s}, {u"cluster"_s, clusterId(1)}, {u"name"_s, u"billing"_s}});
        QCOMPARE(told(), (QJsonObject{{u"changed"_s, u"delete-database"_s}, {u"name"_s, u"billing"_s}}));
        QVERIFY(!names(1).contains(u"billing"_s));
        QVERIFY(names(0).contains(u"billing"_s));
        command(
            {{u"change"_s, u"delete-database"_s}, {u"cluster"_s, clusterId(1)}, {u"name"_s, u"billing"_s}});
        QCOMPARE(told().value(u"refused"_s).toString(), u"database not found"_s);

        command({{u"change"_s, u"add-database"_s}, {u"cluster"_s, clusterId(2)}, {u"name"_s, u"new"_s}});
        QCOMPARE(told().value(u"changed"_s).toString(), u"add-database"_s);
        QCOMPARE(names(2), QSet<QString>{u"new"_s});

        command({{u"change"_s, u"add-token"_s}, {u"cluster"_s, clusterId(2)}, {u"name"_s, u"Telegraf"_s}});
        QCOMPARE(told().value(u"changed"_s).toString(), u"add-token"_s);
        const QJsonArray tokens = list(2, u"/tokens"_s);
        QCOMPARE(tokens.size(), 1);
        QCOMPARE(tokens.first()[u"description"_s].toString(), u"Telegraf"_s);
        QCOMPARE(permitted(tokens.first().toObject()), QStringList{u"read new"_s});
    }

    void passesOverWhatItDoesNotUnderstand()
    {
        for (const QByteArray &line :
             {"\n"_ba, "nonsense\n"_ba, "{\"arm\":\"explode\"}\n"_ba, "{\"arm\":7}\n"_ba,
              "{\"change\":\"explode\",\"cluster\":\"x\",\"name\":\"y\"}\n"_ba,
              QByteArray(100'000, 'x') + '\n'})
            m_demo.process().write(line);
        arm(QString());
        QCOMPARE(create().status, 200);
    }

    // The Management API has no way to them.
    void isNotAskedOverHttp()
    {
        for (const QString &path : {u"/arm"_s, u"/control"_s, u"/api/v0/arm"_s, u"/api/v0/control"_s})
            QCOMPARE(m_demo.ask("POST"_ba, path, quoted("{'arm':'forbidden'}")).status, 404);
        QCOMPARE(create().status, 200);
    }
};

QTEST_GUILESS_MAIN(TestDemoFaults)
#include "tst_demofaults.moc"
