// SPDX-License-Identifier: MIT
#include "connection/profiledialog.h"
#include "keychain/systemkeychain.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/keyring/await.h"
#include "support/keyring/keyringsession.h"
#include "support/keyring/passwordwindow.h"
#include "support/person/person.h"

#include <QLineEdit>

using namespace tokenry;
using namespace tokenry::test;
using namespace tokenry::testsupport;

namespace
{

const QString account = QStringLiteral("11111111-1111-4111-8111-111111111111");
const QByteArray token = QByteArrayLiteral("M.V1.FAKE0000000000000000000000");

} // namespace

/// The profile dialog before a real keyring that is locked, or is not there yet, with the desktop's real
/// password window, pressed by a machine. Each runs in a session of its own.
class UnlockJourney : public QObject
{
    Q_OBJECT

    FakeProfileStore m_store;
    FakeTrustedOrigins m_trusted;
    FakeCluster m_cluster;
    SystemKeychain m_keychain;
    std::unique_ptr<ProfileDialog> m_dialog;
    Person m_person;

    KeychainItem item() const
    {
        return m_keychain.managementTokenItem(account, u"console.influxdata.com"_qs);
    }

    void openFilled()
    {
        auto setup = std::make_unique<ProfileSetup>(m_store, m_trusted, m_keychain, m_cluster.factory());
        m_dialog = std::make_unique<ProfileDialog>(std::move(setup), ProfileDialog::Taken{}, std::nullopt);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        m_person.find<QLineEdit>(u"Profile name"_qs)->setText(u"prod-eu"_qs);
        m_person.find<QLineEdit>(u"Account ID"_qs)->setText(account);
        m_person.find<QLineEdit>(u"Cluster ID"_qs)->setText(account);
        m_person.find<QLineEdit>(u"Management token"_qs)->setText(QString::fromUtf8(token));
    }

    void saveBy(const QString &action, const QStringList &keys)
    {
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_person.waitFor(action, [&] { return m_person.sees(action); }));
        // No window came up by itself, and pressing Escape in the one asked for leaves all as it is.
        QVERIFY(m_person.click(action));
        QVERIFY(answerPasswordWindow({u"Escape"_qs}));
        QVERIFY(m_person.waitFor(action, [&] { return m_person.sees(action); }));
        QVERIFY(m_store.profiles.empty());

        QVERIFY(m_person.click(action));
        QVERIFY(answerPasswordWindow(keys));
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isVisible(), 20'000);
        QCOMPARE(m_store.profiles.size(), std::size_t(1));
        QCOMPARE(lookUp(item()), token);
    }

private Q_SLOTS:
    void savesIntoALockedKeyring()
    {
        QVERIFY(await(m_keychain.look())->locked);
        openFilled();
        saveBy(u"Unlock and save"_qs, thePassword());
    }

    void testsWithATokenOfALockedKeyring()
    {
        QVERIFY(lockLoginKeyring());
        m_store.profiles.clear();
        openFilled();
        m_person.find<QLineEdit>(u"Management token"_qs)->clear();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QVERIFY(m_person.click(u"Unlock and test"_qs));
        QVERIFY(answerPasswordWindow(thePassword()));
        QVERIFY(m_person.waitFor(u"what was found"_qs,
                                 [this] { return m_person.reads(u"The connection works."_qs); }));
        m_dialog.reset();
    }

    void makesAKeyringAndSaves()
    {
        openFilled();
        saveBy(u"Make a keyring…"_qs, aNewPassword());
    }
};

QTEST_MAIN(UnlockJourney)
#include "tst_unlockjourney.moc"
