// SPDX-License-Identifier: MIT
#include "structure/blanked.h"
#include "structure/house.h"
#include "structure/rule.h"
#include "structure/samples.h"

#include <QTest>

using namespace tokenry::structure;

/// Each rule can fail: a small tree that keeps it, and one that breaks it.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasASample();
    void sample_data();
    void sample();
    void blanks_data();
    void blanks();
    void findingsNameTheLine();
    void reachFollowsTheArrows();
};

void TestRules::everyRuleHasASample()
{
    QStringList shown;
    for (const Sample &sample : samples())
        shown.append(QString::fromLatin1(sample.rule));
    for (const Rule &rule : allRules())
        QVERIFY2(shown.contains(QString::fromLatin1(rule.name)), rule.name);
}

void TestRules::sample_data()
{
    QTest::addColumn<int>("index");
    const auto all = samples();
    for (int i = 0; i < all.size(); ++i)
        QTest::addRow("%s, %d", all[i].rule, i) << i;
}

void TestRules::sample()
{
    QFETCH(int, index);
    const Sample sample = samples().at(index);
    const auto rules = allRules();
    const auto named = [&](const Rule &rule) {
        return qstrcmp(rule.name, sample.rule) == 0;
    };
    const auto rule = std::find_if(rules.begin(), rules.end(), named);
    QVERIFY(rule != rules.end());
    QCOMPARE(rule->broken(SourceTree(sample.kept)), QStringList());
    QVERIFY(!rule->broken(SourceTree(sample.broken)).isEmpty());
}

void TestRules::blanks_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("uncommented");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *source, const char *uncommented, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(uncommented)
                            << QString::fromLatin1(code);
    };
    row("line comment", "a; // b\nc", "a;     \nc", "a;     \nc");
    row("block comment", "a /* b\nb */ c", "a     \n     c", "a     \n     c");
    row("literal", "f(\"x y\");", "f(\"x y\");", "f(\"   \");");
    row("comment in a literal", "f(\"//x\"); y", "f(\"//x\"); y", "f(\"   \"); y");
    row("escaped quote", "f(\"\\\"x\", y)", "f(\"\\\"x\", y)", "f(\"   \", y)");
    row("raw literal", "R\"(a\"b)\" c // d", "R\"(a\"b)\" c     ", "R\"     \" c     ");
    row("character", "f('\"'); // x", "f('\"');     ", "f(' ');     ");
    row("digit separator", "1'000; // x", "1'000;     ", "1'000;     ");
    row("never closed", "f(\"x", "f(\"x", "f(\" ");
}

void TestRules::blanks()
{
    QFETCH(QString, source);
    QTEST(blanked(source, Blank::Comments), "uncommented");
    QTEST(blanked(source, Blank::CommentsAndLiterals), "code");
}

void TestRules::findingsNameTheLine()
{
    const SourceFile file(QStringLiteral("app/api/x.cpp"), QStringLiteral("one;\n// two\nthree;\n"));
    QCOMPARE(file.matches(QRegularExpression(QStringLiteral("three")), file.code()),
             QStringList{QStringLiteral("app/api/x.cpp:3: three")});
}

void TestRules::reachFollowsTheArrows()
{
    const auto reaches = [](const char *from, const char *to) {
        return reach(QString::fromLatin1(from)).contains(QString::fromLatin1(to));
    };
    QVERIFY(reaches("journeys", "base"));
    QVERIFY(reaches("window", "models"));
    QVERIFY(reaches("main", "keychain"));
    QVERIFY(!reaches("window", "api"));
    QVERIFY(!reaches("wording", "models"));
    QVERIFY(!reaches("journeys", "storage"));
    QVERIFY(!reaches("compose", "review"));
    QVERIFY(!reaches("models", "wire"));
    QVERIFY(!reaches("demo", "wire"));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
