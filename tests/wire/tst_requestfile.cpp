// SPDX-License-Identifier: MIT
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wire/requestfile.h"
#include "wire/requests.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using Kind = DocumentFault::Kind;

namespace
{

const QDateTime exported(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC);

Profile profile()
{
    Profile profile;
    profile.name = u"prod-eu"_qs;
    profile.environment = Environment::Production;
    profile.address = test::exampleAddress();
    return profile;
}

Profile clustered(const QString &managementUrl, bool withIds = false)
{
    Profile own = profile();
    own.address = {};
    own.address.product = Product::Clustered;
    own.address.managementUrl = QUrl(managementUrl);
    if (withIds)
        own.address.accountId = own.address.clusterId = u"11111111-1111-1111-1111-111111111111"_qs;
    return own;
}

const QString host = u"https://influx.example:8443"_qs;

TokenRequest request()
{
    return test::requestFor({u"Telegraf \"edge\" · OPS-1412"_qs,
                             {u"billing"_qs, u"billing_events"_qs},
                             {u"billing_events"_qs},
                             exported.addDays(92)});
}

QByteArray file()
{
    return encodeRequestFile(profile(), request(), exported);
}

QByteArray replaced(const QByteArray &before, const QByteArray &after, const QByteArray &whole = file())
{
    Q_ASSERT(whole.contains(before));
    return QByteArray(whole).replace(before, after);
}

QByteArray outputOf(const QString &script, const QString &path)
{
    QProcess bash;
    bash.start(u"bash"_qs, {u"-c"_qs, script, u"bash"_qs, path});
    return bash.waitForFinished() ? bash.readAllStandardOutput() : QByteArray();
}

} // namespace

class RequestFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data()
    {
        QTest::addColumn<int>("scenario");
        for (int i = 0; const auto &[name, wanted] : test::documentedScenarios())
            QTest::newRow(name) << i++;
        QTest::newRow("never, nothing permitted") << -1;
        QTest::newRow("names that look like markup") << -2;
    }

    void comesBack()
    {
        QFETCH(int, scenario);
        const TokenRequest before =
            scenario == -1 ? test::requestFor({u"No access"_qs, {}, {}})
            : scenario == -2
                ? test::requestFor(
                      {u"a\u202e\"\\\n|`"_qs, {u"é\"\\"_qs, u"\U0001F600"_qs}, {}, exported.addDays(1)})
                : test::requestFor(test::documentedScenarios()[static_cast<size_t>(scenario)].second);
        const auto read = decodeRequestFile(encodeRequestFile(profile(), before, exported));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().technical + read.error().key));
        QCOMPARE(read->request, before);
        QCOMPARE(read->exportedAt, exported);
        QCOMPARE(read->cluster.name, u"prod-eu"_qs);
        QCOMPARE(read->cluster.environment, Environment::Production);
        QCOMPARE(read->cluster.clusterId, test::exampleAddress().clusterId);
        QCOMPARE(read->cluster.accountId, test::exampleAddress().accountId);
        QVERIFY(read->isUnchanged());
    }

    void itsClusterComesBack_data()
    {
        QTest::addColumn<Profile>("from");
        QTest::newRow("Cloud Dedicated") << profile();
        QTest::newRow("Clustered") << clustered(host);
        QTest::newRow("Clustered with IDs in its paths") << clustered(host, true);
        QTest::newRow("Clustered by address") << clustered(u"https://[::1]:8443/some/path"_qs);
        QTest::newRow("Clustered on this computer") << clustered(u"http://127.0.0.1:8086"_qs);
    }

    void itsClusterComesBack()
    {
        QFETCH(Profile, from);
        const auto read = decodeRequestFile(encodeRequestFile(from, request(), exported));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().technical + read.error().key));
        QCOMPARE(read->cluster, RequestFile::Cluster::of(from));
        QVERIFY(read->cluster.isAt(from.address));
        QVERIFY(read->isUnchanged());
        QCOMPARE(read->request, request());
    }

    // Files from before there was a product in them are of Cloud Dedicated, and those look as they did.
    void dedicatedNamesNoProduct()
    {
        QVERIFY(!file().contains("\"product\""));
        QVERIFY(!file().contains("managementOrigin"));
        const auto read =
            decodeRequestFile(replaced("\"environment\"", "\"product\": \"dedicated\", \"environment\""));
        QVERIFY(read && read->cluster.isAt(profile().address));
    }

    void isOneClustersAlone_data()
    {
        QTest::addColumn<Profile>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << clustered(host, true) << true;
        QTest::newRow("itself, without the IDs") << clustered(host) << true;
        QTest::newRow("its host in capitals") << clustered(u"https://INFLUX.example:8443/"_qs, true) << true;
        QTest::newRow("another host, the same IDs")
            << clustered(u"https://other.example:8443"_qs, true) << false;
        QTest::newRow("another port") << clustered(u"https://influx.example"_qs, true) << false;
        QTest::newRow("another scheme") << clustered(u"http://influx.example:8443"_qs, true) << false;
        Profile dedicated = clustered(host, true);
        dedicated.address.product = Product::Dedicated;
        QTest::newRow("another product") << dedicated << false;
    }

    void isOneClustersAlone()
    {
        QFETCH(Profile, other);
        const auto read = decodeRequestFile(encodeRequestFile(clustered(host, true), request(), exported));
        QVERIFY(read.has_value());
        QTEST(read->cluster.isAt(other.address), "same");
        Profile elsewhere = profile();
        elsewhere.address.accountId = u"99999999-9999-4999-8999-999999999999"_qs;
        QVERIFY(!RequestFile::Cluster::of(profile()).isAt(elsewhere.address));
    }

    void survivesItsWay_data()
    {
        QTest::addColumn<QByteArray>("changed");
        QTest::newRow("CR LF") << file().replace('\n', "\r\n");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + file();
        QTest::newRow("reformatted") << file().replace("\n", "").replace(": ", ":");
        QTest::newRow("digits in upper case")
            << replaced(sha256Of(requestBody(request())).toLatin1(),
                        sha256Of(requestBody(request())).toUpper().toLatin1());
    }

    void survivesItsWay()
    {
        QFETCH(QByteArray, changed);
        const auto read = decodeRequestFile(changed);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().technical));
        QVERIFY(read->isUnchanged());
    }

    void tellsThatItWasEdited_data()
    {
        QTest::addColumn<QByteArray>("changed");
        QTest::newRow("more permitted")
            << replaced(R"("read", "resource": "billing"})", R"("write", "resource": "billing"})");
        QTest::newRow("another database") << replaced(R"("resource": "billing"})", R"("resource": "crm"})");
        QTest::newRow("everything") << replaced(R"({"action": "write", "resource": "billing_events"})",
                                                R"({"action": "write", "resource": "*"})");
        QTest::newRow("later") << replaced("2027-02-23", "2028-02-23");
        QTest::newRow("described otherwise") << replaced("OPS-1412", "OPS-1413");
    }

    void tellsThatItWasEdited()
    {
        QFETCH(QByteArray, changed);
        const auto read = decodeRequestFile(changed);
        QVERIFY(read.has_value());
        QVERIFY(!read->isUnchanged());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const QByteArray &json, Kind kind, int line = -1,
                            const char *key = "") {
            QTest::newRow(name) << json << int(kind) << line << QString::fromLatin1(key);
        };
        row("nothing", "", Kind::NotJson);
        row("a number", "7", Kind::OtherDocument);
        row("a list", "[]", Kind::OtherDocument, 1);
        row("other JSON", R"({"name": "x"})", Kind::OtherDocument, 1);
        row("cut off", file().left(300), Kind::NotJson);
        row("no comma", replaced("\"version\": 1,", "\"version\": 1"), Kind::NotJson);
        row("more behind it", file() + "{}", Kind::NotJson, 19);
        row("not UTF-8", replaced("OPS-1412", "OPS\xC3("), Kind::NotUtf8, 10);
        row("half a character", replaced("OPS-1412", "\\ud800"), Kind::NotJson, 10);
        row("a NUL", replaced("OPS-1412", QByteArray("a\0b", 3)), Kind::NotJson);
        row("deep", QByteArray(100'000, '['), Kind::TooDeep, 1);
        row("deep and whole", QByteArray(1000, '[') + QByteArray(1000, ']'), Kind::TooDeep, 1);
        row("key twice", replaced("\"version\": 1,", "\"version\": 1, \"version\": 1,"), Kind::DuplicateKey,
            3, "version");
        row("expiry twice", replaced("\"expiresAt\":", "\"expiresAt\": \"x\", \"expiresAt\":"),
            Kind::DuplicateKey, 11, "expiresAt");
        row("from the future", replaced("\"version\": 1,", "\"version\": 2, \"more\": 1,"),
            Kind::NewerVersion, 3, "version");
        row("unknown key", replaced("\"version\": 1,", "\"version\": 1, \"scope\": 1,"), Kind::UnknownKey, 3,
            "scope");
        row("unknown key of a permission", replaced("{\"action\"", "{\"deny\": 1, \"action\""),
            Kind::UnknownKey, -1, "deny");
        row("no fingerprint", replaced("\"fingerprint\"", "\"fingerprints\""), Kind::UnknownKey, 7,
            "fingerprints");
        row("short fingerprint", replaced(sha256Of(requestBody(request())).toLatin1(), "7F3A-91C2"),
            Kind::BadValue, 7, "fingerprint");
        row("no permissions", replaced("\"permissions\"", "\"description2\""), Kind::UnknownKey, -1,
            "description2");
        row("cluster is no ID", replaced("33333333-3333", "33333333_3333"), Kind::BadValue, 5, "clusterId");
        const QByteArray own = encodeRequestFile(clustered(host, true), request(), exported);
        row("product unknown", replaced("\"clustered\"", "\"core\"", own), Kind::BadValue, 5, "product");
        row("no host", replaced(", \"managementOrigin\": \"https://influx.example:8443\"", "", own),
            Kind::MissingKey, -1, "managementOrigin");
        row("host without scheme", replaced("https://influx", "influx", own), Kind::BadValue, 5,
            "managementOrigin");
        row("host over http", replaced("https://influx", "http://influx", own), Kind::BadValue, 5,
            "managementOrigin");
        row("host with a path", replaced(":8443", ":8443/x", own), Kind::BadValue, 5, "managementOrigin");
        row("host with a user", replaced("//influx", "//me@influx", own), Kind::BadValue, 5,
            "managementOrigin");
        row("half of the IDs", replaced(", \"clusterId\": \"11111111-1111-1111-1111-111111111111\"", "", own),
            Kind::MissingKey, -1, "clusterId");
        row("no ID of Cloud Dedicated",
            replaced(", \"clusterId\": \"33333333-3333-4333-8333-333333333333\"", ""), Kind::MissingKey, -1,
            "clusterId");
        row("a host of Cloud Dedicated",
            replaced("\"accountId\"", "\"managementOrigin\": \"https://influx.example\", \"accountId\""),
            Kind::UnknownKey, 5, "managementOrigin");
        row("action unknown", replaced("\"action\": \"write\"", "\"action\": \"admin\""), Kind::BadValue, -1,
            "action");
        row("action is a number", replaced("\"action\": \"write\"", "\"action\": 1"), Kind::BadValue, -1,
            "action");
        row("resource empty", replaced("\"resource\": \"billing\"}", "\"resource\": \"\"}"), Kind::BadValue,
            -1, "resource");
        row("resource too long",
            replaced("\"resource\": \"billing\"}", "\"resource\": \"" + QByteArray(65, 'x') + "\"}"),
            Kind::BadValue, -1, "resource");
        row("* and names", replaced("\"resource\": \"billing\"}", "\"resource\": \"*\"}"), Kind::BadValue, -1,
            "permissions");
        row("a permission twice", replaced("\"resource\": \"billing\"}", "\"resource\": \"billing_events\"}"),
            Kind::BadValue, -1, "permissions");
        row("blank description", replaced("Telegraf \\\"edge\\\" \xC2\xB7 OPS-1412", " "), Kind::BadValue, 10,
            "description");
        row("no time", replaced("2027-02-23T", "2027-02-30T"), Kind::BadValue, 11, "expiresAt");
        row("expired when exported", replaced("2027-02-23T", "2026-02-23T"), Kind::BadValue, 11, "expiresAt");
        QByteArray many;
        for (int i = 0; i < 10'001; ++i)
            many += "{\"action\":\"read\",\"resource\":\"d" + QByteArray::number(i) + "\"},";
        row("too many", replaced("\"permissions\": [", "\"permissions\": [" + many), Kind::TooMany, -1,
            "permissions");
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, line);
        const auto read = decodeRequestFile(json);
        QVERIFY(!read.has_value());
        QTEST(int(read.error().kind), "kind");
        if (line >= 0)
            QCOMPARE(read.error().line, line);
        QTEST(read.error().key, "key");
    }

    /// As the README says it.
    void anyoneCanComputeTheSum()
    {
        QTemporaryDir directory;
        const auto write = [&](const QString &name, const QByteArray &content) {
            QFile written(directory.filePath(name));
            return written.open(QFile::WriteOnly) && written.write(content) == content.size();
        };
        const QByteArray sum = sha256Of(requestBody(request())).toLatin1();
        QVERIFY(write(u"body.json"_qs, requestBody(request())));
        QVERIFY(outputOf(u"sha256sum \"$1\""_qs, directory.filePath(u"body.json"_qs)).startsWith(sum + ' '));
        QVERIFY(write(u"a.tokenry.json"_qs, file()));
        QVERIFY(outputOf(u"sed -n '/^\"request\":$/,/^}$/p' \"$1\" | sed 1d | head -c -1 | sha256sum"_qs,
                         directory.filePath(u"a.tokenry.json"_qs))
                    .startsWith(sum + ' '));
    }

    void theShortFingerprintIsItsBeginning()
    {
        QCOMPARE(shortFingerprint(u"7f3a91c2"_qs + QString(56, u'0')), u"7F3A-91C2"_qs);
    }
};

QTEST_GUILESS_MAIN(RequestFileTest)
#include "tst_requestfile.moc"
