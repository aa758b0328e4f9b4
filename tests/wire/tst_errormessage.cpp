// SPDX-License-Identifier: MIT
#include "wire/answers.h"

#include <QTest>

using namespace tokenry;

class TestErrorMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_data();
    void message();
    void knowsTheApi_data();
    void knowsTheApi();
};

void TestErrorMessage::message_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const QString unauthorized = QStringLiteral("unauthorized");
    QTest::newRow("documented") << QByteArray(R"({"code":401,"message":"unauthorized"})") << unauthorized;
    QTest::newRow("code as string") << QByteArray(R"({"code":"unauthorized","message":"unauthorized"})")
                                    << unauthorized;
    QTest::newRow("error") << QByteArray(R"({"error":"unauthorized"})") << unauthorized;
    QTest::newRow("both") << QByteArray(R"({"error":"x","message":"unauthorized"})") << unauthorized;
    QTest::newRow("empty message") << QByteArray(R"({"error":"unauthorized","message":" "})") << unauthorized;
    QTest::newRow("message is an object")
        << QByteArray(R"({"message":{"a":[1]},"error":"unauthorized"})") << unauthorized;
    QTest::newRow("unknown fields") << QByteArray(R"({"trace":{"id":[1,{}]},"message":"unauthorized"})")
                                    << unauthorized;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"message\":\"unauthorized\"}")
                                     << unauthorized;
    QTest::newRow("escapes") << QByteArray(R"({"message":"a\nb\u0007\u00e9\ud800"})")
                             << QStringLiteral("a\nb\aé\uFFFD");
    QTest::newRow("no message") << QByteArray(R"({"code":500})") << QString();
    QTest::newRow("empty object") << QByteArray("{}") << QString();
    QTest::newRow("text") << QByteArray("upstream connect error\n")
                          << QStringLiteral("upstream connect error");
    QTest::newRow("controls") << QByteArray("a\x1b[31mb") << QStringLiteral("a\x1b[31mb");
    QTest::newRow("ill-encoded") << QByteArray("a\xFFz") << QStringLiteral("a\uFFFDz");
    QTest::newRow("cut JSON") << QByteArray(R"({"code":500,"mess)") << QStringLiteral(R"({"code":500,"mess)");
    QTest::newRow("page") << QByteArray(" \n<html><body>502</body></html>") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("blank") << QByteArray(" \n\t") << QString();
    QTest::newRow("long text") << QByteArray(1'000'000, 'x') << QString(1000, QLatin1Char('x'));
    QTest::newRow("long message") << QByteArray("{\"message\":\"" + QByteArray(5000, 'x') + "\"}")
                                  << QString(1000, QLatin1Char('x'));
    QTest::newRow("no half pair") << QByteArray(QByteArray(999, 'x') + "🐘") << QString(999, QLatin1Char('x'));
    QTest::newRow("deep") << QByteArray(QByteArray(100'000, '[')) << QString(1000, QLatin1Char('['));
}

void TestErrorMessage::message()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    QCOMPARE(decodeErrorMessage(body), expected);
}

void TestErrorMessage::knowsTheApi_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("expected");
    QTest::newRow("documented") << QByteArray(R"({"code":404,"message":"not found"})") << true;
    QTest::newRow("message first") << QByteArray(R"({"message":"not found","code":404})") << true;
    QTest::newRow("with more") << QByteArray(R"({"code":404,"trace":[{}],"message":"not found"})") << true;
    QTest::newRow("another status") << QByteArray(R"({"code":403,"message":"forbidden"})") << false;
    QTest::newRow("code as text") << QByteArray(R"({"code":"404","message":"not found"})") << false;
    QTest::newRow("half a code") << QByteArray(R"({"code":404.5,"message":"not found"})") << false;
    QTest::newRow("object for a code") << QByteArray(R"({"code":{"a":404},"message":"not found"})") << false;
    QTest::newRow("no code") << QByteArray(R"({"message":"not found"})") << false;
    QTest::newRow("no message") << QByteArray(R"({"code":404})") << false;
    QTest::newRow("blank message") << QByteArray(R"({"code":404,"message":" "})") << false;
    QTest::newRow("a list") << QByteArray(R"([{"code":404,"message":"not found"}])") << false;
    QTest::newRow("cut") << QByteArray(R"({"code":404,"message":"not)") << false;
    QTest::newRow("page") << QByteArray("<html>404</html>") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestErrorMessage::knowsTheApi()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, expected);
    QCOMPARE(isErrorOfTheApi(body, 404), expected);
}

QTEST_GUILESS_MAIN(TestErrorMessage)
#include "tst_errormessage.moc"
