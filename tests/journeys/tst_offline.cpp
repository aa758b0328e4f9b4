// SPDX-License-Identifier: MIT
#include "api/clientfixture.h"
#include "journeys/clustersession.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/faultserver/testcertificates.h"
#include "wording/apierrortext.h"

#include <QMutex>
#include <QRegularExpression>
#include <QTest>
#include <QWaitCondition>

#include <dlfcn.h>
#include <netdb.h>

using namespace tokenry;
using namespace tokenry::tests;
using Do = Step::Kind;
using Kind = ApiError::Kind;

namespace
{

/// A name service that keeps silent for as long as this lives.
class SilentNameService
{
public:
    SilentNameService() { isSilent() = true; }
    ~SilentNameService()
    {
        const QMutexLocker lock(&mutex());
        isSilent() = false;
        speaks().wakeAll();
    }
    SilentNameService(const SilentNameService &) = delete;
    SilentNameService &operator=(const SilentNameService &) = delete;

    static void await()
    {
        const QMutexLocker lock(&mutex());
        while (isSilent())
            speaks().wait(&mutex());
    }

private:
    static QMutex &mutex()
    {
        static QMutex its;
        return its;
    }
    static QWaitCondition &speaks()
    {
        static QWaitCondition its;
        return its;
    }
    static bool &isSilent()
    {
        static bool its = false;
        return its;
    }
};

} // namespace

/// In the place of the system's: .invalid names never leave this computer.
extern "C" Q_DECL_EXPORT int getaddrinfo(const char *name, const char *service, const addrinfo *hints,
                                         addrinfo **found)
{
    if (QByteArrayView(name).endsWith(".invalid")) {
        SilentNameService::await();
        return EAI_NONAME;
    }
    using Lookup = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto system = reinterpret_cast<Lookup>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return system(name, service, hints, found);
}

/// Each way in which there is no network, or none that leads to the server: what the person reads, for a list
/// and for a creation, and whether a token may exist. Real sockets, certificates and proxies on this
/// computer.
class OfflineTest : public QObject
{
    Q_OBJECT

    TestCertificates m_certificates;

    /// How the world is, for one row.
    struct World
    {
        std::unique_ptr<FaultServer> server = {};
        std::unique_ptr<FaultServer> proxy = {};
        std::unique_ptr<SilentNameService> silence = {};
        QUrl url = {};
        bool trusted = true;
    };
    using MakeWorld = std::function<World()>;

    static World at(std::unique_ptr<FaultServer> server, bool trusted = true)
    {
        const QUrl url = server->url();
        return {.server = std::move(server), .url = url, .trusted = trusted};
    }
    static World answeringWith(const Script &script)
    {
        auto server = std::make_unique<FaultServer>();
        server->play(script);
        return at(std::move(server));
    }
    static World behind(const Script &script)
    {
        World world;
        world.proxy = std::make_unique<FaultServer>();
        world.proxy->play(script);
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(world.proxy->port()));
        world.url = QUrl(u"https://console.invalid/"_qs);
        return world;
    }
    World secured(const QSslConfiguration &tls, bool trusted = true) const
    {
        auto server = std::make_unique<FaultServer>(tls);
        server->play(answering(answer("200 OK", "[]")));
        return at(std::move(server), trusted);
    }

    std::unique_ptr<ManagementClient> clientIn(const World &world) const
    {
        ManagementClient::Options options;
        options.sendDeadline = std::chrono::milliseconds(1500);
        options.listDeadline = options.changeDeadline = std::chrono::milliseconds(2500);
        // In place of the system's authorities, which would be read anew for each client.
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setCaCertificates(world.trusted ? QList{m_certificates.authority()}
                                                 : QList<QSslCertificate>());
        QSslConfiguration::setDefaultConfiguration(trusting);
        return std::make_unique<ManagementClient>(addressOf(world.url), options);
    }

    struct Row
    {
        const char *name;
        MakeWorld world;
        Kind kind;
        const char *says;
        /// Whether a creation leaves it open if there is a token.
        bool unclear = false;
        /// How often the server may see the POST.
        int posts = 0;
    };
    QList<Row> rows() const;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_certificates.isValid(), qPrintable(m_certificates.error())); }
    void init()
    {
        forgetProxies();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    }
    void cleanupTestCase() { forgetProxies(); }

    void isToldInItsOwnWords_data();
    void isToldInItsOwnWords();
    void noTwoSayTheSame();
    void aListIsAskedForAgain();
    void aListWaitsAsLongAsTheServerAsks();
};

QList<OfflineTest::Row> OfflineTest::rows() const
{
    const QByteArray page = "<!DOCTYPE html><title>Hotel</title><form>Room and name</form>";
    const auto challenge = [](const char *status, const char *header) {
        return answering(answer(status, {}, header));
    };
    return {
        {"no network", [] { return World{.url = QUrl(u"https://127.255.255.255/"_qs)}; },
         Kind::NetworkUnreachable, "This computer has no way to the server"},
        {"connection refused",
         [] {
             quint16 port = 0;
             {
                 FaultServer gone;
                 port = gone.port();
             }
             return World{.url = QUrl(u"http://127.0.0.1:%1/"_qs.arg(port))};
         },
         Kind::ConnectionRefused, "it refused the connection"},
        {"no such name", [] { return World{.url = QUrl(u"https://nowhere.invalid/"_qs)}; },
         Kind::HostNotFound, "No server of this name was found"},
        {"name service silent",
         [] {
             return World{.silence = std::make_unique<SilentNameService>(),
                          .url = QUrl(u"https://silent.invalid/"_qs)};
         },
         Kind::LookupTimedOut, "the name service does not answer"},
        {"handshake without an end",
         [this] {
             return at(
                 std::make_unique<FaultServer>(m_certificates.good(), FaultServer::Tls::SilentHandshake));
         },
         Kind::ConnectTimedOut, "No secure connection came about"},
        {"certificate signed by itself", [this] { return secured(m_certificates.selfSigned()); },
         Kind::CertificateSelfSigned, "it signed its certificate itself"},
        {"unknown authority", [this] { return secured(m_certificates.good(), false); },
         Kind::AuthorityUnknown, "does not know the authority"},
        {"certificate of another host", [this] { return secured(m_certificates.wrongHost()); },
         Kind::CertificateForAnother, "its certificate is for a different name"},
        {"certificate expired", [this] { return secured(m_certificates.expired()); },
         Kind::CertificateExpired, "certificate has expired"},
        {"certificate not yet valid", [this] { return secured(m_certificates.notYetValid()); },
         Kind::CertificateNotYetValid, "certificate is not valid yet"},
        {"no TLS at all",
         [] {
             World world = answeringWith({{Do::Write, "HTTP/1.1 400 Bad Request\r\n\r\n"}, {Do::Close}});
             world.url.setScheme(u"https"_qs);
             return world;
         },
         Kind::TlsFailed, "There is no secure connection"},
        {"proxy wants a password (Basic)",
         [=] {
             return behind(
                 challenge("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
         },
         Kind::ProxyWantsPassword, "The proxy between this computer and the server wants a password"},
        {"proxy wants a password (NTLM)",
         [=] {
             return behind(challenge("407 Proxy Authentication Required", "Proxy-Authenticate: NTLM\r\n"));
         },
         Kind::ProxyWantsPassword, "The proxy between this computer and the server wants a password"},
        {"proxy wants a password (Negotiate)",
         [=] {
             return behind(
                 challenge("407 Proxy Authentication Required", "Proxy-Authenticate: Negotiate\r\n"));
         },
         Kind::ProxyWantsPassword, "The proxy between this computer and the server wants a password"},
        {"proxy refuses", [] { return behind(answeringAndClosing(answer("403 Forbidden"))); },
         Kind::ProxyFailed, "did not let us through"},
        {"proxy keeps silent",
         [] {
             return behind({{Do::ReadRequest}, {Do::Stall}});
         },
         Kind::ProxyFailed, "did not let us through"},
        {"401 for a password (Basic)",
         [=] {
             return answeringWith(challenge("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
         },
         Kind::PasswordWanted, "A user name and a password are asked for", false, 1},
        {"401 for a password (NTLM)",
         [=] { return answeringWith(challenge("401 Unauthorized", "WWW-Authenticate: NTLM\r\n")); },
         Kind::PasswordWanted, "A user name and a password are asked for", false, 1},
        // It came from where the server should be, after all: nobody knows whom it asked first.
        {"captive portal: a page", [page] { return answeringWith(answering(answer("200 OK", page))); },
         Kind::SignInPage, "A web page came in the place of the server's answer", true, 1},
        {"captive portal: 511",
         [page] { return answeringWith(answering(answer("511 Network Authentication Required", page))); },
         Kind::SignInPage, "A web page came in the place of the server's answer", false, 1},
        {"captive portal: elsewhere",
         [] {
             return answeringWith(answering(answer("302 Found", {}, "Location: http://portal.invalid/\r\n")));
         },
         Kind::Redirected, "sent us to another address", false, 1},
        {"silence",
         [] {
             return answeringWith({{Do::ReadRequest}, {Do::Stall}});
         },
         Kind::DeadlinePassed, "did not answer in time", true, 1},
        {"a byte a second",
         [] {
             return answeringWith({{Do::ReadRequest}, {Do::Drip, answer("200 OK", "[]")}});
         },
         Kind::DeadlinePassed, "did not answer in time", true, 1},
    };
}

void OfflineTest::isToldInItsOwnWords_data()
{
    QTest::addColumn<int>("index");
    const QList<Row> all = rows();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void OfflineTest::isToldInItsOwnWords()
{
    QFETCH(int, index);
    const Row row = rows().at(index);
    const World world = row.world();
    const auto client = clientIn(world);

    const auto list = outcomeOf(client->databases(managementToken()));
    QVERIFY(list && !*list);
    QCOMPARE(list->error().kind, row.kind);
    QCOMPARE(list->error().effect, ApiError::Effect::None);
    const ErrorText reading = textFor(list->error(), Situation::Reading);
    QVERIFY2(reading.headline.contains(QString::fromUtf8(row.says)), qPrintable(reading.headline));
    QVERIFY(reading.meaning.contains(u"What was read before stays"_qs));

    const auto created = outcomeOf(client->create(managementToken(), creating()));
    QVERIFY(created && !*created);
    QCOMPARE(created->error().kind, row.kind);
    const ErrorText text = textFor(created->error(), Situation::Creating);
    QVERIFY2(text.headline.contains(QString::fromUtf8(row.says)), qPrintable(text.headline));
    QVERIFY2(text.meaning.contains(row.unclear ? u"one may exist"_qs : u"Nothing was created"_qs),
             qPrintable(text.meaning));
    QVERIFY(!text.remedy.isEmpty());
    if (world.server)
        QCOMPARE(world.server->count("POST"), row.posts);
    if (world.proxy)
        QCOMPARE(world.proxy->count("POST"), 0);
}

void OfflineTest::noTwoSayTheSame()
{
    QMap<Kind, QByteArray> said;
    for (const Row &row : rows()) {
        QVERIFY2(said.value(row.kind, row.says) == row.says, row.name);
        said[row.kind] = row.says;
    }
    const QList<QByteArray> texts = said.values();
    QCOMPARE(QSet<QByteArray>(texts.cbegin(), texts.cend()).size(), texts.size());
}

void OfflineTest::aListIsAskedForAgain()
{
    FaultServer server;
    server.route("GET", "/tokens", answering(answer("200 OK", "[]")));
    server.route("GET", "/databases", answering(answer("503 Service Unavailable")));
    testsupport::FakeKeychain keychain;
    testsupport::FakeTrustedOrigins trusted;
    const SystemClock clock;
    Profile profile;
    profile.address = addressOf(server.url());
    ClusterSession session(profile, std::make_unique<ManagementClient>(profile.address), keychain, trusted,
                           clock);
    session.credential().useForSession(managementToken());
    session.reload();
    QTRY_VERIFY(session.state().retry.has_value());
    server.route("GET", "/databases", answering(answer("200 OK", "[{\"name\":\"billing\"}]")));
    QTRY_VERIFY_WITH_TIMEOUT(session.state().databases, patience);
    QCOMPARE(session.state().databases->size(), 1);
    QVERIFY(!session.state().problem && !session.state().retry);
}

void OfflineTest::aListWaitsAsLongAsTheServerAsks()
{
    FaultServer server;
    server.route("GET", "/tokens", answering(answer("200 OK", "[]")));
    server.route("GET", "/databases", answering(answer("429 Too Many Requests", {}, "Retry-After: 30\r\n")));
    testsupport::FakeKeychain keychain;
    testsupport::FakeTrustedOrigins trusted;
    const SystemClock clock;
    Profile profile;
    profile.address = addressOf(server.url());
    ClusterSession session(profile, std::make_unique<ManagementClient>(profile.address), keychain, trusted,
                           clock);
    session.credential().useForSession(managementToken());
    session.reload();
    QTRY_VERIFY(session.state().retry.has_value());
    QVERIFY(session.state().retry->due.remainingTime() > 20'000);
    server.route("GET", "/databases", answering(answer("429 Too Many Requests", {}, "Retry-After: 300\r\n")));
    session.reload();
    QTRY_VERIFY(session.state().problem && !session.state().loading);
    // That is for the person to decide.
    QVERIFY(!session.state().retry);
}

QTEST_GUILESS_MAIN(OfflineTest)
#include "tst_offline.moc"
