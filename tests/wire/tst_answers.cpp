// SPDX-License-Identifier: MIT
#include "wire/answers.h"

#include <QTest>

using namespace tokenry;

class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void officialDatabases();
    void retentions_data();
    void retentions();
    void oddDatabases();
    void officialTokens();
    void oddTokens();
    void times_data();
    void times();
    void permissions_data();
    void permissions();
    void createdTokens_data();
    void createdTokens();
    void createdWithoutAnId_data();
    void createdWithoutAnId();
    void wholeListRefused_data();
    void wholeListRefused();
    void singleRefused_data();
    void singleRefused();
    void everyCut();
    void manyEntries();
};

namespace
{

constexpr auto account = "11111111-1111-4111-8111-111111111111";
constexpr auto cluster = "33333333-3333-4333-8333-333333333333";

/// A token with one more field.
QByteArray tokenWith(const QByteArray &field)
{
    return R"({"id":"55555555-5555-4555-8555-555555555555","description":"x",)" + field + '}';
}

Permission on(Action action, const char *name)
{
    return {Resource::database(QString::fromUtf8(name)).value(), action};
}

} // namespace

void TestAnswers::officialDatabases()
{
    const auto listed = decodeDatabases(R"([
        {"accountId":"11111111-1111-4111-8111-111111111111","clusterId":"33333333-3333-4333-8333-333333333333",
         "name":"DatabaseOne","maxTables":500,"maxColumnsPerTable":200,"retentionPeriod":0},
        {"accountId":"11111111-1111-4111-8111-111111111111","clusterId":"33333333-3333-4333-8333-333333333333",
         "name":"DatabaseTwo","maxTables":100,"maxColumnsPerTable":50,"retentionPeriod":300000000000,
         "partitionTemplate":[{"type":"time","value":"%Y"},{"type":"tag","value":"plátanos"},
                              {"type":"bucket","value":{"tagName":"c","numberOfBuckets":10}}]}
    ])");
    QVERIFY(listed);
    QCOMPARE(listed->unreadable, 0);
    const std::vector<Database> expected{{QStringLiteral("DatabaseOne"), {}},
                                         {QStringLiteral("DatabaseTwo"), std::chrono::minutes(5)}};
    QVERIFY(listed->entries == expected);
    const auto none = decodeDatabases("[]");
    QVERIFY(none && none->entries.empty() && none->unreadable == 0);
}

void TestAnswers::retentions_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<qint64>("nanoseconds");
    constexpr auto longest = std::numeric_limits<qint64>::max();
    QTest::newRow("30 days") << QByteArray(R"(,"retentionPeriod":2592000000000000)")
                             << qint64(2592000000000000);
    QTest::newRow("longest") << QByteArray(R"(,"retentionPeriod":9223372036854775807)") << longest;
    QTest::newRow("too long") << QByteArray(R"(,"retentionPeriod":18446744073709551615)") << longest;
    QTest::newRow("decimal") << QByteArray(R"(,"retentionPeriod":3.6e12)") << qint64(3600000000000);
    QTest::newRow("far too long") << QByteArray(R"(,"retentionPeriod":1e300)") << longest;
    QTest::newRow("negative") << QByteArray(R"(,"retentionPeriod":-1)") << qint64(0);
    QTest::newRow("negative decimal") << QByteArray(R"(,"retentionPeriod":-1.5)") << qint64(0);
    QTest::newRow("null") << QByteArray(R"(,"retentionPeriod":null)") << qint64(0);
    QTest::newRow("text") << QByteArray(R"(,"retentionPeriod":"30d")") << qint64(0);
    QTest::newRow("list") << QByteArray(R"(,"retentionPeriod":[1,{"a":2}])") << qint64(0);
    QTest::newRow("left out") << QByteArray() << qint64(0);
}

void TestAnswers::retentions()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, nanoseconds);
    const auto listed = decodeDatabases(R"([{"name":"a")" + field + R"(,"id":7},{"name":"b"}])");
    QVERIFY(listed);
    QCOMPARE(listed->entries.size(), 2U);
    QCOMPARE(listed->entries[0].name, QStringLiteral("a"));
    QCOMPARE(qint64(listed->entries[0].retention.count()), nanoseconds);
}

void TestAnswers::oddDatabases()
{
    const QByteArray json =
        R"([{"name":"telegraf/autogen"}, {"name":"*"}, {"name":""}, {"name":null}, {"name":7}, {}, 5,
        null, "x", [], [{"name":"in a list"}], {"name":"\ud800"}, {"name":"_internal","name2":{"name":"inner"}},
        {"name":"\u0061\u00e9🐘"}, {"name":")" +
        QByteArray(65, 'x') + R"("}, {"name":")" + QByteArray(64, 'y') + R"("}])";
    const auto listed = decodeDatabases(json);
    QVERIFY(listed);
    QStringList names;
    for (const Database &database : listed->entries)
        names += database.name;
    // Also those that no permission can name: the grid says why.
    QCOMPARE(names, (QStringList{QStringLiteral("telegraf/autogen"), QStringLiteral("*"),
                                 QStringLiteral("_internal"), QStringLiteral("aé🐘"),
                                 QString(65, QLatin1Char('x')), QString(64, QLatin1Char('y'))}));
    QCOMPARE(listed->unreadable, 10);

    // Bytes that are no UTF-8 cost their own entry only.
    const auto illEncoded = decodeDatabases("[{\"name\":\"a\"},{\"name\":\"b\xFF\"},{\"name\":\"c\"}]");
    QVERIFY(illEncoded);
    QCOMPARE(illEncoded->entries.size(), 2U);
    QCOMPARE(illEncoded->unreadable, 1);
}

void TestAnswers::officialTokens()
{
    const auto listed = decodeTokens(R"([
        {"accountId":"11111111-1111-4111-8111-111111111111","clusterId":"33333333-3333-4333-8333-333333333333",
         "id":"55555555-5555-4555-8555-555555555555","description":"Limited Access Token",
         "permissions":[{"action":"read","resource":"DatabaseOne"},{"action":"write","resource":"DatabaseTwo"}],
         "createdAt":"2023-12-21T17:32:28.000Z"},
        {"accountId":"11111111-1111-4111-8111-111111111111","clusterId":"33333333-3333-4333-8333-333333333333",
         "id":"66666666-6666-4666-8666-666666666666","description":"Full Access Token",
         "permissions":[{"action":"write","resource":"*"}],"createdAt":"2024-03-02T04:20:19.000Z"},
        {"accountId":"11111111-1111-4111-8111-111111111111","clusterId":"33333333-3333-4333-8333-333333333333",
         "id":"77777777-7777-4777-8777-777777777777","description":"No Access Token","permissions":[],
         "createdAt":"2024-03-02T04:20:19.000Z"}])");
    QVERIFY(listed);
    QCOMPARE(listed->unreadable, 0);
    QCOMPARE(listed->entries.size(), 3U);
    Token limited;
    limited.id = QStringLiteral("55555555-5555-4555-8555-555555555555");
    limited.accountId = QLatin1String(account);
    limited.clusterId = QLatin1String(cluster);
    limited.description = QStringLiteral("Limited Access Token");
    limited.permissions = PermissionSet({on(Action::Read, "DatabaseOne"), on(Action::Write, "DatabaseTwo")});
    limited.createdAt = QDateTime(QDate(2023, 12, 21), QTime(17, 32, 28), Qt::UTC);
    QVERIFY(listed->entries[0] == limited);
    QVERIFY(listed->entries[1].permissions == PermissionSet({{Resource::allDatabases(), Action::Write}}));
    QVERIFY(listed->entries[2].permissions.isEmpty());
    QVERIFY(!listed->entries[2].expiresAt && !listed->entries[2].revokedAt);
}

void TestAnswers::oddTokens()
{
    const auto listed =
        decodeTokens(R"([{"id":"a"}, {"id":""}, {"id":null}, {"description":"no id"}, 7, null, [],
        {"id":"b","description":"lone \ud800 surrogate","unknown":{"id":"c","permissions":[{}]}},
        {"permissions":[{"action":"read","resource":"x"}],"id":"d","permissions":[]},
        {"id":"bad \ud800"}, {"description":5,"accountId":{},"id":"e"}])");
    QVERIFY(listed);
    QCOMPARE(listed->unreadable, 7);
    QStringList ids;
    for (const Token &token : listed->entries)
        ids += token.id;
    QCOMPARE(ids.join(QLatin1Char(' ')), QStringLiteral("a b d e"));
    QCOMPARE(listed->entries[1].description, QStringLiteral("lone \uFFFD surrogate"));
    // Which of the two is meant cannot be told: what may be permitted must not look as if it were not there.
    QCOMPARE(listed->entries[2].permissions.permissions().size(), 1U);
    QVERIFY(!listed->entries[0].createdAt.isValid());
}

void TestAnswers::times_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("there");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime instant(QDate(2027, 2, 23), QTime(9, 0, 0, 245), Qt::UTC);
    QTest::newRow("microseconds") << QByteArray(R"("2027-02-23T09:00:00.245127Z")") << true << instant;
    QTest::newRow("offset") << QByteArray(R"("2027-02-23T10:00:00.245+01:00")") << true << instant;
    QTest::newRow("null") << QByteArray("null") << false << QDateTime();
    QTest::newRow("empty") << QByteArray(R"("")") << false << QDateTime();
    QTest::newRow("unreadable") << QByteArray(R"("tomorrow")") << true << QDateTime();
    QTest::newRow("number") << QByteArray("1803373200") << true << QDateTime();
    QTest::newRow("object") << QByteArray(R"({"seconds":1803373200,"nanos":0})") << true << QDateTime();
}

void TestAnswers::times()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, there);
    QFETCH(QDateTime, expected);
    const auto token = decodeToken(tokenWith("\"expiresAt\":" + value + ",\"revokedAt\":" + value +
                                             ",\"createdAt\":" + value + ",\"accountId\":\"last\""));
    QVERIFY(token);
    QCOMPARE(token->expiresAt.has_value(), there);
    QCOMPARE(token->revokedAt.has_value(), there);
    QCOMPARE(token->expiresAt.value_or(QDateTime()), expected);
    QCOMPARE(token->revokedAt.value_or(QDateTime()), expected);
    QCOMPARE(token->createdAt, expected);
    QCOMPARE(token->accountId, QStringLiteral("last"));
}

void TestAnswers::permissions_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("unknown");
    const auto row = [](const char *name, const QByteArray &value, const char *known, const char *unknown) {
        QTest::newRow(name) << (value.isEmpty() ? QByteArray() : ",\"permissions\":" + value)
                            << QString::fromUtf8(known) << QString::fromUtf8(unknown);
    };
    row("left out", "", "", "");
    row("null", "null", "", "");
    row("none", "[]", "", "");
    row("empty object", "{ }", "", "");
    row("read and write", R"([{"resource":"a","action":"read"},{"action":"write","resource":"a"}])",
        "r:a w:a", "");
    row("all", R"([{"action":"read","resource":"*"}])", "r:*", "");
    row("beside all", R"([{"action":"read","resource":"a"},{"action":"read","resource":"*"}])", "r:* r:a",
        "");
    row("twice", R"([{"action":"read","resource":"a"},{"action":"read","resource":"a"}])", "r:a", "");
    row("with an id", R"([{"id":"0","action":"read","resource":"a"}])", "r:a", "");
    row("unknown action", R"([{"action":"delete","resource":"a"},{"action":"read","resource":"b"}])", "r:b",
        "delete:a");
    row("other case", R"([{"action":"READ","resource":"a"}])", "", "READ:a");
    row("no resource", R"([{"action":"read"}])", "", "read:");
    row("no action", R"([{"resource":"a"}])", "", ":a");
    row("empty resource", R"([{"action":"read","resource":""}])", "", "read:");
    row("null resource", R"([{"action":"read","resource":null}])", "", "read:");
    row("ill-formed resource", R"([{"action":"read","resource":"\ud800"}])", "", "read:\uFFFD");
    row("not objects", R"([5,"x",null,["y"],{"action":"read","resource":"a"}])", "r:a",
        ":5 :\"x\" :null :[\"y\"]");
    row("text", R"("all")", "", ":\"all\"");
    row("object", R"({"action":"read"})", "", ":{\"action\":\"read\"}");
}

void TestAnswers::permissions()
{
    QFETCH(QByteArray, field);
    const auto listed =
        decodeTokens("[{\"id\":\"x\"" + field + ",\"description\":\"behind\"},{\"id\":\"y\"}]");
    QVERIFY(listed);
    QCOMPARE(listed->entries.size(), 2U);
    const Token &token = listed->entries.front();
    QCOMPARE(token.description, QStringLiteral("behind"));
    QStringList known;
    for (const Permission &permission : token.permissions.permissions())
        known += QLatin1String(permission.action == Action::Read ? "r:" : "w:") + permission.resource.name();
    QStringList unknown;
    for (const UnknownPermission &permission : token.unknownPermissions)
        unknown += permission.action + QLatin1Char(':') + permission.resource;
    QTEST(known.join(QLatin1Char(' ')), "known");
    QTEST(unknown.join(QLatin1Char(' ')), "unknown");
}

void TestAnswers::createdTokens_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray fields =
        R"("id":"55555555-5555-4555-8555-555555555555","description":"Limited Access Token",)"
        R"("accessToken":"apiv1_5555")";
    QTest::newRow("plain") << '{' + fields + '}';
    QTest::newRow("blanks around") << " \n{" + fields + "}\n";
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{" + fields + '}';
    QTest::newRow("ill-encoded elsewhere") << '{' + fields + ",\"x\":\"\xFF\"}";
}

void TestAnswers::createdTokens()
{
    QFETCH(QByteArray, json);
    const auto token = decodeToken(json);
    QVERIFY(token);
    QCOMPARE(token->id, QStringLiteral("55555555-5555-4555-8555-555555555555"));
    QCOMPARE(token->description, QStringLiteral("Limited Access Token"));
}

void TestAnswers::createdWithoutAnId_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray more = R"("permissions":[{"action":"write","resource":"*"}])";
    QTest::newRow("left out") << '{' + more + '}';
    QTest::newRow("empty") << R"({"id":"",)" + more + '}';
    QTest::newRow("null") << R"({"id":null,)" + more + '}';
    QTest::newRow("a number") << R"({"id":5,)" + more + '}';
    QTest::newRow("two") << R"({"id":"a",)" + more + R"(,"id":"b"})";
    QTest::newRow("two permissions") << R"({"id":7,)" + more + R"(,"permissions":[]})";
}

// What it may do must be told, whoever it is.
void TestAnswers::createdWithoutAnId()
{
    QFETCH(QByteArray, json);
    const auto token = decodeToken(json);
    QVERIFY(token);
    QCOMPARE(token->id, QString());
    QVERIFY(token->permissions.contains({Resource::allDatabases(), Action::Write}));
}

void TestAnswers::wholeListRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<DecodeFault>("fault");
    QTest::newRow("empty") << QByteArray() << DecodeFault::NotJson;
    QTest::newRow("blank") << QByteArray("  ") << DecodeFault::NotJson;
    QTest::newRow("page") << QByteArray("<html></html>") << DecodeFault::NotJson;
    QTest::newRow("text") << QByteArray("unauthorized") << DecodeFault::NotJson;
    QTest::newRow("object") << QByteArray(R"({"tokens":[]})") << DecodeFault::NotAList;
    QTest::newRow("null") << QByteArray("null") << DecodeFault::NotJson;
    QTest::newRow("number") << QByteArray("5") << DecodeFault::NotJson;
    QTest::newRow("cut") << QByteArray(R"([{"id":"a","name":"a"},{"id":"b")") << DecodeFault::NotJson;
    QTest::newRow("cut in a string") << QByteArray(R"([{"id":"a","name":"a)") << DecodeFault::NotJson;
    QTest::newRow("cut behind an entry") << QByteArray(R"([{"id":"a","name":"a"})") << DecodeFault::NotJson;
    QTest::newRow("comma missing") << QByteArray(R"([{"id":"a","name":"a"} {"id":"b","name":"b"}])")
                                   << DecodeFault::NotJson;
    QTest::newRow("colon missing") << QByteArray(R"([{"id":"a","name":"a"},{"id" "b","name":"b"}])")
                                   << DecodeFault::NotJson;
    QTest::newRow("something behind") << QByteArray(R"([{"id":"a","name":"a"}] [])") << DecodeFault::NotJson;
    QTest::newRow("braces crossed") << QByteArray(R"([{"id":"a","name":"a"]}])") << DecodeFault::NotJson;
    QTest::newRow("deep") << QByteArray(QByteArray(200'000, '[')) << DecodeFault::NotJson;
    QTest::newRow("NULs") << QByteArray(1000, '\0') << DecodeFault::NotJson;
}

void TestAnswers::wholeListRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(DecodeFault, fault);
    const auto tokens = decodeTokens(json);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error(), fault);
    const auto databases = decodeDatabases(json);
    QVERIFY(!databases);
    QCOMPARE(databases.error(), fault);
}

void TestAnswers::singleRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<DecodeFault>("fault");
    QTest::newRow("empty") << QByteArray() << DecodeFault::NotJson;
    QTest::newRow("cut") << QByteArray(R"({"id":"a","descr)") << DecodeFault::NotJson;
    QTest::newRow("list") << QByteArray(R"([{"id":"a"}])") << DecodeFault::NotAnObject;
    QTest::newRow("neither id nor permissions")
        << QByteArray(R"({"description":"x"})") << DecodeFault::Nothing;
    QTest::newRow("two ids, no permissions") << QByteArray(R"({"id":"a","id":"b"})") << DecodeFault::Nothing;
    QTest::newRow("empty object") << QByteArray("{}") << DecodeFault::Nothing;
}

void TestAnswers::singleRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(DecodeFault, fault);
    const auto token = decodeToken(json);
    QVERIFY(!token);
    QCOMPARE(token.error(), fault);
}

void TestAnswers::everyCut()
{
    const QByteArray list =
        R"([{"id":"a","name":"x","permissions":[{"action":"read","resource":"é\"\u0061"}]},)"
        R"({"id":"b","name":"y","retentionPeriod":3.5e12,"expiresAt":null}])";
    for (qsizetype size = 0; size < list.size(); ++size) {
        QVERIFY2(!decodeTokens(list.first(size)), list.first(size).constData());
        QVERIFY2(!decodeDatabases(list.first(size)), list.first(size).constData());
        (void)decodeErrorMessage(list.first(size));
    }
    QCOMPARE(decodeTokens(list)->entries.size(), 2U);
    QCOMPARE(decodeDatabases(list)->entries.size(), 2U);
}

void TestAnswers::manyEntries()
{
    QByteArray json = "[";
    for (int i = 0; i < 20'000; ++i)
        json +=
            (i > 0 ? "," : "") + QByteArray(R"({"id":"t)") + QByteArray::number(i) +
            R"(","permissions":[{"action":"read","resource":"*"}],"createdAt":"2023-12-21T17:32:28.000Z"})";
    json += ']';
    const auto listed = decodeTokens(json);
    QVERIFY(listed);
    QCOMPARE(listed->entries.size(), 20'000U);
    QCOMPARE(listed->entries.back().id, QStringLiteral("t19999"));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
