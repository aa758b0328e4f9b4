// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QWidget>

class QLineEdit;

namespace tokenry
{

class FieldMessage;

/// A line to name a database that is not listed. Hidden until it is wanted; Escape puts it away.
class TypedNameField : public QWidget
{
    Q_OBJECT

public:
    explicit TypedNameField(DraftEditor &editor, QWidget *parent = nullptr);

    /// Shows the line with a name to begin with.
    void open(const QString &name);
    /// Takes the name as it stands, or says why not.
    void add();

Q_SIGNALS:
    /// The row of the name, added or found.
    void added(qsizetype row);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool refuseToken();

    void close();

    DraftEditor &m_editor;
    QLineEdit *m_name;
    FieldMessage *m_message;
};

} // namespace tokenry
