// SPDX-License-Identifier: MIT
#include "domain/pastedcells.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace tokenry
{

namespace
{

constexpr std::array borders{
    std::pair{CellBorder::Pipe, u'|'},
    std::pair{CellBorder::Tab, u'\t'},
    std::pair{CellBorder::Semicolon, u';'},
    std::pair{CellBorder::Comma, u','},
};

const QRegularExpression &wideBlank()
{
    static const QRegularExpression blank(QStringLiteral("\\s{2,}"));
    return blank;
}

// What closes a quotation; 0 for what opens none.
QChar closing(QChar opening)
{
    constexpr std::array quotes{std::pair{u'"', u'"'},           std::pair{u'\'', u'\''},
                                std::pair{u'`', u'`'},           std::pair{u'\u201c', u'\u201d'},
                                std::pair{u'\u201e', u'\u201c'}, std::pair{u'\u2018', u'\u2019'},
                                std::pair{u'\u00ab', u'\u00bb'}};
    for (const auto &[open, close] : quotes) {
        if (opening == open)
            return close;
    }
    return {};
}

QStringList split(const QString &line, QChar border)
{
    QStringList cells;
    QString cell;
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line[i];
        if (!quote.isNull()) {
            if (character == quote)
                quote = QChar();
        } else if (character == border) {
            cells += cell.trimmed();
            cell.clear();
            continue;
        } else if (cell.trimmed().isEmpty() && line.indexOf(closing(character), i + 1) > 0) {
            quote = closing(character);
        }
        cell += character;
    }
    cells += cell.trimmed();
    return cells;
}

PastedHeader::Column columnOf(const QString &cell)
{
    using Column = PastedHeader::Column;
    const QString word = unquoted(cell).simplified().toLower();
    const auto isOneOf = [&](std::initializer_list<const char *> words) {
        return std::ranges::any_of(words, [&](const char *each) { return word == QLatin1String(each); });
    };
    if (isOneOf({"database", "databases", "database name", "database names", "db", "dbs", "name", "names",
                 "bucket", "buckets", "bucket name", "resource", "resources"}))
        return Column::Name;
    if (isOneOf({"access", "action", "actions", "permission", "permissions", "right", "rights", "mode", "r/w",
                 "rw", "grant", "grants"}))
        return Column::Access;
    if (isOneOf({"read", "reads", "r"}))
        return Column::Read;
    return isOneOf({"write", "writes", "w"}) ? Column::Write : Column::Other;
}

} // namespace

CellBorder borderOf(const QString &line)
{
    for (const auto &[border, character] : borders) {
        if (line.contains(character))
            return border;
    }
    return line.trimmed().contains(wideBlank()) ? CellBorder::Blanks : CellBorder::None;
}

QStringList cellsOf(const QString &line, CellBorder border)
{
    if (border == CellBorder::None)
        return {line.trimmed()};
    if (border == CellBorder::Blanks)
        return line.trimmed().split(wideBlank());
    const auto *const its = std::ranges::find(borders, border, &std::pair<CellBorder, char16_t>::first);
    QStringList cells = split(line, its->second);
    // A table's outer edges.
    if (border == CellBorder::Pipe && cells.first().isEmpty())
        cells.removeFirst();
    if (border == CellBorder::Pipe && !cells.isEmpty() && cells.last().isEmpty())
        cells.removeLast();
    return cells;
}

QString unquoted(const QString &text)
{
    if (text.size() < 2 || closing(text.front()).isNull() || closing(text.front()) != text.back())
        return text;
    return text.mid(1, text.size() - 2);
}

std::optional<ActionSet> actionWord(const QString &word)
{
    constexpr std::array words{
        std::pair{"r", ActionSet{true, false}},
        std::pair{"ro", ActionSet{true, false}},
        std::pair{"read", ActionSet{true, false}},
        std::pair{"reads", ActionSet{true, false}},
        std::pair{"reading", ActionSet{true, false}},
        std::pair{"read-only", ActionSet{true, false}},
        std::pair{"readonly", ActionSet{true, false}},
        std::pair{"w", ActionSet{false, true}},
        std::pair{"wo", ActionSet{false, true}},
        std::pair{"write", ActionSet{false, true}},
        std::pair{"writes", ActionSet{false, true}},
        std::pair{"writing", ActionSet{false, true}},
        std::pair{"write-only", ActionSet{false, true}},
        std::pair{"rw", ActionSet::both()},
        std::pair{"wr", ActionSet::both()},
        std::pair{"r/w", ActionSet::both()},
        std::pair{"w/r", ActionSet::both()},
        std::pair{"r+w", ActionSet::both()},
        std::pair{"read/write", ActionSet::both()},
        std::pair{"write/read", ActionSet::both()},
        std::pair{"read+write", ActionSet::both()},
        std::pair{"read-write", ActionSet::both()},
        std::pair{"readwrite", ActionSet::both()},
        std::pair{"read_write", ActionSet::both()},
        std::pair{"both", ActionSet::both()},
    };
    const QString lower = word.toLower();
    for (const auto &[known, actions] : words) {
        if (lower == QLatin1String(known))
            return actions;
    }
    return std::nullopt;
}

std::optional<PastedHeader> headerOf(const QStringList &cells, CellBorder border)
{
    PastedHeader header{border, {}};
    std::ranges::transform(cells, std::back_inserter(header.columns), columnOf);
    if (std::ranges::find(header.columns, PastedHeader::Column::Name) == header.columns.end())
        return std::nullopt;
    return header;
}

bool isMarked(const QString &cell)
{
    const QString word = unquoted(cell).trimmed().toLower();
    const QStringList no{QString(),
                         QStringLiteral("no"),
                         QStringLiteral("n"),
                         QStringLiteral("0"),
                         QStringLiteral("false"),
                         QStringLiteral("none"),
                         QStringLiteral("-"),
                         QStringLiteral("–"),
                         QStringLiteral("—"),
                         QStringLiteral("✗"),
                         QStringLiteral("✘"),
                         QStringLiteral("☐"),
                         QStringLiteral("[ ]")};
    return !no.contains(word);
}

} // namespace tokenry
