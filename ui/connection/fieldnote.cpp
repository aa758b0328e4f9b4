// SPDX-License-Identifier: MIT
#include "connection/fieldnote.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace tokenry
{

FieldNote::FieldNote(QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_sign(new QLabel(this)), m_text(new QLabel(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("note"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 1, 0, 4);
    layout->setSpacing(6);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void FieldNote::say(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setText(text);
    m_field->setAccessibleDescription(text);
    paintSign();
    setVisible(!text.isEmpty());
}

QString FieldNote::text() const
{
    return m_text->text();
}

void FieldNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void FieldNote::paintSign()
{
    m_sign->setPixmap(toneSign(m_tone, palette(), fontMetrics().height() - 2, devicePixelRatioF()));
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, m_tone == Tone::Info ? palette().color(QPalette::PlaceholderText)
                                                                : toneColor(m_tone, palette()));
    m_text->setPalette(colored);
}

} // namespace tokenry
