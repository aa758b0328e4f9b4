// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"
#include "journeys/victims.h"
#include "storage/ledgerfile.h"

#include <QDir>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using EntryStage = LedgerEntry::Stage;

namespace
{

std::vector<LedgerEntry> entriesIn(const QString &directory)
{
    std::vector<LedgerEntry> entries;
    const QStringList names = QDir(directory).entryList({u"*.jsonl"_qs}, QDir::Files);
    for (const QString &name : names) {
        if (auto entry = LedgerFile::peek(QDir(directory).filePath(name)))
            entries.push_back(*std::move(entry));
    }
    return entries;
}

} // namespace

/// Real creations that know nothing of each other: several instances on one state directory, several
/// computers on one cluster, and a state directory that was put back from a backup.
class SideBySideTest : public QObject
{
    Q_OBJECT

    Victims m_victims;

    void createAll(const QList<std::pair<QString, QString>> &ledgersAndDescriptions)
    {
        std::vector<std::unique_ptr<QProcess>> all;
        for (const auto &[ledger, description] : ledgersAndDescriptions) {
            all.push_back(std::make_unique<QProcess>());
            QVERIFY(m_victims.start(*all.back(), ledger, description));
        }
        for (const auto &each : all) {
            QVERIFY(each->state() == QProcess::NotRunning || each->waitForFinished(60'000));
            QVERIFY(each->exitStatus() == QProcess::NormalExit && each->exitCode() == 0);
        }
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_victims.begin()); }

    void instancesNeverStoreOverEachOther_data()
    {
        QTest::addColumn<QString>("description");
        for (int round = 1; round <= 6; ++round)
            QTest::addRow("round %d", round) << u"Same name %1"_qs.arg(round);
    }

    // Both propose the same keychain name at the same time.
    void instancesNeverStoreOverEachOther()
    {
        QFETCH(QString, description);
        const QString ledger = m_victims.ledger(description);
        createAll({{ledger, description}, {ledger, description}, {ledger, description}});
        const std::vector<LedgerEntry> entries = entriesIn(ledger);
        QCOMPARE(entries.size(), 3U);
        QSet<QString> ids;
        for (const LedgerEntry &entry : entries) {
            QCOMPARE(entry.stage, EntryStage::Stored);
            ids.insert(entry.tokenId);
            // What lies there is what was created, also after the others are done.
            QCOMPARE(fingerprintOf(Secret::copyOf(lookUp(*entry.item))), entry.fingerprint);
        }
        const QStringList there = m_victims.onCluster(description);
        QCOMPARE(ids, QSet<QString>(there.begin(), there.end()));
        QCOMPARE(ids.size(), 3);
    }

    void anInstanceLeavesTheOthersCreationAlone()
    {
        const QString ledger = m_victims.ledger(u"shared"_qs);
        QProcess busy;
        QVERIFY(m_victims.start(busy, ledger, u"Busy"_qs));
        // Any number of starts meanwhile.
        while (busy.state() != QProcess::NotRunning) {
            Victims::NextStart start(m_victims, ledger);
            QVERIFY(start.foundAllUsable());
            QVERIFY(!start.told());
            busy.waitForFinished(5);
        }
        QCOMPARE(busy.exitCode(), 0);
        QCOMPARE(entriesIn(ledger).size(), 1U);
        QCOMPARE(entriesIn(ledger).front().stage, EntryStage::Stored);
    }

    void computersOnOneClusterClaimNothingOfEachOther()
    {
        // One is cut off right after its token was made, another makes tokens all the time.
        const QString one = m_victims.ledger(u"one computer"_qs);
        const QString other = m_victims.ledger(u"another computer"_qs);
        QProcess cutOff;
        QVERIFY(m_victims.start(cutOff, one, u"Cut off"_qs, momentOfTheAnswer));
        createAll({{other, u"Other 1"_qs}, {other, u"Other 2"_qs}});
        QVERIFY(cutOff.state() == QProcess::NotRunning || cutOff.waitForFinished(60'000));
        QCOMPARE(m_victims.onCluster(u"Cut off"_qs).size(), 1);
        {
            Victims::NextStart start(m_victims, one);
            QTRY_VERIFY_WITH_TIMEOUT(start.told() && start.told()->state().canDecide(), 20'000);
            QCOMPARE(start.told()->state().candidates.size(), 1U);
            QCOMPARE(start.told()->state().chosen, m_victims.onCluster(u"Cut off"_qs).constFirst());
        }
        Victims::NextStart start(m_victims, other);
        QVERIFY(!start.told());
    }

    void aRestoredBackupIsSettled_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("ending");
        QTest::newRow("reviewed") << 1 << u"found, and the keychain has an item of that name"_qs;
        QTest::newRow("sending") << 2 << u"found, and the keychain has an item of that name"_qs;
        QTest::newRow("answered") << 3 << u"nothing to tell"_qs;
        QTest::newRow("stored") << 4 << u"nothing to tell"_qs;
    }

    // The ledger is as it was at that stage; cluster and keychain have gone on.
    void aRestoredBackupIsSettled()
    {
        QFETCH(int, lines);
        QFETCH(QString, ending);
        const QString description = u"Backup %1"_qs.arg(lines);
        const QString ledger = m_victims.ledger(description);
        createAll({{ledger, description}});
        QFile file(QDir(ledger).filePath(QDir(ledger).entryList({u"*.jsonl"_qs}).value(0)));
        QVERIFY(file.open(QFile::ReadWrite));
        qint64 size = 0;
        for (int line = 0; line < lines; ++line)
            size += file.readLine().size();
        QVERIFY(file.resize(size));
        file.close();

        Victims::NextStart start(m_victims, ledger);
        QVERIFY(start.foundAllUsable());
        if (ending == u"nothing to tell"_qs) {
            // As long as the keychain needs to be read.
            QTest::qWait(300);
            QVERIFY(!start.told());
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(start.told() && start.told()->state().canDecide(), 20'000);
            QTRY_VERIFY(start.told()->state().itemThere);
        }
        // In no case is what is in use touched by itself.
        QTest::qWait(60);
        QCOMPARE(m_victims.onCluster(description).size(), 1);
        QCOMPARE(lookUp(start.item(keychainNameFor(description))).size(), 70);
    }

private:
    /// When it is there and not noted yet; see creationvictim.cpp.
    static constexpr int momentOfTheAnswer = 16;
};

QTEST_GUILESS_MAIN(SideBySideTest)
#include "tst_sidebyside.moc"
