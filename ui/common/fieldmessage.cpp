// SPDX-License-Identifier: MIT
#include "common/fieldmessage.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace tokenry
{

FieldMessage::FieldMessage(QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_sign(new QLabel(this)), m_sentence(new QLabel(this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(6);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_sentence, 1);
    hide();
}

void FieldMessage::say(Tone tone, const QString &sentence)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    paintSign();
    show();
    QObject *const about = m_field ? m_field : this;
    if (m_field)
        m_field->setAccessibleDescription(sentence);
    QAccessibleEvent alert(about, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FieldMessage::clear()
{
    if (m_sentence->text().isEmpty())
        return;
    m_sentence->clear();
    hide();
    if (m_field)
        m_field->setAccessibleDescription({});
}

QString FieldMessage::sentence() const
{
    return m_sentence->text();
}

void FieldMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void FieldMessage::paintSign()
{
    m_sign->setPixmap(toneSign(m_tone, palette(), fontMetrics().height(), devicePixelRatioF()));
}

} // namespace tokenry
