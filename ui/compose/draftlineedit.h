// SPDX-License-Identifier: MIT
#pragma once

#include "common/wheelproof.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace tokenry
{

/// A field that leaves Ctrl+Z to the window: undo there covers the whole draft, what is in this field
/// included.
template <class Field>
class UndoneByWindow : public Field
{
public:
    using Field::Field;

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            auto *const key = static_cast<QKeyEvent *>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
                event->ignore();
                return false;
            }
        }
        return Field::event(event);
    }
};

using DraftLineEdit = UndoneByWindow<QLineEdit>;
using DraftDateTimeEdit = UndoneByWindow<DateTimeField>;

} // namespace tokenry
