// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace tokenry
{

class IssuanceFlow;

/// Request files that arrive, from whatever side: one at a time, and none while a dialog or a review is open.
/// What has to wait comes by itself once the way is free.
class FileQueue : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    FileQueue(const IssuanceFlow &review, QWidget *window, QObject *parent);

    void add(const QString &path);
    /// Paths, the next one first.
    [[nodiscard]] const QStringList &waiting() const { return m_waiting; }
    void forget() { m_waiting.clear(); }
    /// Lets the next one come, if the way is free.
    void next();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void ready(const QString &path);

private:
    void nextSoon();

    const IssuanceFlow &m_review;
    QStringList m_waiting;
};

} // namespace tokenry
