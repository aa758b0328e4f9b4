// SPDX-License-Identifier: MIT
#include "connection/sessionnotice.h"

#include "journeys/democluster.h"
#include "render/managementtokencommand.h"
#include "wording/keychaintext.h"
#include "wording/managementtokentext.h"
#include "wording/sessiontext.h"

#include <QPushButton>

namespace tokenry
{

SessionNotice::SessionNotice(QWidget *parent) : MessageBar(parent) {}

void SessionNotice::showSession(const ClusterSession &session, const KeychainItem &tokenItem)
{
    // The demo's profiles are not the person's to edit.
    m_mayEdit = !DemoCluster::isDemo(session.profile().slug);
    const std::optional<ClusterSession::Problem> &problem = session.state().problem;
    if (!problem) {
        m_shown.reset();
        showCaution(session);
        return;
    }
    // Saying it again would fold the details and tell a screen reader twice.
    const auto shown = std::pair(session.profile().slug, *problem);
    if (m_shown == shown)
        return;
    m_shown = shown;
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
        showApiProblem(std::get<ApiError>(*problem));
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

void SessionNotice::showApiProblem(const ApiError &error)
{
    offerReload();
    switch (error.kind) {
    case ApiError::Kind::ServerError:
    case ApiError::Kind::TooManyRequests:
    case ApiError::Kind::ConnectionLost:
    case ApiError::Kind::DeadlinePassed:
    case ApiError::Kind::ProxyFailed:
        break;
    default:
        offerEdit();
    }
}

void SessionNotice::showCaution(const ClusterSession &session)
{
    const ErrorText caution = cautionAbout(session);
    if (caution.headline.isEmpty())
        clear();
    else if (caution != text())
        say(Tone::Warning, caution);
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
