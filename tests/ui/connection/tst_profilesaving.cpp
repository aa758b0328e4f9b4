// SPDX-License-Identifier: MIT
#include "connection/profiledialog.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/person/person.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;

namespace
{

const QString account = QStringLiteral("11111111-1111-4111-8111-111111111111");
const QString cluster = QStringLiteral("33333333-3333-4333-8333-333333333333");
const QString origin = QStringLiteral("https://console.influxdata.com");
const QByteArray token = QByteArrayLiteral("M.V1.FAKE0000000000000000000000");

} // namespace

/// Saving a profile and its token, with a keychain that fails in every way.
class ProfileSavingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeProfileStore> m_store;
    std::unique_ptr<FakeTrustedOrigins> m_trusted;
    std::unique_ptr<FakeKeychain> m_keychain;
    FakeCluster m_cluster;
    std::unique_ptr<ProfileDialog> m_dialog;
    Person m_person;

    QLineEdit *field(const QString &name) { return m_person.find<QLineEdit>(name); }
    KeychainItem item() { return m_keychain->managementTokenItem(account, u"console.influxdata.com"_qs); }

    void open()
    {
        auto setup = std::make_unique<ProfileSetup>(*m_store, *m_trusted, *m_keychain, m_cluster.factory());
        m_dialog = std::make_unique<ProfileDialog>(std::move(setup), ProfileDialog::Taken{}, std::nullopt);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        field(u"Profile name"_qs)->setText(u"Prod EU"_qs);
        field(u"Account ID"_qs)->setText(account);
        field(u"Cluster ID"_qs)->setText(cluster);
        field(u"Management token"_qs)->setText(QString::fromUtf8(token));
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<FakeProfileStore>();
        m_trusted = std::make_unique<FakeTrustedOrigins>();
        m_keychain = std::make_unique<FakeKeychain>();
        open();
    }
    void cleanup() { m_dialog.reset(); }

    void savesProfileTokenAndTrust()
    {
        QSignalSpy saved(m_dialog.get(), &ProfileDialog::saved);
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!m_dialog->isVisible());
        const auto profile = saved.front().front().value<Profile>();
        QCOMPARE(profile.slug, u"prod-eu"_qs);
        QCOMPARE(m_store->profiles, std::vector<Profile>{profile});
        QVERIFY(m_keychain->holds(item(), token));
        QVERIFY(m_trusted->contains(account, origin));
        QVERIFY(m_dialog->takeSessionToken().isEmpty());
    }

    void aKeyringWithoutAPasswordIsSaidBefore()
    {
        const QString said = u"This keyring has no password: what it holds is plain text on the disk."_qs;
        QVERIFY(!m_person.reads(said));
        m_keychain->place.plainText = true;
        open();
        QTRY_VERIFY(m_person.reads(said));
        QVERIFY(m_person.reads(u"or tick “Keep for this session only”"_qs));
        QVERIFY(m_person.tick(u"Keep for this session only"_qs));
        QVERIFY(!m_person.reads(said));
        QVERIFY(m_person.tick(u"Keep for this session only"_qs, false));
        QVERIFY(m_person.reads(said));
        field(u"Management token"_qs)->clear();
        QVERIFY(!m_person.reads(said));
    }

    void savesTheDefaultExpiry()
    {
        QCOMPARE(m_person.find<QComboBox>(u"Default expiry"_qs)->currentText(), u"90 days"_qs);
        QVERIFY(m_person.choose(u"Default expiry"_qs, u"30 days"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_COMPARE(m_store->profiles.size(), size_t(1));
        QCOMPARE(m_store->profiles.front().defaultExpiry.days, 30);
        Profile never = m_store->profiles.front();
        never.defaultExpiry.kind = ExpiryChoice::Kind::Never;
        never.defaultExpiry.days = ExpiryChoice::defaultDays;
        ProfileInput input = ProfileInput::of(never);
        QVERIFY(input.profile().defaultExpiry == never.defaultExpiry);
    }

    void keepsTheTokenForTheSession()
    {
        QVERIFY(m_person.tick(u"Keep for this session only"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_keychain->calls(Operation::Write), 0);
        // Trust in an origin is for what is kept; a token for the session is given to it there and then.
        QVERIFY(!m_trusted->contains(account, origin));
        QVERIFY(m_dialog->takeSessionToken().equals(Secret::copyOf(token)));
        QVERIFY(m_dialog->takeSessionToken().isEmpty());
    }

    void everyKeychainFailureHasWordsAndAWayOn()
    {
        QSet<QString> said;
        constexpr int kinds = static_cast<int>(KeychainError::Kind::BusLost) + 1;
        for (int kind = 0; kind < kinds; ++kind) {
            m_keychain->fail(Operation::Write, static_cast<KeychainError::Kind>(kind),
                             u"what the library says"_qs);
            QVERIFY(m_person.click(u"Save"_qs));
            QTRY_VERIFY(m_person.reads(u"The management token was not stored."_qs));
            said.insert(m_dialog->findChild<QLabel *>(u"headline"_qs)->text());
            QVERIFY(m_dialog->isVisible());
            // Nothing that was written is lost, and nothing is half saved.
            QCOMPARE(field(u"Management token"_qs)->text(), QString::fromUtf8(token));
            QCOMPARE(field(u"Profile name"_qs)->text(), u"Prod EU"_qs);
            QVERIFY(m_store->profiles.empty());
            QVERIFY(!m_trusted->contains(account, origin));
        }
        QCOMPARE(said.size(), kinds);
        auto *const wayOn = m_person.find<QPushButton>(u"Keep for this session only"_qs);
        QVERIFY(wayOn);
        QTest::mouseClick(wayOn, Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store->profiles.size(), size_t(1));
        QVERIFY(!m_dialog->takeSessionToken().isEmpty());
    }

    void aLockedKeyringIsUnlockedAndSavedInto_data()
    {
        QTest::addColumn<KeychainError::Kind>("kind");
        QTest::addColumn<QString>("action");
        QTest::newRow("locked") << KeychainError::Kind::Locked << u"Unlock and save"_qs;
        QTest::newRow("dismissed") << KeychainError::Kind::Dismissed << u"Unlock and save"_qs;
        QTest::newRow("none yet") << KeychainError::Kind::NoCollection << u"Make a keyring…"_qs;
    }

    void aLockedKeyringIsUnlockedAndSavedInto()
    {
        QFETCH(KeychainError::Kind, kind);
        QFETCH(QString, action);
        m_keychain->fail(Operation::Write, kind);
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(m_person.sees(action));
        QCOMPARE(m_keychain->calls(Operation::Unlock), 0);

        // Not given: said so, and asked again.
        m_keychain->fail(Operation::Unlock, kind);
        QVERIFY(m_person.click(action));
        QTRY_VERIFY(m_person.reads(u"The management token was not stored."_qs));
        QVERIFY(m_store->profiles.empty());

        // Not waited for: nothing is saved when it comes all the same.
        m_keychain->succeed(Operation::Unlock);
        m_keychain->hold(Operation::Unlock);
        QVERIFY(m_person.click(action));
        QVERIFY(m_person.reads(u"Waiting for the keychain's password…"_qs));
        QVERIFY(m_person.click(u"Stop waiting"_qs));
        m_keychain->release(Operation::Unlock);
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_store->profiles.empty());

        m_keychain->fail(Operation::Write, kind);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.click(action));
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_keychain->holds(item(), token));
        QVERIFY(m_trusted->contains(account, origin));
        QCOMPARE(m_store->profiles.size(), size_t(1));
    }

    void aSlowKeychainIsShownAndCanBeLeft()
    {
        m_keychain->hold(Operation::Write);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.reads(u"Putting the management token into the keychain…"_qs));
        // On a locked keyring it would fail instead.
        QVERIFY(!m_person.reads(u"password"_qs));
        QVERIFY(!field(u"Profile name"_qs)->isEnabled());
        QVERIFY(m_person.click(u"Stop waiting"_qs));
        QVERIFY(field(u"Profile name"_qs)->isEnabled());
        m_keychain->release(Operation::Write);
        QCoreApplication::sendPostedEvents();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_store->profiles.empty());
        m_person.click(u"Save"_qs);
        QTRY_VERIFY(!m_dialog->isVisible());
    }

    void anotherTokenIsNotReplacedUnasked()
    {
        m_keychain->put(item(), "M.V1.FAKE-of-others");
        Profile other;
        other.slug = u"prod-us"_qs;
        other.name = u"prod-us"_qs;
        other.address.accountId = account;
        other.address.clusterId = u"44444444-4444-4444-8444-444444444444"_qs;
        m_store->profiles = {other};
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(m_person.reads(u"Replace the management token that is kept for this account?"_qs));
        QVERIFY(m_person.reads(u"the profile “prod-us” use"_qs));
        QVERIFY(m_keychain->holds(item(), "M.V1.FAKE-of-others"));
        QCOMPARE(m_store->profiles.size(), size_t(1));
        QVERIFY(m_person.click(u"Replace it"_qs));
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_keychain->holds(item(), token));
        QCOMPARE(m_store->profiles.size(), size_t(2));
    }

    void anotherTokenStaysBesideOneForTheSession()
    {
        m_keychain->put(item(), "M.V1.FAKE-of-others");
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(m_person.reads(u"No other profile uses it."_qs));
        auto *const wayOn = m_person.find<QPushButton>(u"Keep for this session only"_qs);
        QVERIFY(wayOn);
        QTest::mouseClick(wayOn, Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(m_keychain->holds(item(), "M.V1.FAKE-of-others"));
        QVERIFY(m_dialog->takeSessionToken().equals(Secret::copyOf(token)));
    }

    void theSameTokenIsNoQuestion()
    {
        m_keychain->put(item(), token);
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_keychain->calls(Operation::Write), 0);
        QVERIFY(m_trusted->contains(account, origin));
    }

    void aReplacedTokenComesBackWhereTheFileCannotBeWritten()
    {
        m_keychain->put(item(), "M.V1.FAKE-of-others");
        m_store->failure = StorageError{StorageError::Kind::NotWritable, u"/etc/x.toml"_qs, 0, 0, {},
                                        u"Read-only file system"_qs};
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.click(u"Replace it"_qs));
        QTRY_VERIFY(m_person.reads(u"The profile was not saved. A file could not be written."_qs));
        QVERIFY(m_person.reads(u"Nothing was changed"_qs));
        QVERIFY(m_keychain->holds(item(), "M.V1.FAKE-of-others"));
    }

    void aFileThatCannotBeWritten()
    {
        m_store->failure = StorageError{StorageError::Kind::NotWritable, u"/etc/x.toml"_qs, 0, 0, {},
                                        u"Read-only file system"_qs};
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(m_person.reads(u"The profile was not saved. A file could not be written."_qs));
        QVERIFY(m_dialog->isVisible());
        // The token came first.
        QVERIFY(m_keychain->holds(item(), token));
        QVERIFY(m_person.reads(u"The management token is in the keychain already"_qs));
        QVERIFY(!m_person.reads(u"Nothing was changed"_qs));
        QVERIFY(!field(u"Management token"_qs)->text().isEmpty());
        QVERIFY(m_person.tick(u"Keep for this session only"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(m_person.reads(u"Nothing was changed"_qs));
        m_store->failure.reset();
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_VERIFY(!m_dialog->isVisible());
    }

    // Also one that came into the folder since the start, or whose file is broken.
    void aNewProfileTakesNoOthersFile()
    {
        m_store->broken = {
            {StorageError::Kind::NotToml, u"/profiles/prod-eu.toml"_qs, 1, 1, {}, u"expected"_qs}};
        QSignalSpy saved(m_dialog.get(), &ProfileDialog::saved);
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(saved.front().front().value<Profile>().slug, u"prod-eu-2"_qs);
        QCOMPARE(m_store->profiles.front().slug, u"prod-eu-2"_qs);
    }

    void leaveThatCannotBeKeptIsNoFailureToSave()
    {
        m_keychain->put(item(), token);
        m_trusted->failure = StorageError{StorageError::Kind::NotWritable, u"/state/x"_qs, 0, 0, {}, {}};
        field(u"Management token"_qs)->clear();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QTRY_VERIFY(m_person.sees(u"Allow"_qs));
        QVERIFY(m_person.click(u"Allow"_qs));
        QTRY_VERIFY(m_person.reads(u"A file could not be written."_qs));
        QVERIFY(!m_person.reads(u"was not saved"_qs));
    }

    void aClosedDialogHoldsNoToken()
    {
        auto *const edit = field(u"Management token"_qs);
        m_dialog->reject();
        QVERIFY(edit->text().isEmpty());
        edit->undo();
        QVERIFY(edit->text().isEmpty());
    }
};

QTEST_MAIN(ProfileSavingTest)
#include "tst_profilesaving.moc"
