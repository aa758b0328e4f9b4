// SPDX-License-Identifier: MIT
#include "domain/pastednames.h"

#include <QTest>

using namespace tokenry;

/// A list as it comes in a ticket; what is read is written name:rw, name:? where nothing was said.
class PastedNamesTest : public QObject
{
    Q_OBJECT

    static QString read(const QString &text)
    {
        static const QStringList known{u"billing"_qs,          u"billing_events"_qs, u"crm"_qs,
                                       u"telegraf/autogen"_qs, u"my db"_qs,          u"w"_qs,
                                       u"edge-site-01"_qs,     u"odd, name"_qs,      u"end."_qs};
        QStringList names;
        for (const PastedName &each :
             pastedNames(text, [](const QString &name) { return known.contains(name); })) {
            QString actions = u"?"_qs;
            if (each.actions)
                actions = QString(each.actions->read ? u"r"_qs : QString()) +
                          (each.actions->write ? u"w"_qs : QString());
            names += each.name + u':' + actions;
        }
        return names.join(u'|');
    }

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *title, const QString &text, const QString &names) {
            QTest::newRow(title) << text << names;
        };
        row("nothing", u" \n\t\n"_qs, {});
        row("lines", u"billing\ncrm\r\nnew_one\n"_qs, u"billing:?|crm:?|new_one:?"_qs);
        row("commas", u"billing, crm,new_one"_qs, u"billing:?|crm:?|new_one:?"_qs);
        row("semicolons and tabs", u"billing;crm\tnew_one"_qs, u"billing:?|crm:?|new_one:?"_qs);
        row("blanks", u"billing crm  new_one"_qs, u"billing:?|crm:?|new_one:?"_qs);
        row("each once", u"billing\ncrm\nbilling"_qs, u"billing:?|crm:?"_qs);
        row("twice with actions", u"billing r\nbilling w\nbilling"_qs, u"billing:rw"_qs);
        row("bullets", u"- billing\n* crm\n• new_one\n– edge-site-01\n- [ ] other\n> - quoted"_qs,
            u"billing:?|crm:?|new_one:?|edge-site-01:?|other:?|quoted:?"_qs);
        row("numbering", u"1. billing\n2) crm\n(3) new_one"_qs, u"billing:?|crm:?|new_one:?"_qs);
        row("quotes", u"\"billing\", 'crm', `new_one`, “other”"_qs, u"billing:?|crm:?|new_one:?|other:?"_qs);
        row("blanks in quotes", u"\"an other\" crm"_qs, u"an other:?|crm:?"_qs);
        row("brackets", u"[\"billing\", \"crm\"]"_qs, u"billing:?|crm:?"_qs);
        row("Markdown", u"**billing** and `crm`."_qs, u"billing:?|crm:?"_qs);
        row("known names stay whole", u"my db, odd, name, end., telegraf/autogen"_qs,
            u"my db:?|odd:?|name:?|end.:?|telegraf/autogen:?"_qs);
        row("a known name as a line", u"odd, name"_qs, u"odd, name:?"_qs);
        row("a known name that is an action", u"w"_qs, u"w:?"_qs);
        row("star", u"*"_qs, u"*:?"_qs);
        row("byte order mark", u"\ufeffbilling"_qs, u"billing:?"_qs);

        row("column r, w, rw", u"billing r\ncrm,w\nnew_one\trw\nother;RW"_qs,
            u"billing:r|crm:w|new_one:rw|other:rw"_qs);
        row("column in words", u"billing read\ncrm write\nnew_one read/write\nother read, write"_qs,
            u"billing:r|crm:w|new_one:rw|other:rw"_qs);
        row("column before", u"r billing\nrw: crm"_qs, u"billing:r|crm:rw"_qs);
        row("column for some", u"billing rw\ncrm"_qs, u"billing:rw|crm:?"_qs);
        row("several in a line", u"billing, crm rw; new_one r"_qs, u"billing:rw|crm:rw|new_one:r"_qs);
        row("together", u"billing:rw crm=read other(w) new_one (r)"_qs,
            u"billing:rw|crm:r|other:w|new_one:r"_qs);
        row("labels", u"Read: billing, crm\nWrite: crm"_qs, u"billing:r|crm:rw"_qs);
        row("sections", u"## Read\n- billing\n- crm\n\nWrite:\n\n- new_one\n- other rw"_qs,
            u"billing:r|crm:r|new_one:w|other:rw"_qs);
        row("a line that leads to a list", u"Hi, Grafana needs these please:\n- billing\n- crm rw"_qs,
            u"billing:?|crm:rw"_qs);
        row("a line that says what for", u"Please grant write access to:\nbilling\nnew_one"_qs,
            u"billing:w|new_one:w"_qs);
        row("a sentence", u"read on billing and crm, write to new_one"_qs, u"billing:r|crm:r|new_one:w"_qs);

        row("table with header",
            u"| Database | Retention | Access |\n|---|:-:|---|\n| billing | 30 days | rw |\n| `crm` | 7 days | read |"_qs,
            u"billing:rw|crm:r"_qs);
        row("table with marks",
            u"Database\tRead\tWrite\nbilling\t✓\t–\ncrm\tx\tx\nnew_one\t\tyes\nother\t-\tno"_qs,
            u"billing:r|crm:rw|new_one:w"_qs);
        row("CSV", u"name,owner,access\n\"billing\",\"team, ops\",r\ncrm,sales,rw"_qs,
            u"billing:r|crm:rw"_qs);
        row("influxctl's list",
            u"+---------------+------------------+\n| DATABASE NAME | RETENTION PERIOD |\n"
            "+---------------+------------------+\n| billing       | 1 day            |\n"
            "| new_one       | infinite         |\n+---------------+------------------+"_qs,
            u"billing:?|new_one:?"_qs);
        row("columns between blanks", u"Database   Access\nbilling    rw\nnew_one    r"_qs,
            u"billing:rw|new_one:r"_qs);
        row("after the table", u"Database;Access\nbilling;rw\n\ncrm\n"_qs, u"billing:rw|crm:?"_qs);
        row("only a heading", u"Databases:\nbilling\ncrm"_qs, u"billing:?|crm:?"_qs);
        row("table without header", u"| billing | r |\n| crm | rw |"_qs, u"billing:r|crm:rw"_qs);

        row("influxctl",
            u"$ influxctl token create --read-database billing --write-database=billing "
            "--read-database 'my db' \"Grafana prod\""_qs,
            u"billing:rw|my db:r"_qs);
        row("influxctl over lines",
            u"influxctl token create \\\n  --read-database billing \\\n  --write-database \"crm\" \\\n"
            "  --expires-at 2027-01-01T00:00:00Z \\\n  \"Some description\"\nnew_one"_qs,
            u"billing:r|crm:w|new_one:?"_qs);
        row("influxctl on everything", u"influxctl token create --read-database '*' x"_qs, u"*:r"_qs);
    }

    void reads()
    {
        QFETCH(QString, text);
        QTEST(read(text), "names");
    }

    void takesAnything_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("borders") << u"|,;\t|:(\"'`“"_qs.repeated(50);
        QTest::newRow("one long word") << QString(100'000, u'x');
        QTest::newRow("open quotes") << u"\"billing, 'crm, `x"_qs.repeated(200);
        QTest::newRow("lone surrogates") << QString(QChar(0xD800)) + QChar(0xDC00) + QChar(0xDFFF);
        QTest::newRow("nulls") << QString(10, QChar(u'\0'));
    }

    // Nothing of what may be in a clipboard takes long or ends badly.
    void takesAnything()
    {
        QFETCH(QString, text);
        for (const PastedName &each : pastedNames(text, [](const QString &) { return false; }))
            QVERIFY(!each.name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PastedNamesTest)
#include "tst_pastednames.moc"
