// SPDX-License-Identifier: MIT
#pragma once

#include "common/messagebar.h"
#include "journeys/recovery.h"
#include "wording/recoverytext.h"

#include <QPointer>

namespace tokenry
{

/// What became of a creation whose outcome is not known, and the ways on. Hidden while there is none to tell.
class RecoveryPanel : public MessageBar
{
    Q_OBJECT

public:
    explicit RecoveryPanel(RecoveryPlace place, QWidget *parent = nullptr);

    /// Shows it as it is now; null hides. \a others: how many more are to be told after it.
    void showRecovery(Recovery *recovery, qsizetype others = 0);

Q_SIGNALS:
    /// The candidate chosen is to be revoked; in Review the creation is to be repeated then.
    void revokeClicked();
    /// The result was read.
    void dismissed();

private:
    void build();
    void offerChoice();
    QPushButton *offerRevocation();
    void offerDecision();
    void offerLook(const QString &label);
    void offerToLookMyself();
    void lookMyself();
    void offerClose(const QString &label);
    void updateDecision();

    const RecoveryPlace m_place;
    QPointer<Recovery> m_recovery;
    QList<QPushButton *> m_decisions;
    /// What was built: for whom and in which phase.
    QPointer<Recovery> m_built;
    RecoveryState::Phase m_phase = RecoveryState::Phase::Idle;
};

} // namespace tokenry
