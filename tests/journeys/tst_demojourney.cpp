// SPDX-License-Identifier: MIT
#include "journeys/democluster.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;

class DemoJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsTheRealThing()
    {
        DemoCluster demo(QStringLiteral(TOKENRY_DEMO_CLUSTER));
        QSignalSpy ready(&demo, &DemoCluster::ready);
        demo.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 15'000);
        QVERIFY(demo.isRunning());
        QVERIFY(!demo.managementToken().isEmpty());
        QVERIFY(!demo.readingToken().isEmpty());
        QCOMPARE(demo.profiles().size(), 3U);
        QStringList clusters;
        for (const Profile &profile : demo.profiles()) {
            QVERIFY(DemoCluster::isDemo(profile.slug));
            QVERIFY(isUuid(profile.address.accountId) && isUuid(profile.address.clusterId));
            QVERIFY(!faultOf(profile.address.managementUrl));
            QCOMPARE(profile.address.managementUrl.host(), u"127.0.0.1"_qs);
            clusters << profile.address.clusterId;
        }
        QCOMPARE(clusters.removeDuplicates(), 0);
        QCOMPARE(demo.profiles()[0].slug, DemoCluster::slug());
        QCOMPARE(demo.profiles()[0].environment, Environment::Production);
        QCOMPARE(demo.profiles()[1].slug, u"tokenry_demo_staging"_qs);
        QCOMPARE(demo.profiles()[1].environment, Environment::Staging);
        QCOMPARE(demo.profiles()[2].slug, u"tokenry_demo_empty"_qs);
        QCOMPARE(demo.profiles()[2].environment, Environment::Other);
    }

    void knowsItsOwn()
    {
        QVERIFY(DemoCluster::isDemo(u"tokenry_demo"_qs));
        QVERIFY(!DemoCluster::isDemo(u"tokenry-demo"_qs));
        QVERIFY(!DemoCluster::isDemo(u"tokenry_demolition"_qs));
        QVERIFY(!DemoCluster::isDemo(QString()));
    }

    void isArmedAndDisarmed()
    {
        DemoCluster demo(QStringLiteral(TOKENRY_DEMO_CLUSTER));
        QSignalSpy ready(&demo, &DemoCluster::ready);
        demo.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 15'000);
        QCOMPARE(demo.armed(), DemoFault::None);
        QSignalSpy armed(&demo, &DemoCluster::armedChanged);
        for (const DemoFault fault : allDemoFaults) {
            demo.arm(fault);
            QTRY_COMPARE(demo.armed(), fault);
        }
        demo.arm(DemoFault::None);
        QTRY_COMPARE(demo.armed(), DemoFault::None);
        QCOMPARE(armed.size(), qsizetype(allDemoFaults.size()) + 1);
    }

    void saysWhatBecameOfAChange()
    {
        DemoCluster demo(QStringLiteral(TOKENRY_DEMO_CLUSTER));
        QSignalSpy ready(&demo, &DemoCluster::ready);
        demo.start();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 15'000);
        std::vector<DemoChange> made;
        connect(&demo, &DemoCluster::changed, this,
                [&](const DemoChange &change) { made.push_back(change); });
        QStringList refusals;
        connect(&demo, &DemoCluster::changeRefused, this, [&](const QString &why) { refusals << why; });
        using Kind = DemoChange::Kind;
        const std::vector<DemoChange> asked{{Kind::AddDatabase, u"with \"quotes\" \n and lines"_qs},
                                            {Kind::DeleteDatabase, u"with \"quotes\" \n and lines"_qs},
                                            {Kind::AddToken, u"監視 🚚"_qs}};
        for (const DemoChange &change : asked)
            demo.change(change, demo.profiles()[2].address.clusterId);
        demo.change({Kind::DeleteDatabase, u"nobody"_qs}, demo.profiles()[2].address.clusterId);
        QTRY_COMPARE(refusals, QStringList(u"database not found"_qs));
        QCOMPARE(made, asked);
    }

    void saysWhyItCannot_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("failure");
        QTest::newRow("not there") << u"/nonexistent/tokenry-demo-cluster"_qs
                                   << int(DemoCluster::Failure::NotFound);
        QTest::newRow("not a program") << u"/dev/null"_qs << int(DemoCluster::Failure::NotStarted);
        QTest::newRow("something else") << u"true"_qs << int(DemoCluster::Failure::Ended);
    }

    void saysWhyItCannot()
    {
        QFETCH(QString, program);
        QFETCH(int, failure);
        DemoCluster demo(program);
        QList<int> failures;
        connect(&demo, &DemoCluster::failed, this, [&](DemoCluster::Failure its) { failures += int(its); });
        demo.start();
        QTRY_COMPARE(failures.size(), 1);
        QCOMPARE(failures.front(), failure);
        QVERIFY(!demo.isRunning());
    }
};

QTEST_GUILESS_MAIN(DemoJourneyTest)
#include "tst_demojourney.moc"
