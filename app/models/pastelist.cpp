// SPDX-License-Identifier: MIT
#include "models/pastelist.h"

#include "domain/nearname.h"

#include <algorithm>

namespace tokenry
{

PasteList::PasteList(PermissionSelection selection, bool databasesKnown)
    : m_selection(std::move(selection)), m_databasesKnown(databasesKnown)
{
}

void PasteList::setText(const QString &text)
{
    const DatabaseCatalog &catalog = m_selection.catalog();
    m_lines.clear();
    size_t nearSought = 0;
    for (const PastedName &pasted :
         pastedNames(text, [&](const QString &name) { return catalog.find(name).has_value(); }))
        recognise(pasted, nearSought);
    const auto rank = [](const Line &line) {
        return line.match == Match::Listed ? int(Match::Unusable) + 1 : int(line.match);
    };
    std::ranges::stable_sort(m_lines, {}, rank);
}

void PasteList::recognise(const PastedName &pasted, size_t &nearSought)
{
    const DatabaseCatalog &catalog = m_selection.catalog();
    Line line;
    line.name = pasted.name;
    line.said = pasted.actions;
    if (const auto resource = Resource::database(pasted.name); !resource) {
        line.match = Match::Unusable;
        line.fault = resource.error();
    } else if (catalog.find(pasted.name)) {
        line.match = Match::Listed;
    } else if (QString near = nearSought++ < mostNearNames ? nearName(pasted.name) : QString();
               !near.isEmpty()) {
        line.match = Match::Near;
        line.near = std::move(near);
        line.usesNear = m_usesNear.contains(line.name);
    }
    line.taken = line.match != Match::Unusable &&
                 m_taken.value(line.name, line.match == Match::Listed || line.usesNear);
    m_lines.push_back(std::move(line));
}

// Sought once while the text is typed: the catalog is the same for as long as this lives.
QString PasteList::nearName(const QString &missing)
{
    const auto known = m_nearNames.constFind(missing);
    if (known != m_nearNames.cend())
        return *known;
    const DatabaseCatalog &catalog = m_selection.catalog();
    const auto row = nearestName(catalog, missing);
    return *m_nearNames.insert(missing, row && Resource::database(catalog.name(*row)) ? catalog.name(*row)
                                                                                      : QString());
}

PasteList::Counts PasteList::counts() const
{
    Counts counts;
    for (const Line &line : m_lines) {
        if (line.match == Match::Listed || line.usesNear)
            ++counts.listed;
        else if (line.match == Match::Unusable)
            ++counts.unusable;
        else if (line.match == Match::Near && !line.taken)
            ++counts.near;
        else
            ++counts.unknown;
        if (line.taken && !actionsOf(line).isEmpty()) {
            ++counts.taken;
            counts.flagged += line.isFlagged() ? 1 : 0;
        }
    }
    return counts;
}

void PasteList::useNear(size_t index, bool on)
{
    Line &line = m_lines[index];
    if (line.match != Match::Near)
        return;
    line.usesNear = on;
    line.taken = on;
    m_taken.remove(line.name);
    if (on)
        m_usesNear.insert(line.name);
    else
        m_usesNear.remove(line.name);
}

void PasteList::useAllNear()
{
    for (size_t index = 0; index < m_lines.size(); ++index) {
        if (m_lines[index].match == Match::Near && !m_lines[index].taken)
            useNear(index, true);
    }
}

void PasteList::take(size_t index, bool on)
{
    Line &line = m_lines[index];
    if (line.match == Match::Unusable)
        return;
    line.taken = on;
    m_taken.insert(line.name, on);
}

void PasteList::takeUnlisted(bool on)
{
    for (size_t index = 0; index < m_lines.size(); ++index) {
        const Line &line = m_lines[index];
        if (line.match == Match::Unknown || (line.match == Match::Near && !line.usesNear))
            take(index, on);
    }
}

std::vector<PastedName> PasteList::result() const
{
    std::vector<PastedName> names;
    for (const Line &line : m_lines) {
        if (line.taken && !actionsOf(line).isEmpty())
            names.push_back({line.meant(), actionsOf(line)});
    }
    return names;
}

} // namespace tokenry
