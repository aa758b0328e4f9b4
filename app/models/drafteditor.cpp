// SPDX-License-Identifier: MIT
#include "models/drafteditor.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace tokenry
{

namespace
{

bool sameRows(const PermissionSelection &a, const PermissionSelection &b)
{
    if (&a.catalog() != &b.catalog() || a.rowCount() != b.rowCount())
        return false;
    for (auto row = a.catalog().size(); row < a.rowCount(); ++row) {
        if (a.name(row) != b.name(row))
            return false;
    }
    return true;
}

} // namespace

DraftEditor::DraftEditor(QObject *parent) : QObject(parent) {}

bool DraftEditor::isUsable(Row row) const
{
    return m_unusable.empty() || !std::ranges::binary_search(m_unusable, row);
}

DraftEditor::Row DraftEditor::problemCount() const
{
    const Row typed = selection().rowCount() - selection().catalog().size();
    return static_cast<Row>(m_unusable.size()) + (m_databasesKnown ? typed : 0);
}

bool DraftEditor::isBlank() const
{
    return tokenry::isBlank(m_draft, m_defaultExpiry);
}

TokenDraft DraftEditor::blank() const
{
    TokenDraft blank;
    blank.expiry = m_defaultExpiry;
    return blank;
}

void DraftEditor::setDraft(TokenDraft draft)
{
    m_history.clear();
    m_catalog.reset();
    m_databasesKnown = false;
    replace(std::move(draft));
    Q_EMIT draftBegun();
}

DraftEditor::Mark DraftEditor::replaceDraft(TokenDraft draft)
{
    // Also where the two are equal: what follows is to be taken back to here.
    remember(Step::WholeDraft);
    replace(std::move(draft));
    Q_EMIT draftBegun();
    return m_history.lastStep();
}

TokenDraft DraftEditor::takeDraft()
{
    TokenDraft taken = m_draft;
    TokenDraft empty = blank();
    if (m_catalog)
        empty.permissions = PermissionSelection(m_catalog);
    m_history.clear();
    replace(std::move(empty));
    Q_EMIT draftBegun();
    return taken;
}

void DraftEditor::setCatalog(DatabaseCatalog::Ptr catalog)
{
    if (catalog == m_catalog)
        return;
    m_databasesKnown = true;
    useCatalog(std::move(catalog));
}

void DraftEditor::forgetCatalog()
{
    m_databasesKnown = false;
    // For the snapshots too: their names are no more listed than the draft's.
    useCatalog(std::make_shared<const DatabaseCatalog>());
}

void DraftEditor::useCatalog(DatabaseCatalog::Ptr catalog)
{
    m_catalog = std::move(catalog);
    TokenDraft draft = m_draft;
    draft.permissions = m_draft.permissions.over(m_catalog);
    replace(std::move(draft));
}

void DraftEditor::setDefaultExpiry(const ExpiryChoice &expiry)
{
    const bool wasBlank = isBlank();
    m_defaultExpiry = expiry;
    if (!wasBlank || expiry == m_draft.expiry)
        return;
    m_draft.expiry = expiry;
    Q_EMIT draftChanged();
}

void DraftEditor::setDescription(const QString &description)
{
    if (description == m_draft.description)
        return;
    const bool newWord =
        m_draft.description.endsWith(u' ') && description.size() > m_draft.description.size();
    if (newWord)
        m_history.endStep();
    remember(Step::Typing);
    m_draft.description = description;
    Q_EMIT draftChanged();
}

void DraftEditor::refuseDescription()
{
    setDescription({});
    m_history.forgetBegunTokens();
    Q_EMIT descriptionRefused();
}

void DraftEditor::suggestDescription(const QString &description)
{
    if (description == m_draft.description)
        return;
    remember(Step::Suggestion);
    m_draft.description = description;
    Q_EMIT draftChanged();
}

void DraftEditor::setExpiry(const ExpiryChoice &expiry)
{
    if (expiry == m_draft.expiry)
        return;
    const bool sameKind = expiry.kind == m_draft.expiry.kind && expiry.kind == ExpiryChoice::Kind::OnDate;
    remember(sameKind ? Step::Date : Step::Expiry);
    m_draft.expiry = expiry;
    Q_EMIT draftChanged();
}

void DraftEditor::setWithoutAccess(bool on)
{
    if (on == m_draft.withoutAccess)
        return;
    remember(Step::WithoutAccess);
    m_draft.withoutAccess = on;
    Q_EMIT draftChanged();
}

std::vector<DraftEditor::Row> DraftEditor::changing(const PermissionSelection &selection, Action action,
                                                    std::span<const Row> rows, bool on) const
{
    std::vector<Row> changing;
    if (selection.allDatabases(action))
        return changing;
    changing.reserve(rows.size());
    std::ranges::copy_if(rows, std::back_inserter(changing), [&](Row row) {
        return selection.isTicked(action, row) != on && (!on || isUsable(row));
    });
    return changing;
}

void DraftEditor::tick(Action action, std::span<const Row> rows, bool on)
{
    const std::vector<Row> these = changing(selection(), action, rows, on);
    if (these.empty())
        return;
    remember(action == Action::Write ? Step::Write : Step::Read);
    m_draft.permissions.tick(action, these, on);
    const auto [first, last] = std::ranges::minmax(these);
    Q_EMIT ticksChanged(first, last);
    Q_EMIT draftChanged();
}

void DraftEditor::tickBoth(std::span<const Row> rows, bool on)
{
    const std::vector<Row> reads = changing(selection(), Action::Read, rows, on);
    const std::vector<Row> writes = changing(selection(), Action::Write, rows, on);
    if (reads.empty() && writes.empty())
        return;
    remember(Step::ReadAndWrite);
    m_draft.permissions.tick(Action::Read, reads, on);
    m_draft.permissions.tick(Action::Write, writes, on);
    const auto [first, last] = std::ranges::minmax(rows);
    Q_EMIT ticksChanged(first, last);
    Q_EMIT draftChanged();
}

void DraftEditor::setActions(std::span<const Row> rows, ActionSet actions, Step step)
{
    TokenDraft draft = m_draft;
    for (const Action action : allActions) {
        const bool on = actions.has(action);
        // It would go on permitting what these rows are not to have.
        if (!on)
            draft.permissions.setAllDatabases(action, false);
        draft.permissions.tick(action, changing(draft.permissions, action, rows, on), on);
    }
    if (draft == m_draft)
        return;
    // Going through the presets is one step, as long as it is about the same rows.
    if (!std::ranges::equal(rows, m_actionsRows))
        m_history.endStep();
    m_actionsRows.assign(rows.begin(), rows.end());
    remember(step);
    replace(std::move(draft));
}

void DraftEditor::permit(std::span<const PastedName> names)
{
    TokenDraft draft = m_draft;
    for (const PastedName &each : names) {
        const ActionSet actions = each.actions.value_or(ActionSet());
        if (actions.isEmpty())
            continue;
        const auto row = draft.permissions.addTyped(each.name);
        for (const Action action : allActions) {
            if (row && actions.has(action))
                draft.permissions.tick(action, *row, true);
        }
    }
    if (draft == m_draft)
        return;
    remember(Step::Paste);
    replace(std::move(draft));
}

std::vector<DraftEditor::Row> DraftEditor::tickedRows() const
{
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(selection().tickedRowCount()));
    for (Row row = 0; row < selection().rowCount(); ++row) {
        if (selection().isTicked(row))
            rows.push_back(row);
    }
    return rows;
}

void DraftEditor::setAllDatabases(Action action, bool on)
{
    if (on == selection().allDatabases(action))
        return;
    remember(action == Action::Write ? Step::WriteAll : Step::ReadAll);
    m_draft.permissions.setAllDatabases(action, on);
    allTicksChanged();
}

void DraftEditor::nameOneByOne(Action action)
{
    apply({Remedy::Kind::NameOneByOne, action});
}

void DraftEditor::apply(const Remedy &remedy)
{
    TokenDraft mended = remedied(m_draft, remedy);
    if (mended == m_draft)
        return;
    remember(remedy.kind == Remedy::Kind::NameOneByOne ? Step::OneByOne : Step::Advice);
    replace(std::move(mended));
}

Result<DraftEditor::Row, Resource::Fault> DraftEditor::addTyped(const QString &name)
{
    TokenDraft draft = m_draft;
    const auto row = draft.permissions.addTyped(name);
    if (row && draft.permissions.rowCount() != selection().rowCount()) {
        remember(Step::AddName);
        replace(std::move(draft));
    }
    return row;
}

void DraftEditor::removeTyped(std::span<const Row> rows)
{
    std::vector<Row> typed;
    std::ranges::copy_if(rows, std::back_inserter(typed),
                         [this](Row row) { return selection().isTyped(row); });
    if (typed.empty())
        return;
    // From the last to the first: rows behind a removed one move up.
    std::ranges::sort(typed, std::greater());
    TokenDraft draft = m_draft;
    for (const Row row : typed)
        draft.permissions.removeTyped(row);
    remember(Step::RemoveName);
    replace(std::move(draft));
}

void DraftEditor::clear()
{
    TokenDraft empty = blank();
    PermissionSelection nothing = m_draft.permissions;
    while (nothing.rowCount() > nothing.catalog().size())
        nothing.removeTyped(nothing.rowCount() - 1);
    for (const Action action : allActions) {
        nothing.setAllDatabases(action, false);
        for (Row row = 0; nothing.tickedCount(action) > 0; ++row)
            nothing.tick(action, row, false);
    }
    empty.permissions = std::move(nothing);
    if (empty == m_draft)
        return;
    remember(Step::Clear);
    replace(std::move(empty));
    Q_EMIT draftBegun();
}

void DraftEditor::undo()
{
    if (auto draft = m_history.undo(m_draft))
        replace(std::move(*draft));
}

void DraftEditor::redo()
{
    if (auto draft = m_history.redo(m_draft))
        replace(std::move(*draft));
}

void DraftEditor::undoTo(Mark mark)
{
    if (auto draft = m_history.undoTo(mark, m_draft))
        replace(std::move(*draft));
}

void DraftEditor::replace(TokenDraft draft)
{
    // A snapshot may be older than the list of databases.
    if (m_catalog && &draft.permissions.catalog() != m_catalog.get())
        draft.permissions = draft.permissions.over(m_catalog);
    if (sameRows(draft.permissions, m_draft.permissions)) {
        m_draft = std::move(draft);
        allTicksChanged();
        return;
    }
    Q_EMIT rowsAboutToChange();
    m_draft = std::move(draft);
    findUnusable();
    Q_EMIT rowsChanged();
    Q_EMIT draftChanged();
}

void DraftEditor::findUnusable()
{
    m_unusable.clear();
    const DatabaseCatalog &catalog = selection().catalog();
    for (Row row = 0; row < catalog.size(); ++row) {
        const qsizetype bytes = catalog.utf8Name(row).size();
        const bool surelyUsable = bytes > 1 && bytes <= Resource::maximumLength;
        if (!surelyUsable && !Resource::database(catalog.name(row)))
            m_unusable.push_back(row);
    }
}

void DraftEditor::allTicksChanged()
{
    if (selection().rowCount() > 0)
        Q_EMIT ticksChanged(0, selection().rowCount() - 1);
    Q_EMIT choiceReplaced();
    Q_EMIT draftChanged();
}

} // namespace tokenry
