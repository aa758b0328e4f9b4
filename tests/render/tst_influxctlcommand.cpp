// SPDX-License-Identifier: MIT
#include "render/bash.h"
#include "render/influxctlcommand.h"
#include "render/managementtokencommand.h"
#include "render/nastynames.h"
#include "render/tokenlistcommand.h"
#include "wire/requests.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;

class TestInfluxctlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runs_data();
    void runs();
    void reads();
    void clusteredWantsAProfile();
    void makesAManagementToken();
    void listsTheTokensOfACreationsCluster();

private:
    QTemporaryDir m_bin;
};

void TestInfluxctlCommand::initTestCase()
{
    // Stands in for influxctl and prints what it is given.
    QFile stub(m_bin.filePath(QStringLiteral("influxctl")));
    QVERIFY(stub.open(QIODevice::WriteOnly));
    stub.write("#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
    stub.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestInfluxctlCommand::runs_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QStringList>("read");
    QTest::addColumn<QStringList>("write");
    QTest::addColumn<bool>("history");
    for (const auto &[name, wanted] : documentedScenarios())
        QTest::newRow(name) << wanted.description << wanted.read << wanted.write << false;
    for (const auto &[name, text] : nastyNames()) {
        QTest::newRow(name) << text << QStringList{text} << QStringList{text} << false;
        QTest::addRow("%s, with history", name) << text << QStringList{text} << QStringList() << true;
    }
}

void TestInfluxctlCommand::runs()
{
    QFETCH(QString, description);
    QFETCH(QStringList, read);
    QFETCH(QStringList, write);
    QFETCH(bool, history);
    const QDateTime expires(QDate(2027, 2, 23), QTime(9, 0), Qt::UTC);
    const TokenRequest request = requestFor({description, read, write, expires});

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       m_bin.path() + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
    QProcess bash;
    startBash(bash, influxctlCommand(exampleAddress(), request),
              history ? BashMode::History : BashMode::Script, environment);
    QTRY_COMPARE_WITH_TIMEOUT(bash.state(), QProcess::NotRunning, 20'000);
    QVERIFY2(bash.exitCode() == 0, bash.readAllStandardError().constData());

    QList<QByteArray> expected{"--account", "11111111-1111-4111-8111-111111111111",
                               "--cluster", "33333333-3333-4333-8333-333333333333",
                               "token",     "create"};
    for (const Permission &permission : request.permissions().permissions())
        expected += {permission.action == Action::Read ? "--read-database" : "--write-database",
                     permission.resource.name().toUtf8()};
    expected += {"--expires-at", "2027-02-23T09:00:00Z"};
    if (description.startsWith(QLatin1Char('-')))
        expected += "--";
    expected += description.toUtf8();
    QList<QByteArray> given = bash.readAllStandardOutput().split('\0');
    given.removeLast(); // behind the last NUL
    QCOMPARE(given, expected);
}

void TestInfluxctlCommand::reads()
{
    QCOMPARE(influxctlCommand(exampleAddress(), requestFor({QStringLiteral("Telegraf edge-west"),
                                                            {QStringLiteral("billing")},
                                                            {QStringLiteral("*")}})),
             QStringLiteral("influxctl \\\n"
                            "  --account '11111111-1111-4111-8111-111111111111' \\\n"
                            "  --cluster '33333333-3333-4333-8333-333333333333' \\\n"
                            "  token create \\\n"
                            "  --write-database '*' \\\n"
                            "  --read-database 'billing' \\\n"
                            "  'Telegraf edge-west'"));
    QVERIFY(influxctlCommand(exampleAddress(), requestFor({QStringLiteral("a\tb"), {}, {}}))
                .endsWith(QStringLiteral("  $'a\\tb'")));
}

// InfluxDB Clustered: whoever forgets to say which profile is meant creates nothing.
void TestInfluxctlCommand::clusteredWantsAProfile()
{
    ClusterAddress address;
    address.product = Product::Clustered;
    address.managementUrl = QUrl(QStringLiteral("https://influx.example"));
    const QString command =
        influxctlCommand(address, requestFor({QStringLiteral("x"), {QStringLiteral("billing")}, {}}));
    QVERIFY(!command.contains(QLatin1String("--account")));
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"), QStringLiteral("influxctl() { echo ran \"$@\"; }\n") + command});
    QVERIFY(bash.waitForFinished());
    QVERIFY(bash.exitCode() != 0);
    QCOMPARE(bash.readAllStandardOutput(), QByteArray());
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"),
                QStringLiteral("influxctl() { echo ran \"$@\"; }\nPROFILE='my own'\n") + command});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardOutput(),
             QByteArray("ran --profile my own token create --read-database billing x\n"));
}

// What an administrator is asked to run.
void TestInfluxctlCommand::makesAManagementToken()
{
    Profile profile;
    profile.name = QStringLiteral("it's \"prod\" $HOME");
    profile.address = exampleAddress();
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"), QStringLiteral("influxctl() { printf '%s\\n' \"$@\"; }\n") +
                                          managementTokenCommand(profile)});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardOutput(),
             QByteArray("--account\n11111111-1111-4111-8111-111111111111\nmanagement\ncreate\n"
                        "--description\nTokenry for it's \"prod\" $HOME\n"));
    profile.address.product = Product::Clustered;
    QVERIFY(managementTokenCommand(profile).startsWith(QLatin1String("influxctl --profile \"${PROFILE:?")));
}

void TestInfluxctlCommand::listsTheTokensOfACreationsCluster()
{
    LedgerEntry entry;
    entry.accountId = exampleAddress().accountId;
    entry.clusterId = exampleAddress().clusterId;
    entry.origin = ClusterAddress().managementOrigin();
    QCOMPARE(tokenListCommand(entry),
             QStringLiteral("influxctl --account '11111111-1111-4111-8111-111111111111' --cluster "
                            "'33333333-3333-4333-8333-333333333333' token list"));
    // Somebody may have meddled with the note.
    entry.clusterId = QStringLiteral("x; $HOME");
    QVERIFY(tokenListCommand(entry).contains(QLatin1String("--cluster 'x; $HOME' ")));
    // The IDs that some servers of InfluxDB Clustered want in paths are none of influxctl's.
    entry.origin = QStringLiteral("https://influx.example");
    QVERIFY(tokenListCommand(entry).startsWith(QLatin1String("influxctl --profile \"${PROFILE:?")));
}

QTEST_GUILESS_MAIN(TestInfluxctlCommand)
#include "tst_influxctlcommand.moc"
