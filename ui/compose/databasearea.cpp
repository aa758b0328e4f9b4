// SPDX-License-Identifier: MIT
#include "compose/databasearea.h"

#include "common/messagebar.h"
#include "grid/permissiongrid.h"
#include "wording/drafttext.h"
#include "wording/sessiontext.h"
#include "wording/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace tokenry
{

namespace
{

QString sentence(DatabaseTable::Show shown, const QString &filter)
{
    switch (shown) {
    case DatabaseTable::Show::Permitted:
        return drafttext::noPermitted(filter);
    case DatabaseTable::Show::Problems:
        return drafttext::noProblems(filter);
    case DatabaseTable::Show::All:
        break;
    }
    return drafttext::noMatch(filter);
}

} // namespace

DatabaseArea::DatabaseArea(DatabaseTable &model, std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent), m_model(model), m_now(std::move(now)), m_news(new MessageBar(this)),
      m_places(new QStackedWidget(this)), m_grid(new PermissionGrid(model, m_places)),
      m_keys(new QLabel(drafttext::gridKeys(), this))
{
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    m_places->addWidget(m_grid);
    m_places->addWidget(makePlaceholder());
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_news);
    column->addWidget(m_places, 1);
    column->addWidget(m_keys);
    connect(&model, &QAbstractItemModel::modelReset, this, &DatabaseArea::refresh);
    refresh();
}

QWidget *DatabaseArea::makePlaceholder()
{
    // Framed and filled like the table it stands for.
    auto *const place = new QFrame(m_places);
    place->setFrameStyle(m_grid->frameStyle());
    place->setBackgroundRole(QPalette::Base);
    place->setAutoFillBackground(true);
    m_sentence = new QLabel(place);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(480);
    m_useName = new QPushButton(place);
    m_showAll = new QPushButton(tr("Show all databases"), place);
    m_stop = new QPushButton(tr("Stop"), place);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton *const button : {m_useName, m_showAll, m_stop})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *const column = new QVBoxLayout(place);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_useName, &QPushButton::clicked, this, [this] { Q_EMIT nameWanted(m_filter.trimmed()); });
    connect(m_showAll, &QPushButton::clicked, this, &DatabaseArea::filterUnwanted);
    connect(m_stop, &QPushButton::clicked, this, &DatabaseArea::stopRequested);
    return place;
}

void DatabaseArea::show(const ListState &state)
{
    m_state = state;
    refresh();
}

void DatabaseArea::setFilterText(const QString &filter)
{
    m_filter = filter;
    refresh();
}

void DatabaseArea::refresh()
{
    refreshNews(m_model.selection().catalog().size() > 0);
    refreshPlaceholder();
    const bool rows = m_model.rowCount() > 0;
    m_places->setCurrentIndex(rows ? 0 : 1);
    m_keys->setVisible(rows);
}

void DatabaseArea::refreshNews(bool hasRows)
{
    const QString asOf = m_state.readAt.isValid() ? timeOfReading(m_state.readAt, m_now()) : QString();
    if (m_state.problem) {
        ErrorText text = *m_state.problem;
        if (hasRows && !asOf.isEmpty())
            text.meaning = drafttext::shownAsOf(asOf);
        m_news->say(hasRows ? Tone::Warning : Tone::Danger, text);
        QPushButton *const again = m_news->addAction(tr("Try again"));
        connect(again, &QPushButton::clicked, this, &DatabaseArea::reloadRequested);
    } else if (m_state.loading && hasRows) {
        m_news->say(Tone::Info, drafttext::loadingAgain(asOf));
        connect(m_news->addAction(tr("Stop")), &QPushButton::clicked, this, &DatabaseArea::stopRequested);
    } else {
        m_news->clear();
    }
}

void DatabaseArea::refreshPlaceholder()
{
    const bool filtered = m_model.isFiltered() && m_model.selection().rowCount() > 0;
    const QString filter = m_filter.trimmed();
    m_useName->setVisible(filtered && m_model.hasFilterText() && m_model.shown() == DatabaseTable::Show::All);
    m_showAll->setVisible(filtered);
    m_stop->setVisible(!filtered && m_state.loading);
    if (filtered) {
        m_sentence->setText(sentence(m_model.shown(), filter));
        // A button takes & for a key.
        m_useName->setText(
            tr("Add “%1” as a name").arg(visibleText(filter, 40).replace(u'&', QStringLiteral("&&"))));
    } else if (m_state.loading) {
        m_sentence->setText(drafttext::loading());
    } else if (m_state.problem || !m_state.readAt.isValid()) {
        m_sentence->setText(drafttext::notRead());
    } else {
        m_sentence->setText(drafttext::empty());
    }
}

} // namespace tokenry
