// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

namespace
{

bool isActive(const QJsonObject &token)
{
    const QString expires = token[u"expiresAt"_qs].toString();
    return !token.contains(u"revokedAt"_qs) &&
           (expires.isEmpty() ||
            QDateTime::fromString(expires, Qt::ISODateWithMs) > QDateTime::currentDateTimeUtc());
}

bool permits(const QJsonObject &token, const QString &action, const QString &resource)
{
    for (const QJsonValue &each : token[u"permissions"_qs].toArray()) {
        if (each[u"action"_qs].toString() == action && each[u"resource"_qs].toString() == resource)
            return true;
    }
    return false;
}

} // namespace

/// A person at the real window on the demo cluster, whose tokens are as untidy as real ones: what Tokenry
/// remarks, and what its remedies come to.
class AdviceJourneyTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    std::unique_ptr<Composition> m_program;
    Person m_person;
    QJsonArray m_tokens;

    QString advice() const
    {
        QWidget *const line = m_person.find(u"Advice"_qs);
        return line ? line->accessibleDescription() : QString();
    }

    bool advises(const QString &words)
    {
        return m_person.waitFor(u"advice: "_qs + words, [&] { return advice().contains(words); });
    }

    bool advisesNoMore(const QString &words)
    {
        return m_person.waitFor(u"no more advice: "_qs + words, [&] { return !advice().contains(words); });
    }

    bool permit(const QString &database, const QString &action)
    {
        return m_person.type(u"Filter databases"_qs, database) &&
               m_person.clickCell(u"Databases"_qs, action + u" on "_qs + database) &&
               m_person.type(u"Filter databases"_qs, QString());
    }

    QString cell(const QString &database, int column, int role = Qt::DisplayRole) const
    {
        const auto *const model = m_person.find<QTableView>(u"Databases"_qs)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == database)
                return model->index(row, column).data(role).toString();
        }
        return {};
    }

    /// Active tokens that may do it, by name or through `*`.
    int holders(const QString &action, const QString &database) const
    {
        int count = 0;
        for (const QJsonValue &each : m_tokens) {
            const QJsonObject token = each.toObject();
            count += isActive(token) && (permits(token, action, database) || permits(token, action, u"*"_qs));
        }
        return count;
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
        QVERIFY(m_person.waitFor(u"the dialog"_qs, [&] { return m_person.sees(u"Profile name"_qs); }));
        QVERIFY(m_person.type(u"Profile name"_qs, u"Advice"_qs));
        QVERIFY(m_person.type(u"Management URL"_qs, m_cluster.managementUrl()));
        QVERIFY(m_person.type(u"Account ID"_qs, m_cluster.accountId()));
        QVERIFY(m_person.type(u"Cluster ID"_qs, m_cluster.clusterId()));
        auto *const token = m_person.find(u"Management token"_qs);
        QVERIFY(token);
        token->setFocus();
        QTest::keyClicks(token, QString::fromUtf8(m_cluster.managementToken()));
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(u"who else"_qs, [&] {
            return m_person.sees(u"Databases"_qs) && !cell(u"billing"_qs, 4).isEmpty();
        }));
        m_tokens = m_cluster.getJson(u"/tokens"_qs).toArray();
    }

    void saysWhoElse()
    {
        for (const QString &database : {u"billing"_qs, u"billing_events"_qs, u"telegraf/autogen"_qs}) {
            const int readers = holders(u"read"_qs, database);
            const int writers = holders(u"write"_qs, database);
            QVERIFY(readers > 0 && writers > 0);
            QCOMPARE(cell(database, 4), u"%1 read, %2 write"_qs.arg(readers).arg(writers));
            const QString tip = cell(database, 4, Qt::ToolTipRole);
            QVERIFY(tip.contains(u"%1 active tokens read:"_qs.arg(readers)));
        }
    }

    void writeOnEveryDatabase()
    {
        QVERIFY(m_person.type(u"Description"_qs, u"Something new"_qs));
        QVERIFY(m_person.tick(u"Write all databases"_qs));
        QVERIFY(advises(u"Danger: It can write to every database"_qs));
        Person::photograph(u"advice-1-danger"_qs);
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.click(u"Back and name them one by one"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.sees(u"Write all databases"_qs); }));
        QVERIFY(advisesNoMore(u"Danger"_qs));
        QVERIFY(!m_person.find<QCheckBox>(u"Write all databases"_qs)->isChecked());
        QVERIFY(advises(u"All 220 databases are ticked singly for writing"_qs));
        QVERIFY(m_person.click(u"Undo"_qs));
        QVERIFY(advises(u"Danger: It can write to every database"_qs));
        QVERIFY(m_person.tick(u"Write all databases"_qs, false));
        QVERIFY(advisesNoMore(u"Danger"_qs));
    }

    void aMissingName()
    {
        QVERIFY(m_person.click(u"Add a name…"_qs));
        QVERIFY(m_person.type(u"Name to add"_qs, u"billing_evnts"_qs));
        QVERIFY(m_person.click(u"Add name"_qs));
        QVERIFY(m_person.clickCell(u"Databases"_qs, u"Read on billing_evnts"_qs));
        QVERIFY(advises(u"billing_evnts is not on this cluster. Did you mean billing_events?"_qs));
        QCOMPARE(cell(u"billing_evnts"_qs, 4), u"billing_events?"_qs);
        Person::photograph(u"advice-2-missing"_qs);
        QVERIFY(m_person.click(u"Use billing_events"_qs));
        QVERIFY(advisesNoMore(u"not on this cluster"_qs));
        QVERIFY(m_person.reads(u"Can read billing_events."_qs));
        QVERIFY(m_person.click(u"Clear"_qs));
    }

    void theSameDescription()
    {
        QString taken;
        for (const QJsonValue &each : m_tokens) {
            const QJsonObject token = each.toObject();
            if (isActive(token) && token[u"description"_qs].toString().startsWith(u"Telegraf"_qs))
                taken = token[u"description"_qs].toString();
        }
        QVERIFY(!taken.isEmpty());
        QVERIFY(m_person.type(u"Description"_qs, taken));
        QVERIFY(advises(u"the same description"_qs));
        QVERIFY(m_person.click(u"Add a suffix"_qs));
        QVERIFY(advisesNoMore(u"the same description"_qs));
        const QString described = m_person.find<QLineEdit>(u"Description"_qs)->text();
        QVERIFY2(described.startsWith(taken) && described.endsWith(u')'), qPrintable(described));
        QVERIFY(m_person.click(u"Clear"_qs));
    }

    void theSamePermissions()
    {
        // The tokens that may read everything and nothing else.
        QStringList ids;
        for (const QJsonValue &each : m_tokens) {
            const QJsonObject token = each.toObject();
            if (isActive(token) && token[u"permissions"_qs].toArray().size() == 1 &&
                permits(token, u"read"_qs, u"*"_qs))
                ids << token[u"id"_qs].toString();
        }
        QVERIFY(ids.size() > 1);
        QVERIFY(m_person.type(u"Description"_qs, u"Something new"_qs));
        QVERIFY(m_person.tick(u"Read all databases"_qs));
        QVERIFY(advises(u"Note: %1 active tokens have the same permissions."_qs.arg(ids.size())));
        QVERIFY(m_person.click(u"Show them"_qs));
        QVERIFY(m_person.waitFor(u"the list"_qs, [&] { return m_person.sees(u"Active tokens"_qs); }));
        Person::photograph(u"advice-3-same-permissions"_qs);
        auto *const list = m_person.find<QTableWidget>(u"Active tokens"_qs);
        QStringList shown;
        for (int row = 0; row < list->rowCount(); ++row)
            shown << list->item(row, 2)->text();
        ids.sort();
        shown.sort();
        QCOMPARE(shown, ids);
        QVERIFY(m_person.click(u"Close"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.sees(u"Description"_qs); }));
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(AdviceJourneyTest)
#include "tst_advicejourney.moc"
