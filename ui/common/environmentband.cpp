// SPDX-License-Identifier: MIT
#include "common/environmentband.h"

#include "common/tone.h"
#include "wording/profiletext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace tokenry
{

namespace
{

struct Colors
{
    QColor ground;
    QColor text;
};

Colors colorsOf(Environment environment, const QPalette &palette)
{
    switch (environment) {
    case Environment::Production:
        return {isDark(palette) ? QColor(0xc6, 0x3a, 0x32) : QColor(0xb3, 0x26, 0x1e), Qt::white};
    case Environment::Staging:
        return {isDark(palette) ? QColor(0xd9, 0xa0, 0x3a) : QColor(0xf2, 0xb8, 0x4b),
                QColor(0x2b, 0x1b, 0x00)};
    case Environment::Other:
        return {palette.color(isDark(palette) ? QPalette::Light : QPalette::Mid),
                palette.color(QPalette::WindowText)};
    }
    return {};
}

} // namespace

QColor environmentColor(Environment environment, const QPalette &palette)
{
    return colorsOf(environment, palette).ground;
}

EnvironmentBand::EnvironmentBand(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setEnvironment(Environment::Other);
}

void EnvironmentBand::setEnvironment(Environment environment, const QString &word)
{
    m_environment = environment;
    m_word = word.isEmpty() ? environmentWord(environment) : word;
    setAccessibleName(m_word);
    setToolTip(environmentExplanation(environment));
    updateGeometry();
    update();
}

QFont EnvironmentBand::wordFont() const
{
    QFont bold = font();
    bold.setBold(true);
    bold.setLetterSpacing(QFont::PercentageSpacing, 106);
    return bold;
}

QSize EnvironmentBand::sizeHint() const
{
    const QFontMetrics metrics(wordFont());
    return {metrics.horizontalAdvance(m_word) + 2 * metrics.averageCharWidth() + metrics.height() / 2,
            metrics.height() + metrics.height() / 3};
}

void EnvironmentBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [ground, text] = colorsOf(m_environment, palette());
    QPainterPath band;
    band.addRoundedRect(QRectF(rect()), 3, 3);
    painter.setClipPath(band);
    painter.fillRect(rect(), ground);

    const int edge = fontMetrics().height() / 2;
    if (m_environment == Environment::Production) {
        painter.setPen(QPen(text, 2));
        for (int y = -height(); y < 2 * height(); y += 6)
            painter.drawLine(QPointF(0, y + edge), QPointF(edge, y));
    }
    painter.setPen(text);
    painter.setFont(wordFont());
    painter.drawText(rect().adjusted(edge, 0, 0, 0), Qt::AlignCenter, m_word);
}

} // namespace tokenry
