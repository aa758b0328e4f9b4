// SPDX-License-Identifier: MIT
#pragma once

#include "grid/databasetable.h"

#include <QWidget>

#include <array>

class QPushButton;

namespace tokenry
{

/// All databases, those that are permitted, or those with a problem; how many there are of each.
class ShowChips : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the chips.
    explicit ShowChips(DatabaseTable &model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPushButton *makeChip(DatabaseTable::Show show, const QString &accessibleName,
                                        const QString &toolTip);
    void refresh();
    [[nodiscard]] QIcon spacedSign() const;

    DatabaseTable &m_model;
    std::array<QPushButton *, 3> m_chips;
};

} // namespace tokenry
