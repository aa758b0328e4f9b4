// SPDX-License-Identifier: MIT
#include "models/namefilter.h"

#include <QTest>

using namespace tokenry;

class TestNameFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void knowsWhenItIsEmpty();
};

void TestNameFilter::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("expected");

    const auto row = [](const char *title, const QString &filter, const QString &name, bool expected) {
        QTest::newRow(title) << filter << name << expected;
    };
    row("nothing asked", {}, u"billing"_qs, true);
    row("part", u"ling"_qs, u"billing"_qs, true);
    row("not part", u"crm"_qs, u"billing"_qs, false);
    row("case of the filter", u"BILL"_qs, u"billing"_qs, true);
    row("case of the name", u"bill"_qs, u"Billing"_qs, true);
    row("two terms hold", u"bill events"_qs, u"billing_events"_qs, true);
    row("one of two terms fails", u"bill raw"_qs, u"billing_events"_qs, false);
    row("pattern from the start", u"bill*"_qs, u"billing"_qs, true);
    row("pattern is for the whole name", u"ill*"_qs, u"billing"_qs, false);
    row("pattern at the end", u"*_test"_qs, u"billing_test"_qs, true);
    row("pattern at the end fails", u"*_test"_qs, u"billing_test2"_qs, false);
    row("pattern goes back", u"*ab*ab"_qs, u"xabyabzab"_qs, true);
    row("one character", u"db?"_qs, u"db7"_qs, true);
    row("one character of several bytes", u"db?"_qs, u"dbж"_qs, true);
    row("one character is not two", u"db?"_qs, u"db10"_qs, false);
    row("only a star", u"*"_qs, u"billing"_qs, true);
    row("excluded", u"bill -test"_qs, u"billing_test"_qs, false);
    row("not excluded", u"bill -test"_qs, u"billing"_qs, true);
    row("only excluded", u"-test"_qs, u"billing"_qs, true);
    row("excluded pattern", u"-*_test"_qs, u"billing_test"_qs, false);
    row("lone minus is not finished", u"bill -"_qs, u"billing"_qs, true);
    row("minus inside", u"edge-west"_qs, u"edge-west"_qs, true);
    row("quoted blank", u"\"a b\""_qs, u"xa by"_qs, true);
    row("quoted blank fails", u"\"a b\""_qs, u"a_b"_qs, false);
    row("quoted star is a star", u"\"*\""_qs, u"billing"_qs, false);
    row("quoted minus", u"\"-x\""_qs, u"a-x"_qs, true);
    row("open quote", u"\"bill"_qs, u"billing"_qs, true);
    row("slash", u"telegraf/auto"_qs, u"telegraf/autogen"_qs, true);
    row("other scripts", u"ДАННЫЕ"_qs, u"данные_1"_qs, true);
    row("blanks only", u"  "_qs, u"billing"_qs, true);
}

void TestNameFilter::matches()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, name);
    QTEST(NameFilter(filter).matches(NameFilter::folded(name)), "expected");
}

void TestNameFilter::knowsWhenItIsEmpty()
{
    QVERIFY(NameFilter().isEmpty());
    QVERIFY(NameFilter(u"  - "_qs).isEmpty());
    QVERIFY(!NameFilter(u"a"_qs).isEmpty());
}

QTEST_APPLESS_MAIN(TestNameFilter)
#include "tst_namefilter.moc"
