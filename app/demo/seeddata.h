// SPDX-License-Identifier: MIT
#pragma once

#include "demo/records.h"

#include <QStringList>

namespace tokenry::demo
{

class SeedRandom;

constexpr qsizetype seededDatabases = 220;
constexpr qsizetype seededTokens = 750;

// Believable and made up; the same for the same seed, save that the tokens' times are relative to `base`.
QList<Database> seedDatabases(quint32 seed);
QList<Token> seedTokens(quint32 seed, Instant base);

// Part of the tokens: short, long, in several scripts, many of them alike.
QString seedDescription(SeedRandom &random, const QString &database);

} // namespace tokenry::demo
