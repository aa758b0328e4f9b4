// SPDX-License-Identifier: MIT
#include "review/advicelist.h"

#include "common/adviceentry.h"
#include "common/tokenlistdialog.h"
#include "wording/advicetext.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

/// More would leave too little room for the permissions themselves.
constexpr int mostEntries = 4;
/// In characters.
constexpr int narrowestLine = 120;

} // namespace

AdviceList::AdviceList(SecretClipboard &clipboard, QWidget *parent)
    : QScrollArea(parent), m_clipboard(clipboard)
{
    setAccessibleName(tr("Advice"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void AdviceList::show(const std::vector<Advice> &advice, const Access::Ptr &access, const QDateTime &now)
{
    // Buttons that stay keep the keyboard.
    if (advice == m_advice && access == m_access)
        return;
    m_advice = advice;
    m_access = access;
    auto *const list = new QWidget;
    auto *const column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(4);
    QStringList said;
    m_remedies.clear();
    for (const Advice &each : advice) {
        auto *const entry = new AdviceEntry(each, AdviceEntry::Place::Review, list);
        column->addWidget(entry);
        said += entry->text();
        m_remedies += entry->buttons().mid(0, static_cast<qsizetype>(each.remedies.size()));
        connect(entry, &AdviceEntry::remedyChosen, this, &AdviceList::remedyChosen);
        connect(entry, &AdviceEntry::tokensWanted, this, [this, each, access, now] {
            (new TokenListDialog(advicetext::tokensTitle(each), access->at(each.tokens), now, m_clipboard,
                                 window()))
                ->open();
        });
    }
    setWidget(list);
    // Like the page, not like a field.
    list->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setAccessibleDescription(said.join(u' '));
    setVisible(!advice.empty());
    updateGeometry();
}

void AdviceList::setRemediesEnabled(bool enabled)
{
    for (QPushButton *const button : std::as_const(m_remedies))
        button->setEnabled(enabled);
}

int AdviceList::neededHeight() const
{
    int height = 0;
    int entries = 0;
    const auto all = widget() ? widget()->findChildren<AdviceEntry *>() : QList<AdviceEntry *>();
    for (const AdviceEntry *const entry : all) {
        if (++entries > mostEntries) {
            // Half of the next one: there is more below.
            height += entry->sizeHint().height() / 2;
            break;
        }
        // Before the page is laid out the list has next to no width, and lines without end.
        const int width = std::max(viewport()->width(), fontMetrics().averageCharWidth() * narrowestLine);
        height += entry->hasHeightForWidth() ? entry->heightForWidth(width) : entry->sizeHint().height();
        height += entries > 1 ? widget()->layout()->spacing() : 0;
    }
    return height;
}

QSize AdviceList::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), neededHeight()};
}

void AdviceList::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace tokenry
