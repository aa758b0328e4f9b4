// SPDX-License-Identifier: MIT
#pragma once

#include "common/statusline.h"
#include "journeys/issuancestate.h"

#include <QTime>

namespace tokenry
{

class Issuance;

/// Whether the keychain can be relied on: being tried, proven and when, or why not and the way on.
class KeychainProof : public StatusLine
{
    Q_OBJECT

public:
    explicit KeychainProof(Issuance &issuance, QWidget *parent = nullptr);

private:
    void refresh();
    void sayProved(const KeychainPlace &place);

    Issuance &m_issuance;
    QPushButton *m_unlock;
    QPushButton *m_tryAgain;
    IssuanceState::Proof m_shown = IssuanceState::Proof::Unknown;
    QTime m_provedAt;
};

} // namespace tokenry
