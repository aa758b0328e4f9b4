// SPDX-License-Identifier: MIT
#include "domain/resource.h"

#include "domain/naturalorder.h"

namespace tokenry
{

namespace
{

constexpr QLatin1String allDatabasesName("*");

qsizetype characters(const QString &text)
{
    qsizetype count = 0;
    for (const QChar unit : text) {
        if (!unit.isLowSurrogate())
            ++count;
    }
    return count;
}

} // namespace

Resource::Resource(QString name) : m_name(std::move(name)) {}

Resource Resource::allDatabases()
{
    return Resource(allDatabasesName);
}

Result<Resource, Resource::Fault> Resource::database(const QString &name)
{
    if (name.isEmpty())
        return unexpected(Fault::Empty);
    if (name == allDatabasesName)
        return unexpected(Fault::MeansAllDatabases);
    if (characters(name) > maximumLength)
        return unexpected(Fault::TooLong);
    return Resource(name);
}

bool Resource::isAllDatabases() const
{
    return m_name == allDatabasesName;
}

std::strong_ordering operator<=>(const Resource &a, const Resource &b)
{
    if (a.m_name == b.m_name)
        return std::strong_ordering::equal;
    if (a.isAllDatabases() || b.isAllDatabases())
        return a.isAllDatabases() ? std::strong_ordering::less : std::strong_ordering::greater;
    return naturalKey(a.m_name).compare(naturalKey(b.m_name)) <=> 0;
}

} // namespace tokenry
