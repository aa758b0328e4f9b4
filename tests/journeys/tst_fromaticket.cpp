// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonObject>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

/// From a ticket to a token in the keychain: read on 20 and write on 3 of 220 databases, for 90 days. Counted
/// is everything a person does in the program after it is connected; waiting and reading cost nothing.
class FromATicketTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    std::unique_ptr<Composition> m_program;
    Person m_person;
    int m_before = 0;

    int interactions() const { return m_person.interactions() - m_before; }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    /// The README's pictures are those of "a list with rw".
    static void photograph(const QString &place)
    {
        const char *const row =
            QTest::currentDataTag() ? QTest::currentDataTag() : QTest::currentTestFunction();
        Person::photograph(u"ticket-%1-%2"_qs.arg(place, QString::fromUtf8(row)));
    }

    /// Leaves the draft to Review, creates, and is done: three clicks.
    void create()
    {
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
        photograph(u"review"_qs);
        QVERIFY(m_person.click(u"Create token"_qs));
        QVERIFY(m_person.waitFor(u"Done"_qs, [&] {
            auto *done = m_person.find(u"Done"_qs);
            return done && done->isEnabled();
        }));
        QVERIFY(m_person.reads(u"Stored and read back"_qs));
        QVERIFY(m_person.waitFor(u"the cluster to accept it"_qs,
                                 [&] { return m_person.reads(u"Accepted after "_qs); }));
        photograph(u"reveal"_qs);
        QVERIFY(m_person.click(u"Done"_qs));
        QVERIFY(m_person.waitFor(u"an empty form"_qs, [&] { return m_person.sees(u"Description"_qs); }));
    }

    /// What the server permits the token with the description, and for how many days.
    QJsonObject token(const QString &description)
    {
        for (const QJsonValue &each : m_cluster.getJson(u"/tokens"_qs).toArray()) {
            if (each[u"description"_qs].toString() == description)
                return each.toObject();
        }
        return {};
    }

    static QStringList permitted(const QJsonObject &token, const QString &action)
    {
        QStringList names;
        for (const QJsonValue &each : token[u"permissions"_qs].toArray()) {
            if (each[u"action"_qs].toString() == action)
                names += each[u"resource"_qs].toString();
        }
        names.sort();
        return names;
    }

    void verifyExpiry(const QJsonObject &token)
    {
        const QDateTime expires = QDateTime::fromString(token[u"expiresAt"_qs].toString(), Qt::ISODate);
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(expires);
        // At 10:00 on a working day, never earlier than 90 days.
        QVERIFY2(days >= 90 && days <= 94, qPrintable(token[u"expiresAt"_qs].toString()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cluster.start());
        const StandardDirectories directories{m_directory.filePath(u"config"_qs),
                                              m_directory.filePath(u"state"_qs)};
        m_program = std::make_unique<Composition>(directories, QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
        QVERIFY(m_person.click(u"Enter IDs…"_qs));
        QVERIFY(
            m_person.waitFor(u"the profile dialog"_qs, [&] { return m_person.sees(u"Profile name"_qs); }));
        QVERIFY(m_person.type(u"Profile name"_qs, u"prod-eu"_qs));
        QVERIFY(m_person.type(u"Management URL"_qs, m_cluster.managementUrl()));
        QVERIFY(m_person.type(u"Cluster URL"_qs, m_cluster.clusterUrl()));
        QVERIFY(m_person.type(u"Account ID"_qs, m_cluster.accountId()));
        QVERIFY(m_person.type(u"Cluster ID"_qs, m_cluster.clusterId()));
        auto *token = m_person.find(u"Management token"_qs);
        QVERIFY(token);
        token->setFocus();
        QTest::keyClicks(token, QString::fromUtf8(m_cluster.managementToken()));
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(
            m_person.waitFor(u"the tokens"_qs, [&] { return m_person.reads(u"active tokens, read"_qs); }));
    }

    void init() { m_before = m_person.interactions(); }

    void namesComeAsText_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("text");
        const QString sites = u"edge-site-01\nedge-site-02\nedge-site-03\nedge-site-04\nedge-site-05\n"
                              "edge-site-06\nedge-site-07\nedge-site-08\nedge-site-09\nedge-site-10\n"
                              "edge-site-11\nedge-site-12\nedge-site-13\nedge-site-14\nedge-site-15"_qs;
        QTest::newRow("a list with rw")
            << u"Telegraf edge-west · team:ops · OPS-1412"_qs
            << u"billing rw\nbilling_events rw\ncrm_events_of_old\nbilling_archive\nstatsd\nstatsd/autogen rw\n"_qs +
                   sites;
        QTest::newRow("sections") << u"Sections · OPS-2"_qs
                                  << u"Read:\n- billing\n- billing_events\n- billing_archive\n- statsd\n"
                                     "- statsd/autogen\n"_qs +
                                         sites +
                                         u"\n\nWrite:\n- billing\n- billing_events\n- statsd/autogen\n"_qs;
        QString command = u"influxctl token create \\\n"_qs;
        for (const QString &name : {u"billing"_qs, u"billing_events"_qs, u"statsd/autogen"_qs})
            command += u"  --write-database %1 \\\n"_qs.arg(name);
        for (const QString &name :
             u"billing billing_events billing_archive statsd statsd/autogen"_qs.split(u' '))
            command += u"  --read-database %1 \\\n"_qs.arg(name);
        for (const QString &name : sites.split(u'\n'))
            command += u"  --read-database %1 \\\n"_qs.arg(name);
        QTest::newRow("an influxctl command")
            << u"Command · OPS-3"_qs << command + u"  'Some description'\n"_qs;
    }

    void namesComeAsText()
    {
        QFETCH(QString, description);
        QFETCH(QString, text);
        QApplication::clipboard()->setText(text);
        QVERIFY(m_person.type(u"Description"_qs, description));
        QVERIFY(m_person.click(u"Paste names…"_qs));
        QVERIFY(m_person.waitFor(u"the dialog"_qs, [&] { return m_person.sees(u"Permit"_qs); }));
        QVERIFY(m_person.press(Qt::Key_V, Qt::ControlModifier));
        photograph(u"paste"_qs);
        QVERIFY(m_person.reads(u"20 matched"_qs));
        QVERIFY(m_person.click(u"Permit"_qs));
        photograph(u"compose"_qs);
        create();
        // At most 10 are promised; this is what the README says.
        QCOMPARE(interactions(), 7);

        const QJsonObject made = token(description);
        QCOMPARE(permitted(made, u"read"_qs).size(), 20);
        QCOMPARE(permitted(made, u"write"_qs),
                 QStringList({u"billing"_qs, u"billing_events"_qs, u"statsd/autogen"_qs}));
        verifyExpiry(made);
    }

    // Without r and w in the text: read for all, then write for three.
    void namesComeAsTwoLists()
    {
        QStringList names{u"billing"_qs, u"billing_events"_qs, u"statsd/autogen"_qs};
        QApplication::clipboard()->setText(names.join(u", "_qs));
        QVERIFY(m_person.choose(u"Start from"_qs, u"Application"_qs));
        QVERIFY(m_person.click(u"Paste names…"_qs));
        QVERIFY(m_person.press(Qt::Key_V, Qt::ControlModifier));
        for (int i = 11; i < 28; ++i)
            names += u"edge-site-%1"_qs.arg(i);
        // The ticket's second list: all of it is to be read.
        for (const QString &name : names.mid(3)) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QTest::keyClicks(QApplication::focusWidget(), name + u" r"_qs);
        }
        QVERIFY(m_person.click(u"Permit"_qs));
        QVERIFY(m_person.click(u"Use suggestion"_qs));
        create();
        // The list that was typed counts as one.
        QVERIFY2(interactions() + 1 <= 10, qPrintable(QString::number(interactions())));
        const QJsonObject made = token(u"billing, billing_events and 18 more – write 3, read 20"_qs);
        QCOMPARE(permitted(made, u"read"_qs).size(), 20);
        QCOMPARE(permitted(made, u"write"_qs).size(), 3);
        verifyExpiry(made);
    }

    // Nothing to paste: somebody says on the telephone what is wanted.
    void namesAreHunted()
    {
        const auto filter = [&](const QString &text, int rows) {
            QVERIFY(m_person.type(u"Filter databases"_qs, text));
            QCOMPARE(rowsShown(), rows);
        };
        const auto click = [&](const QString &cell) {
            QVERIFY(m_person.clickCell(u"Databases"_qs, cell));
        };
        QVERIFY(m_person.type(u"Description"_qs, u"Hunted · OPS-4"_qs));
        // A family without its tests.
        filter(u"web_* -test -staging"_qs, 6);
        QVERIFY(m_person.click(u"Read, visible databases"_qs));
        filter(u"brno -line-01"_qs, 8);
        QVERIFY(m_person.click(u"Read, visible databases"_qs));
        // And six by hand, three of them to be written, too.
        filter(u"statsd"_qs, 3);
        click(u"Read on statsd"_qs);
        click(u"Write on statsd"_qs);
        filter(u"\"billing\" -test"_qs, 4);
        click(u"Read on billing_events"_qs);
        click(u"Write on billing_events"_qs);
        click(u"Read on billing_archive"_qs);
        filter(u"app_ord"_qs, 2);
        click(u"Read on app_orders"_qs);
        filter(u"k8s prod"_qs, 3);
        click(u"Read on k8s_prod_metrics"_qs);
        click(u"Write on k8s_prod_metrics"_qs);
        click(u"Read on k8s_prod_audit"_qs);
        // A last look at what it comes to.
        QVERIFY(m_person.reads(u"permitted rows hidden by the filter"_qs));
        QVERIFY(m_person.click(u"Show hidden permitted rows"_qs));
        QCOMPARE(rowsShown(), 20);
        photograph(u"compose"_qs);
        create();
        // At most 30 are promised; this is what the README says.
        QCOMPARE(interactions(), 22);

        const QJsonObject made = token(u"Hunted · OPS-4"_qs);
        QCOMPARE(permitted(made, u"read"_qs).size(), 20);
        QCOMPARE(permitted(made, u"write"_qs),
                 QStringList({u"billing_events"_qs, u"k8s_prod_metrics"_qs, u"statsd"_qs}));
        verifyExpiry(made);
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(FromATicketTest)
#include "tst_fromaticket.moc"
