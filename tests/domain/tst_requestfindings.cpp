// SPDX-License-Identifier: MIT
#include "domain/approval.h"
#include "domain/requestfindings.h"

#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace tokenry;

namespace
{

const QDateTime exported(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC);
const QString sum = QString(32, u'a') + QString(32, u'7');
const QString other = QString(64, u'b');

TokenRequest request(const Expiry &expiry)
{
    std::vector<Permission> permissions;
    for (const QString &name : {u"crm"_qs, u"billing"_qs})
        permissions.push_back({*Resource::database(name), Action::Read});
    permissions.push_back({Resource::allDatabases(), Action::Write});
    return *TokenRequest::from(draftWith(u"x"_qs, expiry, PermissionSet(permissions)), exported);
}

} // namespace

class RequestFindingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void age_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("aged");
        QTest::addColumn<bool>("expired");
        QTest::newRow("at once") << 0 << false << false;
        QTest::newRow("clock went back") << -5 << false << false;
        QTest::newRow("short of a fifth") << 19 << false << false;
        QTest::newRow("a fifth") << 20 << true << false;
        QTest::newRow("nearly all") << 99 << true << false;
        QTest::newRow("all") << 100 << false << true;
    }

    void age()
    {
        QFETCH(int, hours);
        const auto findings = findingsOf(request(Expiry::at(exported.addSecs(100 * 3600))), exported, nullptr,
                                         exported.addSecs(hours * 3600));
        QTEST(findings.aged, "aged");
        QTEST(findings.expired, "expired");
        QVERIFY(!findings.listKnown);
        QVERIFY(findings.isAsExported());
        QVERIFY(!findings.isCalm());
    }

    // Also where it never expires; clocks may differ by a minute.
    void aDateInTheFutureIsSaid_data()
    {
        QTest::addColumn<int>("secondsAhead");
        QTest::addColumn<bool>("fromFuture");
        QTest::newRow("30 days") << 30 * 24 * 3600 << true;
        QTest::newRow("61 seconds") << 61 << true;
        QTest::newRow("clocks that differ") << 60 << false;
        QTest::newRow("the past") << -60 << false;
    }

    void aDateInTheFutureIsSaid()
    {
        QFETCH(const int, secondsAhead);
        for (const Expiry &expiry : {Expiry::never(), Expiry::at(exported.addDays(90))}) {
            const DatabaseCatalog databases({{u"crm"_qs, {}}, {u"billing"_qs, {}}});
            const auto findings =
                findingsOf(request(expiry), exported, &databases, exported.addSecs(-secondsAhead));
            QTEST(findings.fromFuture, "fromFuture");
            QCOMPARE(findings.isCalm(), !findings.fromFuture);
        }
    }

    // Time and the cluster change nothing in the file; what is to be looked at is another question.
    void whatIsAsExported_data()
    {
        QTest::addColumn<RequestFindings>("findings");
        QTest::addColumn<bool>("asExported");
        QTest::addColumn<bool>("calm");
        const auto row = [](const char *name, const std::function<void(RequestFindings &)> &find,
                            bool asExported, bool calm) {
            RequestFindings findings;
            find(findings);
            QTest::newRow(name) << findings << asExported << calm;
        };
        row(
            "nothing found", [](RequestFindings &) {}, true, true);
        row(
            "edited", [](RequestFindings &found) { found.edited = true; }, false, false);
        row(
            "renewed", [](RequestFindings &found) { found.renewed = true; }, false, false);
        row(
            "missing", [](RequestFindings &found) { found.missing = QStringList(u"crm"_qs); }, true, false);
        row(
            "expired", [](RequestFindings &found) { found.expired = true; }, true, false);
        row(
            "aged", [](RequestFindings &found) { found.aged = true; }, true, false);
        row(
            "from the future", [](RequestFindings &found) { found.fromFuture = true; }, true, false);
        row(
            "no list", [](RequestFindings &found) { found.listKnown = false; }, true, false);
        row(
            "edited and expired", [](RequestFindings &found) { found.edited = found.expired = true; }, false,
            false);
    }

    void whatIsAsExported()
    {
        QFETCH(RequestFindings, findings);
        QTEST(findings.isAsExported(), "asExported");
        QTEST(findings.isCalm(), "calm");
    }

    void whatNeverExpiresDoesNotAge()
    {
        const auto findings = findingsOf(request(Expiry::never()), exported, nullptr, exported.addYears(50));
        QVERIFY(!findings.aged && !findings.expired);
    }

    void missingNames()
    {
        const DatabaseCatalog list({{u"billing"_qs, {}}});
        const auto findings = findingsOf(request(Expiry::never()), exported, &list, exported);
        QCOMPARE(findings.missing, QStringList(u"crm"_qs));
        QVERIFY(findings.listKnown);
        QVERIFY(findings.isAsExported());
        QVERIFY(!findings.isCalm());
        const DatabaseCatalog both({{u"billing"_qs, {}}, {u"crm"_qs, {}}});
        QVERIFY(findingsOf(request(Expiry::never()), exported, &both, exported).isCalm());
    }

    void renewing_data()
    {
        QTest::addColumn<QDateTime>("exportedAt");
        QTest::addColumn<int>("days");
        const QTimeZone berlin("Europe/Berlin");
        QTest::newRow("Monday afternoon") << QDateTime({2026, 11, 23}, {14, 5}, berlin) << 90;
        QTest::newRow("ends on a Saturday") << QDateTime({2026, 11, 21}, {9, 0}, berlin) << 7;
        QTest::newRow("Friday at noon") << QDateTime({2026, 11, 20}, {12, 0}, berlin) << 7;
        QTest::newRow("into summer time") << QDateTime({2027, 3, 20}, {9, 30}, berlin) << 30;
        QTest::newRow("out of summer time") << QDateTime({2026, 10, 20}, {9, 30}, berlin) << 30;
        QTest::newRow("half a year") << QDateTime({2026, 11, 23}, {9, 0}, berlin) << 180;
        QTest::newRow("a year") << QDateTime({2026, 11, 23}, {23, 59}, berlin) << 365;
        QTest::newRow("of one's own") << QDateTime({2026, 11, 23}, {9, 59}, berlin) << 45;
    }

    void renewing()
    {
        QFETCH(QDateTime, exportedAt);
        QFETCH(int, days);
        const Expiry expiry = ExpiryChoice{ExpiryChoice::Kind::AfterDays, days, {}}.resolve(exportedAt);
        const ExpiryChoice renewed = renewedExpiry(expiry, exportedAt);
        QCOMPARE(renewed.kind, ExpiryChoice::Kind::AfterDays);
        QVERIFY(renewed.days >= days && renewed.days <= days + (days == 45 ? 3 : 0));
    }

    void neverStaysNever()
    {
        QCOMPARE(renewedExpiry(Expiry::never(), exported).kind, ExpiryChoice::Kind::Never);
    }

    void approval_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("approval");
        const auto row = [](const char *name, const QString &pasted, Approval approval) {
            QTest::newRow(name) << pasted << int(approval);
        };
        row("nothing", u"  "_qs, Approval::None);
        row("the sum", sum, Approval::Matches);
        row("in upper case, with blanks", u"  "_qs + sum.toUpper() + u" "_qs, Approval::Matches);
        row("as sha256sum prints it", sum + u"  a.json"_qs, Approval::Matches);
        row("with its kind", u"sha256:"_qs + sum, Approval::Matches);
        row("in a comment", u"OK for me, 7F3A-91C2: `"_qs + sum + u"`."_qs, Approval::Matches);
        row("twice", sum + u' ' + sum, Approval::Matches);
        row("another", other, Approval::Differs);
        row("one digit off", sum.chopped(1) + u'6', Approval::Differs);
        row("this and another", sum + u' ' + other, Approval::Several);
        row("the short one", u"7F3A-91C2"_qs, Approval::OnlyShort);
        row("cut off", sum.chopped(1), Approval::NotASum);
        row("too long", sum + u'a', Approval::NotASum);
        row("words", u"approved"_qs, Approval::NotASum);
    }

    void approval()
    {
        QFETCH(QString, pasted);
        QTEST(int(compareApproval(pasted, sum)), "approval");
        const Approval found = compareApproval(pasted, sum);
        QCOMPARE(quotedSum(pasted), found == Approval::Matches   ? sum
                                    : found == Approval::Differs ? pasted
                                                                 : QString());
    }
};

QTEST_GUILESS_MAIN(RequestFindingsTest)
#include "tst_requestfindings.moc"
