// SPDX-License-Identifier: MIT
#include "common/adviceentry.h"

#include "common/plainlabel.h"
#include "common/tone.h"
#include "wording/advicetext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

namespace
{

Tone toneOf(Advice::Kind kind)
{
    switch (weightOf(kind)) {
    case Advice::Weight::Danger:
        return Tone::Danger;
    case Advice::Weight::Caution:
        return Tone::Warning;
    case Advice::Weight::Note:
        break;
    }
    return Tone::Info;
}

} // namespace

AdviceEntry::AdviceEntry(const Advice &advice, Place place, QWidget *parent)
    : QFrame(parent), m_kind(advice.kind), m_sign(new QLabel(this)), m_sentence(plainLabel(this)),
      m_row(new QHBoxLayout(this))
{
    const bool inForm = place == Place::Form;
    const QString headline = advicetext::headline(advice);
    const QString meaning = advicetext::meaning(advice);
    m_sentence->setText(breakable(inForm ? headline : headline + u' ' + meaning));
    m_sentence->setToolTip(inForm ? meaning : QString());
    QFont font = m_sentence->font();
    font.setBold(weightOf(advice.kind) == Advice::Weight::Danger);
    m_sentence->setFont(font);
    m_row->setContentsMargins({});
    m_row->setSpacing(8);
    m_row->addWidget(m_sign);
    m_row->addWidget(m_sentence, 1);
    for (const Remedy &remedy : advice.remedies) {
        // In the form this button stands at the wildcard's box.
        if (inForm && remedy.kind == Remedy::Kind::NameOneByOne)
            continue;
        QPushButton *const button =
            addButton(inForm ? advicetext::remedy(remedy) : advicetext::remedyFromReview(remedy),
                      advicetext::remedyMeans(remedy));
        connect(button, &QPushButton::clicked, this, [this, remedy] { Q_EMIT remedyChosen(remedy); });
    }
    if (!advice.tokens.empty())
        connect(addButton(advicetext::showTokens(advice), advicetext::tokensTitle(advice)),
                &QPushButton::clicked, this, &AdviceEntry::tokensWanted);
    paintSign();
}

QString AdviceEntry::text() const
{
    return m_sentence->text();
}

QPushButton *AdviceEntry::addButton(const QString &label, const QString &toolTip)
{
    auto *const button = new QPushButton(label, this);
    button->setAutoDefault(false);
    button->setToolTip(asToolTip(toolTip));
    button->setAccessibleDescription(text());
    m_row->addWidget(button);
    m_buttons << button;
    return button;
}

void AdviceEntry::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSign();
}

void AdviceEntry::paintSign()
{
    m_sign->setPixmap(toneSign(toneOf(m_kind), palette(), fontMetrics().height(), devicePixelRatioF()));
}

} // namespace tokenry
