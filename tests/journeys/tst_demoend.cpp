// SPDX-License-Identifier: MIT
#include "keychain/keychainnaming.h"
#include "support/keyring/keyringsession.h"
#include "support/puppet/puppeteer.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tokenry;
using namespace tokenry::test;

/// The whole program on the demo cluster, ended in each way that lets it: a real keyring keeps nothing of it.
class DemoEndTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    std::unique_ptr<Puppeteer> m_program;

    static QByteArray kept(const QString &name)
    {
        return lookUp(tokenItem(KeychainSystem::Linux, u"tokenry_demo"_qs, name));
    }

    bool create(const QString &description)
    {
        return m_program->reviewReady(description) && m_program->tell(u"press Create token"_qs) &&
               m_program->tell(u"can Done"_qs);
    }

private Q_SLOTS:
    void leavesNothingInTheKeychain_data()
    {
        QTest::addColumn<int>("signal"); // 0: the window is closed
        QTest::addColumn<bool>("dialogOpen");
        QTest::newRow("closed") << 0 << false;
        QTest::newRow("closed, the last dialog open") << 0 << true;
        QTest::newRow("asked to end") << SIGTERM << false;
        QTest::newRow("asked to end, the last dialog open") << SIGTERM << true;
        QTest::newRow("interrupted in a terminal") << SIGINT << true;
    }

    void leavesNothingInTheKeychain()
    {
        QFETCH(int, signal);
        QFETCH(bool, dialogOpen);
        const QString round = m_directory.filePath(QString::fromUtf8(QTest::currentDataTag()));
        m_program = std::make_unique<Puppeteer>();
        QVERIFY(m_program->start(round + u"/config"_qs, round + u"/state"_qs, {}));
        QVERIFY(m_program->tell(u"press Try the demo cluster"_qs));
        QVERIFY(m_program->tell(u"reads 220 databases"_qs));
        QVERIFY(create(u"one"_qs));
        QVERIFY(m_program->tell(u"press Done"_qs));
        QVERIFY(create(u"two"_qs));
        QVERIFY(dialogOpen || m_program->tell(u"press Done"_qs));
        QCOMPARE(kept(u"one"_qs).size(), 70);
        QCOMPARE(kept(u"two"_qs).size(), 70);

        if (signal == 0)
            QCOMPARE(m_program->ask(u"close"_qs), u"no"_qs); // the keychain is cleaned first
        else
            m_program->signal(signal);
        QVERIFY(m_program->ends());
        QCOMPARE(kept(u"one"_qs), QByteArray());
        QCOMPARE(kept(u"two"_qs), QByteArray());
    }

    void cleanup() { m_program.reset(); }
};

QTEST_GUILESS_MAIN(DemoEndTest)
#include "tst_demoend.moc"
