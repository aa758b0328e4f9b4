// SPDX-License-Identifier: MIT
#include "domain/access.h"
#include "domain/permissionselection.h"

#include <QTest>
#include <QTimeZone>

using namespace tokenry;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(13, 5), Qt::UTC);

/// From "r:billing w:*".
PermissionSet permissions(const QString &text)
{
    std::vector<Permission> set;
    for (const QString &each : text.split(u' ', Qt::SkipEmptyParts)) {
        const Action action = each.startsWith(u'w') ? Action::Write : Action::Read;
        const QString name = each.mid(2);
        set.push_back({name == u"*"_qs ? Resource::allDatabases() : *Resource::database(name), action});
    }
    return PermissionSet(std::move(set));
}

Token token(const QString &description, const QString &permitted)
{
    Token made;
    made.id = u"id of "_qs + description;
    made.description = description;
    made.permissions = permissions(permitted);
    return made;
}

PermissionSelection selectionOf(const QStringList &listed, const QString &permitted)
{
    std::vector<Database> databases;
    for (const QString &name : listed)
        databases.push_back({name, {}});
    PermissionSelection selection(std::make_shared<const DatabaseCatalog>(std::move(databases)));
    const PermissionSet wanted = permissions(permitted);
    for (const Permission &permission : wanted.permissions()) {
        if (permission.resource.isAllDatabases())
            selection.setAllDatabases(permission.action, true);
        else
            selection.tick(permission.action, *selection.addTyped(permission.resource.name()), true);
    }
    return selection;
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsActiveTokensOnly_data()
    {
        QTest::addColumn<qint64>("expiresIn");
        QTest::addColumn<bool>("revoked");
        QTest::addColumn<bool>("active");
        QTest::newRow("never expires") << qint64(0) << false << true;
        QTest::newRow("expires in a second") << qint64(1) << false << true;
        QTest::newRow("expired a second ago") << qint64(-1) << false << false;
        QTest::newRow("revoked") << qint64(0) << true << false;
        QTest::newRow("revoked before it expires") << qint64(100) << true << false;
    }

    void keepsActiveTokensOnly()
    {
        QFETCH(const qint64, expiresIn);
        QFETCH(const bool, revoked);
        Token one = token(u"one"_qs, u"r:a"_qs);
        if (expiresIn != 0)
            one.expiresAt = now.addSecs(expiresIn);
        if (revoked)
            one.revokedAt = now.addSecs(-5);
        QTEST(isActive(one, now), "active");
        const Access access({one}, now);
        QCOMPARE(access.size() == 1, isActive(one, now));
        QCOMPARE(access.count(Action::Read, u"a"_qs), access.size());
        QCOMPARE(!access.withDescription(u"one"_qs).empty(), access.size() == 1);
    }

    void expiryIsJudgedInstantByInstantAcrossZones()
    {
        Token one = token(u"one"_qs, u"r:a"_qs);
        one.expiresAt = now.addSecs(60);
        const QDateTime berlin = now.toTimeZone(QTimeZone("Europe/Berlin"));
        QVERIFY(isActive(one, berlin));
        QVERIFY(!isActive(one, berlin.addSecs(60)));
    }

    void countsWhoReadsAndWrites_data()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<qsizetype>("reads");
        QTest::addColumn<qsizetype>("writes");
        QTest::newRow("read by name and through *") << u"a"_qs << qsizetype(3) << qsizetype(2);
        QTest::newRow("written by name") << u"b"_qs << qsizetype(2) << qsizetype(2);
        QTest::newRow("only through *") << u"not listed"_qs << qsizetype(2) << qsizetype(1);
        QTest::newRow("another case is another name") << u"A"_qs << qsizetype(2) << qsizetype(1);
    }

    void countsWhoReadsAndWrites()
    {
        QFETCH(const QString, database);
        const Access access({token(u"reader"_qs, u"r:a"_qs), token(u"all"_qs, u"r:* w:*"_qs),
                             token(u"all and named"_qs, u"r:* r:a"_qs), token(u"writer"_qs, u"w:b"_qs),
                             token(u"writes a"_qs, u"w:a"_qs), token(u"nothing"_qs, QString())},
                            now);
        QTEST(access.count(Action::Read, database), "reads");
        QTEST(access.count(Action::Write, database), "writes");
        for (const Action action : allActions)
            QCOMPARE(access.holders(action, database).count(), access.count(action, database));
    }

    void tellsNamedFromThroughAll()
    {
        const Access access({token(u"reader"_qs, u"r:a"_qs), token(u"all and named"_qs, u"r:* r:a"_qs)}, now);
        const Access::Holders holders = access.holders(Action::Read, u"a"_qs);
        QCOMPARE(holders.named, std::vector<Access::Index>{0});
        QCOMPARE(holders.throughAll, std::vector<Access::Index>{1});
        QCOMPARE(Access().count(Action::Read, u"a"_qs), 0);
        QCOMPARE(Access().holders(Action::Write, u"a"_qs).count(), 0);
    }

    void findsDescriptionsWithoutTheirEdges()
    {
        const Access access(
            {token(u"Telegraf"_qs, {}), token(u" Telegraf "_qs, {}), token(u"telegraf"_qs, {})}, now);
        QCOMPARE(access.withDescription(u"Telegraf\n"_qs), (std::vector<Access::Index>{0, 1}));
        QCOMPARE(access.withDescription(u"Grafana"_qs), std::vector<Access::Index>());
    }

    void findsTheSamePermissions_data()
    {
        QTest::addColumn<QString>("draft");
        QTest::addColumn<QList<Access::Index>>("found");
        QTest::newRow("one, in another order") << u"w:b r:a"_qs << QList<Access::Index>{0};
        QTest::newRow("two tokens") << u"r:a"_qs << QList<Access::Index>{1, 2};
        QTest::newRow("through *") << u"r:* w:a"_qs << QList<Access::Index>{3};
        QTest::newRow("the other action") << u"w:a"_qs << QList<Access::Index>();
        QTest::newRow("more") << u"r:a r:b"_qs << QList<Access::Index>();
        QTest::newRow("not listed") << u"r:gone"_qs << QList<Access::Index>{4};
        QTest::newRow("as far as it can be read") << u"r:c"_qs << QList<Access::Index>();
        QTest::newRow("* is not each") << u"r:a r:b r:c w:a"_qs << QList<Access::Index>();
    }

    void findsTheSamePermissions()
    {
        QFETCH(const QString, draft);
        QFETCH(const QList<Access::Index>, found);
        Token odd = token(u"odd"_qs, u"r:c"_qs);
        odd.unknownPermissions.push_back({u"delete"_qs, u"c"_qs});
        const Access access({token(u"0"_qs, u"r:a w:b"_qs), token(u"1"_qs, u"r:a"_qs),
                             token(u"2"_qs, u"r:a"_qs), token(u"3"_qs, u"r:* w:a"_qs),
                             token(u"4"_qs, u"r:gone"_qs), odd},
                            now);
        const auto selection = selectionOf({u"a"_qs, u"b"_qs, u"c"_qs}, draft);
        const std::vector<Access::Index> indexes = access.withPermissions(selection);
        QCOMPARE(QList<Access::Index>(indexes.begin(), indexes.end()), found);
    }

    void namesKeptUnderAWildcardDoNotCount()
    {
        const Access access({token(u"all"_qs, u"r:*"_qs), token(u"a"_qs, u"r:a"_qs)}, now);
        PermissionSelection selection = selectionOf({u"a"_qs, u"b"_qs}, u"r:a"_qs);
        QCOMPARE(access.withPermissions(selection), std::vector<Access::Index>{1});
        selection.setAllDatabases(Action::Read, true);
        QCOMPARE(access.withPermissions(selection), std::vector<Access::Index>{0});
    }

    void theFingerprintRunsAlong()
    {
        PermissionSelection selection = selectionOf({u"a"_qs, u"b"_qs, u"c"_qs}, u"r:a w:b r:gone w:gone"_qs);
        const auto agrees = [&] {
            return selection.fingerprint() == selection.permissions().fingerprint() &&
                   selection.sends(selection.permissions());
        };
        QVERIFY(agrees());
        selection.tick(Action::Read, 0, false);
        selection.tick(Action::Write, 2, true);
        QVERIFY(agrees());
        selection.removeTyped(*selection.find(u"gone"_qs));
        QVERIFY(agrees());
        selection.setAllDatabases(Action::Write, true);
        QVERIFY(agrees());
        const quint64 before = selection.fingerprint();
        selection =
            selection.over(std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"b"_qs, {}}}));
        QVERIFY(agrees());
        QCOMPARE(selection.fingerprint(), before);
        selection.tick(Action::Read, 0, true);
        QVERIFY(selection.fingerprint() != before);
    }

    void theCountersRunAlong()
    {
        PermissionSelection selection = selectionOf({u"a"_qs, u"b"_qs}, u"r:a w:a w:b r:gone w:gone"_qs);
        QCOMPARE(selection.bothTickedCount(), 2);
        QCOMPARE(selection.typedTickedCount(Action::Read), 1);
        selection.tick(Action::Write, 0, false);
        QCOMPARE(selection.bothTickedCount(), 1);
        selection.removeTyped(*selection.find(u"gone"_qs));
        QCOMPARE(selection.bothTickedCount(), 0);
        QCOMPARE(selection.typedTickedCount(Action::Read), 0);
        QVERIFY(selection.isSent(0) && selection.isSent(1));
        selection.setAllDatabases(Action::Write, true);
        QVERIFY(selection.isSent(0) && !selection.isSent(1));
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "tst_access.moc"
