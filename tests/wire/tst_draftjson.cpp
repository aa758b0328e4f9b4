// SPDX-License-Identifier: MIT
#include "wire/draftjson.h"

#include <QTest>

using namespace tokenry;
using Kind = DocumentFault::Kind;

namespace
{

DatabaseCatalog::Ptr catalog(const QStringList &names)
{
    std::vector<Database> databases;
    for (const QString &name : names)
        databases.push_back({name, std::chrono::hours(720)});
    return std::make_shared<const DatabaseCatalog>(std::move(databases));
}

TokenDraft fullDraft()
{
    TokenDraft draft;
    draft.description = u" Telegraf \"edge\"\u202e "_qs;
    draft.permissions = PermissionSelection(catalog({u"billing"_qs, u"crm"_qs, u"unused"_qs}));
    draft.permissions.tick(Action::Read, *draft.permissions.find(u"billing"_qs), true);
    draft.permissions.tick(Action::Write, *draft.permissions.find(u"crm"_qs), true);
    draft.permissions.tick(Action::Read, *draft.permissions.addTyped(u"typed one"_qs), true);
    static_cast<void>(draft.permissions.addTyped(u"typed, not ticked"_qs));
    // Ticked names are kept under a wildcard.
    draft.permissions.setAllDatabases(Action::Write, true);
    draft.expiry = {ExpiryChoice::Kind::OnDate, 30, QDateTime({2027, 2, 23}, {10, 0})};
    draft.withoutAccess = true;
    return draft;
}

} // namespace

class DraftJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingSurvives()
    {
        const TokenDraft before = fullDraft();
        const auto read = decodeDraft(encodeDraft(before));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().technical));
        QCOMPARE(read->description, before.description);
        QCOMPARE(read->expiry, before.expiry);
        QCOMPARE(read->withoutAccess, true);
        // Over the same list it is the same draft.
        const auto list = catalog({u"billing"_qs, u"crm"_qs, u"unused"_qs});
        QCOMPARE(read->permissions.over(list), before.permissions.over(list));
    }

    void isListedUntilTheListIsRead()
    {
        const auto read = decodeDraft(encodeDraft(fullDraft()));
        const PermissionSelection &kept = read->permissions;
        QVERIFY(!kept.isTyped(*kept.find(u"billing"_qs)));
        QCOMPARE(kept.catalog().retention(*kept.find(u"billing"_qs)), std::chrono::hours(720));
        QVERIFY(kept.isTyped(*kept.find(u"typed one"_qs)));
        // A database that has gone stays as a missing name.
        const PermissionSelection later = kept.over(catalog({u"crm"_qs}));
        QVERIFY(later.isTyped(*later.find(u"billing"_qs)));
        QVERIFY(later.isTicked(Action::Read, *later.find(u"billing"_qs)));
    }

    void anEmptyOneSurvives()
    {
        const auto read = decodeDraft(encodeDraft(TokenDraft()));
        QVERIFY(read.has_value());
        QVERIFY(isBlank(*read));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        const QByteArray good = encodeDraft(fullDraft());
        const auto with = [&](const char *before, const char *after) {
            return QByteArray(good).replace(before, after);
        };
        QTest::newRow("empty") << QByteArray() << int(Kind::NotJson);
        QTest::newRow("cut off") << good.left(200) << int(Kind::NotJson);
        QTest::newRow("other") << QByteArray("{}") << int(Kind::OtherDocument);
        QTest::newRow("newer") << with("\"version\": 1", "\"version\": 9") << int(Kind::NewerVersion);
        QTest::newRow("unknown key") << with("\"readAll\"", "\"readSome\"") << int(Kind::UnknownKey);
        QTest::newRow("wildcard as a name") << with("\"typed one\"", "\"*\"") << int(Kind::BadValue);
        QTest::newRow("days") << with("\"days\": 30", "\"days\": -1") << int(Kind::BadValue);
        QTest::newRow("row is text") << with("\"databases\": [", "\"databases\": [\"x\",")
                                     << int(Kind::MissingKey);
        QTest::newRow("no rows") << with("\"databases\"", "\"descriptions\"") << int(Kind::UnknownKey);
    }

    void refuses()
    {
        QFETCH(QByteArray, json);
        const auto read = decodeDraft(json);
        QVERIFY(!read.has_value());
        QTEST(int(read.error().kind), "kind");
    }
};

QTEST_GUILESS_MAIN(DraftJsonTest)
#include "tst_draftjson.moc"
