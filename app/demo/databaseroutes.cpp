// SPDX-License-Identifier: MIT
#include "demo/partitiontemplate.h"
#include "demo/routes.h"
#include "demo/validation.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

constexpr qint64 int32Maximum = std::numeric_limits<qint32>::max();
constexpr qint64 int64Maximum = std::numeric_limits<qint64>::max();

QJsonObject described(const Cluster &cluster, const Database &database)
{
    QJsonObject object{{u"name"_s, database.name},
                       {u"maxTables"_s, database.maxTables},
                       {u"maxColumnsPerTable"_s, database.maxColumnsPerTable},
                       {u"retentionPeriod"_s, database.retentionPeriod}};
    insertIds(object, cluster);
    return object;
}

QJsonObject withTemplate(const Cluster &cluster, const Database &database)
{
    QJsonObject object = described(cluster, database);
    if (!database.partitionTemplate.isEmpty())
        object.insert(u"partitionTemplate"_s, database.partitionTemplate);
    return object;
}

// Only rename and undelete tell the ID; the list does not have it.
QJsonObject withId(const Cluster &cluster, const Database &database)
{
    QJsonObject object = withTemplate(cluster, database);
    object.insert(u"id"_s, database.id);
    return object;
}

void applyLimits(Database &database, const QJsonObject &body)
{
    database.maxTables = integerIn(body, u"maxTables"_s, 1, int32Maximum).value_or(database.maxTables);
    database.maxColumnsPerTable =
        integerIn(body, u"maxColumnsPerTable"_s, 1, int32Maximum).value_or(database.maxColumnsPerTable);
    database.retentionPeriod =
        integerIn(body, u"retentionPeriod"_s, 0, int64Maximum).value_or(database.retentionPeriod);
}

Answer list(const Cluster &cluster)
{
    QJsonArray array;
    for (const Database &database : cluster.databases.active())
        array.append(withTemplate(cluster, database));
    return json(array);
}

Answer create(Cluster &cluster, const Call &call)
{
    const QJsonObject body = bodyOf(call);
    Database database;
    database.name = stringIn(body, u"name"_s, 1, databaseNameMaximum);
    applyLimits(database, body);
    database.partitionTemplate = partitionTemplateIn(body);
    return json(withTemplate(cluster, cluster.databases.create(database)));
}

Answer update(Cluster &cluster, const Call &call, const QString &name)
{
    const QJsonObject body = bodyOf(call);
    demandSomething(body);
    const auto apply = [&](Database &database) {
        applyLimits(database, body);
    };
    return json(described(cluster, cluster.databases.change(name, apply)));
}

Answer remove(Cluster &cluster, const QString &name)
{
    cluster.databases.remove(name);
    return noContent();
}

Answer rename(Cluster &cluster, const Call &call, const QString &name)
{
    const QString newName = stringIn(bodyOf(call), u"name"_s, 1, databaseNameMaximum);
    return json(withId(cluster, cluster.databases.rename(name, newName)));
}

} // namespace

Answer answerDatabases(Cluster &cluster, const Call &call, const QStringList &rest)
{
    if (rest.size() >= 2 && rest.at(1) == u"tables"_s)
        return answerTables(cluster, call, rest);
    if (rest.isEmpty() && call.method == "GET"_ba)
        return list(cluster);
    if (rest.isEmpty() && call.method == "POST"_ba)
        return create(cluster, call);
    if (rest.size() == 1 && call.method == "PATCH"_ba)
        return update(cluster, call, databaseNameFrom(rest.first()));
    if (rest.size() == 1 && call.method == "DELETE"_ba)
        return remove(cluster, databaseNameFrom(rest.first()));
    if (rest.size() == 2 && call.method == "PUT"_ba && rest.last() == u"rename"_s)
        return rename(cluster, call, databaseNameFrom(rest.first()));
    if (rest.size() == 2 && call.method == "PUT"_ba && rest.last() == u"undelete"_s)
        return json(withId(cluster, cluster.databases.restore(idFrom(rest.first()))));
    noSuchRoute();
}

} // namespace tokenry::demo
