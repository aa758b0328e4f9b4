// SPDX-License-Identifier: MIT
#include "composition.h"
#include "singleinstance.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

/// The program runs, minimised, and is started again as people do it: with a file named as seen from where
/// they are, and with a profile. The window of the first start is in this process, the later starts are the
/// real executable.
class LaterStartTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<Composition> m_program;
    Person m_person;

    QString path(const QString &name) const { return m_directory.filePath(name); }

    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_qs, path(u"run"_qs));
        environment.insert(u"XDG_STATE_HOME"_qs, path(u"state"_qs));
        return environment;
    }

    void startAgain(const QString &workingDirectory, const QStringList &arguments)
    {
        QProcess later;
        later.setProcessEnvironment(environment());
        later.setWorkingDirectory(workingDirectory);
        later.start(QStringLiteral(TOKENRY_PROGRAM),
                    QStringList{u"--config"_qs, path(u"config"_qs)} + arguments);
        QVERIFY(later.waitForStarted());
        // Not waitForFinished(): the first start has to answer meanwhile.
        QTRY_COMPARE_WITH_TIMEOUT(later.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(later.exitStatus(), QProcess::NormalExit);
        QCOMPARE(later.exitCode(), 0);
    }

    void minimise()
    {
        m_program->window().showMinimized();
        QTRY_VERIFY(m_program->window().isMinimized());
    }

    void expectInFront()
    {
        QTRY_VERIFY(!m_program->window().isMinimized());
        QVERIFY(m_program->window().isVisible());
        QTRY_VERIFY(m_program->window().isActiveWindow());
    }

    /// As an administrator provides it.
    void storeManagementToken() const
    {
        QProcess tool;
        const QString host = QUrl(m_cluster.managementUrl()).authority();
        tool.start(u"secret-tool"_qs,
                   {u"store"_qs, u"--label"_qs, u"tokenry management token"_qs, u"xdg:schema"_qs,
                    u"org.qt.keychain"_qs, u"type"_qs, u"plaintext"_qs, u"server"_qs,
                    u"tokenry/management/"_qs + m_cluster.accountId() + u'@' + host, u"user"_qs,
                    u"management_token"_qs});
        QVERIFY(tool.waitForStarted());
        tool.write(m_cluster.managementToken());
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
    }

    void writeProfile(const QString &slug, const QString &name) const
    {
        Profile profile;
        profile.slug = slug;
        profile.name = name;
        profile.address = {QUrl(m_cluster.managementUrl()), m_cluster.accountId(), m_cluster.clusterId(), {}};
        QVERIFY(ProfileFiles(path(u"config"_qs)).save(profile).has_value());
    }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    void saveRequestAs(const QString &file)
    {
        QVERIFY(m_person.click(u"Save request…"_qs));
        QVERIFY(
            m_person.waitFor(u"the dialog"_qs, [] { return QApplication::activeModalWidget() != nullptr; }));
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        auto *const name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_person.waitFor(u"the saved file"_qs, [&] { return m_person.reads(u"Saved request"_qs); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(path(u"run"_qs)) && QDir().mkpath(path(u"tickets"_qs)));
        QVERIFY(m_cluster.start());
        storeManagementToken();
        writeProfile(u"edge"_qs, u"edge"_qs);
        writeProfile(u"lab"_qs, u"The lab"_qs);
        const auto directories = StandardDirectories::of(environment(), path(u"config"_qs));
        m_instance = std::make_unique<SingleInstance>(directories.runtime, directories.variant);
        QCOMPARE(m_instance->claim({}), SingleInstance::Outcome::First);
        m_program = std::make_unique<Composition>(directories, QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        m_program->follow({u"edge"_qs, false, {}, {}});
        m_program->serve(*m_instance);
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(m_person.type(u"Description"_qs, u"Grafana ops"_qs));
        QVERIFY(m_person.type(u"Filter databases"_qs, u"billing"_qs));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing"_qs));
        saveRequestAs(path(u"tickets/ops.tokenry.json"_qs));
        QVERIFY(m_person.type(u"Description"_qs, u"Something else"_qs));
    }

    void aFileNamedFromWhereThePersonIs()
    {
        minimise();
        startAgain(path(u"tickets"_qs), {u"ops.tokenry.json"_qs});
        expectInFront();
        QVERIFY(m_person.waitFor(u"the review"_qs, [&] { return m_person.sees(u"Create token"_qs); }));
        QVERIFY(m_person.reads(u"Grafana ops"_qs));
        QVERIFY(!m_person.reads(u"Something else"_qs));
        Person::photograph(u"later-start-review"_qs);
        QVERIFY(m_person.click(u"Back"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.sees(u"Review…"_qs); }));
        QCOMPARE(m_person.find<QLineEdit>(u"Description"_qs)->text(), u"Something else"_qs);
    }

    void aFileThatIsNotThere()
    {
        minimise();
        startAgain(path(u"tickets"_qs), {u"gone.tokenry.json"_qs});
        expectInFront();
        QVERIFY(m_person.waitFor(u"the error"_qs, [&] { return m_person.reads(u"gone.tokenry.json"_qs); }));
        QVERIFY(!m_person.sees(u"Create token"_qs));
    }

    void aProfile()
    {
        QVERIFY(!m_program->window().windowTitle().contains(u"The lab"_qs));
        minimise();
        startAgain(QDir::rootPath(), {u"--profile"_qs, u"the LAB"_qs});
        expectInFront();
        QTRY_VERIFY(m_program->window().windowTitle().contains(u"The lab"_qs));
        QVERIFY(m_person.waitFor(u"its databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void aProfileThatIsNotThere()
    {
        minimise();
        startAgain(QDir::rootPath(), {u"--profile"_qs, u"nobody"_qs});
        expectInFront();
        QVERIFY(m_person.waitFor(u"what is wrong"_qs,
                                 [&] { return m_person.reads(u"There is no profile “nobody”."_qs); }));
        QVERIFY(m_program->window().windowTitle().contains(u"The lab"_qs));
    }

    void nothingInParticular()
    {
        minimise();
        startAgain(QDir::rootPath(), {});
        expectInFront();
        QVERIFY(m_program->window().windowTitle().contains(u"The lab"_qs));
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_instance.reset();
    }
};

QTEST_MAIN(LaterStartTest)
#include "tst_laterstart.moc"
