// SPDX-License-Identifier: MIT
#include "models/databasetablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <array>

using namespace tokenry;
using Model = DatabaseTableModel;
using Show = Model::Show;

/// All rows, those that are permitted, those with a problem; with and without a filter.
class ShownRowsTest : public QObject
{
    Q_OBJECT

    DraftEditor m_editor;
    Model m_model{m_editor};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    QString shown() const
    {
        QStringList names;
        for (const Model::Row row : m_model.visible())
            names += m_editor.selection().name(row);
        return names.join(u' ');
    }

    QString counts() const
    {
        return u"%1 %2 %3"_qs.arg(m_model.countOf(Show::All))
            .arg(m_model.countOf(Show::Permitted))
            .arg(m_model.countOf(Show::Problems));
    }

    void tick(Action action, const QString &name, bool on = true)
    {
        m_editor.tick(action, std::array{*m_editor.addTyped(name)}, on);
    }

private Q_SLOTS:
    void init()
    {
        std::vector<Database> databases;
        for (const QString &name : {u"billing"_qs, u"billing_test"_qs, u"crm"_qs, u"*"_qs})
            databases.push_back({name, {}});
        m_editor.setDraft({});
        m_editor.setCatalog(std::make_shared<const DatabaseCatalog>(std::move(databases)));
        m_model.setFilter({});
        m_model.setShow(Show::All);
    }

    void countsFollow()
    {
        QCOMPARE(counts(), u"4 0 1"_qs);
        tick(Action::Read, u"crm"_qs);
        tick(Action::Write, u"crm"_qs);
        tick(Action::Write, u"new"_qs);
        QCOMPARE(counts(), u"5 2 2"_qs);
        tick(Action::Read, u"crm"_qs, false);
        QCOMPARE(counts(), u"5 2 2"_qs);
        tick(Action::Write, u"crm"_qs, false);
        QCOMPARE(counts(), u"5 1 2"_qs);
        m_editor.setAllDatabases(Action::Read, true);
        QCOMPARE(counts(), u"5 5 2"_qs);
        m_editor.undo();
        m_editor.removeTyped(std::array{*m_editor.selection().find(u"new"_qs)});
        QCOMPARE(counts(), u"4 0 1"_qs);
    }

    void showsPermitted()
    {
        tick(Action::Read, u"crm"_qs);
        tick(Action::Write, u"new"_qs);
        m_model.setShow(Show::Permitted);
        QCOMPARE(shown(), u"crm new"_qs);
        QCOMPARE(m_model.hiddenPermitted(), 0);
        m_model.setFilter(u"n*"_qs);
        QCOMPARE(shown(), u"new"_qs);
        QCOMPARE(m_model.hiddenPermitted(), 1);
        m_model.setFilter({});
        m_editor.setAllDatabases(Action::Write, true);
        QCOMPARE(m_model.rowCount(), 5);
    }

    void untickedRowsStayUntilAskedAgain()
    {
        tick(Action::Read, u"crm"_qs);
        tick(Action::Read, u"billing"_qs);
        m_model.setShow(Show::Permitted);
        tick(Action::Read, u"crm"_qs, false);
        QCOMPARE(shown(), u"billing crm"_qs);
        QCOMPARE(m_model.countOf(Show::Permitted), 1);
        m_model.setShow(Show::Permitted);
        QCOMPARE(shown(), u"billing"_qs);
    }

    void undoneRowsComeBack()
    {
        tick(Action::Read, u"crm"_qs);
        m_model.setShow(Show::Permitted);
        m_editor.clear();
        QCOMPARE(shown(), QString());
        m_editor.undo();
        QCOMPARE(shown(), u"crm"_qs);
        m_editor.permit(std::vector<PastedName>{{u"billing"_qs, ActionSet::both()}});
        QCOMPARE(shown(), u"billing crm"_qs);
    }

    void showsProblems()
    {
        m_model.setShow(Show::Problems);
        QCOMPARE(shown(), u"*"_qs);
        tick(Action::Read, u"new"_qs);
        tick(Action::Read, u"crm"_qs);
        QCOMPARE(shown(), u"* new"_qs);
        QCOMPARE(m_model.hiddenPermitted(), 1);
        QVERIFY(m_model.isFiltered());
        QVERIFY(!m_model.hasFilterText());
        m_model.setFilter(u"crm"_qs);
        QCOMPARE(m_model.rowCount(), 0);
    }

    void visibleRowsAreWhatIsShown()
    {
        tick(Action::Read, u"crm"_qs);
        tick(Action::Read, u"billing"_qs);
        m_model.setShow(Show::Permitted);
        QCOMPARE(m_model.visibleState(Action::Read), Qt::Checked);
        m_model.tickVisible(Action::Write, true);
        QCOMPARE(m_editor.selection().permissions().databases(Action::Write),
                 QStringList({u"billing"_qs, u"crm"_qs}));
    }
};

QTEST_GUILESS_MAIN(ShownRowsTest)
#include "tst_shownrows.moc"
