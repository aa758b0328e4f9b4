// SPDX-License-Identifier: MIT
#include "api/apierrors.h"

#include <QTest>

using namespace tokenry;
using Kind = ApiError::Kind;
using Effect = ApiError::Effect;
using Ending = HttpAnswer::Ending;

namespace
{

HttpAnswer answered(const QByteArray &method, int status, const QByteArray &body = {})
{
    HttpAnswer answer;
    answer.method = method;
    answer.ending = Ending::Answered;
    answer.status = status;
    answer.mayHaveArrived = true;
    answer.body = body;
    return answer;
}

} // namespace

class ApiErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Effect>("effect"); // of a POST or DELETE
        const auto row = [](int status, Kind kind, Effect effect = Effect::None) {
            QTest::addRow("%d", status) << status << kind << effect;
        };
        row(100, Kind::UnexpectedStatus, Effect::Unclear);
        row(103, Kind::UnexpectedStatus, Effect::Unclear);
        row(200, Kind::UnreadableAnswer, Effect::Unclear);
        row(201, Kind::UnreadableAnswer, Effect::Unclear);
        row(204, Kind::UnreadableAnswer, Effect::Unclear);
        row(301, Kind::Redirected);
        row(302, Kind::Redirected);
        row(303, Kind::Redirected, Effect::Unclear);
        row(307, Kind::Redirected);
        row(308, Kind::Redirected);
        row(400, Kind::BadRequest);
        row(401, Kind::Unauthorized);
        row(403, Kind::Forbidden);
        row(404, Kind::NotFound); // with a body of the API's, else see below
        row(405, Kind::UnexpectedStatus);
        row(407, Kind::ProxyWantsPassword);
        row(408, Kind::UnexpectedStatus);
        row(409, Kind::Conflict);
        row(413, Kind::BadRequest);
        row(418, Kind::UnexpectedStatus);
        row(422, Kind::BadRequest);
        row(429, Kind::TooManyRequests);
        row(500, Kind::ServerError, Effect::Unclear);
        row(501, Kind::ServerError, Effect::Unclear);
        row(502, Kind::ServerError, Effect::Unclear);
        row(503, Kind::ServerError, Effect::Unclear);
        row(504, Kind::ServerError, Effect::Unclear);
        row(511, Kind::SignInPage);
        row(520, Kind::ServerError, Effect::Unclear);
        row(599, Kind::ServerError, Effect::Unclear);
        row(999, Kind::UnexpectedStatus, Effect::Unclear);
    }

    void byStatus()
    {
        QFETCH(int, status);
        QFETCH(Kind, kind);
        QFETCH(Effect, effect);
        for (const QByteArray &method : {QByteArray("POST"), QByteArray("DELETE"), QByteArray("GET")}) {
            // A refusal stays one when its body was cut.
            for (const Ending ending : {Ending::Answered, Ending::Lost, Ending::TooLarge}) {
                if (ending != Ending::Answered && status < 300)
                    continue;
                HttpAnswer answer = answered(method, status, "{\"code\":404,\"message\":\"not found\"}");
                answer.ending = ending;
                const ApiError error = errorOf(answer);
                QCOMPARE(error.kind, kind);
                QCOMPARE(error.status, status);
                QCOMPARE(error.effect, method == "GET" ? Effect::None : effect);
            }
        }
    }

    void believesOnlyTheApiThatATokenIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("believed");
        QTest::newRow("the API's") << QByteArray("{\"code\":404,\"message\":\"token not found\"}") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("page of a proxy") << QByteArray("<html><title>404 Not Found</title></html>") << false;
        QTest::newRow("text") << QByteArray("404 page not found\n") << false;
        QTest::newRow("gateway") << QByteArray("{\"message\":\"no Route matched with those values\"}")
                                 << false;
        QTest::newRow("another status") << QByteArray("{\"code\":5,\"message\":\"Not Found\"}") << false;
        QTest::newRow("cut off") << QByteArray("{\"code\":404,\"message\":\"not fo") << false;
    }

    void believesOnlyTheApiThatATokenIsNotThere()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, believed);
        QCOMPARE(errorOf(answered("DELETE", 404, body)).effect, believed ? Effect::None : Effect::Unclear);
        // Whoever it was, a creation was refused.
        QCOMPARE(errorOf(answered("POST", 404, body)).effect, Effect::None);
        QCOMPARE(errorOf(answered("GET", 404, body)).effect, Effect::None);
    }

    void byEnding_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("host") << Ending::HostNotFound << Kind::HostNotFound;
        QTest::newRow("name service") << Ending::LookupTimedOut << Kind::LookupTimedOut;
        QTest::newRow("no network") << Ending::NetworkUnreachable << Kind::NetworkUnreachable;
        QTest::newRow("no connection") << Ending::ConnectTimedOut << Kind::ConnectTimedOut;
        QTest::newRow("proxy's password") << Ending::ProxyWantsPassword << Kind::ProxyWantsPassword;
        QTest::newRow("refused") << Ending::ConnectionRefused << Kind::ConnectionRefused;
        QTest::newRow("TLS") << Ending::TlsFailed << Kind::TlsFailed;
        QTest::newRow("proxy") << Ending::ProxyFailed << Kind::ProxyFailed;
        QTest::newRow("lost") << Ending::Lost << Kind::ConnectionLost;
        QTest::newRow("deadline") << Ending::DeadlinePassed << Kind::DeadlinePassed;
        QTest::newRow("stopped") << Ending::Stopped << Kind::Stopped;
        QTest::newRow("too large") << Ending::TooLarge << Kind::AnswerTooLarge;
    }

    void byEnding()
    {
        QFETCH(Ending, ending);
        QFETCH(Kind, kind);
        for (const QByteArray &method : {QByteArray("POST"), QByteArray("DELETE"), QByteArray("GET")}) {
            // What matters is whether any of it may have arrived, and a status that came proves that it has.
            for (const auto &[arrived, status] :
                 {std::pair(false, 0), std::pair(true, 0), std::pair(false, 200)}) {
                HttpAnswer answer;
                answer.method = method;
                answer.ending = ending;
                answer.mayHaveArrived = arrived;
                answer.status = status;
                const ApiError error = errorOf(answer);
                QCOMPARE(error.kind, kind);
                const bool unclear = method != "GET" && (arrived || status == 200);
                QCOMPARE(error.effect, unclear ? Effect::Unclear : Effect::None);
            }
        }
    }

    void knowsAWebPage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html>") << true;
        QTest::newRow("blanks before") << QByteArray("\r\n  <HTML>") << true;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF<html>") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("JSON") << QByteArray("{\"a\":\"<html>\"}") << false;
        QTest::newRow("text") << QByteArray("OK") << false;
    }

    void knowsAWebPage()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isPage);
        const ApiError error = errorOf(answered("POST", 200, body));
        QCOMPARE(error.kind, isPage ? Kind::SignInPage : Kind::UnreadableAnswer);
        // Whoever answered in its place, the server may have been asked first.
        QCOMPARE(error.effect, Effect::Unclear);
        QCOMPARE(errorOf(answered("GET", 200, body)).effect, Effect::None);
    }

    void knowsWhoWantsAPassword()
    {
        HttpAnswer answer = answered("POST", 401, {});
        QCOMPARE(errorOf(answer).kind, Kind::Unauthorized);
        answer.passwordWanted = true;
        QCOMPARE(errorOf(answer).kind, Kind::PasswordWanted);
        QCOMPARE(errorOf(answer).effect, Effect::None);
    }

    void tellsWhatTheServerSaid()
    {
        HttpAnswer answer = answered("POST", 429, "{\"code\": 429, \"message\": \"slow down\"}");
        answer.retryAfter = std::chrono::seconds(7);
        answer.technical = QStringLiteral("text/html");
        const ApiError error = errorOf(answer);
        QCOMPARE(error.serverMessage, QStringLiteral("slow down"));
        QCOMPARE(error.retryAfter, std::optional(std::chrono::seconds(7)));
        QCOMPARE(error.technical, QStringLiteral("text/html"));
    }

    void tellsNothingOfABodyThatMayHoldASecret()
    {
        for (const int status : {200, 201, 299, 103})
            QCOMPARE(errorOf(answered("POST", status, "{\"message\": \"apiv1_0000\"}")).serverMessage,
                     QString());
    }

    void shortensWhatTheServerSaid()
    {
        const QByteArray faces =
            QByteArrayLiteral("x") + QByteArrayLiteral("\xf0\x9f\x98\x80").repeated(2000);
        const QString message =
            errorOf(answered("GET", 500, "{\"code\": 500, \"message\": \"" + faces + "\"}")).serverMessage;
        QVERIFY(message.size() > 900 && message.size() <= 1000);
        QVERIFY(!message.back().isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(ApiErrorsTest)
#include "tst_apierrors.moc"
