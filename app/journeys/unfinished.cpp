// SPDX-License-Identifier: MIT
#include "journeys/unfinished.h"

#include "base/logging.h"
#include "journeys/democluster.h"

#include <algorithm>

namespace tokenry
{

namespace
{

bool isToBeTold(const Recovery &recovery, const ClusterSession &session)
{
    // Nothing was sent as far as is written down: only what is found, or cannot be looked for, is news.
    const bool onlyReviewed = recovery.entry().stage == LedgerEntry::Stage::Reviewed &&
                              recovery.state().phase == RecoveryState::Phase::Looking;
    return !onlyReviewed && !recovery.state().isSilent() && isOf(recovery.entry(), session.profile().address);
}

} // namespace

Unfinished::Unfinished(Ledger &ledger, ManagementApiFactory makeApi, Keychain &keychain, QObject *parent)
    : QObject(parent), m_ledger(ledger), m_makeApi(std::move(makeApi)), m_keychain(keychain)
{
}

Unfinished::~Unfinished() = default;

void Unfinished::survey(const std::vector<Profile> &profiles)
{
    std::erase_if(m_recoveries, [&](const auto &recovery) {
        return std::ranges::find(profiles, recovery->session().profile().slug, &Profile::slug) ==
               profiles.end();
    });
    m_left = m_ledger.left();
    Q_EMIT changed();
}

void Unfinished::takeUp(const std::shared_ptr<ClusterSession> &session)
{
    const Profile &profile = session->profile();
    std::weak_ptr<ClusterSession> &known = m_sessions[profile.slug];
    const bool leftSince = std::ranges::any_of(
        m_left, [&](const LedgerEntry &entry) { return isOf(entry, profile.address) && !isTakenUp(entry); });
    if (known.lock() == session && !leftSince)
        return;
    known = session;
    // What the profile's session before had taken up goes on with this one.
    std::erase_if(m_recoveries, [&](const auto &recovery) {
        return recovery->session().profile().slug == profile.slug && &recovery->session() != session.get();
    });

    const bool isDemo = DemoCluster::isDemo(profile.slug);
    Ledger::Unfinished found = m_ledger.takeUnfinished([&](const LedgerEntry &entry) {
        return isOf(entry, profile.address) || (isDemo && entry.profileSlug == profile.slug);
    });
    for (std::unique_ptr<LedgerRecord> &record : found.records) {
        // A demo cluster of an earlier run took its tokens along.
        if (!isOf(record->entry(), profile.address))
            record->remove();
        else
            add(std::make_shared<Recovery>(std::move(record), m_ledger, session, m_makeApi, m_keychain));
    }
    std::ranges::copy_if(found.unusable, std::back_inserter(m_unusable), [this](const UnusableRecord &each) {
        return std::ranges::count(m_unusable, each) == 0 && std::ranges::count(m_read, each) == 0;
    });
    m_left = m_ledger.left();
    Q_EMIT changed();
}

void Unfinished::goOnWith(std::shared_ptr<Recovery> recovery)
{
    if (recovery->state().phase == RecoveryState::Phase::Settled)
        return;
    connect(recovery.get(), &Recovery::stateChanged, this, &Unfinished::changed);
    m_recoveries.push_back(std::move(recovery));
    Q_EMIT changed();
}

void Unfinished::add(std::shared_ptr<Recovery> recovery)
{
    connect(recovery.get(), &Recovery::stateChanged, this, &Unfinished::changed);
    m_recoveries.push_back(recovery);
    recovery->start();
}

Recovery *Unfinished::toTell(const ClusterSession &session) const
{
    const auto found = std::ranges::find_if(
        m_recoveries, [&](const auto &recovery) { return isToBeTold(*recovery, session); });
    return found == m_recoveries.end() ? nullptr : found->get();
}

qsizetype Unfinished::count(const ClusterSession &session) const
{
    return std::ranges::count_if(m_recoveries,
                                 [&](const auto &recovery) { return isToBeTold(*recovery, session); });
}

// The demo cluster's tokens go with it.
std::vector<LedgerEntry> Unfinished::elsewhere(const ClusterSession *session) const
{
    std::vector<LedgerEntry> found;
    std::ranges::copy_if(m_left, std::back_inserter(found), [&](const LedgerEntry &entry) {
        const bool here = session && isOf(entry, session->profile().address);
        return !here && !isTakenUp(entry) && !m_postponed.contains(entry.id) &&
               !DemoCluster::isDemo(entry.profileSlug);
    });
    return found;
}

void Unfinished::postpone(const QString &entryId)
{
    m_postponed.insert(entryId);
    Q_EMIT changed();
}

void Unfinished::conclude(const QString &entryId, Finding finding)
{
    const Ledger::Unfinished found =
        m_ledger.takeUnfinished([&](const LedgerEntry &entry) { return entry.id == entryId; });
    for (const std::unique_ptr<LedgerRecord> &record : found.records) {
        const LedgerEntry &entry = record->entry();
        if (!record->append(ledger::Settled{outcomeOf(finding, entry), entry.tokenId}))
            qCWarning(logStorage) << "a settled creation was not noted in the ledger";
    }
    m_left = m_ledger.left();
    // Told once more at the next start where that could not be noted.
    postpone(entryId);
}

bool Unfinished::isTakenUp(const LedgerEntry &entry) const
{
    return std::ranges::any_of(m_recoveries,
                               [&](const auto &recovery) { return recovery->entry().id == entry.id; });
}

void Unfinished::dismiss(const Recovery *recovery)
{
    if (recovery->state().phase != RecoveryState::Phase::Settled)
        return;
    std::erase_if(m_recoveries, [&](const auto &each) { return each.get() == recovery; });
    Q_EMIT changed();
}

void Unfinished::dismissUnusable()
{
    for (const UnusableRecord &each : m_unusable)
        m_ledger.setAside(each);
    std::ranges::move(std::exchange(m_unusable, {}), std::back_inserter(m_read));
    Q_EMIT changed();
}

} // namespace tokenry
