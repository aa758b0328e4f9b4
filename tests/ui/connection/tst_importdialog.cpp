// SPDX-License-Identifier: MIT
#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "connection/importdialog.h"
#include "support/fakes/fakeinfluxctlprofiles.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeprofilestore.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/influxctlsamples.h"
#include "support/person/person.h"

#include <QAccessible>
#include <QCheckBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;

class ImportDialogTest : public QObject
{
    Q_OBJECT

    FakeInfluxctlProfiles m_influxctl;
    std::unique_ptr<FakeProfileStore> m_store;
    FakeTrustedOrigins m_trusted;
    std::unique_ptr<FakeKeychain> m_keychain;
    SecretClipboard m_clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<ImportDialog> m_dialog;
    Person m_person;
    const QString m_copyTokens = u"Copy management tokens into the keychain"_qs;

    void open()
    {
        m_dialog = std::make_unique<ImportDialog>(std::make_unique<ProfileImport>(m_influxctl, *m_store,
                                                                                  m_trusted, *m_keychain,
                                                                                  std::vector<Profile>()),
                                                  m_clipboard);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    QString saidOf(const QString &name) const
    {
        auto *box = m_person.find<QCheckBox>(name);
        return box ? QAccessible::queryAccessibleInterface(box)->text(QAccessible::Description) : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<FakeProfileStore>();
        m_keychain = std::make_unique<FakeKeychain>();
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                                   [] { return clusteredSample(u"own"_qs, u"influx.example"_qs); });
        };
    }
    void cleanup() { m_dialog.reset(); }

    void namesItsPartsForAScreenReader()
    {
        open();
        for (const QString &name : {u"prod-eu"_qs, u"own"_qs, m_copyTokens})
            QVERIFY2(m_person.find<QCheckBox>(name), qPrintable(name));
        for (const QString &name : {u"Choose another file…"_qs, u"Import 2 profiles"_qs, u"Cancel"_qs})
            QVERIFY2(m_person.find<QPushButton>(name), qPrintable(name));
        QVERIFY(saidOf(u"prod-eu"_qs).contains(u"in plain text in config.toml"_qs));
        QVERIFY(saidOf(u"prod-eu"_qs).contains(u"console.influxdata.com"_qs));
        QVERIFY(saidOf(u"own"_qs).contains(u"no management token"_qs));
    }

    void flagsWhatIsNotHonoured()
    {
        m_influxctl.make = [] {
            return influxctlConfig([] {
                InfluxctlProfile profile = clusteredSample(u"own"_qs, u"influx.example"_qs);
                profile.tls = {true, true, u"/c"_qs, u"/k"_qs, u"/gone.pem"_qs};
                profile.unknownKeys = {u"colour"_qs};
                return profile;
            });
        };
        open();
        const QString said = saidOf(u"own"_qs);
        for (const QString &each :
             {u"tls.insecure is not honoured"_qs, u"tls.disable is not honoured"_qs,
              u"tls.cert and tls.key are left out"_qs, u"/gone.pem cannot be used"_qs, u"colour"_qs})
            QVERIFY2(said.contains(each), qPrintable(each));
        QVERIFY(m_person.find<QCheckBox>(u"own"_qs)->isChecked());
    }

    void aKeyringWithoutAPasswordIsSaidBefore()
    {
        const QString said = u"This keyring has no password: what it holds is plain text on the disk."_qs;
        open();
        QVERIFY(m_person.reads(u"Each is read back and compared."_qs));
        QVERIFY(!m_person.reads(said));
        m_keychain->place.plainText = true;
        open();
        QTRY_VERIFY(m_person.reads(said));
        QVERIFY(m_person.tick(m_copyTokens, false));
        QVERIFY(!m_person.reads(said));
    }

    void aLockedKeyringIsUnlockedFromHere()
    {
        m_keychain->fail(Operation::Write, KeychainError::Kind::Locked);
        open();
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.click(u"Unlock and store the tokens"_qs));
        QTRY_VERIFY(saidOf(u"prod-eu"_qs).contains(u"in the keychain, read back and compared"_qs));
        QVERIFY(!m_person.sees(u"Unlock and store the tokens"_qs));
    }

    void aFaultyProfileCannotBeChosen()
    {
        m_influxctl.make = [] {
            return influxctlConfig(
                [] {
                    InfluxctlProfile profile = dedicatedSample(u"typo"_qs);
                    profile.fault = StorageError{StorageError::Kind::BadValue, {}, 5, 16, u"account_id"_qs,
                                                 u"expected a UUID"_qs};
                    return profile;
                },
                [] { return dedicatedSample(u"good"_qs); });
        };
        open();
        QVERIFY(!m_person.find<QCheckBox>(u"typo"_qs)->isEnabled());
        QVERIFY(saidOf(u"typo"_qs).contains(u"line 5, column 16, “account_id”: expected a UUID"_qs));
        QVERIFY(m_person.click(u"Import 1 profile"_qs));
        QTRY_COMPARE(m_store->profiles.size(), std::size_t(1));
    }

    void offersTokensOnlyWhereThereAreSome()
    {
        open();
        QVERIFY(m_person.find<QCheckBox>(m_copyTokens)->isEnabled());
        QVERIFY(m_person.tick(u"prod-eu"_qs, false));
        QVERIFY(!m_person.find<QCheckBox>(m_copyTokens)->isEnabled());
        QVERIFY(m_person.tick(u"own"_qs, false));
        QVERIFY(!m_person.find<QPushButton>(u"Import"_qs)->isEnabled());
    }

    void tokensStayThereWhenAskedTo()
    {
        open();
        QVERIFY(m_person.tick(m_copyTokens, false));
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs, [&] { return m_person.sees(u"Close"_qs); }));
        QCOMPARE(m_keychain->itemCount(), 0);
        QVERIFY(m_person.reads(u"left in config.toml only"_qs));
        QVERIFY(!m_person.sees(u"Copy command that removes them"_qs));
    }

    void tellsOfAKeychainThatFails()
    {
        m_keychain->fail(Operation::Write, KeychainError::Kind::Dismissed);
        open();
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs, [&] { return m_person.sees(u"Close"_qs); }));
        QCOMPARE(m_store->profiles.size(), std::size_t(2));
        QVERIFY(m_person.reads(u"Its management token was not stored."_qs));
        QVERIFY(!m_person.sees(u"Copy command that removes them"_qs));
    }

    void whatWasNotImportedKeepsItsToken()
    {
        m_store->failure = StorageError{StorageError::Kind::NotWritable, u"/p"_qs, 0, 0, {}, u"full"_qs};
        open();
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs, [&] { return m_person.sees(u"Close"_qs); }));
        QVERIFY(m_person.reads(u"No profile was made."_qs));
        QVERIFY(m_person.reads(u"Not imported. A file could not be written."_qs));
        QVERIFY(!m_person.sees(u"Copy command that removes them"_qs));
    }

    void canBeLeftWhileTheKeychainIsSilent()
    {
        m_keychain->hold(Operation::Write);
        open();
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the wait"_qs, [&] { return m_person.sees(u"Stop waiting"_qs); }));
        QVERIFY(m_person.click(u"Stop waiting"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs, [&] { return m_person.sees(u"Close"_qs); }));
        QVERIFY(m_person.reads(u"2 profiles were imported."_qs));
        QVERIFY(m_person.reads(u"The keychain was not waited for."_qs));
        QCOMPARE(m_dialog->findChild<MessageBar *>()->tone(), Tone::Warning);
        // Nobody knows whether the keychain has it.
        QVERIFY(!m_person.sees(u"Copy command that removes them"_qs));
        QCOMPARE(m_store->profiles.size(), std::size_t(2));
        m_dialog->reject();
        m_keychain->release(Operation::Write);
        QTest::qWait(20);
        QCOMPARE(m_dialog->import().saved().size(), std::size_t(2));
    }

    void cancelledWhileTheKeychainIsSilentItMakesNothing()
    {
        m_keychain->hold(Operation::Write);
        open();
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the wait"_qs, [&] { return m_person.sees(u"Stop waiting"_qs); }));
        QVERIFY(m_person.click(u"Cancel"_qs));
        m_keychain->release(Operation::Write);
        QTest::qWait(20);
        QVERIFY(m_store->profiles.empty());
    }

    void anotherTokenInTheKeychainLeadsOn()
    {
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                                   [] { return dedicatedSample(u"staging"_qs, u'2'); },
                                   [] { return dedicatedSample(u"not chosen"_qs, u'4'); });
        };
        m_keychain->put(m_keychain->managementTokenItem(u"11111111-1111-4111-8111-111111111111"_qs,
                                                        u"console.influxdata.com"_qs),
                        "M.V1.FAKE-other");
        open();
        QVERIFY(m_person.tick(u"not chosen"_qs, false));
        QVERIFY(m_person.click(u"Import 2 profiles"_qs));
        QVERIFY(m_person.waitFor(u"the outcome"_qs, [&] { return m_person.sees(u"Close"_qs); }));
        const auto *const message = m_dialog->findChild<MessageBar *>();
        QCOMPARE(message->tone(), Tone::Warning);
        QVERIFY(m_person.reads(u"edit the profile and paste the one in config.toml"_qs));
        QVERIFY2(message->text().remedy.contains(u"that of “prod-eu”, “not chosen”."_qs),
                 qPrintable(message->text().remedy));
        QVERIFY(m_person.sees(u"Copy command that removes them"_qs));
    }

    void whoCanReadTheFileIsSaidWithWhatIsInIt()
    {
        m_influxctl.make = [] {
            auto config = influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); });
            config->readableByOthers = true;
            return config;
        };
        open();
        QVERIFY(m_person.reads(u"The management tokens in it allow everything"_qs));
        m_influxctl.make = [] {
            auto config = influxctlConfig([] { return clusteredSample(u"own"_qs, u"influx.example"_qs); });
            config->readableByOthers = true;
            return config;
        };
        open();
        QVERIFY(m_person.reads(u"Other people on this computer can read this file."_qs));
        QVERIFY(m_person.reads(u"There is no management token in it now."_qs));
        QVERIFY(!m_person.reads(u"allow everything"_qs));
        QVERIFY(m_person.sees(u"Copy command"_qs));
    }

    void whatIsSomebodyElsesIsNotTheirsToChange()
    {
        m_influxctl.make = []() -> Result<InfluxctlConfig, StorageError> {
            return unexpected(
                StorageError{StorageError::Kind::NotYours, u"/tmp"_qs, 0, 0, {}, u"belongs to root"_qs});
        };
        open();
        QVERIFY(m_person.reads(u"Other people can change the folder /tmp."_qs));
        QVERIFY(m_person.reads(u"belongs to root"_qs));
        QVERIFY(m_person.reads(u"It belongs to somebody else"_qs));
        QVERIFY(!m_person.sees(u"Copy command"_qs));
        QVERIFY(m_person.sees(u"Look again"_qs) && m_person.sees(u"Choose another file…"_qs));
    }

    void tellsWhatBecomesOfTheIdsOfAClusteredProfile()
    {
        m_influxctl.make = [] {
            const auto with = [](const QString &name, const QString &account) {
                InfluxctlProfile profile = clusteredSample(name, name + u".example"_qs);
                profile.accountId = account;
                profile.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
                return profile;
            };
            return influxctlConfig(
                [&] { return with(u"both"_qs, u"11111111-1111-4111-8111-111111111111"_qs); },
                [&] { return with(u"one"_qs, QString()); });
        };
        open();
        QVERIFY(saidOf(u"both"_qs).contains(u"go into the path"_qs));
        QVERIFY(saidOf(u"one"_qs).contains(u"account_id and cluster_id are left out"_qs));
    }

    void anotherFileIsChosenWithoutANestedLoop()
    {
        m_influxctl.make = {};
        open();
        QVERIFY(m_person.reads(u"No influxctl configuration was found."_qs));
        QVERIFY(m_person.click(u"Choose another file…"_qs));
        auto *files = m_dialog->findChild<QFileDialog *>();
        QVERIFY(files && files->isModal());
        m_influxctl.file = u"/elsewhere/config.toml"_qs;
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); });
        };
        Q_EMIT files->fileSelected(m_influxctl.file);
        files->close();
        QTRY_VERIFY(m_person.sees(u"prod-eu"_qs));
        QVERIFY(m_person.reads(u"/elsewhere/config.toml"_qs));
    }
    void namesKeysThatNobodyKnows()
    {
        m_influxctl.make = [] {
            auto config = influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); });
            config->unknownKeys = {u"theme"_qs};
            return config;
        };
        open();
        QVERIFY(m_person.reads(u"Left out, because unknown: theme."_qs));
    }

    // [[profiles]], for example.
    void saysWhatStandsThereInsteadOfProfiles()
    {
        m_influxctl.make = [] {
            auto config = influxctlConfig();
            config->unknownKeys = {u"profiles"_qs};
            return config;
        };
        open();
        QVERIFY(m_person.reads(u"What it has instead: profiles."_qs));
        QVERIFY(!m_person.reads(u"Left out, because unknown"_qs));
    }

    void saysWhichEnvironmentANameMeans()
    {
        m_influxctl.make = [] {
            return influxctlConfig([] { return dedicatedSample(u"prod-eu"_qs); },
                                   [] { return dedicatedSample(u"eu-dev-1"_qs, u'2'); });
        };
        open();
        QVERIFY(saidOf(u"eu-dev-1"_qs).contains(u"Environment: Other, from its name."_qs));
        QVERIFY(!saidOf(u"prod-eu"_qs).contains(u"Environment"_qs));
    }
};

QTEST_MAIN(ImportDialogTest)
#include "tst_importdialog.moc"
