// SPDX-License-Identifier: MIT
#include "connection/sessionnotice.h"

#include "common/plainlabel.h"
#include "journeys/democluster.h"
#include "render/managementtokencommand.h"
#include "wording/keychaintext.h"
#include "wording/managementtokentext.h"
#include "wording/sessiontext.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tokenry
{

SessionNotice::SessionNotice(QWidget *parent) : MessageBar(parent)
{
    connect(&m_untilRetry, &Countdown::ticked, this, [this](int seconds) {
        if (m_retryLine)
            m_retryLine->setText(retryText(seconds, m_retry));
    });
}

void SessionNotice::showSession(const ClusterSession &session, const KeychainItem &tokenItem)
{
    // The demo's profiles are not the person's to edit.
    m_mayEdit = !DemoCluster::isDemo(session.profile().slug);
    std::optional<ClusterSession::Problem> problem = session.state().problem;
    const bool locked = session.state().waitsForKeychain();
    if (!locked)
        m_unlockFailed.reset();
    else if (m_unlockFailed)
        problem = CredentialError(*m_unlockFailed);
    if (!problem) {
        m_shown.reset();
        m_untilRetry.stop();
        showCaution(session);
        return;
    }
    // Saying it again would fold the details and tell a screen reader twice.
    const ClusterSession::State &state = session.state();
    const bool retrying = state.retry || state.loading;
    const bool unlocking = locked && m_unlocking;
    const auto shown = std::tuple(session.profile().slug, *problem, retrying, unlocking);
    if (m_shown == shown && !isHidden()) {
        updateRetry(state);
        return;
    }
    m_shown = shown;
    m_untilRetry.stop();
    m_retry = 0;
    if (unlocking)
        return sayUnlocking();
    const auto *const credential = std::get_if<CredentialError>(&*problem);
    const bool question = credential && *credential == CredentialError(CredentialFault::OriginNotTrusted);
    ErrorText text =
        textFor(*problem, session.profile().address,
                session.state().readAt.isValid() ? Situation::Reading : Situation::ReadingAtFirst);
    if (credential && *credential == CredentialError(CredentialFault::NoToken))
        text.details = waysToAManagementToken(managementTokenCommand(session.profile()), tokenItem);
    say(question ? Tone::Warning : Tone::Danger, text);
    if (credential)
        showCredentialProblem(*credential, session.profile(), tokenItem);
    else
        showApiProblem(std::get<ApiError>(*problem), state);
}

void SessionNotice::setUnlocking(bool unlocking, const std::optional<KeychainError> &failed)
{
    m_unlocking = unlocking;
    m_unlockFailed = failed;
}

void SessionNotice::sayUnlocking()
{
    say(Tone::Info, waitingForPassword());
    connect(addAction(tr("Stop waiting")), &QPushButton::clicked, this, &SessionNotice::stopUnlockingClicked);
}

void SessionNotice::showCredentialProblem(const CredentialError &error, const Profile &profile,
                                          const KeychainItem &tokenItem)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error)) {
        if (unlockingHelps(keychain->kind))
            connect(addAction(unlockLabel(keychain->kind)), &QPushButton::clicked, this,
                    &SessionNotice::unlockClicked);
        else
            offerReload();
        offerEdit();
        return;
    }
    switch (std::get<CredentialFault>(error)) {
    case CredentialFault::OriginNotTrusted:
        connect(addAction(tr("Allow")), &QPushButton::clicked, this, &SessionNotice::allowClicked);
        offerEdit();
        break;
    case CredentialFault::NoToken:
        offerEdit();
        offerReload();
        offerCopy(tr("Copy command for an administrator"), managementTokenCommand(profile));
        offerCopy(tr("Copy command for the keychain"), provisioningCommand(tokenItem));
        break;
    }
}

void SessionNotice::offerRetry()
{
    m_retryLine = plainLabel(this);
    m_retryLine->setObjectName(QStringLiteral("retryLine"));
    addRow(m_retryLine);
    connect(addAction(tr("Try now")), &QPushButton::clicked, this, &SessionNotice::reloadClicked);
    connect(addAction(tr("Stop trying")), &QPushButton::clicked, this, &SessionNotice::stopClicked);
}

void SessionNotice::updateRetry(const ClusterSession::State &state)
{
    if (!m_retryLine)
        return;
    if (!state.retry) {
        m_untilRetry.stop();
        m_retryLine->setText(readingAgainText());
    } else if (state.retry->number != m_retry) {
        m_retry = state.retry->number;
        m_untilRetry.start(std::chrono::milliseconds(std::max<qint64>(1, state.retry->due.remainingTime())));
    }
}

void SessionNotice::showApiProblem(const ApiError &error, const ClusterSession::State &state)
{
    if (state.retry || state.loading) {
        offerRetry();
        updateRetry(state);
    } else {
        offerReload();
    }
    switch (error.kind) {
    case ApiError::Kind::ServerError:
    case ApiError::Kind::TooManyRequests:
    case ApiError::Kind::ConnectionLost:
    case ApiError::Kind::DeadlinePassed:
    case ApiError::Kind::SignInPage:
    case ApiError::Kind::LookupTimedOut:
    case ApiError::Kind::NetworkUnreachable:
    case ApiError::Kind::CertificateNotYetValid:
    case ApiError::Kind::ProxyFailed:
    case ApiError::Kind::ProxyWantsPassword:
        break;
    default:
        offerEdit();
    }
}

void SessionNotice::showCaution(const ClusterSession &session)
{
    const ErrorText caution = cautionAbout(session);
    if (caution.headline.isEmpty()) {
        clear();
    } else if (caution != text()) {
        say(Tone::Warning, caution);
        if (session.state().tokensProblem)
            offerReload();
    }
}

void SessionNotice::offerReload()
{
    connect(addAction(tr("Reload")), &QPushButton::clicked, this, &SessionNotice::reloadClicked);
}

void SessionNotice::offerCopy(const QString &label, const QString &command)
{
    connect(addAction(label), &QPushButton::clicked, this,
            [this, command] { Q_EMIT copyCommandClicked(command); });
}

void SessionNotice::offerEdit()
{
    if (!m_mayEdit)
        return;
    connect(addAction(tr("Edit profile…")), &QPushButton::clicked, this, &SessionNotice::editClicked);
}

} // namespace tokenry
