// SPDX-License-Identifier: MIT
#include "keychain/keychainjobs.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

namespace
{

Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Kind::NotFound;
    case QKeychain::AccessDeniedByUser:
        return Kind::Dismissed;
    case QKeychain::AccessDenied:
        return Kind::Denied;
    case QKeychain::NoBackendAvailable:
        return Kind::Missing;
    default:
        return Kind::Failed;
    }
}

Result<Done, KeychainError> answerOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return Done();
    // A dialog of KWallet's that nobody answered; the protocol's name, which no locale translates.
    if (job.errorString().contains("org.freedesktop.DBus.Error.NoReply"_L1))
        return unexpected(KeychainError{Kind::NotAnswering, job.errorString()});
    return unexpected(KeychainError{kindOf(job.error()), job.errorString()});
}

} // namespace

void KeychainJobs::enqueue(Step step)
{
    m_waiting.push_back(std::move(step));
    startNext();
}

void KeychainJobs::startNext()
{
    while (!m_running && !m_waiting.empty()) {
        const Step step = std::move(m_waiting.front());
        m_waiting.pop_front();
        QKeychain::Job *job = step.make();
        if (!job)
            continue;
        m_running = true;
        // The job deletes itself afterwards; it has no parent, so that nothing else can.
        connect(
            job, &QKeychain::Job::finished, this,
            [this, done = step.done](QKeychain::Job *finished) {
                m_running = false;
                done(finished);
                startNext();
            },
            Qt::SingleShotConnection);
        job->start();
    }
}

void KeychainJobs::read(const KeychainItem &item, Then<Secret> then)
{
    enqueue({[item] {
                 auto *job = new QKeychain::ReadPasswordJob(item.service);
                 job->setKey(item.key);
                 return job;
             },
             [then](QKeychain::Job *job) {
                 if (const auto answer = answerOf(*job); !answer)
                     return then(unexpected(answer.error()));
                 QString text = static_cast<QKeychain::ReadPasswordJob *>(job)->textData();
                 then(Secret::takeFrom(text));
             }});
}

void KeychainJobs::write(const KeychainItem &item, std::shared_ptr<const Secret> secret, Wanted wanted,
                         Then<Done> then)
{
    enqueue({[item, secret = std::move(secret), wanted = std::move(wanted), then]() -> QKeychain::Job * {
                 if (!*wanted) {
                     then(unexpected(KeychainError{Kind::NotAnswering, {}}));
                     return nullptr;
                 }
                 auto *job = new QKeychain::WritePasswordJob(item.service);
                 job->setKey(item.key);
                 QString text = secret->reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
                 // Always as text: a binary item under the same key would be a second one, read back never.
                 job->setTextData(text);
                 wipe(text);
                 return job;
             },
             [then](QKeychain::Job *job) {
                 then(answerOf(*job));
             }});
}

void KeychainJobs::remove(const KeychainItem &item, Then<Done> then)
{
    enqueue({[item] {
                 auto *job = new QKeychain::DeletePasswordJob(item.service);
                 job->setKey(item.key);
                 return job;
             },
             [then](QKeychain::Job *job) {
                 then(answerOf(*job));
             }});
}

} // namespace tokenry
