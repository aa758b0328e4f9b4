// SPDX-License-Identifier: MIT
#include "common/messagebar.h"

#include "common/detailsview.h"
#include "common/plainlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

namespace tokenry
{

namespace
{

/// Empty for a success: the message itself says so.
QString wordOf(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return MessageBar::tr("Note");
    case Tone::Success:
        return {};
    case Tone::Warning:
        return MessageBar::tr("Attention");
    case Tone::Danger:
        return MessageBar::tr("Error");
    }
    return {};
}

QLabel *selectableLabel(QWidget *parent)
{
    QLabel *const label = plainLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_headline(selectableLabel(this)),
      m_body(selectableLabel(this)), m_rows(new QVBoxLayout), m_actions(new QHBoxLayout),
      m_unfold(new QToolButton(this)), m_copy(new QPushButton(tr("Copy details"), this)),
      m_details(new DetailsView(this))
{
    setAccessibleName(tr("Message"));
    setObjectName(QStringLiteral("messageBar"));
    QFont bold = font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_body->setObjectName(QStringLiteral("body"));

    m_unfold->setText(tr("Details"));
    m_unfold->setAccessibleName(tr("Details"));
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setArrowType(Qt::RightArrow);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_details->setAccessibleName(tr("Details"));

    m_actions->setSpacing(8);
    m_actions->addStretch();
    m_actions->addWidget(m_copy);
    m_actions->addWidget(m_unfold);
    auto *const words = new QVBoxLayout;
    words->setSpacing(3);
    words->addWidget(m_headline);
    words->addWidget(m_body);
    words->addLayout(m_rows);
    words->addLayout(m_actions);
    words->addWidget(m_details);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 9, 12, 9);
    layout->setSpacing(10);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(words, 1);

    connect(m_unfold, &QToolButton::toggled, this, [this](bool open) {
        m_unfold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(open);
        m_copy->setVisible(open);
    });
    connect(m_copy, &QPushButton::clicked, m_details, &DetailsView::copyAll);
    hide();
}

void MessageBar::say(Tone tone, const ErrorText &text)
{
    removeActions();
    m_tone = tone;
    m_text = text;
    const QString word = wordOf(tone);
    const QString headline = word.isEmpty()
                                 ? text.headline
                                 : tr("%1: %2", "a severity and what happened").arg(word, text.headline);
    m_headline->setText(breakable(headline));
    const QString body = text.meaning.isEmpty() || text.remedy.isEmpty() ? text.meaning + text.remedy
                                                                         : text.meaning + u' ' + text.remedy;
    m_body->setText(breakable(body));
    m_body->setVisible(!body.isEmpty());
    m_details->setPlainText(text.details);
    m_unfold->setVisible(!text.details.isEmpty());
    m_unfold->setChecked(false);
    m_details->hide();
    m_copy->hide();
    paintSign();
    setAccessibleDescription(headline + u' ' + body);
    show();
    update();
    // Once it has its place.
    QTimer::singleShot(0, this, &MessageBar::scrollIntoView);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::say(Tone tone, const QString &headline)
{
    say(tone, ErrorText{headline, {}, {}, {}});
}

QPushButton *MessageBar::addAction(const QString &label)
{
    auto *const button = new QPushButton(label, this);
    addAction(button);
    return button;
}

void MessageBar::addAction(QPushButton *button)
{
    button->setAutoDefault(false);
    m_actions->insertWidget(static_cast<int>(m_buttons.size()), button);
    m_buttons << button;
    button->show();
}

void MessageBar::addRow(QWidget *row)
{
    m_rows->addWidget(row);
    row->show();
}

void MessageBar::clear()
{
    removeActions();
    m_text = {};
    hide();
}

void MessageBar::letDismiss()
{
    auto *const dismiss = new QToolButton(this);
    dismiss->setText(QStringLiteral("✕"));
    dismiss->setAccessibleName(tr("Dismiss message"));
    dismiss->setToolTip(tr("Dismiss this message"));
    dismiss->setAutoRaise(true);
    dismiss->setFocusPolicy(Qt::TabFocus);
    static_cast<QHBoxLayout *>(layout())->addWidget(dismiss, 0, Qt::AlignTop);
    connect(dismiss, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
}

// Later, because the bar is often replaced from inside the click of one of its buttons.
void MessageBar::removeActions()
{
    for (QPushButton *const button : std::as_const(m_buttons)) {
        m_actions->removeWidget(button);
        button->hide();
        button->setEnabled(false);
        button->deleteLater();
    }
    m_buttons.clear();
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

// In a window too small for everything it may come up out of sight.
void MessageBar::scrollIntoView()
{
    for (QWidget *around = parentWidget(); around && isVisible(); around = around->parentWidget()) {
        if (auto *const area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(this, 0, 0);
    }
}

void MessageBar::paintSign()
{
    m_sign->setPixmap(toneSign(m_tone, palette(), fontMetrics().height() + 3, devicePixelRatioF()));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = toneColor(m_tone, palette());
    painter.setPen(QPen(color, 1));
    painter.setBrush(toneTint(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillRect(QRectF(0, 4, 4, height() - 8), color);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

} // namespace tokenry
