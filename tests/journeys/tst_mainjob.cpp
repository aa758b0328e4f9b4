// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

namespace
{

/// What another program finds in the keychain.
QByteArray lookedUp(const QString &service, const QString &key)
{
    QProcess tool;
    tool.start(u"secret-tool"_qs, {u"lookup"_qs, u"server"_qs, service, u"user"_qs, key});
    return tool.waitForFinished() ? tool.readAllStandardOutput() : QByteArray();
}

/// "read billing", "write *", as the server keeps them for the token with the description.
QStringList permittedOnServer(const QJsonArray &tokens, const QString &description)
{
    QStringList permitted;
    for (const QJsonValue &each : tokens) {
        const QJsonObject token = each.toObject();
        if (token[u"description"_qs].toString() != description || token.contains(u"revokedAt"_qs))
            continue;
        for (const QJsonValue &permission : token[u"permissions"_qs].toArray())
            permitted += permission[u"action"_qs].toString() + u' ' + permission[u"resource"_qs].toString();
    }
    permitted.sort();
    return permitted;
}

} // namespace

/// The main job as a person does it: from the first click to the secret that another program reads from the
/// keychain.
class MainJobTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    std::unique_ptr<Composition> m_program;
    Person m_person;

    void startProgram()
    {
        const StandardDirectories directories{m_directory.filePath(u"config"_qs),
                                              m_directory.filePath(u"state"_qs)};
        m_program = std::make_unique<Composition>(directories, QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    /// What the cluster answers to the other program's query.
    int queryStatus(const QByteArray &secret, const QString &database) const
    {
        const QString path = u"/query?q=SHOW%20MEASUREMENTS%20LIMIT%201&db="_qs +
                             QString::fromLatin1(QUrl::toPercentEncoding(database));
        return m_cluster.ask("GET", path, {}, {{"Authorization", "Bearer " + secret}}).status;
    }

    /// Finds the database in the grid and ticks what is asked for.
    void permit(const QString &database, const QStringList &actions)
    {
        QVERIFY(m_person.type(u"Filter databases"_qs, database));
        for (const QString &action : actions)
            QVERIFY(m_person.clickCell(u"Databases"_qs, action + u" on "_qs + database));
        QVERIFY(m_person.type(u"Filter databases"_qs, QString()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cluster.start());
        startProgram();
    }

    void connectsToACluster()
    {
        QVERIFY(m_person.sees(u"Try the demo cluster"_qs));
        Person::photograph(u"1-welcome"_qs);
        QVERIFY(m_person.click(u"Enter IDs…"_qs));
        QVERIFY(
            m_person.waitFor(u"the profile dialog"_qs, [&] { return m_person.sees(u"Profile name"_qs); }));
        QVERIFY(m_person.type(u"Profile name"_qs, u"Edge test"_qs));
        QVERIFY(m_person.choose(u"Environment"_qs, u"Staging"_qs));
        // A whole endpoint, as it stands in a shell history.
        QApplication::clipboard()->setText(u"  "_qs + m_cluster.managementUrl() + u"/api/v0/accounts/"_qs +
                                           m_cluster.accountId() + u"/clusters/"_qs + m_cluster.clusterId() +
                                           u"/tokens\n"_qs);
        auto *account = m_person.find<QLineEdit>(u"Account ID"_qs);
        QVERIFY(account);
        account->setFocus();
        QTest::keyClick(account, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_person.reads(m_cluster.clusterId()));
        QVERIFY(m_person.type(u"Cluster URL"_qs, m_cluster.clusterUrl()));
        auto *token = m_person.find(u"Management token"_qs);
        QVERIFY(token);
        token->setFocus();
        QTest::keyClicks(token, QString::fromUtf8(m_cluster.managementToken()));
        QVERIFY(m_person.click(u"Test connection"_qs));
        QVERIFY(
            m_person.waitFor(u"what the test found"_qs, [&] { return m_person.reads(u"220 databases"_qs); }));
        Person::photograph(u"2-connection"_qs);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void createsAToken_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QStringList>("reads");
        QTest::addColumn<QStringList>("writes");
        QTest::addColumn<QString>("item");
        const QString all(u'*');
        QTest::newRow("read and write on one database")
            << u"Billing service"_qs << QStringList(u"billing"_qs) << QStringList(u"billing"_qs)
            << u"billing_service"_qs;
        QTest::newRow("read and write on all databases")
            << u"Migration · OPS-1412"_qs << QStringList(all) << QStringList(all) << u"migration_ops_1412"_qs;
        QTest::newRow("read-only on one database")
            << u"Grafana billing"_qs << QStringList(u"billing"_qs) << QStringList() << u"grafana_billing"_qs;
        QTest::newRow("read-only on several databases")
            << u"Grafana \"all\" $teams"_qs
            << QStringList({u"billing"_qs, u"billing_events"_qs, u"telegraf/autogen"_qs}) << QStringList()
            << u"grafana_all_teams"_qs;
        QTest::newRow("read on one, read and write on another")
            << u"Mixed"_qs << QStringList({u"billing"_qs, u"billing_events"_qs})
            << QStringList(u"billing_events"_qs) << u"mixed"_qs;
    }

    void createsAToken()
    {
        QFETCH(QString, description);
        QFETCH(QStringList, reads);
        QFETCH(QStringList, writes);
        QFETCH(QString, item);

        QVERIFY(m_person.type(u"Description"_qs, description));
        if (reads.contains(u"*"_qs))
            QVERIFY(m_person.tick(u"Read all databases"_qs));
        if (writes.contains(u"*"_qs))
            QVERIFY(m_person.tick(u"Write all databases"_qs));
        QStringList named = reads + writes;
        named.removeDuplicates();
        named.removeAll(u"*"_qs);
        for (const QString &database : named) {
            QStringList actions;
            if (reads.contains(database))
                actions += u"Read"_qs;
            if (writes.contains(database))
                actions += u"Write"_qs;
            permit(database, actions);
        }
        Person::photograph(u"3-compose-"_qs + item);
        QVERIFY(m_person.click(u"Review…"_qs));

        // Enabled only once the keychain is proven.
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        Person::photograph(u"4-review-"_qs + item);
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.waitFor(u"Done"_qs, [&] {
            auto *done = m_person.find(u"Done"_qs);
            return done && done->isEnabled();
        }));
        QVERIFY(m_person.waitFor(u"the cluster to accept it"_qs, [&] {
            const auto *const status = m_person.find(u"Activation status"_qs);
            return status && status->accessibleDescription().startsWith(u"Accepted after "_qs);
        }));
        const QString accepted = m_person.find(u"Activation status"_qs)->accessibleDescription();
        QCOMPARE(accepted.contains(u"read “"_qs), !reads.isEmpty());
        QCOMPARE(accepted.contains(u"write “"_qs), !writes.isEmpty());
        Person::photograph(u"5-reveal-"_qs + item);
        QVERIFY(m_person.click(u"Done"_qs));
        QVERIFY(m_person.waitFor(u"an empty form"_qs, [&] { return m_person.sees(u"Description"_qs); }));

        const QByteArray secret = lookedUp(u"tokenry/edge-test/"_qs + item, item);
        QCOMPARE(secret.size(), 70);
        QVERIFY(secret.startsWith("apiv1_"));
        // It is the token: with it, and not with another, the other program gets in.
        const QString database = reads.contains(u"*"_qs) ? u"billing"_qs : reads.front();
        QCOMPARE(queryStatus(secret, database), 200);
        QByteArray another = secret;
        another.back() = another.back() == '0' ? '1' : '0';
        QCOMPARE(queryStatus(another, database), 401);

        QStringList expected;
        for (const QString &resource : reads)
            expected += u"read "_qs + resource;
        for (const QString &resource : writes)
            expected += u"write "_qs + resource;
        expected.sort();
        QCOMPARE(permittedOnServer(m_cluster.getJson(u"/tokens"_qs).toArray(), description), expected);
    }

    void leavesNoSecretInFiles()
    {
        QProcess grep;
        grep.start(u"grep"_qs, {u"-rlE"_qs, u"apiv1_[0-9a-f]{8}|M\\.V1\\."_qs, m_directory.path()});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }

    void comesBackAsItWas()
    {
        m_program.reset();
        startProgram();
        QVERIFY(m_person.waitFor(u"the databases, with the token from the keychain"_qs,
                                 [&] { return rowsShown() == 220; }));
        QVERIFY(m_person.reads(u"STAGING"_qs));
        // The five and the one before stay distinct: a taken name gets a number.
        QVERIFY(m_person.type(u"Description"_qs, u"Mixed"_qs));
        permit(u"billing"_qs, {u"Read"_qs});
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"another name"_qs, [&] { return m_person.reads(u"mixed_2"_qs); }));
        QVERIFY(m_person.click(u"Back"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.reads(u"Mixed"_qs); }));
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(MainJobTest)
#include "tst_mainjob.moc"
