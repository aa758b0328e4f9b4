// SPDX-License-Identifier: MIT
#include "grid/databasetable.h"

#include "wording/drafttext.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QTextDocument>

namespace tokenry
{

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
        return int(index.column() == RetentionColumn ? Qt::AlignRight | Qt::AlignVCenter
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
        const Qt::Alignment across = section == NameColumn        ? Qt::AlignLeft
                                     : section == RetentionColumn ? Qt::AlignRight
                                                                  : Qt::AlignHCenter;
        return int(across | Qt::AlignVCenter);
    }
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
    default:
        return {};
    }
}

QString DatabaseTable::displayed(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return visibleText(index.data(NameRole).toString());
    if (index.column() != RetentionColumn)
        return {};
    const QVariant retention = index.data(RetentionRole);
    return retention.isValid() ? retentionText(std::chrono::nanoseconds(retention.toLongLong()))
                               : QStringLiteral("–");
}

QString DatabaseTable::accessibleName(const QModelIndex &index) const
{
    const QString name = visibleText(index.data(NameRole).toString());
    switch (index.column()) {
    case ReadColumn:
        return tr("Read on %1").arg(name);
    case WriteColumn:
        return tr("Write on %1").arg(name);
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
    return index.column() == NameColumn && index.data(TypedRole).toBool() ? drafttext::notOnCluster()
                                                                          : QString();
}

QString DatabaseTable::toolTip(const QModelIndex &index) const
{
    QString text = accessibleName(index);
    if (index.column() == NameColumn && index.data(TypedRole).toBool())
        text += u'\n' + drafttext::notOnClusterMeans();
    else if (const QString more = remark(index); !more.isEmpty())
        text += u'\n' + more;
    // A name is other people's text: a tool tip must not take it for HTML.
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

} // namespace tokenry
