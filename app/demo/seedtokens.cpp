// SPDX-License-Identifier: MIT
#include "demo/seeddata.h"
#include "demo/seedrandom.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

constexpr Instant hour = 3600 * microsPerSecond;
constexpr Instant day = 24 * hour;

const QString read = u"read"_s;
const QString write = u"write"_s;

// A token's permissions on up to `most` databases.
QList<Permission> named(SeedRandom &random, const QStringList &databases, qint64 most,
                        const QStringList &actions)
{
    QList<Permission> permissions;
    const qint64 first = random.below(databases.size());
    const qint64 count = random.between(1, std::min<qint64>(most, databases.size()));
    for (qint64 i = 0; i < count; ++i) {
        const QString &database =
            databases.at((first + i * 7) % databases.size()); // no common factor with 220, 12 and 4
        for (const QString &action : actions)
            permissions.append({action, database});
    }
    return permissions;
}

QList<Permission> everywhere(const QStringList &actions)
{
    QList<Permission> permissions;
    for (const QString &action : actions)
        permissions.append({action, u"*"_s});
    return permissions;
}

// `kind` from 0 to 29, so that every kind occurs and the common ones most.
QList<Permission> permissionsOf(qint64 kind, SeedRandom &random, const QStringList &databases)
{
    static const QStringList gone{u"crm_old"_s, u"billing_ev"_s, u"telemetry-eu-north"_s,
                                  u"factory-delft/line-01"_s};
    switch (kind) {
    case 0:
        return {};
    case 1:
        return everywhere({read});
    case 2:
        return everywhere({write});
    case 3:
        return everywhere({read, write});
    case 4:
        return named(random, databases, 3, {read}) + everywhere({read});
    case 5:
        return named(random, gone, 1, {read, write});
    case 6:
        return named(random, databases, 4, {read}) + named(random, gone, 2, {read});
    case 7:
        return named(random, databases, 60, {read});
    case 8:
        return named(random, databases, 12, {read, write});
    case 9:
    case 10:
    case 11:
        return named(random, databases, 1, {write}) + named(random, databases, 5, {read});
    default:
        return named(random, databases, kind < 22 ? 1 : 6,
                     kind % 3 == 0   ? QStringList{read}
                     : kind % 3 == 1 ? QStringList{write}
                                     : QStringList{read, write});
    }
}

// `kind` from 0 to 19: 11 in 20 active with an end, 4 without, 3 expired, 2 revoked.
void setTimes(Token &token, qint64 kind, Instant base, SeedRandom &random)
{
    token.createdAt = base - random.between(2 * hour, 900 * day);
    const Instant age = base - token.createdAt;
    if (kind < 2)
        token.expiresAt = base + random.between(hour, 6 * day);
    else if (kind < 11)
        token.expiresAt = base + random.between(7 * day, 500 * day);
    else if (kind >= 15 && kind < 18)
        token.expiresAt = token.createdAt + random.between(age / 4, age - hour);
    if (kind >= 18)
        token.revokedAt = token.createdAt + random.between(age / 8, age - hour);
    if (kind == 19)
        token.expiresAt = base + random.between(7 * day, 90 * day);

    const auto toWholeSeconds = [](Instant &instant) {
        instant -= instant % microsPerSecond;
    };
    if (random.below(3) == 0)
        toWholeSeconds(token.createdAt);
    if (token.expiresAt && random.below(4) != 0)
        toWholeSeconds(*token.expiresAt);
}

QString newId(SeedRandom &random)
{
    std::array<quint64, 2> bits{random.bits(), random.bits()};
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    QByteArray hex = bytes.toHex();
    hex[12] = '4'; // version 4, variant 1
    hex[16] = "89ab"[bits[0] % 4];
    for (const qsizetype dash : {20, 16, 12, 8})
        hex.insert(dash, '-');
    return QString::fromLatin1(hex);
}

} // namespace

QList<Token> seedTokens(quint32 seed, Instant base, const QList<Database> &on, qsizetype count)
{
    SeedRandom random(quint64(seed) + 1'000'000'007); // not the sequence the databases were made from
    QStringList databases;
    std::transform(on.cbegin(), on.cend(), std::back_inserter(databases),
                   [](const Database &database) { return database.name; });
    QList<Token> tokens;
    tokens.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        Token token;
        token.id = newId(random);
        token.permissions = permissionsOf(i % 30, random, databases);
        token.description = seedDescription(
            random, token.permissions.isEmpty() ? u"nothing yet"_s : token.permissions.first().resource);
        setTimes(token, (i / 30 + i) % 20, base, random);
        tokens.append(token);
    }
    random.shuffle(tokens);
    return tokens;
}

} // namespace tokenry::demo
