// SPDX-License-Identifier: MIT
#include "journeys/issuance.h"

#include "wire/calls.h"

namespace tokenry
{

using namespace issuance;

Issuance::Issuance(TokenRequest request, std::shared_ptr<ClusterSession> session,
                   const ManagementApiFactory &makeApi, Keychain &keychain, Ledger &ledger, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_session(std::move(session)),
      m_call(createToken(m_session->profile().address, m_request)), m_makeApi(makeApi),
      m_api(makeApi(m_session->profile().address)), m_keychain(keychain), m_ledger(ledger)
{
    m_state.keychainName = keychainNameFor(m_request.description());
}

Issuance::~Issuance()
{
    if (m_record && m_record->entry().stage == LedgerEntry::Stage::Reviewed)
        m_record->remove();
}

KeychainItem Issuance::keychainItem() const
{
    return m_keychain.tokenItem(profile().slug, m_state.keychainName);
}

void Issuance::begin()
{
    m_api->prewarm();
    m_proposing = true;
    openRecord();
    proveKeychain();
}

void Issuance::setKeep(Keep keep)
{
    apply(KeepChosen{keep});
}

void Issuance::setKeychainName(const QString &name)
{
    m_proposing = false;
    apply(NameChosen{name});
    lookUpName();
}

void Issuance::proveKeychain()
{
    apply(ProofStarted{});
    whenDone(m_keychain.prove(), this, [this](Result<KeychainPlace, KeychainError> proof) {
        if (!proof) {
            apply(KeychainFailed{proof.error()});
            return;
        }
        apply(KeychainProved{*proof});
        lookUpName();
    });
}

void Issuance::unlockKeychain()
{
    // One question at a time.
    if (m_state.proof == IssuanceState::Proof::Proving)
        return;
    apply(ProofStarted{});
    whenDone(m_keychain.unlock(), this, [this](Result<KeychainPlace, KeychainError> unlocked) {
        if (unlocked)
            proveKeychain();
        else
            apply(KeychainFailed{unlocked.error()});
    });
}

void Issuance::lookUpName()
{
    const QString name = m_state.keychainName;
    if (!isKeychainName(name))
        return;
    whenDone(m_keychain.contains(keychainItem()), this, [this, name](Result<bool, KeychainError> taken) {
        if (name != m_state.keychainName)
            return;
        if (!taken) {
            apply(KeychainFailed{taken.error()});
            return;
        }
        // The name we propose gives way; one that the person chose is left for the person to change.
        if (*taken && m_proposing)
            apply(NameChosen{nextKeychainName(name)});
        // During a creation the name stays what it is.
        if (name != m_state.keychainName)
            lookUpName();
        else
            apply(NameLookedUp{name, *taken});
    });
}

Result<Done, StorageError> Issuance::allowOrigin()
{
    Result<Done, StorageError> trusted = m_session->credential().trustOrigin();
    if (trusted)
        apply(CredentialMended{});
    return trusted;
}

void Issuance::create()
{
    if (!m_state.canCreate())
        return;
    const Expiry &expiry = m_request.expiry();
    if (!expiry.isNever() && expiry.instant() <= m_session->serverNow()) {
        apply(ExpiryPassed{});
        return;
    }
    if (m_recovery) {
        // The search of the click before is over; it ends after its own signal, which this may be.
        m_recovery->disconnect(this);
        QMetaObject::invokeMethod(
            this, [over = std::exchange(m_recovery, {})] {}, Qt::QueuedConnection);
    }
    apply(CreateClicked{});
    // What this click waits for; gone when the person does not wait, so that a late answer sends nothing.
    m_click = std::make_unique<QObject>();
    if (m_state.keep == Keep::ShowOnly)
        send();
    else
        recheckThenSend();
}

void Issuance::recheckThenSend()
{
    // Review may have been open for an hour: locked since, served by another process, or the name taken
    // meanwhile?
    whenDone(m_keychain.look(), m_click.get(), [this](Result<KeychainPlace, KeychainError> place) {
        if (!place) {
            apply(CheckFailed{place.error()});
        } else if (place->locked) {
            apply(CheckFailed{{KeychainError::Kind::Locked, {}}});
        } else if (m_state.place != *place) {
            // Another process answers now: proven again, and the click is left to the person.
            apply(ProofOutdated{});
            proveKeychain();
        } else {
            recheckName();
        }
    });
}

void Issuance::recheckName()
{
    whenDone(m_keychain.contains(keychainItem()), m_click.get(), [this](Result<bool, KeychainError> taken) {
        if (!taken)
            apply(CheckFailed{taken.error()});
        else if (*taken)
            apply(NameFoundTaken{});
        else
            send();
    });
}

void Issuance::send()
{
    m_session->credential().withToken(
        m_click.get(),
        [this](const Secret &managementToken) {
            if (!markSending())
                return;
            // Each of two instances notes first and looks then, so that never both go on.
            if (m_state.keep == Keep::InKeychain && m_ledger.isPromisedElsewhere(keychainItem())) {
                note(ledger::Refused{});
                apply(NameFoundTaken{});
                return;
            }
            const auto creating = m_api->create(managementToken, m_call);
            m_creating = creating;
            m_idsBefore = m_session->tokenIds();
            m_sentAt.start();
            apply(Sent{});
            whenDone(creating, this, [this](Result<Creation, ApiError> answer) {
                m_creating.reset();
                if (answer)
                    take(*std::move(answer));
                else
                    refuse(answer.error());
            });
        },
        [this](const CredentialError &error) { apply(CredentialFailed{error}); });
}

void Issuance::refuse(const ApiError &error)
{
    if (isAboutTheToken(error.kind))
        m_session->credential().forget();
    renewApi();
    apply(Refused{error});
    if (m_state.phase == IssuanceState::Phase::Unclear)
        recover();
    else
        note(ledger::Refused{});
}

void Issuance::renewApi()
{
    // Connections that carried a secret, or broke, are not used again.
    m_api = m_makeApi(profile().address);
}

qint64 Issuance::waitedMs() const
{
    return m_sentAt.isValid() ? m_sentAt.elapsed() : -1;
}

void Issuance::stopWaiting()
{
    m_click.reset();
    // The orphan's end is waited for no more either: nothing is sent later.
    m_createWhenRevoked = false;
    apply(Withdrawn{});
    if (m_creating)
        m_creating->cancel();
}

void Issuance::apply(const Event &event)
{
    m_state = next(std::move(m_state), event);
    Q_EMIT stateChanged();
}

} // namespace tokenry
