// SPDX-License-Identifier: MIT
#include "domain/pastednames.h"
#include "fuzz/mutator.h"
#include "storage/influxctltoml.h"
#include "storage/ledgerlines.h"
#include "storage/profiletoml.h"
#include "wire/accesstoken.h"
#include "wire/answers.h"
#include "wire/draftjson.h"
#include "wire/probes.h"
#include "wire/requestfile.h"

#include <QTest>

#include <functional>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

using Parse = std::function<void(const QByteArray &)>;

const QByteArray secret = "apiv1_FAKE_0123456789abcdefghijklmnopqrstuvwxyz";

const QByteArray created = R"({"id": "55555555-5555-4555-8555-555555555555", "accessToken": ")" + secret +
                           R"(", "description": "edge \u00e4 \ud83d\udd11", "permissions": [
  {"action": "read", "resource": "billing"}, {"action": "write", "resource": "*"}],
  "accountId": "11111111-1111-4111-8111-111111111111", "clusterId": "33333333-3333-4333-8333-333333333333",
  "createdAt": "2026-11-23T09:00:00.123Z", "expiresAt": "2027-02-23T09:00:00Z"})";

const QByteArray databases = R"([{"name": "billing", "maxTables": 500, "retentionPeriod": 2592000000000000},
  {"name": "db \"9\"", "retentionPeriod": 0, "partitionTemplate": [{"type": "tag", "value": "a"}]}])";

TokenRequest request()
{
    const PermissionSet permissions({{*Resource::database(u"tele/graf"_qs), Action::Write},
                                     {*Resource::database(u"billing"_qs), Action::Read},
                                     {Resource::allDatabases(), Action::Read}});
    const QDateTime now({2026, 11, 23}, {9, 0}, Qt::UTC);
    return *TokenRequest::from(
        draftWith(u"Telegraf \"west\" \\ \u202e"_qs, Expiry::at(now.addDays(90)), permissions), now);
}

Profile profile()
{
    Profile profile;
    profile.slug = u"prod-eu"_qs;
    profile.name = u"Prod \"EU\""_qs;
    profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    profile.address.clusterUrl = QUrl(u"https://influx.example:8443"_qs);
    return profile;
}

QByteArrayList requestFiles()
{
    const QDateTime now({2026, 11, 23}, {9, 0}, Qt::UTC);
    Profile clustered = profile();
    clustered.address.product = Product::Clustered;
    return {encodeRequestFile(profile(), request(), now), encodeRequestFile(clustered, request(), now)};
}

QByteArray ledgerLines()
{
    LedgerEntry entry;
    entry.id = u"1"_qs;
    entry.description = request().description();
    entry.permissions = request().permissions();
    entry.expiry = request().expiry();
    entry.reviewedAt = QDateTime({2026, 11, 23}, {9, 0, 1, 250}, Qt::UTC);
    entry.knownBefore = QStringList{u"22222222-0000-4000-8000-000000000000"_qs};
    const KeychainItem item{u"tokenry/prod-eu/telegraf"_qs, u"telegraf"_qs};
    return ledgerHead(entry) + ledgerLine(ledger::Sending{entry.reviewedAt, item, QStringList()}) +
           ledgerLine(ledger::Answered{u"55555555"_qs, "00112233aabbccdd"}) +
           ledgerLine(ledger::Storing{item}) +
           ledgerLine(ledger::Settled{LedgerEntry::Outcome::Kept, u"55555555"_qs});
}

const QByteArrayList influxctlFiles = {
    R"([[profile]]
name = "prod-eu"
product = "dedicated"
account_id = "11111111-1111-4111-8111-111111111111"
cluster_id = "33333333-3333-4333-8333-333333333333"
host = "a.influxdb.io"
port = "443"
mgmt_token = "M.V1.FAKE-one"
[[profile]]
name = "own"
product = "clustered"
host = "influx.example"
  [profile.tls]
  ca = "authority.pem"
  insecure = true
  [profile.auth.oauth2]
  scopes = ["b"]
  parameters = { audience = "c" }
)",
    "account_id = \"11111111-1111-4111-8111-111111111111\"\ncluster_id = '33333333'\nmgmt_token = "
    "'''x\ny'''\n"};

const QByteArrayList pasted = {
    "Please:\n* read: `billing`, crm_old\n* write: telegraf (r/w)\n",
    "| database | perm |\n|---|---|\n| billing | rw |\n| \"a b\" | r |\n",
    "name,permission\n\"billing\",read\ntele/graf,\"write\"\n",
    "influxctl token create --read-database a --write-database 'b c' \\\n  --format json"};

} // namespace

/// Whatever text comes from outside: no parser crashes on it (the sanitizers look on in packaging/check),
/// none hangs, and what it made sense of can be written and read again.
class ParsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survive_data();
    void survive();
    void theSecretOfACutAnswerIsFound();
    void theSecretOfASpoiltAnswerIsFound();
};

void ParsersTest::survive_data()
{
    QTest::addColumn<QByteArrayList>("samples");
    QTest::addColumn<Parse>("parse");
    const QByteArrayList answers{
        created, databases, '[' + created + ',' + created + ']',
        R"({"code": 5, "message": "database \"a\" not found", "details": [{"a": 1}]})"};
    QTest::newRow("access token") << answers << Parse([](const QByteArray &text) {
        const FoundSecret found = accessTokenIn(text);
        QVERIFY(found.secret.size() <= text.size());
    });
    QTest::newRow("answers") << answers << Parse([](const QByteArray &text) {
        static_cast<void>(decodeDatabases(text));
        static_cast<void>(decodeTokens(text));
        static_cast<void>(decodeToken(text));
        static_cast<void>(decodeErrorMessage(text));
        static_cast<void>(decodeQueryError(text));
    });
    QTest::newRow("request file") << requestFiles() << Parse([](const QByteArray &text) {
        if (const auto read = decodeRequestFile(text))
            QVERIFY(
                decodeRequestFile(encodeRequestFile(profile(), read->request, read->exportedAt)).has_value());
    });
    const TokenDraft draft = draftWith(request().description(), request().expiry(), request().permissions());
    QTest::newRow("draft") << QByteArrayList{encodeDraft(draft), encodeDraft({})}
                           << Parse([](const QByteArray &text) {
                                  if (const auto read = decodeDraft(text))
                                      QVERIFY(decodeDraft(encodeDraft(*read)).has_value());
                              });
    QTest::newRow("ledger") << QByteArrayList{ledgerLines()} << Parse([](const QByteArray &text) {
        if (const auto read = ledgerEntryFrom(text))
            QVERIFY(ledgerEntryFrom(ledgerHead(*read)).has_value());
    });
    QTest::newRow("profile") << QByteArrayList{tomlOf(profile())} << Parse([](const QByteArray &text) {
        if (const auto read = profileFromToml(text, u"prod-eu"_qs, u"/x/prod-eu.toml"_qs))
            QVERIFY(profileFromToml(tomlOf(*read), u"prod-eu"_qs, u"/x/prod-eu.toml"_qs).has_value());
    });
    QTest::newRow("influxctl") << influxctlFiles << Parse([](const QByteArray &text) {
        static_cast<void>(influxctlConfigFromToml(text, u"/x/config.toml"_qs));
    });
    QTest::newRow("pasted names") << pasted << Parse([](const QByteArray &text) {
        for (const PastedName &each :
             pastedNames(QString::fromUtf8(text), [](const QString &name) { return name == u"billing"; }))
            QVERIFY(!each.name.isEmpty());
    });
}

void ParsersTest::survive()
{
    QFETCH(QByteArrayList, samples);
    QFETCH(Parse, parse);
    bool given = false;
    const int more = qEnvironmentVariableIntValue("TOKENRY_FUZZ_ROUNDS", &given);
    const int rounds = given ? more : 1500;
    for (const QByteArray &sample : samples)
        parse(sample);
    // Each round has a seed of its own, so that one that fails can be repeated alone.
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const QByteArray text = Mutator(samples, static_cast<quint32>(round)).next();
        parse(text);
        if (QTest::currentTestFailed())
            qWarning() << "round" << round << text;
    }
}

void ParsersTest::theSecretOfACutAnswerIsFound()
{
    const qsizetype end = created.indexOf(secret) + secret.size();
    for (qsizetype length = 0; length <= created.size(); ++length) {
        const FoundSecret found = accessTokenIn(QByteArrayView(created).first(length));
        QCOMPARE(found.secret.equals(Secret::copyOf(secret)), length > end);
        QCOMPARE(found.secret.isEmpty(), length <= end);
    }
}

void ParsersTest::theSecretOfASpoiltAnswerIsFound()
{
    const qsizetype end = created.indexOf(secret) + secret.size() + 1;
    Mutator rest({created.mid(end)}, 1);
    for (int round = 0; round < 500; ++round) {
        const QByteArray answer = created.left(end) + rest.next();
        QVERIFY2(accessTokenIn(answer).secret.equals(Secret::copyOf(secret)), answer.constData());
    }
}

QTEST_APPLESS_MAIN(ParsersTest)
#include "tst_parsers.moc"
