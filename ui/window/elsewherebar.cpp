// SPDX-License-Identifier: MIT
#include "window/elsewherebar.h"

#include "common/findingdialog.h"
#include "wording/elsewheretext.h"

#include <QPushButton>

#include <algorithm>

namespace tokenry
{

ElsewhereBar::ElsewhereBar(const Clock &clock, QWidget *parent) : MessageBar(parent), m_clock(clock) {}

void ElsewhereBar::showFirst(const std::vector<LedgerEntry> &entries, const std::vector<Profile> &profiles)
{
    if (entries.empty()) {
        clear();
        return;
    }
    m_entry = entries.front();
    const auto profile =
        std::ranges::find_if(profiles, [&](const Profile &each) { return isOf(m_entry, each.address); });
    const bool known = profile != profiles.end();
    const ErrorText words =
        leftElsewhere(m_entry, known ? profile->name : QString(), qsizetype(entries.size()) - 1);
    // Saying it again would fold the details and tell a screen reader twice.
    if (words == text() && !isHidden())
        return;
    say(Tone::Warning, words);
    if (known)
        connect(addAction(tr("Go there")), &QPushButton::clicked, this,
                [this, slug = profile->slug] { Q_EMIT profileWanted(slug); });
    else
        offerWithoutProfile();
    QPushButton *const later = addAction(tr("Not now"));
    later->setToolTip(tr("Told again at the next start."));
    connect(later, &QPushButton::clicked, this, [this] { Q_EMIT postponed(m_entry.id); });
}

void ElsewhereBar::offerWithoutProfile()
{
    connect(addAction(tr("Add profile…")), &QPushButton::clicked, this,
            [this] { Q_EMIT newProfileWanted(m_entry); });
    connect(FindingDialog::addButton(*this), &QPushButton::clicked, this, [this] {
        const bool canBeAbsent = !mayStillAppear(m_entry, clickOf(m_entry, 0), m_clock.now());
        auto *const dialog = new FindingDialog(m_entry, {}, canBeAbsent, window());
        connect(dialog, &FindingDialog::found, this,
                [this, id = m_entry.id](Finding finding) { Q_EMIT concluded(id, finding); });
        dialog->open();
    });
}

} // namespace tokenry
