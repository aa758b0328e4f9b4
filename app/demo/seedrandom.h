// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

#include <random>
#include <utility>

namespace tokenry::demo
{

// The same numbers for the same seed with every compiler, which the distributions of <random> do not promise.
class SeedRandom
{
public:
    explicit SeedRandom(quint64 seed) : m_engine(seed) {}

    quint64 bits() { return m_engine(); }

    // From 0 to limit - 1.
    qint64 below(qint64 limit) { return qint64(m_engine() % quint64(limit)); }

    qint64 between(qint64 first, qint64 last) { return first + below(last - first + 1); }

    template <typename T>
    const T &oneOf(const QList<T> &list)
    {
        return list.at(below(list.size()));
    }

    template <typename T>
    void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace tokenry::demo
