// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QWidget>

class QLineEdit;

namespace tokenry
{

class FieldMessage;

/// What the token is for.
class DescriptionField : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptionField(DraftEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    void showFault();

private:
    void refresh();

    DraftEditor &m_editor;
    QLineEdit *m_field;
    FieldMessage *m_message;
};

} // namespace tokenry
