// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace tokenry
{

class GuardedButton;
class Issuance;

/// The ways out: Done once the secret is safe; taking the token back or giving the secret up where it is not.
class LeaveBar : public QWidget
{
    Q_OBJECT

public:
    explicit LeaveBar(Issuance &issuance, QWidget *parent = nullptr);

Q_SIGNALS:
    void doneClicked();

private:
    void refresh();
    QWidget *confirmation();
    void arrange();
    void askToDiscard(bool ask);

    Issuance &m_issuance;
    QCheckBox *m_safe;
    GuardedButton *m_revoke;
    QPushButton *m_discard;
    QWidget *m_confirmation;
    QPushButton *m_done;
};

} // namespace tokenry
