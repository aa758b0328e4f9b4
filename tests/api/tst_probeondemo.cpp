// SPDX-License-Identifier: MIT
#include "api/activationprobe.h"
#include "api/waiting.h"
#include "support/democlusterprocess.h"

#include <QJsonArray>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;
using Kind = ProbeError::Kind;

/// The probe against the demo cluster, which activates late and judges as the documentation says.
class ProbeOnDemoTest : public QObject
{
    Q_OBJECT

    DemoClusterProcess m_demo;                  // activates at once
    DemoClusterProcess m_late{{86'400, false}}; // activates nothing within a test, however slow that runs

    static Secret create(const DemoClusterProcess &demo, const QByteArray &permissions)
    {
        const auto token = demo.ask("POST", demo.prefix() + u"/tokens"_qs,
                                    quoted("{'description':'probed','permissions':[" + permissions + "]}"))
                               .object();
        return Secret::copyOf(token.value(u"accessToken"_qs).toString().toLatin1());
    }

    static std::optional<Result<Done, ProbeError>> tried(const DemoClusterProcess &demo, const Secret &token,
                                                         Action action, const QString &database)
    {
        ClusterAddress address;
        address.clusterUrl = QUrl(demo.clusterUrl());
        ActivationProbe probe(address);
        return outcomeOf(probe.probe(token, action, database));
    }

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        QVERIFY(m_demo.start());
        QVERIFY(m_late.start());
    }

    void refusedUntilActive()
    {
        const Secret token =
            create(m_late, "{'action':'read','resource':'billing'},{'action':'write','resource':'*'}");
        QVERIFY(!token.isEmpty());
        for (const Action action : allActions) {
            const auto outcome = tried(m_late, token, action, u"billing"_qs);
            QVERIFY(outcome && !*outcome);
            QCOMPARE(outcome->error().kind, Kind::Refused);
        }
    }

    void acceptedForWhatIsPermittedAlone()
    {
        const Secret token =
            create(m_demo, "{'action':'read','resource':'billing'},{'action':'write','resource':'*'}");
        QVERIFY(!token.isEmpty());
        for (const Action action : allActions) {
            const auto outcome = tried(m_demo, token, action, u"billing"_qs);
            QVERIFY(outcome && *outcome);
        }
        const auto refused = tried(m_demo, token, Action::Read, u"billing_events"_qs);
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().kind, Kind::Refused);
        QCOMPARE(refused->error().cause.status, 403);
        // What it may write need not be there; what it may read must.
        const auto written = tried(m_demo, token, Action::Write, u"no_such_database"_qs);
        QVERIFY(written && *written);
    }

    void saysWhatHidesInA200()
    {
        const Secret token = create(m_demo, "{'action':'read','resource':'no_such_database'}");
        const auto outcome = tried(m_demo, token, Action::Read, u"no_such_database"_qs);
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().kind, Kind::Inconclusive);
        QCOMPARE(outcome->error().cause.serverMessage, u"database not found: no_such_database"_qs);
    }

    void leavesNothingBehind()
    {
        const auto databases = m_demo.getJson(u"/databases"_qs).toArray();
        const Secret token = create(m_demo, "{'action':'write','resource':'*'}");
        const auto outcome = tried(m_demo, token, Action::Write, u"made_by_a_probe"_qs);
        QVERIFY(outcome && *outcome);
        QCOMPARE(m_demo.getJson(u"/databases"_qs).toArray(), databases);
    }
};

QTEST_GUILESS_MAIN(ProbeOnDemoTest)
#include "tst_probeondemo.moc"
