// SPDX-License-Identifier: MIT
#include "domain/expiry.h"

namespace tokenry
{

namespace
{

QDateTime morningFrom(const QDateTime &earliest)
{
    // Built in the zone of `earliest`, so that 10:00 stays 10:00 across a change to summer time.
    QDateTime morning = earliest;
    morning.setTime(ExpiryChoice::morning());
    if (morning < earliest)
        morning = morning.addDays(1);
    while (morning.date().dayOfWeek() > Qt::Friday)
        morning = morning.addDays(1);
    return morning;
}

} // namespace

Expiry Expiry::at(const QDateTime &instant)
{
    Expiry expiry;
    expiry.m_instant = QDateTime::fromSecsSinceEpoch(instant.toSecsSinceEpoch(), Qt::UTC);
    return expiry;
}

Expiry ExpiryChoice::resolve(const QDateTime &now) const
{
    switch (kind) {
    case Kind::AfterDays:
        return Expiry::at(morningFrom(now.addDays(days)));
    case Kind::OnDate:
        return Expiry::at(date);
    case Kind::Never:
        break;
    }
    return Expiry::never();
}

} // namespace tokenry
