// SPDX-License-Identifier: MIT
#include "compose/datefield.h"

#include "common/icons.h"
#include "domain/expiry.h"

#include <QAction>
#include <QCalendarWidget>
#include <QMenu>
#include <QWidgetAction>

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
    const QString typed = text().simplified().replace(u'T', u' ');
    const QString clock = typed.section(u' ', 1);
    const QDate day = QDate::fromString(typed.section(u' ', 0, 0), QStringLiteral("yyyy-M-d"));
    const QTime time =
        clock.isEmpty() ? ExpiryChoice::morning() : QTime::fromString(clock, QStringLiteral("H:mm"));
    // Half of it is nothing: 2027-02-23 25:00 is as little a moment as 2027-02-31 10:00.
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
    auto *const popup = new QMenu(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *const calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate day = moment().day; day.isValid())
        calendar->setSelectedDate(day);
    auto *const content = new QWidgetAction(popup);
    content->setDefaultWidget(calendar);
    popup->addAction(content);
    const auto picked = [this, popup](QDate day) {
        popup->close();
        pick(day);
    };
    connect(calendar, &QCalendarWidget::clicked, this, picked);
    connect(calendar, &QCalendarWidget::activated, this, picked);
    popup->popup(mapToGlobal(rect().bottomLeft()));
    calendar->setFocus();
}

void DateField::pick(QDate day)
{
    const QTime time = moment().time;
    setMoment({day, time.isValid() ? time : ExpiryChoice::morning()});
    Q_EMIT edited();
}

} // namespace tokenry
