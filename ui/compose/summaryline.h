// SPDX-License-Identifier: MIT
#pragma once

#include "grid/databasetable.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tokenry
{

class FieldMessage;

/// What the token could do, in one sentence for each action, writing first and weightier.
class SummaryLine : public QWidget
{
    Q_OBJECT

public:
    /// \a model outlives the line.
    explicit SummaryLine(DatabaseTable &model, QWidget *parent = nullptr);

    /// The whole of it, as a screen reader says it.
    [[nodiscard]] QString text() const;
    /// Nothing is permitted, and that was not said to be meant.
    void showFault();

Q_SIGNALS:
    /// Show the permitted rows that the filter hides.
    void hiddenWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    DatabaseTable &m_model;
    QLabel *m_writeSign;
    QLabel *m_write;
    QLabel *m_readSign;
    QLabel *m_read;
    QLabel *m_hidden;
    QPushButton *m_show;
    QCheckBox *m_withoutAccess;
    FieldMessage *m_message;
};

} // namespace tokenry
