// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace tokenry
{

/// A database as the server lists it.
struct Database
{
    QString name;
    /// 0 = kept for ever.
    std::chrono::nanoseconds retention{0};

    friend bool operator==(const Database &, const Database &) = default;
};

/// The databases of one cluster at one moment: immutable, shared, in the order people sort names. A row
/// number is a database's id for as long as the catalog lives.
class DatabaseCatalog
{
public:
    using Row = qsizetype;
    using Ptr = std::shared_ptr<const DatabaseCatalog>;

    DatabaseCatalog() = default;
    /// Sorts; of two databases with the same name one is kept.
    explicit DatabaseCatalog(std::vector<Database> databases);

    [[nodiscard]] Row size() const { return static_cast<Row>(m_retentions.size()); }
    [[nodiscard]] QString name(Row row) const { return QString::fromUtf8(utf8Name(row)); }
    [[nodiscard]] QByteArrayView utf8Name(Row row) const;
    /// The name with its case folded, for searching.
    [[nodiscard]] QByteArrayView foldedName(Row row) const;
    [[nodiscard]] std::chrono::nanoseconds retention(Row row) const;
    [[nodiscard]] std::optional<Row> find(const QString &name) const;
    /// How many of the names a permission can be asked for: not `*`, and not too long.
    [[nodiscard]] Row permissible() const { return m_permissible; }

private:
    /// All names in one run of UTF-8; m_ends[row] is one past the row's last byte.
    struct Arena
    {
        QByteArray bytes;
        std::vector<qsizetype> ends;

        void append(const QByteArray &name);
        [[nodiscard]] QByteArrayView at(Row row) const;
    };

    Arena m_names;
    Arena m_folded;
    std::vector<std::chrono::nanoseconds> m_retentions;
    Row m_permissible = 0;
    /// Rows in the order of their raw bytes, for find().
    std::vector<Row> m_byBytes;
};

} // namespace tokenry
