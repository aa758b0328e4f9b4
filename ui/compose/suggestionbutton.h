// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QPushButton>

namespace tokenry
{

/// Puts a description made from the permissions into the draft, on request only.
class SuggestionButton : public QPushButton
{
    Q_OBJECT

public:
    /// \a editor outlives the button.
    explicit SuggestionButton(DraftEditor &editor, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    DraftEditor &m_editor;
};

} // namespace tokenry
