// SPDX-License-Identifier: MIT
#pragma once

#include "domain/approval.h"

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
    /// \a issuance outlives this.
    explicit ReviewHeader(const Issuance &issuance, QWidget *parent = nullptr);

    /// As things stand now.
    void refresh();
    /// How what an approver quoted compares, beside the fingerprint.
    void showApproval(Approval approval);

Q_SIGNALS:
    /// The person wants to see what identifies the request.
    void fingerprintClicked();

private:
    const Issuance &m_issuance;
    QLabel *m_heading;
    QToolButton *m_fingerprint;
    QLabel *m_approval;
};

} // namespace tokenry
