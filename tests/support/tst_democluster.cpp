// SPDX-License-Identifier: MIT
// The Management API of the demo cluster against its contract.
#include "support/democlusterprocess.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using tokenry::tests::DemoClusterProcess;
using tokenry::tests::quoted;
using Answer = DemoClusterProcess::Answer;
using Headers = DemoClusterProcess::Headers;

Q_DECLARE_METATYPE(DemoClusterProcess::Headers)

namespace
{

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

const QStringList databaseKeys{u"accountId"_s, u"clusterId"_s, u"maxColumnsPerTable"_s,
                               u"maxTables"_s, u"name"_s,      u"retentionPeriod"_s};
const QStringList tokenKeys{u"accountId"_s,   u"clusterId"_s, u"createdAt"_s,
                            u"description"_s, u"id"_s,        u"permissions"_s};

} // namespace

class TestDemoCluster : public QObject
{
    Q_OBJECT

private:
    DemoClusterProcess m_demo{{0, true}};

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {}) const
    {
        return m_demo.ask(method, m_demo.prefix() + path, quoted(body));
    }

    QString newToken(const QJsonObject &body) const
    {
        return ask("POST"_ba, u"/tokens"_s, compact(body)).object().value(u"id"_s).toString();
    }

    QJsonObject listed(const QString &path, const QString &key, const QString &value) const
    {
        const QJsonArray list = m_demo.getJson(path).toArray();
        for (const QJsonValue &item : list) {
            if (item[key] == value)
                return item.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_demo.start());
        QCOMPARE(ask("POST"_ba, u"/databases"_s, "{'name':'here'}").status, 200);
        QCOMPARE(ask("POST"_ba, u"/databases"_s, "{'name':'taken'}").status, 200);
        QCOMPARE(ask("POST"_ba, u"/databases/here/tables"_s, "{'name':'cpu'}").status, 200);
        QCOMPARE(ask("POST"_ba, u"/databases/here/tables"_s, "{'name':'mem'}").status, 200);
    }

    void refusesTheUnauthorized_data()
    {
        QTest::addColumn<Headers>("headers");
        const QByteArray name = "Authorization"_ba;
        QTest::newRow("no header") << Headers{};
        QTest::newRow("empty") << Headers{{name, ""_ba}};
        QTest::newRow("no scheme") << Headers{{name, DemoClusterProcess::managementToken()}};
        QTest::newRow("other scheme") << Headers{{name, "Token "_ba + DemoClusterProcess::managementToken()}};
        QTest::newRow("other token") << Headers{{name, "Bearer M.V1.FAKE"_ba}};
        QTest::newRow("prefix of the token") << Headers{{name, "Bearer M.V1.DEMO"_ba}};
        QTest::newRow("scheme only") << Headers{{name, "Bearer "_ba}};
    }

    void refusesTheUnauthorized()
    {
        QFETCH(Headers, headers);
        for (const QString &path : {u"/tokens"_s, u"/databases"_s, u"/nonsense"_s}) {
            const Answer answer = m_demo.ask("GET"_ba, m_demo.prefix() + path, {}, headers);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.object(), (QJsonObject{{u"code"_s, 401}, {u"message"_s, u"unauthorized"_s}}));
            QCOMPARE(answer.header("Content-Type"_ba), "application/json"_ba);
        }
    }

    void refusals_data();
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        const QString full = path.startsWith(u"/api"_s) ? path : m_demo.prefix() + path;
        const Answer answer = m_demo.ask(method, full, body);
        QCOMPARE(answer.status, status);
        const QJsonObject error = answer.object();
        QCOMPARE(error.keys(), (QStringList{u"code"_s, u"message"_s}));
        QCOMPARE(error.value(u"code"_s), QJsonValue(status));
        QVERIFY(!error.value(u"message"_s).toString().isEmpty());
        QCOMPARE(answer.header("Content-Type"_ba), "application/json"_ba);
        QVERIFY(!answer.header("Date"_ba).isEmpty());
    }

    void wantsJson_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        QTest::newRow("json") << "application/json"_ba << 200;
        QTest::newRow("with charset") << "application/json; charset=utf-8"_ba << 200;
        QTest::newRow("other case") << "Application/JSON"_ba << 200;
        QTest::newRow("form") << "application/x-www-form-urlencoded"_ba << 400;
        QTest::newRow("text") << "text/plain"_ba << 400;
        QTest::newRow("multipart") << "multipart/form-data; boundary=x"_ba << 400;
        QTest::newRow("none") << QByteArray() << 400;
    }

    void wantsJson()
    {
        QFETCH(QByteArray, type);
        Headers headers{{"Authorization"_ba, "bearer "_ba + DemoClusterProcess::managementToken()}};
        if (!type.isEmpty())
            headers.append({"Content-Type"_ba, type});
        const Answer answer =
            m_demo.ask("POST"_ba, m_demo.prefix() + u"/tokens"_s, quoted("{'description':'d'}"), headers);
        QTEST(answer.status, "status");
    }

    void dateIsTheTime()
    {
        const QByteArray date = ask("GET"_ba, u"/databases"_s).header("Date"_ba);
        QDateTime time =
            QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        time.setTimeSpec(Qt::UTC);
        QVERIFY2(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60, date.constData());
    }

    void databaseDefaults()
    {
        const Answer answer = ask("POST"_ba, u"/databases"_s, "{'name':'défaut/中','unknown':1}");
        QCOMPARE(answer.status, 200);
        const QJsonObject expected{{u"accountId"_s, m_demo.accountId()}, {u"clusterId"_s, m_demo.clusterId()},
                                   {u"name"_s, u"défaut/中"_s},          {u"maxTables"_s, 500},
                                   {u"maxColumnsPerTable"_s, 200},       {u"retentionPeriod"_s, 0}};
        QCOMPARE(answer.object(), expected);
        QCOMPARE(listed(u"/databases"_s, u"name"_s, u"défaut/中"_s), expected);
    }

    void databaseWithAllFields()
    {
        const QByteArray body = "{'name':'full','maxTables':100,'maxColumnsPerTable':50,"
                                "'retentionPeriod':9223372036854775807,'partitionTemplate':"
                                "[{'type':'time','value':'%Y'},{'type':'tag','value':'pl\\u00e1tanos'},"
                                "{'type':'bucket','value':{'tagName':'c','numberOfBuckets':10}}]}";
        QJsonObject expected = QJsonDocument::fromJson(quoted(body)).object();
        expected.insert(u"accountId"_s, m_demo.accountId());
        expected.insert(u"clusterId"_s, m_demo.clusterId());
        const Answer answer = ask("POST"_ba, u"/databases"_s, body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object(), expected);
        QVERIFY(answer.body.contains("9223372036854775807")); // and not 9.2e18
        QCOMPARE(listed(u"/databases"_s, u"name"_s, u"full"_s), expected);
    }

    void databaseLife()
    {
        const QString path = u"/databases/life%2Fautogen"_s;
        QCOMPARE(ask("POST"_ba, u"/databases"_s, "{'name':'life/autogen'}").status, 200);

        const Answer updated = ask("PATCH"_ba, path, "{'retentionPeriod':3600000000000,'name':'ignored'}");
        QCOMPARE(updated.status, 200);
        QCOMPARE(updated.object().keys(), databaseKeys);
        QCOMPARE(updated.object().value(u"retentionPeriod"_s).toInteger(), 3'600'000'000'000);
        QCOMPARE(updated.object().value(u"maxTables"_s), QJsonValue(500));
        QCOMPARE(updated.object().value(u"name"_s), QJsonValue(u"life/autogen"_s));

        const Answer renamed = ask("PUT"_ba, path + u"/rename"_s, "{'name':'second life'}");
        QCOMPARE(renamed.status, 200);
        QCOMPARE(renamed.object().keys(), sorted(databaseKeys + QStringList{u"id"_s}));
        QCOMPARE(ask("DELETE"_ba, path).status, 404);

        const Answer deleted = ask("DELETE"_ba, u"/databases/second%20life"_s);
        QCOMPARE(deleted.status, 204);
        QVERIFY(deleted.body.isEmpty());
        QVERIFY(deleted.header("Content-Type"_ba).isEmpty());
        QVERIFY(!deleted.header("Date"_ba).isEmpty());
        QVERIFY(listed(u"/databases"_s, u"name"_s, u"second life"_s).isEmpty());

        const qint64 id = renamed.object().value(u"id"_s).toInteger();
        const QString undelete = u"/databases/%1/undelete"_s.arg(id);
        QCOMPARE(ask("POST"_ba, u"/databases"_s, "{'name':'second life'}").status, 200);
        QCOMPARE(ask("PUT"_ba, undelete).status, 400); // its name is in use again
        QCOMPARE(ask("DELETE"_ba, u"/databases/second%20life"_s).status, 204);
        const Answer restored = ask("PUT"_ba, undelete);
        QCOMPARE(restored.status, 200);
        QCOMPARE(restored.object(), renamed.object());
        QCOMPARE(ask("PUT"_ba, undelete).status, 404); // not deleted any more
    }

    void tableLife()
    {
        const QString tables = u"/databases/here/tables"_s;
        const Answer created =
            ask("POST"_ba, tables, "{'name':'t/1','partitionTemplate':[{'type':'tag','value':'a'}]}");
        QCOMPARE(created.status, 200);
        QCOMPARE(created.object(),
                 (QJsonObject{{u"accountId"_s, m_demo.accountId()},
                              {u"clusterId"_s, m_demo.clusterId()},
                              {u"databaseName"_s, u"here"_s},
                              {u"name"_s, u"t/1"_s},
                              {u"partitionTemplate"_s,
                               QJsonArray{QJsonObject{{u"type"_s, u"tag"_s}, {u"value"_s, u"a"_s}}}}}));

        const Answer renamed = ask("PUT"_ba, tables + u"/t%2F1/rename"_s, "{'name':'t2'}");
        QCOMPARE(renamed.status, 200);
        QJsonObject expected = created.object();
        expected.insert(u"name"_s, u"t2"_s);
        expected.insert(u"id"_s, renamed.object().value(u"id"_s));
        QVERIFY(renamed.object().value(u"id"_s).toInteger() > 0);
        QCOMPARE(renamed.object(), expected);

        QCOMPARE(ask("DELETE"_ba, tables + u"/t%2F1"_s).status, 404);
        QCOMPARE(ask("DELETE"_ba, tables + u"/t2"_s).status, 204);
        const QString undelete = u"%1/%2/undelete"_s.arg(tables).arg(expected.value(u"id"_s).toInteger());
        const Answer restored = ask("PUT"_ba, undelete);
        QCOMPARE(restored.status, 200);
        QCOMPARE(restored.object(), expected);
        QCOMPARE(ask("PUT"_ba, undelete).status, 404);
    }

    void tokenLife()
    {
        const QByteArray body = "{'description':'Zähler \\'7\\' 🚚','permissions':["
                                "{'action':'write','resource':'b'},{'action':'read','resource':'a'},"
                                "{'action':'read','resource':'*'},{'action':'read','resource':'a'}],"
                                "'expiresAt':'2999-01-02T03:04:05Z','extra':{}}";
        QJsonObject sent = QJsonDocument::fromJson(quoted(body)).object();
        sent.remove(u"extra"_s);
        const Answer created = ask("POST"_ba, u"/tokens"_s, body);
        QCOMPARE(created.status, 200);
        QJsonObject token = created.object();
        const QString secret = token.take(u"accessToken"_s).toString();
        static const QRegularExpression secretShape(uR"(^apiv1_[0-9a-f]{64}$)"_s);
        QVERIFY(secretShape.match(secret).hasMatch());
        QCOMPARE(token.keys(), sorted(tokenKeys + QStringList{u"expiresAt"_s}));
        for (auto field = sent.constBegin(); field != sent.constEnd(); ++field)
            QCOMPARE(token.value(field.key()), field.value()); // the order of permissions, too
        static const QRegularExpression timeShape(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$)"_s);
        QVERIFY(timeShape.match(token.value(u"createdAt"_s).toString()).hasMatch());

        const QString path = u"/tokens/"_s + token.value(u"id"_s).toString();
        QCOMPARE(m_demo.getJson(path).toObject(), token);
        QCOMPARE(listed(u"/tokens"_s, u"id"_s, token.value(u"id"_s).toString()), token);
        QVERIFY(!ask("GET"_ba, u"/tokens"_s).body.contains(secret.toLatin1()));

        token.insert(u"description"_s, u"new"_s);
        QCOMPARE(ask("PATCH"_ba, path, "{'description':'new'}").object(), token);
        token.insert(u"permissions"_s, QJsonArray());
        QCOMPARE(ask("PATCH"_ba, path, "{'permissions':[]}").object(), token);
        QCOMPARE(ask("PATCH"_ba, path, "{'expiresAt':'2030-01-01T00:00:00Z'}").object(), token);

        const Answer revoked = ask("DELETE"_ba, path);
        QCOMPARE(revoked.status, 204);
        QVERIFY(revoked.body.isEmpty());
        QJsonObject after = m_demo.getJson(path).toObject();
        QVERIFY(timeShape.match(after.take(u"revokedAt"_s).toString()).hasMatch());
        QCOMPARE(after, token);
        QVERIFY(listed(u"/tokens"_s, u"id"_s, token.value(u"id"_s).toString()).contains(u"revokedAt"_s));
        QCOMPARE(ask("DELETE"_ba, path).status, 404);
        QCOMPARE(ask("PATCH"_ba, path, "{'description':'x'}").status, 404);
    }

    void tokenWithTheLeast()
    {
        const Answer answer = ask("POST"_ba, u"/tokens"_s, "{'description':''}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object().keys(), sorted(tokenKeys + QStringList{u"accessToken"_s}));
        QCOMPARE(answer.object().value(u"permissions"_s), QJsonValue(QJsonArray()));
    }

    void expiries_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("answered"); // empty: 400
        QTest::newRow("UTC") << u"2999-12-31T23:59:59Z"_s << u"2999-12-31T23:59:59Z"_s;
        QTest::newRow("lower case") << u"2999-12-31t23:59:59z"_s << u"2999-12-31T23:59:59Z"_s;
        QTest::newRow("east") << u"2999-01-01T01:30:00+02:30"_s << u"2998-12-31T23:00:00Z"_s;
        QTest::newRow("west") << u"2998-12-31T20:00:00-05:00"_s << u"2999-01-01T01:00:00Z"_s;
        QTest::newRow("fraction") << u"2999-01-01T00:00:00.25Z"_s << u"2999-01-01T00:00:00.250000Z"_s;
        QTest::newRow("nanoseconds") << u"2999-01-01T00:00:00.123456789Z"_s
                                     << u"2999-01-01T00:00:00.123456Z"_s;
        QTest::newRow("leap day") << u"2996-02-29T00:00:00Z"_s << u"2996-02-29T00:00:00Z"_s;
        for (const char *text :
             {"2020-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2999-01-01", "2999-01-01T00:00:00",
              "2999-01-01 00:00:00Z", "2999-01-01T00:00:00+0000", "2999-02-29T00:00:00Z",
              "2999-13-01T00:00:00Z", "2999-01-01T24:00:00Z", "2999-01-01T00:00:00.Z",
              "2999-01-01T00:00:00+24:00", "32503680000", "2999-01-01T00:00:00Z ", "never", ""})
            QTest::newRow(qPrintable(u"refused: "_s + QLatin1String(text)))
                << QString::fromLatin1(text) << QString();
    }

    void expiries()
    {
        QFETCH(QString, sent);
        QFETCH(QString, answered);
        const Answer answer =
            ask("POST"_ba, u"/tokens"_s, compact({{u"description"_s, u"d"_s}, {u"expiresAt"_s, sent}}));
        QCOMPARE(answer.status, answered.isEmpty() ? 400 : 200);
        QCOMPARE(answer.object().value(u"expiresAt"_s).toString(), answered);
    }

    void lengthsAreCodePoints_data()
    {
        QTest::addColumn<QString>("character");
        QTest::newRow("ASCII") << u"x"_s;
        QTest::newRow("two bytes") << u"é"_s;
        QTest::newRow("surrogates") << u"🚚"_s;
    }

    void lengthsAreCodePoints()
    {
        QFETCH(QString, character);
        const auto status = [&](int length) {
            const QJsonObject permission{{u"action"_s, u"read"_s},
                                         {u"resource"_s, character.repeated(length)}};
            const QJsonObject body{{u"description"_s, u"d"_s}, {u"permissions"_s, QJsonArray{permission}}};
            return std::pair(
                ask("POST"_ba, u"/tokens"_s, compact(body)).status,
                ask("POST"_ba, u"/databases"_s, compact({{u"name"_s, character.repeated(length)}})).status);
        };
        QCOMPARE(status(64), std::pair(200, 200));
        QCOMPARE(status(65), std::pair(400, 400));
    }

    void createsFromManyThreads()
    {
        constexpr int threads = 8;
        constexpr int each = 20;
        std::vector<QStringList> ids(threads);
        std::vector<std::thread> running;
        for (QStringList &mine : ids) {
            running.emplace_back([&mine, this] {
                for (int i = 0; i < each; ++i)
                    mine.append(newToken({{u"description"_s, u"many"_s}}));
            });
        }
        for (std::thread &thread : running)
            thread.join();
        QSet<QString> distinct;
        for (const QStringList &some : ids)
            distinct.unite(QSet<QString>(some.cbegin(), some.cend()));
        QCOMPARE(distinct.size(), threads * each);
        QVERIFY(!distinct.contains(QString()));
    }
};

void TestDemoCluster::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    int row = 0;
    const auto add = [&](int status, const char *method, const QString &path, const QByteArray &body = {}) {
        const QByteArray title =
            QByteArray::number(++row) + ' ' + method + ' ' + path.toUtf8() + ' ' + body.left(70);
        QTest::newRow(title.constData()) << status << QByteArray(method) << path << quoted(body);
    };
    const QString known = u"11111111-1111-4111-8111-111111111111"_s;
    const QString other = u"99999999-9999-4999-8999-999999999999"_s;
    const QString cluster = u"33333333-3333-4333-8333-333333333333"_s;
    const QString root = u"/api/v0/accounts/%1/clusters/%2/tokens"_s;
    add(404, "GET", root.arg(other, cluster));
    add(404, "GET", root.arg(known, other));
    add(404, "GET",
        root.arg(known, u"11111111-1111-1111-1111-111111111111"_s)); // a UUID, though not of version 4
    add(400, "GET", root.arg(u"acme"_s, cluster));
    add(400, "GET", root.arg(known, u"33333333"_s));
    add(404, "GET", u"/api/v0"_s);
    add(404, "GET", u"/api/v0/accounts"_s);
    for (const QString &path :
         {u""_s, u"/"_s, u"/nonsense"_s, u"/tokens/"_s + other + u"/more"_s, u"/databases/here"_s})
        add(404, "GET", path);
    add(404, "PUT", u"/tokens"_s, "{}");
    add(404, "DELETE", u"/tokens"_s);
    add(404, "POST", u"/databases/here"_s, "{}");
    add(404, "PUT", u"/databases/here/other"_s, "{}");
    add(404, "GET", u"/databases/here/tables"_s);
    add(404, "DELETE", u"/databases/here/tables/cpu/rename"_s);

    for (const char *method : {"GET", "DELETE"}) {
        add(404, method, u"/tokens/"_s + other);
        add(400, method, u"/tokens/not-a-uuid"_s);
        add(400, method, u"/tokens/"_s + other + u"%0A"_s);
    }
    add(404, "PATCH", u"/tokens/"_s + other, "{'description':'d'}");
    add(400, "PATCH", u"/tokens/not-a-uuid"_s, "{'description':'d'}");

    const QList<std::pair<const char *, QString>> writes{{"POST", u"/tokens"_s},
                                                         {"PATCH", u"/tokens/"_s + other},
                                                         {"POST", u"/databases"_s},
                                                         {"PATCH", u"/databases/here"_s},
                                                         {"PUT", u"/databases/here/rename"_s},
                                                         {"POST", u"/databases/here/tables"_s},
                                                         {"PUT", u"/databases/here/tables/cpu/rename"_s}};
    for (const auto &[method, path] : writes) {
        for (const char *body : {"", "{", "[]", "null", "\"text\"", "{}", "{\"a\":1,}", "\xff{}", "{} {}"})
            add(400, method, path, QByteArray(body));
    }

    for (const char *body :
         {"{'permissions':[]}", "{'description':null}", "{'description':7}", "{'description':['d']}",
          "{'description':'d','permissions':null}", "{'description':'d','permissions':{}}",
          "{'description':'d','permissions':['read']}", "{'description':'d','permissions':[{}]}",
          "{'description':'d','permissions':[{'action':'read'}]}",
          "{'description':'d','permissions':[{'resource':'a'}]}",
          "{'description':'d','permissions':[{'action':'READ','resource':'a'}]}",
          "{'description':'d','permissions':[{'action':'admin','resource':'a'}]}",
          "{'description':'d','permissions':[{'action':1,'resource':'a'}]}",
          "{'description':'d','permissions':[{'action':'read','resource':''}]}",
          "{'description':'d','permissions':[{'action':'read','resource':null}]}",
          "{'description':'d','permissions':[{'action':'read','resource':'a'},{'action':'read'}]}",
          "{'description':'d','expiresAt':null}", "{'description':'d','expiresAt':4102444800}"})
        add(400, "POST", u"/tokens"_s, QByteArray(body));
    for (const char *body : {"{'description':null}", "{'permissions':'all'}", "{'permissions':null}"})
        add(400, "PATCH", u"/tokens/"_s + other, QByteArray(body));

    for (const char *body :
         {"{'name':''}", "{'name':5}", "{'name':null}", "{'maxTables':5}", "{'name':'n','maxTables':0}",
          "{'name':'n','maxTables':2147483648}", "{'name':'n','maxTables':1.5}",
          "{'name':'n','maxTables':'5'}", "{'name':'n','maxTables':null}",
          "{'name':'n','maxColumnsPerTable':-1}", "{'name':'n','retentionPeriod':-1}",
          "{'name':'n','retentionPeriod':9223372036854775808}", "{'name':'n','retentionPeriod':true}"})
        add(400, "POST", u"/databases"_s, QByteArray(body));
    for (const char *parts :
         {"null", "{}", "[]", "[1]", "[{}]", "[{'type':'tag'}]", "[{'type':'tag','value':''}]",
          "[{'type':'other','value':'v'}]", "[{'type':'time','value':1}]", "[{'type':'bucket','value':'v'}]",
          "[{'type':'bucket','value':{'tagName':'','numberOfBuckets':1}}]",
          "[{'type':'bucket','value':{'tagName':'t'}}]",
          "[{'type':'bucket','value':{'tagName':'t','numberOfBuckets':0}}]",
          "[{'type':'bucket','value':{'tagName':'t','numberOfBuckets':100001}}]",
          "[{'type':'tag','value':'a'},{'type':'tag','value':'a'}]"}) {
        const QByteArray body = "{'name':'parts','partitionTemplate':" + QByteArray(parts) + '}';
        add(400, "POST", u"/databases"_s, body);
        add(400, "POST", u"/databases/here/tables"_s, body);
    }
    QByteArray nine;
    for (char tag = 'a'; tag <= 'i'; ++tag)
        nine += (nine.isEmpty() ? "{'type':'tag','value':'" : ",{'type':'tag','value':'") +
                QByteArray(1, tag) + "'}";
    add(400, "POST", u"/databases"_s, "{'name':'parts','partitionTemplate':[" + nine + "]}");

    add(409, "POST", u"/databases"_s, "{'name':'taken'}");
    add(409, "PUT", u"/databases/here/rename"_s, "{'name':'taken'}");
    add(409, "POST", u"/databases/here/tables"_s, "{'name':'cpu'}");
    add(409, "PUT", u"/databases/here/tables/cpu/rename"_s, "{'name':'mem'}");
    add(400, "POST", u"/databases/here/tables"_s, "{'name':''}");

    add(400, "PATCH", u"/databases/here"_s, "{'maxTables':0}");
    add(400, "DELETE", u"/databases/"_s + QString(65, u'x'));
    add(404, "DELETE", u"/databases/Here"_s); // names are case-sensitive
    add(404, "PATCH", u"/databases/gone"_s, "{'maxTables':1}");
    add(404, "PUT", u"/databases/gone/rename"_s, "{'name':'n'}");
    add(404, "POST", u"/databases/gone/tables"_s, "{'name':'n'}");
    add(404, "DELETE", u"/databases/gone/tables/cpu"_s);
    add(404, "DELETE", u"/databases/here/tables/gone"_s);
    add(404, "PUT", u"/databases/here/tables/gone/rename"_s, "{'name':'n'}");
    for (const QString &undelete : {u"/databases/%1/undelete"_s, u"/databases/here/tables/%1/undelete"_s}) {
        add(404, "PUT", undelete.arg(u"999999"_s));
        add(400, "PUT", undelete.arg(u"0"_s));
        add(400, "PUT", undelete.arg(u"-1"_s));
        add(400, "PUT", undelete.arg(u"name"_s));
        add(400, "PUT", undelete.arg(u"99999999999999999999"_s));
    }
}

QTEST_GUILESS_MAIN(TestDemoCluster)
#include "tst_democluster.moc"
