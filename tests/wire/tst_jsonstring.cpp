// SPDX-License-Identifier: MIT
#include "wire/jsonstring.h"

#include <QTest>

using namespace tokenry;

class TestJsonString : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodes_data();
    void encodes();
    void decodes_data();
    void decodes();
    void findsTheEnd();
};

void TestJsonString::encodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QString() << QByteArray(R"("")");
    QTest::newRow("plain") << QStringLiteral("telegraf/autogen") << QByteArray(R"("telegraf/autogen")");
    QTest::newRow("quoted") << QStringLiteral("a\"b\\c") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("short escapes") << QStringLiteral("\b\f\n\r\t") << QByteArray(R"("\b\f\n\r\t")");
    QTest::newRow("NUL") << QString(QChar(QChar::Null)) << QByteArray(R"("\u0000")");
    QTest::newRow("controls") << QStringLiteral("\u001B\u007F\u0085")
                              << QByteArray(R"("\u001b\u007f\u0085")");
    QTest::newRow("separators") << QStringLiteral("\u2028\u2029") << QByteArray(R"("\u2028\u2029")");
    QTest::newRow("spaces") << QStringLiteral("a b\u00A0c\u2003d\u3000")
                            << QByteArray(R"("a b\u00a0c\u2003d\u3000")");
    QTest::newRow("right to left") << QStringLiteral("\u202Etxt") << QByteArray(R"("\u202etxt")");
    QTest::newRow("tag") << QStringLiteral("\U000E0041") << QByteArray(R"("\udb40\udc41")");
    // Letters and marks by category that draw nothing.
    QTest::newRow("fillers") << QStringLiteral("a\u3164\uFFA0\u115F\u2800b")
                             << QByteArray(R"("a\u3164\uffa0\u115f\u2800b")");
    QTest::newRow("joiner and selectors") << QStringLiteral("\u034F\u180B\uFE0F\U000E0100")
                                          << QByteArray(R"("\u034f\u180b\ufe0f\udb40\udd00")");
    QTest::newRow("private and unassigned")
        << QStringLiteral("\uE000\U000F0000\u0378") << QByteArray(R"("\ue000\udb80\udc00\u0378")");
    QTest::newRow("letters") << QStringLiteral("aé数🐘") << QByteArray("\"aé数🐘\"");
    QTest::newRow("lone high") << QString(QChar(0xD800)) + QLatin1Char('x')
                               << QByteArray("\"\xEF\xBF\xBDx\"");
    QTest::newRow("lone low") << QString(QChar(0xDC00)) << QByteArray("\"\xEF\xBF\xBD\"");
}

void TestJsonString::encodes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    QCOMPARE(jsonString(text), json);
}

void TestJsonString::decodes_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<bool>("exact");
    const QByteArray replaced = "\xEF\xBF\xBD";
    QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("escapes") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t") << true;
    QTest::newRow("unit") << QByteArray(R"(\u0061\u00E9\u6570)") << QByteArray("aé数") << true;
    QTest::newRow("pair") << QByteArray(R"(\uD83D\uDC18)") << QByteArray("🐘") << true;
    QTest::newRow("lone high") << QByteArray(R"(\ud83dx)") << replaced + 'x' << false;
    QTest::newRow("high, then no low") << QByteArray(R"(\ud83d\u0061)") << replaced + 'a' << false;
    QTest::newRow("lone low") << QByteArray(R"(\udc18)") << replaced << false;
    QTest::newRow("no digits") << QByteArray(R"(\u12)") << replaced + "12" << false;
    QTest::newRow("no hexadecimal") << QByteArray(R"(\u00g0)") << replaced + "00g0" << false;
    QTest::newRow("no escape") << QByteArray(R"(\q)") << replaced << false;
    QTest::newRow("at the end") << QByteArray("a\\") << 'a' + replaced << false;
    QTest::newRow("bytes stay") << QByteArray("\xFF\n") << QByteArray("\xFF\n") << true;
}

void TestJsonString::decodes()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, utf8);
    QFETCH(bool, exact);
    const DecodedString decoded = decodeJsonString(raw);
    QCOMPARE(decoded.utf8, utf8);
    QCOMPARE(decoded.exact, exact);
}

void TestJsonString::findsTheEnd()
{
    QCOMPARE(closingQuote(R"("a\"b\\" c)", 1), 7);
    QCOMPARE(closingQuote(R"("a\")", 1), -1);
    QCOMPARE(closingQuote("\"a\\", 1), -1);
    QCOMPARE(closingQuote("\"", 1), -1);
}

QTEST_GUILESS_MAIN(TestJsonString)
#include "tst_jsonstring.moc"
