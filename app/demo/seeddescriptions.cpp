// SPDX-License-Identifier: MIT
#include "demo/seeddata.h"
#include "demo/seedrandom.h"

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

const QStringList &alike()
{
    static const QStringList list{u"telegraf"_s, u"Grafana"_s, u"test"_s, u"Limited Access Token"_s,
                                  u"backup"_s};
    return list;
}

const QStringList &international()
{
    static const QStringList list{
        u"Zähler Köln – Auslesung über Gateway № 7"_s,
        u"監視ダッシュボード（東京）"_s,
        u"Датчики цеха 3 · чтение"_s,
        u"Télérelève chaufferie, équipe d’été"_s,
        u"لوحة المراقبة – قراءة فقط"_s,
        u"🚚 fleet tracker 🛰"_s,
        u"Ölçüm istasyonu İzmir"_s,
    };
    return list;
}

QString longOne(const QString &database)
{
    return u"Nightly export from %1 into the warehouse: reads the last 24 hours in windows of five minutes, "
           u"retries for two "
           "hours, then pages the team on duty. Replaces the token the old export shared with the "
           "dashboards. Asked for "
           "in OPS-2231, agreed with the owners of the data, to be rotated every quarter. If it has to be "
           "revoked, stop "
           "the export first, or it fills the queue; afterwards run the back-fill by hand for the days that are missing."_s
               .arg(database);
}

} // namespace

QString seedDescription(SeedRandom &random, const QString &database)
{
    const QString team = random.oneOf<QString>({u"ops"_s, u"data"_s, u"web"_s, u"plant"_s, u"energy"_s});
    const QString ticket = u"OPS-%1"_s.arg(random.between(1000, 4999));
    switch (random.below(16)) {
    case 0:
    case 1:
        return random.oneOf(alike());
    case 2:
        return random.oneOf(international());
    case 3:
        return longOne(database);
    case 4:
    case 5:
        return u"Grafana %1 · team:%2"_s.arg(database, team);
    case 6:
        return u"CI %1 (%2)"_s.arg(team, ticket);
    case 7:
        return u"%1 %2"_s.arg(database, random.oneOf<QString>({u"importer"_s, u"exporter"_s, u"alerts"_s}));
    case 8:
        return u"Notebook of the %1 team, %2"_s.arg(team, ticket);
    default:
        return u"Telegraf %1 · team:%2 · %3"_s.arg(database, team, ticket);
    }
}

} // namespace tokenry::demo
