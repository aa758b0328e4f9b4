// SPDX-License-Identifier: MIT
#pragma once

#include "demo/records.h"

#include <functional>
#include <mutex>

namespace tokenry::demo
{

// The cluster's databases with their tables. Safe to use from several threads; what it returns are copies.
// Throws Refusal: 404 for a name or ID that is not there, 409 for a name that is taken.
class DatabaseStore
{
public:
    using Change = std::function<void(Database &)>;

    explicit DatabaseStore(QList<Database> databases);

    QList<Database> active() const;
    Database find(const QString &name) const;
    bool contains(const QString &name) const;

    Database create(Database database); // gives the ID
    Database change(const QString &name, const Change &change);
    Database rename(const QString &name, const QString &newName);
    void remove(const QString &name); // softly: the name becomes free, the ID can be restored
    Database restore(qint64 id);

    qint64 newTableId();

private:
    qsizetype indexOf(const QString &name) const;
    qsizetype existing(const QString &name) const;
    void demandFree(const QString &name) const;

    mutable std::mutex m_mutex;
    QList<Database> m_databases;
    qint64 m_nextId = 1001;
    qint64 m_nextTableId = 50001;
};

} // namespace tokenry::demo
