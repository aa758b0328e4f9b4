// SPDX-License-Identifier: MIT
#pragma once

#include "compose/draftlineedit.h"

#include <QDate>
#include <QTime>

namespace tokenry
{

/// A day and a time on the clock at the wall, typed as text or picked in a calendar. What is typed stands,
/// whatever it is: QDateTimeEdit completes a year that is half typed, with the year that stood there before.
class DateField : public DraftLineEdit
{
    Q_OBJECT

public:
    struct Moment
    {
        QDate day;
        QTime time;

        friend bool operator==(const Moment &, const Moment &) = default;
    };

    explicit DateField(QWidget *parent = nullptr);

    /// What the text says; without a valid day where it says none. A day alone means its morning.
    [[nodiscard]] Moment moment() const;
    /// A text that says so already stays as it was typed.
    void setMoment(const Moment &moment);

Q_SIGNALS:
    /// By typing or in the calendar.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openCalendar();
    void pick(QDate day);
};

} // namespace tokenry
