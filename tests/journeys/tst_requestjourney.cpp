// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QApplication>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

/// A request travels: composed, saved, the program started anew, opened from its file, reviewed and created.
class RequestJourneyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
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
    void storeManagementToken()
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

    void writeProfile(const QString &slug, const QString &clusterId)
    {
        Profile profile;
        profile.slug = slug;
        profile.name = slug;
        profile.address = {QUrl(m_cluster.managementUrl()), m_cluster.accountId(), clusterId, {}};
        QVERIFY(ProfileFiles(path(u"config"_qs)).save(profile).has_value());
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
        QVERIFY(m_cluster.start());
        storeManagementToken();
        writeProfile(u"edge"_qs, m_cluster.clusterId());
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
        QVERIFY(
            m_person.waitFor(u"the dialog"_qs, [] { return QApplication::activeModalWidget() != nullptr; }));
        auto *const dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        auto *const name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(path(u"grafana-ops"_qs));
        QTest::keyClick(name, Qt::Key_Return);
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

    void isOpenedReviewedAndCreated()
    {
        startProgram(path(u"grafana-ops.tokenry.json"_qs));
        QVERIFY(m_person.waitFor(u"Review"_qs, [&] { return m_person.sees(u"Request file"_qs); }));
        QVERIFY(m_person.reads(u"From grafana-ops.tokenry.json: unchanged since export."_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        Person::photograph(u"request-unchanged"_qs);
        QTest::qWait(800); // a person reads; before 700 ms the button takes no click
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.click(u"Done"_qs, 30'000));
        int created = 0;
        for (const QJsonValue &token : m_cluster.getJson(u"/tokens"_qs).toArray())
            created += token.toObject()[u"description"_qs].toString() == u"Grafana ops" ? 1 : 0;
        QCOMPARE(created, 1);
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(RequestJourneyTest)
#include "tst_requestjourney.moc"
