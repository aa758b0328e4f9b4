// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/person/person.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace tokenry;
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

/// The demo as a person meets it: three clusters, everything its menu makes go wrong and what is then said,
/// and a token as the pattern for others.
class DemoWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    std::unique_ptr<Composition> m_program;
    Person m_person;
    bool m_failed = false;

    MainWindow &window() { return m_program->window(); }

    int rowsShown() const
    {
        auto *table = m_person.find<QTableView>(u"Databases"_qs);
        return table ? table->model()->rowCount() : -1;
    }

    void permit(const QString &cell, const QString &database)
    {
        QVERIFY(m_person.type(u"Filter databases"_qs, database));
        QVERIFY(m_person.clickCell(u"Databases"_qs, cell + u" on "_qs + database));
        QVERIFY(m_person.type(u"Filter databases"_qs, QString()));
    }

    void compose(const QString &description)
    {
        if (m_person.find<QAbstractButton>(u"Clear"_qs)->isEnabled())
            QVERIFY(m_person.click(u"Clear"_qs));
        QVERIFY(m_person.type(u"Description"_qs, description));
        permit(u"Read"_qs, u"billing"_qs);
    }

    void review()
    {
        QVERIFY(m_person.click(u"Review…"_qs));
        QVERIFY(m_person.waitFor(u"Create token"_qs, [&] {
            auto *create = m_person.find(u"Create token"_qs);
            return create && create->isEnabled();
        }));
    }

    void create() { QVERIFY(m_person.click(u"Create token"_qs)); }

    void finish()
    {
        QVERIFY(m_person.waitFor(u"Done"_qs, [&] {
            auto *done = m_person.find(u"Done"_qs);
            return done && done->isEnabled();
        }));
        QVERIFY(m_person.click(u"Done"_qs));
        QVERIFY(m_person.waitFor(u"the form"_qs, [&] { return m_person.sees(u"Description"_qs); }));
    }

    void read(const QString &words)
    {
        QVERIFY(m_person.waitFor(words, [&] { return m_person.reads(words); }));
    }

    QString demoButton() const { return m_person.find<QToolButton>(u"Demo"_qs)->text(); }

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
        m_program = std::make_unique<Composition>(
            StandardDirectories{m_directory.filePath(u"config"_qs), m_directory.filePath(u"state"_qs)},
            QStringLiteral(TOKENRY_DEMO_CLUSTER));
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QVERIFY(!m_person.sees(u"Demo"_qs));
        QVERIFY(m_person.click(u"Try the demo cluster"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
    }

    void showsProductionFirst()
    {
        QCOMPARE(window().windowTitle(), u"Tokenry – Demo production (PRODUCTION)"_qs);
        QVERIFY(m_person.sees(u"PRODUCTION"_qs) && m_person.sees(u"Demo"_qs));
        const auto *const chooser = m_person.find<QComboBox>(u"Profile"_qs);
        QStringList profiles;
        for (int i = 0; i < chooser->count(); ++i)
            profiles << chooser->itemText(i);
        QCOMPARE(profiles, QStringList({u"Demo empty"_qs, u"Demo production"_qs, u"Demo staging"_qs}));
        for (const auto &[profile, rows, word] : std::initializer_list<std::tuple<QString, int, QString>>{
                 {u"Demo staging"_qs, 12, u"STAGING"_qs},
                 {u"Demo empty"_qs, 0, u"DEMO"_qs},
                 {u"Demo production"_qs, 220, u"PRODUCTION"_qs}}) {
            QVERIFY(m_person.choose(u"Profile"_qs, profile));
            QVERIFY(m_person.waitFor(word, [&] { return m_person.sees(word); }));
            if (rows > 0)
                QTRY_COMPARE(rowsShown(), rows);
            else
                read(u"This cluster has no databases yet."_qs);
        }
    }

    void meets_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("button");
        QTest::addColumn<QStringList>("words");
        const QString nothing = u"Nothing was created. Your draft is kept."_qs;
        const QString unclear = u"It is not clear whether a token was created"_qs;
        QTest::newRow("lost answer") << u"Loses its answer"_qs << u"Demo: no answer ▾"_qs
                                     << QStringList(
                                            {u"The connection to the server was lost."_qs, unclear,
                                             u"Review – the token is created, and its secret is lost"_qs});
        QTest::newRow("late answer") << u"Takes 20 s"_qs << u"Demo: 20 s ▾"_qs
                                     << QStringList({u"Stopped before the server answered."_qs, unclear});
        QTest::newRow("401") << u"Is answered 401"_qs << u"Demo: 401 ▾"_qs
                             << QStringList({u"The server did not accept the management token."_qs, nothing});
        QTest::newRow("403")
            << u"Is answered 403"_qs << u"Demo: 403 ▾"_qs
            << QStringList(
                   {u"This management token may not create database tokens on this cluster."_qs, nothing});
        QTest::newRow("409")
            << u"Is answered 409"_qs << u"Demo: 409 ▾"_qs
            << QStringList({u"The server says that this conflicts with a token it already has."_qs, nothing});
        QTest::newRow("500") << u"Is answered 500"_qs << u"Demo: 500 ▾"_qs
                             << QStringList(
                                    {unclear, u"Review – the token is created, and its secret is lost"_qs});
    }

    void meets()
    {
        QFETCH(QString, fault);
        QFETCH(QString, button);
        QFETCH(QStringList, words);
        compose(u"Fault "_qs + QString::fromUtf8(QTest::currentDataTag()));
        review();
        QVERIFY(m_person.pick(u"Demo"_qs, fault));
        QTRY_COMPARE(demoButton(), button);
        create();
        if (fault == u"Takes 20 s"_qs) {
            read(u"A token may already exist."_qs);
            QTRY_COMPARE(demoButton(), u"Demo ▾"_qs); // the request has arrived
            QVERIFY(m_person.click(u"Stop waiting"_qs));
        }
        for (const QString &each : words)
            read(each);
        Person::photograph(u"demo-"_qs + QString::fromUtf8(QTest::currentDataTag()));
        QTRY_COMPARE(demoButton(), u"Demo ▾"_qs); // once
        QVERIFY(m_person.click(u"Back"_qs));
        QVERIFY(m_person.waitFor(u"the draft"_qs, [&] {
            auto *description = m_person.find<QLineEdit>(u"Description"_qs);
            return description && description->text().startsWith(u"Fault"_qs);
        }));
    }

    void permitsSomethingElse()
    {
        compose(u"Permits else"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, u"Permits something else"_qs));
        review();
        create();
        QVERIFY(m_person.waitFor(u"the check"_qs, [&] { return m_person.sees(u"Answer check"_qs); }));
        const QString said = m_person.find(u"Answer check"_qs)->accessibleDescription();
        for (const QString &words : {u"The server did not permit exactly what was reviewed."_qs,
                                     u"It may also “write every database (*)”, which was not asked for."_qs,
                                     u"It may not “read billing”, which was asked for."_qs})
            QVERIFY2(said.contains(words), qPrintable(said));
        Person::photograph(u"demo-permits-else"_qs);
        finish();
    }

    void isDisarmed()
    {
        QVERIFY(m_person.pick(u"Demo"_qs, u"Is answered 403"_qs));
        QTRY_COMPARE(demoButton(), u"Demo: 403 ▾"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, u"Works as it should"_qs));
        QTRY_COMPARE(demoButton(), u"Demo ▾"_qs);
        compose(u"Disarmed"_qs);
        review();
        create();
        finish();
        read(u"Created “Disarmed”."_qs);
    }

    void aManagementTokenThatMayNotCreate()
    {
        const QString entry = u"Use a management token that may not create"_qs;
        QVERIFY(m_person.pick(u"Demo"_qs, entry));
        QTRY_COMPARE(demoButton(), u"Demo: may not create ▾"_qs);
        QVERIFY(m_person.click(u"Reload"_qs));
        compose(u"May not"_qs);
        for (int time = 0; time < 2; ++time) { // not once only
            review();
            create();
            read(u"This management token may not create database tokens on this cluster."_qs);
            QVERIFY(m_person.click(u"Back"_qs));
        }
        QVERIFY(m_person.pick(u"Demo"_qs, u"Is answered 403"_qs));
        QTRY_COMPARE(demoButton(), u"Demo: 403, may not create ▾"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, u"Works as it should"_qs));
        QTRY_COMPARE(demoButton(), u"Demo: may not create ▾"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, entry));
        QTRY_COMPARE(demoButton(), u"Demo ▾"_qs);
        review();
        create();
        finish();
    }

    void changesBehindOnesBack()
    {
        compose(u"Behind"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, u"Delete database “billing”"_qs));
        read(u"Somebody deleted the database “billing” on the demo cluster."_qs);
        // What is shown stays until it is read again: the token can still be created, and names what is gone.
        QCOMPARE(rowsShown(), 220);
        review();
        create();
        finish();
        read(u"219 databases"_qs);
        QVERIFY(m_person.click(u"Another with the same permissions"_qs));
        QCOMPARE(rowsShown(), 220); // 219 and the missing one

        QVERIFY(m_person.pick(u"Demo"_qs, u"Add database “added_meanwhile_1”"_qs));
        read(u"Somebody added the database “added_meanwhile_1”"_qs);
        QVERIFY(m_person.click(u"Reload"_qs));
        read(u"220 databases"_qs);

        QVERIFY(m_person.type(u"Description"_qs, u"Twin"_qs));
        QVERIFY(m_person.pick(u"Demo"_qs, u"Add a token described “Twin”"_qs));
        read(u"Somebody created a token described “Twin”"_qs);
        QVERIFY(m_person.pick(u"Demo"_qs, u"Add database “added_meanwhile_2”"_qs));
    }

    void aTokenServesAsTemplateElsewhere()
    {
        QVERIFY(m_person.click(u"Clear"_qs));
        QVERIFY(m_person.type(u"Description"_qs, u"Pattern"_qs));
        permit(u"Read"_qs, u"telegraf/autogen"_qs);
        permit(u"Write"_qs, u"audit"_qs);
        review();
        read(u"Creates 1 token on Demo production (PRODUCTION)"_qs);
        create();
        finish();
        Person::photograph(u"demo-created"_qs);
        QVERIFY(m_person.pick(u"Use as template"_qs, u"Demo staging · STAGING"_qs));
        QVERIFY(m_person.waitFor(u"staging"_qs, [&] { return m_person.sees(u"STAGING"_qs); }));
        read(u"Permissions and description are taken from a token on “Demo production”."_qs);
        read(u"1 database is not on this cluster and is flagged: “audit”."_qs);
        QCOMPARE(rowsShown(), 13);
        Person::photograph(u"demo-template"_qs);
        QCOMPARE(m_person.find<QLineEdit>(u"Description"_qs)->text(), u"Pattern"_qs);
        review();
        read(u"Creates 1 token on Demo staging (STAGING)"_qs);
        create();
        finish();
        read(u"tokenry/tokenry_demo_staging/pattern"_qs);
    }

    void leavesNothingInTheKeychain()
    {
        const std::initializer_list<std::pair<QString, QString>> items{
            {u"tokenry/tokenry_demo/pattern"_qs, u"pattern"_qs},
            {u"tokenry/tokenry_demo/disarmed"_qs, u"disarmed"_qs},
            {u"tokenry/tokenry_demo_staging/pattern"_qs, u"pattern"_qs}};
        for (const auto &[service, key] : items)
            QCOMPARE(lookedUp(service, key).size(), 70);
        window().close();
        QTRY_VERIFY(!window().isVisible());
        for (const auto &[service, key] : items)
            QCOMPARE(lookedUp(service, key), QByteArray());
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(DemoWindowTest)
#include "tst_demowindow.moc"
