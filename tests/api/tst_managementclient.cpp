// SPDX-License-Identifier: MIT
#include "api/clientfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;
using Kind = ApiError::Kind;
using Effect = ApiError::Effect;

class ManagementClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { forgetProxies(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void listsDatabases()
    {
        FaultServer server;
        server.play(answering(answer("200 OK",
                                     "[{\"name\":\"b\",\"retentionPeriod\":2592000000000000},"
                                     "{\"name\":\"a/autogen\",\"retentionPeriod\":0},{\"nameless\":1}]",
                                     "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n")));
        ManagementClient client(addressOf(server.url()));
        const auto got = outcomeOf(client.databases(managementToken()));
        QVERIFY(got && *got);
        const DatabaseList &list = **got;
        QCOMPARE(list.databases->size(), 2);
        QCOMPARE(list.databases->name(0), QStringLiteral("a/autogen"));
        QCOMPARE(list.databases->retention(1), std::chrono::hours(24 * 30));
        QCOMPARE(list.unreadable, 1);
        QCOMPARE(list.serverTime.date.toString(Qt::ISODate), QStringLiteral("1994-11-06T08:49:37Z"));
        QCOMPARE(server.requests().value(0).method, QByteArray("GET"));
        QCOMPARE(server.requests().value(0).target, clusterPath() + "/databases");
        QCOMPARE(server.requests().value(0).header("authorization"), QByteArray("Bearer M.V1.FAKE"));
    }

    // They are on the cluster: whoever looks for them is to see why they cannot be chosen.
    void listsDatabasesThatNoPermissionCanName()
    {
        FaultServer server;
        server.play(answering(answer("200 OK", "[{\"name\":\"*\"},{\"name\":\"a\"},{\"name\":\"" +
                                                   QByteArray(65, 'x') + "\"}]")));
        ManagementClient client(addressOf(server.url()));
        const auto got = outcomeOf(client.databases(managementToken()));
        QVERIFY(got && *got);
        QCOMPARE((*got)->databases->size(), 3);
        QCOMPARE((*got)->databases->permissible(), 1);
        QCOMPARE((*got)->unreadable, 0);
    }

    void listsTokens()
    {
        FaultServer server;
        server.play(answering(answer("200 OK", "[" + tokenJson() + "," + tokenJson() + ",7]")));
        ManagementClient client(addressOf(server.url()));
        const auto got = outcomeOf(client.tokens(managementToken()));
        QVERIFY(got && *got);
        QCOMPARE((*got)->tokens.size(), size_t(2));
        QCOMPARE((*got)->tokens[0].id, QStringLiteral("55555555-5555-4555-8555-555555555555"));
        QCOMPARE((*got)->unreadable, 1);
        QVERIFY(!(*got)->serverTime.isKnown());
        QCOMPARE(server.requests().value(0).target, clusterPath() + "/tokens");
    }

    void refusesAListThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("empty") << answer("200 OK") << Kind::UnreadableAnswer;
        QTest::newRow("HTML") << answer("200 OK", "<html>Sign in</html>") << Kind::SignInPage;
        QTest::newRow("object") << answer("200 OK", "{}") << Kind::UnreadableAnswer;
        QTest::newRow("no content") << answer("204 No Content") << Kind::UnreadableAnswer;
        QTest::newRow("cut") << answer("200 OK", "[1,2]").chopped(1) << Kind::ConnectionLost;
        QTest::newRow("no zip") << answer("200 OK", "[]", "Content-Encoding: gzip\r\n")
                                << Kind::UnreadableAnswer;
        QTest::newRow("500") << answer("500 Oops", "[]") << Kind::ServerError;
        QTest::newRow("302") << answer("302 Found", "[]", "Location: /login\r\n") << Kind::Redirected;
    }

    void refusesAListThatIsNone()
    {
        QFETCH(QByteArray, answered);
        QFETCH(Kind, kind);
        FaultServer server;
        server.play(answeringAndClosing(answered));
        ManagementClient client(addressOf(server.url()));
        const auto got = outcomeOf(client.databases(managementToken()));
        QVERIFY(got && !*got);
        QCOMPARE(got->error().kind, kind);
        QCOMPARE(got->error().effect, Effect::None);
    }

    void revokes_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<std::optional<Kind>>("kind");
        QTest::addColumn<Effect>("effect");
        using K = Step::Kind;
        const std::optional<Kind> done;
        QTest::newRow("204") << answering(answer("204 No Content")) << done << Effect::None;
        QTest::newRow("204, then reset")
            << Script{{K::ReadRequest}, {K::Write, "HTTP/1.1 204 No Content\r\n\r\n"}, {K::Reset}} << done
            << Effect::None;
        QTest::newRow("404") << answering(answer("404 Not Found", "{\"code\":404,\"message\":\"not found\"}"))
                             << std::optional(Kind::NotFound) << Effect::None;
        QTest::newRow("404, a web page") << answering(answer("404 Not Found", "<html>no such page</html>"))
                                         << std::optional(Kind::SignInPage) << Effect::Unclear;
        QTest::newRow("404, not the API's") << answering(answer("404 Not Found", "404 page not found"))
                                            << std::optional(Kind::NotFound) << Effect::Unclear;
        QTest::newRow("200, empty") << answering(answer("200 OK")) << done << Effect::None;
        QTest::newRow("200, a web page") << answering(answer("200 OK", "<!DOCTYPE html><p>Sign in"))
                                         << std::optional(Kind::SignInPage) << Effect::Unclear;
        QTest::newRow("200, something else")
            << answering(answer("200 OK", "{}")) << std::optional(Kind::UnreadableAnswer) << Effect::Unclear;
        QTest::newRow("200, cut") << Script{{K::ReadRequest},
                                            {K::Write, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"},
                                            {K::Close}}
                                  << std::optional(Kind::ConnectionLost) << Effect::Unclear;
        QTest::newRow("202") << answering(answer("202 Accepted")) << std::optional(Kind::UnreadableAnswer)
                             << Effect::Unclear;
        QTest::newRow("502") << answering(answer("502 Bad Gateway")) << std::optional(Kind::ServerError)
                             << Effect::Unclear;
        QTest::newRow("closed") << Script{{K::ReadRequest}, {K::Close}} << std::optional(Kind::ConnectionLost)
                                << Effect::Unclear;
        QTest::newRow("deadline") << Script{{K::ReadRequest}, {K::Stall}}
                                  << std::optional(Kind::DeadlinePassed) << Effect::Unclear;
    }

    void revokes()
    {
        QFETCH(Script, script);
        QFETCH(std::optional<Kind>, kind);
        QFETCH(Effect, effect);
        FaultServer server;
        server.play(script);
        ManagementClient::Options options;
        options.changeDeadline = std::chrono::milliseconds(700);
        ManagementClient client(addressOf(server.url()), options);
        const auto got = outcomeOf(
            client.revoke(managementToken(), QStringLiteral("55555555-5555-4555-8555-555555555555")));
        QVERIFY(got);
        QCOMPARE(got->has_value(), !kind);
        if (kind) {
            QCOMPARE(got->error().kind, *kind);
            QCOMPARE(got->error().effect, effect);
        }
        QVERIFY(server.count("DELETE") >= 1);
        QCOMPARE(server.requests().value(0).target,
                 clusterPath() + "/tokens/55555555-5555-4555-8555-555555555555");
    }

    void doesNotRepeatTheManagementToken_data()
    {
        QTest::addColumn<QByteArray>("repeated");
        QTest::newRow("as it is") << QByteArray("M.V1.FAKE");
        QTest::newRow("with JSON's escapes") << QByteArray("M\\u002eV1.\\u0046AK\\u0045");
    }

    void doesNotRepeatTheManagementToken()
    {
        QFETCH(QByteArray, repeated);
        FaultServer server;
        server.play(answering(
            answer("400 Bad Request", "{\"code\":400,\"message\":\"no such token: " + repeated + "\"}")));
        ManagementClient client(addressOf(server.url()));
        const auto got = outcomeOf(client.databases(managementToken()));
        QVERIFY(got && !*got);
        QCOMPARE(got->error().serverMessage,
                 QStringLiteral("no such token: ") + QString(repeated.size(), u'*'));
    }

    void sendsNothingWhereItMustNot_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<Kind>("kind");
        const QByteArray token = "M.V1.FAKE";
        QTest::newRow("plain http elsewhere")
            << QUrl(QStringLiteral("http://console.invalid")) << token << Kind::NotAllowed;
        QTest::newRow("with a password")
            << QUrl(QStringLiteral("https://a:b@console.invalid")) << token << Kind::NotAllowed;
        QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd")) << token << Kind::NotAllowed;
        QTest::newRow("none") << QUrl() << token << Kind::NotAllowed;
        QTest::newRow("no token") << QUrl() << QByteArray() << Kind::TokenUnsendable;
        for (const auto &[name, inside] : {std::pair("two headers in a token", "\r\nX-More: 1"),
                                           std::pair("a line end", "\nFAKE"), std::pair("a blank", " FAKE"),
                                           std::pair("a no-break space", "\xc2\xa0"
                                                                         "FAKE")})
            QTest::newRow(name) << QUrl() << token + inside << Kind::TokenUnsendable;
    }

    void sendsNothingWhereItMustNot()
    {
        QFETCH(QUrl, url);
        QFETCH(QByteArray, token);
        QFETCH(Kind, kind);
        FaultServer server;
        ManagementClient client(addressOf(kind == Kind::TokenUnsendable ? server.url() : url));
        const auto created = client.create(Secret::copyOf(token), creating());
        // Never from inside the call.
        QVERIFY(!created->isFinished());
        const auto got = outcomeOf(created);
        QVERIFY(got && !*got);
        QCOMPARE(got->error().kind, kind);
        QCOMPARE(got->error().effect, Effect::None);
        if (kind == Kind::NotAllowed)
            client.prewarm();
        QCOMPARE(server.connections(), 0);
    }

    void stopsWhatIsOpenWhenDestroyed()
    {
        FaultServer server;
        auto client = std::make_unique<ManagementClient>(addressOf(server.url()));
        const auto databases = client->databases(managementToken());
        const auto tokens = client->tokens(managementToken());
        const auto created = client->create(managementToken(), creating());
        QTRY_COMPARE(server.requests().size(), 3);
        client.reset();
        const auto got = outcomeOf(created);
        QVERIFY(got && !*got);
        QCOMPARE(got->error().kind, Kind::Stopped);
        QCOMPARE(got->error().effect, Effect::Unclear);
        QCOMPARE(outcomeOf(databases)->error().kind, Kind::Stopped);
        QCOMPARE(outcomeOf(tokens)->error().effect, Effect::None);
    }

    // Wherever the work is at that moment, the answer comes once: the list, or Stopped.
    void answersOnceWheneverItIsStopped()
    {
        const QByteArray list = "[" + (tokenJson() + ",").repeated(3000) + tokenJson() + "]";
        FaultServer server;
        server.play(answering(answer("200 OK", list)));
        for (int ms = 0; ms < 60; ms += 3) {
            auto client = std::make_unique<ManagementClient>(addressOf(server.url()));
            const auto tokens = client->tokens(managementToken());
            int answers = 0;
            connect(tokens.get(), &PendingBase::finished, this, [&] { ++answers; });
            QTest::qWait(ms);
            if (ms % 2)
                tokens->cancel();
            client.reset();
            const auto got = outcomeOf(tokens);
            QVERIFY(got);
            if (*got)
                QCOMPARE((*got)->tokens.size(), size_t(3001));
            else
                QCOMPARE(got->error().kind, Kind::Stopped);
            QCOMPARE(answers, 1);
        }
    }

    void worksForAWaiterThatLeft()
    {
        FaultServer server;
        server.play(answering(answer("200 OK", "[]")));
        ManagementClient client(addressOf(server.url()));
        client.databases(managementToken()).reset();
        QTRY_COMPARE(server.count("GET"), 1);
        QVERIFY(outcomeOf(client.databases(managementToken())));
    }
};

QTEST_GUILESS_MAIN(ManagementClientTest)
#include "tst_managementclient.moc"
