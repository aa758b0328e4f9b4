// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"
#include "wording/keychaintext.h"

#include <QGuiApplication>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;
using Kind = KeychainError::Kind;
Q_DECLARE_METATYPE(KeychainError::Kind)

/// Where the secret is to go: proven, not proven and why, the name, or nowhere.
class ReviewKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void waitsForTheProof();
    void saysThatItTakesLong();
    void saysWhatWasProven();
    void saysThatAKeyringIsPlainText();
    void saysWhyNot_data();
    void saysWhyNot();
    void hasWordsOfItsOwnForEachFailure();
    void unlocks();
    void triesAgain();
    void letsShowOnlyPass();
    void showsWhereItWillLie();
    void refusesBadNames_data();
    void refusesBadNames();
    void offersTheNextNameWhenTaken();

private:
    void open();
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return named<QPushButton>(*m_page, QString::fromUtf8(name));
    }
    [[nodiscard]] QString status() const;

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<ReviewPage> m_page;
};

void ReviewKeychainTest::init()
{
    m_scene = std::make_unique<IssuanceScene>();
    m_scene->tick(Action::Read, QStringLiteral("billing"));
    m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
}

void ReviewKeychainTest::cleanup()
{
    m_page.reset();
    m_clipboard.reset();
    m_scene.reset();
}

void ReviewKeychainTest::open()
{
    m_scene->start();
    m_page = std::make_unique<ReviewPage>(*m_scene->issuance, *m_clipboard);
    m_page->show();
}

QString ReviewKeychainTest::status() const
{
    const auto *const line = named<QWidget>(*m_page, QStringLiteral("Keychain status"));
    return line ? line->accessibleDescription() : QString();
}

void ReviewKeychainTest::waitsForTheProof()
{
    m_scene->keychain.hold(Operation::Prove);
    open();
    QVERIFY(status().startsWith(QStringLiteral("Trying the keychain")));
    QVERIFY(!button("Create token")->isEnabled());
    m_scene->keychain.release(Operation::Prove);
    QTRY_VERIFY(button("Create token")->isEnabled());
}

void ReviewKeychainTest::saysThatItTakesLong()
{
    m_scene->keychain.hold(Operation::Prove);
    open();
    QVERIFY(!status().contains(QStringLiteral("unusually long")));
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(QStringLiteral("This takes unusually long.")), 10'000);
    QVERIFY(status().startsWith(QStringLiteral("Trying the keychain")));
    QVERIFY(status().contains(QStringLiteral("Show only")));
    m_scene->keychain.release(Operation::Prove);
    QTRY_VERIFY(status().contains(QStringLiteral("test item written")));
    QVERIFY(!status().contains(QStringLiteral("unusually long")));
}

void ReviewKeychainTest::saysWhatWasProven()
{
    open();
    QTRY_COMPARE(status(), QStringLiteral("GNOME Keyring › Login: test item written, read, removed 14:05"));
    QVERIFY(!button("Unlock…"));
    QVERIFY(!button("Try again"));
}

void ReviewKeychainTest::saysThatAKeyringIsPlainText()
{
    m_scene->keychain.place.plainText = true;
    open();
    QTRY_VERIFY(button("Create token")->isEnabled());
    QVERIFY2(status().startsWith(QStringLiteral("This keyring has no password: what it holds is plain text")),
             qPrintable(status()));
    QVERIFY(
        status().contains(QStringLiteral("GNOME Keyring › Login: test item written, read, removed 14:05")));
    QVERIFY(status().contains(QStringLiteral("Show only")));
    QVERIFY(!button("Unlock…"));
}

void ReviewKeychainTest::saysWhyNot_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("wayOn");
    QTest::newRow("missing") << Kind::Missing << QByteArray();
    QTest::newRow("no collection") << Kind::NoCollection << QByteArray("Make a keyring…");
    QTest::newRow("locked") << Kind::Locked << QByteArray("Unlock…");
    QTest::newRow("dismissed") << Kind::Dismissed << QByteArray("Unlock…");
    QTest::newRow("denied") << Kind::Denied << QByteArray();
    QTest::newRow("not answering") << Kind::NotAnswering << QByteArray();
    QTest::newRow("not found") << Kind::NotFound << QByteArray();
    QTest::newRow("failed") << Kind::Failed << QByteArray();
    QTest::newRow("not kept") << Kind::NotKept << QByteArray();
    QTest::newRow("bus lost") << Kind::BusLost << QByteArray();
}

void ReviewKeychainTest::saysWhyNot()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, wayOn);
    m_scene->keychain.fail(Operation::Prove, kind, QStringLiteral("<b>in its own words</b>"));
    open();
    const ErrorText text = textFor(KeychainError{kind, {}}, KeychainSituation::BeforeCreating);
    QTRY_VERIFY(status().startsWith(text.headline));
    QVERIFY(status().contains(text.remedy));
    QVERIFY(status().contains(QStringLiteral("<b>in its own words</b>")));
    QVERIFY(allLabelsArePlain(*m_page));
    for (const char *const each : {"Unlock…", "Make a keyring…"})
        QCOMPARE(button(each) != nullptr, wayOn == each);
    QCOMPARE(button("Try again") != nullptr, kind != Kind::BusLost);
    QVERIFY(!button("Create token")->isEnabled());
}

void ReviewKeychainTest::hasWordsOfItsOwnForEachFailure()
{
    QSet<QString> headlines;
    for (int kind = 0; kind <= static_cast<int>(Kind::BusLost); ++kind) {
        for (const auto situation : {KeychainSituation::BeforeCreating, KeychainSituation::AfterCreating}) {
            const ErrorText text = textFor(KeychainError{static_cast<Kind>(kind), {}}, situation);
            QVERIFY(!text.meaning.isEmpty() && !text.remedy.isEmpty());
            QVERIFY(!headlines.contains(text.headline));
            headlines.insert(text.headline);
        }
    }
}

void ReviewKeychainTest::unlocks()
{
    m_scene->keychain.place.locked = true;
    open();
    QTRY_VERIFY(button("Unlock…"));
    QTest::mouseClick(button("Unlock…"), Qt::LeftButton);
    QTRY_VERIFY(button("Create token")->isEnabled());
    QCOMPARE(m_scene->keychain.calls(Operation::Unlock), 1);
}

void ReviewKeychainTest::triesAgain()
{
    m_scene->keychain.fail(Operation::Prove, Kind::Missing);
    open();
    QTRY_VERIFY(button("Try again"));
    m_scene->keychain.succeed(Operation::Prove);
    QTest::mouseClick(button("Try again"), Qt::LeftButton);
    QTRY_VERIFY(button("Create token")->isEnabled());
    QVERIFY(status().contains(QStringLiteral("test item written")));
}

void ReviewKeychainTest::letsShowOnlyPass()
{
    m_scene->keychain.fail(Operation::Prove, Kind::Missing);
    open();
    QTRY_VERIFY(button("Try again"));
    QTest::mouseClick(named<QRadioButton>(*m_page, QStringLiteral("Show only")), Qt::LeftButton, {},
                      QPoint(8, 8));
    QVERIFY(button("Create token")->isEnabled());
    QVERIFY(keepsText(*m_page, QStringLiteral("it cannot be shown again")));
    QVERIFY(status().isEmpty());
    QTest::mouseClick(named<QRadioButton>(*m_page, QStringLiteral("Keychain")), Qt::LeftButton, {},
                      QPoint(8, 8));
    QVERIFY(!button("Create token")->isEnabled());
}

void ReviewKeychainTest::showsWhereItWillLie()
{
    open();
    auto *const name = named<QLineEdit>(*m_page, QStringLiteral("Keychain name"));
    QCOMPARE(name->text(), keychainNameFor(m_scene->draft.description));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("edge"));
    QVERIFY(keepsText(*m_page, QStringLiteral("service tokenry/prod-eu/edge, key edge")));
    QTRY_VERIFY(button("Create token")->isEnabled());
}

void ReviewKeychainTest::refusesBadNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QStringLiteral("a b");
    QTest::newRow("slash") << QStringLiteral("a/b");
    QTest::newRow("letter of another script") << QStringLiteral("straße");
    QTest::newRow("next") << QStringLiteral("edge_next");
    QTest::newRow("prev") << QStringLiteral("edge_prev");
}

void ReviewKeychainTest::refusesBadNames()
{
    QFETCH(QString, name);
    open();
    QTRY_VERIFY(button("Create token")->isEnabled());
    auto *const field = named<QLineEdit>(*m_page, QStringLiteral("Keychain name"));
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, name);
    QVERIFY(!button("Create token")->isEnabled());
    QVERIFY(!m_page->findChild<QLabel *>(QStringLiteral("nameFault"))->text().isEmpty());
    QVERIFY(!field->accessibleDescription().isEmpty());
}

void ReviewKeychainTest::offersTheNextNameWhenTaken()
{
    m_scene->keychain.put(m_scene->keychain.tokenItem(QStringLiteral("prod-eu"), QStringLiteral("edge")),
                          "an older one");
    open();
    auto *const field = named<QLineEdit>(*m_page, QStringLiteral("Keychain name"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("edge"));
    QTRY_VERIFY(button("Use edge_2"));
    QVERIFY(!button("Create token")->isEnabled());
    QTest::mouseClick(button("Use edge_2"), Qt::LeftButton);
    QCOMPARE(field->text(), QStringLiteral("edge_2"));
    QTRY_VERIFY(button("Create token")->isEnabled());
}

QTEST_MAIN(ReviewKeychainTest)
#include "tst_reviewkeychain.moc"
