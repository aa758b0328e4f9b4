// SPDX-License-Identifier: MIT
#include "storage/files.h"
#include "storage/influxctlconfig.h"
#include "storage/influxctltoml.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using Kind = StorageError::Kind;

namespace
{

const QString file = QStringLiteral("/x/influxctl/config.toml");

/// Every key that influxctl documents, as its sample file has them.
const QByteArray everything = R"(# influxctl
[[profile]]
  name = "prod-eu"
  product = "dedicated"
  account_id = "11111111-1111-4111-8111-11111111111A"
  cluster_id = "33333333-3333-4333-8333-333333333333"
  host = "33333333-3333-4333-8333-333333333333.a.influxdb.io"
  port = "443"
  database = "telegraf"
  token = "apiv1_FAKE"
  mgmt_token = "M.V1.FAKE-one"   # long-lived
[[profile]]
  name = "own"
  product = "clustered"
  host = "influx.example"
  port = "8443"
  [profile.tls]
    insecure = true
    disable = true
    cert = "/tls/cert.pem"
    key = '/tls/key.pem'
    ca = "authority.pem"
  [profile.auth.oauth2]
    client_id = "a"
    scopes = ["b"]
    parameters = { audience = "c" }
    token_url = "d"
    device_url = "e"
[[profile]]
  name = "own-dev"
  product = "clustered"
  host = "dev.example"
  [profile.auth.token]
    token_file = "/path/token.json"
)";

QByteArray bytesOf(const Secret &secret)
{
    return secret.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
}

} // namespace

class InfluxctlTomlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey()
    {
        const auto read = influxctlConfigFromToml(everything, file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
        QCOMPARE(read->profiles.size(), std::size_t(3));
        QVERIFY(read->unknownKeys.isEmpty());
        for (const InfluxctlProfile &profile : read->profiles) {
            QVERIFY(!profile.fault);
            QVERIFY2(profile.unknownKeys.isEmpty(), qPrintable(profile.unknownKeys.join(u' ')));
        }

        const InfluxctlProfile &dedicated = read->profiles[0];
        QCOMPARE(dedicated.name, u"prod-eu"_qs);
        QVERIFY(dedicated.product == Product::Dedicated);
        QCOMPARE(dedicated.accountId, u"11111111-1111-4111-8111-11111111111a"_qs);
        QCOMPARE(dedicated.clusterId, u"33333333-3333-4333-8333-333333333333"_qs);
        QCOMPARE(dedicated.host, u"33333333-3333-4333-8333-333333333333.a.influxdb.io"_qs);
        QCOMPARE(dedicated.port, 443);
        QCOMPARE(dedicated.database, u"telegraf"_qs);
        QCOMPARE(bytesOf(dedicated.managementToken), QByteArray("M.V1.FAKE-one"));
        QCOMPARE(dedicated.managementTokenLine, 11);
        QCOMPARE(dedicated.line, 2);
        QVERIFY(!dedicated.signsIn && !dedicated.tls.insecure && !dedicated.tls.disable);

        const InfluxctlProfile &own = read->profiles[1];
        QVERIFY(own.product == Product::Clustered);
        QCOMPARE(own.host, u"influx.example"_qs);
        QCOMPARE(own.port, 8443);
        QVERIFY(own.tls.insecure && own.tls.disable && own.signsIn);
        QCOMPARE(own.tls.certificate, u"/tls/cert.pem"_qs);
        QCOMPARE(own.tls.key, u"/tls/key.pem"_qs);
        QCOMPARE(own.tls.authority, u"/x/influxctl/authority.pem"_qs);
        QVERIFY(own.managementToken.isEmpty());
        QCOMPARE(own.managementTokenLine, 0);

        QCOMPARE(read->profiles[2].tokenFile, u"/path/token.json"_qs);
    }

    void toleratesAndListsWhatItDoesNotKnow()
    {
        const auto read = influxctlConfigFromToml(R"(theme = "dark"
[[profile]]
name = "x"
product = "clustered"
host = "h.example"
colour = "red"
[profile.tls]
versions = 3
[profile.auth.oauth2]
flow = "device"
[profile.auth.saml]
a = 1
)",
                                                  file);
        QVERIFY(read);
        QCOMPARE(read->unknownKeys, QStringList{u"theme"_qs});
        QStringList unknown = read->profiles[0].unknownKeys;
        unknown.sort();
        QCOMPARE(unknown,
                 (QStringList{u"auth.oauth2.flow"_qs, u"auth.saml"_qs, u"colour"_qs, u"tls.versions"_qs}));
        QVERIFY(!read->profiles[0].fault);
    }

    // They are of no use there, so they are no reason to refuse the profile, whatever stands first.
    void oddIdsAreNoFaultOfAClusteredProfile()
    {
        const auto read = influxctlConfigFromToml(R"([[profile]]
account_id = "none"
cluster_id = "33333333-3333-4333-8333-33333333333C"
name = "own"
host = "h.example"
product = "clustered"
)",
                                                  file);
        QVERIFY(read);
        QVERIFY(!read->profiles[0].fault);
        QCOMPARE(read->profiles[0].accountId, u"none"_qs);
        QCOMPARE(read->profiles[0].clusterId, u"33333333-3333-4333-8333-33333333333c"_qs);
    }

    void readsTheFilesOfVersionOne()
    {
        const auto read = influxctlConfigFromToml("account_id = \"11111111-1111-4111-8111-111111111111\"\n"
                                                  "cluster_id = \"33333333-3333-4333-8333-333333333333\"\n",
                                                  file);
        QVERIFY(read);
        QCOMPARE(read->profiles.size(), std::size_t(1));
        QCOMPARE(read->profiles[0].name, u"default"_qs);
        QVERIFY(!read->profiles[0].fault);
    }

    void brokenAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, int line, int column,
                            const char *says) {
            QTest::newRow(name) << text << line << column << QString::fromLatin1(says);
        };
        row("no equals sign", "[[profile]]\nname \"x\"\n", 2, 6, "expected '='");
        row("open quote", "[[profile]]\nname = \"x\nproduct = 1\n", 2, 10, "");
        row("token without quotes", "[[profile]]\nmgmt_token = M.V1.FAKE-bare\n", 2, 14, "");
        row("token like true", "[[profile]]\nmgmt_token = tFAKE-FAKE\n", 2, 15, "expected 'true'");
        row("twice", "[[profile]]\nmgmt_token = \"a\"\nmgmt_token = \"FAKE\"\n", 3, 14, "");
        row("profile without brackets", "[profile]\nname = \"x\"\n", 1, 1, "[[profile]]");
        row("profile as text", "profile = \"x\"\n", 1, 11, "[[profile]]");
        row("a list of texts", "profile = [\"x\"]\n", 1, 12, "[[profile]]");
    }

    void brokenAsAWhole()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto read = influxctlConfigFromToml(text, file);
        QVERIFY(!read);
        QTEST(read.error().line, "line");
        QTEST(read.error().column, "column");
        QCOMPARE(read.error().file, file);
        QVERIFY(!read.error().technical.isEmpty());
        QVERIFY2(read.error().technical.contains(says), qPrintable(read.error().technical));
        QVERIFY2(!read.error().technical.contains(u"FAKE"), qPrintable(read.error().technical));
    }

    void faultOfOneProfile_data()
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
        row("ID", "account_id = \"1111\"", Kind::BadValue, "account_id", 3, 14, "UUID");
        row("product", "product = \"serverless\"", Kind::BadValue, "product", 3, 11, "clustered");
        row("port", "port = \"https\"", Kind::BadValue, "port", 3, 8, "443");
        row("port of zero", "port = 0", Kind::BadValue, "port", 3, 8, "443");
        row("host", "host = 5", Kind::BadValue, "host", 3, 8, "quotes");
        row("token", "mgmt_token = 5", Kind::BadValue, "mgmt_token", 3, 14, "quotes");
        row("switch", "[profile.tls]\ninsecure = \"true\"", Kind::BadValue, "insecure", 4, 12,
            "true or false");
        row("no table", "tls = true", Kind::BadValue, "tls", 3, 7, "table");
        row("token file", "[profile.auth.token]\ntoken_file = 5", Kind::BadValue, "token_file", 4, 14,
            "quotes");
        row("no table of auth", "auth = \"x\"", Kind::BadValue, "auth", 3, 8, "table");
        row("no table to sign in", "auth.oauth2 = \"x\"", Kind::BadValue, "oauth2", 3, 15, "table");
        row("no table of a token file", "auth.token = \"x\"", Kind::BadValue, "token", 3, 14, "table");
        row("no account", "product = \"dedicated\"", Kind::MissingKey, "account_id", 1, 1, "");
        row("no host", "product = \"clustered\"", Kind::MissingKey, "host", 1, 1, "");
    }

    void faultOfOneProfile()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto read = influxctlConfigFromToml("[[profile]]\nname = \"x\"\n" + text +
                                                      "\n[[profile]]\nname = \"good\"\nproduct = "
                                                      "\"clustered\"\nhost = \"h.example\"\nport = 8443\n",
                                                  file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
        const auto &fault = read->profiles[0].fault;
        QVERIFY(fault);
        QTEST(fault->kind, "kind");
        QTEST(fault->key, "key");
        QTEST(fault->line, "line");
        QTEST(fault->column, "column");
        QVERIFY2(fault->technical.contains(says), qPrintable(fault->technical));
        // The others are as good as before.
        QVERIFY(!read->profiles[1].fault);
        QCOMPARE(read->profiles[1].port, 8443);
    }

    void tellsWhetherATokenHasItsLineForItself_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        const QByteArray head = "[[profile]]\nname = 'x'\nproduct = 'clustered'\nhost = 'h.example'\n";
        QTest::newRow("alone") << head + "mgmt_token = 'M.V1.FAKE'\n" << 5;
        QTest::newRow("Windows line ends") << head + "mgmt_token = 'M.V1.FAKE'\r\n" << 5;
        QTest::newRow("over several lines") << head + "mgmt_token = '''\nM.V1.FAKE'''\n" << 0;
        QTest::newRow("in one line with others")
            << QByteArray("profile = [{name='x', product='clustered', host='h', mgmt_token='M.V1.FAKE'}]\n")
            << 0;
    }

    void tellsWhetherATokenHasItsLineForItself()
    {
        QFETCH(QByteArray, text);
        const auto read = influxctlConfigFromToml(text, file);
        QVERIFY2(read, read ? "" : qPrintable(read.error().technical));
        QCOMPARE(bytesOf(read->profiles[0].managementToken), QByteArray("M.V1.FAKE"));
        QTEST(read->profiles[0].managementTokenLine, "line");
    }

    void liesWhereInfluxctlKeepsIt_data()
    {
        QTest::addColumn<InfluxctlSystem>("system");
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("Linux") << InfluxctlSystem::Linux << QStringList{u"HOME=/h"_qs}
                               << QStringList{u"/h/.config/influxctl/config.toml"_qs};
        QTest::newRow("Linux, XDG") << InfluxctlSystem::Linux
                                    << QStringList{u"HOME=/h"_qs, u"XDG_CONFIG_HOME=/c"_qs}
                                    << QStringList{u"/c/influxctl/config.toml"_qs,
                                                   u"/h/.config/influxctl/config.toml"_qs};
        QTest::newRow("Linux, relative XDG")
            << InfluxctlSystem::Linux << QStringList{u"HOME=/h"_qs, u"XDG_CONFIG_HOME=c"_qs}
            << QStringList{u"/h/.config/influxctl/config.toml"_qs};
        QTest::newRow("macOS") << InfluxctlSystem::MacOs << QStringList{u"HOME=/h"_qs}
                               << QStringList{u"/h/Library/Application Support/influxctl/config.toml"_qs};
        QTest::newRow("Windows") << InfluxctlSystem::Windows << QStringList{u"APPDATA=C:\\A"_qs}
                                 << QStringList{u"C:/A/influxctl/config.toml"_qs};
        QTest::newRow("INFLUXCTL_PROFILE")
            << InfluxctlSystem::Linux << QStringList{u"HOME=/h"_qs, u"INFLUXCTL_PROFILE=/p/mine.toml"_qs}
            << QStringList{u"/p/mine.toml"_qs};
    }

    void liesWhereInfluxctlKeepsIt()
    {
        QFETCH(InfluxctlSystem, system);
        QFETCH(QStringList, environment);
        QProcessEnvironment variables;
        for (const QString &each : environment)
            variables.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
#ifndef Q_OS_WIN
        if (system == InfluxctlSystem::Windows)
            variables.insert(u"APPDATA"_qs, u"C:/A"_qs); // the separators are those of the system it runs on
#endif
        QTEST(influxctlConfigFiles(system, variables), "files");
    }

    void theFileIsReadAndNeverWritten_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<bool>("byOthers");
        QTest::newRow("private") << 0600 << true << false;
        QTest::newRow("read-only") << 0400 << true << false;
        QTest::newRow("group may read") << 0640 << true << true;
        QTest::newRow("everybody may read") << 0644 << true << true;
        QTest::newRow("group may write") << 0660 << false << false;
        QTest::newRow("everybody may write") << 0602 << false << false;
    }

    void theFileIsReadAndNeverWritten()
    {
        QFETCH(int, mode);
        QFETCH(bool, readable);
        QFETCH(bool, byOthers);
        const QTemporaryDir home;
        const QString path = home.filePath(u"influxctl/config.toml"_qs);
        const QString usual = home.filePath(u"elsewhere.toml"_qs);
        QVERIFY(test::writeByHand(path, everything, static_cast<mode_t>(mode)));
        const InfluxctlConfigFile config({path, usual});
        QCOMPARE(config.usualFile(), path);
        QVERIFY(config.exists(path) && !config.exists(usual));
        const auto before = QFileInfo(path).lastModified();
        const auto read = config.read(path);
        QCOMPARE(read.has_value(), readable);
        if (readable)
            QCOMPARE(read->readableByOthers, byOthers);
        else
            QCOMPARE(read.error().kind, Kind::WritableByOthers);
        QCOMPARE(test::contentOf(path), everything);
        QCOMPARE(QFileInfo(path).lastModified(), before);
        QCOMPARE(test::modeOf(path), mode);
        QVERIFY(QFile::remove(path));
        QCOMPARE(config.usualFile(), usual);
        QCOMPARE(config.usualFiles(), QStringList({path, usual}));
    }
};

QTEST_GUILESS_MAIN(InfluxctlTomlTest)
#include "tst_influxctltoml.moc"
