// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/faultserver/faultserver.h"
#include "support/keyring/keyringsession.h"
#include "support/person/person.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using namespace tokenry::tests;
using testsupport::Person;
using Do = Step::Kind;
Q_DECLARE_METATYPE(Script)

namespace
{

QByteArray secret()
{
    return "apiv1_" + QByteArray(64, '0');
}

/// A whole answer as far as its description goes, which differs: the secret is what matters here.
QByteArray created()
{
    return "{\"id\":\"55555555-5555-4555-8555-555555555555\",\"description\":\"x\",\"permissions\":[{"
           "\"action\":"
           "\"read\",\"resource\":\"*\"}],\"createdAt\":\"2026-11-06T08:49:37.000Z\",\"accessToken\":\"" +
           secret() + "\"}";
}

} // namespace

/// The real window, the real keychain, and a server that counts: one click is one POST however hard it is
/// pressed and whatever the wire does, and what is said of it is true.
class OneClickTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    FaultServer m_server;
    std::unique_ptr<Composition> m_program;
    Person m_person;
    qsizetype m_posts = 0;
    int m_round = 0;

    qsizetype posts() const { return m_server.count("POST") - m_posts; }
    QString description() const { return u"round %1"_qs.arg(m_round); }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    /// A draft of its own, up to the button that creates.
    void review(const Script &answer)
    {
        m_server.route("POST", "/tokens", answer);
        m_posts = m_server.count("POST");
        ++m_round;
        if (auto *clear = m_person.find<QPushButton>(u"Clear"_qs); clear && clear->isEnabled())
            QVERIFY(m_person.click(u"Clear"_qs));
        QVERIFY(m_person.type(u"Description"_qs, description()));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [this] { return button() && button()->isEnabled(); }));
        QTest::qWait(800); // a person reads; before 700 ms the button takes nothing
    }

    QPushButton *button() const { return m_person.find<QPushButton>(u"Create token"_qs); }

    void press(QPushButton *create) const
    {
        QTest::mouseClick(create, Qt::LeftButton);
        QTest::mouseDClick(create, Qt::LeftButton);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Space})
            QTest::keyClick(create, key);
    }

    void goBack()
    {
        if (m_person.sees(u"Stop waiting"_qs))
            QVERIFY(m_person.click(u"Stop waiting"_qs));
        QVERIFY(m_person.click(m_person.sees(u"Done"_qs) ? u"Done"_qs : u"Back"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [this] { return m_person.sees(u"Description"_qs); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            qunsetenv(name);
        m_server.route("GET", "/databases", answering(answer("200 OK", "[{\"name\":\"billing\"}]")));
        m_server.route("GET", "/tokens", answering(answer("200 OK", "[]")));
        m_program = std::make_unique<Composition>(
            StandardDirectories{m_directory.filePath(u"config"_qs), m_directory.filePath(u"state"_qs)},
            QString());
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
        QVERIFY(m_person.click(u"Enter IDs…"_qs));
        QVERIFY(
            m_person.waitFor(u"the profile dialog"_qs, [&] { return m_person.sees(u"Profile name"_qs); }));
        QVERIFY(m_person.type(u"Profile name"_qs, u"Counting"_qs));
        QVERIFY(m_person.type(u"Management URL"_qs, m_server.url().toString()));
        QVERIFY(m_person.type(u"Account ID"_qs, u"11111111-1111-4111-8111-111111111111"_qs));
        QVERIFY(m_person.type(u"Cluster ID"_qs, u"33333333-3333-4333-8333-333333333333"_qs));
        auto *token = m_person.find(u"Management token"_qs);
        QVERIFY(token);
        token->setFocus();
        QTest::keyClicks(token, u"M.V1.FAKE0000000000000000"_qs);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(u"the database"_qs, [&] { return rowsShown() == 1; }));
    }

    void isOnePostHoweverItIsPressed_data()
    {
        QTest::addColumn<Script>("script");
        QTest::newRow("while the server is silent") << Script{{Do::ReadRequest}, {Do::Stall}};
        QTest::newRow("when it refuses at once")
            << answering(answer("400 Bad Request", "{\"code\":400,\"message\":\"no\"}"));
        QTest::newRow("when it creates at once") << answering(answer("200 OK", created()));
        QTest::newRow("when it hangs up at once") << Script{{Do::ReadRequest}, {Do::Reset}};
    }

    void isOnePostHoweverItIsPressed()
    {
        QFETCH(Script, script);
        review(script);
        QVERIFY(!QTest::currentTestFailed());
        press(button());
        QVERIFY(m_person.waitFor(u"the request"_qs, [this] { return posts() > 0; }));
        // The button that is there now, if it is, must not take what is left of the hurry.
        if (button())
            press(button());
        QTest::qWait(300);
        QCOMPARE(posts(), 1);
        goBack();
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(posts(), 1);
    }

    void enterCreatesNothing()
    {
        review(answering(answer("200 OK", created())));
        QVERIFY(!QTest::currentTestFailed());
        QPushButton *const create = button();
        create->setFocus();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_person.press(Qt::Key_Return));
            QVERIFY(m_person.press(Qt::Key_Enter));
        }
        auto *const name = m_person.find<QLineEdit>(u"Keychain name"_qs);
        QVERIFY(name);
        name->setFocus();
        QVERIFY(m_person.press(Qt::Key_Return));
        QVERIFY(m_person.press(Qt::Key_Return));
        // Whatever the keys set off has had its time to leave.
        QTest::qWait(300);
        QCOMPARE(posts(), 0);
        QVERIFY(create->isVisible());
        goBack();
    }

    void saysWhatBecameOfIt_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("unclear");
        const QByteArray cut = answer("200 OK", created()).chopped(90);
        const QString lost = u"The connection to the server was lost."_qs;
        QTest::newRow("reset after it was read") << Script{{Do::ReadRequest}, {Do::Reset}} << lost << true;
        QTest::newRow("cut before the secret") << answeringAndClosing(cut) << lost << true;
        QTest::newRow("a web page") << answering(answer("200 OK", "<html>Sign in</html>", "X: 1\r\n"))
                                    << u"A web page came in the place of the server's answer."_qs << true;
        QTest::newRow("502") << answering(answer("502 Bad Gateway"))
                             << u"The server failed while it worked on the request."_qs << true;
        QTest::newRow("511") << answering(answer("511 Network Authentication Required"))
                             << u"A web page came in the place of the server's answer."_qs << false;
        QTest::newRow("redirect") << answering(answer("302 Found", {}, "Location: /login\r\n"))
                                  << u"sent us to another address"_qs << false;
        QTest::newRow("409") << answering(answer("409 Conflict")) << u"this conflicts with a token"_qs
                             << false;
        QTest::newRow("429") << answering(answer("429 Too Many Requests", {}, "Retry-After: 7\r\n"))
                             << u"Try again in 7 s."_qs << false;
    }

    void saysWhatBecameOfIt()
    {
        QFETCH(Script, script);
        QFETCH(QString, says);
        QFETCH(bool, unclear);
        review(script);
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(m_person.click(u"Create token"_qs));
        const QString meaning =
            unclear ? u"one may exist"_qs : u"Nothing was created. Your draft is kept."_qs;
        QVERIFY(m_person.waitFor(meaning, [&] { return m_person.reads(meaning); }));
        QVERIFY(m_person.reads(says));
        QCOMPARE(posts(), 1);
        goBack();
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(m_person.find<QLineEdit>(u"Description"_qs)->text(), description());
        QCOMPARE(posts(), 1);
    }

    void keepsTheSecretOfAnOddAnswer_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("revocable");
        const QByteArray only = "{\"accessToken\":\"" + secret() + "\"";
        QTest::newRow("another token's fields")
            << answering(answer("200 OK", created())) << u"It may also “read every database (*)”"_qs << true;
        QTest::newRow("cut right behind the secret")
            << answeringAndClosing("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + only)
            << u"only the secret could be read"_qs << false;
        QTest::newRow("permissions, but no ID")
            << answering(
                   answer("200 OK", only + ",\"permissions\":[{\"action\":\"write\",\"resource\":\"*\"}]}"))
            << u"It may also “write every database (*)”"_qs << false;
        QTest::newRow("never expires, and garbage behind")
            << answering(answer("200 OK", created() + "<html>\xff\xfe")) << u"It never expires;"_qs << true;
    }

    void keepsTheSecretOfAnOddAnswer()
    {
        QFETCH(Script, script);
        QFETCH(QString, says);
        QFETCH(bool, revocable);
        review(script);
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.waitFor(u"the secret at rest"_qs,
                                 [this] { return m_person.reads(u"Stored and read back"_qs); }));
        QVERIFY2(m_person.reads(says), qPrintable(says));
        QCOMPARE(m_person.sees(u"Revoke it now"_qs), revocable);
        const QString key = u"round_%1"_qs.arg(m_round);
        QCOMPARE(test::lookUp({u"tokenry/counting/"_qs + key, key}), secret());
        QCOMPARE(posts(), 1);
        goBack();
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(OneClickTest)
#include "tst_oneclick.moc"
