// SPDX-License-Identifier: MIT
#pragma once

#include "compose/pastetable.h"
#include "models/drafteditor.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tokenry
{

class FieldMessage;

/// Takes a list of names out of a ticket into the draft: the text at the left, at the right what is
/// recognised in it, with a choice wherever a name is not on the cluster. Window-modal: open() it. Nothing
/// changes before Permit, which is one step of the draft.
class PasteDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a editor outlives the dialog. \a defaults are for names without a permission of their own.
    PasteDialog(DraftEditor &editor, ActionSet defaults, QWidget *parent = nullptr);

    /// Takes what is in the clipboard, if that is text.
    void pasteClipboard();

private:
    [[nodiscard]] QWidget *makeText();
    [[nodiscard]] QWidget *makeResult();
    [[nodiscard]] QWidget *makeDefaults(ActionSet defaults);
    void layOut(ActionSet defaults);
    void read();
    void addChoices();
    void chooseDefaults();
    void refresh();
    void permit();

    DraftEditor &m_editor;
    PasteList m_list;
    PasteTable m_table;
    QPlainTextEdit *m_text;
    FieldMessage *m_message;
    std::array<QCheckBox *, 2> m_defaults;
    QStackedWidget *m_places;
    QTableView *m_view;
    QLabel *m_answer;
    QCheckBox *m_addUnlisted;
    QPushButton *m_useAll;
    QPushButton *m_permit;
};

} // namespace tokenry
