// SPDX-License-Identifier: MIT
#include "storage/profiletoml.h"

#include <QTest>

using namespace tokenry;
using Kind = StorageError::Kind;

class TestProfileToml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenByHand();
    void shortest();
    void roundTrip_data();
    void roundTrip();
    void clustered();
    void defaultExpiry_data();
    void defaultExpiry();
    void broken_data();
    void broken();
};

namespace
{

const QString file = QStringLiteral("/x/prod-eu.toml");

const QByteArray ids = "account_id = \"11111111-1111-4111-8111-111111111111\"\n"
                       "cluster_id = \"33333333-3333-4333-8333-333333333333\"\n";

Profile example()
{
    Profile profile;
    profile.slug = QStringLiteral("prod-eu");
    profile.name = QStringLiteral("prod-eu");
    profile.address.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    profile.address.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    return profile;
}

} // namespace

void TestProfileToml::writtenByHand()
{
    // The example of the documentation.
    const auto read = profileFromToml(R"(
name = "prod-eu"                                       # required
environment = "production"                             # production, staging or other; other when left out
management_url = "https://console.influxdata.com"      # this one when left out
account_id = "11111111-1111-4111-8111-111111111111"    # required
cluster_id = '33333333-3333-4333-8333-333333333333'    # required
cluster_url = "https://cluster-id.a.influxdb.io"       # optional
)",
                                      QStringLiteral("prod-eu"), file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
    Profile expected = example();
    expected.environment = Environment::Production;
    expected.address.clusterUrl = QUrl(QStringLiteral("https://cluster-id.a.influxdb.io"));
    QVERIFY(*read == expected);
}

void TestProfileToml::shortest()
{
    const auto read = profileFromToml(
        "\xEF\xBB\xBFname = \" prod-eu \"\r\ncluster_url = \"\"\r\n" +
            ids.toUpper().replace("ACCOUNT_ID", "account_id").replace("CLUSTER_ID", "cluster_id"),
        QStringLiteral("prod-eu"), file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
    QVERIFY(*read == example());
    QCOMPARE(read->address.managementUrl, QUrl(QStringLiteral("https://console.influxdata.com")));
}

void TestProfileToml::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("managementUrl");
    const QString url = QStringLiteral("https://console.influxdata.com");
    QTest::newRow("plain") << QStringLiteral("prod-eu") << url;
    QTest::newRow("quotes") << QStringLiteral("the \"big\" one \\ 'x' # no comment") << url;
    QTest::newRow("controls") << QStringLiteral("a\nb\tc\u0001d\u007Fe") << url;
    QTest::newRow("any language") << QStringLiteral("Größe 数据库 🐘") << url;
    QTest::newRow("unseen") << QStringLiteral("a\u202Eb\U000E0041") << url;
    QTest::newRow("loopback") << QStringLiteral("demo") << QStringLiteral("http://127.0.0.1:8080");
    QTest::newRow("IPv6") << QStringLiteral("demo") << QStringLiteral("http://[::1]:8080/a%20b");
    QTest::newRow("international host") << QStringLiteral("x") << QStringLiteral("https://büro.example/ü");
}

void TestProfileToml::roundTrip()
{
    QFETCH(QString, name);
    QFETCH(QString, managementUrl);
    for (const Environment environment :
         {Environment::Production, Environment::Staging, Environment::Other}) {
        Profile profile = example();
        profile.name = name;
        profile.environment = environment;
        profile.address.managementUrl = QUrl(managementUrl);
        profile.address.clusterUrl = QUrl(managementUrl);
        const auto read = profileFromToml(tomlOf(profile), profile.slug, file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
        QVERIFY(*read == profile);
    }
}

void TestProfileToml::clustered()
{
    const QByteArray text = "name = \"own\"\nproduct = \"clustered\"\n"
                            "management_url = \"https://influx.example:8443\"\n"
                            "ca_file = \"/etc/ssl/influx/../influx-ca.pem\"\n";
    const auto read = profileFromToml(text, QStringLiteral("own"), file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
    const ClusterAddress &address = read->address;
    QVERIFY(address.product == Product::Clustered);
    QVERIFY(address.accountId.isEmpty() && address.clusterId.isEmpty());
    QCOMPARE(address.managementUrl, QUrl(QStringLiteral("https://influx.example:8443")));
    QCOMPARE(address.authority.file, QStringLiteral("/etc/ssl/influx-ca.pem"));
    const auto again = profileFromToml(tomlOf(*read), QStringLiteral("own"), file);
    QVERIFY(again && *again == *read);

    Profile withIds = *read;
    withIds.address.accountId = withIds.address.clusterId =
        QStringLiteral("11111111-1111-1111-1111-111111111111");
    const auto reread = profileFromToml(tomlOf(withIds), QStringLiteral("own"), file);
    QVERIFY(reread && *reread == withIds);
    // What a Dedicated profile does not have is not written.
    QVERIFY(!tomlOf(example()).contains("product"));
    QVERIFY(!tomlOf(example()).contains("ca_file"));
}

void TestProfileToml::defaultExpiry_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ExpiryChoice>("expiry");
    const ExpiryChoice never{ExpiryChoice::Kind::Never, ExpiryChoice::defaultDays, {}};
    QTest::newRow("absent") << QByteArray() << ExpiryChoice();
    QTest::newRow("0") << QByteArray("default_expiry_days = 0\n") << ExpiryChoice();
    QTest::newRow("30") << QByteArray("default_expiry_days = 30\n")
                        << ExpiryChoice{ExpiryChoice::Kind::AfterDays, 30, {}};
    QTest::newRow("in quotes") << QByteArray("default_expiry_days = \"365\"\n")
                               << ExpiryChoice{ExpiryChoice::Kind::AfterDays, 365, {}};
    QTest::newRow("never") << QByteArray("default_expiry_days = \"never\"\n") << never;
}

void TestProfileToml::defaultExpiry()
{
    QFETCH(QByteArray, line);
    QFETCH(ExpiryChoice, expiry);
    const auto read = profileFromToml("name = \"prod-eu\"\n" + ids + line, QStringLiteral("prod-eu"), file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
    QVERIFY(read->defaultExpiry == expiry);
    const auto again = profileFromToml(tomlOf(*read), read->slug, file);
    QVERIFY(again);
    QVERIFY(*again == *read);
}

void TestProfileToml::broken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, Kind kind, const char *key, int line,
                        int column, const char *says) {
        QTest::newRow(name) << text << kind << QString::fromLatin1(key) << line << column
                            << QString::fromLatin1(says);
    };
    const QByteArray named = "name = \"x\"\n" + ids;
    row("no TOML", "name = \"x\"\nthis is no TOML\n", Kind::NotToml, "", 2, 6, "");
    row("quote missing", "name = \"x\n" + ids, Kind::NotToml, "", 1, 10, "");
    row("binary",
        QByteArray("\x7F"
                   "ELF\0\1\2",
                   7),
        Kind::NotToml, "", 1, 1, "");
    row("ill-encoded", "name = \"\xFF\"\n", Kind::NotToml, "", 1, 8, "");
    row("twice", named + "name = \"y\"\n", Kind::NotToml, "", 4, 8, "");
    row("nothing", "", Kind::MissingKey, "name", 0, 0, "");
    row("no name", ids, Kind::MissingKey, "name", 0, 0, "");
    row("no account", "name = \"x\"\n", Kind::MissingKey, "account_id", 0, 0, "");
    row("misspelled", named + "managment_url = \"https://x\"\n", Kind::UnknownKey, "managment_url", 4, 1,
        "management_url");
    row("other case", named + "Environment = \"production\"\n", Kind::UnknownKey, "Environment", 4, 1,
        "environment");
    row("table", named + "[tls]\ninsecure = true\n", Kind::UnknownKey, "tls", 4, 2, "expected one of");
    row("secret", named + "management_token = \"M.V1.FAKE\"\n", Kind::UnknownKey, "management_token", 4, 1,
        "expected one of");
    row("blank name", "name = \" \"\n" + ids, Kind::BadValue, "name", 1, 8, "name");
    row("number", "name = 5\n" + ids, Kind::BadValue, "name", 1, 8, "text");
    row("list", "name = [\"x\"]\n" + ids, Kind::BadValue, "name", 1, 8, "text");
    row("environment", named + "environment = \"prod\"\n", Kind::BadValue, "environment", 4, 15,
        "production");
    row("id", "name = \"x\"\naccount_id = \"1111\"\n", Kind::BadValue, "account_id", 2, 14, "UUID");
    row("product", named + "product = \"serverless\"\n", Kind::BadValue, "product", 4, 11, "clustered");
    row("relative CA", named + "ca_file = \"ca.pem\"\n", Kind::BadValue, "ca_file", 4, 11, "absolute");
    const QByteArray clustered = "name = \"x\"\nproduct = \"clustered\"\n";
    row("clustered without host", clustered, Kind::MissingKey, "management_url", 0, 0, "");
    row("clustered at the console", clustered + "management_url = \"https://console.influxdata.com\"\n",
        Kind::BadValue, "management_url", 3, 18, "own host");
    row("clustered with half the IDs",
        clustered + "management_url = \"https://h.example\"\naccount_id = "
                    "\"11111111-1111-1111-1111-111111111111\"\n",
        Kind::MissingKey, "cluster_id", 0, 0, "both");
    row("no URL", named + "management_url = \"console\"\n", Kind::BadValue, "management_url", 4, 18,
        "https://");
    row("empty URL", named + "management_url = \"\"\n", Kind::BadValue, "management_url", 4, 18, "https://");
    row("other scheme", named + "management_url = \"ftp://x\"\n", Kind::BadValue, "management_url", 4, 18,
        "https://");
    row("plain http", named + "management_url = \"http://x.example\"\n", Kind::BadValue, "management_url", 4,
        18, "https");
    row("credentials", named + "management_url = \"https://a:b@x\"\n", Kind::BadValue, "management_url", 4,
        18, "password");
    row("days as a word", named + "default_expiry_days = \"soon\"\n", Kind::BadValue, "default_expiry_days",
        4, 23, "never");
    row("too many days", named + "default_expiry_days = 99999999999\n", Kind::BadValue, "default_expiry_days",
        4, 23, "3650");
    row("days of the past", named + "default_expiry_days = -1\n", Kind::BadValue, "default_expiry_days", 4,
        23, "number of days");
    row("half a day", named + "default_expiry_days = 0.5\n", Kind::BadValue, "default_expiry_days", 4, 23,
        "number of days");
    row("query", named + "cluster_url = \"https://x/?a=b\"\n", Kind::BadValue, "cluster_url", 4, 15, "?");
}

void TestProfileToml::broken()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto read = profileFromToml(text, QStringLiteral("prod-eu"), file);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
    QTEST(read.error().key, "key");
    QTEST(read.error().line, "line");
    QTEST(read.error().column, "column");
    QCOMPARE(read.error().file, file);
    QVERIFY2(read.error().technical.contains(says), qPrintable(read.error().technical));
    // Secrets that someone put there by mistake are not quoted.
    QVERIFY(!read.error().technical.contains(QLatin1String("FAKE")));
}

QTEST_GUILESS_MAIN(TestProfileToml)
#include "tst_profiletoml.moc"
