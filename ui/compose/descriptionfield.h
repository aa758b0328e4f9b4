// SPDX-License-Identifier: MIT
#pragma once

#include "domain/tokenrequest.h"
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
    /// Below the line the field stands in, whose width its sentences need.
    [[nodiscard]] FieldMessage *message() const { return m_message; }
    /// One that is about the description.
    void showFault(DraftFault fault);

private:
    void take(const QString &text);
    void begin();
    void refresh();

    DraftEditor &m_editor;
    QLineEdit *m_field;
    FieldMessage *m_message;
};

} // namespace tokenry
