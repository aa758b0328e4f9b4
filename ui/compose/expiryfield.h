// SPDX-License-Identifier: MIT
#pragma once

#include "models/drafteditor.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;

namespace tokenry
{

class DateField;
class FieldMessage;

/// When the token ends: after a number of days, on a date, or never; and what that comes to.
class ExpiryField : public QWidget
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    /// \a now is in the person's time zone.
    ExpiryField(DraftEditor &editor, Now now, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *chooser() const { return m_chooser; }
    void showFault();
    /// Works out anew what the choice comes to: time has passed, or the draft has changed.
    void refresh();

private:
    void chosen(int index);
    void dateEdited();
    /// In the place of what the choice comes to, so that nothing moves.
    [[nodiscard]] int indexOf(const ExpiryChoice &choice);

    DraftEditor &m_editor;
    Now m_now;
    QComboBox *m_chooser;
    QLabel *m_dateLabel;
    DateField *m_date;
    QLabel *m_line;
    FieldMessage *m_message;
};

} // namespace tokenry
