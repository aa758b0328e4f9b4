// SPDX-License-Identifier: MIT
#include "render/ticketmarkdown.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wire/requests.h"

#include <QRegularExpression>
#include <QTest>

using namespace tokenry;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin"));

Profile profile(const QString &name = u"prod-eu"_qs)
{
    Profile profile;
    profile.name = name;
    profile.address = test::exampleAddress();
    return profile;
}

QString ticket(const test::Wanted &wanted, const QString &name = u"prod-eu"_qs)
{
    return ticketMarkdown(profile(name), u"PRODUCTION"_qs, test::requestFor(wanted), now);
}

/// What a tracker would look for markup, links and mentions in.
QString outsideCode(QString markdown)
{
    static const QRegularExpression html(u"<code>(?:[^<>`|\\\\!-/:-@\\[-_{-~]|&#\\d+;)*</code>"_qs);
    static const QRegularExpression code(u"`[^`\\n|]*`"_qs);
    return markdown.remove(html).remove(code);
}

} // namespace

class TicketMarkdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWell()
    {
        const test::Wanted wanted{u"Telegraf edge-west · OPS-1412"_qs,
                                  {u"billing"_qs, u"billing_events"_qs},
                                  {u"billing_events"_qs},
                                  QDateTime({2027, 2, 23}, {9, 0}, Qt::UTC)};
        const QString sum = sha256Of(requestBody(test::requestFor(wanted)));
        const QString expected = u"| Token request | short fingerprint `"_qs + shortFingerprint(sum) + uR"(` |
|---|---|
| Description | `Telegraf edge-west · OPS-1412` |
| Cluster | `prod-eu` PRODUCTION |
| Cluster ID | `33333333-3333-4333-8333-333333333333` |
| Account ID | `11111111-1111-4111-8111-111111111111` |
| Expires | Tue 2027-02-23 10:00 `Europe/Berlin` = 2027-02-23T09:00:00Z |
| SHA-256 | `)"_qs + sum + uR"(` |

May write 1 database; read 2 databases.

| Database | Write | Read |
|---|---|---|
| `billing_events` | **write** | read |
| `billing` | – | read |

To approve, quote the SHA-256 in full: it covers description, expiry and permissions. Check the cluster beside it.
)"_qs;
        QCOMPARE(ticket(wanted), expected);
    }

    // InfluxDB Clustered has no IDs, or the same as every other.
    void ofClusteredTheHostTells()
    {
        Profile own = profile(u"own"_qs);
        own.address = {};
        own.address.product = Product::Clustered;
        own.address.managementUrl = QUrl(u"https://influx.example:8443"_qs);
        for (const QString &id : {QString(), u"11111111-1111-1111-1111-111111111111"_qs}) {
            own.address.accountId = own.address.clusterId = id;
            const QString text =
                ticketMarkdown(own, u"PRODUCTION"_qs, test::requestFor({u"x"_qs, {u"a"_qs}, {}, {}}), now);
            QVERIFY(text.contains(
                u"| Cluster | `own` PRODUCTION |\n| Host | `https://influx.example:8443` |\n| Expires"_qs));
        }
    }

    void wildcardsAreLoud()
    {
        const QString text = ticket({u"all"_qs, {u"a"_qs}, {u"*"_qs}, {}});
        QVERIFY(text.contains(u"May write **every database, future ones too**; read 1 database."_qs));
        QVERIFY(text.contains(u"| `*` every database | **write** | – |\n| `a` | – | read |"_qs));
        QVERIFY(text.contains(u"| Expires | **never** |"_qs));
        QVERIFY(ticket({u"none"_qs, {}, {}, {}}).contains(u"No access to any database."_qs));
    }

    void nothingIsTakenForMarkup_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"@team",
                                 "#123",
                                 "org/repo#1",
                                 "https://example.com/x",
                                 "www.example.com",
                                 "me@example.com",
                                 "<b>bold</b>",
                                 "<img src=x onerror=alert(1)>",
                                 "**bold**",
                                 "_x_",
                                 "[a](http://b)",
                                 "![a](b)",
                                 "a`b",
                                 "``",
                                 "`",
                                 "a|b",
                                 "a\\|b",
                                 "a\\",
                                 "\\`",
                                 "--- ",
                                 " # head",
                                 "</code>",
                                 "&amp;",
                                 "&#124;",
                                 "~~x~~",
                                 "$x$",
                                 ":smile:",
                                 "a\nb",
                                 "a\r\n| x | y |",
                                 "OPS-1412"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("bidi") << u"a\u202eb"_qs;
        QTest::newRow("zero width") << u"@\u200bteam|"_qs;
        QTest::newRow("filler") << u"billing\u3164"_qs;
        QTest::newRow("line separator") << u"a\u2028b"_qs;
    }

    void nothingIsTakenForMarkup()
    {
        QFETCH(QString, name);
        const QString plain = ticket({u"x"_qs, {u"x"_qs}, {}, {}}, u"x"_qs);
        const QString odd = ticket({u"x"_qs + name, {name}, {}, {}}, name);
        // All that is not code is the same as for the plainest name, row by row.
        QCOMPARE(outsideCode(odd), outsideCode(plain));
        for (const QChar unseen : {QChar(0x202e), QChar(0x200b), QChar(0x2028), QChar(0x3164), QChar(u'\r')})
            QVERIFY(!odd.contains(unseen));
    }
};

QTEST_GUILESS_MAIN(TicketMarkdownTest)
#include "tst_ticketmarkdown.moc"
