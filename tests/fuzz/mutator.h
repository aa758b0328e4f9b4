// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

namespace tokenry::testsupport
{

/// Spoils samples as broken discs, cut connections and hostile people do. The same seed gives the same texts.
class Mutator
{
public:
    Mutator(QByteArrayList samples, quint32 seed);

    /// One of the samples with a few things done to it.
    [[nodiscard]] QByteArray next();

private:
    [[nodiscard]] qsizetype below(qsizetype end);
    void spoil(QByteArray &text);

    const QByteArrayList m_samples;
    QRandomGenerator m_random;
};

} // namespace tokenry::testsupport
