// SPDX-License-Identifier: MIT
#include "api/sequentialbody.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;

class SequentialBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void givesItsBytesOnce()
    {
        SequentialBody body("0123456789");
        QVERIFY(body.isSequential());
        QVERIFY(!body.wasBegun());
        QCOMPARE(body.bytesAvailable(), 10);
        QCOMPARE(body.read(4), QByteArray("0123"));
        QVERIFY(body.wasBegun());
        QCOMPARE(body.bytesAvailable(), 6);
        QVERIFY(!body.atEnd());
        QCOMPARE(body.readAll(), QByteArray("456789"));
        QVERIFY(body.atEnd());
        char byte = 'x';
        QCOMPARE(body.read(&byte, 1), -1);
    }

    void cannotBeRewound()
    {
        SequentialBody body("0123456789");
        // Also before the first byte: whether a second request may leave must not hang on a race.
        QVERIFY(!body.reset());
        QCOMPARE(body.read(5), QByteArray("01234"));
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
        QVERIFY(!body.seek(9));
        QCOMPARE(body.readAll(), QByteArray("56789"));
        QVERIFY(!body.seek(0));
        QCOMPARE(body.readAll(), QByteArray());
    }

    void cannotBeWritten()
    {
        SequentialBody body("0");
        QVERIFY(!body.isWritable());
        QCOMPARE(body.readAll(), QByteArray("0"));
    }
};

QTEST_GUILESS_MAIN(SequentialBodyTest)
#include "tst_sequentialbody.moc"
