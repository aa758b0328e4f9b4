// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"
#include "ui/window/windowscene.h"

#include <QLineEdit>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using namespace Qt::StringLiterals;

/// A token that was just created as the pattern for the next.
class CloningTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowScene> m_scene;

    Person &person() { return m_scene->person; }
    QString description() { return person().find<QLineEdit>(u"Description"_qs)->text(); }

    void create()
    {
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(person().type(u"Description"_qs, u"Telegraf edge"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Read on telegraf/autogen"_qs));
        QVERIFY(person().click(u"Review…"_qs));
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret =
                Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
            return creation;
        };
        m_scene->window->findChild<GuardedButton *>()->setGuard(std::chrono::milliseconds(0));
        QVERIFY(person().click(u"Create token"_qs));
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(person().reads(u"Created “Telegraf edge”."_qs));
    }

    /// What Review shows, as read write pairs; goes back.
    QByteArray reviewed()
    {
        if (!person().click(u"Review…"_qs) || !person().sees(u"Create token"_qs))
            return {};
        const bool both = person().reads(u"Writes 1 database, reads 1 database"_qs);
        const bool names =
            person().reads(u"\"resource\": \"billing\""_qs) || person().reads(u"\"resource\":\"billing\""_qs);
        static_cast<void>(person().click(u"Back"_qs));
        return both && names ? "as made"_ba : "other"_ba;
    }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->open();
    }
    void cleanup() { m_scene.reset(); }

    void anotherHasTheSamePermissions()
    {
        create();
        QVERIFY(person().click(u"Another with the same permissions"_qs));
        QVERIFY(person().reads(u"The same permissions and expiry are filled in."_qs));
        QVERIFY(!person().sees(u"Another with the same permissions"_qs));
        QCOMPARE(description(), QString());
        QVERIFY(person().find<QLineEdit>(u"Description"_qs)->hasFocus());
        QVERIFY(person().type(u"Description"_qs, u"Telegraf edge 2"_qs));
        QCOMPARE(reviewed(), "as made"_ba);
    }

    void anotherKeepsWhatWasTypedMeanwhile()
    {
        create();
        QVERIFY(person().type(u"Description"_qs, u"Already typed"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Read on billing_events"_qs));
        QVERIFY(person().click(u"Another with the same permissions"_qs));
        QVERIFY(person().reads(u"It stands in place of what was composed here; Undo brings that back."_qs));
        QCOMPARE(description(), u"Already typed"_qs);
        QCOMPARE(reviewed(), "as made"_ba);
        QVERIFY(person().click(u"Undo"_qs));
        QCOMPARE(description(), u"Already typed"_qs);
        QCOMPARE(reviewed(), "other"_ba);
        QVERIFY(person().click(u"Redo"_qs));
        QCOMPARE(reviewed(), "as made"_ba);
    }

    void aTemplateGoesToAnotherProfile()
    {
        create();
        // There, telegraf/autogen is not.
        m_scene->cluster.databases = {{u"billing"_qs, {}}, {u"billing_events"_qs, {}}, {u"other"_qs, {}}};
        QVERIFY(person().pick(u"Use as template"_qs, u"staging · STAGING"_qs));
        QCOMPARE(m_scene->window->windowTitle(), u"Tokenry – staging (STAGING)"_qs);
        // The names are missing only once that list is there.
        QVERIFY(person().reads(u"Permissions and description are taken from a token on “prod-eu”."_qs));
        QTRY_VERIFY(
            person().reads(u"1 database is not on this cluster and is flagged: “telegraf/autogen”."_qs));
        QCOMPARE(description(), u"Telegraf edge"_qs);
        QCOMPARE(m_scene->rows(), 4);
        QCOMPARE(reviewed(), "as made"_ba);

        QVERIFY(person().click(u"Undo"_qs));
        QCOMPARE(description(), QString());
        QCOMPARE(m_scene->rows(), 3);
        // Where it came from nothing changed.
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs));
        QCOMPARE(description(), QString());
    }

    void aTemplateWhoseNamesAreAllThere()
    {
        create();
        QVERIFY(person().pick(u"Use as template"_qs, u"staging · STAGING"_qs));
        QTRY_VERIFY(person().reads(u"Every database named is on this cluster."_qs));
        QCOMPARE(m_scene->rows(), 3);
        QCOMPARE(reviewed(), "as made"_ba);
    }

    void aTemplateReplacesADraftThatCanComeBack()
    {
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(person().type(u"Description"_qs, u"Mine"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs));
        create();
        QVERIFY(person().pick(u"Use as template"_qs, u"staging · STAGING"_qs));
        QTRY_VERIFY(
            person().reads(u"It stands in place of what was composed here; Undo brings that back."_qs));
        QCOMPARE(description(), u"Telegraf edge"_qs);
        QVERIFY(person().click(u"Undo"_qs));
        QCOMPARE(description(), u"Mine"_qs);
    }

    void theListThatComesLateSaysNothingOverSomethingElse()
    {
        create();
        m_scene->keychain.hold(FakeKeychain::Operation::Read);
        QVERIFY(person().pick(u"Use as template"_qs, u"staging · STAGING"_qs));
        QVERIFY(person().reads(u"Permissions and description are taken"_qs));
        QVERIFY(!person().reads(u"Every database named"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs)); // what was said goes
        m_scene->keychain.release(FakeKeychain::Operation::Read);
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(!person().reads(u"Permissions and description are taken"_qs));
        QCOMPARE(description(), u"Telegraf edge"_qs); // the draft is there all the same
    }

    void withoutAnotherProfileThereIsNoTemplate()
    {
        m_scene = std::make_unique<WindowScene>();
        m_scene->store.profiles.pop_back();
        m_scene->open();
        create();
        QVERIFY(person().sees(u"Another with the same permissions"_qs));
        QVERIFY(!person().sees(u"Use as template"_qs));
    }
    // A look at another profile does not lose the only way to another token like it.
    void isOfferedAgainOnItsProfile()
    {
        create();
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QVERIFY(!person().sees(u"Another with the same permissions"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs));
        QVERIFY(person().reads(u"Created “Telegraf edge”."_qs));
        QVERIFY(person().sees(u"Use as template"_qs));
        QVERIFY(person().click(u"Another with the same permissions"_qs));
        QVERIFY(person().type(u"Description"_qs, u"Telegraf edge 2"_qs));
        QCOMPARE(reviewed(), "as made"_ba);
    }

    void isNotOfferedOnceItWasPutAway()
    {
        create();
        QVERIFY(person().click(u"Dismiss message"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs));
        QVERIFY(!person().sees(u"Another with the same permissions"_qs));
    }
};

QTEST_MAIN(CloningTest)
#include "tst_cloning.moc"
