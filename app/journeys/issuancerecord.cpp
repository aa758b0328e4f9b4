// SPDX-License-Identifier: MIT
// What the journey writes into the ledger, and what follows an unclear outcome.
#include "base/logging.h"
#include "journeys/issuance.h"

namespace tokenry
{

using namespace issuance;

void Issuance::openRecord()
{
    if (m_record && m_record->entry().stage == LedgerEntry::Stage::Reviewed)
        m_record->remove();
    m_record.reset();
    LedgerEntry entry;
    entry.profileSlug = profile().slug;
    entry.profileName = profile().name;
    entry.accountId = profile().address.accountId;
    entry.clusterId = profile().address.clusterId;
    entry.origin = profile().address.managementOrigin();
    entry.description = m_request.description();
    entry.permissions = m_request.permissions();
    entry.expiry = m_request.expiry();
    entry.reviewedAt = m_session->serverNow().toUTC();
    entry.knownBefore = m_session->tokensCalled(m_request.description());
    auto begun = m_ledger.begin(std::move(entry));
    if (begun) {
        m_record = *std::move(begun);
        apply(RecordOpened{});
    } else {
        apply(RecordFailed{begun.error()});
    }
}

// Written before the request leaves, so that whatever leaves is known of.
bool Issuance::markSending()
{
    std::optional<KeychainItem> item;
    if (m_state.keep == Keep::InKeychain)
        item = keychainItem();
    const auto marked = m_record->append(ledger::Sending{m_session->serverNow().toUTC(), std::move(item),
                                                         m_session->tokensCalled(m_request.description()),
                                                         m_session->clock().now().toUTC()});
    m_clickedSinceBoot = m_session->clock().sinceBoot();
    if (!marked)
        apply(RecordFailed{marked.error()});
    return marked.has_value();
}

// From the answer on the secret goes first: a note that cannot be written does not keep it from being stored.
void Issuance::note(const ledger::Step &step)
{
    if (!m_record->append(step))
        qCWarning(logStorage) << "a step of a creation was not noted in the ledger";
}

void Issuance::settle(LedgerEntry::Outcome outcome)
{
    note(ledger::Settled{outcome, m_token ? m_token->id : QString()});
}

void Issuance::recover()
{
    m_recovery = std::make_shared<Recovery>(m_record, m_ledger, m_session, m_makeApi, m_keychain);
    connect(m_recovery.get(), &Recovery::stateChanged, this, &Issuance::followRecovery);
    m_recovery->setClicked(m_clickedSinceBoot);
    m_recovery->start();
    Q_EMIT stateChanged();
}

void Issuance::revokeOrphanAndCreate()
{
    if (!m_recovery || !m_recovery->state().canDecide())
        return;
    m_createWhenRevoked = true;
    m_recovery->revoke();
}

void Issuance::followRecovery()
{
    const RecoveryState &its = m_recovery->state();
    if (its.phase == RecoveryState::Phase::Revoking)
        return;
    const bool createNow = std::exchange(m_createWhenRevoked, false);
    if (its.phase != RecoveryState::Phase::Settled || m_state.phase != IssuanceState::Phase::Unclear)
        return;
    apply(Recovered{});
    openRecord();
    if (createNow)
        create();
}

} // namespace tokenry
