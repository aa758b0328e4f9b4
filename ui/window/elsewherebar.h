// SPDX-License-Identifier: MIT
#pragma once

#include "common/messagebar.h"
#include "domain/ledgerentry.h"
#include "ports/clock.h"

#include <vector>

namespace tokenry
{

/// Tells, on whatever cluster is on view, of creations that were left on others, one after another. Hidden
/// while there is none.
class ElsewhereBar : public MessageBar
{
    Q_OBJECT

public:
    /// \a clock outlives this.
    explicit ElsewhereBar(const Clock &clock, QWidget *parent = nullptr);

    /// The first of them; \a profiles may have one for its cluster.
    void showFirst(const std::vector<LedgerEntry> &entries, const std::vector<Profile> &profiles);

Q_SIGNALS:
    void profileWanted(const QString &slug);
    /// There is none for the creation's cluster.
    void newProfileWanted(const tokenry::LedgerEntry &entry);
    void postponed(const QString &entryId);
    /// The person has looked for its token.
    void concluded(const QString &entryId, tokenry::Finding finding);

private:
    void offerWithoutProfile();

    const Clock &m_clock;
    LedgerEntry m_entry;
};

} // namespace tokenry
