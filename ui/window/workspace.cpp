// SPDX-License-Identifier: MIT
#include "window/workspace.h"

#include "wording/sessiontext.h"

#include <algorithm>

namespace tokenry
{

namespace
{

bool sameCluster(const ClusterAddress &a, const ClusterAddress &b)
{
    return a.sharesTokenWith(b) && a.clusterId == b.clusterId;
}

} // namespace

Workspace::Workspace(ProfileStore &store, ClusterSessionFactory makeSession, QObject *parent)
    : QObject(parent), m_store(store), m_makeSession(std::move(makeSession))
{
}

Workspace::~Workspace() = default;

void Workspace::load()
{
    ProfileStore::Loaded loaded = m_store.load();
    m_profiles = std::move(loaded.profiles);
    m_broken = std::move(loaded.broken);
    sortProfiles();
    Q_EMIT profilesChanged();
    if (!m_profiles.empty() && m_current.isEmpty())
        show(m_profiles.front().slug);
}

void Workspace::start()
{
    m_started = true;
    const Desk *const desk = current();
    if (desk && !desk->session->state().readAt.isValid() && !desk->session->state().loading)
        desk->session->reload();
}

bool Workspace::show(const QString &slug)
{
    const auto profile = std::ranges::find(m_profiles, slug, &Profile::slug);
    if (profile == m_profiles.end())
        return false;
    if (slug == m_current)
        return true;
    openDesk(*profile);
    m_current = slug;
    Q_EMIT currentChanged();
    if (m_started)
        start();
    return true;
}

const Workspace::Desk *Workspace::current() const
{
    return desk(m_current);
}

const Workspace::Desk *Workspace::desk(const QString &slug) const
{
    const auto desk = m_desks.find(slug);
    return desk == m_desks.end() ? nullptr : &desk->second;
}

void Workspace::adopt(const Profile &profile, Secret sessionToken, TokenKept tokenKept)
{
    const Desk &desk = takeIn(profile, std::move(sessionToken), tokenKept);
    m_current = profile.slug;
    Q_EMIT profilesChanged();
    Q_EMIT currentChanged();
    if (m_started)
        desk.session->reload();
}

void Workspace::include(const Profile &profile, Secret sessionToken)
{
    takeIn(profile, std::move(sessionToken), TokenKept::AsBefore);
    Q_EMIT profilesChanged();
    if (profile.slug == m_current)
        Q_EMIT currentChanged();
}

Workspace::Desk &Workspace::takeIn(const Profile &profile, Secret sessionToken, TokenKept tokenKept)
{
    std::erase_if(m_profiles, [&](const Profile &known) { return known.slug == profile.slug; });
    m_profiles.push_back(profile);
    sortProfiles();

    const bool wasOpen = m_desks.contains(profile.slug);
    Desk &desk = openDesk(profile);
    if (wasOpen)
        renewSession(desk, profile, tokenKept);
    if (!sessionToken.isEmpty()) {
        desk.session->credential().useForSession(std::move(sessionToken));
        shareSessionToken(desk);
    } else if (tokenKept == TokenKept::Anew) {
        useKeychain(profile.address);
    }
    return desk;
}

// A management token is its account's, whatever profile it was given with.
void Workspace::takeSessionToken(const Desk &desk)
{
    for (const auto &[slug, other] : m_desks)
        other.session->credential().shareSessionTokenWith(desk.session->credential());
}

void Workspace::shareSessionToken(const Desk &desk)
{
    for (const auto &[slug, other] : m_desks)
        desk.session->credential().shareSessionTokenWith(other.session->credential());
}

void Workspace::useKeychain(const ClusterAddress &address)
{
    for (const auto &[slug, desk] : m_desks) {
        if (desk.session->profile().address.sharesTokenWith(address))
            desk.session->credential().useKeychain();
    }
}

void Workspace::add(const std::vector<Profile> &profiles)
{
    if (profiles.empty())
        return;
    m_profiles.insert(m_profiles.end(), profiles.begin(), profiles.end());
    sortProfiles();
    Q_EMIT profilesChanged();
    show(profiles.front().slug);
}

void Workspace::reload()
{
    const std::shared_ptr<ClusterSession> session = current()->session;
    Profile profile = session->profile();
    profile.address.authority = m_store.readAuthority(profile.address.authority.file);
    if (profile != session->profile())
        adopt(profile, {});
    else
        session->reload();
}

// What is on the desks now: a session may have been replaced since the person was asked for the password.
void Workspace::reloadLocked()
{
    for (const auto &[slug, desk] : m_desks) {
        if (desk.session->state().waitsForKeychain())
            desk.session->reload();
    }
}

// A token kept for this session only goes along, as long as it is for the same account at the same place and
// the keychain was not given another.
void Workspace::renewSession(Desk &desk, const Profile &profile, TokenKept tokenKept)
{
    const std::shared_ptr<ClusterSession> before = desk.session;
    before->disconnect(this);
    before->stop();
    desk.session = m_makeSession(profile);
    follow(desk);
    if (!sameCluster(before->profile().address, profile.address))
        desk.editor->forgetCatalog();
    if (tokenKept == TokenKept::Anew)
        return;
    before->credential().shareSessionTokenWith(desk.session->credential());
    takeSessionToken(desk);
}

Result<Done, StorageError> Workspace::remove(const QString &slug)
{
    const Result<Done, StorageError> removed = m_store.remove(slug);
    if (!removed)
        return removed;
    std::erase_if(m_profiles, [&](const Profile &profile) { return profile.slug == slug; });
    const bool wasCurrent = slug == m_current;
    if (wasCurrent)
        m_current.clear();
    Q_EMIT profilesChanged();
    if (wasCurrent && (m_profiles.empty() || !show(m_profiles.front().slug)))
        Q_EMIT currentChanged();
    // Last: until here its editor was on view.
    if (const auto desk = m_desks.find(slug); desk != m_desks.end()) {
        desk->second.session->disconnect(this);
        desk->second.editor.release()->deleteLater();
        m_desks.erase(desk);
        Q_EMIT deskRemoved(slug);
    }
    return Done{};
}

Workspace::Desk &Workspace::openDesk(const Profile &profile)
{
    const auto [place, isNew] = m_desks.try_emplace(profile.slug);
    Desk &desk = place->second;
    if (isNew) {
        desk.editor = std::make_unique<DraftEditor>();
        desk.session = m_makeSession(profile);
        takeSessionToken(desk);
        follow(desk);
        Q_EMIT deskOpened(profile.slug);
    }
    desk.editor->setDefaultExpiry(profile.defaultExpiry);
    return desk;
}

// Desks stay where they are in the map, and connections end before their desk does.
void Workspace::follow(Desk &desk)
{
    connect(desk.session.get(), &ClusterSession::stateChanged, this, [this, &desk] {
        const ClusterSession::State &state = desk.session->state();
        if (state.databases && &desk.editor->selection().catalog() != state.databases.get())
            desk.editor->setCatalog(state.databases);
        if (current() == &desk)
            Q_EMIT sessionChanged();
    });
}

void Workspace::sortProfiles()
{
    std::ranges::sort(m_profiles, [](const Profile &a, const Profile &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace tokenry
