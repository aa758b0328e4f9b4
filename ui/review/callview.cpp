// SPDX-License-Identifier: MIT
#include "review/callview.h"

#include "journeys/issuance.h"
#include "render/curlcommand.h"
#include "render/influxctlcommand.h"
#include "review/approvalpane.h"
#include "review/codepane.h"
#include "wire/fingerprint.h"

namespace tokenry
{

CallView::CallView(const Issuance &issuance, SecretClipboard &clipboard, QWidget *parent)
    : QTabWidget(parent), m_approval(new ApprovalPane(sha256Of(issuance.call().body), clipboard, this))
{
    const ClusterAddress &address = issuance.profile().address;
    const EncodedCall &call = issuance.call();
    setDocumentMode(true);

    const auto add = [&](const CodePane::Content &content) {
        addTab(new CodePane(content, clipboard, this), content.name);
    };
    const QString url = address.managementOrigin() + QString::fromLatin1(call.path);
    add({tr("JSON"), tr("Sent exactly so: %1 %2").arg(QString::fromLatin1(call.method), url),
         QString::fromUtf8(call.body)});
    add({tr("curl"),
         tr("Running this creates another token, outside Tokenry. $MANAGEMENT_TOKEN is yours to set."),
         curlCommand(address, call)});
    add({tr("influxctl"), tr("Running this creates another token, outside Tokenry."),
         influxctlCommand(address, issuance.request())});
    addTab(m_approval, tr("Approval"));
    connect(m_approval, &ApprovalPane::compared, this, &CallView::approvalCompared);
}

void CallView::openApproval()
{
    setCurrentWidget(m_approval);
    m_approval->focusField();
}

} // namespace tokenry
