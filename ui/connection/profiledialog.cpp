// SPDX-License-Identifier: MIT
#include "connection/profiledialog.h"

#include "common/messagebar.h"
#include "common/plainlabel.h"
#include "connection/profilefields.h"
#include "connection/setupmessage.h"
#include "connection/tokenfield.h"
#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

ProfileDialog::ProfileDialog(std::unique_ptr<ProfileSetup> setup, Taken taken,
                             const std::optional<Profile> &edited, QWidget *parent)
    : QDialog(parent), m_setup(std::move(setup)), m_taken(std::move(taken)), m_edited(edited),
      m_fields(new ProfileFields(this)), m_token(new TokenField(*m_fields)), m_message(new MessageBar(this)),
      m_test(new QPushButton(tr("Test connection"), this)), m_save(new QPushButton(tr("Save"), this))
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(m_edited ? tr("Edit profile – %1").arg(visibleText(m_edited->name, 60))
                            : tr("Add profile"));
    buildLayout();
    if (m_edited)
        m_fields->setInput(ProfileInput::of(*m_edited));
    connect(m_fields, &ProfileFields::edited, this, &ProfileDialog::noticeEdit);
    connect(m_token, &TokenField::edited, this, &ProfileDialog::noticeEdit);
    connect(m_test, &QPushButton::clicked, this, &ProfileDialog::test);
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_setup.get(), &ProfileSetup::stateChanged, this, &ProfileDialog::showState);
    connect(&m_setup->plainTextKeyring(), &PlainTextKeyring::found, this, [this] { explainToken(faults()); });
    noticeEdit();
}

// A dialog that is destroyed while open loses its focus in the end, and its fields tell of that.
ProfileDialog::~ProfileDialog()
{
    m_setup->disconnect(this);
    m_fields->disconnect(this);
    m_token->disconnect(this);
}

void ProfileDialog::fillIn(const ProfileInput &input, const ErrorText &note)
{
    m_fields->setInput(input);
    noticeEdit();
    m_message->say(Tone::Info, note);
    fitHeight();
}

void ProfileDialog::buildLayout()
{
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (QPushButton *const button : {m_test, cancel})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(m_fields);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 106, 0);
}

Profile ProfileDialog::profile() const
{
    Profile profile = m_fields->input().profile();
    profile.address = address();
    profile.slug = m_edited ? m_edited->slug : slugFor(profile.name, m_taken.slugs + m_setup->takenSlugs());
    return profile;
}

ClusterAddress ProfileDialog::address() const
{
    ClusterAddress address = m_fields->input().address();
    if (address.authority.file == m_authority.file)
        address.authority = m_authority;
    return address;
}

void ProfileDialog::readAuthority()
{
    m_authority = m_setup->complete(m_fields->input().address()).authority;
}

ProfileFaults ProfileDialog::faults() const
{
    ProfileFaults found = faultsOf(m_fields->input(), m_taken.names, m_token->isGiven(), m_token->kind());
    if (const PrivateAuthority authority = address().authority;
        found.authority.isEmpty() && authority.isMissing())
        found.authority = authorityUnusable(authority);
    return found;
}

void ProfileDialog::noticeEdit()
{
    m_setup->touch();
    // Not at every key in any field: the file may lie far away.
    if (m_fields->input().address().authority.file != m_authority.file)
        readAuthority();
    const ProfileFaults found = faults();
    m_fields->showFaults(found);
    explainToken(found);
}

void ProfileDialog::explainToken(const ProfileFaults &found)
{
    const ClusterAddress entered = m_fields->input().address();
    const bool complete = found.managementUrl.isEmpty() && found.accountId.isEmpty();
    const QString item = complete ? m_setup->tokenItem(entered).service : QString();
    const QString kept = m_token->forSessionOnly() ? tr("Stays in memory until Tokenry is closed.")
                         : complete ? tr("Goes into the keychain as %1.").arg(visibleText(item, 200))
                                    : tr("Goes into the keychain, one for the account at this address.");
    const bool inPlainText = m_setup->plainTextKeyring().isFound() && !m_token->forSessionOnly();
    m_token->explain(kept,
                     m_edited ? tr("Leave it empty to go on with the one that is in use.")
                     : entered.product == Product::Clustered
                         ? tr("Left empty, the token that is there for this cluster is used: this session's, "
                              "or the keychain's.")
                         : tr("Left empty, the token that is there for this account is used: this session's, "
                              "or the keychain's."),
                     inPlainText ? plainTextKeyringForProfile() : QString(), found.token);
    fitHeight();
}

void ProfileDialog::test()
{
    readAuthority();
    const ProfileFaults found = faults();
    m_fields->showFaults(found);
    if (!found.canTest()) {
        m_fields->insistOn(found);
        if (!found.token.isEmpty())
            m_token->focus();
        fitHeight();
        return;
    }
    m_setup->test(address(), m_token->secret());
}

void ProfileDialog::save()
{
    readAuthority();
    const ProfileFaults found = faults();
    m_fields->showFaults(found);
    if (!found.canSave()) {
        m_fields->insistOn(found);
        if (!found.token.isEmpty())
            m_token->focus();
        fitHeight();
        return;
    }
    m_setup->save(profile(), m_token->secret(),
                  m_token->forSessionOnly() ? ProfileSetup::KeepToken::ForSession
                                            : ProfileSetup::KeepToken::InKeychain);
}

void ProfileDialog::showState()
{
    using Phase = ProfileSetup::Phase;
    const ProfileSetup::State &state = m_setup->state();
    const bool wasBusy = !m_fields->isEnabled();
    m_fields->setEnabled(!m_setup->isBusy());
    m_test->setEnabled(!m_setup->isBusy());
    m_save->setEnabled(!m_setup->isBusy());
    sayState(*m_message, state, profile(), m_setup->tokenItem(address()));
    if (m_setup->isBusy()) {
        QPushButton *const stop =
            m_message->addAction(state.phase == Phase::Testing ? tr("Stop") : tr("Stop waiting"));
        connect(stop, &QPushButton::clicked, m_setup.get(), &ProfileSetup::stop);
        stop->setFocus(Qt::OtherFocusReason);
    } else if (state.phase == Phase::Saved) {
        Q_EMIT saved(m_setup->saved());
        accept();
    } else {
        showFailure();
        if (wasBusy)
            (state.phase == Phase::Tested ? m_save : m_test)->setFocus(Qt::OtherFocusReason);
    }
    fitHeight();
}

// The ways on for the failures that have one here.
void ProfileDialog::showFailure()
{
    const ProfileSetup::State &state = m_setup->state();
    if (state.phase == ProfileSetup::Phase::TokenThere) {
        connect(m_message->addAction(tr("Replace it")), &QPushButton::clicked, this,
                [this] { m_setup->replaceAndSave(profile(), m_token->secret()); });
        offerSessionOnly();
    }
    if (state.saveProblem) {
        if (const auto *const keychain = std::get_if<KeychainError>(&*state.saveProblem))
            showSaveFailure(*keychain);
    }
    if (state.testProblem) {
        if (const auto *const credential = std::get_if<CredentialError>(&*state.testProblem))
            showTestFailure(*credential);
    }
}

void ProfileDialog::showSaveFailure(const KeychainError &error)
{
    if (unlockingHelps(error.kind))
        connect(m_message->addAction(unlockLabel(error.kind, tr("Unlock and save"))), &QPushButton::clicked,
                this, [this] { m_setup->unlockAndSave(profile(), m_token->secret()); });
    offerSessionOnly();
}

void ProfileDialog::offerSessionOnly()
{
    connect(m_message->addAction(tr("Keep for this session only")), &QPushButton::clicked, this, [this] {
        m_token->setForSessionOnly(true);
        save();
    });
}

void ProfileDialog::showTestFailure(const CredentialError &error)
{
    if (const auto *const keychain = std::get_if<KeychainError>(&error)) {
        if (unlockingHelps(keychain->kind))
            connect(m_message->addAction(unlockLabel(keychain->kind, tr("Unlock and test"))),
                    &QPushButton::clicked, this, [this] { m_setup->unlockAndTest(address()); });
    } else if (std::get<CredentialFault>(error) == CredentialFault::OriginNotTrusted) {
        connect(m_message->addAction(tr("Allow")), &QPushButton::clicked, this,
                [this] { m_setup->allowAndTest(address()); });
    }
}

// Notes come and go; the window follows them downwards and never jumps in width.
void ProfileDialog::fitHeight()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalSizeHint().height();
    setMinimumHeight(needed);
    if (height() < needed)
        resize(width(), needed);
}

// What notes need is known only after the layouts inside have told each other.
bool ProfileDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return handled;
}

void ProfileDialog::done(int result)
{
    m_setup->stop();
    m_token->forget();
    QDialog::done(result);
}

} // namespace tokenry
