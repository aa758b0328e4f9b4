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
    // Also because a screen reader is not to hear it again with every key.
    if (tone == m_tone && sentence == m_sentence->text())
        return;
    m_tone = tone;
    m_sentence->setText(sentence);
    m_field->setAccessibleDescription(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    showTone();
    if (tone == Tone::Info || !m_field->isVisible())
        return;
    QAccessibleEvent alert(m_field, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString FieldMessage::sentence() const
{
    return m_sentence->text();
}

void FieldMessage::keepPlace(bool keep)
{
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    setSizePolicy(policy);
    setMinimumHeight(keep ? fontMetrics().height() : 0);
}

void FieldMessage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showTone();
}

void FieldMessage::showTone()
{
    m_sign->setPixmap(toneSign(m_tone, palette(), fontMetrics().height(), devicePixelRatioF()));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, m_tone == Tone::Info ? palette().color(QPalette::PlaceholderText)
                                                                : toneColor(m_tone, palette()));
    m_sentence->setPalette(colored);
}

} // namespace tokenry
