// SPDX-License-Identifier: MIT
#pragma once

#include "domain/approval.h"

#include <QTabWidget>

namespace tokenry
{

class ApprovalPane;
class Issuance;
class SecretClipboard;

/// The request as it will be sent, and the same by other means: tabs JSON, curl and influxctl.
/// The tab Approval identifies it.
class CallView : public QTabWidget
{
    Q_OBJECT

public:
    CallView(const Issuance &issuance, SecretClipboard &clipboard, QWidget *parent = nullptr);

    void openApproval();

Q_SIGNALS:
    /// What an approver quoted was pasted.
    void approvalCompared(tokenry::Approval approval);

private:
    ApprovalPane *m_approval;
};

} // namespace tokenry
