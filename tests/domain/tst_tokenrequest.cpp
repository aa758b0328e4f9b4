// SPDX-License-Identifier: MIT
#include "domain/tokenrequest.h"

#include <QTest>

using namespace tokenry;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

TokenDraft soundDraft()
{
    TokenDraft draft;
    draft.description = u"  Telegraf edge-west "_qs;
    draft.permissions =
        PermissionSelection(std::make_shared<const DatabaseCatalog>(std::vector<Database>{{u"a"_qs, {}}}));
    draft.permissions.tick(Action::Read, 0, true);
    return draft;
}

} // namespace

class TokenRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeFromASoundDraft()
    {
        const auto request = TokenRequest::from(soundDraft(), now);
        QVERIFY(request.has_value());
        QCOMPARE(request->description(), u"Telegraf edge-west"_qs);
        QCOMPARE(request->permissions().size(), 1);
        QCOMPARE(request->expiry().instant(), QDateTime(QDate(2027, 2, 22), QTime(10, 0), Qt::UTC));
    }

    void isRefused_data()
    {
        QTest::addColumn<TokenDraft>("draft");
        QTest::addColumn<QList<int>>("faults");
        const auto row = [](const char *name, auto change, QList<DraftFault> faults) {
            TokenDraft draft = soundDraft();
            change(draft);
            QList<int> numbers;
            for (const DraftFault fault : faults)
                numbers += static_cast<int>(fault);
            QTest::newRow(name) << draft << numbers;
        };
        using enum DraftFault;
        row("blank description", [](TokenDraft &draft) { draft.description = u" \t "_qs; },
            {DescriptionBlank});
        row("a token in the description",
            [](TokenDraft &draft) {
                draft.description =
                    u"for apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000"_qs;
            },
            {TokenInDescription});
        row("past",
            [](TokenDraft &draft) {
                draft.expiry = {ExpiryChoice::Kind::OnDate, 0, now.addSecs(-1)};
            },
            {ExpiryNotInFuture});
        row("now",
            [](TokenDraft &draft) {
                draft.expiry = {ExpiryChoice::Kind::OnDate, 0, now};
            },
            {ExpiryNotInFuture});
        row("no date",
            [](TokenDraft &draft) {
                draft.expiry = {ExpiryChoice::Kind::OnDate, 0, {}};
            },
            {ExpiryNotInFuture});
        row("one second ahead",
            [](TokenDraft &draft) {
                draft.expiry = {ExpiryChoice::Kind::OnDate, 0, now.addSecs(1)};
            },
            {});
        row("never", [](TokenDraft &draft) { draft.expiry.kind = ExpiryChoice::Kind::Never; }, {});
        row("no permissions", [](TokenDraft &draft) { draft.permissions.tick(Action::Read, 0, false); },
            {NoPermissions});
        row("without access on purpose",
            [](TokenDraft &draft) {
                draft.permissions.tick(Action::Read, 0, false);
                draft.withoutAccess = true;
            },
            {});
        row("everything at once",
            [](TokenDraft &draft) {
                draft = TokenDraft();
                draft.expiry = {ExpiryChoice::Kind::OnDate, 0, now.addYears(-1)};
            },
            {DescriptionBlank, ExpiryNotInFuture, NoPermissions});
    }

    void isRefused()
    {
        QFETCH(TokenDraft, draft);
        QFETCH(QList<int>, faults);
        const auto request = TokenRequest::from(draft, now);
        QCOMPARE(request.has_value(), faults.isEmpty());
        QList<int> found;
        for (const DraftFault fault : faultsOf(draft, now))
            found += static_cast<int>(fault);
        QCOMPARE(found, faults);
    }
};

QTEST_GUILESS_MAIN(TokenRequestTest)
#include "tst_tokenrequest.moc"
