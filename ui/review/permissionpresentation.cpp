// SPDX-License-Identifier: MIT
#include "review/permissionpresentation.h"

#include "common/tone.h"
#include "models/permissiontablemodel.h"
#include "wording/issuancetext.h"
#include "wording/visibletext.h"

#include <QGuiApplication>

namespace tokenry
{

using Model = PermissionTableModel;

PermissionPresentation::PermissionPresentation(const QFont &font, QObject *parent)
    : QIdentityProxyModel(parent), m_font(font)
{
}

QVariant PermissionPresentation::data(const QModelIndex &index, int role) const
{
    const bool isName = index.column() == Model::NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        if (isName)
            return name(index);
        return index.data(Model::PermittedRole).toBool() ? QStringLiteral("✓") : QStringLiteral("–");
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::TextAlignmentRole:
        return isName ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignCenter);
    case Qt::FontRole: {
        QFont font = m_font;
        font.setBold(isHeavy(index));
        return font;
    }
    case Qt::BackgroundRole:
        if (index.column() == Model::WriteColumn && index.data(Model::PermittedRole).toBool())
            return toneTint(Tone::Warning, QGuiApplication::palette());
        return {};
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant PermissionPresentation::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Model::NameColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                            : QVariant(Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model::NameColumn:
        return tr("Database");
    case Model::ReadColumn:
        return tr("Read");
    default:
        return tr("Write");
    }
}

QString PermissionPresentation::name(const QModelIndex &index) const
{
    if (index.data(Model::AllDatabasesRole).toBool()) {
        const QVariant today = index.data(Model::DatabasesTodayRole);
        return QStringLiteral("*  ") +
               allDatabasesText(today.isValid() ? std::optional(today.value<qsizetype>()) : std::nullopt);
    }
    const QString name = visibleText(index.data(Model::NameRole).toString());
    //: %1 is a database's name
    return index.data(Model::NotListedRole).toBool() ? tr("%1   ⚠ missing database").arg(name) : name;
}

QString PermissionPresentation::spoken(const QModelIndex &index) const
{
    if (index.column() == Model::NameColumn)
        return name(index);
    const QString name = visibleText(index.data(Model::NameRole).toString());
    const bool permitted = index.data(Model::PermittedRole).toBool();
    if (index.column() == Model::ReadColumn)
        return permitted ? tr("Read on %1: permitted").arg(name) : tr("Read on %1: not permitted").arg(name);
    return permitted ? tr("Write on %1: permitted").arg(name) : tr("Write on %1: not permitted").arg(name);
}

bool PermissionPresentation::isHeavy(const QModelIndex &index) const
{
    if (index.data(Model::AllDatabasesRole).toBool())
        return true;
    return index.column() != Model::ReadColumn && index.data(Model::WriteRole).toBool();
}

} // namespace tokenry
