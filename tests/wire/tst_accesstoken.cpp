// SPDX-License-Identifier: MIT
#include "wire/accesstoken.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace tokenry;

class TestAccessToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsTheOfficialOnes();
    void everyCut_data();
    void everyCut();
    void utf16_data();
    void utf16();
    void garbage();
};

namespace
{

QByteArray bytesOf(const Secret &secret)
{
    return secret.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

const QByteArray token = "apiv1_0000000000000000000000000000000000000000000000000000000000000000";

/// An answer in which much looks like the secret, and one string is.
const QByteArray sample =
    R"({"accountId":"11111111-1111-4111-8111-111111111111","description":"\"accessToken\":\"apiv1_fake\" {[,",)"
    R"("permissions":[{"action":"read","resource":"accessToken","accessToken":"apiv1_inner"}],)"
    R"("meta":{"accessToken":"apiv1_nested"},"accessToken":")" +
    token + R"(","expiresAt":null,"createdAt":"2026-11-23T09:00:00.245127Z"})";

} // namespace

void TestAccessToken::finds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("contradicted");
    QTest::addColumn<bool>("unusual");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &secret,
                        bool contradicted = false, bool unusual = false) {
        QTest::newRow(name) << body << secret << contradicted << unusual;
    };
    row("plain", R"({"accessToken":"t"})", "t");
    row("spaced", " \r\n{ \"accessToken\"\t:\n\"t\" }\n", "t");
    row("sample", sample, token);
    row("in a list", R"([{"accessToken":"t"}])", "t");
    row("behind a list", R"({"permissions":[[1,2],[{}]],"accessToken":"t"})", "t");
    row("key escaped", R"({"\u0061ccess\u0054oken":"t"})", "t");
    row("value escaped", R"({"accessToken":"a\u0062\/\u002b="})", "ab/+=");
    row("byte order mark", "\xEF\xBB\xBF{\"accessToken\":\"t\"}", "t");
    row("something behind", R"({"accessToken":"t"}<html>)", "t");
    row("not closed", R"({"accessToken":"t")", "t");
    row("ill-encoded around", "{\"description\":\"\xFF\xC0\",\"accessToken\":\"t\"}", "t");
    row("bare newline around", "{\"description\":\"a\nb\",\"accessToken\":\"t\"}", "t");
    row("NULs around", "{\"x\":\"" + QByteArray(2, '\0') + "\",\"accessToken\":\"t\"}", "t");
    row("closer too many", R"({"a":1],"accessToken":"t"})", "t");
    row("odd literal", R"({"a":nope,"accessToken":"t"})", "t");
    row("long", "{\"accessToken\":\"" + QByteArray(100'000, 'x') + "\"}", QByteArray(100'000, 'x'));

    row("twice the same", R"({"accessToken":"t","accessToken":"t"})", "t");
    row("twice, escaped the same", R"({"accessToken":"t","accessToken":"\u0074"})", "t");
    row("two values", R"({"accessToken":"t","accessToken":"u"})", "t", true);
    row("two answers", R"([{"accessToken":"t"},{"accessToken":"u"}])", "t", true);
    row("empty, then one", R"({"accessToken":"","accessToken":"t"})", "t");
    row("null, then one", R"({"accessToken":null,"accessToken":"t"})", "t");

    row("blank", R"({"accessToken":"a b"})", "a b", false, true);
    row("newline", R"({"accessToken":"ab\n"})", "ab\n", false, true);
    row("not ASCII", R"({"accessToken":"é"})", "é", false, true);
    row("lone surrogate", R"({"accessToken":"a\ud800"})", "a\xEF\xBF\xBD", false, true);
    row("ill-encoded inside", "{\"accessToken\":\"a\xFF\"}", "a\xFF", false, true);

    row("none", R"({"id":"x"})", {});
    row("empty", {}, {});
    row("empty value", R"({"accessToken":""})", {});
    row("null", R"({"accessToken":null})", {});
    row("number", R"({"accessToken":5,"x":"t"})", {});
    row("object", R"({"accessToken":{"accessToken":"t"}})", {});
    row("list", R"({"accessToken":["t"]})", {});
    row("value of another key", R"({"x":"accessToken","y":"t"})", {});
    row("string instead of key", R"(["accessToken","t"])", {});
    row("nested", R"({"token":{"accessToken":"t"}})", {});
    row("deeper list", R"([[{"accessToken":"t"}]])", {});
    row("list in an object", R"({"x":[{"accessToken":"t"}]})", {});
    row("no colon", R"({"accessToken" "t"})", {});
    row("other case", R"({"accesstoken":"t"})", {});
    row("description only", R"({"description":"\",\"accessToken\":\"t\""})", {});
    row("a string in the place of the comma", R"({"description":"x" "accessToken":"t"})", {});
    row("outside", R"("accessToken":"t")", {});
}

void TestAccessToken::finds()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, secret);
    const FoundSecret found = accessTokenIn(body);
    QCOMPARE(bytesOf(found.secret), secret);
    QTEST(found.contradicted, "contradicted");
    QTEST(found.unusual, "unusual");
}

void TestAccessToken::findsTheOfficialOnes()
{
    for (const char digit : {'5', '6', '7'}) {
        const QByteArray official = "apiv1_" + QByteArray(64, digit);
        const FoundSecret found = accessTokenIn(
            R"({"id":"55555555-5555-4555-8555-555555555555","description":"Limited Access Token","permissions":[],)"
            R"("createdAt":"2023-12-21T17:32:28.000Z","accessToken":")" +
            official + "\"}");
        QCOMPARE(bytesOf(found.secret), official);
        QVERIFY(!found.contradicted && !found.unusual);
    }
}

void TestAccessToken::everyCut_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("bare") << sample;
    QTest::newRow("listed") << QByteArray('[' + sample + ']');
    QTest::newRow("UTF-16") << QByteArray(
        QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(sample)));
}

void TestAccessToken::everyCut()
{
    QFETCH(QByteArray, body);
    int complete = 0;
    for (qsizetype size = 0; size <= body.size(); ++size) {
        const FoundSecret found = accessTokenIn(QByteArrayView(body).first(size));
        QVERIFY(!found.contradicted);
        if (found.secret.isEmpty())
            QCOMPARE(complete, 0); // once whole, it stays
        else
            QCOMPARE(bytesOf(found.secret), token);
        complete += found.secret.isEmpty() ? 0 : 1;
    }
    QVERIFY(complete > 0);
}

void TestAccessToken::utf16_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<bool>("mark");
    for (const bool mark : {false, true}) {
        QTest::addRow("little, mark %d", mark) << int(QStringConverter::Utf16LE) << mark;
        QTest::addRow("big, mark %d", mark) << int(QStringConverter::Utf16BE) << mark;
    }
}

void TestAccessToken::utf16()
{
    QFETCH(int, encoding);
    QFETCH(bool, mark);
    const QString text =
        (mark ? QString(QChar(QChar::ByteOrderMark)) : QString()) + QString::fromUtf8(sample);
    QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding));
    const QByteArray body = encoder(text);
    QCOMPARE(bytesOf(accessTokenIn(body).secret), token);
}

void TestAccessToken::garbage()
{
    QRandomGenerator random(1);
    QByteArray noise(1'000'000, '\0');
    for (char &byte : noise)
        byte = static_cast<char>(random.bounded(256));
    QVERIFY(accessTokenIn(noise).secret.isEmpty());
    for (const char c : {'{', '[', '"', '\\', '}', ':', ','})
        QVERIFY(accessTokenIn(QByteArray(1'000'000, c)).secret.isEmpty());
    // What JSON is made of, in any order: nothing that was not there may come out.
    const QList<QByteArray> pieces{"{",     "}", "[", "]", ",", ":", "\"accessToken\"", "\"" + token + "\"",
                                   "\"x\"", "1", "\\"};
    for (int round = 0; round < 2000; ++round) {
        QByteArray body = "{";
        for (int i = 0; i < 30; ++i)
            body += pieces[random.bounded(pieces.size())];
        const QByteArray found = bytesOf(accessTokenIn(body).secret);
        QVERIFY2(found.isEmpty() || body.contains('"' + found + '"') || found.contains('\\') ||
                     found.contains('"'),
                 body.constData());
    }
}

QTEST_GUILESS_MAIN(TestAccessToken)
#include "tst_accesstoken.moc"
