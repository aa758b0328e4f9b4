// SPDX-License-Identifier: MIT
#pragma once

#include "domain/actionset.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tokenry
{

/// What divides a line of a pasted text into cells, the strongest first.
enum class CellBorder { Pipe, Tab, Semicolon, Comma, Blanks, None };

/// The strongest one that the line has; None is one cell.
[[nodiscard]] CellBorder borderOf(const QString &line);
/// The line's cells, trimmed, their quotes kept; a border within quotes is none.
[[nodiscard]] QStringList cellsOf(const QString &line, CellBorder border);

/// The text without the quotes around it; the same text where there are none.
[[nodiscard]] QString unquoted(const QString &text);

/// "r", "read/write", "RW": what they stand for.
[[nodiscard]] std::optional<ActionSet> actionWord(const QString &word);

/// The columns of a table of databases, as its header names them.
struct PastedHeader
{
    enum class Column { Other, Name, Access, Read, Write };

    CellBorder border = CellBorder::None;
    std::vector<Column> columns;
};
/// None where the cells are no header: no column of names.
[[nodiscard]] std::optional<PastedHeader> headerOf(const QStringList &cells, CellBorder border);

/// Whether a cell of a column Read or Write says yes: a tick, an x, a word; empty, a dash or "no" do not.
[[nodiscard]] bool isMarked(const QString &cell);

} // namespace tokenry
