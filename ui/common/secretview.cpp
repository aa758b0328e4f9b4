// SPDX-License-Identifier: MIT
#include "common/secretview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QStyleOptionFrame>

namespace tokenry
{

namespace
{

constexpr int margin = 6;
constexpr int comfortableColumns = 48;

/// The character to draw for a byte; what a token should not contain is drawn as a replacement.
QChar drawn(char byte)
{
    return byte >= 0x21 && byte <= 0x7e ? QLatin1Char(byte) : QChar(QChar::ReplacementCharacter);
}

} // namespace

SecretView::SecretView(const Secret &secret, QWidget *parent) : QWidget(parent), m_secret(secret)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void SecretView::setRevealed(bool revealed)
{
    m_revealed = revealed;
    describe();
    update();
}

void SecretView::describe()
{
    setAccessibleDescription(m_revealed ? tr("shown on the screen") : tr("hidden"));
}

QSize SecretView::cell() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(QLatin1Char('W')), metrics.height() + 2};
}

int SecretView::columns(int width) const
{
    return std::max(1, (width - 2 * margin) / cell().width());
}

QSize SecretView::sizeHint() const
{
    const int width = comfortableColumns * cell().width() + 2 * margin;
    return {width, heightForWidth(width)};
}

int SecretView::heightForWidth(int width) const
{
    const auto perLine = columns(width);
    const auto shown = static_cast<int>(std::min(m_secret.size(), mostShown));
    const auto lines = std::max(1, (shown + perLine - 1) / perLine);
    return lines * cell().height() + 2 * margin;
}

void SecretView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame frame;
    frame.initFrom(this);
    frame.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, this);
    frame.state |= QStyle::State_Sunken | QStyle::State_ReadOnly;
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
    painter.setPen(palette().color(QPalette::Text));
    paintCells(painter, rect().adjusted(margin, margin, -margin, -margin));
}

void SecretView::paintCells(QPainter &painter, const QRect &area) const
{
    const QSize size = cell();
    const int perLine = columns(width());
    // One character at a time through one buffer, wiped at the end: no QString ever holds the secret.
    QString one(1, QLatin1Char(' '));
    m_secret.reveal([&](QByteArrayView bytes) {
        for (qsizetype i = 0; i < std::min(bytes.size(), mostShown); ++i) {
            const auto column = static_cast<int>(i % perLine);
            const auto line = static_cast<int>(i / perLine);
            const QRect place(area.topLeft() + QPoint(column * size.width(), line * size.height()), size);
            const bool cut = i == mostShown - 1 && bytes.size() > mostShown;
            one[0] = cut ? QChar(u'…') : m_revealed ? drawn(bytes[i]) : QChar(u'•');
            painter.drawText(place, Qt::AlignCenter, one);
        }
    });
    wipe(one);
}

void SecretView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace tokenry
