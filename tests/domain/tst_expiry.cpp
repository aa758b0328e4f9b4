// SPDX-License-Identifier: MIT
#include "domain/expiry.h"

#include <QTest>
#include <QTimeZone>

using namespace tokenry;

class ExpiryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysEndOnAWorkingMorning_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("local");
        // 2026-11-23 is a Monday.
        QTest::newRow("before ten: the same morning") << "2026-11-23T09:00:00" << 7 << "2026-11-30T10:00:00";
        QTest::newRow("at ten") << "2026-11-23T10:00:00" << 7 << "2026-11-30T10:00:00";
        QTest::newRow("after ten: the next morning") << "2026-11-23T10:00:01" << 7 << "2026-12-01T10:00:00";
        QTest::newRow("Saturday moves to Monday") << "2026-11-20T09:00:00" << 8 << "2026-11-30T10:00:00";
        QTest::newRow("Friday after ten moves to Monday")
            << "2026-11-20T11:00:00" << 7 << "2026-11-30T10:00:00";
        QTest::newRow("across the change to summer time")
            << "2027-03-22T09:00:00" << 7 << "2027-03-29T10:00:00";
    }

    void daysEndOnAWorkingMorning()
    {
        QFETCH(QString, now);
        QFETCH(int, days);
        QFETCH(QString, local);
        const QTimeZone berlin("Europe/Berlin");
        QVERIFY(berlin.isValid());
        QDateTime at = QDateTime::fromString(now, Qt::ISODate);
        at.setTimeZone(berlin);
        const ExpiryChoice choice{ExpiryChoice::Kind::AfterDays, days, {}};
        const Expiry expiry = choice.resolve(at);
        QCOMPARE(expiry.instant().toTimeZone(berlin).toString(u"yyyy-MM-ddTHH:mm:ss"), local);
        QCOMPARE(expiry.instant().timeSpec(), Qt::UTC);
        QVERIFY(expiry.instant() >= at.addDays(days));
    }

    void neverHasNoInstant()
    {
        const Expiry expiry =
            ExpiryChoice{ExpiryChoice::Kind::Never, 90, {}}.resolve(QDateTime::currentDateTime());
        QVERIFY(expiry.isNever());
        QVERIFY(!expiry.instant().isValid());
        QCOMPARE(expiry, Expiry::never());
    }

    void instantsHaveWholeSeconds()
    {
        const auto instant = QDateTime::fromString(u"2027-02-23T09:00:00.987Z"_qs, Qt::ISODateWithMs);
        QCOMPARE(Expiry::at(instant).instant().toString(Qt::ISODateWithMs), u"2027-02-23T09:00:00.000Z"_qs);
    }
};

QTEST_GUILESS_MAIN(ExpiryTest)
#include "tst_expiry.moc"
