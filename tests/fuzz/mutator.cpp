// SPDX-License-Identifier: MIT
#include "fuzz/mutator.h"

#include <array>

namespace tokenry::testsupport
{

namespace
{

constexpr qsizetype longest = 64 * 1024;

// What parsers stumble over: half of something, too much of it, and numbers at the edges.
const std::array awkward{
    QByteArray("\""),
    QByteArray("\\"),
    QByteArray("\\u"),
    QByteArray("\\ud83d"),
    QByteArray("\xf0\x9f\x94"),
    QByteArray("\xff\xfe"),
    QByteArray(1, '\0'),
    QByteArray("\r\n\n"),
    QByteArray("'''"),
    QByteArray("\"\"\""),
    QByteArray("[["),
    QByteArray("}]"),
    QByteArray(",,"),
    QByteArray("|-|"),
    QByteArray("#"),
    QByteArray("null"),
    QByteArray("-9223372036854775809"),
    QByteArray("1e999"),
    QByteArray("9999-99-99T99:99:99Z"),
    QByteArray(2000, '['),
    QByteArray(500, ' '),
    QByteArray("{\"a\":").repeated(600),
};

} // namespace

Mutator::Mutator(QByteArrayList samples, quint32 seed) : m_samples(std::move(samples)), m_random(seed) {}

qsizetype Mutator::below(qsizetype end)
{
    return end > 0 ? static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(end))) : 0;
}

QByteArray Mutator::next()
{
    QByteArray text = m_samples[below(m_samples.size())];
    for (qsizetype times = 1 + below(4); times > 0; --times)
        spoil(text);
    return text.left(longest);
}

void Mutator::spoil(QByteArray &text)
{
    const qsizetype at = below(text.size() + 1);
    const qsizetype some = 1 + below(qMin<qsizetype>(40, text.size() - at));
    switch (below(6)) {
    case 0: // a bit falls over
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
    case 1: // cut off
        text.truncate(at);
        break;
    case 2: // a piece is missing
        text.remove(at, some);
        break;
    case 3: // a piece comes again
        text.insert(at, text.mid(below(text.size()), some));
        break;
    case 4: // something else gets in
        text.insert(at, awkward[static_cast<size_t>(below(awkward.size()))]);
        break;
    default: // the end of another one
        const QByteArray &other = m_samples[below(m_samples.size())];
        text = text.left(at) + other.mid(below(other.size()));
        break;
    }
}

} // namespace tokenry::testsupport
