// SPDX-License-Identifier: MIT
#include "models/drafteditor.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace tokenry;

namespace
{

DatabaseCatalog::Ptr catalogOf(const QStringList &names)
{
    std::vector<Database> databases;
    for (const QString &name : names)
        databases.push_back({name, {}});
    return std::make_shared<const DatabaseCatalog>(std::move(databases));
}

void tick(DraftEditor &editor, Action action, const QString &name, bool on = true)
{
    editor.tick(action, std::array{*editor.selection().find(name)}, on);
}

QStringList sent(const DraftEditor &editor, Action action)
{
    return editor.selection().permissions().databases(action);
}

} // namespace

class TestDraftEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepCanBeUndone_data();
    void everyStepCanBeUndone();
    void typingIsOneStepPerWord();
    void anotherStepEndsTyping();
    void leavingTheFieldEndsTyping();
    void aChangeForgetsRedo();
    void whatChangesNothingIsNoStep();
    void wildcardKeepsNamesAndBlocksTicks();
    void namesThemOneByOne();
    void undoSurvivesANewList();
    void typedNameBecomesListed();
    void unusableNamesAreNotTicked();
    void refusesNames_data();
    void refusesNames();
    void takeLeavesAnEmptyDraft();
    void saysWhichRowsChanged();
    void historyHasAnEnd();
};

void TestDraftEditor::everyStepCanBeUndone_data()
{
    using Step = std::function<void(DraftEditor &)>;
    QTest::addColumn<Step>("step");
    const auto row = [](const char *title, const Step &step) {
        QTest::newRow(title) << step;
    };
    row("description", [](auto &e) { e.setDescription(u"other"_qs); });
    row("expiry", [](auto &e) { e.setExpiry({ExpiryChoice::Kind::Never, 90, {}}); });
    row("without access", [](auto &e) { e.setWithoutAccess(true); });
    row("tick", [](auto &e) { tick(e, Action::Write, u"b"_qs); });
    row("untick", [](auto &e) { tick(e, Action::Read, u"a"_qs, false); });
    row("both", [](auto &e) { e.tickBoth(std::array<DraftEditor::Row, 2>{0, 2}, true); });
    row("wildcard", [](auto &e) { e.setAllDatabases(Action::Write, true); });
    row("typed", [](auto &e) { (void)e.addTyped(u"new"_qs); });
    row("forget typed", [](auto &e) { e.removeTyped(std::array{*e.selection().find(u"typed"_qs)}); });
    row("remedy", [](auto &e) { e.apply({Remedy::Kind::ExpireInDays, Action::Read, 7}); });
    row("remedy that changes the rows", [](auto &e) {
        e.apply({Remedy::Kind::UseName, Action::Read, 0, u"typed"_qs, u"b"_qs});
    });
    row("clear", [](auto &e) { e.clear(); });
}

void TestDraftEditor::everyStepCanBeUndone()
{
    QFETCH(const std::function<void(DraftEditor &)>, step);
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs, u"b"_qs, u"c"_qs}));
    editor.setDescription(u"first"_qs);
    (void)editor.addTyped(u"typed"_qs);
    tick(editor, Action::Read, u"typed"_qs);
    tick(editor, Action::Read, u"a"_qs);
    editor.endTyping();
    const TokenDraft before = editor.draft();
    QSignalSpy changed(&editor, &DraftEditor::draftChanged);

    step(editor);
    const TokenDraft after = editor.draft();
    QVERIFY(after != before);
    QCOMPARE(changed.size(), 1);
    QVERIFY(editor.canUndo());

    editor.undo();
    QVERIFY(editor.draft() == before);
    QVERIFY(editor.canRedo());
    editor.redo();
    QVERIFY(editor.draft() == after);
    QCOMPARE(changed.size(), 3);
}

void TestDraftEditor::typingIsOneStepPerWord()
{
    DraftEditor editor;
    const QString text = u"edge west"_qs;
    for (qsizetype end = 1; end <= text.size(); ++end)
        editor.setDescription(text.left(end));
    editor.undo();
    QCOMPARE(editor.draft().description, u"edge "_qs);
    editor.undo();
    QCOMPARE(editor.draft().description, QString());
    QVERIFY(!editor.canUndo());
    editor.redo();
    editor.redo();
    QCOMPARE(editor.draft().description, text);
}

void TestDraftEditor::anotherStepEndsTyping()
{
    DraftEditor editor;
    editor.setDescription(u"a"_qs);
    editor.setAllDatabases(Action::Read, true);
    editor.setDescription(u"ab"_qs);
    editor.undo();
    QCOMPARE(editor.draft().description, u"a"_qs);
    QVERIFY(editor.selection().allDatabases(Action::Read));
}

void TestDraftEditor::leavingTheFieldEndsTyping()
{
    DraftEditor editor;
    editor.setDescription(u"a"_qs);
    editor.endTyping();
    editor.setDescription(u"ab"_qs);
    editor.undo();
    QCOMPARE(editor.draft().description, u"a"_qs);
}

void TestDraftEditor::aChangeForgetsRedo()
{
    DraftEditor editor;
    editor.setWithoutAccess(true);
    editor.undo();
    QVERIFY(editor.canRedo());
    editor.setDescription(u"a"_qs);
    QVERIFY(!editor.canRedo());
}

void TestDraftEditor::whatChangesNothingIsNoStep()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs}));
    QSignalSpy changed(&editor, &DraftEditor::draftChanged);
    editor.setDescription({});
    editor.setExpiry({});
    editor.setWithoutAccess(false);
    tick(editor, Action::Read, u"a"_qs, false);
    editor.tickBoth({}, true);
    editor.setAllDatabases(Action::Read, false);
    editor.nameOneByOne(Action::Read);
    QVERIFY(editor.addTyped(u"a"_qs).has_value());
    editor.removeTyped(std::array<DraftEditor::Row, 1>{0});
    editor.clear();
    editor.undo();
    editor.redo();
    QVERIFY(!editor.canUndo());
    QCOMPARE(changed.size(), 0);
}

void TestDraftEditor::wildcardKeepsNamesAndBlocksTicks()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs, u"b"_qs}));
    tick(editor, Action::Read, u"a"_qs);
    editor.setAllDatabases(Action::Read, true);
    QVERIFY(editor.selection().permissions().permitsAllDatabases(Action::Read));
    QCOMPARE(sent(editor, Action::Read), QStringList());
    tick(editor, Action::Read, u"b"_qs);
    editor.tickBoth(std::array<DraftEditor::Row, 1>{1}, true);
    editor.setAllDatabases(Action::Read, false);
    QCOMPARE(sent(editor, Action::Read), QStringList{u"a"_qs});
    QCOMPARE(sent(editor, Action::Write), QStringList{u"b"_qs});
    QVERIFY(!editor.selection().permissions().permitsAllDatabases(Action::Read));
}

void TestDraftEditor::namesThemOneByOne()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs, u"b"_qs, u"*"_qs}));
    editor.setAllDatabases(Action::Write, true);
    editor.nameOneByOne(Action::Write);
    QVERIFY(!editor.selection().allDatabases(Action::Write));
    QCOMPARE(sent(editor, Action::Write), (QStringList{u"a"_qs, u"b"_qs}));
}

void TestDraftEditor::undoSurvivesANewList()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs, u"c"_qs}));
    tick(editor, Action::Read, u"c"_qs);
    tick(editor, Action::Write, u"a"_qs);
    editor.setCatalog(catalogOf({u"a"_qs, u"b"_qs, u"c"_qs}));
    editor.undo();
    QCOMPARE(sent(editor, Action::Read), QStringList{u"c"_qs});
    QCOMPARE(sent(editor, Action::Write), QStringList());
    QCOMPARE(editor.selection().rowCount(), 3);
}

void TestDraftEditor::typedNameBecomesListed()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs}));
    const auto row = editor.addTyped(u"b"_qs);
    QVERIFY(row.has_value());
    QVERIFY(editor.selection().isTyped(*row));
    tick(editor, Action::Read, u"b"_qs);
    editor.setCatalog(catalogOf({u"b"_qs}));
    QVERIFY(!editor.selection().isTyped(*editor.selection().find(u"b"_qs)));
    QCOMPARE(sent(editor, Action::Read), QStringList{u"b"_qs});
}

void TestDraftEditor::unusableNamesAreNotTicked()
{
    DraftEditor editor;
    const QString longest(64, u'ж');
    const QString tooLong(65, u'x');
    editor.setCatalog(catalogOf({u"*"_qs, tooLong, longest, u"a"_qs}));
    QVERIFY(!editor.areAllUsable());
    std::vector<DraftEditor::Row> all;
    for (DraftEditor::Row row = 0; row < editor.selection().rowCount(); ++row)
        all.push_back(row);
    editor.tick(Action::Write, all, true);
    QCOMPARE(editor.selection().tickedCount(Action::Write), 2);
    QCOMPARE(sent(editor, Action::Write), (QStringList{u"a"_qs, longest}));
    QVERIFY(!editor.selection().permissions().permitsAllDatabases(Action::Write));
}

void TestDraftEditor::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Resource::Fault>("fault");
    QTest::newRow("empty") << QString() << Resource::Fault::Empty;
    QTest::newRow("too long") << QString(65, u'x') << Resource::Fault::TooLong;
    QTest::newRow("star") << u"*"_qs << Resource::Fault::MeansAllDatabases;
}

void TestDraftEditor::refusesNames()
{
    QFETCH(const QString, name);
    DraftEditor editor;
    const auto row = editor.addTyped(name);
    QVERIFY(!row);
    QTEST(row.error(), "fault");
    QVERIFY(!editor.canUndo());
}

void TestDraftEditor::takeLeavesAnEmptyDraft()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs}));
    tick(editor, Action::Read, u"a"_qs);
    editor.setDescription(u"mine"_qs);
    TokenDraft mine = editor.takeDraft();
    QCOMPARE(mine.description, u"mine"_qs);
    QCOMPARE(editor.draft().description, QString());
    QVERIFY(editor.selection().isEmpty());
    QCOMPARE(editor.selection().rowCount(), 1);
    QVERIFY(!editor.canUndo());

    editor.setDraft(mine);
    QVERIFY(editor.draft() == mine);
    QVERIFY(!editor.canUndo());
}

void TestDraftEditor::saysWhichRowsChanged()
{
    DraftEditor editor;
    editor.setCatalog(catalogOf({u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs}));
    QSignalSpy ticks(&editor, &DraftEditor::ticksChanged);
    QSignalSpy rows(&editor, &DraftEditor::rowsChanged);
    tick(editor, Action::Read, u"c"_qs);
    QCOMPARE(ticks.takeFirst(), (QVariantList{qsizetype(2), qsizetype(2)}));
    editor.tick(Action::Read, std::array<DraftEditor::Row, 2>{3, 1}, true);
    QCOMPARE(ticks.takeFirst(), (QVariantList{qsizetype(1), qsizetype(3)}));
    editor.undo();
    QCOMPARE(ticks.takeFirst(), (QVariantList{qsizetype(0), qsizetype(3)}));
    QCOMPARE(rows.size(), 0);
    (void)editor.addTyped(u"e"_qs);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(ticks.size(), 0);
}

void TestDraftEditor::historyHasAnEnd()
{
    DraftEditor editor;
    for (size_t i = 0; i < DraftHistory::maximumDepth + 10; ++i)
        editor.setWithoutAccess(i % 2 == 0);
    size_t steps = 0;
    for (; editor.canUndo(); ++steps)
        editor.undo();
    QCOMPARE(steps, DraftHistory::maximumDepth);
}

QTEST_GUILESS_MAIN(TestDraftEditor)
#include "tst_drafteditor.moc"
