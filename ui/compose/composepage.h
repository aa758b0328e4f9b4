// SPDX-License-Identifier: MIT
#pragma once

#include "compose/liststate.h"
#include "domain/advice.h"
#include "domain/tokenrequest.h"
#include "grid/databasetable.h"

#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;

namespace tokenry
{

class AdviceLine;
class DatabaseArea;
class DescriptionField;
class ExpiryField;
class FilterBar;
class PasteDialog;
class PermissionGrid;
class PresetChooser;
class SummaryLine;
class TypedNameField;

/// The place where a token is composed: what it is for, until when, and on which databases it may do what.
/// Shows and edits the editor's draft; whose it is, is the window's business.
class ComposePage : public QWidget
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    /// \a editor outlives the page. \a now is the server's time where known, in the person's time zone.
    ComposePage(DraftEditor &editor, Now now, QWidget *parent = nullptr);

    /// How the reading of the databases stands.
    void showList(ListState state);
    /// Who else has access to the cluster; null where that is not known.
    void showAccess(Access::Ptr access);
    /// What there is to know about the draft, for Review; its tokens are those of the access shown.
    [[nodiscard]] const std::vector<Advice> &advice();
    /// The same about a request that is not the draft; \a databases are the cluster's, null where
    /// they were not read.
    [[nodiscard]] std::vector<Advice> adviceOn(const TokenRequest &request,
                                               const DatabaseCatalog::Ptr &databases) const;
    /// Says at each field what keeps the draft from being reviewed, and goes to the first.
    void showFaults(const std::vector<DraftFault> &faults);
    [[nodiscard]] PermissionGrid *grid() const;
    /// Where a new draft begins.
    void focusDescription();
    /// Column widths, sorting and filter, to be given to restoreView() after a restart. What cannot be read
    /// changes nothing.
    [[nodiscard]] QByteArray view() const;
    void restoreView(const QByteArray &view);

Q_SIGNALS:
    /// The draft has no fault at this moment, and is to be saved as a request.
    void saveRequested();
    void openRequested();
    /// The draft has no fault at this moment.
    void reviewRequested();
    void stopRequested();
    void reloadRequested();
    /// The person wants to see active tokens that are like the draft.
    void tokensWanted(const QString &title, const std::vector<tokenry::Token> &tokens);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addKeys();
    void ifFaultless(void (ComposePage::*signal)());
    void nameAdded(DraftEditor::Row row);
    void showRows(DatabaseTable::Show rows);
    PasteDialog *openPaste();
    void focusGrid();
    void refreshButtons();

    DraftEditor &m_editor;
    Now m_now;
    DatabaseTable m_table;
    DescriptionField *m_description;
    ExpiryField *m_expiry;
    FilterBar *m_filter;
    TypedNameField *m_typedName;
    DatabaseArea *m_list;
    SummaryLine *m_summary;
    AdviceLine *m_advice;
    PresetChooser *m_preset;
    QPushButton *m_clear;
    QPushButton *m_open;
    QPushButton *m_save;
    QPushButton *m_review;
};

} // namespace tokenry
