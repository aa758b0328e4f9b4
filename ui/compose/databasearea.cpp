// SPDX-License-Identifier: MIT
#include "compose/databasearea.h"

#include "grid/permissiongrid.h"
#include "wording/drafttext.h"
#include "wording/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace tokenry
{

namespace
{

QString sentence(const DatabaseTable &model, const QString &filter)
{
    switch (model.shown()) {
    case DatabaseTable::Show::Permitted:
        return drafttext::noPermitted(filter);
    case DatabaseTable::Show::Problems:
        return model.editor().databasesKnown() ? drafttext::noProblems(filter) : drafttext::noProblemsKnown();
    case DatabaseTable::Show::All:
        break;
    }
    return drafttext::noMatch(filter);
}

} // namespace

DatabaseArea::DatabaseArea(DatabaseTable &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_places(new QStackedWidget(this)),
      m_grid(new PermissionGrid(model, m_places)), m_keys(new QLabel(drafttext::gridKeys(), this))
{
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    m_places->addWidget(m_grid);
    m_places->addWidget(makePlaceholder());
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
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
    m_nameOne = new QPushButton(tr("Name one…"), place);
    m_nameOne->setToolTip(drafttext::addNameMeans());
    m_reload = new QPushButton(tr("Read again"), place);
    m_showAll = new QPushButton(tr("Show all databases"), place);
    m_stop = new QPushButton(tr("Stop"), place);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton *const button : {m_useName, m_reload, m_nameOne, m_showAll, m_stop})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *const column = new QVBoxLayout(place);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_useName, &QPushButton::clicked, this, [this] { Q_EMIT nameWanted(m_filter); });
    connect(m_nameOne, &QPushButton::clicked, this, &DatabaseArea::typingWanted);
    connect(m_reload, &QPushButton::clicked, this, &DatabaseArea::reloadRequested);
    connect(m_showAll, &QPushButton::clicked, this, &DatabaseArea::filterUnwanted);
    connect(m_stop, &QPushButton::clicked, this, &DatabaseArea::stopRequested);
    return place;
}

void DatabaseArea::show(ListState state)
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
    refreshPlaceholder();
    const bool rows = m_model.rowCount() > 0;
    m_places->setCurrentIndex(rows ? 0 : 1);
    m_keys->setVisible(rows);
}

void DatabaseArea::refreshPlaceholder()
{
    const bool filtered = m_model.isFiltered() && m_model.selection().rowCount() > 0;
    const QString filter = m_filter.trimmed();
    m_useName->setVisible(filtered && m_model.hasFilterText() && m_model.shown() == DatabaseTable::Show::All);
    m_nameOne->setVisible(!filtered && m_state != ListState::Loading);
    m_reload->setVisible(!filtered && m_state == ListState::NotRead);
    m_showAll->setVisible(filtered);
    m_stop->setVisible(!filtered && m_state == ListState::Loading);
    if (filtered) {
        m_sentence->setText(sentence(m_model, filter));
        m_useName->setText(tr("Add “%1” as a name").arg(onButton(visibleText(filter, 40))));
    } else if (m_state == ListState::Loading) {
        m_sentence->setText(drafttext::loading());
    } else if (m_state == ListState::NotRead) {
        m_sentence->setText(drafttext::notRead());
    } else {
        m_sentence->setText(drafttext::empty());
    }
}

} // namespace tokenry
