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
        const Profile &profile = demo.profile();
        QCOMPARE(profile.slug, u"tokenry_demo"_qs);
        QVERIFY(isUuid(profile.address.accountId) && isUuid(profile.address.clusterId));
        QVERIFY(!faultOf(profile.address.managementUrl));
        QCOMPARE(profile.address.managementUrl.host(), u"127.0.0.1"_qs);
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
