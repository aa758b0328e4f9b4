// SPDX-License-Identifier: MIT
#include "journeys/managementcredential.h"

#include <QPointer>

namespace tokenry
{

namespace
{

constexpr std::chrono::minutes idleTime(10);

} // namespace

ManagementCredential::ManagementCredential(ClusterAddress address, Keychain &keychain,
                                           TrustedOrigins &trusted, QObject *parent)
    : QObject(parent), m_address(std::move(address)), m_keychain(keychain), m_trusted(trusted)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, this, &ManagementCredential::idle);
}

ManagementCredential::~ManagementCredential() = default;

void ManagementCredential::useForSession(Secret token)
{
    ++m_generation;
    m_idle.stop();
    m_token = std::move(token);
    m_forSession = true;
}

void ManagementCredential::shareSessionTokenWith(ManagementCredential &other) const
{
    if (m_forSession && &other != this && m_address.sharesTokenWith(other.m_address))
        other.useForSession(m_token.clone());
}

void ManagementCredential::useKeychain()
{
    ++m_generation;
    m_forSession = false;
    idle();
}

bool ManagementCredential::isOriginTrusted() const
{
    return m_forSession || m_trusted.contains(m_address.tokenAccount(), m_address.trustedOrigin());
}

Result<Done, StorageError> ManagementCredential::trustOrigin()
{
    return m_trusted.add(m_address.tokenAccount(), m_address.trustedOrigin());
}

void ManagementCredential::forget()
{
    if (!m_forSession)
        m_token = Secret();
}

std::shared_ptr<const void> ManagementCredential::keepAtHand()
{
    auto kept = m_kept.lock();
    if (!kept)
        m_kept = kept = std::make_shared<char>();
    return kept;
}

void ManagementCredential::idle()
{
    if (m_kept.expired())
        forget();
    else
        touch();
}

void ManagementCredential::withToken(QObject *context, std::function<void(const Secret &)> use,
                                     std::function<void(CredentialError)> fail)
{
    if (!isOriginTrusted()) {
        fail(CredentialFault::OriginNotTrusted);
        return;
    }
    if (!m_token.isEmpty()) {
        touch();
        use(m_token);
        return;
    }
    const KeychainItem item =
        m_keychain.managementTokenItem(m_address.tokenAccount(), m_address.managementHost());
    // Both must live: the one who asked (context of the connection) and this (checked by the guard).
    const QPointer<ManagementCredential> self(this);
    whenDone(m_keychain.read(item), context,
             [self, context, generation = m_generation, use = std::move(use),
              fail = std::move(fail)](Result<Secret, KeychainError> read) {
                 if (!self)
                     return;
                 // What was read may be the token that another has replaced since.
                 if (generation != self->m_generation) {
                     self->withToken(context, use, fail);
                     return;
                 }
                 if (!read) {
                     if (read.error().kind == KeychainError::Kind::NotFound)
                         fail(CredentialFault::NoToken);
                     else
                         fail(read.error());
                     return;
                 }
                 // What was put there with a shell often ends in a newline.
                 Secret token =
                     read->reveal([](QByteArrayView bytes) { return Secret::copyOf(bytes.trimmed()); });
                 if (token.isEmpty()) {
                     fail(CredentialFault::NoToken);
                     return;
                 }
                 // Another question may have been answered in the meantime.
                 if (self->m_token.isEmpty())
                     self->m_token = std::move(token);
                 self->touch();
                 use(self->m_token);
             });
}

void ManagementCredential::touch()
{
    if (!m_forSession)
        m_idle.start();
}

} // namespace tokenry
