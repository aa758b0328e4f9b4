// SPDX-License-Identifier: MIT
#include "window/issuanceflow.h"

#include "journeys/activations.h"
#include "reveal/revealdialog.h"
#include "review/reviewpage.h"
#include "wording/windowtext.h"

namespace tokenry
{

IssuanceFlow::IssuanceFlow(Keychain &keychain, Ledger &ledger, Inhibitor &inhibitor,
                           ManagementApiFactory makeApi, Activations &activations, SecretClipboard &clipboard,
                           QWidget *window)
    : QObject(window), m_keychain(keychain), m_ledger(ledger), m_inhibitor(inhibitor),
      m_makeApi(std::move(makeApi)), m_activations(activations), m_clipboard(clipboard), m_window(window)
{
}

// The page and the dialog refer to the journey.
IssuanceFlow::~IssuanceFlow()
{
    delete m_dialog;
    delete m_page;
    m_inhibitor.release();
}

QWidget *IssuanceFlow::start(TokenRequest request, std::shared_ptr<ClusterSession> session,
                             std::optional<ReviewOrigin> origin)
{
    Q_ASSERT(!m_issuance);
    m_issuance =
        std::make_unique<Issuance>(std::move(request), std::move(session), m_makeApi, m_keychain, m_ledger);
    m_origin = std::move(origin);
    connect(m_issuance.get(), &Issuance::stateChanged, this, &IssuanceFlow::follow);
    m_page = new ReviewPage(*m_issuance, m_clipboard, nullptr, m_origin);
    connect(m_page, &ReviewPage::saveRequestClicked, this, &IssuanceFlow::saveRequestClicked);
    connect(m_page, &ReviewPage::editClicked, this, &IssuanceFlow::editClicked);
    connect(m_page, &ReviewPage::renewClicked, this, &IssuanceFlow::renewClicked);
    connect(m_page, &ReviewPage::backClicked, this, &IssuanceFlow::close);
    connect(m_page, &ReviewPage::remedyChosen, this, &IssuanceFlow::goBackWith);
    connect(m_page, &ReviewPage::issued, this, &IssuanceFlow::reveal);
    m_issuance->begin();
    return m_page;
}

void IssuanceFlow::showAdvice(const std::vector<Advice> &advice)
{
    m_page->showAdvice(advice, m_issuance->session().state().access);
}

void IssuanceFlow::follow()
{
    if (!m_issuance)
        return;
    if (m_issuance->state().shouldNotBeInterrupted())
        m_inhibitor.hold(inhibitorReason());
    else
        m_inhibitor.release();
    // Nobody has read yet what is odd about the answer.
    const bool unread =
        m_issuance->state().phase == IssuanceState::Phase::Issued && m_issuance->answerIsOdd();
    if (mayQuit() && !unread)
        Q_EMIT mayQuitNow();
}

void IssuanceFlow::reveal()
{
    m_watch = m_activations.watch(*m_issuance);
    m_dialog = new RevealDialog(*m_issuance, m_watch, m_clipboard, m_window);
    connect(m_dialog, &QDialog::finished, this, &IssuanceFlow::close);
    m_dialog->open();
}

// Later than the click or the closing that led here: page and dialog are still at work in it.
void IssuanceFlow::close()
{
    if (!mayQuit())
        return;
    if (!m_leaving)
        m_issuance->markAnswerRead();
    // An orphan that is being revoked is revoked; nothing is created after it for nobody.
    m_issuance->stopWaiting();
    Issuance *const issuance = m_issuance.release();
    if (const std::shared_ptr<ActivationWatch> watch = std::exchange(m_watch, nullptr))
        m_activations.goOnWith(watch);
    Q_EMIT closed(*issuance);
    for (QWidget *const widget : std::initializer_list<QWidget *>{m_dialog, m_page}) {
        if (widget) {
            widget->hide();
            widget->deleteLater();
        }
    }
    m_dialog.clear();
    m_page.clear();
    // With the window at the latest: the ledger and the keychain go after it.
    issuance->setParent(this);
    issuance->deleteLater();
}

void IssuanceFlow::goBackWith(const Remedy &remedy)
{
    const QString slug = m_issuance->profile().slug;
    // What came from a file is not the draft until it is put into the form.
    if (m_origin)
        Q_EMIT editClicked();
    else
        close();
    if (!isOpen())
        Q_EMIT remedyChosen(slug, remedy);
}

bool IssuanceFlow::mayQuit() const
{
    using Phase = IssuanceState::Phase;
    if (!m_issuance)
        return true;
    const IssuanceState &state = m_issuance->state();
    return !state.secretAtRisk() && state.phase != Phase::Creating && state.phase != Phase::Revoking &&
           (state.phase != Phase::Issued || state.canFinish());
}

bool IssuanceFlow::explain()
{
    if (!m_dialog)
        return false;
    m_dialog->reject();
    // It may lie behind another window.
    m_dialog->raise();
    m_dialog->activateWindow();
    return true;
}

void IssuanceFlow::leave()
{
    if (!m_issuance || !mayQuit())
        return;
    // The click may still wait for the keychain.
    m_issuance->stopWaiting();
    // Says in the ledger what became of the secret, but not that the person has read anything.
    m_leaving = true;
    if (m_dialog)
        m_dialog->reject();
    m_leaving = false;
}

} // namespace tokenry
