// SPDX-License-Identifier: MIT
#include "window/profileactions.h"

#include "connection/importdialog.h"
#include "connection/profiledialog.h"
#include "window/demostarter.h"
#include "window/workspace.h"
#include "wording/elsewheretext.h"
#include "wording/profiletext.h"
#include "wording/requesttext.h"
#include "wording/visibletext.h"

#include <QMessageBox>
#include <QPushButton>

namespace tokenry
{

ProfileActions::ProfileActions(const WindowParts &parts, Workspace &workspace, QWidget *window)
    : QObject(window), m_parts(parts), m_workspace(workspace), m_window(window)
{
}

void ProfileActions::add()
{
    open(nullptr);
}

// The environment is for whoever works here to say; until then it is the one to be most careful with.
void ProfileActions::addFor(const RequestFile::Cluster &cluster, const QString &fileName)
{
    Profile profile;
    profile.name = cluster.name;
    profile.environment = Environment::Production;
    profile.address.product = cluster.product;
    profile.address.accountId = cluster.accountId;
    profile.address.clusterId = cluster.clusterId;
    if (cluster.product == Product::Clustered)
        profile.address.managementUrl = QUrl(cluster.managementOrigin);
    addKnown(profile, requesttext::filledIn(fileName));
}

void ProfileActions::addForLeft(const LedgerEntry &left)
{
    Profile profile;
    profile.name = left.profileName;
    profile.environment = Environment::Production;
    profile.address = addressOf(left);
    addKnown(profile, filledInFor(left));
}

void ProfileActions::addKnown(const Profile &known, const ErrorText &note)
{
    open(nullptr)->fillIn(ProfileInput::of(known), note);
}

void ProfileActions::editCurrent()
{
    const Workspace::Desk *const desk = m_workspace.current();
    if (desk && !DemoStarter::isDemo(desk->session->profile()))
        open(desk->session);
}

void ProfileActions::import()
{
    auto *const dialog =
        new ImportDialog(std::make_unique<ProfileImport>(m_parts.influxctl, m_parts.profiles, m_parts.trusted,
                                                         m_parts.keychain, m_workspace.profiles()),
                         m_parts.clipboard, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        const std::vector<Profile> saved = dialog->import().saved();
        m_workspace.add(saved);
        // The token may be the one that the cluster on view was waiting for.
        if (saved.empty() && dialog->import().hasStoredTokens() && m_workspace.current())
            m_workspace.reload();
    });
    dialog->open();
}

ProfileDialog *ProfileActions::open(const std::shared_ptr<ClusterSession> &edited)
{
    ProfileDialog::Taken taken;
    ProfileSetup::Sessions others;
    for (const Profile &profile : m_workspace.profiles()) {
        if (edited && profile.slug == edited->profile().slug)
            continue;
        if (const Workspace::Desk *const desk = m_workspace.desk(profile.slug))
            others.push_back(desk->session);
        taken.names << profile.name;
        taken.slugs << profile.slug;
    }
    auto setup = std::make_unique<ProfileSetup>(m_parts.profiles, m_parts.trusted, m_parts.keychain,
                                                m_parts.makeApi, edited, std::move(others));
    auto *const dialog =
        new ProfileDialog(std::move(setup), std::move(taken),
                          edited ? std::optional(edited->profile()) : std::nullopt, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::saved, this, [this, dialog](const Profile &profile) {
        m_workspace.adopt(profile, dialog->takeSessionToken(),
                          dialog->hasStoredToken() ? Workspace::TokenKept::Anew
                                                   : Workspace::TokenKept::AsBefore);
    });
    dialog->open();
    return dialog;
}

std::vector<LedgerEntry> ProfileActions::leftWithout(const Profile &removed) const
{
    std::vector<LedgerEntry> left = m_parts.ledger.left();
    std::erase_if(left, [&](const LedgerEntry &entry) {
        const bool served = std::ranges::any_of(m_workspace.profiles(), [&](const Profile &profile) {
            return profile.slug != removed.slug && isOf(entry, profile.address);
        });
        return served || !isOf(entry, removed.address) || DemoStarter::isDemo(removed);
    });
    return left;
}

void ProfileActions::removeCurrent()
{
    const Workspace::Desk *const desk = m_workspace.current();
    if (!desk)
        return;
    const Profile profile = desk->session->profile();
    auto *const question = new QMessageBox(m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowModality(Qt::WindowModal);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Remove profile"));
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Remove the profile “%1”?").arg(visibleText(profile.name, 80)));
    QString means =
        tr("Its draft goes with it. Tokens on the cluster and secrets in the keychain stay, also the "
           "account's management token.");
    if (const std::vector<LedgerEntry> left = leftWithout(profile); !left.empty())
        means += QStringLiteral("\n\n") + leftWithoutProfile(left);
    question->setInformativeText(means);
    QPushButton *const remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this, [this, slug = profile.slug] {
        const Result<Done, StorageError> removed = m_workspace.remove(slug);
        if (!removed)
            Q_EMIT removeFailed(removed.error());
    });
    question->open();
}

} // namespace tokenry
