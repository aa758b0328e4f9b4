// SPDX-License-Identifier: MIT
#include "domain/answerdifference.h"

#include <QTest>

using namespace tokenry;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

TokenRequest request()
{
    TokenDraft draft;
    draft.description = u"Reader"_qs;
    draft.permissions.tick(Action::Read, draft.permissions.addTyped(u"a"_qs).value(), true);
    draft.expiry = {ExpiryChoice::Kind::OnDate, 0, now.addDays(7)};
    return *TokenRequest::from(draft, now);
}

ClusterAddress address()
{
    ClusterAddress its;
    its.accountId = u"11111111-1111-4111-8111-11111111111a"_qs;
    its.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return its;
}

Token faithfulAnswer()
{
    Token token;
    token.id = u"5"_qs;
    token.accountId = address().accountId;
    token.clusterId = address().clusterId;
    token.description = u"Reader"_qs;
    token.permissions = request().permissions();
    token.createdAt = now;
    token.expiresAt = now.addDays(7);
    return token;
}

} // namespace

class AnswerDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<Token>("answer");
        QTest::addColumn<QList<int>>("kinds");
        const auto row = [](const char *name, auto change, QList<AnswerDifference::Kind> kinds) {
            Token answer = faithfulAnswer();
            change(answer);
            QList<int> numbers;
            for (const auto kind : kinds)
                numbers += static_cast<int>(kind);
            QTest::newRow(name) << answer << numbers;
        };
        using enum AnswerDifference::Kind;
        const auto permission = [](const char *name, Action action) {
            return tokenry::Permission{*Resource::database(QString::fromUtf8(name)), action};
        };
        row("as asked", [](Token &) {}, {});
        row("fractions of a second", [](Token &token) { token.expiresAt = token.expiresAt->addMSecs(245); },
            {});
        row("IDs in upper case", [](Token &token) { token.accountId = token.accountId.toUpper(); }, {});
        row("IDs left out", [](Token &token) { token.accountId = token.clusterId = QString(); }, {});
        row("more permitted",
            [&](Token &token) {
                token.permissions =
                    PermissionSet({permission("a", Action::Read), permission("a", Action::Write)});
            },
            {PermissionAdded});
        row("all databases",
            [&](Token &token) {
                token.permissions =
                    PermissionSet({permission("a", Action::Read), {Resource::allDatabases(), Action::Write}});
            },
            {PermissionAdded});
        row("another database",
            [&](Token &token) { token.permissions = PermissionSet({permission("A", Action::Read)}); },
            {PermissionAdded, PermissionMissing});
        row("unknown",
            [](Token &token) {
                token.unknownPermissions.push_back({u"admin"_qs, u"a"_qs});
            },
            {UnknownPermission});
        row("expiry ignored", [](Token &token) { token.expiresAt.reset(); }, {Expiry});
        row("expiry unreadable", [](Token &token) { token.expiresAt = QDateTime(); }, {Expiry});
        row("expiry moved", [](Token &token) { token.expiresAt = token.expiresAt->addDays(1); }, {Expiry});
        row("description", [](Token &token) { token.description = u"reader"_qs; }, {Description});
        row("cluster", [](Token &token) { token.clusterId = u"4"_qs; }, {Cluster});
        row("account", [](Token &token) { token.accountId = u"4"_qs; }, {Account});
        row("revoked", [](Token &token) { token.revokedAt = now; }, {AlreadyRevoked});
    }

    void noticesAnothersId()
    {
        const Token answer = faithfulAnswer();
        QVERIFY(differences(request(), address(), answer, {u"4"_qs}).empty());
        const auto found = differences(request(), address(), answer, {u"4"_qs, answer.id});
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().kind, AnswerDifference::Kind::ExistedBefore);
        QCOMPARE(found.front().answered, answer.id);
    }

    void noticesAnExpiryWhereNoneWasAskedFor()
    {
        TokenDraft draft;
        draft.description = u"Reader"_qs;
        draft.withoutAccess = true;
        draft.expiry.kind = ExpiryChoice::Kind::Never;
        Token answer;
        answer.description = draft.description;
        answer.expiresAt = now.addDays(7);
        const auto found = differences(*TokenRequest::from(draft, now), address(), answer);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().kind, AnswerDifference::Kind::Expiry);
        QCOMPARE(found.front().asked, QString());
    }

    void noticesAnUnreadableExpiryWhereNoneWasAskedFor()
    {
        TokenDraft draft;
        draft.description = u"Reader"_qs;
        draft.withoutAccess = true;
        draft.expiry.kind = ExpiryChoice::Kind::Never;
        Token answer;
        answer.description = draft.description;
        const auto asked = *TokenRequest::from(draft, now);
        QVERIFY(differences(asked, address(), answer).empty());
        answer.expiresAt = QDateTime();
        const auto found = differences(asked, address(), answer);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().kind, AnswerDifference::Kind::Expiry);
        QCOMPARE(found.front().asked, QString());
        QCOMPARE(found.front().answered, u"?"_qs);
    }

    void compares()
    {
        QFETCH(Token, answer);
        QFETCH(QList<int>, kinds);
        QList<int> found;
        for (const AnswerDifference &difference : differences(request(), address(), answer))
            found += static_cast<int>(difference.kind);
        QCOMPARE(found, kinds);
    }
};

QTEST_GUILESS_MAIN(AnswerDifferenceTest)
#include "tst_answerdifference.moc"
