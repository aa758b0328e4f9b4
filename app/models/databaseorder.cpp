// SPDX-License-Identifier: MIT
#include "models/databaseorder.h"

#include "domain/naturalorder.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tokenry
{

namespace
{

using Row = PermissionSelection::Row;

void arrangeByTick(std::vector<Row> &rows, const PermissionSelection &selection, Action action,
                   bool tickedFirst)
{
    std::ranges::stable_partition(rows,
                                  [&](Row row) { return selection.isTicked(action, row) == tickedFirst; });
}

/// For ever is longer than any number; what is not on the cluster has none and comes last either way.
void arrangeByRetention(std::vector<Row> &rows, const PermissionSelection &selection, bool longestFirst)
{
    const auto listed = std::ranges::stable_partition(rows, [&](Row row) { return !selection.isTyped(row); });
    const auto length = [&](Row row) {
        const auto count = selection.catalog().retention(row).count();
        return count == 0 ? std::numeric_limits<decltype(count)>::max() : count;
    };
    std::ranges::stable_sort(rows.begin(), listed.begin(), [&](Row a, Row b) {
        return longestFirst ? length(a) > length(b) : length(a) < length(b);
    });
}

void arrangeByWhoElse(std::vector<Row> &rows, const PermissionSelection &selection, const Access &access,
                      bool mostFirst)
{
    struct Counted
    {
        qsizetype tokens;
        Row row;
    };
    std::vector<Counted> counted;
    counted.reserve(rows.size());
    for (const Row row : rows) {
        const QString name = selection.name(row);
        counted.push_back({access.count(Action::Read, name) + access.count(Action::Write, name), row});
    }
    std::ranges::stable_sort(counted, [mostFirst](const Counted &a, const Counted &b) {
        return mostFirst ? a.tokens > b.tokens : a.tokens < b.tokens;
    });
    std::ranges::transform(counted, rows.begin(), &Counted::row);
}

} // namespace

std::vector<Row> rowsByName(const PermissionSelection &selection)
{
    const DatabaseCatalog &catalog = selection.catalog();
    std::vector<Row> rows(static_cast<size_t>(catalog.size()));
    std::iota(rows.begin(), rows.end(), Row(0));
    for (Row typed = catalog.size(); typed < selection.rowCount(); ++typed) {
        const auto place = std::ranges::upper_bound(rows, naturalKey(selection.name(typed)), {},
                                                    [&](Row row) { return naturalKey(selection.name(row)); });
        rows.insert(place, typed);
    }
    return rows;
}

void arrange(std::vector<Row> &rows, const PermissionSelection &selection, DatabaseOrder order,
             const Access *access)
{
    switch (order.by) {
    case DatabaseOrder::By::Name:
        if (order.descending)
            std::ranges::reverse(rows);
        break;
    case DatabaseOrder::By::Read:
        arrangeByTick(rows, selection, Action::Read, !order.descending);
        break;
    case DatabaseOrder::By::Write:
        arrangeByTick(rows, selection, Action::Write, !order.descending);
        break;
    case DatabaseOrder::By::Retention:
        arrangeByRetention(rows, selection, order.descending);
        break;
    case DatabaseOrder::By::WhoElse:
        if (access)
            arrangeByWhoElse(rows, selection, *access, order.descending);
        break;
    }
}

} // namespace tokenry
