// SPDX-License-Identifier: MIT
#include "review/reviewpage.h"

#include "common/messagebar.h"
#include "common/recoverypanel.h"
#include "common/secretclipboard.h"
#include "journeys/issuance.h"
#include "render/ticketmarkdown.h"
#include "review/advicelist.h"
#include "review/callview.h"
#include "review/createbar.h"
#include "review/keepchoice.h"
#include "review/originline.h"
#include "review/permissiontable.h"
#include "review/reviewheader.h"
#include "wording/issuancetext.h"
#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/recoverytext.h"
#include "wording/sessiontext.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tokenry
{

using Phase = IssuanceState::Phase;

namespace
{

/// The keychain, whose lock kept the management token from us, asks for its password.
bool isUnlocking(const IssuanceState &state)
{
    return state.phase == Phase::NotCreated && state.credentialError &&
           std::holds_alternative<KeychainError>(*state.credentialError) &&
           state.proof == IssuanceState::Proof::Proving;
}

} // namespace

ReviewPage::ReviewPage(Issuance &issuance, SecretClipboard &clipboard, QWidget *parent,
                       const std::optional<ReviewOrigin> &origin)
    : QWidget(parent), m_issuance(issuance), m_clipboard(clipboard),
      m_header(new ReviewHeader(issuance, this)),
      m_table(new PermissionTable(issuance.request().permissions(), issuance.session().state().databases)),
      m_advice(new AdviceList(clipboard, this)), m_keep(new KeepChoice(issuance, this)),
      m_message(new MessageBar(this)), m_recovery(new RecoveryPanel(RecoveryPlace::Review, this)),
      m_databases(issuance.session().state().databases)
{
    if (origin) {
        m_origin = new OriginLine(*origin, issuance.session().serverNow(), this);
        connect(m_origin, &OriginLine::editClicked, this, &ReviewPage::editClicked);
        connect(m_origin, &OriginLine::renewClicked, this, &ReviewPage::renewClicked);
    }
    auto *const call = new CallView(issuance, clipboard);
    auto *const contract = new QSplitter(Qt::Horizontal, this);
    contract->setChildrenCollapsible(false);
    contract->addWidget(m_table);
    contract->addWidget(call);
    contract->setStretchFactor(0, 1);
    contract->setStretchFactor(1, 1);
    // Half and half, unless long names need more; the sizes are in proportion to the window's usual width.
    constexpr int usual = 1100;
    const int names = std::clamp(m_table->sizeHint().width(), usual / 2, usual * 3 / 4);
    contract->setSizes({names, usual - names});
    auto *const bar = new CreateBar(issuance, this);
    if (origin && origin->findings.expired)
        bar->refuseExpired();

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    if (m_origin)
        layout->addWidget(m_origin);
    layout->addWidget(contract, 1);
    layout->addWidget(m_advice);
    layout->addWidget(m_keep);
    layout->addWidget(m_message);
    layout->addWidget(m_recovery);
    layout->addWidget(bar);
    setFocusProxy(m_table);

    connect(m_advice, &AdviceList::remedyChosen, this, &ReviewPage::remedyChosen);
    connect(bar, &CreateBar::backClicked, this, &ReviewPage::backClicked);
    connect(bar, &CreateBar::saveRequestClicked, this, &ReviewPage::saveRequestClicked);
    connect(bar, &CreateBar::copyForTicketClicked, this, &ReviewPage::copyForTicket);
    connect(m_header, &ReviewHeader::fingerprintClicked, call, &CallView::openApproval);
    connect(call, &CallView::approvalCompared, m_header, &ReviewHeader::showApproval);
    connect(m_recovery, &RecoveryPanel::revokeClicked, &m_issuance, &Issuance::revokeOrphanAndCreate);
    connect(&m_issuance, &Issuance::stateChanged, this, &ReviewPage::refresh);
    connect(&m_issuance.session(), &ClusterSession::stateChanged, this, &ReviewPage::followCluster);
    refresh();
}

void ReviewPage::showAdvice(const std::vector<Advice> &advice, const Access::Ptr &access)
{
    m_advice->show(advice, access, m_issuance.session().serverNow());
    m_advice->setRemediesEnabled(canLeave());
}

void ReviewPage::followCluster()
{
    const DatabaseCatalog::Ptr &databases = m_issuance.session().state().databases;
    if (databases == std::exchange(m_databases, databases))
        return;
    m_table->setDatabases(databases);
    if (m_origin)
        m_origin->setMissing(missingOf(m_issuance.request().permissions(), *databases),
                             m_issuance.session().serverNow());
}

bool ReviewPage::canLeave() const
{
    const Phase phase = m_issuance.state().phase;
    return phase == Phase::Reviewing || phase == Phase::NotCreated;
}

void ReviewPage::refresh()
{
    const Phase phase = m_issuance.state().phase;
    m_advice->setRemediesEnabled(canLeave());
    m_header->refresh();
    // There is nothing to choose then, and what became of the token needs the room.
    m_keep->setVisible(phase != Phase::Unclear);
    if (m_origin)
        m_origin->setWaysOn(canLeave());
    showMessage();
    showRecovery();
    // The button that was pressed is disabled: else the keyboard would be wherever Tab leads from there, on a
    // button that does something.
    const bool underWay = phase == Phase::Checking || phase == Phase::Creating;
    if (underWay != std::exchange(m_underWay, underWay))
        m_table->setFocus(Qt::OtherFocusReason);
    if (m_issuance.state().phase == Phase::Issued && !m_announced) {
        m_announced = true;
        Q_EMIT issued();
    }
}

void ReviewPage::copyForTicket()
{
    const Profile &profile = m_issuance.profile();
    m_clipboard.copyText(ticketMarkdown(profile, environmentWord(profile), m_issuance.request(),
                                        m_issuance.session().serverNow()));
}

void ReviewPage::showMessage()
{
    const IssuanceState &state = m_issuance.state();
    const ClusterAddress &address = m_issuance.profile().address;
    ErrorText text;
    const bool notRecorded = state.record == IssuanceState::Record::Failed && state.ledgerError;
    const bool keychainChanged = !notRecorded && state.phase == Phase::Reviewing && state.keychainChanged;
    if (notRecorded)
        text = ledgerNotWritten(*state.ledgerError);
    else if (state.phase == Phase::NotCreated && state.expiryPassed)
        text = expiryPassedText();
    else if (isUnlocking(state))
        text = waitingForPassword();
    else if (state.phase == Phase::NotCreated && state.credentialError)
        text = textFor(ClusterSession::Problem(*state.credentialError), address, Situation::Creating);
    else if ((state.phase == Phase::NotCreated || state.phase == Phase::Unclear) && state.apiError)
        text = textFor(*state.apiError, Situation::Creating);
    else if (keychainChanged)
        text = keychainChangedText();
    // What became of it stands below.
    if (const Recovery *const recovery = m_issuance.recovery().get();
        state.phase == Phase::Unclear && recovery &&
        recovery->state().phase > RecoveryState::Phase::Looking) {
        text.meaning.clear();
        text.remedy.clear();
    }

    if (text == ErrorText()) {
        m_message->clear();
    } else if (text != m_message->text() || m_message->isHidden()) {
        const Tone tone = keychainChanged ? Tone::Info : Tone::Warning;
        m_message->say(state.phase == Phase::Unclear ? Tone::Danger : tone, text);
        if (notRecorded)
            connect(m_message->addAction(tr("Try again")), &QPushButton::clicked, &m_issuance,
                    &Issuance::openRecord);
        else if (state.phase == Phase::NotCreated && state.credentialError && !isUnlocking(state))
            offerRemedy(*state.credentialError);
    }
}

void ReviewPage::showRecovery()
{
    const std::shared_ptr<Recovery> &recovery = m_issuance.recovery();
    const Phase phase = m_issuance.state().phase;
    m_recovery->showRecovery(phase == Phase::Unclear || phase == Phase::Reviewing ? recovery.get() : nullptr);
    if (recovery)
        connect(recovery.get(), &Recovery::stateChanged, this, &ReviewPage::refresh, Qt::UniqueConnection);
}

void ReviewPage::offerRemedy(const CredentialError &error)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error)) {
        if (unlockingHelps(keychain->kind))
            connect(m_message->addAction(unlockLabel(keychain->kind)), &QPushButton::clicked, &m_issuance,
                    &Issuance::unlockKeychain);
    } else if (std::get<CredentialFault>(error) == CredentialFault::OriginNotTrusted) {
        connect(m_message->addAction(tr("Allow")), &QPushButton::clicked, this, [this] {
            const Result<Done, StorageError> allowed = m_issuance.allowOrigin();
            if (!allowed)
                m_message->say(Tone::Danger, textFor(allowed.error()));
        });
    }
}

} // namespace tokenry
