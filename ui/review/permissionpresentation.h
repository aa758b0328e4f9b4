// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QIdentityProxyModel>

namespace tokenry
{

/// Puts a PermissionTableModel's facts into words, signs and weights: write and whole-cluster permissions are
/// heavier than read, and each cell says to assistive technology what it permits.
class PermissionPresentation : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit PermissionPresentation(const QFont &font, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;
    [[nodiscard]] bool isHeavy(const QModelIndex &index) const;

    QFont m_font;
};

} // namespace tokenry
