// SPDX-License-Identifier: MIT
#include "wire/probes.h"

#include <QTest>

using namespace tokenry;

/// What a token is tried with, and the errors that hide in a 200.
class ProbesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForOneMeasurement()
    {
        const EncodedCall call = readProbe(QUrl(u"https://cluster.example"_qs), u"billing"_qs);
        QCOMPARE(call,
                 (EncodedCall{"GET", "/query?db=billing&q=SHOW%20MEASUREMENTS%20LIMIT%201", QByteArray()}));
    }

    void writesNothing()
    {
        const EncodedCall call = writeProbe(QUrl(u"https://cluster.example"_qs), u"billing"_qs);
        QCOMPARE(call, (EncodedCall{"POST", "/api/v2/write?bucket=billing&org=ignored&precision=ns",
                                    QByteArray()}));
    }

    void takesNamesAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("slash") << u"telegraf/autogen"_qs << QByteArray("telegraf%2Fautogen");
        QTest::newRow("blanks") << u"a b"_qs << QByteArray("a%20b");
        QTest::newRow("of a query") << u"a&q=DROP+x;#?%"_qs << QByteArray("a%26q%3DDROP%2Bx%3B%23%3F%25");
        QTest::newRow("umlaut") << u"büro"_qs << QByteArray("b%C3%BCro");
    }

    void takesNamesAsTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, encoded);
        const QUrl url(u"https://cluster.example"_qs);
        QVERIFY(readProbe(url, name).path.startsWith("/query?db=" + encoded + "&q=SHOW"));
        QVERIFY(writeProbe(url, name).path.startsWith("/api/v2/write?bucket=" + encoded + "&org="));
    }

    void keepsThePathOfTheUrl()
    {
        const QUrl url(u"https://gate.example/in flux/"_qs);
        QVERIFY(readProbe(url, u"a"_qs).path.startsWith("/in%20flux/query?"));
        QVERIFY(writeProbe(url, u"a"_qs).path.startsWith("/in%20flux/api/v2/write?"));
    }

    void findsTheError_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *answer, bool readable, const QString &error = {}) {
            QTest::newRow(name) << QByteArray(answer).replace('\'', '"') << readable << error;
        };
        row("nothing there", "{'results':[{'statement_id':0}]}", true);
        row("something there",
            "{'results':[{'statement_id':0,'series':[{'name':'measurements','columns':['name'],"
            "'values':[['cpu']]}]}]}\n",
            true);
        row("no results", "{'results':[]}", true);
        row("null", "{'results':[{'error':null}]}", true);
        row("hidden", "{'results':[{'statement_id':0,'error':'database not found: x'}]}", true,
            u"database not found: x"_qs);
        row("in the second", "{'results':[{'statement_id':0},{'error':'late'}]}", true, u"late"_qs);
        row("the first counts", "{'results':[{'error':'one'},{'error':'two'}]}", true, u"one"_qs);
        row("escaped", "{'results':[{'\\u0065rror':'\\u0061b'}]}", true, u"ab"_qs);
        row("of the whole", "{'error':'unauthorized'}", true, u"unauthorized"_qs);
        row("of the whole, too", "{'results':[{}],'error':'timeout'}", true, u"timeout"_qs);
        row("no text", "{'results':[{'error':{'code':1}}]}", true, u"error"_qs);
        row("empty", "", false);
        row("a page", "<html><body>Sign in</body></html>", false);
        row("a list", "[]", false);
        row("another document", "{'status':'ok'}", false);
        row("results of another kind", "{'results':'none'}", false);
        row("a result of another kind", "{'results':['none']}", false);
        row("cut", "{'results':[{'statement_id':0", false);
        row("cut behind the results", "{'results':[{'statement_id':0}]", false);
    }

    void findsTheError()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, readable);
        QFETCH(QString, error);
        const auto found = decodeQueryError(answer);
        QCOMPARE(found.has_value(), readable);
        if (readable)
            QCOMPARE(*found, error);
    }
};

QTEST_GUILESS_MAIN(ProbesTest)
#include "tst_probes.moc"
