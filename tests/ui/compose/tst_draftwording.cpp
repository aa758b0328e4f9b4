// SPDX-License-Identifier: MIT
#include "wording/permissiontext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QTest>
#include <QTimeZone>

using namespace tokenry;
using namespace std::chrono;

class TestDraftWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visible_data();
    void visible();
    void cutsLongTexts();
    void retention_data();
    void retention();
    void instant_data();
    void instant();
    void days_data();
    void days();
    void summary_data();
    void summary();
};

void TestDraftWording::visible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"billing_1/a b-c"_qs << u"billing_1/a b-c"_qs;
    QTest::newRow("letters") << u"данные ü 漢 🙂"_qs << u"данные ü 漢 🙂"_qs;
    QTest::newRow("bidi") << u"a\u202Eb"_qs << u"a⟨U+202E⟩b"_qs;
    QTest::newRow("zero width") << u"a\u200Bb"_qs << u"a⟨U+200B⟩b"_qs;
    QTest::newRow("newline") << u"a\nb"_qs << u"a⟨U+000A⟩b"_qs;
    QTest::newRow("edges") << u" a b "_qs << u"⟨U+0020⟩a b⟨U+0020⟩"_qs;
    QTest::newRow("only a blank") << u" "_qs << u"⟨U+0020⟩"_qs;
    QTest::newRow("no-break space") << u"a\u00A0b"_qs << u"a⟨U+00A0⟩b"_qs;
    QTest::newRow("tag characters") << u"a\U000E0041"_qs << u"a⟨U+E0041⟩"_qs;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) << u"⟨U+D83D⟩"_qs;
    QTest::newRow("real replacement character") << u"\uFFFD"_qs << u"\uFFFD"_qs;
    QTest::newRow("filler") << u"a\u3164"_qs << u"a⟨U+3164⟩"_qs;
    QTest::newRow("empty") << QString() << QString();
}

void TestDraftWording::visible()
{
    QFETCH(const QString, text);
    QTEST(visibleText(text), "expected");
}

void TestDraftWording::cutsLongTexts()
{
    QCOMPARE(visibleText(u"abcdef"_qs, 3), u"abc…"_qs);
    QCOMPARE(visibleText(u"abc"_qs, 3), u"abc"_qs);
    QCOMPARE(visibleText(u"ab🙂"_qs, 3), u"ab…"_qs);
}

void TestDraftWording::retention_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, nanoseconds length, const QString &expected) {
        QTest::newRow(title) << qint64(length.count()) << expected;
    };
    row("for ever", nanoseconds(0), u"for ever"_qs);
    row("day", hours(24), u"1 day"_qs);
    row("days", hours(24 * 30), u"30 days"_qs);
    row("year", hours(24 * 365), u"1 year"_qs);
    row("years", hours(24 * 730), u"2 years"_qs);
    row("hours", hours(36), u"1 day 12 h"_qs);
    row("odd", minutes(43) + seconds(12), u"43 min 12 s"_qs);
    row("tiny", nanoseconds(1), u"1 ns"_qs);
    row("less than nothing", nanoseconds(-5), u"-5 ns"_qs);
}

void TestDraftWording::retention()
{
    QFETCH(const qint64, length);
    QTEST(retentionText(nanoseconds(length)), "expected");
}

void TestDraftWording::instant_data()
{
    QTest::addColumn<QDateTime>("local");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Berlin") << QDateTime(QDate(2027, 2, 23), QTime(10, 0), QTimeZone("Europe/Berlin"))
                            << u"Tue 2027-02-23 10:00 Europe/Berlin = 09:00 UTC"_qs;
    QTest::newRow("another day") << QDateTime(QDate(2027, 2, 23), QTime(3, 0), QTimeZone("Asia/Tokyo"))
                                 << u"Tue 2027-02-23 03:00 Asia/Tokyo = Mon 2027-02-22 18:00 UTC"_qs;
    QTest::newRow("UTC") << QDateTime(QDate(2027, 2, 23), QTime(10, 0), Qt::UTC)
                         << u"Tue 2027-02-23 10:00 UTC"_qs;
    QTest::newRow("London is not UTC by name")
        << QDateTime(QDate(2027, 2, 23), QTime(10, 0), QTimeZone("Europe/London"))
        << u"Tue 2027-02-23 10:00 Europe/London = 10:00 UTC"_qs;
}

void TestDraftWording::instant()
{
    QFETCH(const QDateTime, local);
    QTEST(instantText(local), "expected");
    // To the second it is told apart from its neighbours, and the zone goes with it all the same.
    QVERIFY(secondText(local).startsWith(local.toString(u"ddd yyyy-MM-dd HH:mm:ss "_qs)));
    QVERIFY(secondText(local).endsWith(QString::fromLatin1(local.timeZone().id())));
}

void TestDraftWording::days_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("expected");
    QTest::newRow("later today") << 2 << u"today"_qs;
    QTest::newRow("tomorrow morning") << 14 << u"in 1 day"_qs;
    QTest::newRow("far") << 24 * 92 << u"in 92 days"_qs;
    QTest::newRow("past") << -24 * 3 << u"3 days ago"_qs;
}

void TestDraftWording::days()
{
    QFETCH(const int, hours);
    const QDateTime now(QDate(2026, 11, 23), QTime(14, 0), QTimeZone("Europe/Berlin"));
    QTEST(daysAheadText(now.addSecs(hours * 3600).toUTC(), now), "expected");
}

void TestDraftWording::summary_data()
{
    QTest::addColumn<int>("reads");
    QTest::addColumn<int>("writes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << 0 << 0 << u"Nothing is permitted yet."_qs;
    QTest::newRow("one") << 1 << 0 << u"Can read a."_qs;
    QTest::newRow("two") << 0 << 2 << u"Can write a and b."_qs;
    QTest::newRow("more") << 4 << 1 << u"Can write a. Can read a, b and 2 more."_qs;
    QTest::newRow("all") << -1 << 0 << u"Can read EVERY database, future ones too."_qs;
    QTest::newRow("all both") << -1 << -1
                              << u"Can write EVERY database, future ones too. "
                                 "Can read EVERY database, future ones too."_qs;
}

void TestDraftWording::summary()
{
    QFETCH(const int, reads);
    QFETCH(const int, writes);
    PermissionSelection selection(std::make_shared<const DatabaseCatalog>(
        std::vector<Database>{{u"a"_qs, {}}, {u"b"_qs, {}}, {u"c"_qs, {}}, {u"d"_qs, {}}}));
    const auto choose = [&](Action action, int count) {
        selection.setAllDatabases(action, count < 0);
        for (int row = 0; row < count; ++row)
            selection.tick(action, row, true);
    };
    choose(Action::Read, reads);
    choose(Action::Write, writes);
    QTEST(summaryText(selection), "expected");
    QTEST(summaryText(selection.permissions()), "expected");
}

QTEST_GUILESS_MAIN(TestDraftWording)
#include "tst_draftwording.moc"
