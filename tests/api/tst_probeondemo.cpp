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

    DemoClusterProcess m_demo{{1.5, false}};

    Secret create(const QByteArray &permissions) const
    {
        const auto token = m_demo
                               .ask("POST", m_demo.prefix() + u"/tokens"_qs,
                                    quoted("{'description':'probed','permissions':[" + permissions + "]}"))
                               .object();
        return Secret::copyOf(token.value(u"accessToken"_qs).toString().toLatin1());
    }

    std::optional<Result<Done, ProbeError>> tried(const Secret &token, Action action,
                                                  const QString &database) const
    {
        ClusterAddress address;
        address.clusterUrl = QUrl(m_demo.clusterUrl());
        ActivationProbe probe(address);
        return outcomeOf(probe.probe(token, action, database));
    }

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        QVERIFY(m_demo.start());
    }

    void refusedUntilActive()
    {
        const Secret token =
            create("{'action':'read','resource':'billing'},{'action':'write','resource':'*'}");
        QVERIFY(!token.isEmpty());
        bool wasRefused = false;
        for (const Action action : allActions) {
            QTRY_VERIFY_WITH_TIMEOUT(
                [&] {
                    const auto outcome = tried(token, action, u"billing"_qs);
                    wasRefused =
                        wasRefused || (outcome && !*outcome && outcome->error().kind == Kind::Refused);
                    return outcome && outcome->has_value();
                }(),
                20'000);
        }
        QVERIFY(wasRefused);
        // Now that it is known, what was not permitted is refused, with one status or the other.
        for (const auto &[action, database] :
             std::initializer_list<std::pair<Action, QString>>{{Action::Read, u"billing_events"_qs}}) {
            const auto outcome = tried(token, action, database);
            QVERIFY(outcome && !*outcome);
            QCOMPARE(outcome->error().kind, Kind::Refused);
            QCOMPARE(outcome->error().cause.status, 403);
        }
        // What it may write need not be there; what it may read must.
        const auto written = tried(token, Action::Write, u"no_such_database"_qs);
        QVERIFY(written && *written);
    }

    void saysWhatHidesInA200()
    {
        const Secret token = create("{'action':'read','resource':'no_such_database'}");
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto outcome = tried(token, Action::Read, u"no_such_database"_qs);
                return outcome && !*outcome && outcome->error().kind == Kind::Inconclusive &&
                       outcome->error().cause.serverMessage == u"database not found: no_such_database"_qs;
            }(),
            20'000);
    }

    void leavesNothingBehind()
    {
        const auto databases = m_demo.getJson(u"/databases"_qs).toArray();
        const Secret token = create("{'action':'write','resource':'*'}");
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto outcome = tried(token, Action::Write, u"made_by_a_probe"_qs);
                return outcome && outcome->has_value();
            }(),
            20'000);
        QCOMPARE(m_demo.getJson(u"/databases"_qs).toArray(), databases);
    }
};

QTEST_GUILESS_MAIN(ProbeOnDemoTest)
#include "tst_probeondemo.moc"
