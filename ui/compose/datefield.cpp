// SPDX-License-Identifier: MIT
#include "compose/datefield.h"

#include "common/icons.h"
#include "domain/expiry.h"

#include <QAction>
#include <QCalendarWidget>
#include <QFrame>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

namespace tokenry
{

DateField::DateField(QWidget *parent) : DraftLineEdit(parent)
{
    setPlaceholderText(QStringLiteral("2027-02-23 10:00"));
    // Files are the window's.
    setAcceptDrops(false);
    auto *const calendar = addAction(icon(Sign::Calendar), TrailingPosition);
    calendar->setText(tr("Calendar"));
    calendar->setToolTip(tr("Calendar (Alt+Down)"));
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::textEdited, this, &DateField::edited);
    // For the text, and the icon with what stands around both.
    setMinimumWidth(fontMetrics().horizontalAdvance(placeholderText()) + 3 * fontMetrics().height());
}

DateField::Moment DateField::moment() const
{
    static const QRegularExpression shape(
        QStringLiteral("^\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[\\sT]+(\\d{1,2}):(\\d{2}))?\\s*$"));
    const QRegularExpressionMatch match = shape.match(text());
    if (!match.hasMatch())
        return {};
    const auto number = [&](int group) {
        return match.capturedView(group).toInt();
    };
    const QTime time = match.capturedLength(4) > 0 ? QTime(number(4), number(5)) : ExpiryChoice::morning();
    // Half of it is nothing: 2027-02-23 25:00 is as little a moment as 2027-02-31 10:00.
    const QDate day(number(1), number(2), number(3));
    return day.isValid() && time.isValid() ? Moment{day, time} : Moment();
}

void DateField::setMoment(const Moment &moment)
{
    if (moment == this->moment())
        return;
    setText(moment.day.isValid() ? moment.day.toString(QStringLiteral("yyyy-MM-dd ")) +
                                       moment.time.toString(QStringLiteral("HH:mm"))
                                 : QString());
}

void DateField::keyPressEvent(QKeyEvent *event)
{
    // As a chooser opens its list.
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (altDown || event->key() == Qt::Key_F4)
        openCalendar();
    else
        DraftLineEdit::keyPressEvent(event);
}

void DateField::openCalendar()
{
    auto *const popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameStyle(QFrame::StyledPanel);
    auto *const calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate day = moment().day; day.isValid())
        calendar->setSelectedDate(day);
    auto *const layout = new QVBoxLayout(popup);
    layout->setContentsMargins({});
    layout->addWidget(calendar);
    const auto picked = [this, popup](QDate day) {
        popup->close();
        pick(day);
    };
    connect(calendar, &QCalendarWidget::clicked, this, picked);
    connect(calendar, &QCalendarWidget::activated, this, picked);
    connect(new QShortcut(Qt::Key_Escape, popup), &QShortcut::activated, popup, &QWidget::close);
    popup->move(mapToGlobal(rect().bottomLeft()));
    popup->show();
    calendar->setFocus();
}

void DateField::pick(QDate day)
{
    const QTime time = moment().time;
    setMoment({day, time.isValid() ? time : ExpiryChoice::morning()});
    Q_EMIT edited();
}

} // namespace tokenry
