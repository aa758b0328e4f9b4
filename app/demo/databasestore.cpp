// SPDX-License-Identifier: MIT
#include "demo/databasestore.h"

#include "demo/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

DatabaseStore::DatabaseStore(QList<Database> databases) : m_databases(std::move(databases))
{
    for (Database &database : m_databases) {
        database.id = m_nextId++;
        for (Table &table : database.tables)
            table.id = m_nextTableId++;
    }
}

qsizetype DatabaseStore::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_databases.cbegin(), m_databases.cend(), [&](const Database &database) {
        return !database.deleted && database.name == name;
    });
    return found == m_databases.cend() ? -1 : found - m_databases.cbegin();
}

qsizetype DatabaseStore::existing(const QString &name) const
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        throw Refusal{404, u"database not found"_s};
    return index;
}

void DatabaseStore::demandFree(const QString &name) const
{
    if (indexOf(name) >= 0)
        throw Refusal{409, u"a database with this name already exists"_s};
}

QList<Database> DatabaseStore::active() const
{
    const std::lock_guard lock(m_mutex);
    QList<Database> databases;
    std::copy_if(m_databases.cbegin(), m_databases.cend(), std::back_inserter(databases),
                 [](const Database &database) { return !database.deleted; });
    return databases;
}

Database DatabaseStore::find(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return m_databases.at(existing(name));
}

bool DatabaseStore::contains(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    return indexOf(name) >= 0;
}

Database DatabaseStore::create(Database database)
{
    const std::lock_guard lock(m_mutex);
    demandFree(database.name);
    database.id = m_nextId++;
    m_databases.append(database);
    return database;
}

Database DatabaseStore::change(const QString &name, const Change &change)
{
    const std::lock_guard lock(m_mutex);
    const qsizetype index = existing(name);
    Database changed = m_databases.at(index);
    change(changed); // on a copy: a refusal half way leaves nothing behind
    m_databases[index] = changed;
    return changed;
}

Database DatabaseStore::rename(const QString &name, const QString &newName)
{
    const std::lock_guard lock(m_mutex);
    const qsizetype index = existing(name);
    demandFree(newName);
    m_databases[index].name = newName;
    return m_databases.at(index);
}

void DatabaseStore::remove(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    m_databases[existing(name)].deleted = true;
}

Database DatabaseStore::restore(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_databases.begin(), m_databases.end(), [&](const Database &database) {
        return database.deleted && database.id == id;
    });
    if (found == m_databases.end())
        throw Refusal{404, u"no deleted database with this ID"_s};
    if (indexOf(found->name) >= 0) // the contract has no 409 here
        throw Refusal{400, u"a database with the name of the deleted one exists by now"_s};
    found->deleted = false;
    return *found;
}

qint64 DatabaseStore::newTableId()
{
    const std::lock_guard lock(m_mutex);
    return m_nextTableId++;
}

} // namespace tokenry::demo
