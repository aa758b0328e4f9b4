// SPDX-License-Identifier: MIT
#include "grid/databasetable.h"

#include "common/plainlabel.h"
#include "domain/resource.h"
#include "wording/drafttext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"
#include "wording/whoelsetext.h"

namespace tokenry
{

namespace
{

/// No name that can be permitted is longer, in UTF-16; of others, which the server may send at any length,
/// more says nothing.
constexpr qsizetype longestName = 2 * Resource::maximumLength;

bool isFigure(int column)
{
    return column == DatabaseTable::RetentionColumn || column == DatabaseTable::WhoElseColumn;
}

} // namespace

QVariant DatabaseTable::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayed(index);
    case Qt::AccessibleTextRole:
        return accessibleName(index);
    case Qt::AccessibleDescriptionRole:
        return remark(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return int(isFigure(index.column()) ? Qt::AlignRight | Qt::AlignVCenter
                                            : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return DatabaseTableModel::data(index, role);
    }
}

QVariant DatabaseTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment across = section == NameColumn ? Qt::AlignLeft
                                     : isFigure(section)   ? Qt::AlignRight
                                                           : Qt::AlignHCenter;
        return int(across | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == WhoElseColumn)
        return whoelsetext::means(access() != nullptr);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Database");
    case ReadColumn:
        return tr("Read");
    case WriteColumn:
        return tr("Write");
    case RetentionColumn:
        return tr("Retention");
    case WhoElseColumn:
        return tr("Who else");
    default:
        return {};
    }
}

QString DatabaseTable::displayed(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return visibleText(index.data(NameRole).toString(), longestName);
    if (index.column() == WhoElseColumn)
        return whoElse(index);
    if (index.column() != RetentionColumn)
        return {};
    const QVariant retention = index.data(RetentionRole);
    return retention.isValid() ? retentionText(std::chrono::nanoseconds(retention.toLongLong()))
                               : QStringLiteral("–");
}

QString DatabaseTable::whoElse(const QModelIndex &index) const
{
    if (const QString near = index.data(NearNameRole).toString(); !near.isEmpty())
        return whoelsetext::didYouMean(near);
    const QVariant readers = index.data(ReadersRole);
    return readers.isValid() ? whoelsetext::counts(readers.toLongLong(), index.data(WritersRole).toLongLong())
                             : QString();
}

QString DatabaseTable::accessibleName(const QModelIndex &index) const
{
    const QString name = visibleText(index.data(NameRole).toString(), longestName);
    switch (index.column()) {
    case ReadColumn:
        return tr("Read on %1").arg(name);
    case WriteColumn:
        return tr("Write on %1").arg(name);
    case WhoElseColumn:
        return tr("Who else on %1: %2", "a database; 9 read, 2 write").arg(name, displayed(index));
    default:
        return displayed(index);
    }
}

QString DatabaseTable::remark(const QModelIndex &index) const
{
    if (!index.data(UsableRole).toBool())
        return drafttext::unusable(index.data(NameRole).toString());
    if (const auto action = actionOf(index.column())) {
        const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return drafttext::cellState(*action, ticked, index.data(InheritedRole).toBool());
    }
    return index.column() == NameColumn && index.data(MissingRole).toBool() ? drafttext::notOnCluster()
                                                                            : QString();
}

QString DatabaseTable::whoElseToolTip(const QModelIndex &index) const
{
    const QString name = index.data(NameRole).toString();
    QStringList parts{visibleText(name, longestName)};
    if (const QString near = index.data(NearNameRole).toString(); !near.isEmpty())
        parts += whoelsetext::useIt() + QStringLiteral(": ") + whoelsetext::useItMeans(name, near);
    parts += access() ? whoelsetext::names(*access(), name) : whoelsetext::means(false);
    return parts.join(u'\n');
}

QString DatabaseTable::toolTip(const QModelIndex &index) const
{
    QString text = accessibleName(index);
    if (index.column() == WhoElseColumn)
        text = whoElseToolTip(index);
    else if (index.column() == NameColumn && index.data(MissingRole).toBool())
        text += u'\n' + drafttext::notOnClusterMeans();
    else if (const QString more = remark(index); !more.isEmpty())
        text += u'\n' + more;
    // A name is other people's text: a tool tip must not take it for HTML.
    return asToolTip(text);
}

} // namespace tokenry
