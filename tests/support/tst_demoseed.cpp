// SPDX-License-Identifier: MIT
// The made-up databases and tokens are believable, of every kind, and the same each time.
#include "support/democlusterprocess.h"

#include <QDateTime>
#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using tokenry::tests::DemoClusterProcess;

namespace
{

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

bool permits(const QJsonValue &token, const QString &action, const QString &resource)
{
    const QJsonArray permissions = token[u"permissions"_s].toArray();
    return std::any_of(permissions.cbegin(), permissions.cend(), [&](const QJsonValue &permission) {
        return (action.isEmpty() || permission[u"action"_s] == action) &&
               (resource.isEmpty() || permission[u"resource"_s] == resource);
    });
}

// Without what depends on the time of the start.
QJsonArray timeless(const QJsonArray &tokens)
{
    QJsonArray result;
    for (const QJsonValue &token : tokens) {
        QJsonObject object = token.toObject();
        for (const QString &key : {u"createdAt"_s, u"expiresAt"_s, u"revokedAt"_s}) {
            if (object.contains(key))
                object.insert(key, true);
        }
        result.append(object);
    }
    return result;
}

} // namespace

class TestDemoSeed : public QObject
{
    Q_OBJECT

private:
    QJsonArray m_databases;
    QJsonArray m_tokens;
    QSet<QString> m_names;

private Q_SLOTS:
    void initTestCase()
    {
        DemoClusterProcess demo;
        QVERIFY(demo.start());
        QCOMPARE(demo.ready().value(u"databases"_s), QJsonValue(220));
        QCOMPARE(demo.ready().value(u"tokens"_s), QJsonValue(750));
        m_databases = demo.getJson(u"/databases"_s).toArray();
        m_tokens = demo.getJson(u"/tokens"_s).toArray();
        for (const QJsonValue &database : qAsConst(m_databases))
            m_names.insert(database[u"name"_s].toString());
    }

    void databases()
    {
        QCOMPARE(m_databases.size(), 220);
        QCOMPARE(m_names.size(), 220);
        static const QRegularExpression shape(uR"(^[A-Za-z0-9_/-]{1,64}$)"_s);
        for (const QString &name : qAsConst(m_names))
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
        for (const QString &name :
             {u"billing"_s, u"Billing"_s, u"billing_events"_s, u"telegraf/autogen"_s, u"_internal"_s})
            QVERIFY2(m_names.contains(name), qPrintable(name));
        QVERIFY(std::any_of(m_names.cbegin(), m_names.cend(),
                            [](const QString &name) { return name.size() == 64; }));
    }

    void retentions()
    {
        QSet<qint64> hours;
        for (const QJsonValue &database : qAsConst(m_databases))
            hours.insert(database[u"retentionPeriod"_s].toInteger() / 3'600'000'000'000);
        QCOMPARE(hours, (QSet<qint64>{0, 1, 24, 7 * 24, 30 * 24, 90 * 24, 365 * 24, 730 * 24}));
    }

    void tokensOfEveryKind()
    {
        QCOMPARE(m_tokens.size(), 750);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QMap<QString, int> kinds;
        QMap<QString, int> descriptions;
        QSet<QString> ids;
        for (const QJsonValue &token : qAsConst(m_tokens)) {
            ids.insert(token[u"id"_s].toString());
            const QString description = token[u"description"_s].toString();
            const QJsonArray permissions = token[u"permissions"_s].toArray();
            const bool expires = !token[u"expiresAt"_s].isUndefined();
            const bool expired = expires && timeOf(token[u"expiresAt"_s]) <= now;
            const bool revoked = !token[u"revokedAt"_s].isUndefined();
            const bool reads = permits(token, u"read"_s, {});
            const bool writes = permits(token, u"write"_s, {});
            const bool star = permits(token, {}, u"*"_s);
            QVERIFY(timeOf(token[u"createdAt"_s]) < now);
            if (revoked)
                QVERIFY(timeOf(token[u"revokedAt"_s]) > timeOf(token[u"createdAt"_s]));
            ++descriptions[description];
            kinds[u"revoked"_s] += revoked;
            kinds[u"expired"_s] += expired && !revoked;
            kinds[u"active with an end"_s] += expires && !expired && !revoked;
            kinds[u"active for ever"_s] += !expires && !revoked;
            kinds[u"no access"_s] += permissions.isEmpty();
            kinds[u"read only"_s] += reads && !writes && !star;
            kinds[u"write only"_s] += writes && !reads && !star;
            kinds[u"read and write"_s] += reads && writes && !star;
            kinds[u"read all"_s] += permits(token, u"read"_s, u"*"_s) && !permits(token, u"write"_s, u"*"_s);
            kinds[u"write all"_s] += !permits(token, u"read"_s, u"*"_s) && permits(token, u"write"_s, u"*"_s);
            kinds[u"all on all"_s] += permits(token, u"read"_s, u"*"_s) && permits(token, u"write"_s, u"*"_s);
            kinds[u"all beside names"_s] += star && permissions.size() > 2;
            kinds[u"dangling"_s] +=
                std::any_of(permissions.cbegin(), permissions.cend(), [&](const QJsonValue &permission) {
                    const QString resource = permission[u"resource"_s].toString();
                    return resource != u"*"_s && !m_names.contains(resource);
                });
            kinds[u"long description"_s] += description.size() > 300;
            kinds[u"other scripts"_s] += description.contains(u"監視"_s) || description.contains(u"цех"_s);
            const bool fraction = token[u"createdAt"_s].toString().size() > 20;
            kinds[fraction ? u"microseconds"_s : u"whole seconds"_s] += 1;
        }
        QCOMPARE(ids.size(), 750);
        for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind)
            QVERIFY2(kind.value() >= 5, qPrintable(kind.key()));
        QVERIFY(*std::max_element(descriptions.cbegin(), descriptions.cend()) >= 5);
    }

    void sameSeedSameData()
    {
        DemoClusterProcess again;
        QVERIFY(again.start());
        QCOMPARE(again.getJson(u"/databases"_s).toArray(), m_databases);
        QCOMPARE(timeless(again.getJson(u"/tokens"_s).toArray()), timeless(m_tokens));
    }

    void otherSeedOtherData()
    {
        DemoClusterProcess other({0, false, {u"--seed"_s, u"7"_s}});
        QVERIFY(other.start());
        const QJsonArray tokens = other.getJson(u"/tokens"_s).toArray();
        QCOMPARE(tokens.size(), 750);
        QVERIFY(timeless(tokens) != timeless(m_tokens));
    }

    void empty()
    {
        DemoClusterProcess demo({0, true});
        QVERIFY(demo.start());
        QCOMPARE(demo.getJson(u"/databases"_s), QJsonValue(QJsonArray()));
        QCOMPARE(demo.getJson(u"/tokens"_s), QJsonValue(QJsonArray()));
    }
};

QTEST_GUILESS_MAIN(TestDemoSeed)
#include "tst_demoseed.moc"
