// SPDX-License-Identifier: MIT
#include "keychain/keychainnaming.h"
#include "keychain/systemkeychain.h"
#include "support/keyring/await.h"
#include "support/keyring/keyringsession.h"

using namespace tokenry;
using namespace tokenry::test;
using namespace Qt::StringLiterals;
using Kind = KeychainError::Kind;

namespace
{

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    static QMutex mutex;
    const QMutexLocker lock(&mutex);
    logged << QString::fromLatin1(context.category) + u": "_s + text;
}

const QByteArray token = "apiv1_0000000000000000000000000000000000000000000000000000000000000000";

} // namespace

/// On a real, private, unlocked GNOME Keyring.
class TestSystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksWithoutTouchingAnything();
    void keepsWhatItIsGiven_data();
    void keepsWhatItIsGiven();
    void overwrites();
    void saysWhatIsThere();
    void removes();
    void refusesWhatItCannotKeep_data();
    void refusesWhatItCannotKeep();
    void readsWhatAnAdministratorProvisioned();
    void noticesAnItemInItsWay();
    void provesItselfAndLeavesNothing();
    void answersManyAtOnce();
    void canBeGivenUp();
    void logsNoSecretAndNoName();
    void saysLockedOnceLocked();

private:
    KeychainItem item() const
    {
        return m_keychain.tokenItem(u"demo"_s, QString::fromLatin1(QTest::currentTestFunction()));
    }
    Result<Done, KeychainError> write(const KeychainItem &where, const QByteArray &bytes)
    {
        return await(m_keychain.write(where, Secret::copyOf(bytes)));
    }
    QByteArray read(const KeychainItem &where)
    {
        const auto secret = await(m_keychain.read(where));
        return secret ? secret->reveal([](QByteArrayView bytes) { return bytes.toByteArray(); })
                      : QByteArray();
    }

    SystemKeychain m_keychain;
};

void TestSystemKeychain::looksWithoutTouchingAnything()
{
    const auto place = await(m_keychain.look());
    QVERIFY(place);
    QCOMPARE(place->service, u"GNOME Keyring"_s);
    QCOMPARE(place->collection, u"Login"_s);
    QVERIFY(place->owner.startsWith(u':'));
    QVERIFY(!place->locked);
    QVERIFY(!place->plainText);
    QCOMPARE(*await(m_keychain.look()), *place);
    QCOMPARE(*await(m_keychain.unlock()), *place);
}

void TestSystemKeychain::keepsWhatItIsGiven_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("token") << token;
    QTest::newRow("one character") << "x"_ba;
    QTest::newRow("odd characters") << R"(a b"c'$d\e{}%1)"_ba;
    QTest::newRow("Unicode") << u"größer – 日本 🔑"_s.toUtf8();
    QTest::newRow("line breaks") << "first\nsecond\r\n"_ba;
    QTest::newRow("long") << QByteArray(200'000, 'k');
}

void TestSystemKeychain::keepsWhatItIsGiven()
{
    QFETCH(QByteArray, secret);
    QVERIFY(write(item(), secret));
    QCOMPARE(read(item()), secret);
    QCOMPARE(lookUp(item()), secret);
}

void TestSystemKeychain::overwrites()
{
    QVERIFY(write(item(), "first"));
    QVERIFY(write(item(), token));
    QCOMPARE(read(item()), token);
    QCOMPARE(lookUp(item()), token);
}

void TestSystemKeychain::saysWhatIsThere()
{
    QCOMPARE(await(m_keychain.contains(item())), false);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::NotFound);
    QVERIFY(write(item(), token));
    QCOMPARE(await(m_keychain.contains(item())), true);
    KeychainItem other = item();
    other.key += u'x';
    QCOMPARE(await(m_keychain.contains(other)), false);
}

void TestSystemKeychain::removes()
{
    QVERIFY(await(m_keychain.remove(item())));
    QVERIFY(write(item(), token));
    QVERIFY(isListed(item()));
    QVERIFY(await(m_keychain.remove(item())));
    QVERIFY(!isListed(item()));
    QCOMPARE(await(m_keychain.contains(item())), false);
}

void TestSystemKeychain::refusesWhatItCannotKeep_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("empty") << QByteArray() << Kind::Failed;
    QTest::newRow("cut at NUL") << QByteArray("abc\0def", 7) << Kind::NotKept;
    QTest::newRow("not UTF-8") << QByteArray("abc\xff") << Kind::NotKept;
}

void TestSystemKeychain::refusesWhatItCannotKeep()
{
    QFETCH(QByteArray, secret);
    const auto answer = write(item(), secret);
    QVERIFY(!answer);
    QTEST(answer.error().kind, "kind");
}

void TestSystemKeychain::readsWhatAnAdministratorProvisioned()
{
    const KeychainItem management = m_keychain.managementTokenItem(u"1111"_s, u"console.example"_s);
    QVERIFY(provision(management, "M.V1.FAKE.provisioned"));
    QCOMPARE(read(management), "M.V1.FAKE.provisioned"_ba);
    QVERIFY(write(management, "M.V1.FAKE.newer"));
    QCOMPARE(lookUp(management), "M.V1.FAKE.newer"_ba);
}

void TestSystemKeychain::noticesAnItemInItsWay()
{
    // The same attributes under another schema: QtKeychain writes a second item and goes on reading one of
    // the two.
    QVERIFY(provision(item(), "older", u"org.example.other"_s));
    const auto answer = write(item(), token);
    if (answer)
        QCOMPARE(read(item()), token);
    else
        QCOMPARE(answer.error().kind, Kind::NotKept);
}

void TestSystemKeychain::provesItselfAndLeavesNothing()
{
    const KeychainItem trace = selfTestItem(currentKeychainSystem());
    const auto place = await(m_keychain.prove());
    QVERIFY(place);
    QCOMPARE(*place, *await(m_keychain.look()));
    QVERIFY(!isListed(trace));
    // What an ended process left behind is no obstacle.
    QVERIFY(provision(trace, "left behind"));
    QVERIFY(await(m_keychain.prove()));
    QVERIFY(!isListed(trace));
}

void TestSystemKeychain::answersManyAtOnce()
{
    std::vector<PendingPtr<Done, KeychainError>> writes;
    for (int i = 0; i < 20; ++i)
        writes.push_back(m_keychain.write(m_keychain.tokenItem(u"many"_s, u"n%1"_s.arg(i)),
                                          Secret::copyOf(token + QByteArray::number(i))));
    for (const auto &pending : writes)
        QVERIFY(await(pending));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(read(m_keychain.tokenItem(u"many"_s, u"n%1"_s.arg(i))), token + QByteArray::number(i));
}

void TestSystemKeychain::canBeGivenUp()
{
    const auto pending = m_keychain.write(item(), Secret::copyOf(token));
    pending->cancel();
    QCOMPARE(await(pending).error().kind, Kind::NotAnswering);
    QVERIFY(await(m_keychain.look()));
}

void TestSystemKeychain::logsNoSecretAndNoName()
{
    logged.clear();
    const auto previous = qInstallMessageHandler(keepLog);
    const bool kept = write(item(), token).has_value();
    const bool same = read(item()) == token;
    const bool garbled = write(item(), QByteArray(token + '\0' + token)).has_value();
    const bool removed = await(m_keychain.remove(item())).has_value();
    qInstallMessageHandler(previous);
    QVERIFY(kept && same && !garbled && removed);
    const QString log = logged.join(u'\n');
    QVERIFY(log.contains("tokenry.keychain: write"_L1));
    QVERIFY(!log.contains(QString::fromLatin1(token.left(12))));
    QVERIFY(!log.contains(item().key));
}

void TestSystemKeychain::saysLockedOnceLocked()
{
    QVERIFY(write(item(), token));
    QVERIFY(lockLoginKeyring());
    QVERIFY(await(m_keychain.look())->locked);
    QCOMPARE(await(m_keychain.read(item())).error().kind, Kind::Locked);
    QCOMPARE(write(item(), "other").error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.remove(item())).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.prove()).error().kind, Kind::Locked);
    QCOMPARE(await(m_keychain.contains(item())), true);
    QVERIFY(isListed(item()));
}

QTEST_GUILESS_MAIN(TestSystemKeychain)
#include "tst_systemkeychain.moc"
