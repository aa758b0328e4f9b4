// SPDX-License-Identifier: MIT
#pragma once

#include "demo/records.h"

#include <QStringList>

namespace tokenry::demo
{

class SeedRandom;

constexpr qsizetype seededDatabases = 220;
constexpr qsizetype seededTokens = 750;
constexpr qsizetype seededStagingTokens = 20;

// Believable and made up; the same for the same seed, save that the tokens' times are relative to `base`.
QList<Database> seedDatabases(quint32 seed);
// Twelve of a staging cluster: eight are called as on the other one, four are not on it.
QList<Database> seedStagingDatabases(quint32 seed);
// On those databases; among them some that permit what is not there any more.
QList<Token> seedTokens(quint32 seed, Instant base, const QList<Database> &databases, qsizetype count);

// Part of the tokens: short, long, in several scripts, many of them alike.
QString seedDescription(SeedRandom &random, const QString &database);

} // namespace tokenry::demo
