// SPDX-License-Identifier: MIT
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/keyringsession.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

namespace
{

/// Waits for the password window and presses keys in it.
bool answerPrompt(const QStringList &keys)
{
    QByteArray window;
    const bool shown = QTest::qWaitFor(
        [&] {
            window = run(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s})
                         .out.trimmed();
            return !window.isEmpty();
        },
        20000);
    if (!shown)
        return false;
    const QString id = QString::fromLatin1(window).section(u'\n', 0, 0);
    return run(u"xdotool"_s, {u"windowfocus"_s, u"--sync"_s, id}).status == 0 &&
           run(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, u"60"_s} + keys).status == 0;
}

} // namespace

/// On a real locked keyring (the last one: on none yet) with the desktop's real password window, pressed by a
/// machine.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeIsDismissed();
    void thePasswordUnlocks();
    void aNewKeyringIsMade();
};

void TestKeychainPrompt::escapeIsDismissed()
{
    SystemKeychain keychain;
    const auto unlock = keychain.unlock();
    QVERIFY(answerPrompt({u"Escape"_s}));
    QCOMPARE(await(unlock).error().kind, Kind::Dismissed);
    QVERIFY(await(keychain.look())->locked);
}

void TestKeychainPrompt::thePasswordUnlocks()
{
    SystemKeychain keychain;
    const auto unlock = keychain.unlock();
    // Meanwhile nothing else waits for the person.
    QVERIFY(await(keychain.look())->locked);
    QCOMPARE(await(keychain.prove()).error().kind, Kind::Locked);
    QVERIFY(answerPrompt({u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Return"_s}));
    const auto place = await(unlock);
    QVERIFY(place);
    QVERIFY(!place->locked);
    QVERIFY(await(keychain.prove()));
}

void TestKeychainPrompt::aNewKeyringIsMade()
{
    SystemKeychain keychain;
    QCOMPARE(await(keychain.look()).error().kind, Kind::NoCollection);
    const auto unlock = keychain.unlock();
    QVERIFY(answerPrompt(
        {u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Tab"_s, u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Return"_s}));
    const auto place = await(unlock);
    QVERIFY2(place,
             qPrintable(place ? QString()
                              : u"kind %1: "_s.arg(int(place.error().kind)) + place.error().technical));
    QCOMPARE(place->collection, u"Login"_s);
    QVERIFY(!place->locked);
    QVERIFY(await(keychain.prove()));
}

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychainprompt.moc"
