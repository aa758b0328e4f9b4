// SPDX-License-Identifier: MIT
#include "journeys/recovery.h"

#include "base/fingerprint.h"
#include "base/logging.h"

#include <algorithm>

namespace tokenry
{

using namespace recovery;
using Phase = RecoveryState::Phase;

namespace
{

RecoveryState::Outcome toldOutcome(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    case LedgerEntry::Outcome::Revoked:
        return RecoveryState::Outcome::Revoked;
    case LedgerEntry::Outcome::Gone:
        return RecoveryState::Outcome::Gone;
    case LedgerEntry::Outcome::NotCreated:
        return RecoveryState::Outcome::NotCreated;
    default:
        return RecoveryState::Outcome::Kept;
    }
}

} // namespace

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
            failKeychain(place.error());
        else if (place->locked)
            failKeychain({KeychainError::Kind::Locked, {}});
        else
            readSecret();
    });
}

void Recovery::readSecret()
{
    whenDone(m_keychain.read(*entry().item), this, [this](Result<Secret, KeychainError> read) {
        if (!read && read.error().kind != KeychainError::Kind::NotFound) {
            failKeychain(read.error());
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

void Recovery::failKeychain(const KeychainError &error)
{
    apply(KeychainFailed{error, knownToken()});
}

void Recovery::unlockKeychain()
{
    if (m_unlocking || m_state.phase != Phase::KeychainUnclear)
        return;
    m_unlocking = true;
    whenDone(m_keychain.unlock(), this, [this](const Result<KeychainPlace, KeychainError> &unlocked) {
        m_unlocking = false;
        // Decided without it, while the password was waited for.
        if (m_state.phase != Phase::KeychainUnclear)
            return;
        apply(KeychainAsked{});
        if (unlocked)
            readSecret();
        else
            failKeychain(unlocked.error());
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
    readList([this](const Result<TokenList, ClusterSession::Problem> &list) {
        if (list) {
            take(*list);
            return;
        }
        apply(LookFailed{list.error()});
        const auto *const api = std::get_if<ApiError>(&list.error());
        lookLater(api ? api->retryAfter.value_or(std::chrono::seconds(0)) : std::chrono::seconds(0));
    });
}

void Recovery::readList(const std::function<void(Result<TokenList, ClusterSession::Problem>)> &then)
{
    m_session->credential().withToken(
        this,
        [this, then](const Secret &managementToken) {
            whenDone(m_api->tokens(managementToken), this, [this, then](Result<TokenList, ApiError> list) {
                if (list) {
                    then(*std::move(list));
                    return;
                }
                forgetIfRefused(list.error());
                then(unexpected(ClusterSession::Problem(list.error())));
            });
        },
        [then](const CredentialError &error) { then(unexpected(ClusterSession::Problem(error))); });
}

void Recovery::take(const TokenList &list)
{
    const bool timeKnown = list.serverTime.isKnown();
    const QDateTime now = timeKnown ? list.serverTime.date : m_session->serverNow();
    const TimeSpan click = clicked(now, timeKnown ? list.serverTime.skew() : m_session->clockSkew());
    const bool onlyReviewed = entry().stage == LedgerEntry::Stage::Reviewed;
    // A token among those that could not be read may be the one.
    const bool allRead = list.unreadable == 0;
    const qint64 age = std::max(m_since.elapsed(), click.latest.msecsTo(now));
    const bool isFinal = allRead && age >= m_pauses.back().count();
    const auto find = [&](Likeness likeness) {
        return candidatesFor(entry(), list.tokens, {click.earliest, now}, m_ledger.tokensOfOthers(entry().id),
                             likeness);
    };
    std::vector<Token> found = find(Likeness::Exact);
    // What was never sent is not looked for by half.
    std::vector<Token> similar =
        found.empty() && !onlyReviewed ? find(Likeness::Similar) : std::vector<Token>();
    const bool exact = similar.empty();
    if (!exact)
        found = std::move(similar);
    const bool open = !exact || found.size() != 1;
    apply(Looked{std::move(found), isFinal, onlyReviewed && allRead, exact});
    if (m_state.outcome == RecoveryState::Outcome::NeverSent)
        m_record->remove();
    if (open && !isFinal && m_state.phase != Phase::Settled)
        lookLater();
    if (m_state.phase == Phase::Found)
        lookForItem();
}

// A clock that was set between the click and now misleads what was noted; this run's own count does not.
TimeSpan Recovery::clicked(const QDateTime &now, qint64 ahead) const
{
    TimeSpan span = clickOf(entry(), ahead);
    if (m_clickedSinceBoot) {
        const auto passed = m_session->clock().sinceBoot() - *m_clickedSinceBoot;
        const QDateTime counted = now.addMSecs(-passed.count());
        span = {std::min(span.earliest, counted), std::max(span.latest, counted)};
    }
    return span;
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

void Recovery::lookLater(std::chrono::milliseconds atLeast)
{
    const std::chrono::milliseconds elapsed(m_since.elapsed());
    const auto due = std::ranges::find_if(m_pauses, [&](const auto &pause) { return pause > elapsed; });
    if (due != m_pauses.end())
        m_again.start(std::max(*due - elapsed, atLeast) + std::chrono::milliseconds(1));
}

// It may have been replaced in the keychain: read it again next time.
void Recovery::forgetIfRefused(const ApiError &error)
{
    if (isAboutTheToken(error.kind))
        m_session->credential().forget();
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
                if (!revoked && revoked.error().kind == ApiError::Kind::NotFound) {
                    checkWhetherGone(id, revoked.error());
                } else if (!revoked) {
                    forgetIfRefused(revoked.error());
                    apply(RevokeFailed{revoked.error()});
                } else {
                    settle(LedgerEntry::Outcome::Revoked, id);
                    apply(Revoked{false});
                }
            });
        },
        [this](const CredentialError &error) { apply(RevokeFailed{error}); });
}

// Not known there is said of a token that is alive, too: by what stands in front of the server, or for the
// wrong path. Settled, it would be forgotten.
void Recovery::checkWhetherGone(const QString &tokenId, ApiError notFound)
{
    notFound.effect = ApiError::Effect::Unclear;
    readList([this, tokenId, notFound](const Result<TokenList, ClusterSession::Problem> &list) {
        const auto isAlive = [&](const Token &token) {
            return token.id == tokenId && !token.revokedAt;
        };
        if (!list || list->unreadable > 0 || std::ranges::any_of(list->tokens, isAlive)) {
            apply(RevokeFailed{notFound});
            return;
        }
        settle(LedgerEntry::Outcome::Gone, tokenId);
        apply(Revoked{true});
    });
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
    if (!m_state.canClose())
        return;
    settle(LedgerEntry::Outcome::NotCreated);
    apply(Closed{});
}

void Recovery::conclude(Finding finding)
{
    if (!m_state.canConclude() || (finding == Finding::NotThere && !canBeAbsent()))
        return;
    const LedgerEntry::Outcome outcome = outcomeOf(finding, entry());
    settle(outcome, m_state.chosen);
    apply(Concluded{toldOutcome(outcome)});
}

bool Recovery::canBeAbsent() const
{
    const QDateTime now = m_session->serverNow();
    return m_state.canConclude() &&
           (m_state.isFinal || !mayStillAppear(entry(), clicked(now, m_session->clockSkew()), now));
}

void Recovery::settle(LedgerEntry::Outcome outcome, const QString &tokenId)
{
    m_again.stop();
    // Asked about once more at the next start, then.
    if (!m_record->append(ledger::Settled{outcome, tokenId}))
        qCWarning(logStorage) << "a settled creation was not noted in the ledger";
    // What was read of the cluster has the token still. Later: this is at work.
    if (outcome == LedgerEntry::Outcome::Revoked || outcome == LedgerEntry::Outcome::Gone)
        QMetaObject::invokeMethod(m_session.get(), &ClusterSession::reload, Qt::QueuedConnection);
}

void Recovery::apply(const Event &event)
{
    m_state = next(std::move(m_state), event);
    Q_EMIT stateChanged();
}

} // namespace tokenry
