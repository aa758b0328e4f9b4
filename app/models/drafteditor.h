// SPDX-License-Identifier: MIT
#pragma once

#include "domain/pastednames.h"
#include "domain/remedy.h"
#include "domain/tokendraft.h"
#include "models/drafthistory.h"

#include <QObject>

#include <span>
#include <vector>

namespace tokenry
{

/// The only writer of a TokenDraft. Every setter that changes something is one step that can be undone;
/// typing in the description is one step per word.
class DraftEditor : public QObject
{
    Q_OBJECT

public:
    using Row = PermissionSelection::Row;
    using Step = DraftHistory::Step;
    using Mark = DraftHistory::Mark;

    explicit DraftEditor(QObject *parent = nullptr);

    [[nodiscard]] const TokenDraft &draft() const { return m_draft; }
    [[nodiscard]] const PermissionSelection &selection() const { return m_draft.permissions; }
    /// False for a listed name that no permission can be asked for (`*`, or over 64 characters): it cannot be
    /// ticked.
    [[nodiscard]] bool isUsable(Row row) const;
    [[nodiscard]] bool areAllUsable() const { return m_unusable.empty(); }
    /// Listed names that cannot be permitted and, where the list is known, names that are not in it.
    [[nodiscard]] Row problemCount() const;
    /// As a new draft begins.
    [[nodiscard]] bool isBlank() const;

    /// Another profile's draft, over its own catalog. Forgets what could be undone.
    void setDraft(TokenDraft draft);
    /// Another draft in place of this one, over the same catalog; one step that can be undone, for undoTo().
    Mark replaceDraft(TokenDraft draft);
    /// Gives the draft away and starts an empty one over the same catalog.
    [[nodiscard]] TokenDraft takeDraft();
    /// The same choice over a newer list; what could be undone still can.
    void setCatalog(DatabaseCatalog::Ptr catalog);
    /// The same choice on a cluster whose databases were not read yet.
    void forgetCatalog();
    /// Whether the draft's names are held against a list that was read, so that one can be missing in it.
    [[nodiscard]] bool databasesKnown() const { return m_databasesKnown; }
    /// With what new and cleared drafts begin; a blank draft takes it over at once.
    void setDefaultExpiry(const ExpiryChoice &expiry);
    [[nodiscard]] const ExpiryChoice &defaultExpiry() const { return m_defaultExpiry; }

    void setDescription(const QString &description);
    /// What was typed has turned out to be a token: the draft has no description, and no undoing brings back
    /// what was taken for one before the token could be recognised.
    void refuseDescription();
    /// One that was made for the person: a step of its own.
    void suggestDescription(const QString &description);
    void setExpiry(const ExpiryChoice &expiry);
    void setWithoutAccess(bool on);
    void tick(Action action, std::span<const Row> rows, bool on);
    /// Both actions in one step.
    void tickBoth(std::span<const Row> rows, bool on);
    /// These and no other actions, on each row, in one step; as long as the rows are the same, several become
    /// one. The wildcard of another action is turned off; a column that one of these covers stays as it is.
    void setActions(std::span<const Row> rows, ActionSet actions, Step step);
    /// Ticks the named databases for what is said of each, in one step, and adds those that are not listed.
    /// Also in a column that a wildcard covers, where ticks are kept. Names that cannot be permitted, and
    /// those nothing is said of, are passed over.
    void permit(std::span<const PastedName> names);
    /// Rows with a tick.
    [[nodiscard]] std::vector<Row> tickedRows() const;
    void setAllDatabases(Action action, bool on);
    /// Turns the wildcard into a tick on every listed database of today.
    void nameOneByOne(Action action);
    /// Adds a name that is not listed, or finds it; nothing is ticked.
    Result<Row, Resource::Fault> addTyped(const QString &name);
    /// In one step; rows that are not typed stay.
    void removeTyped(std::span<const Row> rows);
    /// In one step.
    void apply(const Remedy &remedy);
    /// Everything back to an empty draft; can be undone.
    void clear();

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] std::optional<Step> undoStep() const { return m_history.undoStep(); }
    [[nodiscard]] std::optional<Step> redoStep() const { return m_history.redoStep(); }
    void undo();
    void redo();
    /// Takes back that step and whatever followed it.
    void undoTo(Mark mark);
    /// The field was left: what is typed next is a step of its own.
    void endTyping() { m_history.endStep(); }

Q_SIGNALS:
    /// After any change, also of what can be undone.
    void draftChanged();
    /// Another draft is being composed than before: emptied, or put in place of it.
    void draftBegun();
    /// After refuseDescription().
    void descriptionRefused();
    /// Around a change of which rows there are.
    void rowsAboutToChange();
    void rowsChanged();
    /// Ticks or wildcards of these rows changed, both included; the rows themselves did not.
    void ticksChanged(qsizetype first, qsizetype last);
    /// Ticks changed otherwise than by ticking: undone, cleared, pasted, through a wildcard.
    void choiceReplaced();

private:
    void remember(Step step) { m_history.remember(m_draft, step); }
    void useCatalog(DatabaseCatalog::Ptr catalog);
    void replace(TokenDraft draft);
    void findUnusable();
    void allTicksChanged();
    [[nodiscard]] TokenDraft blank() const;
    [[nodiscard]] std::vector<Row> changing(const PermissionSelection &selection, Action action,
                                            std::span<const Row> rows, bool on) const;

    TokenDraft m_draft;
    /// Null until setCatalog(): the draft's own catalog then holds for all snapshots too.
    DatabaseCatalog::Ptr m_catalog;
    bool m_databasesKnown = false;
    /// In order; nearly always empty.
    std::vector<Row> m_unusable;
    DraftHistory m_history;
    /// What setActions() was last about.
    std::vector<Row> m_actionsRows;
    ExpiryChoice m_defaultExpiry;
};

} // namespace tokenry
