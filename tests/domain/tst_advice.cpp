// SPDX-License-Identifier: MIT
#include "domain/advice.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace tokenry;
using Kind = Advice::Kind;

Q_DECLARE_METATYPE(std::function<void(TokenDraft &)>)

namespace
{

using Change = std::function<void(TokenDraft &)>;

const QDateTime now(QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin"));

DatabaseCatalog::Ptr cluster()
{
    return std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"billing"_qs, {}},
                                                                         {u"billing_events"_qs, {}},
                                                                         {u"crm"_qs, {}},
                                                                         {u"*"_qs, {}},
                                                                         {QString(65, u'x'), {}}});
}

Token token(const QString &description, std::vector<Permission> permissions)
{
    Token made;
    made.description = description;
    made.permissions = PermissionSet(std::move(permissions));
    return made;
}

Access::Ptr tokens()
{
    const Resource crm = *Resource::database(u"crm"_qs);
    const Resource billing = *Resource::database(u"billing"_qs);
    Token expired = token(u"Expired"_qs, {{billing, Action::Read}});
    expired.expiresAt = now.addSecs(-1);
    return std::make_shared<const Access>(
        std::vector<Token>{token(u"Telegraf"_qs, {{crm, Action::Write}}),
                           token(u"Telegraf (2)"_qs, {{crm, Action::Write}}), expired},
        now);
}

void tick(TokenDraft &draft, Action action, const QStringList &names)
{
    for (const QString &name : names)
        draft.permissions.tick(action, *draft.permissions.addTyped(name), true);
}

TokenDraft draftOf(const Change &change)
{
    TokenDraft draft;
    draft.description = u"Quiet"_qs;
    draft.permissions = PermissionSelection(cluster());
    tick(draft, Action::Read, {u"billing"_qs, u"crm"_qs});
    change(draft);
    return draft;
}

AdviceContext context(Access::Ptr access = tokens())
{
    return {std::move(access), now, true, [](const QString &missing) {
                return missing == u"billing_ev"_qs ? u"billing_events"_qs : QString();
            }};
}

std::vector<Kind> kindsOf(const TokenDraft &draft, const AdviceContext &with)
{
    std::vector<Kind> kinds;
    for (const Advice &advice : adviceOn(draft, with))
        kinds.push_back(advice.kind);
    return kinds;
}

std::optional<Advice> find(const TokenDraft &draft, Kind kind)
{
    for (const Advice &advice : adviceOn(draft, context())) {
        if (advice.kind == kind)
            return advice;
    }
    return std::nullopt;
}

Change ticks(Action action, const QStringList &names)
{
    return [=](TokenDraft &draft) {
        tick(draft, action, names);
    };
}

Change only(Action action, const QStringList &names)
{
    return [=](TokenDraft &draft) {
        draft.permissions = PermissionSelection(cluster());
        tick(draft, action, names);
    };
}

Change all(Action action)
{
    return [=](TokenDraft &draft) {
        draft.permissions.setAllDatabases(action, true);
    };
}

Change expires(ExpiryChoice::Kind kind, int days, const QDateTime &date = {})
{
    return [=](TokenDraft &draft) {
        draft.expiry = {kind, days, date};
    };
}

Change describes(const QString &description)
{
    return [=](TokenDraft &draft) {
        draft.description = description;
    };
}

Change both(const Change &first, const Change &second)
{
    return [=](TokenDraft &draft) {
        first(draft);
        second(draft);
    };
}

QDateTime onDay(QDate day)
{
    return QDateTime(day, QTime(10, 0), now.timeZone());
}

} // namespace

class AdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appears_data();
    void appears();
    void isGoneAfterItsRemedy_data();
    void isGoneAfterItsRemedy();
    void theRemedyChangesNothingElse();
    void remediesThatHaveNothingToDo();
    void ordinaryDraftsGetNone();
    void withoutTheTokens();
    void withoutTheDatabases();
    void manyMissingNames();
    void listsTheTokens();
    void numbersTheDescription_data();
    void numbersTheDescription();
    void showsTheForemost();
    void theRemedyIsTheProfilesDefault();
};

void AdviceTest::appears_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("there");
    const auto row = [](const char *name, const Change &change, Kind kind, bool there) {
        QTest::newRow(name) << change << int(kind) << there;
    };
    using Choice = ExpiryChoice::Kind;
    row("write on *", all(Action::Write), Kind::WriteAll, true);
    row("read on * is not write on *", all(Action::Read), Kind::WriteAll, false);
    row("read on *", all(Action::Read), Kind::ReadAll, true);
    row("write on * is not read on *", all(Action::Write), Kind::ReadAll, false);
    row("never", expires(Choice::Never, 0), Kind::NeverExpires, true);
    row("400 days are not never", expires(Choice::AfterDays, 400), Kind::NeverExpires, false);
    row("400 days", expires(Choice::AfterDays, 400), Kind::LongerThanAYear, true);
    row("365 days, ended on a working day", expires(Choice::AfterDays, 365), Kind::LongerThanAYear, false);
    row("a date in two years", expires(Choice::OnDate, 0, onDay({2028, 11, 23})), Kind::LongerThanAYear,
        true);
    row("a date when 365 days end", expires(Choice::OnDate, 0, onDay({2027, 11, 24})), Kind::LongerThanAYear,
        false);
    row("a date a day later", expires(Choice::OnDate, 0, onDay({2027, 11, 25})), Kind::LongerThanAYear, true);
    row("no date yet", expires(Choice::OnDate, 0), Kind::LongerThanAYear, false);
    row("never is not longer", expires(Choice::Never, 0), Kind::LongerThanAYear, false);
    row("a missing name", ticks(Action::Write, {u"billing_ev"_qs}), Kind::NotOnCluster, true);
    row(
        "a missing name without a tick",
        [](TokenDraft &draft) { (void)draft.permissions.addTyped(u"later"_qs); }, Kind::NotOnCluster, false);
    row("a missing name that * covers", both(ticks(Action::Read, {u"later"_qs}), all(Action::Read)),
        Kind::NotOnCluster, false);
    row("a listed name", ticks(Action::Write, {u"billing_events"_qs}), Kind::NotOnCluster, false);
    row("the same description", describes(u" Telegraf "_qs), Kind::SameDescription, true);
    row("another case", describes(u"telegraf"_qs), Kind::SameDescription, false);
    row("that of an expired token", describes(u"Expired"_qs), Kind::SameDescription, false);
    row("no description", describes(u" "_qs), Kind::SameDescription, false);
    const QStringList every{u"billing"_qs, u"billing_events"_qs, u"crm"_qs};
    row("every database", ticks(Action::Read, every), Kind::EveryDatabase, true);
    row("every database, writing", ticks(Action::Write, every), Kind::EveryDatabase, true);
    row("all but one", ticks(Action::Write, {u"billing"_qs, u"crm"_qs}), Kind::EveryDatabase, false);
    row("as many, but one of them typed", ticks(Action::Read, {u"later"_qs}), Kind::EveryDatabase, false);
    row("every database under *", both(ticks(Action::Read, every), all(Action::Read)), Kind::EveryDatabase,
        false);
    row("names under *", all(Action::Read), Kind::RedundantNames, true);
    row("* alone", both(only(Action::Write, {u"crm"_qs}), all(Action::Read)), Kind::RedundantNames, false);
    row("names without *", ticks(Action::Write, {u"crm"_qs}), Kind::RedundantNames, false);
    row("write without read", ticks(Action::Write, {u"billing_events"_qs}), Kind::WriteWithoutRead, true);
    row("write on * beside named reads", all(Action::Write), Kind::WriteWithoutRead, true);
    row("write where it can be read", ticks(Action::Write, {u"crm"_qs}), Kind::WriteWithoutRead, false);
    row("all are write: Telegraf", only(Action::Write, {u"billing"_qs, u"crm"_qs}), Kind::WriteWithoutRead,
        false);
    row("write beside read on *", both(ticks(Action::Write, {u"billing_events"_qs}), all(Action::Read)),
        Kind::WriteWithoutRead, false);
    row("the same permissions", only(Action::Write, {u"crm"_qs}), Kind::SamePermissions, true);
    row("those of an expired token", only(Action::Read, {u"billing"_qs}), Kind::SamePermissions, false);
    row("other permissions", only(Action::Read, {u"crm"_qs}), Kind::SamePermissions, false);
    row("none at all", only(Action::Read, {}), Kind::SamePermissions, false);
}

void AdviceTest::appears()
{
    QFETCH(const Change, change);
    QFETCH(const int, kind);
    QTEST(find(draftOf(change), Kind(kind)).has_value(), "there");
}

void AdviceTest::isGoneAfterItsRemedy_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<size_t>("number");
    QTest::addColumn<Change>("expected");
    const auto row = [](const char *name, const Change &change, Kind kind, size_t number,
                        const Change &expected) {
        QTest::newRow(name) << change << int(kind) << number << expected;
    };
    using Choice = ExpiryChoice::Kind;
    const QStringList every{u"billing"_qs, u"billing_events"_qs, u"crm"_qs};
    row("write on *: one by one", all(Action::Write), Kind::WriteAll, 0, ticks(Action::Write, every));
    row("read on *: one by one", all(Action::Read), Kind::ReadAll, 0, ticks(Action::Read, every));
    row("never: 90 days", expires(Choice::Never, 0), Kind::NeverExpires, 0, expires(Choice::AfterDays, 90));
    row("400 days: a year", expires(Choice::AfterDays, 400), Kind::LongerThanAYear, 0,
        expires(Choice::AfterDays, 365));
    row("missing: use the one meant",
        both(ticks(Action::Write, {u"billing_ev"_qs}), ticks(Action::Read, {u"billing_ev"_qs})),
        Kind::NotOnCluster, 0,
        both(ticks(Action::Write, {u"billing_events"_qs}), ticks(Action::Read, {u"billing_events"_qs})));
    row("missing: remove it", ticks(Action::Write, {u"billing_ev"_qs}), Kind::NotOnCluster, 1,
        ticks(Action::Write, {}));
    row("missing, nothing like it: remove them", ticks(Action::Read, {u"nothing"_qs, u"like it"_qs}),
        Kind::NotOnCluster, 0, ticks(Action::Read, {}));
    row("same description: a suffix that is free", describes(u"Telegraf"_qs), Kind::SameDescription, 0,
        describes(u"Telegraf (3)"_qs));
    row("every database: read all", ticks(Action::Read, every), Kind::EveryDatabase, 0,
        both(only(Action::Read, {}), all(Action::Read)));
    row("redundant: untick", all(Action::Read), Kind::RedundantNames, 0,
        both(only(Action::Read, {}), all(Action::Read)));
    row("write without read: add read", ticks(Action::Write, {u"billing_events"_qs, u"crm"_qs}),
        Kind::WriteWithoutRead, 0,
        both(ticks(Action::Write, {u"billing_events"_qs, u"crm"_qs}),
             ticks(Action::Read, {u"billing_events"_qs})));
}

void AdviceTest::isGoneAfterItsRemedy()
{
    QFETCH(const Change, change);
    QFETCH(const int, kind);
    QFETCH(const size_t, number);
    QFETCH(const Change, expected);
    const TokenDraft draft = draftOf(change);
    const auto advice = find(draft, Kind(kind));
    QVERIFY(advice && advice->remedies.size() > number);
    const TokenDraft mended = remedied(draft, advice->remedies[number]);
    QVERIFY(!find(mended, Kind(kind)));
    const TokenDraft wanted = draftOf(expected);
    QCOMPARE(mended.description, wanted.description);
    QVERIFY(mended.expiry == wanted.expiry);
    QVERIFY(mended.permissions.permissions() == wanted.permissions.permissions());
    for (const Action action : allActions)
        QCOMPARE(mended.permissions.tickedCount(action), wanted.permissions.tickedCount(action));
}

void AdviceTest::theRemedyChangesNothingElse()
{
    const TokenDraft draft = draftOf(both(all(Action::Write), expires(ExpiryChoice::Kind::Never, 0)));
    TokenDraft mended = remedied(draft, find(draft, Kind::NeverExpires)->remedies.front());
    QVERIFY(mended.permissions == draft.permissions);
    mended.expiry = draft.expiry;
    QVERIFY(mended == draft);
}

void AdviceTest::remediesThatHaveNothingToDo()
{
    const TokenDraft draft = draftOf([](TokenDraft &) {});
    using Do = Remedy::Kind;
    for (const Remedy &remedy :
         {Remedy{Do::NameOneByOne}, Remedy{Do::UseName, Action::Read, 0, u"gone"_qs, u"crm"_qs},
          Remedy{Do::UseName, Action::Read, 0, u"crm"_qs, u"billing"_qs}, Remedy{Do::RemoveMissing},
          Remedy{Do::UntickNamed, Action::Write}, Remedy{Do::AddRead}})
        QVERIFY2(remedied(draft, remedy) == draft, qPrintable(QString::number(int(remedy.kind))));
}

void AdviceTest::ordinaryDraftsGetNone()
{
    QCOMPARE(kindsOf(TokenDraft(), context()), std::vector<Kind>());
    QCOMPARE(kindsOf(draftOf([](TokenDraft &) {}), context()), std::vector<Kind>());
    QCOMPARE(kindsOf(draftOf(both(only(Action::Write, {u"billing"_qs}), [](TokenDraft &) {})), context()),
             std::vector<Kind>());
}

void AdviceTest::withoutTheTokens()
{
    const TokenDraft draft = draftOf(both(only(Action::Write, {u"crm"_qs}), describes(u"Telegraf"_qs)));
    QCOMPARE(kindsOf(draft, context()), (std::vector{Kind::SameDescription, Kind::SamePermissions}));
    QCOMPARE(kindsOf(draft, context(nullptr)), std::vector<Kind>());
}

void AdviceTest::withoutTheDatabases()
{
    AdviceContext unread = context();
    unread.databasesKnown = false;
    TokenDraft draft;
    tick(draft, Action::Read, {u"anything"_qs});
    draft.permissions.setAllDatabases(Action::Write, true);
    const std::vector<Advice> advice = adviceOn(draft, unread);
    QCOMPARE(advice.size(), 2U);
    QCOMPARE(advice[0].kind, Kind::WriteAll);
    // There is nothing to name one by one.
    QVERIFY(advice[0].remedies.empty());
    QCOMPARE(advice[1].kind, Kind::WriteWithoutRead);

    // What was kept from another time is not all there is.
    TokenDraft kept = draftOf(ticks(Action::Read, {u"billing"_qs, u"crm"_qs}));
    kept.permissions = kept.permissions.over(
        std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"billing"_qs, {}}, {u"crm"_qs, {}}}));
    AdviceContext read = unread;
    read.databasesKnown = true;
    const auto saysEvery = [&](const AdviceContext &its) {
        const std::vector<Kind> kinds = kindsOf(kept, its);
        return std::ranges::find(kinds, Kind::EveryDatabase) != kinds.end();
    };
    QVERIFY(saysEvery(read));
    QVERIFY(!saysEvery(unread));
    kept.permissions.setAllDatabases(Action::Read, true);
    for (const Advice &each : adviceOn(kept, unread)) {
        if (each.kind == Kind::ReadAll)
            QVERIFY(each.remedies.empty());
    }
    unread.databasesKnown = true;
    unread.nearName = nullptr;
    QCOMPARE(adviceOn(draft, unread)[1].kind, Kind::NotOnCluster);
}

void AdviceTest::manyMissingNames()
{
    QStringList names;
    for (int i = 0; i < 30; ++i)
        names << u"gone%1"_qs.arg(i);
    const auto advice =
        find(draftOf(ticks(Action::Read, names + QStringList{u"billing_ev"_qs})), Kind::NotOnCluster);
    QVERIFY(advice);
    QCOMPARE(advice->count, 31);
    QCOMPARE(advice->names, names.mid(0, Advice::mostNames));
    QCOMPARE(advice->remedies.size(), 1U);
    QCOMPARE(advice->remedies.front().count, 31);
}

void AdviceTest::listsTheTokens()
{
    const auto advice = find(draftOf(only(Action::Write, {u"crm"_qs})), Kind::SamePermissions);
    QVERIFY(advice);
    QCOMPARE(advice->count, 2);
    QCOMPARE(advice->tokens, (std::vector<Access::Index>{0, 1}));
}

void AdviceTest::numbersTheDescription_data()
{
    QTest::addColumn<QStringList>("active");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the first") << QStringList{u"a"_qs} << u"a"_qs << u"a (2)"_qs;
    QTest::newRow("the next") << QStringList{u"a"_qs, u"a (2)"_qs} << u"a"_qs << u"a (3)"_qs;
    QTest::newRow("counts on") << QStringList{u"a"_qs, u"a (2)"_qs} << u"a (2)"_qs << u"a (3)"_qs;
    QTest::newRow("a gap") << QStringList{u"a"_qs, u"a (3)"_qs} << u"a"_qs << u"a (2)"_qs;
    QTest::newRow("edges") << QStringList{u"a"_qs} << u" a  "_qs << u"a (2)"_qs;
    QTest::newRow("only a number") << QStringList{u"(7)"_qs} << u"(7)"_qs << u"(7) (2)"_qs;
}

void AdviceTest::numbersTheDescription()
{
    QFETCH(const QStringList, active);
    QFETCH(const QString, description);
    std::vector<Token> list;
    for (const QString &each : active)
        list.push_back(token(each, {}));
    const auto access = std::make_shared<const Access>(std::move(list), now);
    const std::vector<Advice> advice = adviceOn(draftOf(describes(description)), context(access));
    QCOMPARE(advice.size(), 1U);
    QTEST(advice.front().remedies.front().to, "expected");
}

void AdviceTest::showsTheForemost()
{
    const Change everything = both(both(all(Action::Write), all(Action::Read)),
                                   both(describes(u"Telegraf"_qs), expires(ExpiryChoice::Kind::Never, 0)));
    const std::vector<Advice> advice = adviceOn(draftOf(everything), context());
    QCOMPARE(advice.size(), 5U);
    const std::vector<Advice> first = foremost(advice);
    QCOMPARE(first.size(), 3U);
    QCOMPARE(first[0].kind, Kind::WriteAll);
    QCOMPARE(first[1].kind, Kind::ReadAll);
    QCOMPARE(first[2].kind, Kind::NeverExpires);
    QVERIFY(std::ranges::is_sorted(advice, {}, [](const Advice &each) { return int(weightOf(each.kind)); }));
}

void AdviceTest::theRemedyIsTheProfilesDefault()
{
    const TokenDraft draft = draftOf(expires(ExpiryChoice::Kind::Never, 0));
    AdviceContext with = context();
    with.defaultExpiry.days = 30;
    QCOMPARE(adviceOn(draft, with).front().remedies.front().days, 30);
    // A profile whose tokens never expire by default has no other number of days.
    with.defaultExpiry.kind = ExpiryChoice::Kind::Never;
    QCOMPARE(adviceOn(draft, with).front().remedies.front().days, 90);
}

QTEST_GUILESS_MAIN(AdviceTest)
#include "tst_advice.moc"
