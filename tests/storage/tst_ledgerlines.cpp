// SPDX-License-Identifier: MIT
#include "storage/ledgerlines.h"
#include "storage/ledgersample.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::test;

using Stage = LedgerEntry::Stage;

namespace
{

LedgerEntry sample()
{
    LedgerEntry entry = reviewedEntry();
    entry.id = QStringLiteral("5a3c");
    entry.host = QStringLiteral("desk");
    entry.boot = QStringLiteral("boot-1");
    return entry;
}

} // namespace

class TestLedgerLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverything_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<LedgerEntry>("expected");
        const auto row = [](const char *name, const std::vector<ledger::Step> &steps) {
            LedgerEntry expected = sample();
            QByteArray lines = ledgerHead(expected);
            for (const ledger::Step &step : steps) {
                expected = after(std::move(expected), step);
                lines += ledgerLine(step);
            }
            QTest::newRow(name) << lines << expected;
        };
        const KeychainItem other{QStringLiteral("tokenry/prod-eu/b"), QStringLiteral("b")};
        row("reviewed", {});
        row("sending", {sending()});
        row("show only, the list not known", {ledger::Sending{sending().at, std::nullopt, std::nullopt}});
        row("by this computer's clock, too",
            {ledger::Sending{sending().at, std::nullopt, std::nullopt, sending().at.addSecs(-600)}});
        row("refused", {sending(), ledger::Refused{}});
        row("answered", {sending(), answered()});
        row("an odd answer",
            {sending(), ledger::Answered{.tokenId = QStringLiteral("id"), .fingerprint = "00", .odd = true}});
        row("an odd answer, read",
            {sending(), ledger::Answered{.tokenId = {}, .fingerprint = "00", .odd = true}, ledger::Stored{},
             ledger::OddRead{}});
        row("answered without an id", {sending(), ledger::Answered{{}, "00"}});
        row("answered by another cluster",
            {sending(), ledger::Answered{QStringLiteral("id"), "00", QStringLiteral("account"),
                                         QStringLiteral("cluster")}});
        row("under another name", {sending(), answered(), ledger::Storing{other}});
        row("stored", {sending(), answered(), ledger::Stored{}});
        row("interrupted", {sending(), ledger::Interrupted{}, answered()});
        for (const auto outcome :
             {LedgerEntry::Outcome::Revoked, LedgerEntry::Outcome::Gone, LedgerEntry::Outcome::Kept,
              LedgerEntry::Outcome::NotCreated, LedgerEntry::Outcome::Shown, LedgerEntry::Outcome::Discarded})
            row(qPrintable(QStringLiteral("settled %1").arg(int(outcome))),
                {sending(), ledger::Settled{outcome, QStringLiteral("id")}});
    }

    void keepsEverything()
    {
        QFETCH(QByteArray, lines);
        QFETCH(LedgerEntry, expected);
        const auto read = ledgerEntryFrom(lines);
        QVERIFY(read.has_value());
        QVERIFY(*read == expected);
    }

    void neverExpires()
    {
        LedgerEntry entry = sample();
        entry.expiry = Expiry::never();
        entry.permissions = {};
        entry.knownBefore.reset();
        QVERIFY(ledgerEntryFrom(ledgerHead(entry)) == entry);
    }

    void toleratesAnyCut()
    {
        // Whatever was on disk when the power went: as far as whole lines tell, and never a guess.
        const QByteArray lines = ledgerHead(sample()) + ledgerLine(sending()) + ledgerLine(answered()) +
                                 ledgerLine(ledger::Stored{});
        for (qsizetype cut = 0; cut <= lines.size(); ++cut) {
            const QByteArray rest = lines.left(cut);
            const auto read = ledgerEntryFrom(rest);
            const qsizetype whole = rest.count('\n');
            if (whole == 0) {
                QVERIFY(!read && read.error() == LedgerFault::Empty);
                continue;
            }
            QVERIFY(read.has_value());
            QCOMPARE(int(read->stage), int(whole) - 1);
            // A file system may give zeros for what was not written.
            QVERIFY(ledgerEntryFrom(rest + QByteArray(64, '\0')).has_value());
        }
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("fault");
        const QByteArray head = ledgerHead(sample());
        const auto row = [](const char *name, const QByteArray &lines, LedgerFault fault) {
            QTest::newRow(name) << lines << int(fault);
        };
        row("nothing", {}, LedgerFault::Empty);
        row("an empty line", "\n", LedgerFault::Damaged);
        row("not JSON", "hello\n", LedgerFault::Damaged);
        row("a list", "[]\n", LedgerFault::Damaged);
        row("another object", "{}\n", LedgerFault::Damaged);
        row("binary", QByteArray("\x00\xff\xfe\n", 4), LedgerFault::Damaged);
        row("newer", "{\"tokenry_ledger\":2,\"anything\":[]}\n", LedgerFault::FromNewerVersion);
        row("newer, more lines", "{\"tokenry_ledger\":7}\nwhatever\n", LedgerFault::FromNewerVersion);
        row("version of another type",
            QByteArray(head).replace("\"tokenry_ledger\":1", "\"tokenry_ledger\":\"1\""),
            LedgerFault::Damaged);
        for (const char *const key : {"id", "boot", "origin", "description", "permissions", "reviewed_at"})
            row(qPrintable(QStringLiteral("without ") + QLatin1String(key)),
                QByteArray(head).replace(QByteArray("\"") + key, QByteArray("\"x") + key),
                LedgerFault::Damaged);
        row("an action that is none", QByteArray(head).replace("\"write\"", "\"wipe\""),
            LedgerFault::Damaged);
        row("a time that is none", QByteArray(head).replace("2026-11-23T", "yesterday"),
            LedgerFault::Damaged);
        row("garbage in the middle", head + "garbage\n" + ledgerLine(sending()), LedgerFault::Damaged);
        row("a step that is none", head + "{\"step\":\"danced\"}\n", LedgerFault::Damaged);
        row("an outcome that is none",
            head + "{\"step\":\"settled\",\"outcome\":\"eaten\",\"token_id\":\"\"}\n", LedgerFault::Damaged);
        row("a place without a name", head + "{\"step\":\"storing\"}\n", LedgerFault::Damaged);
        row("a place of another type", head + "{\"step\":\"storing\",\"item\":7}\n", LedgerFault::Damaged);
        row("a local time that is none",
            head + "{\"step\":\"sending\",\"at\":\"2026-11-23T09:00:00Z\",\"local_at\":7}\n",
            LedgerFault::Damaged);
        row("ids of another type",
            head + "{\"step\":\"sending\",\"at\":\"2026-11-23T09:00:00Z\",\"known_before\":[1]}\n",
            LedgerFault::Damaged);
    }

    void refusesWhatItCannotRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, fault);
        const auto read = ledgerEntryFrom(lines);
        QVERIFY(!read);
        QCOMPARE(int(read.error()), fault);
    }

    void passesOverKeysItDoesNotKnow()
    {
        QByteArray head = ledgerHead(sample());
        head.insert(1, "\"colour\":\"blue\",");
        QVERIFY(ledgerEntryFrom(head + "{\"step\":\"stored\",\"more\":1}\n").has_value());
    }
};

QTEST_GUILESS_MAIN(TestLedgerLines)
#include "tst_ledgerlines.moc"
