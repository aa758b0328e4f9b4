// SPDX-License-Identifier: MIT
#include "journeys/democleanup.h"
#include "support/fakes/fakekeychain.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

class DemoCleanupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatWasRemembered()
    {
        FakeKeychain keychain;
        const KeychainItem first{u"tokenry/tokenry_demo/a"_qs, u"a"_qs};
        const KeychainItem second{u"tokenry/tokenry_demo/b"_qs, u"b"_qs};
        const KeychainItem others{u"tokenry/prod/c"_qs, u"c"_qs};
        for (const KeychainItem &item : {first, second, others})
            keychain.put(item, "apiv1_0000");
        DemoCleanup cleanup(keychain);
        QVERIFY(!cleanup.isNeeded());
        cleanup.remember(first);
        cleanup.remember(second);
        QVERIFY(cleanup.isNeeded());
        QSignalSpy finished(&cleanup, &DemoCleanup::finished);
        cleanup.start();
        // Until it is done, and once: closing the window again does not end the program before.
        QVERIFY(cleanup.isNeeded());
        cleanup.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!cleanup.isNeeded());
        QTest::qWait(10);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(keychain.itemCount(), 1);
        QVERIFY(keychain.holds(others, "apiv1_0000"));
    }

    void doesNotWaitForAKeychainThatHangs()
    {
        FakeKeychain keychain;
        keychain.hold(FakeKeychain::Operation::Remove);
        DemoCleanup cleanup(keychain);
        cleanup.remember({u"tokenry/tokenry_demo/a"_qs, u"a"_qs});
        QSignalSpy finished(&cleanup, &DemoCleanup::finished);
        cleanup.start();
        QTRY_COMPARE(finished.size(), 1);
        keychain.release(FakeKeychain::Operation::Remove);
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }
};

QTEST_GUILESS_MAIN(DemoCleanupTest)
#include "tst_democleanup.moc"
