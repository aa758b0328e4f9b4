// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

/// A request travels: composed, saved, the program started anew, opened from its file by each of the ways
/// there are, approved, reviewed and created; for Cloud Dedicated and for InfluxDB Clustered.
class RequestJourneyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    DemoClusterProcess m_clustered{{.more = {u"--clustered"_qs}}};
    std::unique_ptr<Composition> m_program;
    Person m_person;

    QString path(const QString &name) const { return m_directory.filePath(name); }

    void startProgram(const QString &file = {})
    {
        m_program.reset();
        StandardDirectories directories;
        directories.config = path(u"config"_qs);
        directories.state = path(u"state"_qs);
        m_program = std::make_unique<Composition>(directories, QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        if (!file.isEmpty())
            m_program->window().openRequest(file);
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    /// As an administrator provides it.
    void storeManagementToken(const QString &account, const DemoClusterProcess &cluster)
    {
        QProcess tool;
        const QString host = QUrl(cluster.managementUrl()).authority();
        tool.start(u"secret-tool"_qs,
                   {u"store"_qs, u"--label"_qs, u"tokenry management token"_qs, u"xdg:schema"_qs,
                    u"org.qt.keychain"_qs, u"type"_qs, u"plaintext"_qs, u"server"_qs,
                    u"tokenry/management/"_qs + account + u'@' + host, u"user"_qs, u"management_token"_qs});
        QVERIFY(tool.waitForStarted());
        tool.write(m_cluster.managementToken());
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
    }

    void writeProfile(const QString &slug, const ClusterAddress &address)
    {
        Profile profile;
        profile.slug = slug;
        profile.name = slug;
        profile.address = address;
        QVERIFY(ProfileFiles(path(u"config"_qs)).save(profile).has_value());
    }

    /// In the file dialog that is open.
    void chooseFile(const QString &file)
    {
        QFileDialog *dialog = nullptr;
        QVERIFY(m_person.waitFor(u"the file dialog"_qs, [&] {
            dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            return dialog != nullptr;
        }));
        auto *const name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_person.waitFor(u"the file dialog's end"_qs,
                                 [] { return QApplication::activeModalWidget() == nullptr; }));
    }

    void createAndFinish()
    {
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.click(u"Done"_qs, 30'000));
    }

    static int countOf(const QJsonArray &tokens, const QString &description)
    {
        int found = 0;
        for (const QJsonValue &token : tokens)
            found += token.toObject()[u"description"_qs].toString() == description ? 1 : 0;
        return found;
    }

    QProcessEnvironment ofProcesses() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_qs, path(u"state-of-processes"_qs));
        environment.insert(u"XDG_RUNTIME_DIR"_qs, path(u"run"_qs));
        return environment;
    }

    StandardDirectories directoriesOfProcesses() const
    {
        return StandardDirectories::of(ofProcesses(), path(u"config"_qs));
    }

    /// The executable as people run it, with the profiles of this test and a state of its own.
    void startProcess(QProcess &process, const QString &file)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setProcessEnvironment(ofProcesses());
        process.setWorkingDirectory(m_directory.path());
        process.start(QStringLiteral(TOKENRY_PROGRAM),
                      {u"--config"_qs, path(u"config"_qs), u"--profile"_qs, u"edge"_qs, file});
        QVERIFY(process.waitForStarted());
    }

    /// Review writes down what may be created from it: there is nothing in the ledger before, and the file's
    /// description then.
    bool isUnderReview(const QString &description) const
    {
        const QDir ledger(directoriesOfProcesses().ledgerDirectory());
        for (const QFileInfo &each : ledger.entryInfoList({u"*.jsonl"_qs}, QDir::Files)) {
            QFile entry(each.filePath());
            if (entry.open(QFile::ReadOnly) && entry.readAll().contains(description.toUtf8()))
                return true;
        }
        return false;
    }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    void edit(const QByteArray &before, const QByteArray &after)
    {
        QByteArray content = contentOf(u"grafana-ops.tokenry.json"_qs);
        QVERIFY(content.contains(before));
        QFile edited(path(u"edited.tokenry.json"_qs));
        QVERIFY(edited.open(QFile::WriteOnly));
        edited.write(content.replace(before, after));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(m_cluster.start());
        QVERIFY(m_clustered.start());
        storeManagementToken(m_cluster.accountId(), m_cluster);
        storeManagementToken(u"clustered"_qs, m_clustered);
        writeProfile(u"edge"_qs,
                     {QUrl(m_cluster.managementUrl()), m_cluster.accountId(), m_cluster.clusterId(), {}});
        startProgram();
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void isComposedAndSaved()
    {
        QVERIFY(m_person.type(u"Description"_qs, u"Grafana ops"_qs));
        QVERIFY(m_person.type(u"Filter databases"_qs, u"billing"_qs));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(m_person.click(u"Save request…"_qs));
        chooseFile(path(u"grafana-ops"_qs));
        QVERIFY(m_person.waitFor(u"the saved file"_qs, [&] { return m_person.reads(u"Saved request"_qs); }));
        QVERIFY(!contentOf(u"grafana-ops.tokenry.json"_qs).isEmpty());
        QVERIFY(!contentOf(u"grafana-ops.tokenry.json"_qs).contains("apiv1_"));
    }

    void theDraftSurvivesARestart()
    {
        startProgram();
        QVERIFY(m_person.waitFor(u"the databases, filtered"_qs, [&] { return rowsShown() > 0; }));
        QCOMPARE(m_person.find<QLineEdit>(u"Description"_qs)->text(), u"Grafana ops"_qs);
        QVERIFY(m_person.reads(u"Can read billing."_qs));
    }

    void anEditedOneIsTold()
    {
        edit("\"billing\"", "\"billing_events\"");
        startProgram(path(u"edited.tokenry.json"_qs));
        QVERIFY(m_person.waitFor(u"Review"_qs, [&] { return m_person.sees(u"Request file"_qs); }));
        QVERIFY(m_person.reads(u"its fingerprint no longer matches"_qs));
        Person::photograph(u"request-edited"_qs);
    }

    void anotherClusterIsRefused()
    {
        edit(m_cluster.clusterId().toUtf8(), "99999999-9999-4999-8999-999999999999");
        startProgram(path(u"edited.tokenry.json"_qs));
        QVERIFY(m_person.reads(u"99999999-9999-4999-8999-999999999999"_qs));
        QVERIFY(m_person.reads(m_cluster.clusterId()));
        QVERIFY(!m_person.sees(u"Create token"_qs));
        Person::photograph(u"request-refused"_qs);
    }

    void isOpenedByTheDialog()
    {
        startProgram();
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() > 0; }));
        QVERIFY(m_person.click(u"Open…"_qs));
        chooseFile(path(u"grafana-ops.tokenry.json"_qs));
        QVERIFY(m_person.waitFor(u"Review"_qs, [&] { return m_person.sees(u"Request file"_qs); }));
        QVERIFY(m_person.reads(u"From grafana-ops.tokenry.json: unchanged since export."_qs));
    }

    // One person copies it into the ticket, the other one quotes the sum there, and the first pastes that.
    void isApprovedInATicket()
    {
        QVERIFY(m_person.click(u"Copy for ticket"_qs));
        const QString ticket = QGuiApplication::clipboard()->text();
        const QString stated = QJsonDocument::fromJson(contentOf(u"grafana-ops.tokenry.json"_qs))
                                   .object()[u"fingerprint"_qs]
                                   .toString();
        QCOMPARE(stated.size(), 64);
        QVERIFY(ticket.contains(u"| SHA-256 | `%1` |"_qs.arg(stated)));
        QVERIFY(ticket.contains(u"| Cluster ID | `%1` |"_qs.arg(m_cluster.clusterId())));
        QVERIFY(ticket.contains(u"| `billing` | – | read |"_qs));

        QVERIFY(m_person.openTab(u"Approval"_qs));
        QVERIFY(m_person.click(u"Copy SHA-256"_qs));
        QCOMPARE(QGuiApplication::clipboard()->text(), stated);
        QVERIFY(m_person.type(u"Approved SHA-256"_qs, QString()));
        QVERIFY(m_person.press(Qt::Key_V, Qt::ControlModifier));
        QVERIFY(m_person.reads(u"Matches: exactly this request was approved."_qs));
        QVERIFY(m_person.reads(u"✓ as approved"_qs));
        Person::photograph(u"request-approved"_qs);

        QString another = stated;
        another[0] = another[0] == u'0' ? u'1' : u'0';
        QGuiApplication::clipboard()->setText(u"Approved by Jo: "_qs + another);
        QVERIFY(m_person.type(u"Approved SHA-256"_qs, QString()));
        QVERIFY(m_person.press(Qt::Key_V, Qt::ControlModifier));
        QVERIFY(m_person.reads(u"✗ not what was approved"_qs));
        Person::photograph(u"request-not-approved"_qs);
    }

    void isOpenedReviewedAndCreated()
    {
        startProgram(path(u"grafana-ops.tokenry.json"_qs));
        QVERIFY(m_person.waitFor(u"Review"_qs, [&] { return m_person.sees(u"Request file"_qs); }));
        QVERIFY(m_person.reads(u"From grafana-ops.tokenry.json: unchanged since export."_qs));
        Person::photograph(u"request-unchanged"_qs);
        createAndFinish();
        QCOMPARE(countOf(m_cluster.getJson(u"/tokens"_qs).toArray(), u"Grafana ops"_qs), 1);
    }

    // As a file manager starts it, and once more while it runs.
    void isOpenedByTheExecutable()
    {
        m_program.reset();
        QVERIFY(QDir().mkpath(path(u"run"_qs)));
        // Allowed before, as by the person in the window.
        TrustedOriginFile trusted(directoriesOfProcesses().trustedOriginsFile());
        QVERIFY(trusted.add(m_cluster.accountId(), m_cluster.managementUrl()).has_value());
        QVERIFY(!isUnderReview(u"Grafana ops"_qs));

        QProcess first;
        startProcess(first, u"grafana-ops.tokenry.json"_qs); // relative to where it is started
        QTRY_VERIFY_WITH_TIMEOUT(isUnderReview(u"Grafana ops"_qs), 60'000);
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(20'000));
        QCOMPARE(first.exitCode(), 0);
        QVERIFY(QDir(directoriesOfProcesses().ledgerDirectory()).removeRecursively());

        QProcess running;
        startProcess(running, u"nowhere.tokenry.json"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(
            !QDir(path(u"run/tokenry"_qs)).entryList({u"*.socket"_qs}, QDir::System).isEmpty(), 60'000);
        QProcess second;
        startProcess(second, u"grafana-ops.tokenry.json"_qs);
        QVERIFY(second.waitForFinished(60'000));
        QCOMPARE(second.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(isUnderReview(u"Grafana ops"_qs), 60'000);
        running.terminate();
        QVERIFY(running.waitForFinished(20'000));
        QCOMPARE(running.exitCode(), 0);
    }

    // The same way with InfluxDB Clustered, which has no account and no cluster ID.
    void travelsToInfluxDBClustered()
    {
        ClusterAddress address;
        address.product = Product::Clustered;
        address.managementUrl = QUrl(m_clustered.managementUrl());
        writeProfile(u"own"_qs, address);
        startProgram();
        QVERIFY(m_program->window().showProfile(u"own"_qs));
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(m_person.type(u"Description"_qs, u"Grafana own"_qs));
        QVERIFY(m_person.type(u"Filter databases"_qs, u"billing"_qs));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(m_person.click(u"Save request…"_qs));
        chooseFile(path(u"grafana-own"_qs));
        QVERIFY(m_person.waitFor(u"the saved file"_qs, [&] { return m_person.reads(u"Saved request"_qs); }));
        const QJsonObject cluster = QJsonDocument::fromJson(contentOf(u"grafana-own.tokenry.json"_qs))
                                        .object()[u"cluster"_qs]
                                        .toObject();
        QCOMPARE(cluster[u"product"_qs].toString(), u"clustered"_qs);
        QCOMPARE(cluster[u"managementOrigin"_qs].toString(), m_clustered.managementUrl());

        // Whoever reviews it looks at another cluster at first.
        startProgram();
        QVERIFY(m_program->window().showProfile(u"edge"_qs));
        QVERIFY(m_person.click(u"Open…"_qs));
        chooseFile(path(u"grafana-own.tokenry.json"_qs));
        QVERIFY(m_person.click(u"Switch to “own” and review"_qs));
        QVERIFY(m_person.waitFor(u"Review"_qs, [&] { return m_person.sees(u"Request file"_qs); }));
        QVERIFY(m_person.reads(u"From grafana-own.tokenry.json: unchanged since export."_qs));
        Person::photograph(u"request-clustered"_qs);
        QVERIFY(m_person.click(u"Copy for ticket"_qs));
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            u"| Host | `%1` |"_qs.arg(m_clustered.managementUrl())));
        createAndFinish();
        const QJsonArray tokens =
            QJsonDocument::fromJson(m_clustered.ask("GET", u"/api/v0/tokens"_qs).body).array();
        QCOMPARE(countOf(tokens, u"Grafana own"_qs), 1);
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(RequestJourneyTest)
#include "tst_requestjourney.moc"
