// SPDX-License-Identifier: MIT
#include "api/httpheaders.h"

#include <QTest>

#include <ctime>

using namespace tokenry;

class HttpHeadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Local time has a gap there, from 02:00 to 03:00 on the last Sunday of March.
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void date_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected"); // ISO, empty: not valid
        QTest::newRow("as usual") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")
                                  << QStringLiteral("1994-11-06T08:49:37Z");
        QTest::newRow("blanks around")
            << QByteArray(" Tue, 23 Feb 2027 09:00:00 GMT ") << QStringLiteral("2027-02-23T09:00:00Z");
        QTest::newRow("in no local time")
            << QByteArray("Sun, 28 Mar 2027 02:30:00 GMT") << QStringLiteral("2027-03-28T02:30:00Z");
        QTest::newRow("no GMT") << QByteArray("Sun, 28 Mar 2027 02:30:00") << QString();
        QTest::newRow("no time") << QByteArray("Sun, 28 Mar 2027") << QString();
        QTest::newRow("something behind") << QByteArray("Sun, 28 Mar 2027 02:30:00 GMT x") << QString();
        QTest::newRow("wrong weekday") << QByteArray("Mon, 06 Nov 1994 08:49:37 GMT") << QString();
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("another zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 CET") << QString();
        QTest::newRow("words") << QByteArray("tomorrow") << QString();
        QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3) << QString();
    }

    void date()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, expected);
        const QDateTime date = httpDate(value);
        QCOMPARE(date.isValid() ? date.toString(Qt::ISODate) : QString(), expected);
    }

    void retry_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds"); // -1: none
        QTest::newRow("seconds") << QByteArray("30") << qint64(30);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("a week: a day") << QByteArray("604800") << qint64(86400);
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << qint64(-1);
        QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
        QTest::newRow("none") << QByteArray() << qint64(-1);
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << qint64(60);
        QTest::newRow("date gone by") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64(0);
        QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    }

    void retry()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, seconds);
        const auto wait = retryAfter(value, httpDate("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), seconds);
    }

    void aDateNeedsTheServersTime() { QVERIFY(!retryAfter("Sun, 06 Nov 1994 08:50:37 GMT", {})); }
};

QTEST_GUILESS_MAIN(HttpHeadersTest)
#include "tst_httpheaders.moc"
