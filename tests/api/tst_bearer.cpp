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

    void redactsWhatJsonEscapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("solidus") << QByteArray("M.V1.FA+KE\\/=");
        QTest::newRow("one by its number") << QByteArray("M.V1.FA\\u002bKE/=");
        QTest::newRow("in capitals") << QByteArray("M.V1.FA\\u002BKE/\\u003D");
        QTest::newRow("a mixture") << QByteArray("\\u004d.V1.F\\u0041+KE\\/\\u003d");
        QTest::newRow("all by their numbers") << QByteArray(
            "\\u004d\\u002e\\u0056\\u0031\\u002e\\u0046\\u0041\\u002b\\u004b\\u0045\\u002f\\u003d");
    }

    void redactsWhatJsonEscapes()
    {
        QFETCH(const QByteArray, text);
        const QByteArray before = "{\"message\":\"not accepted: \\u0022";
        const QByteArray after = ", \\\"M.V1.FA\\u002\"";
        QByteArray body = before + text + text + after;
        redact(body, "Bearer M.V1.FA+KE/=");
        QCOMPARE(body, before + QByteArray(2 * text.size(), '*') + after);
    }

    void redactsATokenThatHasToBeEscaped_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("as it is") << QByteArray("FAKE\"\\\\/");
        QTest::newRow("in JSON") << QByteArray("FAKE\\\"\\\\\\\\\\/");
        QTest::newRow("by numbers") << QByteArray("FAKE\\u0022\\u005c\\\\/");
    }

    void redactsATokenThatHasToBeEscaped()
    {
        QFETCH(QByteArray, text);
        const qsizetype size = text.size();
        redact(text, "Bearer FAKE\"\\\\/");
        QCOMPARE(text, QByteArray(size, '*'));
    }

    void leavesWhatOnlyLooksLikeIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("another escape") << QByteArray("M.V1.FA\\u002cKE/=");
        QTest::newRow("another plane") << QByteArray("M.V1.FA\\u012bKE/=");
        QTest::newRow("cut off") << QByteArray("M.V1.FA\\u002");
        QTest::newRow("only the beginning") << QByteArray("M.V1.FA+KE/");
        QTest::newRow("no escape of JSON's") << QByteArray("M.V1.FA\\+KE/=");
    }

    void leavesWhatOnlyLooksLikeIt()
    {
        QFETCH(const QByteArray, text);
        QByteArray body = text;
        redact(body, "Bearer M.V1.FA+KE/=");
        QCOMPARE(body, text);
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
