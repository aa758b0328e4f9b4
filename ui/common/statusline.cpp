// SPDX-License-Identifier: MIT
#include "common/statusline.h"

#include "common/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

constexpr std::chrono::seconds slowAfter{5};

/// An open ring of dots: under way.
QPixmap busySign(const QPalette &palette, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 16.0, size / 16.0);
    painter.setPen(QPen(palette.color(QPalette::WindowText), 2, Qt::DotLine, Qt::RoundCap));
    painter.drawEllipse(QRectF(2, 2, 12, 12));
    return pixmap;
}

bool isTrouble(std::optional<Tone> tone)
{
    return tone == Tone::Warning || tone == Tone::Danger;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_headline(plainLabel(this)), m_body(plainLabel(this)),
      m_actions(new QHBoxLayout), m_words(new QVBoxLayout)
{
    m_headline->setObjectName(QStringLiteral("headline"));
    m_body->setObjectName(QStringLiteral("body"));
    m_untilSlow.setSingleShot(true);
    m_actions->addStretch();
    m_words->setSpacing(4);
    m_words->addWidget(m_headline);
    m_words->addWidget(m_body);
    m_words->addLayout(m_actions);
    auto *const layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addLayout(m_words, 1);
    set({}, {}, {});
}

void StatusLine::say(Tone tone, const QString &headline, const QString &body)
{
    set(tone, headline, body);
}

void StatusLine::say(Tone tone, const ErrorText &text)
{
    QString body = text.meaning;
    if (!text.remedy.isEmpty())
        body += (body.isEmpty() ? QString() : QStringLiteral(" ")) + text.remedy;
    if (!text.details.isEmpty())
        body += u'\n' + tr("Reported: %1").arg(text.details);
    set(tone, text.headline, body);
}

void StatusLine::sayBusy(const QString &headline, const QString &body, const QString &slow)
{
    const bool goesOn = !m_tone && m_headline->text() == breakable(headline);
    if (goesOn && !slow.isEmpty())
        return;
    set({}, headline, body);
    if (slow.isEmpty())
        return;
    m_untilSlow.callOnTimeout(this, [this, headline, slow] { set({}, headline, slow); });
    m_untilSlow.start(slowAfter);
}

QPushButton *StatusLine::addAction(const QString &label)
{
    auto *const button = new QPushButton(label, this);
    button->setAutoDefault(false);
    button->hide();
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void StatusLine::addRow(QWidget *widget)
{
    m_words->addWidget(widget);
}

void StatusLine::reserveRoom()
{
    m_words->removeItem(m_actions);
    static_cast<QHBoxLayout *>(layout())->addLayout(m_actions);
    // What is short stands in the middle of its room.
    m_words->insertStretch(0);
    m_words->addStretch();
    m_signPlace = Qt::AlignVCenter;
    layout()->setAlignment(m_sign, m_signPlace);
    const int button = QPushButton(QStringLiteral("x")).sizeHint().height();
    const int words = 2 * fontMetrics().height() + m_words->spacing();
    const QMargins around = layout()->contentsMargins();
    setMinimumHeight(std::max(button, words) + around.top() + around.bottom());
}

QString StatusLine::headline() const
{
    return m_headline->text();
}

void StatusLine::set(std::optional<Tone> tone, const QString &headline, const QString &body)
{
    m_untilSlow.stop();
    m_untilSlow.disconnect(this);
    m_tone = tone;
    m_headline->setText(breakable(headline));
    QFont font = this->font();
    font.setBold(isTrouble(tone));
    m_headline->setFont(font);
    m_body->setText(breakable(body));
    m_body->setVisible(!body.isEmpty());
    setAccessibleDescription(body.isEmpty() ? headline : headline + u' ' + body);
    layout()->setAlignment(m_sign, isTrouble(tone) ? Qt::AlignTop : m_signPlace);
    layout()->setContentsMargins(isTrouble(tone) ? QMargins(12, 8, 10, 8) : QMargins(0, 2, 0, 2));
    paintSign();
    update();
}

void StatusLine::paintSign()
{
    const int size = fontMetrics().height();
    m_sign->setPixmap(m_tone ? toneSign(*m_tone, palette(), size, devicePixelRatioF())
                             : busySign(palette(), size, devicePixelRatioF()));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    if (!isTrouble(m_tone))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(*m_tone, palette()), 1));
    painter.setBrush(toneTint(*m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void StatusLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

} // namespace tokenry
