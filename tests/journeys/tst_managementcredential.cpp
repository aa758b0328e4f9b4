// SPDX-License-Identifier: MIT
#include "journeys/managementcredential.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/faketrustedorigins.h"

#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

ClusterAddress address(const char *url)
{
    ClusterAddress its;
    its.managementUrl = QUrl(QString::fromLatin1(url));
    its.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    return its;
}

/// What withToken() gave: the token's text, or an error.
struct Got
{
    QByteArray token;
    std::optional<CredentialError> error;
};

} // namespace

class ManagementCredentialTest : public QObject
{
    Q_OBJECT

    Got ask(ManagementCredential &credential)
    {
        Got got;
        bool done = false;
        credential.withToken(
            this,
            [&](const Secret &token) {
                got.token = token.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
                done = true;
            },
            [&](const CredentialError &error) {
                got.error = error;
                done = true;
            });
        if (!QTest::qWaitFor([&] { return done; }))
            QTest::qFail("no answer", __FILE__, __LINE__);
        return got;
    }

    static bool isFault(const Got &got, CredentialFault fault)
    {
        return got.error && std::holds_alternative<CredentialFault>(*got.error) &&
               std::get<CredentialFault>(*got.error) == fault;
    }

private Q_SLOTS:
    void isBoundToItsOrigin()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        const ClusterAddress official = address("https://console.influxdata.com");
        keychain.put(keychain.managementTokenItem(official.accountId, official.managementHost()),
                     "M.V1.FAKE");

        ManagementCredential credential(official, keychain, trusted);
        QVERIFY(isFault(ask(credential), CredentialFault::OriginNotTrusted));
        QCOMPARE(keychain.calls(FakeKeychain::Operation::Read), 0);
        QVERIFY(credential.trustOrigin().has_value());
        QCOMPARE(ask(credential).token, QByteArray("M.V1.FAKE"));

        // The same host, but another scheme or port, or another account, was not allowed.
        for (const char *url : {"http://console.influxdata.com", "https://console.influxdata.com:8443",
                                "https://other.example"}) {
            ManagementCredential other(address(url), keychain, trusted);
            QVERIFY2(isFault(ask(other), CredentialFault::OriginNotTrusted), url);
        }
        ClusterAddress foreign = official;
        foreign.accountId = u"22222222-2222-4222-8222-222222222222"_qs;
        ManagementCredential other(foreign, keychain, trusted);
        QVERIFY(isFault(ask(other), CredentialFault::OriginNotTrusted));
    }

    void readsOnceAndAgainAfterForgetting()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        const ClusterAddress its = address("https://console.influxdata.com");
        keychain.put(keychain.managementTokenItem(its.accountId, its.managementHost()), "M.V1.FAKE");
        ManagementCredential credential(its, keychain, trusted);
        QVERIFY(credential.trustOrigin().has_value());
        ask(credential);
        ask(credential);
        QCOMPARE(keychain.calls(FakeKeychain::Operation::Read), 1);
        credential.forget();
        ask(credential);
        QCOMPARE(keychain.calls(FakeKeychain::Operation::Read), 2);
    }

    void forgivesTheNewlineOfAShell()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        const ClusterAddress its = address("https://console.influxdata.com");
        keychain.put(keychain.managementTokenItem(its.accountId, its.managementHost()), "M.V1.FAKE\n");
        ManagementCredential credential(its, keychain, trusted);
        QVERIFY(credential.trustOrigin().has_value());
        QCOMPARE(ask(credential).token, QByteArray("M.V1.FAKE"));
    }

    void staysInMemoryForTheSession()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        ManagementCredential credential(address("https://console.influxdata.com"), keychain, trusted);
        credential.useForSession(Secret::copyOf("eyJ.FAKE"));
        credential.forget();
        QCOMPARE(ask(credential).token, QByteArray("eyJ.FAKE"));
        QCOMPARE(keychain.calls(FakeKeychain::Operation::Read), 0);
        QCOMPARE(keychain.itemCount(), 0);
    }

    void saysWhyThereIsNone()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        ManagementCredential credential(address("https://console.influxdata.com"), keychain, trusted);
        QVERIFY(credential.trustOrigin().has_value());
        QVERIFY(isFault(ask(credential), CredentialFault::NoToken));
        keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        const Got got = ask(credential);
        QCOMPARE(std::get<KeychainError>(*got.error).kind, KeychainError::Kind::Locked);
    }

    void isForgottenWhenIdleUnlessItIsNeeded()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        const ClusterAddress its = address("https://management.example");
        QVERIFY(trusted.add(its.tokenAccount(), its.trustedOrigin()));
        keychain.put(keychain.managementTokenItem(its.tokenAccount(), its.managementHost()), "M.V1.FAKE");
        ManagementCredential credential(its, keychain, trusted);
        credential.setIdleTime(std::chrono::milliseconds(1));
        auto kept = credential.keepAtHand();
        QCOMPARE(ask(credential).token, QByteArray("M.V1.FAKE"));
        QTest::qWait(60);
        // The keychain may be gone by now.
        QCOMPARE(ask(credential).token, QByteArray("M.V1.FAKE"));
        QCOMPARE(keychain.calls(FakeKeychain::Operation::Read), 1);
        kept.reset();
        QTRY_VERIFY(!ask(credential).token.isEmpty() && keychain.calls(FakeKeychain::Operation::Read) > 1);
    }

    void aTokenThatWasReplacedMeanwhileIsNotKept()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        const ClusterAddress its = address("https://console.influxdata.com");
        const KeychainItem item = keychain.managementTokenItem(its.accountId, its.managementHost());
        keychain.put(item, "M.V1.FAKE-old");
        ManagementCredential credential(its, keychain, trusted);
        QVERIFY(credential.trustOrigin().has_value());
        keychain.hold(FakeKeychain::Operation::Read);
        QByteArray got;
        credential.withToken(
            this,
            [&](const Secret &token) {
                token.reveal([&](QByteArrayView bytes) { got = bytes.toByteArray(); });
            },
            [](const CredentialError &) {});
        // It was read, but has not arrived.
        keychain.release(FakeKeychain::Operation::Read);
        keychain.put(item, "M.V1.FAKE-new");
        credential.useKeychain();
        QTRY_COMPARE(got, QByteArray("M.V1.FAKE-new"));
        QCOMPARE(ask(credential).token, QByteArray("M.V1.FAKE-new"));
    }

    void mayGoWhileTheKeychainDawdles()
    {
        FakeKeychain keychain;
        FakeTrustedOrigins trusted;
        keychain.hold(FakeKeychain::Operation::Read);
        auto credential = std::make_unique<ManagementCredential>(address("https://console.influxdata.com"),
                                                                 keychain, trusted);
        QVERIFY(credential->trustOrigin().has_value());
        bool heard = false;
        credential->withToken(
            this, [&](const Secret &) { heard = true; }, [&](const CredentialError &) { heard = true; });
        credential.reset();
        keychain.release(FakeKeychain::Operation::Read);
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }
};

QTEST_GUILESS_MAIN(ManagementCredentialTest)
#include "tst_managementcredential.moc"
