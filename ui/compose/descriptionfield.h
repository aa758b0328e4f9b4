// SPDX-License-Identifier: MIT
#pragma once

#include "compose/draftlineedit.h"
#include "domain/tokenrequest.h"
#include "models/drafteditor.h"

namespace tokenry
{

class FieldMessage;

/// What the token is for.
class DescriptionField : public DraftLineEdit
{
    Q_OBJECT

public:
    explicit DescriptionField(DraftEditor &editor, QWidget *parent = nullptr);

    /// Below the line the field stands in, whose width its sentences need.
    [[nodiscard]] FieldMessage *message() const { return m_message; }
    /// One that is about the description.
    void showFault(DraftFault fault);

private:
    void take(const QString &text);
    void begin();
    void refresh();

    DraftEditor &m_editor;
    FieldMessage *m_message;
};

} // namespace tokenry
