// SPDX-License-Identifier: MIT
#pragma once

#include "common/growingdialog.h"
#include "journeys/managementcredential.h"

#include <memory>

namespace tokenry
{

class ActivationWatch;
class Issuance;
class MessageBar;
class SecretClipboard;

/// The token just created: its secret, where that is kept, whether the server permitted what was reviewed,
/// and whether the cluster accepts it yet. Closes only when the secret is safe or given up on purpose;
/// otherwise it says why not. Open it with open().
class RevealDialog : public GrowingDialog
{
    Q_OBJECT

public:
    /// The issuance and the clipboard outlive this.
    RevealDialog(Issuance &issuance, std::shared_ptr<ActivationWatch> watch, SecretClipboard &clipboard,
                 QWidget *parent = nullptr);

    /// Esc and the window's close button lead here, too.
    void reject() override;

private:
    void finishOrExplain();
    void explain();
    void refresh();
    void showRevocationProblem();
    void offerRemedy(const CredentialError &error);

    Issuance &m_issuance;
    MessageBar *m_message;
    bool m_explaining = false;
};

} // namespace tokenry
