// SPDX-License-Identifier: MIT
#include "wire/calls.h"
#include "wire/requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;

class TestCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void scenarios_data();
    void scenarios();
    void documentedForm();
    void bodyKeepsEveryCharacter_data();
    void bodyKeepsEveryCharacter();
    void prefixIsKept_data();
    void prefixIsKept();
    void idsAreSegments();
    void clusteredHasNone();
};

namespace
{

const QByteArray root = "/api/v0/accounts/11111111-1111-4111-8111-111111111111/clusters/"
                        "33333333-3333-4333-8333-333333333333";

} // namespace

void TestCalls::lists()
{
    QCOMPARE(listDatabases(exampleAddress()), (EncodedCall{"GET", root + "/databases", {}}));
    QCOMPARE(listTokens(exampleAddress()), (EncodedCall{"GET", root + "/tokens", {}}));
    QCOMPARE(revokeToken(exampleAddress(), QStringLiteral("55555555-5555-4555-8555-555555555555")),
             (EncodedCall{"DELETE", root + "/tokens/55555555-5555-4555-8555-555555555555", {}}));
}

void TestCalls::scenarios_data()
{
    QTest::addColumn<QByteArray>("permissions");
    const QByteArray readOne = "{\"action\": \"read\", \"resource\": \"DatabaseOne\"}";
    QTest::newRow("read and write on one")
        << "[\n    " + readOne + ",\n    {\"action\": \"write\", \"resource\": \"DatabaseOne\"}\n  ]";
    QTest::newRow("read and write on all")
        << QByteArray("[\n    {\"action\": \"read\", \"resource\": \"*\"},\n"
                      "    {\"action\": \"write\", \"resource\": \"*\"}\n  ]");
    QTest::newRow("read only on one") << "[\n    " + readOne + "\n  ]";
    QTest::newRow("read only on several")
        << "[\n    " + readOne + ",\n    {\"action\": \"read\", \"resource\": \"DatabaseTwo\"}\n  ]";
    QTest::newRow("mixed") << "[\n    " + readOne +
                                  ",\n    {\"action\": \"read\", \"resource\": \"DatabaseTwo\"}"
                                  ",\n    {\"action\": \"write\", \"resource\": \"DatabaseTwo\"}\n  ]";
    QTest::newRow("limited access token")
        << "[\n    " + readOne + ",\n    {\"action\": \"write\", \"resource\": \"DatabaseTwo\"}\n  ]";
}

void TestCalls::scenarios()
{
    QFETCH(QByteArray, permissions);
    for (const auto &[name, wanted] : documentedScenarios()) {
        if (QByteArray(name) != QTest::currentDataTag())
            continue;
        const EncodedCall call = createToken(exampleAddress(), requestFor(wanted));
        QCOMPARE(call.method, "POST");
        QCOMPARE(call.path, root + "/tokens");
        QCOMPARE(call.body, "{\n  \"description\": \"" + wanted.description.toUtf8() +
                                "\",\n  \"permissions\": " + permissions + "\n}");
        return;
    }
    QFAIL("no such scenario");
}

void TestCalls::documentedForm()
{
    const Wanted full{QStringLiteral("Telegraf edge-west"),
                      {QStringLiteral("billing")},
                      {QStringLiteral("*")},
                      QDateTime(QDate(2027, 2, 23), QTime(10, 0), QTimeZone("Europe/Berlin"))};
    QCOMPARE(createToken(exampleAddress(), requestFor(full)).body, R"({
  "description": "Telegraf edge-west",
  "expiresAt": "2027-02-23T09:00:00Z",
  "permissions": [
    {"action": "write", "resource": "*"},
    {"action": "read", "resource": "billing"}
  ]
})");
    QCOMPARE(createToken(exampleAddress(), requestFor({QStringLiteral("Nothing"), {}, {}})).body, R"({
  "description": "Nothing",
  "permissions": []
})");
}

void TestCalls::bodyKeepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QStringLiteral(R"(say "hello" \ 'there')");
    QTest::newRow("controls") << QStringLiteral("a\nb\tc\rd\be\ff\u0001g\u007Fh\u0085i");
    QTest::newRow("injection") << QStringLiteral(
        R"(x","permissions":[{"action":"write","resource":"*"}],"y":")");
    QTest::newRow("separators") << QStringLiteral("a\u2028b\u2029c");
    QTest::newRow("unseen") << QStringLiteral("a\u202Eb\u200Bc\uFEFFd");
    QTest::newRow("unseen beyond the BMP") << QStringLiteral("a\U000E0041b");
    QTest::newRow("any language") << QStringLiteral("plátanos 数据库 базы 🐘");
    QTest::newRow("slash") << QStringLiteral("telegraf/autogen");
}

void TestCalls::bodyKeepsEveryCharacter()
{
    QFETCH(QString, text);
    const QByteArray body = createToken(exampleAddress(), requestFor({text, {text}, {}})).body;
    // Another JSON parser than ours reads back what was meant.
    const QJsonObject read = QJsonDocument::fromJson(body).object();
    QCOMPARE(read[QLatin1String("description")].toString(), text);
    const QJsonArray permissions = read[QLatin1String("permissions")].toArray();
    QCOMPARE(permissions.size(), 1);
    QCOMPARE(permissions[0].toObject()[QLatin1String("resource")].toString(), text);
    QCOMPARE(read.size(), 2);
}

void TestCalls::prefixIsKept_data()
{
    QTest::addColumn<QString>("managementUrl");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("none") << QStringLiteral("https://console.influxdata.com")
                          << QByteArray("https://console.influxdata.com");
    QTest::newRow("slash") << QStringLiteral("https://console.influxdata.com/")
                           << QByteArray("https://console.influxdata.com");
    QTest::newRow("prefix") << QStringLiteral("https://proxy.example/influx/")
                            << QByteArray("https://proxy.example/influx");
    QTest::newRow("encoded") << QStringLiteral("https://proxy.example/a b/ü%2Fx")
                             << QByteArray("https://proxy.example/a%20b/%C3%BC%2Fx");
    QTest::newRow("with the root") << QStringLiteral("https://console.influxdata.com/api/v0/")
                                   << QByteArray("https://console.influxdata.com");
    QTest::newRow("port") << QStringLiteral("http://127.0.0.1:8080") << QByteArray("http://127.0.0.1:8080");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:8080") << QByteArray("http://[::1]:8080");
    QTest::newRow("international host")
        << QStringLiteral("https://büro.example/x") << QByteArray("https://xn--bro-hoa.example/x");
}

void TestCalls::prefixIsKept()
{
    QFETCH(QString, managementUrl);
    QFETCH(QByteArray, prefix);
    const ClusterAddress address = exampleAddress(QUrl(managementUrl));
    QCOMPARE(encodedUrl(address, listTokens(address)), prefix + root + "/tokens");
}

void TestCalls::idsAreSegments()
{
    const EncodedCall call = revokeToken(exampleAddress(), QStringLiteral("a/b?c#d e%é"));
    QCOMPARE(call.path, root + "/tokens/a%2Fb%3Fc%23d%20e%25%C3%A9");
}

void TestCalls::clusteredHasNone()
{
    ClusterAddress address;
    address.product = Product::Clustered;
    address.managementUrl = QUrl(QStringLiteral("https://influx.example:8443/behind/api/v0/"));
    QCOMPARE(listDatabases(address), (EncodedCall{"GET", "/behind/api/v0/databases", {}}));
    QCOMPARE(listTokens(address), (EncodedCall{"GET", "/behind/api/v0/tokens", {}}));
    QCOMPARE(revokeToken(address, QStringLiteral("5")).path, QByteArray("/behind/api/v0/tokens/5"));
    // What some of its servers want all the same.
    address.accountId = address.clusterId = QStringLiteral("11111111-1111-1111-1111-111111111111");
    address.managementUrl = QUrl(QStringLiteral("https://influx.example"));
    QCOMPARE(listTokens(address).path,
             QByteArray("/api/v0/accounts/11111111-1111-1111-1111-111111111111/clusters/"
                        "11111111-1111-1111-1111-111111111111/tokens"));
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
