// SPDX-License-Identifier: MIT
#include "models/namefilter.h"

#include <string_view>

namespace tokenry
{

namespace
{

qsizetype nextCharacter(QByteArrayView utf8, qsizetype at)
{
    ++at;
    while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80)
        ++at;
    return at;
}

/// `*` is any run of characters, `?` any one; goes back to the last `*` only, so it is linear in practice.
bool matchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype star = -1;
    qsizetype retry = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t = nextCharacter(text, t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool contains(QByteArrayView text, QByteArrayView part)
{
    const std::string_view whole(text.data(), static_cast<size_t>(text.size()));
    return whole.find({part.data(), static_cast<size_t>(part.size())}) != std::string_view::npos;
}

} // namespace

NameFilter::NameFilter(const QString &text)
{
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        const bool excluded = text[i] == u'-' && i + 1 < text.size();
        i += excluded ? 1 : 0;
        const bool quoted = text[i] == u'"';
        i += quoted ? 1 : 0;
        const qsizetype start = i;
        while (i < text.size() && (quoted ? text[i] != u'"' : !text[i].isSpace()))
            ++i;
        add(text.mid(start, i - start), quoted, excluded);
        i += quoted ? 1 : 0;
    }
}

void NameFilter::add(QString term, bool quoted, bool excluded)
{
    // A lone `-` is the beginning of a term still being typed.
    if (term.isEmpty() || (!quoted && !excluded && term == QLatin1String("-")))
        return;
    const bool pattern = !quoted && (term.contains(u'*') || term.contains(u'?'));
    m_terms.push_back({folded(term), pattern, excluded});
}

bool NameFilter::matches(QByteArrayView folded) const
{
    for (const Term &term : m_terms) {
        const bool holds = term.pattern ? matchesPattern(folded, term.text) : contains(folded, term.text);
        if (holds == term.excluded)
            return false;
    }
    return true;
}

} // namespace tokenry
