// SPDX-License-Identifier: MIT
#include "journeys/recovery.h"

#include "base/fingerprint.h"
#include "base/logging.h"

#include <algorithm>

namespace tokenry
{

using namespace recovery;
using Phase = RecoveryState::Phase;

Recovery::Recovery(std::shared_ptr<LedgerRecord> record, const Ledger &ledger,
                   std::shared_ptr<ClusterSession> session, const ManagementApiFactory &makeApi,
                   Keychain &keychain, QObject *parent)
    : QObject(parent), m_record(std::move(record)), m_ledger(ledger), m_session(std::move(session)),
      m_api(makeApi(m_session->profile().address)), m_keychain(keychain)
{
    m_again.setSingleShot(true);
    // Not early: the last look makes it final.
    m_again.setTimerType(Qt::PreciseTimer);
    connect(&m_again, &QTimer::timeout, this, &Recovery::look);
}

Recovery::~Recovery() = default;

void Recovery::start()
{
    if (entry().stage == LedgerEntry::Stage::Answered)
        checkKeychain();
    else if (entry().stage == LedgerEntry::Stage::Stored)
        tellOdd();
    else
        look();
}

// Stored, and the person may not know that the answer was not what was reviewed.
void Recovery::tellOdd()
{
    apply(KeychainAsked{});
    apply(SecretFound{entry().odd, knownToken()});
}

void Recovery::acknowledge()
{
    if (m_state.phase != Phase::Odd)
        return;
    if (!m_record->append(ledger::OddRead{}))
        qCWarning(logStorage) << "what the person has read was not noted in the ledger";
    apply(Acknowledged{});
}

void Recovery::lookAgain()
{
    if (m_state.phase == Phase::KeychainUnclear)
        checkKeychain();
    else if (!m_state.isBusy())
        look();
}

void Recovery::checkKeychain()
{
    apply(KeychainAsked{});
    if (!entry().item) {
        missSecret(false);
        return;
    }
    // Nobody is asked for a password here: a locked keyring is told, and unlocked when the person wants it.
    whenDone(m_keychain.look(), this, [this](Result<KeychainPlace, KeychainError> place) {
        if (!place)
            apply(KeychainFailed{place.error()});
        else if (place->locked)
            apply(KeychainFailed{{KeychainError::Kind::Locked, {}}});
        else
            readSecret();
    });
}

void Recovery::readSecret()
{
    whenDone(m_keychain.read(*entry().item), this, [this](Result<Secret, KeychainError> read) {
        if (!read && read.error().kind != KeychainError::Kind::NotFound) {
            apply(KeychainFailed{read.error()});
        } else if (read && fingerprintOf(*read) == entry().fingerprint) {
            if (!m_record->append(ledger::Stored{}))
                qCWarning(logStorage) << "a stored secret was not noted in the ledger";
            apply(SecretFound{entry().odd, knownToken()});
        } else {
            missSecret(read.has_value());
        }
    });
}

void Recovery::missSecret(bool itemThere)
{
    // The answer did not tell which token it was: it has to be looked for.
    if (entry().tokenId.isEmpty()) {
        look();
        return;
    }
    apply(SecretMissing{knownToken(), itemThere});
}

Token Recovery::knownToken() const
{
    Token token;
    token.id = entry().tokenId;
    token.description = entry().description;
    token.permissions = entry().permissions;
    return token;
}

void Recovery::unlockKeychain()
{
    whenDone(m_keychain.unlock(), this, [this](const Result<KeychainPlace, KeychainError> &unlocked) {
        apply(KeychainAsked{});
        if (unlocked)
            readSecret();
        else
            apply(KeychainFailed{unlocked.error()});
    });
}

void Recovery::look()
{
    m_again.stop();
    apply(LookStarted{});
    if (m_state.phase != Phase::Looking)
        return;
    if (!m_since.isValid())
        m_since.start();
    const auto fail = [this](const ClusterSession::Problem &problem) {
        apply(LookFailed{problem});
        lookLater();
    };
    m_session->credential().withToken(
        this,
        [this, fail](const Secret &managementToken) {
            whenDone(m_api->tokens(managementToken), this, [this, fail](Result<TokenList, ApiError> list) {
                if (list) {
                    take(*list);
                    return;
                }
                if (isAboutTheToken(list.error().kind))
                    m_session->credential().forget();
                fail(list.error());
            });
        },
        [fail](const CredentialError &error) { fail(error); });
}

void Recovery::take(const TokenList &list)
{
    const QDateTime now = list.serverTime.isValid() ? list.serverTime : m_session->serverNow();
    const bool onlyReviewed = entry().stage == LedgerEntry::Stage::Reviewed;
    const qint64 age = std::max(m_since.elapsed(), entry().clickedAt.msecsTo(now));
    // A token among those that could not be read may be the one.
    const bool isFinal = list.unreadable == 0 && age >= m_pauses.back().count();
    std::vector<Token> found = candidatesFor(entry(), list.tokens, now, m_ledger.tokensOfOthers(entry().id));
    const bool nothing = found.empty();
    if (nothing && onlyReviewed)
        m_record->remove();
    apply(Looked{std::move(found), isFinal, onlyReviewed});
    if (m_state.phase == Phase::NotThere && !isFinal)
        lookLater();
    else if (m_state.phase == Phase::Found)
        lookForItem();
}

// Between the answer and its note in the ledger the secret cannot have been stored; but the note may have
// failed, and a person must not revoke what is in use.
void Recovery::lookForItem()
{
    std::optional<KeychainItem> item = entry().item;
    // The note ends before the click; this name was proposed.
    if (entry().stage == LedgerEntry::Stage::Reviewed)
        item = m_keychain.tokenItem(entry().profileSlug, keychainNameFor(entry().description));
    if (!item)
        return;
    whenDone(m_keychain.contains(*item), this, [this](Result<bool, KeychainError> there) {
        if (there)
            apply(ItemSeen{*there});
    });
}

void Recovery::lookLater()
{
    const std::chrono::milliseconds elapsed(m_since.elapsed());
    const auto due = std::ranges::find_if(m_pauses, [&](const auto &pause) { return pause > elapsed; });
    if (due != m_pauses.end())
        m_again.start(*due - elapsed + std::chrono::milliseconds(1));
}

void Recovery::choose(const QString &tokenId)
{
    apply(Chosen{tokenId});
}

void Recovery::revoke()
{
    if (!m_state.canDecide())
        return;
    // Another instance may have learned meanwhile that the token is its own.
    if (m_state.phase == Phase::Found && m_ledger.tokensOfOthers(entry().id).contains(m_state.chosen)) {
        look();
        return;
    }
    m_again.stop();
    apply(RevokeClicked{});
    const QString id = m_state.chosen;
    m_session->credential().withToken(
        this,
        [this, id](const Secret &managementToken) {
            whenDone(m_api->revoke(managementToken, id), this, [this, id](Result<Done, ApiError> revoked) {
                const bool gone = !revoked && revoked.error().kind == ApiError::Kind::NotFound;
                if (!revoked && !gone) {
                    apply(RevokeFailed{revoked.error()});
                    return;
                }
                settle(gone ? LedgerEntry::Outcome::Gone : LedgerEntry::Outcome::Revoked, id);
                apply(Revoked{gone});
            });
        },
        [this](const CredentialError &error) { apply(RevokeFailed{error}); });
}

void Recovery::keep()
{
    if (!m_state.canDecide() || m_state.phase == Phase::Odd)
        return;
    settle(LedgerEntry::Outcome::Kept, m_state.chosen);
    apply(Kept{});
}

void Recovery::close()
{
    if (m_state.phase != Phase::NotThere || !m_state.isFinal)
        return;
    settle(LedgerEntry::Outcome::NotCreated);
    apply(Closed{});
}

void Recovery::settle(LedgerEntry::Outcome outcome, const QString &tokenId)
{
    m_again.stop();
    // Asked about once more at the next start, then.
    if (!m_record->append(ledger::Settled{outcome, tokenId}))
        qCWarning(logStorage) << "a settled creation was not noted in the ledger";
}

void Recovery::apply(const Event &event)
{
    m_state = next(std::move(m_state), event);
    Q_EMIT stateChanged();
}

} // namespace tokenry
