// SPDX-License-Identifier: MIT
#include "window/cloneactions.h"

#include "common/menubutton.h"
#include "common/messagebar.h"
#include "domain/requestfindings.h"
#include "journeys/issuance.h"
#include "window/workspace.h"
#include "wording/visibletext.h"

#include <QMenu>
#include <QPushButton>

namespace tokenry
{

namespace
{

bool isUntouched(const TokenDraft &draft)
{
    return draft.description.isEmpty() && draft.permissions.isEmpty() && !draft.withoutAccess;
}

} // namespace

CloneActions::CloneActions(Workspace &workspace, MessageBar &bar, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_bar(bar)
{
    connect(&m_workspace, &Workspace::sessionChanged, this, &CloneActions::completeText);
    connect(&m_workspace, &Workspace::currentChanged, this, &CloneActions::offerAgain);
    connect(&m_bar, &MessageBar::dismissed, this, [this] { m_offered.reset(); });
}

void CloneActions::offer(const Issuance &issuance, const ExpiryChoice &expiry)
{
    const Made made{issuance.profile(), issuance.request().description(), issuance.request().permissions(),
                    expiry};
    m_offered = Offered{made, m_bar.tone(), m_bar.text()};
    addActions(made);
}

// A look at another profile takes away what is said here.
void CloneActions::offerAgain()
{
    if (!m_offered || m_workspace.currentSlug() != m_offered->made.profile.slug || !m_bar.isHidden())
        return;
    m_bar.say(m_offered->tone, m_offered->text);
    addActions(m_offered->made);
}

void CloneActions::addActions(const Made &made)
{
    connect(m_bar.addAction(tr("Another with the same permissions")), &QPushButton::clicked, this,
            [this, made] { another(made); });
    if (m_workspace.profiles().size() < 2)
        return;
    QPushButton *const button = m_bar.addAction(tr("Use as template ▾"));
    button->setAccessibleName(tr("Use as template"));
    button->setToolTip(tr("Take permissions and description to another profile's draft"));
    auto *const menu = new QMenu(button);
    for (const Profile &profile : m_workspace.profiles()) {
        if (profile.slug == made.profile.slug)
            continue;
        QAction *const action = menu->addAction(onButton(templateTarget(profile)));
        connect(action, &QAction::triggered, this,
                [this, made, slug = profile.slug] { useAsTemplate(made, slug); });
    }
    showOnClick(*button, *menu);
}

void CloneActions::another(const Made &made)
{
    if (!m_workspace.show(made.profile.slug))
        return;
    DraftEditor &editor = *m_workspace.current()->editor;
    const TemplateFacts facts{made.profile.name, made.permissions, {}, !isUntouched(editor.draft())};
    TokenDraft draft = editor.draft(); // with a description that was typed meanwhile
    draft.permissions = PermissionSelection::of(made.permissions);
    draft.withoutAccess = made.permissions.isEmpty();
    draft.expiry = made.expiry;
    editor.replaceDraft(std::move(draft));
    m_bar.say(Tone::Info, anotherText(facts));
    Q_EMIT filledIn();
}

void CloneActions::useAsTemplate(const Made &made, const QString &slug)
{
    if (!m_workspace.show(slug))
        return;
    DraftEditor &editor = *m_workspace.current()->editor;
    m_incomplete = TemplateFacts{made.profile.name, made.permissions, {}, !isUntouched(editor.draft())};
    m_incompleteSlug = slug;
    TokenDraft draft = editor.draft(); // with its own expiry
    draft.description = made.description;
    draft.permissions = PermissionSelection::of(made.permissions);
    draft.withoutAccess = made.permissions.isEmpty();
    editor.replaceDraft(std::move(draft));
    sayTaken();
    Q_EMIT filledIn();
}

void CloneActions::completeText()
{
    if (!m_incomplete)
        return;
    // Something else was said meanwhile, or another profile chosen.
    if (m_workspace.currentSlug() != m_incompleteSlug || m_bar.text() != templateText(*m_incomplete))
        m_incomplete.reset();
    else
        sayTaken();
}

void CloneActions::sayTaken()
{
    const ClusterSession::State &state = m_workspace.current()->session->state();
    if (state.databases)
        m_incomplete->missing = missingOf(m_incomplete->permissions, *state.databases);
    const bool lacking = m_incomplete->missing && !m_incomplete->missing->isEmpty();
    m_bar.say(lacking ? Tone::Warning : Tone::Info, templateText(*m_incomplete));
    if (m_incomplete->missing)
        m_incomplete.reset();
}

} // namespace tokenry
