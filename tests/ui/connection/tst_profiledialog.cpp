// SPDX-License-Identifier: MIT
#include "connection/profiledialog.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/person/person.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWheelEvent>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

const QString account = QStringLiteral("11111111-1111-4111-8111-111111111111");
const QString cluster = QStringLiteral("33333333-3333-4333-8333-333333333333");
const QString token = QStringLiteral("M.V1.FAKE0000000000000000000000");

} // namespace

/// The fields of the profile dialog, and the test of a connection.
class ProfileDialogTest : public QObject
{
    Q_OBJECT

    FakeProfileStore m_store;
    FakeTrustedOrigins m_trusted;
    FakeKeychain m_keychain;
    FakeCluster m_cluster;
    std::unique_ptr<ProfileDialog> m_dialog;
    Person m_person;

    void open(const std::optional<Profile> &edited = {})
    {
        auto setup = std::make_unique<ProfileSetup>(m_store, m_trusted, m_keychain, m_cluster.factory());
        m_dialog = std::make_unique<ProfileDialog>(std::move(setup),
                                                   ProfileDialog::Taken{{u"prod"_qs}, {u"prod"_qs}}, edited);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    QLineEdit *field(const QString &name) { return m_person.find<QLineEdit>(name); }
    QString noteAt(const QString &name)
    {
        return QAccessible::queryAccessibleInterface(field(name))->text(QAccessible::Description);
    }
    void fill()
    {
        field(u"Profile name"_qs)->setText(u"prod-eu"_qs);
        field(u"Account ID"_qs)->setText(account);
        field(u"Cluster ID"_qs)->setText(cluster);
        field(u"Management token"_qs)->setText(token);
    }

private Q_SLOTS:
    void init()
    {
        m_store = {};
        m_keychain = {};
        m_cluster.databases.assign(221, {});
        for (size_t i = 0; i < m_cluster.databases.size(); ++i)
            m_cluster.databases[i].name = u"db%1"_qs.arg(i);
        m_cluster.listError.reset();
        m_cluster.listings = 0;
        m_trusted = {};
        open();
    }
    void cleanup() { m_dialog.reset(); }

    void namesItsPartsForAScreenReader()
    {
        for (const QString &name : {u"Profile name"_qs, u"Management URL"_qs, u"Account ID"_qs,
                                    u"Cluster ID"_qs, u"Cluster URL"_qs, u"Management token"_qs})
            QVERIFY2(field(name), qPrintable(name));
        QVERIFY(m_person.find<QComboBox>(u"Environment"_qs));
        QVERIFY(m_person.find<QCheckBox>(u"Keep for this session only"_qs));
        QVERIFY(m_person.find<QPushButton>(u"Test connection"_qs));
        QVERIFY(m_person.find<QPushButton>(u"Save"_qs));
        QCOMPARE(field(u"Management URL"_qs)->text(), u"https://console.influxdata.com"_qs);
    }

    void aClusteredProfileIsEnteredByHand()
    {
        QVERIFY(m_person.choose(u"Product"_qs, u"InfluxDB Clustered"_qs));
        QVERIFY(!m_person.sees(u"Account ID"_qs) && !m_person.sees(u"Cluster ID"_qs));
        QVERIFY(m_person.find<QCheckBox>(u"Placeholder IDs in the path"_qs));
        field(u"Profile name"_qs)->setText(u"own"_qs);
        QVERIFY(m_person.type(u"Management URL"_qs, u"influx.example:8443"_qs));
        QCOMPARE(field(u"Cluster URL"_qs)->text(), u"https://influx.example:8443"_qs);
        field(u"CA file"_qs)->setText(u"/gone.pem"_qs);
        field(u"Management token"_qs)->setText(token);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_store.profiles.empty());
        QVERIFY(noteAt(u"CA file"_qs).contains(u"No such file"_qs));

        m_store.authorities.insert(u"/there.pem"_qs, "PEM");
        field(u"CA file"_qs)->setText(u"/there.pem"_qs);
        QVERIFY(m_person.click(u"Save"_qs));
        QTRY_COMPARE(m_store.profiles.size(), std::size_t(1));
        const ClusterAddress &saved = m_store.profiles.front().address;
        QVERIFY(saved.product == Product::Clustered && saved.accountId.isEmpty());
        QCOMPARE(saved.authority.pem, QByteArray("PEM"));
        QVERIFY(m_trusted.contains(u"clustered"_qs, saved.trustedOrigin()));
        QVERIFY(m_keychain.holds(m_keychain.managementTokenItem(u"clustered"_qs, u"influx.example:8443"_qs),
                                 token.toUtf8()));
    }

    void theAuthoritysFileIsReadWhenItIsNamedAndBeforeItIsUsed()
    {
        fill();
        QVERIFY(m_person.choose(u"Product"_qs, u"InfluxDB Clustered"_qs));
        m_store.authorities.insert(u"/far/away.pem"_qs, "PEM");
        field(u"CA file"_qs)->setText(u"/far/away.pem"_qs);
        const int read = m_store.authoritiesRead;
        QVERIFY(m_person.type(u"Management URL"_qs, u"influx.example:8443"_qs));
        field(u"Management token"_qs)->setText(u"another"_qs);
        QCOMPARE(m_store.authoritiesRead, read);
        m_store.authorities.clear();
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(noteAt(u"CA file"_qs).contains(u"No such file"_qs));
        QVERIFY(m_store.profiles.empty());
    }

    void anEndpointFillsTheFields()
    {
        field(u"Cluster ID"_qs)
            ->insert(u"https://influx.example/api/v0/accounts/"_qs + account + u"/clusters/"_qs + cluster);
        QCOMPARE(field(u"Account ID"_qs)->text(), account);
        QCOMPARE(field(u"Cluster ID"_qs)->text(), cluster);
        QCOMPARE(field(u"Management URL"_qs)->text(), u"https://influx.example"_qs);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), QString());
    }

    void anIdIsCleanedAndTheClusterUrlFollows()
    {
        field(u"Cluster ID"_qs)->insert(u" {\""_qs + cluster.toUpper() + u"\"}\n"_qs);
        QCOMPARE(field(u"Cluster ID"_qs)->text(), cluster);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), u"https://%1.a.influxdb.io"_qs.arg(cluster));
        field(u"Cluster ID"_qs)->setText(account);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), u"https://%1.a.influxdb.io"_qs.arg(account));
        field(u"Cluster URL"_qs)->setText(u"https://mine.example"_qs);
        field(u"Cluster ID"_qs)->setText(cluster);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), u"https://mine.example"_qs);
    }

    void asksWhichOfSeveralIsMeant()
    {
        const QString other = u"99999999-9999-4999-8999-999999999999"_qs;
        const QString list = u"account_id %1 cluster_id %2\naccount_id %3 cluster_id %4"_qs;
        field(u"Account ID"_qs)->insert(list.arg(account, cluster, account, other));
        QCOMPARE(field(u"Account ID"_qs)->text(), account);
        QCOMPARE(field(u"Cluster ID"_qs)->text(), QString());
        QVERIFY(noteAt(u"Cluster ID"_qs).contains(u"several clusters"_qs));
        field(u"Cluster ID"_qs)->insert(other);
        QVERIFY(!noteAt(u"Cluster ID"_qs).contains(u"several"_qs));

        // An account may go with the other's cluster: neither is taken.
        field(u"Account ID"_qs)->setText(list.arg(account, cluster, other, other));
        QCOMPARE(field(u"Account ID"_qs)->text(), QString());
        QCOMPARE(field(u"Cluster ID"_qs)->text(), QString());
        QVERIFY(noteAt(u"Account ID"_qs).contains(u"several accounts"_qs));
        QVERIFY(noteAt(u"Cluster ID"_qs).contains(u"several clusters"_qs));
        field(u"Account ID"_qs)->insert(other);
        QVERIFY(!noteAt(u"Account ID"_qs).contains(u"several"_qs));
    }

    void aClusterUrlThatNoLongerFitsGoes_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QString>("text");
        QTest::newRow("own management host") << u"Management URL"_qs << u"https://influx.example"_qs;
        QTest::newRow("another host's endpoint")
            << u"Cluster ID"_qs
            << u"https://influx.example/api/v0/accounts/%1/clusters/%2/tokens"_qs.arg(account, cluster);
        QTest::newRow("no ID any more") << u"Cluster ID"_qs << u"3333"_qs;
    }

    void aClusterUrlThatNoLongerFitsGoes()
    {
        QFETCH(QString, changed);
        QFETCH(QString, text);
        const QString usual = u"https://%1.a.influxdb.io"_qs.arg(cluster);
        fill();
        QCOMPARE(field(u"Cluster URL"_qs)->text(), usual);
        field(changed)->setText(text);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), QString());
        // It comes back with what it was made of.
        fill();
        field(u"Management URL"_qs)->setText(u"https://console.influxdata.com"_qs);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), usual);
        // What the person wrote stays.
        field(u"Cluster URL"_qs)->setText(u"https://mine.example"_qs);
        field(changed)->setText(text);
        QCOMPARE(field(u"Cluster URL"_qs)->text(), u"https://mine.example"_qs);
    }

    void saysWhatIsWrongAtTheField()
    {
        QVERIFY(!noteAt(u"Account ID"_qs).contains(u"ID is needed"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(noteAt(u"Profile name"_qs).contains(u"A name is needed"_qs));
        QVERIFY(noteAt(u"Account ID"_qs).contains(u"ID is needed"_qs));
        QCOMPARE(QApplication::focusWidget(), field(u"Profile name"_qs));
        field(u"Profile name"_qs)->setText(u"Prod"_qs);
        QVERIFY(noteAt(u"Profile name"_qs).contains(u"Another profile"_qs));
        field(u"Profile name"_qs)->setText(u"prod-eu"_qs);
        QVERIFY(!noteAt(u"Profile name"_qs).contains(u"Another profile"_qs));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_store.profiles.empty());
    }

    void noticesTheKindOfToken()
    {
        fill();
        auto *const session = m_person.find<QCheckBox>(u"Keep for this session only"_qs);
        QVERIFY(!session->isChecked());
        QVERIFY(noteAt(u"Management token"_qs).contains(u"tokenry/management"_qs));
        field(u"Management token"_qs)->setText(u"eyJhbGciOiJub25lIn0.fake.fake"_qs);
        QVERIFY(session->isChecked() && !session->isEnabled());
        QVERIFY(noteAt(u"Management token"_qs).contains(u"this session only"_qs));
        field(u"Management token"_qs)->setText(u"apiv1_0000fake"_qs);
        QVERIFY(!session->isChecked() && session->isEnabled());
        QVERIFY(noteAt(u"Management token"_qs).contains(u"This is a database token (apiv1_…)"_qs));
        QVERIFY(m_person.click(u"Test connection"_qs));
        QCOMPARE(m_cluster.listings, 0);
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(m_dialog->isVisible());
    }

    void tellsWhatTheConnectionFound()
    {
        fill();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QVERIFY(m_person.reads(u"Connecting to console.influxdata.com"_qs));
        QVERIFY(m_person.sees(u"Stop"_qs));
        QTRY_VERIFY(m_person.reads(u"221 databases, 0 tokens"_qs));
        // What was found says nothing about another address.
        field(u"Cluster ID"_qs)->setText(account);
        QVERIFY(!m_person.reads(u"221 databases"_qs));
        QCOMPARE(m_keychain.itemCount(), 0);
    }

    void tellsWhyTheConnectionFails()
    {
        m_cluster.listError =
            FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None, u"no <b>way</b>"_qs);
        fill();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QTRY_VERIFY(m_person.reads(u"“no <b>way</b>”"_qs));
        QVERIFY(m_person.reads(u"Nothing was saved"_qs));
        QCOMPARE(field(u"Management token"_qs)->text(), token);
    }

    void aTestCanBeStopped()
    {
        m_keychain.hold(FakeKeychain::Operation::Read);
        fill();
        field(u"Management token"_qs)->clear();
        QVERIFY(m_trusted.add(account, u"https://console.influxdata.com"_qs));
        QVERIFY(m_person.click(u"Test connection"_qs));
        QVERIFY(m_person.click(u"Stop"_qs));
        QVERIFY(!m_person.reads(u"Connecting"_qs));
        QVERIFY(field(u"Account ID"_qs)->isEnabled());
        m_keychain.release(FakeKeychain::Operation::Read);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!m_person.sees(u"Message"_qs));
    }

    void anEmptyTokenFieldTestsTheStoredOne()
    {
        fill();
        field(u"Management token"_qs)->clear();
        QVERIFY(m_person.click(u"Test connection"_qs));
        // Not sent anywhere before the person allows it.
        QTRY_VERIFY(m_person.reads(u"Send the management token of account "_qs + account));
        QCOMPARE(m_cluster.listings, 0);
        m_keychain.put(m_keychain.managementTokenItem(account, u"console.influxdata.com"_qs), token.toUtf8());
        QVERIFY(m_person.click(u"Allow"_qs));
        QTRY_VERIFY(m_person.reads(u"221 databases"_qs));
        QVERIFY(m_trusted.contains(account, u"https://console.influxdata.com"_qs));
    }

    void aClockThatIsOffComesFirst()
    {
        m_cluster.serverTime = QDateTime::currentDateTimeUtc().addSecs(-3660);
        fill();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QTRY_VERIFY(m_person.reads(u"Attention: This computer's clock is 61 min ahead of the server's."_qs));
        QVERIFY(m_person.reads(u"The connection works. 221 databases, 0 tokens."_qs));
        m_cluster.serverTime = {};
    }

    void aLockedKeyringIsUnlockedForTheTest_data()
    {
        QTest::addColumn<KeychainError::Kind>("kind");
        QTest::addColumn<QString>("action");
        QTest::newRow("locked") << KeychainError::Kind::Locked << u"Unlock and test"_qs;
        QTest::newRow("dismissed") << KeychainError::Kind::Dismissed << u"Unlock and test"_qs;
        QTest::newRow("none yet") << KeychainError::Kind::NoCollection << u"Make a keyring…"_qs;
        QTest::newRow("missing") << KeychainError::Kind::Missing << QString();
        QTest::newRow("failed") << KeychainError::Kind::Failed << QString();
    }

    void aLockedKeyringIsUnlockedForTheTest()
    {
        QFETCH(KeychainError::Kind, kind);
        QFETCH(QString, action);
        m_keychain.put(m_keychain.managementTokenItem(account, u"console.influxdata.com"_qs), token.toUtf8());
        m_keychain.fail(FakeKeychain::Operation::Read, kind);
        QVERIFY(m_trusted.add(account, u"https://console.influxdata.com"_qs));
        fill();
        field(u"Management token"_qs)->clear();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QTRY_VERIFY(m_person.reads(u"The management token could not be read."_qs));
        // Here the profile is being edited already.
        QVERIFY(!m_person.reads(u"edit the profile"_qs));
        for (const QString &each : {u"Unlock and test"_qs, u"Make a keyring…"_qs})
            QCOMPARE(m_person.sees(each), each == action);
        if (action.isEmpty())
            return;
        m_keychain.hold(FakeKeychain::Operation::Unlock);
        QVERIFY(m_person.click(action));
        QVERIFY(m_person.reads(u"Waiting for the keychain's password…"_qs));
        QVERIFY(!field(u"Account ID"_qs)->isEnabled());
        m_keychain.release(FakeKeychain::Operation::Unlock);
        QTRY_VERIFY(m_person.reads(u"221 databases"_qs));
    }

    void aMissingTokenIsAskedForHere()
    {
        QVERIFY(m_trusted.add(account, u"https://console.influxdata.com"_qs));
        fill();
        field(u"Management token"_qs)->clear();
        QVERIFY(m_person.click(u"Test connection"_qs));
        QTRY_VERIFY(m_person.reads(u"There is no management token for this account in the keychain."_qs));
        QVERIFY(m_person.reads(u"Paste one here."_qs));
    }

    void rowsThatAreNotThereLeaveNoHole()
    {
        const auto top = [this](const QString &name) {
            return field(name)->mapTo(m_dialog.get(), QPoint()).y();
        };
        QCOMPARE(top(u"Cluster URL"_qs) - top(u"Management URL"_qs),
                 top(u"Management URL"_qs) - top(u"Cluster ID"_qs));
    }

    void aTokenWithABlankInsideIsRefusedAtTheField()
    {
        fill();
        field(u"Management token"_qs)->setText(u"M.V1.FAKE 0000"_qs);
        QVERIFY(noteAt(u"Management token"_qs).contains(u"a blank, a line end"_qs));
        QVERIFY(m_person.click(u"Test connection"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QCOMPARE(m_cluster.listings, 0);
        QVERIFY(m_store.profiles.empty());
    }

    void editingShowsTheProfile()
    {
        Profile profile;
        profile.slug = u"prod-eu"_qs;
        profile.name = u"prod-eu"_qs;
        profile.environment = Environment::Staging;
        profile.address.accountId = account;
        profile.address.clusterId = cluster;
        m_dialog.reset();
        open(profile);
        QCOMPARE(field(u"Profile name"_qs)->text(), u"prod-eu"_qs);
        QCOMPARE(m_person.find<QComboBox>(u"Environment"_qs)->currentText(), u"Staging"_qs);
        QVERIFY(noteAt(u"Management token"_qs).contains(u"go on with the one that is in use"_qs));
        QVERIFY(m_person.click(u"Save"_qs));
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store.profiles.front().slug, u"prod-eu"_qs);
        QCOMPARE(m_keychain.itemCount(), 0);
    }

    void theWheelChoosesNothing()
    {
        for (const QString &name : {u"Environment"_qs, u"Product"_qs, u"Default expiry"_qs}) {
            auto *const chooser = m_person.find<QComboBox>(name);
            QVERIFY2(chooser, qPrintable(name));
            const int before = chooser->currentIndex();
            for (const int notch : {-120, 120}) {
                QWheelEvent wheel({5, 5}, chooser->mapToGlobal(QPointF(5, 5)), {}, {0, notch}, Qt::NoButton,
                                  {}, Qt::NoScrollPhase, false);
                QApplication::sendEvent(chooser, &wheel);
                QCOMPARE(chooser->currentIndex(), before);
            }
        }
    }
};

QTEST_MAIN(ProfileDialogTest)
#include "tst_profiledialog.moc"
