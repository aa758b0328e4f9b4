// SPDX-License-Identifier: MIT
// The second half of the journey: from the answer to the secret's rest.
#include "base/fingerprint.h"
#include "journeys/issuance.h"

#include <algorithm>

namespace tokenry
{

using namespace issuance;

void Issuance::take(Creation creation)
{
    renewApi();
    m_secret = std::move(creation.secret);
    m_credentialKept = m_session->credential().keepAtHand();
    m_token = std::move(creation.token);
    m_secretContradicted = creation.secretContradicted;
    m_secretUnusual = creation.secretUnusual;
    if (m_token)
        m_differences = differences(m_request, profile().address, *m_token, m_idsBefore);
    // Before anything is done with the secret: should this process end now, the token is known.
    ledger::Answered answered{.tokenId = canRevoke() ? m_token->id : QString(),
                              .fingerprint = fingerprintOf(m_secret),
                              .odd = answerIsOdd()};
    if (const ClusterAddress where = tokenAddress(); where != profile().address) {
        answered.accountId = where.accountId;
        answered.clusterId = where.clusterId;
    }
    note(answered);
    apply(Answered{});
    if (m_state.custody == IssuanceState::Custody::Storing)
        saveIfFree();
}

void Issuance::save()
{
    m_attempted = m_state.keychainName;
    whenDone(m_keychain.write(keychainItem(), m_secret), this, [this](Result<Done, KeychainError> written) {
        if (!written) {
            apply(StoreFailed{written.error()});
            return;
        }
        note(ledger::Stored{});
        apply(Stored{});
    });
}

void Issuance::failToStore(KeychainError::Kind kind)
{
    apply(StoreFailed{{kind, {}}});
}

void Issuance::retrySave()
{
    saveUnder(m_state.keychainName);
}

void Issuance::unlockAndRetrySave()
{
    apply(StoreRetried{m_state.keychainName});
    if (m_state.custody != IssuanceState::Custody::Storing)
        return;
    whenDone(m_keychain.unlock(), this, [this](Result<KeychainPlace, KeychainError> unlocked) {
        if (unlocked)
            saveIfFree();
        else
            apply(StoreFailed{unlocked.error()});
    });
}

void Issuance::saveUnder(const QString &name)
{
    if (!isKeychainName(name))
        return;
    apply(StoreRetried{name});
    if (m_state.custody == IssuanceState::Custody::Storing)
        saveIfFree();
}

// Never over somebody's item: another name was not looked up yet, and the creation may have taken a minute.
void Issuance::saveIfFree()
{
    // Each of two instances notes first and looks then, so that never both go on: what the other one stored
    // since it looked is seen here.
    const QString name = m_state.keychainName;
    if (m_record->entry().item != keychainItem())
        note(ledger::Storing{keychainItem()});
    if (m_ledger.isPromisedElsewhere(keychainItem())) {
        failToStore(KeychainError::Kind::NameTaken);
        return;
    }
    whenDone(m_keychain.contains(keychainItem()), this, [this, name](Result<bool, KeychainError> taken) {
        apply(NameLookedUp{name, taken.value_or(false)});
        if (!taken)
            apply(StoreFailed{taken.error()});
        else if (*taken && name == m_attempted)
            saveOverOwn();
        else if (*taken)
            failToStore(KeychainError::Kind::NameTaken);
        else
            save();
    });
}

// An attempt that failed may have been carried out all the same. Whatever else is there, also what the
// keychain may have made of our secret, could be somebody's that came since.
void Issuance::saveOverOwn()
{
    whenDone(m_keychain.read(keychainItem()), this, [this](Result<Secret, KeychainError> there) {
        if (!there && there.error().kind != KeychainError::Kind::NotFound)
            apply(StoreFailed{there.error()});
        else if (there && !there->equals(m_secret))
            failToStore(KeychainError::Kind::NameTaken);
        else
            save();
    });
}

void Issuance::markCopied()
{
    apply(Copied{});
}

void Issuance::declareSafe(bool safe)
{
    apply(DeclaredSafe{safe});
}

bool Issuance::answerIsOdd() const
{
    return !m_differences.empty() || m_secretContradicted || m_secretUnusual;
}

void Issuance::markAnswerRead()
{
    if (m_record && m_record->entry().odd && m_state.custody == IssuanceState::Custody::Stored)
        note(ledger::OddRead{});
}

bool Issuance::canRevoke() const
{
    const auto isAnother = [](const AnswerDifference &difference) {
        return difference.kind == AnswerDifference::Kind::ExistedBefore;
    };
    return m_token && !m_token->id.isEmpty() && std::ranges::none_of(m_differences, isAnother);
}

void Issuance::revoke()
{
    if (!canRevoke())
        return;
    apply(RevokeClicked{});
    if (m_state.phase == IssuanceState::Phase::Revoking)
        sendRevocation(tokenAddress());
}

void Issuance::unlockAndRevoke()
{
    if (!canRevoke())
        return;
    apply(RevokeClicked{});
    if (m_state.phase != IssuanceState::Phase::Revoking)
        return;
    whenDone(m_keychain.unlock(), this, [this](const Result<KeychainPlace, KeychainError> &unlocked) {
        if (unlocked)
            sendRevocation(tokenAddress());
        else
            apply(RevokeNotSent{unlocked.error()});
    });
}

// Below the IDs that the answer gives, on the same server: only there can the token be taken back.
ClusterAddress Issuance::tokenAddress() const
{
    ClusterAddress address = profile().address;
    for (const AnswerDifference &difference : m_differences) {
        if (difference.kind == AnswerDifference::Kind::Account && isUuid(difference.answered))
            address.accountId = difference.answered;
        if (difference.kind == AnswerDifference::Kind::Cluster && isUuid(difference.answered))
            address.clusterId = difference.answered;
    }
    return address;
}

void Issuance::sendRevocation(const ClusterAddress &where)
{
    m_session->credential().withToken(
        this,
        [this, where](const Secret &managementToken) {
            m_api = m_makeApi(where);
            whenDone(m_api->revoke(managementToken, m_token->id), this,
                     [this, where](Result<Done, ApiError> revoked) {
                         if (revoked) {
                             settle(LedgerEntry::Outcome::Revoked);
                             apply(Revoked{});
                             forgetSecret();
                             return;
                         }
                         // The answer may have been wrong about that as well.
                         const bool notThere = revoked.error().kind == ApiError::Kind::NotFound &&
                                               revoked.error().effect == ApiError::Effect::None;
                         if (notThere && where != profile().address) {
                             sendRevocation(profile().address);
                             return;
                         }
                         if (isAboutTheToken(revoked.error().kind))
                             m_session->credential().forget();
                         apply(RevokeFailed{revoked.error()});
                     });
        },
        [this](const CredentialError &error) { apply(RevokeNotSent{error}); });
}

void Issuance::discard()
{
    apply(Discarded{});
    if (m_state.custody == IssuanceState::Custody::Discarded)
        settle(LedgerEntry::Outcome::Discarded);
    forgetSecret();
}

void Issuance::finish()
{
    using enum IssuanceState::Custody;
    apply(Closed{});
    if (m_state.phase == IssuanceState::Phase::Finished &&
        (m_state.custody == InHand || m_state.custody == NotStored))
        settle(LedgerEntry::Outcome::Shown);
    forgetSecret();
}

void Issuance::forgetSecret()
{
    using enum IssuanceState::Custody;
    if (m_state.phase == IssuanceState::Phase::Finished || m_state.custody == Revoked ||
        m_state.custody == Discarded) {
        m_secret = Secret();
        m_credentialKept.reset();
    }
}

} // namespace tokenry
