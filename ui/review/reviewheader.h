// SPDX-License-Identifier: MIT
#pragma once

#include "domain/approval.h"
#include "journeys/issuancestate.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tokenry
{

class Issuance;

/// What is under review and where: how far it has come, the cluster and its environment, description,
/// lifetime and the permissions in short.
class ReviewHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHeader(const Issuance &issuance, QWidget *parent = nullptr);

    void show(IssuanceState::Phase phase);
    /// How what an approver quoted compares, beside the fingerprint.
    void showApproval(Approval approval);

Q_SIGNALS:
    /// The person wants to see what identifies the request.
    void fingerprintClicked();

private:
    QLabel *m_heading;
    QToolButton *m_fingerprint;
    QLabel *m_approval;
};

} // namespace tokenry
