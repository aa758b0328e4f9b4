// SPDX-License-Identifier: MIT
#pragma once

#include "common/statusline.h"

namespace tokenry
{

class Issuance;
class NameRow;

/// What became of the secret, live: being stored, stored and where, not stored and the ways on.
class CustodyPanel : public StatusLine
{
    Q_OBJECT

public:
    explicit CustodyPanel(Issuance &issuance, QWidget *parent = nullptr);

private:
    void refresh();
    void sayRevoked();
    void sayFailure();

    Issuance &m_issuance;
    QPushButton *m_retry;
    QPushButton *m_unlock;
    QPushButton *m_saveUnder;
    NameRow *m_name;
    /// What a revoked token leaves behind in the keychain.
    bool m_wasStored = false;
};

} // namespace tokenry
