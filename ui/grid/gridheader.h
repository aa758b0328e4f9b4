// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace tokenry
{

/// A header whose titles stand as far from the edges as what is below them.
class GridHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit GridHeader(QWidget *parent = nullptr) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
};

} // namespace tokenry
