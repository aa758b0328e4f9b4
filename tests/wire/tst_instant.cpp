// SPDX-License-Identifier: MIT
#include "wire/instant.h"

#include <QTest>
#include <QTimeZone>

using namespace tokenry;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void writes();
};

void TestInstant::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("instant");
    const auto utc = [](int h, int m, int s, int ms) {
        return QDateTime(QDate(2023, 12, 21), QTime(h, m, s, ms), Qt::UTC);
    };
    QTest::newRow("seconds") << QStringLiteral("2023-12-21T17:32:28Z") << utc(17, 32, 28, 0);
    QTest::newRow("milliseconds") << QStringLiteral("2023-12-21T17:32:28.250Z") << utc(17, 32, 28, 250);
    QTest::newRow("tenths") << QStringLiteral("2023-12-21T17:32:28.5Z") << utc(17, 32, 28, 500);
    QTest::newRow("microseconds") << QStringLiteral("2023-12-21T17:32:28.245127Z") << utc(17, 32, 28, 245);
    QTest::newRow("nanoseconds") << QStringLiteral("2023-12-21T17:32:28.999999999Z") << utc(17, 32, 28, 999);
    QTest::newRow("east") << QStringLiteral("2023-12-21T17:32:28+05:30") << utc(12, 2, 28, 0);
    QTest::newRow("west") << QStringLiteral("2023-12-21T17:32:28-01:00") << utc(18, 32, 28, 0);
    QTest::newRow("without colon") << QStringLiteral("2023-12-21T17:32:28+0000") << utc(17, 32, 28, 0);
    QTest::newRow("lower case") << QStringLiteral("2023-12-21t17:32:28z") << utc(17, 32, 28, 0);
    QTest::newRow("leap second") << QStringLiteral("2023-12-21T23:59:60Z") << utc(23, 59, 59, 0);
    for (const char *bad :
         {"", "Z", "2023-12-21", "2023-12-21T17:32:28", "2023-12-21T17:32Z", "2023-13-21T17:32:28Z",
          "2023-02-30T17:32:28Z", "2023-12-21T25:32:28Z", "2023-12-21T17:32:61Z", "2023-12-21T17:32:28.Z",
          "2023-12-21T17:32:28+99:00", " 2023-12-21T17:32:28Z", "2023-12-21T17:32:28Z\n", "1703179948"})
        QTest::addRow("bad: %s", bad) << QString::fromLatin1(bad) << QDateTime();
}

void TestInstant::reads()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, instant);
    const QDateTime read = instantFrom(text);
    QCOMPARE(read.isValid(), instant.isValid());
    QCOMPARE(read, instant);
    if (instant.isValid())
        QCOMPARE(read.timeSpec(), Qt::UTC);
}

void TestInstant::writes()
{
    const QDateTime berlin(QDate(2027, 2, 23), QTime(10, 0, 7, 900), QTimeZone("Europe/Berlin"));
    QCOMPARE(rfc3339(berlin), QStringLiteral("2027-02-23T09:00:07Z"));
}

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
