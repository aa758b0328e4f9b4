// SPDX-License-Identifier: MIT
#include "api/bearer.h"

#include <QTest>

using namespace tokenry;

class BearerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("fits");
        QTest::newRow("management token") << QByteArray("M.V1.FAKE+/=_-~") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("another header in it") << QByteArray("M.V1.FAKE\r\nX-Evil: 1") << false;
        QTest::newRow("blank") << QByteArray("M.V1 FAKE") << false;
        QTest::newRow("NUL") << QByteArray("M.V1\0FAKE", 9) << false;
        QTest::newRow("not ASCII") << QByteArray("M.V1.FAK\xc3\x89") << false;
    }

    void header()
    {
        QFETCH(QByteArray, token);
        QFETCH(bool, fits);
        const auto header = bearerOf(Secret::copyOf(token));
        QCOMPARE(header.has_value(), fits);
        if (fits)
            QCOMPARE(*header, "Bearer " + token);
    }

    void redacts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("nothing to hide") << QByteArray("all well") << QByteArray("all well");
        QTest::newRow("once") << QByteArray("bad token M.V1.FAKE!") << QByteArray("bad token *********!");
        QTest::newRow("twice, side by side")
            << QByteArray("M.V1.FAKEM.V1.FAKE") << QByteArray("******************");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void redacts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        redact(text, "Bearer M.V1.FAKE");
        QCOMPARE(text, expected);
    }

    void redactsNothingWithoutAToken()
    {
        QByteArray text = "Bearer ";
        redact(text, "Bearer ");
        redact(text, {});
        QCOMPARE(text, QByteArray("Bearer "));
    }
};

QTEST_GUILESS_MAIN(BearerTest)
#include "tst_bearer.moc"
