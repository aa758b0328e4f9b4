// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace tokenry
{

/// What the person types to narrow a list of names: terms between blanks, all of which must hold. A term is
/// part of the name; with `*` or `?` it is a pattern for the whole name; with `-` before it, it must not
/// hold. Quotes keep blanks, and a quoted term is taken as it stands. Case does not matter.
class NameFilter
{
public:
    NameFilter() = default;
    explicit NameFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// \a folded is a name in folded case, as DatabaseCatalog keeps it.
    [[nodiscard]] bool matches(QByteArrayView folded) const;
    [[nodiscard]] static QByteArray folded(const QString &name) { return name.toCaseFolded().toUtf8(); }

private:
    struct Term
    {
        QByteArray text;
        bool pattern = false;
        bool excluded = false;
    };

    void add(QString term, bool quoted, bool excluded);

    std::vector<Term> m_terms;
};

} // namespace tokenry
