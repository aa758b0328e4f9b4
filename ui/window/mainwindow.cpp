// SPDX-License-Identifier: MIT
#include "window/mainwindow.h"

#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "common/tokenlistdialog.h"
#include "compose/composepage.h"
#include "connection/clusterheader.h"
#include "connection/sessionnotice.h"
#include "connection/welcomepage.h"
#include "journeys/activations.h"
#include "journeys/democleanup.h"
#include "journeys/democluster.h"
#include "journeys/profileimport.h"
#include "window/activatingbutton.h"
#include "window/activationbar.h"
#include "window/cloneactions.h"
#include "window/demomenu.h"
#include "window/demostarter.h"
#include "window/draftkeeper.h"
#include "window/help.h"
#include "window/issuanceflow.h"
#include "window/keychainunlock.h"
#include "window/placearea.h"
#include "window/placestack.h"
#include "window/profileactions.h"
#include "window/requestflow.h"
#include "window/unfinishedbar.h"
#include "window/workspace.h"
#include "wording/apierrortext.h"
#include "wording/profiletext.h"
#include "wording/requesttext.h"
#include "wording/visibletext.h"
#include "wording/windowtext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tokenry
{

MainWindow::MainWindow(WindowParts parts, QWidget *parent)
    : QMainWindow(parent), m_parts(std::move(parts)),
      m_workspace(new Workspace(m_parts.profiles, m_parts.makeSession, this)),
      m_header(new ClusterHeader(m_parts.clipboard, this)), m_message(new MessageBar(this)),
      m_notice(new SessionNotice(this)),
      m_unfinished(new UnfinishedBar(m_parts.ledger, m_parts.makeApi, m_parts.keychain, m_parts.clock, this)),
      m_activations(new Activations(m_parts.makeProbe, m_parts.trusted, m_parts.activationTiming, this)),
      m_activationBar(new ActivationBar(*m_activations, this)), m_places(new PlaceStack(this)),
      m_welcome(new WelcomePage(m_places)), m_profileActions(new ProfileActions(m_parts, *m_workspace, this)),
      m_demo(new DemoStarter(m_parts.demoProgram, *m_workspace, *m_message, this)),
      m_clone(new CloneActions(*m_workspace, *m_message, this)),
      m_demoCleanup(new DemoCleanup(m_parts.keychain, this)),
      m_flow(new IssuanceFlow(m_parts.keychain, m_parts.ledger, m_parts.inhibitor, m_parts.makeApi,
                              *m_activations, m_parts.clipboard, this)),
      m_requests(new RequestFlow(m_parts.requestFiles, *m_workspace, *m_flow, *m_message, this)),
      m_drafts(new DraftKeeper(m_parts.drafts, *m_workspace, this))
{
    buildLayout();
    connectParts();
    connectRequests();
    connectNotice();
    resize(1180, 760);
    if (m_parts.loadGeometry)
        restoreGeometry(m_parts.loadGeometry());
    // Before one is shown, which is remembered.
    const QString last = m_parts.loadLastProfile ? m_parts.loadLastProfile() : QString();
    m_workspace->load();
    m_workspace->show(last);
    showCurrent();
    showBroken();
}

// The pages refer to what the workspace owns, and the journey to the window's page.
MainWindow::~MainWindow()
{
    m_drafts->flush();
    m_workspace->disconnect(this);
    delete m_flow;
    for (const auto &[slug, page] : m_composePages)
        delete page;
}

void MainWindow::buildLayout()
{
    // As far from the edge as the places keep their own contents.
    auto *const bars = new QVBoxLayout;
    bars->setContentsMargins(20, 10, 20, 0);
    bars->setSpacing(8);
    m_message->letDismiss();
    bars->addWidget(m_message);
    bars->addWidget(m_notice);
    bars->addWidget(m_unfinished);
    bars->addWidget(m_activationBar);
    auto *const content = new QWidget(this);
    auto *const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bars);
    column->addWidget(m_places, 1);
    m_places->addWidget(m_welcome);
    auto *const centre = new QWidget(this);
    auto *const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new PlaceArea(content, centre), 1);
    setCentralWidget(centre);
}

void MainWindow::connectParts()
{
    connect(m_workspace, &Workspace::profilesChanged, this, &MainWindow::showProfiles);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::showCurrent);
    connect(m_workspace, &Workspace::sessionChanged, this, &MainWindow::showSession);
    connect(m_header, &ClusterHeader::profileChosen, m_workspace, [this](const QString &slug) {
        m_message->clear();
        m_workspace->show(slug);
    });
    connect(m_header, &ClusterHeader::reloadClicked, this, [this] {
        if (const auto session = sessionUnderReview())
            session->reload();
        else
            m_workspace->reload();
    });
    connect(m_header, &ClusterHeader::stopClicked, this, [this] {
        const auto session = sessionUnderReview();
        (session ? session : m_workspace->current()->session)->stop();
    });
    connect(m_header, &ClusterHeader::addClicked, m_profileActions, &ProfileActions::add);
    connect(m_header, &ClusterHeader::editClicked, m_profileActions, &ProfileActions::editCurrent);
    connect(m_header, &ClusterHeader::importClicked, m_profileActions, &ProfileActions::import);
    connect(m_header, &ClusterHeader::removeClicked, m_profileActions, &ProfileActions::removeCurrent);
    connect(m_welcome, &WelcomePage::enterIdsClicked, m_profileActions, &ProfileActions::add);
    connect(m_welcome, &WelcomePage::importClicked, m_profileActions, &ProfileActions::import);
    connect(m_welcome, &WelcomePage::demoClicked, m_demo, &DemoStarter::start);
    connect(m_header, &ClusterHeader::demoClicked, m_demo, &DemoStarter::start);
    connect(m_demo, &DemoStarter::startingChanged, m_workspace, [this](bool starting) {
        if (!starting)
            m_workspace->start();
    });
    connect(m_demo, &DemoStarter::startingChanged, m_welcome, &WelcomePage::setDemoStarting);
    connect(m_unfinished, &UnfinishedBar::profileWanted, m_workspace, &Workspace::show);
    connect(m_unfinished, &UnfinishedBar::newProfileWanted, m_profileActions, &ProfileActions::addForLeft);
    connect(m_profileActions, &ProfileActions::removeFailed, this,
            [this](const StorageError &error) { m_message->say(Tone::Danger, textFor(error)); });
    m_header->addTool(new ActivatingButton(*m_activations, m_header));
    auto *const help = new Help(this);
    m_header->addTool(help->makeButton(m_header));
    connect(m_welcome, &WelcomePage::helpClicked, help, &Help::open);
    m_header->setDemoTool(new DemoMenu(*m_demo, *m_workspace, m_header));
    connect(m_clone, &CloneActions::filledIn, this, [this] { openCompose()->focusDescription(); });
    connect(m_demoCleanup, &DemoCleanup::finished, this, &QWidget::close);
    connect(m_flow, &IssuanceFlow::closed, this, &MainWindow::leaveReview);
    connect(m_flow, &IssuanceFlow::mayQuitNow, this, &MainWindow::endIfAsked);
    connect(m_flow, &IssuanceFlow::remedyChosen, this, [this](const QString &slug, const Remedy &remedy) {
        // A draft does not change behind another profile's.
        if (m_workspace->show(slug))
            m_workspace->current()->editor->apply(remedy);
    });
}

void MainWindow::connectNotice()
{
    connect(m_notice, &SessionNotice::reloadClicked, m_workspace, &Workspace::reload);
    connect(m_notice, &SessionNotice::stopClicked, this, [this] { m_workspace->current()->session->stop(); });
    connect(m_notice, &SessionNotice::editClicked, m_profileActions, &ProfileActions::editCurrent);
    connect(m_notice, &SessionNotice::copyCommandClicked, this,
            [this](const QString &command) { m_parts.clipboard.copyText(command); });
    connect(m_notice, &SessionNotice::allowClicked, this, [this] {
        const std::shared_ptr<ClusterSession> session = m_workspace->current()->session;
        const Result<Done, StorageError> trusted = session->credential().trustOrigin();
        if (trusted)
            session->reload();
        else
            m_message->say(Tone::Danger, textFor(trusted.error()));
    });
    auto *const unlock = new KeychainUnlock(m_parts.keychain, *m_notice, this);
    connect(unlock, &KeychainUnlock::changed, this, &MainWindow::showCurrent);
    connect(m_notice, &SessionNotice::unlockClicked, unlock, &KeychainUnlock::ask);
    connect(unlock, &KeychainUnlock::unlocked, m_workspace, &Workspace::reloadLocked);
}

bool MainWindow::showProfile(const QString &slugOrName)
{
    for (const Profile &profile : m_workspace->profiles()) {
        if (profile.slug == slugOrName || profile.name.compare(slugOrName, Qt::CaseInsensitive) == 0)
            return m_workspace->show(profile.slug);
    }
    const Workspace::Desk *const desk = m_workspace->current();
    const QString open = desk ? desk->session->profile().name : QString();
    m_message->say(Tone::Danger, profileNotOpened(slugOrName, open, m_workspace->broken()));
    return false;
}

void MainWindow::startDemo()
{
    m_demo->start();
}

void MainWindow::present(const QByteArray &activationToken)
{
    // Where Qt looks for it when it asks Wayland's compositor.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    // A dialog of the window stays in front of it.
    if (QWidget *const dialog = QApplication::activeModalWidget()) {
        dialog->raise();
        dialog->activateWindow();
    }
}

void MainWindow::keepDrafts()
{
    m_drafts->flush();
}

void MainWindow::showBroken()
{
    if (!m_workspace->broken().empty())
        m_message->say(Tone::Warning, brokenProfiles(m_workspace->broken()));
}

void MainWindow::showProfiles()
{
    m_header->setProfiles(m_workspace->profiles(), m_workspace->currentSlug());
    m_unfinished->setProfiles(m_workspace->profiles());
    // A profile that was removed takes its page along.
    std::erase_if(m_composePages, [this](const auto &entry) {
        const bool known = std::ranges::count(m_workspace->profiles(), entry.first, &Profile::slug) > 0;
        if (known)
            return false;
        // Else the stack would show any other profile's page until the next one is chosen.
        if (m_places->currentWidget() == entry.second)
            m_places->setCurrentWidget(m_welcome);
        delete entry.second;
        return true;
    });
}

void MainWindow::showCurrent()
{
    const Workspace::Desk *const desk = m_workspace->current();
    // A review stays on view until it is left, whatever becomes current behind it.
    if (m_flow->isOpen()) {
        if (desk && m_workspace->currentSlug() != m_flow->issuance().profile().slug)
            m_message->say(Tone::Info, opensLater(desk->session->profile().name));
        return;
    }
    m_header->setVisible(desk != nullptr);
    if (!desk) {
        m_notice->clear();
        m_welcome->setFound(countImportable(m_parts.influxctl));
        m_unfinished->follow(nullptr);
        m_places->setCurrentWidget(m_welcome);
        setWindowTitle(tr("Tokenry"));
        return;
    }
    const Profile &profile = desk->session->profile();
    setWindowTitle(tr("Tokenry – %1 (%2)", "a profile and its environment")
                       .arg(visibleText(profile.name, 60), environmentWord(profile)));
    m_header->setProfiles(m_workspace->profiles(), m_workspace->currentSlug());
    m_places->setCurrentWidget(openCompose());
    rememberShown(profile);
    showSession();
}

// At once: after a crash the next start begins where a creation may have been left.
void MainWindow::rememberShown(const Profile &profile)
{
    const bool known = m_parts.loadLastProfile && m_parts.loadLastProfile() == profile.slug;
    if (m_parts.saveLastProfile && !known && !DemoStarter::isDemo(profile))
        m_parts.saveLastProfile(profile.slug);
}

void MainWindow::showSession()
{
    // The header stays with the cluster under review, see followReviewed().
    if (m_flow->isOpen())
        return;
    const ClusterSession &session = *m_workspace->current()->session;
    const ClusterAddress &address = session.profile().address;
    m_header->showSession(session, m_parts.clock.now());
    m_notice->showSession(
        session, m_parts.keychain.managementTokenItem(address.tokenAccount(), address.managementHost()));
    m_unfinished->follow(m_workspace->current()->session);
    // The header and the notice say what concerns old rows; the page only has to explain that there are none.
    const ClusterSession::State &state = session.state();
    openCompose()->showAccess(state.access);
    openCompose()->showList(state.readAt.isValid() ? ListState::Read
                            : state.loading        ? ListState::Loading
                                                   : ListState::NotRead);
}

ComposePage *MainWindow::openCompose()
{
    return composeOn(m_workspace->currentSlug());
}

ComposePage *MainWindow::composeOn(const QString &slug)
{
    ComposePage *&page = m_composePages[slug];
    if (!page) {
        // Its own cluster's clock, whichever is current: the desk outlives the page.
        const auto now = [this, slug] {
            return m_workspace->desk(slug)->session->serverNow();
        };
        page = new ComposePage(*m_workspace->desk(slug)->editor, now, m_places);
        m_places->addWidget(page);
        if (m_parts.loadView)
            page->restoreView(m_parts.loadView(slug));
        connect(page, &ComposePage::saveRequested, this, &MainWindow::saveRequest);
        connect(page, &ComposePage::openRequested, m_requests, &RequestFlow::chooseFile);
        connect(page, &ComposePage::reviewRequested, this, &MainWindow::review);
        connect(page, &ComposePage::tokensWanted, this, &MainWindow::showTokens);
        connect(page, &ComposePage::stopRequested, m_header, &ClusterHeader::stopClicked);
        connect(page, &ComposePage::reloadRequested, m_header, &ClusterHeader::reloadClicked);
    }
    return page;
}

void MainWindow::showTokens(const QString &title, const std::vector<Token> &tokens)
{
    const QDateTime now = m_workspace->current()->session->serverNow();
    (new TokenListDialog(title, tokens, now, m_parts.clipboard, this))->open();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Restored from the task bar it reads no more than before.
    if (event->spontaneous())
        return;
    // Once the window is up, and after what the command line asks for.
    QTimer::singleShot(0, this, [this] {
        m_unfinished->start();
        // Who asked for the demo cluster did not ask for another one to be read.
        if (!m_demo->isStarting())
            m_workspace->start();
    });
}

bool MainWindow::mayEnd()
{
    if (m_flow->mayQuit())
        return true;
    if (!m_flow->explain())
        m_message->say(Tone::Warning, cannotCloseWhileCreating(m_endWhenSafe));
    return false;
}

void MainWindow::endWhenSafe()
{
    m_endWhenSafe = true;
}

// Later than the change that made it possible: page and dialog are still at work in it.
void MainWindow::endIfAsked()
{
    if (m_endWhenSafe)
        QTimer::singleShot(0, this, &QWidget::close);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayEnd()) {
        event->ignore();
        return;
    }
    m_flow->leave();
    keepDrafts();
    if (m_parts.saveGeometry)
        m_parts.saveGeometry(saveGeometry());
    for (const auto &[slug, page] : m_composePages) {
        if (m_parts.saveView && !DemoCluster::isDemo(slug))
            m_parts.saveView(slug, page->view());
    }
    if (m_demoCleanup->isNeeded()) {
        // Closed for good when the keychain is clean, a moment later; meanwhile it may be asked to once more.
        event->ignore();
        setEnabled(false);
        m_demoCleanup->start();
        return;
    }
    QMainWindow::closeEvent(event);
}

} // namespace tokenry
