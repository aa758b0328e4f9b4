// SPDX-License-Identifier: MIT
#include "demo/partitiontemplate.h"
#include "demo/refusal.h"
#include "demo/routes.h"
#include "demo/validation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

QJsonObject described(const Cluster &cluster, const QString &databaseName, const Table &table)
{
    QJsonObject object{{u"databaseName"_s, databaseName}, {u"name"_s, table.name}};
    insertIds(object, cluster);
    if (!table.partitionTemplate.isEmpty())
        object.insert(u"partitionTemplate"_s, table.partitionTemplate);
    return object;
}

QJsonObject withId(const Cluster &cluster, const QString &databaseName, const Table &table)
{
    QJsonObject object = described(cluster, databaseName, table);
    object.insert(u"id"_s, table.id);
    return object;
}

Table *named(Database &database, const QString &name)
{
    const auto found = std::find_if(database.tables.begin(), database.tables.end(),
                                    [&](const Table &table) { return !table.deleted && table.name == name; });
    return found == database.tables.end() ? nullptr : &*found;
}

Table &existing(Database &database, const QString &name)
{
    Table *table = named(database, name);
    if (!table)
        throw Refusal{404, u"table not found"_s};
    return *table;
}

void demandFree(Database &database, const QString &name, int status)
{
    if (named(database, name))
        throw Refusal{status, u"a table with this name already exists"_s};
}

Answer create(Cluster &cluster, const Call &call, const QString &databaseName)
{
    const QJsonObject body = bodyOf(call);
    const Table table{cluster.databases.newTableId(), stringIn(body, u"name"_s, 1, 0),
                      partitionTemplateIn(body)};
    cluster.databases.change(databaseName, [&](Database &database) {
        demandFree(database, table.name, 409);
        const auto count = std::count_if(database.tables.cbegin(), database.tables.cend(),
                                         [](const Table &each) { return !each.deleted; });
        if (count >= database.maxTables)
            throw Refusal{400, u"the database has its maximum number of tables"_s};
        database.tables.append(table);
    });
    return json(described(cluster, databaseName, table));
}

Answer remove(Cluster &cluster, const QString &databaseName, const QString &name)
{
    cluster.databases.change(databaseName,
                             [&](Database &database) { existing(database, name).deleted = true; });
    return noContent();
}

Answer rename(Cluster &cluster, const Call &call, const QString &databaseName, const QString &name)
{
    const QString newName = stringIn(bodyOf(call), u"name"_s, 1, 0);
    Table renamed;
    cluster.databases.change(databaseName, [&](Database &database) {
        Table &table = existing(database, name);
        demandFree(database, newName, 409);
        table.name = newName;
        renamed = table;
    });
    return json(withId(cluster, databaseName, renamed));
}

Answer undelete(Cluster &cluster, const QString &databaseName, qint64 id)
{
    Table restored;
    cluster.databases.change(databaseName, [&](Database &database) {
        const auto found = std::find_if(database.tables.begin(), database.tables.end(),
                                        [&](const Table &table) { return table.deleted && table.id == id; });
        if (found == database.tables.end())
            throw Refusal{404, u"no deleted table with this ID"_s};
        demandFree(database, found->name, 400); // the contract has no 409 here
        found->deleted = false;
        restored = *found;
    });
    return json(withId(cluster, databaseName, restored));
}

} // namespace

Answer answerTables(Cluster &cluster, const Call &call, const QStringList &rest)
{
    const QString databaseName = databaseNameFrom(rest.first());
    if (rest.size() == 2 && call.method == "POST"_ba)
        return create(cluster, call, databaseName);
    if (rest.size() == 3 && call.method == "DELETE"_ba)
        return remove(cluster, databaseName, rest.at(2));
    if (rest.size() == 4 && call.method == "PUT"_ba && rest.last() == u"rename"_s)
        return rename(cluster, call, databaseName, rest.at(2));
    if (rest.size() == 4 && call.method == "PUT"_ba && rest.last() == u"undelete"_s)
        return undelete(cluster, databaseName, idFrom(rest.at(2)));
    noSuchRoute();
}

} // namespace tokenry::demo
