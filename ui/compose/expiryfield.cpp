// SPDX-License-Identifier: MIT
#include "compose/expiryfield.h"

#include "common/chooser.h"
#include "common/fieldmessage.h"
#include "compose/datefield.h"
#include "wording/drafttext.h"
#include "wording/timetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

namespace tokenry
{

namespace
{

// Items of the chooser: a number of days, or one of these.
constexpr int onDate = -1;
constexpr int never = -2;

} // namespace

ExpiryField::ExpiryField(DraftEditor &editor, Now now, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_now(std::move(now)), m_chooser(new Chooser(this)),
      m_dateLabel(new QLabel(tr("Expiry date"), this)), m_date(new DateField(this)), m_line(new QLabel(this)),
      m_message(new FieldMessage(m_date, this))
{
    for (const int days : ExpiryChoice::usualDays)
        m_chooser->addItem(daysText(days), days);
    m_chooser->addItem(tr("On a date…"), onDate);
    m_chooser->addItem(tr("Never"), never);
    m_chooser->setAccessibleName(tr("Expiry"));
    m_dateLabel->setBuddy(m_date);
    m_date->setAccessibleName(tr("Expiry date"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusProxy(m_chooser);

    auto *const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_chooser);
    row->addWidget(m_dateLabel);
    row->addWidget(m_date);
    row->addWidget(m_line, 1);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_message);

    connect(m_chooser, &QComboBox::activated, this, &ExpiryField::chosen);
    connect(m_date, &DateField::edited, this, &ExpiryField::dateEdited);
    connect(m_date, &QLineEdit::editingFinished, &editor, &DraftEditor::endTyping);
    connect(&editor, &DraftEditor::draftChanged, this, &ExpiryField::refresh);
    refresh();
}

void ExpiryField::showFault()
{
    m_message->say(Tone::Danger, drafttext::expiryFault(m_editor.draft().expiry));
    (m_date->isVisible() ? static_cast<QWidget *>(m_date) : m_chooser)->setFocus();
}

void ExpiryField::chosen(int index)
{
    const int days = m_chooser->itemData(index).toInt();
    ExpiryChoice choice = m_editor.draft().expiry;
    if (days == onDate) {
        // Begins where the number of days would have ended; chosen again, leaves what was typed.
        const QDateTime now = m_now();
        if (choice.kind == ExpiryChoice::Kind::OnDate)
            return;
        if (choice.kind == ExpiryChoice::Kind::Never)
            choice = {};
        choice.date = choice.resolve(now).instant().toTimeZone(now.timeZone());
        choice.kind = ExpiryChoice::Kind::OnDate;
    } else if (days == never) {
        choice.kind = ExpiryChoice::Kind::Never;
    } else {
        choice.kind = ExpiryChoice::Kind::AfterDays;
        choice.days = days;
    }
    // The keyboard stays here: arrows pass over "On a date…" on their way.
    m_editor.setExpiry(choice);
}

void ExpiryField::dateEdited()
{
    ExpiryChoice choice = m_editor.draft().expiry;
    // The field knows the clock on the wall; the zone is that of `now`.
    const DateField::Moment moment = m_date->moment();
    choice.date = QDateTime(moment.day, moment.time, m_now().timeZone());
    m_editor.setExpiry(choice);
}

int ExpiryField::indexOf(const ExpiryChoice &choice)
{
    if (choice.kind != ExpiryChoice::Kind::AfterDays)
        return m_chooser->findData(choice.kind == ExpiryChoice::Kind::Never ? never : onDate);
    if (m_chooser->findData(choice.days) < 0)
        m_chooser->insertItem(0, daysText(choice.days), choice.days);
    return m_chooser->findData(choice.days);
}

void ExpiryField::refresh()
{
    const ExpiryChoice &choice = m_editor.draft().expiry;
    const QDateTime now = m_now();
    m_chooser->setCurrentIndex(indexOf(choice));
    const bool dated = choice.kind == ExpiryChoice::Kind::OnDate;
    m_dateLabel->setVisible(dated);
    m_date->setVisible(dated);
    if (dated)
        m_date->setMoment({choice.date.date(), choice.date.time()});
    const bool faulty = dated && (!choice.date.isValid() || choice.date <= now);
    m_line->setText(faulty ? QString() : drafttext::expiry(choice, now));
    m_line->setToolTip(drafttext::expiryMeans(choice));
    m_message->keepPlace(dated);
    m_message->say(Tone::Danger, faulty ? drafttext::expiryFault(choice) : QString());
}

} // namespace tokenry
