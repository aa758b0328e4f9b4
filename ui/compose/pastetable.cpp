// SPDX-License-Identifier: MIT
#include "compose/pastetable.h"

#include "common/plainlabel.h"
#include "common/tone.h"
#include "wording/pastetext.h"
#include "wording/visibletext.h"

#include <QBrush>
#include <QGuiApplication>
#include <QPalette>

namespace tokenry
{

using Match = PasteList::Match;

PasteTable::PasteTable(PasteList &list, QObject *parent) : QAbstractTableModel(parent), m_list(list) {}

void PasteTable::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int PasteTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.lines().size());
}

int PasteTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

const PasteList::Line &PasteTable::line(const QModelIndex &index) const
{
    return m_list.lines()[static_cast<size_t>(index.row())];
}

QString PasteTable::match(const PasteList::Line &line) const
{
    if (line.usesNear)
        return pastetext::insteadOf(line.name);
    if (line.isFlagged())
        return pastetext::notListed(m_list.databasesKnown(), true);
    switch (line.match) {
    case Match::Listed:
        return pastetext::onCluster();
    case Match::Near:
        return pastetext::didYouMean(line.near);
    case Match::Unusable:
        return pastetext::unusable(line.fault == Resource::Fault::MeansAllDatabases);
    case Match::Unknown:
        break;
    }
    return pastetext::notListed(m_list.databasesKnown(), false);
}

QString PasteTable::text(const QModelIndex &index) const
{
    const PasteList::Line &its = line(index);
    switch (index.column()) {
    case NameColumn:
        return visibleText(its.meant(), 2 * Resource::maximumLength);
    case PermitColumn:
        return its.taken ? pastetext::actions(m_list.actionsOf(its)) : QStringLiteral("–");
    case MatchColumn:
        return match(its);
    default:
        return {};
    }
}

QVariant PasteTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PasteList::Line &its = line(index);
    const bool name = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return name ? tr("%1, %2").arg(text(index), match(its)) : text(index);
    case Qt::ToolTipRole:
        return asToolTip(text(index));
    case Qt::CheckStateRole:
        if (!name || its.match == Match::Unusable)
            return {};
        return its.taken ? Qt::Checked : Qt::Unchecked;
    case Qt::ForegroundRole: {
        const QPalette palette = QGuiApplication::palette();
        if (!its.taken && its.match != Match::Near)
            return QBrush(palette.color(QPalette::PlaceholderText));
        const bool doubtful = index.column() == MatchColumn && its.match != Match::Listed && !its.usesNear;
        return doubtful ? QVariant(QBrush(toneColor(Tone::Warning, palette))) : QVariant();
    }
    default:
        return {};
    }
}

QVariant PasteTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Database");
    case PermitColumn:
        return tr("Permit");
    case MatchColumn:
        return tr("Found");
    default:
        return QString();
    }
}

Qt::ItemFlags PasteTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn && line(index).match != Match::Unusable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PasteTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    m_list.take(static_cast<size_t>(index.row()), value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columns - 1));
    Q_EMIT decided();
    return true;
}

} // namespace tokenry
