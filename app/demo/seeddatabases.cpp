// SPDX-License-Identifier: MIT
#include "demo/seeddata.h"
#include "demo/seedrandom.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

constexpr qint64 hour = 3'600'000'000'000; // nanoseconds
constexpr qint64 day = 24 * hour;
constexpr qint64 forever = 0;

// One database for each combination of a stem and an ending.
struct Family
{
    QStringList stems;
    QStringList endings;
    qint64 retention;
};

QStringList numbered(const QString &stem, int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names.append(stem + QString::number(i).rightJustified(2, u'0'));
    return names;
}

QList<Family> families()
{
    const QStringList itself{QString()};
    return {
        {{u"billing"_s, u"billing_events"_s, u"billing_archive"_s, u"Billing"_s}, itself, 730 * day},
        {{u"billing_test"_s, u"lab-scratch"_s, u"lab-replay"_s}, itself, hour},
        {{u"_internal"_s, u"audit"_s, u"status-page"_s}, itself, 7 * day},
        {{u"telegraf"_s, u"statsd"_s, u"collectd"_s, u"snmp"_s},
         {u""_s, u"/autogen"_s, u"/one_year"_s},
         365 * day},
        {{u"telemetry-eu-west"_s, u"telemetry-eu-central"_s, u"telemetry-us-east"_s, u"telemetry-ap-south"_s},
         {u""_s, u"-raw"_s, u"-canary"_s},
         24 * hour},
        {{u"factory-aachen/"_s, u"factory-brno/"_s, u"factory-cork/"_s, u"factory-essen/"_s},
         numbered(u"line-"_s, 9),
         90 * day},
        {{u"edge-site-"_s}, numbered(QString(), 40), 30 * day},
        {{u"web_shop_"_s, u"web_blog_"_s, u"web_search_"_s, u"web_checkout_"_s, u"web_login_"_s,
          u"web_cdn_"_s},
         {u"prod"_s, u"staging"_s, u"test"_s},
         90 * day},
        {{u"iot-meters-"_s, u"iot-trucks-"_s, u"iot-boilers-"_s, u"iot-pumps-"_s, u"iot-gateways-"_s},
         {u"v1"_s, u"v2"_s, u"raw"_s},
         365 * day},
        {{u"k8s_prod_"_s, u"k8s_staging_"_s, u"k8s_dev_"_s},
         {u"metrics"_s, u"events"_s, u"audit"_s},
         7 * day},
        {{u"energy-grid-"_s, u"energy-solar-"_s, u"energy-wind-"_s, u"energy-heat-"_s},
         {u"raw"_s, u"15min"_s, u"daily"_s},
         forever},
        {{u"app_orders"_s, u"app_payments"_s, u"app_users"_s, u"app_stock"_s, u"app_mail"_s},
         {u""_s, u"_dev"_s},
         30 * day},
        {{u"fleet-vehicle-position-long-term-archive-europe-north-and-baltic"_s}, itself, forever},
    };
}

QList<Table> tablesFor(const QString &name)
{
    QStringList measurements{u"events"_s};
    if (name.startsWith(u"telegraf"_s) || name.startsWith(u"k8s"_s))
        measurements = {u"cpu"_s, u"disk"_s, u"mem"_s, u"net"_s};
    else if (name.contains(u"line-"_s) || name.startsWith(u"iot"_s))
        measurements = {u"temperature"_s, u"vibration"_s};
    QList<Table> tables;
    for (const QString &measurement : measurements)
        tables.append({0, measurement, {}, false});
    return tables;
}

} // namespace

QList<Database> seedDatabases(quint32 seed)
{
    SeedRandom random(seed);
    QList<Database> databases;
    const auto add = [&](const QString &name, qint64 retention) {
        Database database;
        database.name = name;
        database.retentionPeriod = retention;
        database.maxTables = random.oneOf<qint64>({500, 500, 500, 500, 100, 1000, 20'000});
        database.maxColumnsPerTable = random.oneOf<qint64>({200, 200, 250, 250, 1000});
        if (random.below(12) == 0)
            database.partitionTemplate = {QJsonObject{{u"type"_s, u"time"_s}, {u"value"_s, u"%Y-%m"_s}}};
        database.tables = tablesFor(name);
        databases.append(database);
    };
    for (const Family &family : families()) {
        for (const QString &stem : family.stems) {
            for (const QString &ending : family.endings)
                add(stem + ending, family.retention);
        }
    }
    for (int i = 1; databases.size() < seededDatabases; ++i)
        add(u"customer_"_s + QString::number(i).rightJustified(4, u'0'), 90 * day);
    random.shuffle(databases);
    return databases;
}

QList<Database> seedStagingDatabases(quint32 seed)
{
    SeedRandom random(quint64(seed) + 2'000'000'011);
    QList<Database> databases;
    for (const QString &name :
         {u"billing"_s, u"billing_events"_s, u"telegraf"_s, u"telegraf/autogen"_s, u"app_orders"_s,
          u"app_payments"_s, u"web_shop_staging"_s, u"k8s_staging_metrics"_s, u"billing_next"_s,
          u"app_orders_v2"_s, u"load-test"_s, u"restore-drill"_s}) {
        Database database;
        database.name = name;
        database.retentionPeriod = random.oneOf<qint64>({7 * day, 30 * day});
        database.tables = tablesFor(name);
        databases.append(database);
    }
    random.shuffle(databases);
    return databases;
}

} // namespace tokenry::demo
