// SPDX-License-Identifier: MIT
#include "domain/databasecatalog.h"

#include "domain/naturalorder.h"
#include "domain/resource.h"

#include <algorithm>
#include <numeric>

namespace tokenry
{

void DatabaseCatalog::Arena::append(const QByteArray &name)
{
    bytes += name;
    ends.push_back(bytes.size());
}

QByteArrayView DatabaseCatalog::Arena::at(Row row) const
{
    const auto index = static_cast<size_t>(row);
    const qsizetype start = index == 0 ? 0 : ends[index - 1];
    return QByteArrayView(bytes).sliced(start, ends[index] - start);
}

DatabaseCatalog::DatabaseCatalog(std::vector<Database> databases)
{
    struct Keyed
    {
        QByteArray key;
        const Database *database;
    };
    std::vector<Keyed> sorted;
    sorted.reserve(databases.size());
    for (const Database &database : databases)
        sorted.push_back({naturalKey(database.name), &database});
    std::ranges::stable_sort(sorted, {}, &Keyed::key);

    m_retentions.reserve(sorted.size());
    const QByteArray *previous = nullptr;
    for (const Keyed &keyed : sorted) {
        if (previous && *previous == keyed.key)
            continue;
        previous = &keyed.key;
        m_names.append(keyed.database->name.toUtf8());
        m_folded.append(keyed.database->name.toCaseFolded().toUtf8());
        m_retentions.push_back(keyed.database->retention);
        if (Resource::database(keyed.database->name))
            ++m_permissible;
    }
    m_byBytes.resize(m_retentions.size());
    std::iota(m_byBytes.begin(), m_byBytes.end(), Row(0));
    std::ranges::sort(m_byBytes, [this](Row a, Row b) { return utf8Name(a).compare(utf8Name(b)) < 0; });
}

QByteArrayView DatabaseCatalog::utf8Name(Row row) const
{
    return m_names.at(row);
}

QByteArrayView DatabaseCatalog::foldedName(Row row) const
{
    return m_folded.at(row);
}

std::chrono::nanoseconds DatabaseCatalog::retention(Row row) const
{
    return m_retentions[static_cast<size_t>(row)];
}

std::optional<DatabaseCatalog::Row> DatabaseCatalog::find(const QString &name) const
{
    const QByteArray wanted = name.toUtf8();
    const auto found = std::ranges::lower_bound(
        m_byBytes, QByteArrayView(wanted),
        [](QByteArrayView a, QByteArrayView b) { return a.compare(b) < 0; },
        [this](Row row) { return utf8Name(row); });
    if (found == m_byBytes.end() || utf8Name(*found) != QByteArrayView(wanted))
        return std::nullopt;
    return *found;
}

} // namespace tokenry
