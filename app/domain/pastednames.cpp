// SPDX-License-Identifier: MIT
#include "domain/pastednames.h"

#include "domain/pastedcells.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <variant>

namespace tokenry
{

namespace
{

QString withoutBullet(QString line)
{
    static const QRegularExpression bullet(
        QStringLiteral("^\\s*(?:>|#+\\s|[-*+•‣◦▪–—·]\\s|\\[[ xX]\\]\\s|\\(?\\d{1,5}[.)]\\s)\\s*"));
    // At most a quotation, a bullet and a box to tick before a name.
    for (int i = 0; i < 4; ++i)
        line.remove(bullet);
    return line.trimmed();
}

bool isRule(const QString &line)
{
    static const QRegularExpression rule(QStringLiteral("^[\\s|:+=─-]*[-=─][\\s|:+=─-]*$"));
    return line.contains(rule);
}

bool hasLetterOrDigit(const QString &word)
{
    return std::ranges::any_of(word, [](QChar character) { return character.isLetterOrNumber(); });
}

bool isFiller(const QString &word)
{
    static const QStringList fillers{
        QStringLiteral("and"),      QStringLiteral("on"),        QStringLiteral("to"),
        QStringLiteral("for"),      QStringLiteral("access"),    QStringLiteral("permission"),
        QStringLiteral("database"), QStringLiteral("databases"), QStringLiteral("permissions")};
    return fillers.contains(word.toLower()) || (word != QLatin1String("*") && !hasLetterOrDigit(word));
}

class Reader
{
public:
    explicit Reader(const std::function<bool(const QString &)> &isKnown) : m_isKnown(isKnown) {}

    void readLine(const QString &line)
    {
        const bool command = m_commandGoesOn || isCommand(line);
        m_commandGoesOn = command && line.trimmed().endsWith(u'\\');
        if (command)
            return readCommand(line);
        const QString plain = withoutBullet(line);
        if (m_isKnown(plain))
            return add(plain, m_section);
        if (plain.isEmpty() || isRule(plain))
            return;
        if (!readRow(plain) && !readHeader(plain))
            readList(plain);
    }

    std::vector<PastedName> result() { return std::move(m_names); }

private:
    // A name or an action, as they follow each other in a line.
    using Word = std::variant<QString, ActionSet>;

    static bool isCommand(const QString &line)
    {
        static const QRegularExpression command(
            QStringLiteral("^\\s*(?:[$#>]\\s*)?influxctl\\s|--(?:read|write)-database\\b"));
        return line.contains(command);
    }

    void readCommand(const QString &line)
    {
        static const QRegularExpression option(
            QStringLiteral("--(read|write)-database(?:\\s+|=)(\"[^\"]*\"|'[^']*'|[^\\s\\\\]+)"));
        for (auto each = option.globalMatch(line); each.hasNext();) {
            const auto match = each.next();
            const bool reads = match.captured(1) == QLatin1String("read");
            add(unquoted(match.captured(2)), ActionSet::only(reads ? Action::Read : Action::Write));
        }
    }

    bool readHeader(const QString &line)
    {
        const CellBorder border = borderOf(line);
        QStringList cells = cellsOf(line, border);
        if (cells.size() == 1 && cells.first().endsWith(u':'))
            cells.first().chop(1);
        if (std::ranges::any_of(cells, [this](const QString &cell) { return m_isKnown(unquoted(cell)); }))
            return false;
        const auto header = headerOf(cells, border);
        if (!header)
            return false;
        m_header = header->columns.size() > 1 ? header : std::nullopt;
        return true;
    }

    bool readRow(const QString &line)
    {
        using Column = PastedHeader::Column;
        if (!m_header)
            return false;
        const QStringList cells = cellsOf(line, m_header->border);
        if (cells.size() < 2) {
            // The table is over.
            m_header.reset();
            return false;
        }
        QString name;
        ActionSet actions;
        bool said = false;
        for (qsizetype i = 0; i < std::min<qsizetype>(cells.size(), std::ssize(m_header->columns)); ++i) {
            const Column column = m_header->columns[static_cast<size_t>(i)];
            if (column == Column::Name && name.isEmpty())
                name = cleaned(cells[i]);
            if (column == Column::Access) {
                for (const Word &word : wordsOf(cells[i])) {
                    if (const auto *const its = std::get_if<ActionSet>(&word)) {
                        actions |= *its;
                        said = true;
                    }
                }
            }
            if (column == Column::Read || column == Column::Write) {
                said = true;
                if (isMarked(cells[i]))
                    actions |= ActionSet::only(column == Column::Read ? Action::Read : Action::Write);
            }
        }
        const bool isHeaderAgain = headerOf(cells, m_header->border).has_value() && !m_isKnown(name);
        // A row that permits nothing is none to take over.
        if (!name.isEmpty() && !isHeaderAgain && !(said && actions.isEmpty()))
            add(name, said ? std::optional(actions) : m_section);
        return true;
    }

    void readList(const QString &line)
    {
        const CellBorder border = borderOf(line);
        std::vector<Word> words;
        for (const QString &cell : cellsOf(line, border == CellBorder::Blanks ? CellBorder::None : border)) {
            for (Word &word : wordsOf(cell))
                words.push_back(std::move(word));
        }
        // A line that leads to a list says at most what the list is for.
        if (line.endsWith(u':') && std::ranges::none_of(words, [this](const Word &word) {
                const auto *const name = std::get_if<QString>(&word);
                return name && m_isKnown(*name);
            }))
            std::erase_if(words, [](const Word &word) { return std::holds_alternative<QString>(word); });
        take(words);
    }

    std::vector<Word> wordsOf(const QString &cell) const
    {
        if (m_isKnown(unquoted(cell)) && !actionWord(cell))
            return {unquoted(cell)};
        std::vector<Word> words;
        const CellBorder weaker = borderOf(cell);
        const QStringList parts = weaker == CellBorder::Blanks || unquoted(cell) != cell
                                      ? QStringList(cell)
                                      : cellsOf(cell, weaker);
        if (parts.size() > 1) {
            for (const QString &part : parts) {
                for (Word &word : wordsOf(part))
                    words.push_back(std::move(word));
            }
            return words;
        }
        static const QRegularExpression token(
            QStringLiteral("\"[^\"]+\"|'[^']+'|`[^`]+`|\u201c[^\u201d]+\u201d|\u201e[^\u201c]+\u201c|\\S+"));
        for (auto each = token.globalMatch(cell); each.hasNext();)
            addWords(each.next().captured(0), words);
        return words;
    }

    void addWords(const QString &written, std::vector<Word> &words) const
    {
        if (unquoted(written) != written)
            return words.emplace_back(unquoted(written)), void();
        const QString word = cleaned(written);
        if (word.isEmpty())
            return;
        if (const auto actions = actionWord(word))
            return words.emplace_back(*actions), void();
        if (m_isKnown(word))
            return words.emplace_back(word), void();
        // billing:rw, billing=read, billing(w)
        static const QRegularExpression together(QStringLiteral("^(.+?)[:=(]([A-Za-z/+]+)\\)?$"));
        const auto match = together.match(word);
        const auto its = actionWord(match.captured(2));
        if (its) {
            words.emplace_back(cleaned(match.captured(1)));
            words.emplace_back(*its);
        } else if (!isFiller(word)) {
            words.emplace_back(word);
        }
    }

    // Brackets, full stops and Markdown's stars around a name, as long as the name is not known with them.
    QString cleaned(QString word) const
    {
        word = unquoted(word.trimmed());
        const auto known = [&] {
            return word.isEmpty() || m_isKnown(word);
        };
        while (!known() && word.size() > 4 && word.startsWith(u"**") && word.endsWith(u"**"))
            word = word.mid(2, word.size() - 4);
        while (!known() && QStringView(u"([{<\ufeff\u200b").contains(word.front()))
            word.remove(0, 1);
        // billing(rw) keeps its bracket until it is taken apart.
        while (!known() && QStringView(u"]}>.,:;!?\ufeff\u200b\\").contains(word.back()))
            word.chop(1);
        if (!known() && word.endsWith(u')') && !word.contains(u'('))
            word.chop(1);
        return unquoted(word);
    }

    void take(const std::vector<Word> &words)
    {
        const auto isAction = [](const Word &word) {
            return std::holds_alternative<ActionSet>(word);
        };
        if (words.empty())
            return;
        if (std::ranges::all_of(words, isAction)) {
            m_section = ActionSet();
            for (const Word &word : words)
                *m_section |= std::get<ActionSet>(word);
            return;
        }
        if (isAction(words.front()) && !isAction(words.back()))
            takeBehind(words);
        else
            takeBefore(words);
    }

    // read a, b write c
    void takeBehind(const std::vector<Word> &words)
    {
        std::optional<ActionSet> actions;
        bool named = true;
        for (const Word &word : words) {
            if (const auto *const its = std::get_if<ActionSet>(&word)) {
                actions = named ? ActionSet() : actions;
                *actions |= *its;
                named = false;
            } else {
                add(std::get<QString>(word), actions);
                named = true;
            }
        }
    }

    // a, b rw; c r
    void takeBefore(const std::vector<Word> &words)
    {
        QStringList waiting;
        for (size_t i = 0; i < words.size(); ++i) {
            if (const auto *const name = std::get_if<QString>(&words[i])) {
                waiting += *name;
                continue;
            }
            ActionSet actions = std::get<ActionSet>(words[i]);
            while (i + 1 < words.size() && std::holds_alternative<ActionSet>(words[i + 1]))
                actions |= std::get<ActionSet>(words[++i]);
            for (const QString &name : waiting)
                add(name, actions);
            waiting.clear();
        }
        for (const QString &name : waiting)
            add(name, m_section);
    }

    void add(const QString &name, std::optional<ActionSet> actions)
    {
        if (name.isEmpty())
            return;
        const auto place = m_places.constFind(name);
        if (place == m_places.constEnd()) {
            m_places.insert(name, m_names.size());
            m_names.push_back({name, actions});
        } else if (actions) {
            std::optional<ActionSet> &its = m_names[*place].actions;
            if (!its)
                its = ActionSet();
            *its |= *actions;
        }
    }

    const std::function<bool(const QString &)> &m_isKnown;
    std::vector<PastedName> m_names;
    QHash<QString, size_t> m_places;
    std::optional<PastedHeader> m_header;
    std::optional<ActionSet> m_section;
    bool m_commandGoesOn = false;
};

} // namespace

std::vector<PastedName> pastedNames(const QString &text, const std::function<bool(const QString &)> &isKnown)
{
    static const QRegularExpression lineEnd(QStringLiteral("\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"));
    Reader reader(isKnown);
    for (const QString &line : text.split(lineEnd))
        reader.readLine(line);
    return reader.result();
}

} // namespace tokenry
