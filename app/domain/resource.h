// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

#include <compare>

namespace tokenry
{

/// What a permission is for: one database by name, or every database of the cluster, later ones included.
/// On the wire a database named `*` would mean all databases, so no such name can be made here.
class Resource
{
public:
    enum class Fault { Empty, TooLong, MeansAllDatabases };

    /// In characters (Unicode code points), management API: ClusterDatabaseName.
    static constexpr qsizetype maximumLength = 64;

    [[nodiscard]] static Resource allDatabases();
    [[nodiscard]] static Result<Resource, Fault> database(const QString &name);

    [[nodiscard]] bool isAllDatabases() const;
    /// As on the wire: the database's name, or `*`.
    [[nodiscard]] const QString &name() const { return m_name; }

    friend bool operator==(const Resource &, const Resource &) = default;
    /// All databases first, then by name as people sort them.
    friend std::strong_ordering operator<=>(const Resource &a, const Resource &b);

private:
    explicit Resource(QString name);

    QString m_name;
};

} // namespace tokenry
