// SPDX-License-Identifier: MIT
#include "domain/ledgerentry.h"

#include <QTest>

using namespace tokenry;

namespace
{

const QDateTime click(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
const QDateTime now = click.addSecs(40);

LedgerEntry sent()
{
    LedgerEntry entry;
    entry.description = u"Telegraf west"_qs;
    entry.permissions = PermissionSet({{*Resource::database(u"billing"_qs), Action::Write}});
    entry.expiry = Expiry::at(click.addDays(90));
    entry.reviewedAt = click.addSecs(-600);
    return after(entry, ledger::Sending{click, std::nullopt, QStringList(u"old"_qs)});
}

Token made()
{
    Token token;
    token.id = u"new"_qs;
    token.description = sent().description;
    token.permissions = sent().permissions;
    token.createdAt = click.addSecs(1);
    token.expiresAt = sent().expiry.instant().addMSecs(250);
    return token;
}

} // namespace

class LedgerEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesWhatTheCreationMade_data()
    {
        QTest::addColumn<Token>("token");
        QTest::addColumn<LedgerEntry>("entry");
        QTest::addColumn<bool>("candidate");
        const auto row = [](const char *name, bool candidate, const std::function<void(Token &)> &change,
                            const LedgerEntry &entry = sent()) {
            Token token = made();
            change(token);
            QTest::newRow(name) << token << entry << candidate;
        };
        const auto nothing = [](Token &) {
        };
        row("as asked", true, nothing);
        row("known before", false, [](Token &token) { token.id = u"old"_qs; });
        row("in another record", false, [](Token &token) { token.id = u"claimed"_qs; });
        row("without an id", false, [](Token &token) { token.id.clear(); });
        row("revoked", false, [](Token &token) { token.revokedAt = now; });
        row("another description", false, [](Token &token) { token.description += u' '; });
        row("more permissions", false, [](Token &token) {
            token.permissions = PermissionSet({{*Resource::database(u"billing"_qs), Action::Write},
                                               {*Resource::database(u"billing"_qs), Action::Read}});
        });
        row("permissions nobody knows", false, [](Token &token) {
            token.unknownPermissions = {{u"admin"_qs, u"x"_qs}};
        });
        row("another expiry", false, [](Token &token) { token.expiresAt = click.addDays(89); });
        row("never expires", false, [](Token &token) { token.expiresAt.reset(); });
        row("five seconds before the click", true, [](Token &token) { token.createdAt = click.addSecs(-5); });
        row("six seconds before the click", false, [](Token &token) { token.createdAt = click.addSecs(-6); });
        row("five seconds from now", true, [](Token &token) { token.createdAt = now.addSecs(5); });
        row("six seconds from now", false, [](Token &token) { token.createdAt = now.addSecs(6); });
        row("no time, list known", true, [](Token &token) { token.createdAt = {}; });
        LedgerEntry unlisted = sent();
        unlisted.knownBefore.reset();
        row("list not known", true, nothing, unlisted);
        row(
            "no time, list not known", false, [](Token &token) { token.createdAt = {}; }, unlisted);
        LedgerEntry reviewed = sent();
        reviewed.clickedAt = {};
        row(
            "since the review, where the click was lost", true,
            [](Token &token) { token.createdAt = click.addSecs(-600); }, reviewed);
        LedgerEntry forEver = sent();
        forEver.expiry = Expiry::never();
        row(
            "for ever, as asked", true, [](Token &token) { token.expiresAt.reset(); }, forEver);
        row("for ever was asked", false, nothing, forEver);
    }

    void recognisesWhatTheCreationMade()
    {
        QFETCH(Token, token);
        QFETCH(LedgerEntry, entry);
        QTEST(!candidatesFor(entry, {token}, {clickOf(entry, 0).earliest, now}, {u"claimed"_qs}).empty(),
              "candidate");
    }

    // A server may ignore the expiry, or permit something else: nothing but the description tells then.
    void whatIsOnlySimilarIsFoundWhenAskedFor_data()
    {
        QTest::addColumn<Token>("token");
        QTest::addColumn<bool>("similar");
        const auto row = [](const char *name, bool similar, const std::function<void(Token &)> &change) {
            Token token = made();
            change(token);
            QTest::newRow(name) << token << similar;
        };
        row("never expires", true, [](Token &token) { token.expiresAt.reset(); });
        row("other permissions", true, [](Token &token) { token.permissions = {}; });
        row("permissions nobody knows", true, [](Token &token) {
            token.unknownPermissions = {{u"admin"_qs, u"x"_qs}};
        });
        row("another description", false, [](Token &token) { token.description += u' '; });
        row("known before", false, [](Token &token) { token.id = u"old"_qs; });
        row("revoked", false, [](Token &token) { token.revokedAt = now; });
        row("before the click", false, [](Token &token) { token.createdAt = click.addSecs(-6); });
    }

    void whatIsOnlySimilarIsFoundWhenAskedFor()
    {
        QFETCH(Token, token);
        QTEST(!candidatesFor(sent(), {token}, {click, now}, {}, Likeness::Similar).empty(), "similar");
        QVERIFY(candidatesFor(sent(), {token}, {click, now}, {}).empty());
    }

    void mayAppearForFiveMinutes()
    {
        const TimeSpan clicked{click.addSecs(-60), click};
        QVERIFY(mayStillAppear(sent(), clicked, click.addSecs(299)));
        QVERIFY(!mayStillAppear(sent(), clicked, click.addSecs(300)));
        // It did exist.
        QVERIFY(!mayStillAppear(after(sent(), ledger::Answered{u"new"_qs, "00"}), clicked, click));
    }

    void doubtsTheClockOfTheClick_data()
    {
        QTest::addColumn<int>("noted"); // seconds that the note of the server's time was ahead of it
        QTest::addColumn<int>("local"); // and this computer's clock at the click
        QTest::addColumn<int>("ahead"); // and now
        QTest::newRow("all agree") << 0 << 0 << 0;
        QTest::newRow("known and the same") << 0 << 600 << 600;
        QTest::newRow("not known at the click") << 600 << 600 << 600;
        QTest::newRow("set right before the click") << 600 << 0 << 0;
        QTest::newRow("set wrong before the click") << 600 << 600 << 600;
        QTest::newRow("set right after the click") << 0 << 600 << 0;
        QTest::newRow("behind, not known") << -600 << -600 << -600;
    }

    void doubtsTheClockOfTheClick()
    {
        QFETCH(int, noted);
        QFETCH(int, local);
        QFETCH(int, ahead);
        LedgerEntry entry = sent();
        entry.clickedAt = click.addSecs(noted);
        entry.clickedLocally = click.addSecs(local);
        const TimeSpan span = clickOf(entry, ahead);
        QVERIFY(span.earliest <= click);
        QVERIFY(span.latest >= click);
    }

    void olderNotesHaveOneTimeOnly()
    {
        LedgerEntry entry = sent();
        entry.clickedAt = click.addSecs(600);
        QCOMPARE(clickOf(entry, 600).earliest, click);
        QCOMPARE(clickOf(entry, 600).latest, click.addSecs(600));
        QCOMPARE(clickOf(entry, 0).earliest, click.addSecs(600));
    }

    void belongsToItsClusterWhateverTheProfileIsCalled()
    {
        LedgerEntry entry;
        entry.accountId = u"AAAAAAAA-1111-4111-8111-111111111111"_qs;
        entry.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
        entry.origin = u"https://management.example:8443"_qs;
        ClusterAddress address;
        address.managementUrl = QUrl(u"https://management.example:8443"_qs);
        address.accountId = entry.accountId.toLower();
        address.clusterId = entry.clusterId;
        QVERIFY(isOf(entry, address));
        address.managementUrl.setPort(9443);
        QVERIFY(!isOf(entry, address));
    }

    void whatIsNotThereWasGoneOnlyIfItExisted()
    {
        LedgerEntry entry;
        entry.stage = LedgerEntry::Stage::Sending;
        QVERIFY(outcomeOf(Finding::NotThere, entry) == LedgerEntry::Outcome::NotCreated);
        entry.stage = LedgerEntry::Stage::Answered;
        QVERIFY(outcomeOf(Finding::NotThere, entry) == LedgerEntry::Outcome::Gone);
    }
};

QTEST_GUILESS_MAIN(LedgerEntryTest)
#include "tst_ledgerentry.moc"
