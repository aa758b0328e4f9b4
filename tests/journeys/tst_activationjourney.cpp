// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

namespace
{

QString &log()
{
    static QString lines;
    return lines;
}

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    log() += line + u'\n';
}

} // namespace

/// New tokens on a cluster that takes its time, as a person sees them in the real window: real HTTP, real
/// keychain.
class ActivationJourneyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster{{8, false}};
    std::unique_ptr<Composition> m_program;
    Person m_person;
    bool m_failed = false;

    void addProfile(const QString &name, const QString &clusterUrl)
    {
        QVERIFY(QDir().mkpath(m_directory.filePath(u"config/profiles"_qs)));
        QFile file(m_directory.filePath(u"config/profiles/%1.toml"_qs.arg(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QString text = u"name = \"%1\"\nenvironment = \"staging\"\nmanagement_url = \"%2\"\n"
                       "account_id = \"%3\"\ncluster_id = \"%4\"\n"_qs.arg(
                           name, m_cluster.managementUrl(), m_cluster.accountId(), m_cluster.clusterId());
        if (!clusterUrl.isEmpty())
            text += u"cluster_url = \"%1\"\n"_qs.arg(clusterUrl);
        QVERIFY(file.write(text.toUtf8()) > 0);
    }

    void startProgram()
    {
        m_program = std::make_unique<Composition>(
            StandardDirectories{m_directory.filePath(u"config"_qs), m_directory.filePath(u"state"_qs)},
            QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    QString status() const
    {
        const QWidget *const line = m_person.find(u"Activation status"_qs);
        return line ? line->accessibleDescription() : QString();
    }

    void show(const QString &profile)
    {
        QVERIFY(m_person.choose(u"Profile"_qs, profile));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void permit(const QString &cell, const QString &database)
    {
        QVERIFY(m_person.type(u"Filter databases"_qs, database));
        QVERIFY(m_person.clickCell(u"Databases"_qs, cell + u" on "_qs + database));
        QVERIFY(m_person.type(u"Filter databases"_qs, QString()));
    }

    void create(const QString &description)
    {
        QVERIFY(m_person.type(u"Description"_qs, description));
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.waitFor(u"the dialog"_qs, [&] { return m_person.sees(u"Activation status"_qs); }));
    }

    void createReader(const QString &description)
    {
        permit(u"Read"_qs, u"billing"_qs);
        permit(u"Write"_qs, u"billing_events"_qs);
        create(description);
    }

    void finish()
    {
        QVERIFY(m_person.click(u"Done"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.sees(u"Review…"_qs); }));
    }

    void read(const QString &words)
    {
        QVERIFY(m_person.waitFor(
            words, [&] { return m_person.reads(words); }, 40'000));
    }

private Q_SLOTS:
    // One story: what follows a failure would fail, too, and take its time.
    void init()
    {
        if (m_failed)
            QSKIP("Something before it failed.");
    }
    void cleanup() { m_failed = m_failed || QTest::currentTestFailed(); }

    void initTestCase()
    {
        qInstallMessageHandler(keepLine);
        QVERIFY(m_cluster.start());
        addProfile(u"here"_qs, m_cluster.clusterUrl());
        // The same server under another name: another origin.
        addProfile(u"elsewhere"_qs, u"http://localhost:%1"_qs.arg(m_cluster.port()));
        addProfile(u"nowhere"_qs, {});
        QProcess tool;
        tool.start(u"secret-tool"_qs,
                   {u"store"_qs, u"--label"_qs, u"test"_qs, u"xdg:schema"_qs, u"org.qt.keychain"_qs,
                    u"type"_qs, u"plaintext"_qs, u"server"_qs,
                    u"tokenry/management/%1@127.0.0.1:%2"_qs.arg(m_cluster.accountId()).arg(m_cluster.port()),
                    u"user"_qs, u"management_token"_qs});
        tool.write(DemoClusterProcess::managementToken());
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished() && tool.exitCode() == 0);
        startProgram();
        QVERIFY(m_person.choose(u"Profile"_qs, u"here"_qs));
        QVERIFY(m_person.waitFor(u"the question"_qs, [&] { return m_person.sees(u"Allow"_qs); }));
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void fromPendingToActive()
    {
        show(u"here"_qs);
        createReader(u"Patient"_qs);
        QVERIFY(m_person.waitFor(u"not accepted yet"_qs,
                                 [&] { return status().startsWith(u"Not accepted yet, "_qs); }));
        Person::photograph(u"activation-1-pending"_qs);
        QVERIFY(m_person.waitFor(
            u"accepted"_qs,
            [&] { return status().endsWith(u"it may read “billing” and write “billing_events”."_qs); },
            40'000));
        QVERIFY(status().startsWith(u"Accepted after "_qs));
        Person::photograph(u"activation-2-active"_qs);
        finish();
        QVERIFY(!m_person.sees(u"1 activating"_qs));
    }

    void leftEarlyItIsToldLater()
    {
        createReader(u"Hasty"_qs);
        finish();
        QVERIFY(m_person.sees(u"1 activating"_qs));
        Person::photograph(u"activation-3-header"_qs);
        read(u"“Hasty” is active."_qs);
        QVERIFY(!m_person.sees(u"1 activating"_qs));
        Person::photograph(u"activation-4-told"_qs);
        QVERIFY(m_person.click(u"OK"_qs));
    }

    void isCancelledAndCheckedAgain()
    {
        createReader(u"Doubtful"_qs);
        QVERIFY(m_person.click(u"Stop checking"_qs));
        QVERIFY(status().startsWith(u"Not checked any further."_qs));
        QVERIFY(m_person.click(u"Check again"_qs));
        QVERIFY(m_person.waitFor(
            u"accepted"_qs, [&] { return status().startsWith(u"Accepted"_qs); }, 40'000));
        finish();
    }

    void withoutPermissionsNothingCanBeVerified()
    {
        QVERIFY(m_person.tick(u"Create a token without access"_qs));
        create(u"Mute"_qs);
        QVERIFY(status().startsWith(u"Cannot be verified: the token has no permissions."_qs));
        Person::photograph(u"activation-5-no-permissions"_qs);
        finish();
    }

    void withoutAClusterUrlNothingCanBeVerified()
    {
        show(u"nowhere"_qs);
        createReader(u"Unknown"_qs);
        QVERIFY(status().startsWith(u"Cannot be verified: the profile has no cluster URL."_qs));
        Person::photograph(u"activation-6-no-url"_qs);
        finish();
    }

    void asksOnceBeforeAnotherOrigin()
    {
        show(u"elsewhere"_qs);
        createReader(u"Abroad"_qs);
        QVERIFY(status().startsWith(
            u"Send the token just created to http://localhost:%1 to see whether it works?"_qs.arg(
                m_cluster.port())));
        Person::photograph(u"activation-7-asked"_qs);
        QVERIFY(m_person.click(u"Send it and check"_qs));
        QVERIFY(m_person.waitFor(
            u"accepted"_qs, [&] { return status().startsWith(u"Accepted"_qs); }, 40'000));
        finish();
        createReader(u"Abroad again"_qs);
        QVERIFY(
            m_person.waitFor(u"no question"_qs, [&] { return status().startsWith(u"Not accepted yet"_qs); }));
        finish();
    }

    void quitsAtOnceWhileOneIsActivating()
    {
        QVERIFY(m_person.sees(u"1 activating"_qs));
        m_program->window().close();
        QVERIFY(!m_program->window().isVisible());
        m_program.reset();
    }

    void leavesNoSecretInFilesOrLog()
    {
        QProcess grep;
        grep.start(u"grep"_qs, {u"-rlE"_qs, u"apiv1_[0-9a-f]{8}|M\\.V1\\."_qs, m_directory.path()});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
        QVERIFY(log().contains(u"probe reading"_qs) && log().contains(u"probe writing"_qs));
        QVERIFY(!log().contains(u"apiv1_"_qs));
    }

    void cleanupTestCase()
    {
        m_program.reset();
        qInstallMessageHandler(nullptr);
    }
};

QTEST_MAIN(ActivationJourneyTest)
#include "tst_activationjourney.moc"
