// SPDX-License-Identifier: MIT
#include "domain/nearname.h"

#include "domain/resource.h"

#include <algorithm>
#include <array>
#include <compare>

namespace tokenry
{

namespace
{

// In UTF-8 bytes, as everything here: an accent counts for a slip more, which is as it should be.
constexpr qsizetype longestName = 256;
constexpr qsizetype shortestPrefix = 4;

/// How many slips a name of that length may have.
int slipsForgiven(qsizetype length)
{
    if (length < 3)
        return 0;
    if (length < 8)
        return 1;
    return length < 16 ? 2 : 3;
}

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool sameNumbers(QByteArrayView a, QByteArrayView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (true) {
        while (i < a.size() && !isDigit(a[i]))
            ++i;
        while (j < b.size() && !isDigit(b[j]))
            ++j;
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size();
        if (a[i++] != b[j++])
            return false;
    }
}

/// What is left of both after the beginning and the end that they share.
void dropShared(QByteArrayView &a, QByteArrayView &b)
{
    while (!a.isEmpty() && !b.isEmpty() && a.front() == b.front()) {
        a = a.sliced(1);
        b = b.sliced(1);
    }
    while (!a.isEmpty() && !b.isEmpty() && a.back() == b.back()) {
        a.chop(1);
        b.chop(1);
    }
}

/// Insertions, deletions, exchanges and swaps of neighbours that lead from one to the other; \a limit + 1
/// where they are more than \a limit.
int slipsBetween(QByteArrayView a, QByteArrayView b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit || std::max(a.size(), b.size()) > longestName)
        return limit + 1;
    dropShared(a, b);
    // Three lines of the table of distances, and of each only what lies near the diagonal.
    std::array<std::array<int, longestName + 2>, 3> lines;
    const auto line = [&](qsizetype i) -> auto &
    {
        return lines[static_cast<size_t>(i % 3)];
    };
    for (qsizetype j = 0; j <= std::min<qsizetype>(b.size(), limit + 1); ++j)
        line(0)[static_cast<size_t>(j)] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        const auto first = std::max<qsizetype>(1, i - limit);
        const auto last = std::min<qsizetype>(b.size(), i + limit);
        const auto edge = static_cast<size_t>(first) - 1;
        line(i)[edge] = first == 1 ? static_cast<int>(i) : limit + 1;
        int least = line(i)[edge];
        for (qsizetype j = first; j <= last; ++j) {
            const auto at = static_cast<size_t>(j);
            const int exchanged = line(i - 1)[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            int slips = std::min({line(i - 1)[at] + 1, line(i)[at - 1] + 1, exchanged});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips = std::min(slips, line(i - 2)[at - 2] + 1);
            line(i)[at] = slips;
            least = std::min(least, slips);
        }
        line(i)[static_cast<size_t>(last) + 1] = limit + 1;
        if (least > limit)
            return limit + 1;
    }
    return std::min(line(a.size())[static_cast<size_t>(b.size())], limit + 1);
}

/// Less is nearer.
struct Nearness
{
    int slips = 0;
    qsizetype missing = 0;
    bool otherCase = false;

    friend auto operator<=>(const Nearness &, const Nearness &) = default;
};

std::optional<Nearness> nearness(QByteArrayView wanted, QByteArrayView listed)
{
    if (wanted == listed)
        return Nearness{};
    const qsizetype missing = listed.size() - wanted.size();
    // Cut short, but not to a mere beginning.
    if (missing > 0 && wanted.size() >= shortestPrefix && missing <= wanted.size() &&
        listed.startsWith(wanted))
        return Nearness{1, missing, false};
    const int limit = slipsForgiven(wanted.size());
    if (limit == 0 || !sameNumbers(wanted, listed))
        return std::nullopt;
    const int slips = slipsBetween(wanted, listed, limit);
    if (slips > limit)
        return std::nullopt;
    // Among equals after what was cut short: the rest of a name goes missing more easily than a letter is
    // exchanged.
    return Nearness{slips, longestName, false};
}

} // namespace

std::optional<DatabaseCatalog::Row> nearestName(const DatabaseCatalog &catalog, const QString &name)
{
    if (const auto listed = catalog.find(name))
        return listed;
    const QByteArray wanted = name.toCaseFolded().toUtf8();
    if (wanted.isEmpty() || wanted.size() > longestName)
        return std::nullopt;
    std::optional<DatabaseCatalog::Row> nearest;
    Nearness best;
    for (DatabaseCatalog::Row row = 0; row < catalog.size(); ++row) {
        const QByteArrayView listed = catalog.foldedName(row);
        if (listed.size() > longestName)
            continue;
        auto its = nearness(wanted, listed);
        if (its && its->slips > 0)
            its->otherCase = slipsBetween(name.toUtf8(), catalog.utf8Name(row), its->slips) > its->slips;
        if (its && (!nearest || *its < best) && Resource::database(catalog.name(row))) {
            nearest = row;
            best = *its;
        }
    }
    return nearest;
}

} // namespace tokenry
