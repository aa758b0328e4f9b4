// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tokenry
{

class GuardedButton;
class Issuance;

/// The way back, and the one button that creates: what it does and where, and the waiting after it.
class CreateBar : public QWidget
{
    Q_OBJECT

public:
    explicit CreateBar(Issuance &issuance, QWidget *parent = nullptr);

    /// The request came with an expiry that has passed: there is nothing to create, and the line says why.
    void refuseExpired();

Q_SIGNALS:
    void backClicked();
    void copyForTicketClicked();
    void saveRequestClicked();

private:
    void refresh();
    void arrange();

    Issuance &m_issuance;
    QPushButton *m_back;
    QPushButton *m_copyForTicket;
    QPushButton *m_saveRequest;
    QLabel *m_line;
    QPushButton *m_stopWaiting;
    GuardedButton *m_create;
    bool m_expired = false;
    QTimer m_tick;
};

} // namespace tokenry
