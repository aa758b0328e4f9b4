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
    note(ledger::Answered{canRevoke() ? m_token->id : QString(), fingerprintOf(m_secret), answerIsOdd()});
    apply(Answered{});
    if (m_state.custody == IssuanceState::Custody::Storing)
        saveIfFree();
}

void Issuance::save()
{
    const QString name = m_state.keychainName;
    if (m_record->entry().item != keychainItem())
        note(ledger::Storing{keychainItem()});
    // Each of two instances notes first and looks then, so that never both go on.
    if (m_ledger.isPromisedElsewhere(keychainItem())) {
        failToStore(KeychainError::Kind::NameTaken);
        return;
    }
    m_attempted = name;
    whenDone(m_keychain.write(keychainItem(), m_secret), this,
             [this, name](Result<Done, KeychainError> written) {
                 if (written) {
                     note(ledger::Stored{});
                     apply(Stored{});
                     return;
                 }
                 if (written.error().kind == KeychainError::Kind::NotKept)
                     m_garbled = name;
                 apply(StoreFailed{written.error()});
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
    const QString name = m_state.keychainName;
    // What the keychain garbled is what we gave it.
    if (name == m_garbled) {
        save();
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

// An attempt that failed may have been carried out all the same. Somebody else's item may have come since.
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
        sendRevocation();
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
            sendRevocation();
        else
            apply(RevokeNotSent{unlocked.error()});
    });
}

void Issuance::sendRevocation()
{
    m_session->credential().withToken(
        this,
        [this](const Secret &managementToken) {
            whenDone(m_api->revoke(managementToken, m_token->id), this,
                     [this](Result<Done, ApiError> revoked) {
                         if (!revoked) {
                             if (isAboutTheToken(revoked.error().kind))
                                 m_session->credential().forget();
                             apply(RevokeFailed{revoked.error()});
                             return;
                         }
                         settle(LedgerEntry::Outcome::Revoked);
                         apply(Revoked{});
                         forgetSecret();
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
