// SPDX-License-Identifier: MIT
// From the draft, or a file, into Review and back.
#include "common/messagebar.h"
#include "compose/composepage.h"
#include "connection/clusterheader.h"
#include "connection/sessionnotice.h"
#include "connection/welcomepage.h"
#include "journeys/democleanup.h"
#include "journeys/recovery.h"
#include "window/cloneactions.h"
#include "window/demostarter.h"
#include "window/draftkeeper.h"
#include "window/issuanceflow.h"
#include "window/mainwindow.h"
#include "window/profileactions.h"
#include "window/requestflow.h"
#include "window/unfinishedbar.h"
#include "window/workspace.h"
#include "wording/apierrortext.h"
#include "wording/createdtext.h"
#include "wording/requesttext.h"

#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>

namespace tokenry
{

void MainWindow::connectRequests()
{
    setAcceptDrops(true);
    connect(m_requests, &RequestFlow::reviewWanted, this, &MainWindow::reviewFile);
    connect(m_requests, &RequestFlow::addProfileWanted, m_profileActions, &ProfileActions::addFor);
    connect(m_welcome, &WelcomePage::openClicked, m_requests, &RequestFlow::chooseFile);
    connect(m_flow, &IssuanceFlow::saveRequestClicked, this, [this] {
        const Issuance &issuance = m_flow->issuance();
        m_requests->save(issuance.profile(), issuance.request(), issuance.session().serverNow());
    });
    connect(m_drafts, &DraftKeeper::failed, this, [this](const QString &slug, const DraftError &error) {
        const auto profile = std::ranges::find(m_workspace->profiles(), slug, &Profile::slug);
        m_message->say(
            Tone::Warning,
            requesttext::textFor(error, profile == m_workspace->profiles().end() ? slug : profile->name));
    });
}

void MainWindow::openRequest(const QString &path)
{
    // With --demo the file may well be for the demo cluster.
    if (m_demo->isStarting())
        connect(
            m_demo, &DemoStarter::startingChanged, this, [this, path] { m_requests->open(path); },
            Qt::SingleShotConnection);
    else
        m_requests->open(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (RequestFlow::isForUs(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (!RequestFlow::isForUs(*event->mimeData()))
        return;
    event->acceptProposedAction();
    m_requests->openDropped(*event->mimeData());
}

std::optional<TokenRequest> MainWindow::requestOfDraft()
{
    const Workspace::Desk &desk = *m_workspace->current();
    auto request = TokenRequest::from(desk.editor->draft(), desk.session->serverNow());
    if (request)
        return *std::move(request);
    openCompose()->showFaults(request.error());
    return {};
}

void MainWindow::saveRequest()
{
    const ClusterSession &session = *m_workspace->current()->session;
    if (const auto request = requestOfDraft())
        m_requests->save(session.profile(), *request, session.serverNow());
}

void MainWindow::review()
{
    if (m_flow->isOpen())
        return;
    if (auto request = requestOfDraft())
        showReview(m_flow->start(*std::move(request), m_workspace->current()->session));
}

void MainWindow::reviewFile(const QString &slug, const TokenRequest &request, const ReviewOrigin &origin)
{
    const Workspace::Desk *const desk = m_workspace->desk(slug);
    if (m_flow->isOpen() || !desk)
        return;
    showReview(m_flow->start(request, desk->session, origin));
}

void MainWindow::showReview(QWidget *page)
{
    m_requests->forgetWaiting();
    m_message->clear();
    m_notice->clear();
    m_unfinished->pause();
    m_header->setBlocked(tr("Not while a token is being reviewed: go back first."));
    m_places->addWidget(page);
    m_places->setCurrentWidget(page);
    connect(&m_flow->issuance().session(), &ClusterSession::stateChanged, page, [this] { followReviewed(); });
    followReviewed();
    // Else it would be wherever Tab leads first.
    page->setFocus(Qt::OtherFocusReason);
}

// Not the current one's if a second start made another profile current meanwhile.
std::shared_ptr<ClusterSession> MainWindow::sessionUnderReview() const
{
    const Workspace::Desk *const desk =
        m_flow->isOpen() ? m_workspace->desk(m_flow->issuance().profile().slug) : nullptr;
    return desk ? desk->session : nullptr;
}

// What is known of its cluster, at first and when that was read again, also while another profile is current.
void MainWindow::followReviewed()
{
    if (!m_flow->isOpen())
        return;
    const Issuance &issuance = m_flow->issuance();
    const ClusterSession &session = issuance.session();
    m_header->showSession(session, m_parts.clock.now());
    ComposePage *const page = composeOn(issuance.profile().slug);
    page->showAccess(session.state().access);
    m_flow->showAdvice(m_flow->origin() ? page->adviceOn(issuance.request(), session.state().databases)
                                        : page->advice());
}

void MainWindow::leaveReview(const Issuance &issuance)
{
    using Custody = IssuanceState::Custody;
    m_header->setBlocked({});
    // What opens now was announced.
    if (m_workspace->currentSlug() != issuance.profile().slug)
        m_message->clear();
    const Workspace::Desk *const desk = m_workspace->desk(issuance.profile().slug);
    const IssuanceState &state = issuance.state();
    if (DemoStarter::isDemo(issuance.profile()) && state.custody != Custody::None)
        m_demoCleanup->remember(issuance.keychainItem());
    const bool isMade = state.custody != Custody::None && state.custody != Custody::Revoked;
    ExpiryChoice expiry{ExpiryChoice::Kind::OnDate, ExpiryChoice::defaultDays,
                        issuance.request().expiry().instant().toLocalTime()};
    if (issuance.request().expiry().isNever())
        expiry.kind = ExpiryChoice::Kind::Never;
    // A request from a file leaves the draft alone.
    if (desk && isMade && !m_flow->origin())
        expiry = desk->editor->takeDraft().expiry;
    const bool unclear = state.phase == IssuanceState::Phase::Unclear && issuance.recovery();
    if (unclear)
        m_unfinished->goOnWith(issuance.recovery());
    showCurrent();
    if (state.custody != Custody::None)
        m_message->say(state.custody == Custody::Stored ? Tone::Success : Tone::Info, createdText(issuance));
    else if (!unclear)
        return;
    if (isMade)
        m_clone->offer(issuance, expiry);
    if (desk)
        desk->session->reload();
    openCompose()->focusDescription();
}

} // namespace tokenry
