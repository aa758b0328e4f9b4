// SPDX-License-Identifier: MIT
#include "models/drafteditor.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace tokenry;
using Step = DraftEditor::Step;

namespace
{

DatabaseCatalog::Ptr cluster()
{
    std::vector<Database> databases;
    for (const QString &name : {u"a"_qs, u"b"_qs, u"c"_qs, u"*"_qs})
        databases.push_back({name, {}});
    return std::make_shared<const DatabaseCatalog>(std::move(databases));
}

QString sent(const DraftEditor &editor)
{
    const PermissionSet permissions = editor.selection().permissions();
    return u"r:"_qs + permissions.databases(Action::Read).join(u',') + u" w:"_qs +
           permissions.databases(Action::Write).join(u',');
}

using Rows = std::vector<DraftEditor::Row>;

} // namespace

/// The larger steps of a draft: pasting, presets, suggestions, clearing, and what undo and redo call them.
class DraftStepsTest : public QObject
{
    Q_OBJECT

    // Rows: * is 0, a 1, b 2, c 3.
    DraftEditor m_editor;

private Q_SLOTS:
    void init()
    {
        m_editor.setDraft({});
        m_editor.setCatalog(cluster());
        m_editor.setDefaultExpiry({});
    }

    void ofATokenTypedByHandNothingComesBack()
    {
        const QString begun = u"Telegraf apiv1_0000fake"_qs;
        m_editor.setDescription(u"Telegraf "_qs);
        for (qsizetype size = 10; size <= begun.size(); ++size) {
            m_editor.setDescription(begun.left(size));
            // A look elsewhere: the next letter is another step.
            if (size == 18)
                m_editor.endTyping();
        }
        m_editor.tick(Action::Read, std::array<DraftEditor::Row, 1>{1}, true);
        m_editor.undo();
        m_editor.setDescription(begun + u'0');
        QSignalSpy refused(&m_editor, &DraftEditor::descriptionRefused);
        m_editor.refuseDescription();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_editor.draft().description, QString());
        const auto clean = [&] {
            return !m_editor.draft().description.contains(u"apiv1"_qs);
        };
        while (m_editor.canUndo()) {
            m_editor.undo();
            QVERIFY(clean());
        }
        while (m_editor.canRedo()) {
            m_editor.redo();
            QVERIFY(clean());
        }
    }

    void pastesInOneStep()
    {
        const std::vector<PastedName> names{{u"b"_qs, ActionSet::both()},
                                            {u"new"_qs, ActionSet::only(Action::Read)},
                                            {u"c"_qs, ActionSet::only(Action::Write)},
                                            {u"a"_qs, std::nullopt},
                                            {u"*"_qs, ActionSet::both()},
                                            {QString(65, u'x'), ActionSet::both()}};
        m_editor.permit(names);
        QCOMPARE(sent(m_editor), u"r:b,new w:b,c"_qs);
        QVERIFY(m_editor.selection().isTyped(*m_editor.selection().find(u"new"_qs)));
        QCOMPARE(m_editor.undoStep(), Step::Paste);
        m_editor.permit(names);
        m_editor.undo();
        QCOMPARE(sent(m_editor), u"r: w:"_qs);
        QVERIFY(!m_editor.canUndo());
        QVERIFY(!m_editor.selection().find(u"new"_qs));
        m_editor.redo();
        QCOMPARE(sent(m_editor), u"r:b,new w:b,c"_qs);
    }

    void pastesBelowAWildcard()
    {
        m_editor.setAllDatabases(Action::Read, true);
        m_editor.permit(std::vector<PastedName>{{u"b"_qs, ActionSet::both()}});
        QCOMPARE(m_editor.selection().tickedCount(Action::Read), 1);
        QCOMPARE(sent(m_editor), u"r: w:b"_qs);
        m_editor.setAllDatabases(Action::Read, false);
        QCOMPARE(sent(m_editor), u"r:b w:b"_qs);
    }

    void presetsSetExactlyTheirActions()
    {
        m_editor.tick(Action::Read, Rows{1, 2}, true);
        m_editor.setActions(m_editor.tickedRows(), actionsOf(Preset::TelegrafWriter), Step::Preset);
        QCOMPARE(sent(m_editor), u"r: w:a,b"_qs);
        // Going through a list of presets is one step.
        m_editor.setActions(m_editor.tickedRows(), actionsOf(Preset::Application), Step::Preset);
        QCOMPARE(sent(m_editor), u"r:a,b w:a,b"_qs);
        QCOMPARE(m_editor.undoStep(), Step::Preset);
        m_editor.undo();
        QCOMPARE(sent(m_editor), u"r:a,b w:"_qs);
        m_editor.redo();
        QCOMPARE(sent(m_editor), u"r:a,b w:a,b"_qs);
    }

    void presetsLeaveWhatCannotBeTicked()
    {
        m_editor.setAllDatabases(Action::Write, true);
        m_editor.setActions(Rows{0, 1}, ActionSet::both(), Step::Preset);
        QCOMPARE(sent(m_editor), u"r:a w:"_qs);
        QCOMPARE(m_editor.selection().tickedCount(Action::Write), 0);
        const Rows none;
        QSignalSpy changed(&m_editor, &DraftEditor::draftChanged);
        m_editor.setActions(none, ActionSet::both(), Step::Preset);
        QCOMPARE(changed.size(), 0);
    }

    // It would go on permitting what the preset is not to permit.
    void presetsTurnOtherWildcardsOff()
    {
        m_editor.tick(Action::Write, Rows{1}, true);
        m_editor.setAllDatabases(Action::Write, true);
        m_editor.setActions(m_editor.tickedRows(), actionsOf(Preset::GrafanaReader), Step::Preset);
        QCOMPARE(sent(m_editor), u"r:a w:"_qs);
        QVERIFY(!m_editor.selection().allDatabases(Action::Write));
        m_editor.undo();
        QVERIFY(m_editor.selection().allDatabases(Action::Write));
        QCOMPARE(sent(m_editor), u"r: w:"_qs);
    }

    void presetsOnOtherRowsAreOtherSteps()
    {
        m_editor.setActions(Rows{1}, actionsOf(Preset::TelegrafWriter), Step::Preset);
        m_editor.setActions(Rows{2}, actionsOf(Preset::Application), Step::Preset);
        QCOMPARE(sent(m_editor), u"r:b w:a,b"_qs);
        m_editor.undo();
        QCOMPARE(sent(m_editor), u"r: w:a"_qs);
        m_editor.undo();
        QCOMPARE(sent(m_editor), u"r: w:"_qs);
    }

    void namesAreRemovedInOneStep()
    {
        for (const QString &name : {u"x"_qs, u"y"_qs, u"z"_qs})
            QVERIFY(m_editor.addTyped(name));
        m_editor.removeTyped(Rows{1, 4, 6}); // a listed one stays
        QCOMPARE(m_editor.selection().rowCount(), 5);
        QVERIFY(m_editor.selection().find(u"y"_qs));
        m_editor.undo();
        QCOMPARE(m_editor.selection().rowCount(), 7);
        m_editor.removeTyped(Rows{1});
        QCOMPARE(m_editor.selection().rowCount(), 7);
    }

    void goesBackOverAllThatFollowed()
    {
        m_editor.setDescription(u"mine"_qs);
        TokenDraft other;
        other.description = u"theirs"_qs;
        other.permissions = m_editor.selection();
        const DraftEditor::Mark mark = m_editor.replaceDraft(other);
        m_editor.setWithoutAccess(true);
        m_editor.tick(Action::Read, Rows{1}, true);
        m_editor.undoTo(mark);
        QCOMPARE(m_editor.draft().description, u"mine"_qs);
        QCOMPARE(sent(m_editor), u"r: w:"_qs);
        // Each step can be brought again; what was taken back already is not taken back twice.
        m_editor.undoTo(mark);
        QCOMPARE(m_editor.draft().description, u"mine"_qs);
        m_editor.redo();
        QCOMPARE(m_editor.draft().description, u"theirs"_qs);
        m_editor.redo();
        m_editor.redo();
        QCOMPARE(sent(m_editor), u"r:a w:"_qs);
        QVERIFY(!m_editor.canRedo());
    }

    void saysWhenAnotherDraftBegins()
    {
        QSignalSpy begun(&m_editor, &DraftEditor::draftBegun);
        m_editor.setDescription(u"x"_qs);
        m_editor.tick(Action::Read, Rows{1}, true);
        m_editor.undo();
        QCOMPARE(begun.size(), 0);
        m_editor.clear();
        QCOMPARE(begun.size(), 1);
        m_editor.replaceDraft({});
        static_cast<void>(m_editor.takeDraft());
        m_editor.setDraft({});
        QCOMPARE(begun.size(), 4);
    }

    void saysWhatWouldBeUndone_data()
    {
        using Act = std::function<void(DraftEditor &)>;
        QTest::addColumn<Act>("act");
        QTest::addColumn<Step>("step");
        const auto row = [](const char *name, const Act &act, Step step) {
            QTest::newRow(name) << act << step;
        };
        row(
            "typing", [](auto &e) { e.setDescription(u"x"_qs); }, Step::Typing);
        row(
            "suggestion", [](auto &e) { e.suggestDescription(u"x"_qs); }, Step::Suggestion);
        row(
            "expiry",
            [](auto &e) {
                e.setExpiry({ExpiryChoice::Kind::Never, 90, {}});
            },
            Step::Expiry);
        row(
            "without access", [](auto &e) { e.setWithoutAccess(true); }, Step::WithoutAccess);
        row(
            "read", [](auto &e) { e.tick(Action::Read, Rows{1}, true); }, Step::Read);
        row(
            "write", [](auto &e) { e.tick(Action::Write, Rows{1}, true); }, Step::Write);
        row(
            "both", [](auto &e) { e.tickBoth(Rows{1}, true); }, Step::ReadAndWrite);
        row(
            "read all", [](auto &e) { e.setAllDatabases(Action::Read, true); }, Step::ReadAll);
        row(
            "write all", [](auto &e) { e.setAllDatabases(Action::Write, true); }, Step::WriteAll);
        row(
            "one by one",
            [](auto &e) {
                e.setAllDatabases(Action::Write, true);
                e.nameOneByOne(Action::Write);
            },
            Step::OneByOne);
        row(
            "name", [](auto &e) { (void)e.addTyped(u"new"_qs); }, Step::AddName);
        row(
            "name removed",
            [](auto &e) {
                (void)e.addTyped(u"new"_qs);
                e.removeTyped(Rows{4});
            },
            Step::RemoveName);
        row(
            "clear",
            [](auto &e) {
                e.setDescription(u"x"_qs);
                e.clear();
            },
            Step::Clear);
    }

    void saysWhatWouldBeUndone()
    {
        QFETCH(std::function<void(DraftEditor &)>, act);
        QFETCH(Step, step);
        QVERIFY(!m_editor.undoStep());
        act(m_editor);
        const TokenDraft after = m_editor.draft();
        QCOMPARE(m_editor.undoStep(), step);
        QVERIFY(!m_editor.redoStep());
        m_editor.undo();
        QCOMPARE(m_editor.redoStep(), step);
        QVERIFY(!(m_editor.draft() == after));
        m_editor.redo();
        QVERIFY(m_editor.draft() == after);
    }

    void newDraftsBeginWithTheDefaultExpiry()
    {
        const ExpiryChoice month{ExpiryChoice::Kind::AfterDays, 30, {}};
        m_editor.setDefaultExpiry(month);
        QCOMPARE(m_editor.draft().expiry, month);
        QVERIFY(m_editor.isBlank());
        QVERIFY(!m_editor.canUndo());
        m_editor.setExpiry({});
        QVERIFY(!m_editor.isBlank());
        m_editor.clear();
        QCOMPARE(m_editor.draft().expiry, month);
        m_editor.setExpiry({});
        (void)m_editor.takeDraft();
        QCOMPARE(m_editor.draft().expiry, month);
    }

    void aDefaultLeavesADraftThatWasBegunAlone()
    {
        m_editor.setDescription(u"x"_qs);
        m_editor.setDefaultExpiry({ExpiryChoice::Kind::Never, 90, {}});
        QCOMPARE(m_editor.draft().expiry, ExpiryChoice());
    }
};

QTEST_GUILESS_MAIN(DraftStepsTest)
#include "tst_draftsteps.moc"
