// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/faultserver/testcertificates.h"
#include "support/faultserver/tlsfront.h"
#include "support/person/person.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokenry;
using namespace tokenry::tests;
using testsupport::Person;

namespace
{

QByteArray lookedUp(const QString &service, const QString &key)
{
    QProcess tool;
    tool.start(u"secret-tool"_qs, {u"lookup"_qs, u"server"_qs, service, u"user"_qs, key});
    return tool.waitForFinished() ? tool.readAllStandardOutput() : QByteArray();
}

} // namespace

/// Whoever uses influxctl today: from its config.toml to the cluster's databases, a token made there, and
/// what is said of files that are broken or not private. The server is InfluxDB Clustered behind https, with
/// an authority that only the profile knows.
class ImportJourneyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    TestCertificates m_certificates;
    DemoClusterProcess m_cluster{{.more = {u"--clustered"_qs}}};
    std::unique_ptr<TlsFront> m_front;
    std::unique_ptr<Composition> m_program;
    Person m_person;

    QString configFile() const { return m_directory.filePath(u"influxctl/config.toml"_qs); }

    QByteArray config() const
    {
        const QByteArray port = QByteArray::number(m_front->serverPort());
        const auto clustered = [&](const QByteArray &name, const QByteArray &host) {
            return "[[profile]]\nname = \"" + name + "\"\nproduct = \"clustered\"\nhost = \"" + host +
                   "\"\nport = \"" + port + "\"\nmgmt_token = \"" + DemoClusterProcess::managementToken() +
                   "\"\n[profile.tls]\nca = \"" + m_certificates.authorityFile().toUtf8() + "\"\n\n";
        };
        return clustered("own-prod", "127.0.0.1") + clustered("own-staging", "localhost") +
               "[[profile]]\nname = \"cloud\"\nproduct = \"dedicated\"\n"
               "account_id = \"11111111-1111-4111-8111-111111111111\"\n"
               "cluster_id = \"33333333-3333-4333-8333-333333333333\"\n";
    }

    bool write(const QByteArray &content, QFile::Permissions others = {}) const
    {
        QDir().mkpath(QFileInfo(configFile()).absolutePath());
        QFile file(configFile());
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | others);
    }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    void openFromMenu()
    {
        QVERIFY(m_person.pick(u"Profiles"_qs, u"Import from influxctl…"_qs));
        QVERIFY(m_person.waitFor(u"the import dialog"_qs,
                                 [&] { return m_person.sees(u"Choose another file…"_qs); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            qunsetenv(name);
        QVERIFY2(m_certificates.isValid(), qPrintable(m_certificates.error()));
        QVERIFY(QFile::setPermissions(m_certificates.authorityFile(), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(m_cluster.start());
        m_front = std::make_unique<TlsFront>(m_certificates.good(), m_cluster.port());
        QVERIFY(m_front->isListening());
        // Readable by everybody, as an editor leaves it.
        QVERIFY(write(config(), QFile::ReadGroup | QFile::ReadOther));
        m_program = std::make_unique<Composition>(StandardDirectories{m_directory.filePath(u"config"_qs),
                                                                      m_directory.filePath(u"state"_qs),
                                                                      QStringList{configFile()}},
                                                  QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    void isOfferedAtTheFirstStart()
    {
        auto *button = m_person.find<QPushButton>(u"Import from influxctl…"_qs);
        QVERIFY(button);
        QCOMPARE(button->text(), u"Import 3 influxctl profiles found…"_qs);
        Person::photograph(u"import-1-welcome"_qs);
        QVERIFY(m_person.click(u"Import from influxctl…"_qs));
        QVERIFY(m_person.waitFor(u"the import dialog"_qs, [&] { return m_person.sees(u"own-prod"_qs); }));
    }

    void saysWhoCanReadTheTokens()
    {
        QVERIFY(m_person.reads(u"Other people on this computer can read this file."_qs));
        QVERIFY(m_person.click(u"Copy command"_qs));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"chmod 600 '%1'"_qs.arg(configFile()));
        Person::photograph(u"import-2-found"_qs);
    }

    void importsAllThree()
    {
        QVERIFY(m_person.click(u"Import 3 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs,
                                 [&] { return m_person.reads(u"3 profiles were imported."_qs); }));
        QVERIFY(m_person.reads(u"It needs a management token"_qs));
        QVERIFY(m_person.reads(u"Its management token is in the keychain, read back and compared."_qs));
        Person::photograph(u"import-3-imported"_qs);
        const QString port = QString::number(m_front->serverPort());
        for (const QString &host : {u"127.0.0.1:"_qs, u"localhost:"_qs})
            QCOMPARE(lookedUp(u"tokenry/management/clustered@"_qs + host + port, u"management_token"_qs),
                     DemoClusterProcess::managementToken());
        QFile file(configFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), config());
    }

    // The command does what it says, and nothing else.
    void copiesWhatRemovesTheTokens()
    {
        QVERIFY(m_person.click(u"Copy command that removes them"_qs));
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY(!command.contains(QString::fromUtf8(DemoClusterProcess::managementToken())));
        QProcess shell;
        shell.start(u"sh"_qs, {u"-c"_qs, command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        QFile file(configFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray expected = config();
        expected.replace("mgmt_token = \"" + DemoClusterProcess::managementToken() + "\"\n", "");
        QCOMPARE(file.readAll(), expected);
    }

    void readsTheCluster()
    {
        QVERIFY(m_person.click(u"Close"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(m_person.reads(u"PRODUCTION"_qs));
        QVERIFY(m_person.reads(u"host 127.0.0.1:%1"_qs.arg(m_front->serverPort())));
        Person::photograph(u"import-4-cluster"_qs);
        QVERIFY(m_person.choose(u"Profile"_qs, u"own-staging"_qs));
        QVERIFY(m_person.waitFor(u"the other one"_qs, [&] { return m_person.reads(u"STAGING"_qs); }));
        QVERIFY(m_person.waitFor(u"its databases"_qs, [&] { return rowsShown() == 220; }));
    }

    // Nothing leaves this computer for it: without a management token there is nobody to ask.
    void oneWithoutAManagementTokenLeadsOn()
    {
        QVERIFY(m_person.choose(u"Profile"_qs, u"cloud"_qs));
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"what is missing"_qs, [&] {
            return m_person.reads(u"There is no management token for this account in the keychain."_qs);
        }));
        QVERIFY(m_person.reads(u"Ask an administrator for one"_qs));
        QVERIFY(m_person.click(u"Copy command for an administrator"_qs));
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"influxctl --account '11111111-1111-4111-8111-111111111111' management create "
                 u"--description 'Tokenry for cloud'"_qs);
        Person::photograph(u"import-5-no-token"_qs);
        QVERIFY(m_person.choose(u"Profile"_qs, u"own-staging"_qs));
    }

    void aProfilesDefaultExpiryIsThatOfItsNewDrafts()
    {
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QCOMPARE(m_person.find<QComboBox>(u"Expiry"_qs)->currentText(), u"90 days"_qs);
        QVERIFY(m_person.pick(u"Profiles"_qs, u"Edit profile…"_qs));
        QVERIFY(m_person.waitFor(u"the dialog"_qs, [&] { return m_person.sees(u"Default expiry"_qs); }));
        QVERIFY(m_person.choose(u"Default expiry"_qs, u"30 days"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(u"the window"_qs, [&] { return m_person.sees(u"Expiry"_qs); }));
        QCOMPARE(m_person.find<QComboBox>(u"Expiry"_qs)->currentText(), u"30 days"_qs);
        // A draft of one's own keeps what it has; the next one begins anew.
        QVERIFY(m_person.type(u"Description"_qs, u"Ticket 1412"_qs));
        QVERIFY(m_person.choose(u"Expiry"_qs, u"7 days"_qs));
        QVERIFY(m_person.click(u"Clear"_qs));
        QCOMPARE(m_person.find<QComboBox>(u"Expiry"_qs)->currentText(), u"30 days"_qs);
        QFile file(m_directory.filePath(u"config/profiles/own-staging.toml"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("default_expiry_days = 30\n"));
        // Nobody else's.
        QVERIFY(m_person.choose(u"Profile"_qs, u"own-prod"_qs));
        QVERIFY(m_person.waitFor(u"the other one"_qs, [&] { return m_person.reads(u"PRODUCTION"_qs); }));
        QCOMPARE(m_person.find<QComboBox>(u"Expiry"_qs)->currentText(), u"90 days"_qs);
    }

    void createsATokenThere()
    {
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(m_person.type(u"Description"_qs, u"Telegraf own"_qs));
        QVERIFY(m_person.type(u"Filter databases"_qs, u"billing"_qs));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(m_person.type(u"Filter databases"_qs, QString()));
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.waitFor(u"Done"_qs, [&] {
            auto *done = m_person.find(u"Done"_qs);
            return done && done->isEnabled();
        }));
        QVERIFY(m_person.reads(u"The server permitted exactly what was reviewed."_qs));
        QVERIFY(m_person.click(u"Done"_qs));
        QVERIFY(lookedUp(u"tokenry/own-prod/telegraf_own"_qs, u"telegraf_own"_qs).startsWith("apiv1_"));
    }

    void knowsThemAgain()
    {
        QVERIFY(write(config()));
        openFromMenu();
        QVERIFY(m_person.reads(u"Already here as “own-prod”"_qs));
        for (const QString &name : {u"own-prod"_qs, u"own-staging"_qs, u"cloud"_qs})
            QVERIFY2(!m_person.find<QCheckBox>(name)->isChecked(), qPrintable(name));
        QVERIFY(!m_person.reads(u"Other people on this computer can read this file."_qs));
        QVERIFY(m_person.click(u"Cancel"_qs));
    }

    void saysWhereAFileIsBroken()
    {
        QVERIFY(write("[[profile]]\nname = \"x\"\nproduct \"clustered\"\n"));
        openFromMenu();
        QVERIFY(m_person.reads(u"influxctl's configuration is broken in line 3, column 9."_qs));
        QVERIFY(m_person.reads(u"expected '='"_qs));
        Person::photograph(u"import-6-broken"_qs);
        QVERIFY(write(config()));
        QVERIFY(m_person.click(u"Look again"_qs));
        QVERIFY(m_person.waitFor(u"the profiles"_qs, [&] { return m_person.sees(u"cloud"_qs); }));
        QVERIFY(m_person.click(u"Cancel"_qs));
    }

    void theCommandForWhatOthersCanChangeMendsIt_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("the file") << false;
        // As a umask of 002 makes it.
        QTest::newRow("its folder") << true;
    }

    // Run as it is offered; the file can be read afterwards.
    void theCommandForWhatOthersCanChangeMendsIt()
    {
        QFETCH(bool, folder);
        const QString path = folder ? QFileInfo(configFile()).absolutePath() : configFile();
        QVERIFY(write(config()));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), folder ? 0770U : 0660U), 0);
        openFromMenu();
        QVERIFY(m_person.reads(
            (folder ? u"Other people can change the folder "_qs : u"Other people can change "_qs) + path));
        QVERIFY(!m_person.sees(u"cloud"_qs));
        QVERIFY(m_person.click(u"Copy command"_qs));
        QProcess shell;
        shell.start(u"sh"_qs, {u"-c"_qs, QGuiApplication::clipboard()->text()});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray());
        struct stat mended;
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &mended), 0);
        QCOMPARE(mended.st_mode & 0777, folder ? 0750U : 0640U);
        QVERIFY(m_person.click(u"Look again"_qs));
        QVERIFY(m_person.waitFor(u"the profiles"_qs, [&] { return m_person.sees(u"cloud"_qs); }));
        QVERIFY(m_person.click(u"Cancel"_qs));
    }

    // The authority's file was replaced: whoever it vouches for now is asked about before a token goes there.
    void asksAgainWhenTheAuthorityChanges()
    {
        QFile authority(m_certificates.authorityFile());
        QVERIFY(authority.open(QIODevice::Append) && authority.write("\n# renewed\n") > 0);
        authority.close();
        QVERIFY(m_person.click(u"Reload"_qs));
        QVERIFY(m_person.waitFor(u"the question"_qs, [&] { return m_person.sees(u"Allow"_qs); }));
        QVERIFY(m_person.click(u"Allow"_qs));
        // Reload is there again once all is read; the rows from before stay on view meanwhile.
        QVERIFY(m_person.waitFor(
            u"the databases"_qs,
            [&] { return !m_person.sees(u"Allow"_qs) && m_person.sees(u"Reload"_qs) && rowsShown() == 220; },
            60'000));
        QVERIFY(authority.remove());
        QVERIFY(m_person.click(u"Reload"_qs));
        QVERIFY(m_person.waitFor(u"what is missing"_qs, [&] {
            return m_person.reads(u"The profile's CA file cannot be used."_qs);
        }));
    }

    void leavesNoSecretInItsFiles()
    {
        QProcess grep;
        grep.start(u"grep"_qs, {u"-rlE"_qs, u"apiv1_[0-9a-f]{8}|M\\.V1\\."_qs,
                                m_directory.filePath(u"config"_qs), m_directory.filePath(u"state"_qs)});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(ImportJourneyTest)
#include "tst_importjourney.moc"
