// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace tokenry::structure
{

/// Two small trees, path → text: the first keeps a rule, the second breaks it.
struct Sample
{
    const char *rule;
    QMap<QString, QString> kept;
    QMap<QString, QString> broken;
};

[[nodiscard]] QList<Sample> samples();

} // namespace tokenry::structure
