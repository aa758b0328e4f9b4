// SPDX-License-Identifier: MIT
#include "window/draftkeeper.h"

#include "window/demostarter.h"
#include "window/workspace.h"

namespace tokenry
{

DraftKeeper::DraftKeeper(DraftStore &store, Workspace &workspace, QObject *parent)
    : QObject(parent), m_store(store), m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1500);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::flush);
    connect(&workspace, &Workspace::deskOpened, this, &DraftKeeper::bringBack);
    connect(&workspace, &Workspace::deskRemoved, this, &DraftKeeper::forget);
}

void DraftKeeper::bringBack(const QString &slug)
{
    const Workspace::Desk &desk = *m_workspace.desk(slug);
    if (DemoStarter::isDemo(desk.session->profile()))
        return;
    auto draft = m_store.load(slug);
    if (draft && *draft)
        desk.editor->setDraft(**std::move(draft));
    if (!draft) {
        Q_EMIT failed(slug, draft.error());
        // What could not be moved away is not written over.
        if (draft.error().setAsideAs.isEmpty())
            return;
    }
    // The file may hold the beginning of a token that was typed by hand: it is written over, or removed, at
    // once, and not after a moment in which the program may end.
    connect(desk.editor.get(), &DraftEditor::descriptionRefused, this, &DraftKeeper::flush);
    connect(desk.editor.get(), &DraftEditor::draftChanged, this, [this, slug] {
        m_changed.insert(slug);
        // Not put off by the next change: who types on loses no more than a moment's work.
        if (!m_soon.isActive())
            m_soon.start();
    });
}

void DraftKeeper::forget(const QString &slug)
{
    m_changed.erase(slug);
    if (const auto removed = m_store.remove(slug); !removed)
        Q_EMIT failed(slug, removed.error());
}

void DraftKeeper::flush()
{
    m_soon.stop();
    const std::set<QString> changed = std::move(m_changed);
    m_changed.clear();
    for (const QString &slug : changed) {
        const Workspace::Desk *const desk = m_workspace.desk(slug);
        if (!desk)
            continue;
        const TokenDraft &draft = desk->editor->draft();
        const auto kept = desk->editor->isBlank() ? m_store.remove(slug) : m_store.save(slug, draft);
        if (kept) {
            m_complained = false;
            continue;
        }
        m_changed.insert(slug);
        if (!m_complained)
            Q_EMIT failed(slug, kept.error());
        m_complained = true;
    }
    // The disk may have room again before anything is typed.
    if (!m_changed.empty())
        m_soon.start();
}

} // namespace tokenry
