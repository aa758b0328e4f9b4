// SPDX-License-Identifier: MIT
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"
#include "window/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

Profile profile(const QString &slug)
{
    Profile profile;
    profile.slug = slug;
    profile.name = slug;
    profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    return profile;
}

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeProfileStore> m_store;
    std::unique_ptr<FakeTrustedOrigins> m_trusted;
    std::unique_ptr<FakeKeychain> m_keychain;
    FakeCluster m_cluster;
    FixedClock m_clock{QDateTime({2026, 11, 23}, {14, 3})};
    std::unique_ptr<Workspace> m_workspace;
    int m_sessions = 0;

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<FakeProfileStore>();
        m_trusted = std::make_unique<FakeTrustedOrigins>();
        m_keychain = std::make_unique<FakeKeychain>();
        m_cluster = {};
        m_cluster.databases = {{u"a"_qs, {}}};
        m_sessions = 0;
        m_store->profiles = {profile(u"zeta"_qs), profile(u"alpha"_qs)};
        m_workspace = std::make_unique<Workspace>(*m_store, [this](const Profile &each) {
            ++m_sessions;
            return std::make_shared<ClusterSession>(each, m_cluster.factory()(each.address), *m_keychain,
                                                    *m_trusted, m_clock);
        });
        m_workspace->load();
    }

    void beginsWithTheFirstAndTouchesNothing()
    {
        QCOMPARE(m_workspace->profiles().front().name, u"alpha"_qs);
        QCOMPARE(m_workspace->currentSlug(), u"alpha"_qs);
        QCOMPARE(m_sessions, 1);
        QCOMPARE(m_keychain->calls(FakeKeychain::Operation::Read), 0);
        QVERIFY(m_trusted->add(profile({}).address.accountId, profile({}).address.managementOrigin()));
        m_workspace->start();
        QCOMPARE(m_keychain->calls(FakeKeychain::Operation::Read), 1);
    }

    void eachProfileKeepsItsDraftAndSession()
    {
        m_workspace->current()->editor->setDescription(u"for alpha"_qs);
        const ClusterSession *const first = m_workspace->current()->session.get();
        QVERIFY(m_workspace->show(u"zeta"_qs));
        QCOMPARE(m_workspace->current()->editor->draft().description, QString());
        m_workspace->current()->editor->setDescription(u"for zeta"_qs);
        QVERIFY(m_workspace->show(u"alpha"_qs));
        QCOMPARE(m_workspace->current()->editor->draft().description, u"for alpha"_qs);
        QCOMPARE(m_workspace->current()->session.get(), first);
        QVERIFY(!m_workspace->show(u"nobody"_qs));
        QCOMPARE(m_workspace->currentSlug(), u"alpha"_qs);
    }

    void databasesReachTheDraft()
    {
        m_workspace->current()->session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_workspace->start();
        QTRY_COMPARE(m_workspace->current()->editor->selection().rowCount(), 1);
    }

    void aLateAnswerStaysWithItsProfile()
    {
        // Of another account, or the token for this session would be its own, too.
        m_store->profiles.front().address.accountId = u"22222222-2222-4222-8222-222222222222"_qs;
        m_workspace->load();
        const Workspace::Desk *const alpha = m_workspace->current();
        alpha->session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        m_workspace->start();
        QVERIFY(m_workspace->show(u"zeta"_qs));
        QTRY_COMPARE(alpha->editor->selection().rowCount(), 1);
        QCOMPARE(m_workspace->current()->editor->selection().rowCount(), 0);
    }

    void editingRenewsTheSessionAndKeepsTheDraft()
    {
        m_workspace->current()->editor->setDescription(u"kept"_qs);
        m_workspace->current()->session->credential().useForSession(Secret::copyOf("M.V1.FAKE0000"));
        const std::weak_ptr<ClusterSession> before = m_workspace->current()->session;
        Profile edited = profile(u"alpha"_qs);
        edited.name = u"Alpha two"_qs;
        QSignalSpy changed(m_workspace.get(), &Workspace::currentChanged);
        m_workspace->adopt(edited, {});
        QVERIFY(before.expired());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_workspace->profiles().size(), size_t(2));
        QCOMPARE(m_workspace->current()->session->profile().name, u"Alpha two"_qs);
        QCOMPARE(m_workspace->current()->editor->draft().description, u"kept"_qs);
        // The token of this session goes along to the same origin only.
        QVERIFY(m_workspace->current()->session->credential().isForSession());
        edited.address.managementUrl = QUrl(u"https://elsewhere.example"_qs);
        m_workspace->adopt(edited, {});
        QVERIFY(!m_workspace->current()->session->credential().isForSession());
    }

    void draftsBeginWithTheProfilesExpiry()
    {
        Profile monthly = profile(u"alpha"_qs);
        monthly.defaultExpiry.days = 30;
        m_workspace->adopt(monthly, {});
        DraftEditor &editor = *m_workspace->current()->editor;
        QCOMPARE(editor.draft().expiry.days, 30);
        QVERIFY(editor.isBlank());
        editor.setDescription(u"begun"_qs);
        Profile never = monthly;
        never.defaultExpiry.kind = ExpiryChoice::Kind::Never;
        m_workspace->adopt(never, {});
        // What was begun stays; what comes next is new.
        QCOMPARE(editor.draft().expiry.days, 30);
        QCOMPARE(editor.draft().expiry.kind, ExpiryChoice::Kind::AfterDays);
        editor.clear();
        QCOMPARE(editor.draft().expiry.kind, ExpiryChoice::Kind::Never);
        QVERIFY(m_workspace->show(u"zeta"_qs));
        QCOMPARE(m_workspace->current()->editor->draft().expiry, ExpiryChoice());
    }

    void aNewProfileIsShownWithItsToken()
    {
        m_workspace->adopt(profile(u"new"_qs), Secret::copyOf("M.V1.FAKE0000"));
        QCOMPARE(m_workspace->currentSlug(), u"new"_qs);
        QVERIFY(m_workspace->current()->session->credential().isForSession());
        QCOMPARE(m_sessions, 2);
    }

    // The two profiles are of one account at one place.
    void aTokenForTheSessionIsItsAccounts()
    {
        const auto isForSession = [this](const QString &slug) {
            return m_workspace->desk(slug)->session->credential().isForSession();
        };
        Profile elsewhere = profile(u"elsewhere"_qs);
        elsewhere.address.managementUrl = QUrl(u"https://elsewhere.example"_qs);
        m_workspace->include(elsewhere, {});
        // To those that are open, ...
        m_workspace->adopt(profile(u"new"_qs), Secret::copyOf("M.V1.FAKE0000"));
        QVERIFY(isForSession(u"new"_qs) && isForSession(u"alpha"_qs));
        QVERIFY(!isForSession(u"elsewhere"_qs));
        // ... to those that are opened later, ...
        QVERIFY(m_workspace->show(u"zeta"_qs));
        QVERIFY(isForSession(u"zeta"_qs));
        // ... and to one that becomes the account's.
        elsewhere.address.managementUrl = profile({}).address.managementUrl;
        m_workspace->adopt(elsewhere, {});
        QVERIFY(isForSession(u"elsewhere"_qs));
        m_workspace->start();
        QTRY_COMPARE(m_workspace->current()->editor->selection().rowCount(), 1);
        QCOMPARE(m_keychain->calls(FakeKeychain::Operation::Read), 0);
        // One that was put into the keychain is every profile's, too.
        m_workspace->adopt(profile(u"alpha"_qs), {}, Workspace::TokenKept::Anew);
        for (const Profile &each : m_workspace->profiles())
            QVERIFY2(!isForSession(each.slug), qPrintable(each.slug));
    }

    void removingGoesToAnotherProfile()
    {
        QVERIFY(m_workspace->remove(u"alpha"_qs));
        QCOMPARE(m_workspace->currentSlug(), u"zeta"_qs);
        QCOMPARE(m_store->profiles.size(), size_t(1));
        m_store->failure = StorageError{};
        QVERIFY(!m_workspace->remove(u"zeta"_qs));
        QCOMPARE(m_workspace->currentSlug(), u"zeta"_qs);
        m_store->failure.reset();
        QVERIFY(m_workspace->remove(u"zeta"_qs));
        QVERIFY(!m_workspace->current());
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
