// SPDX-License-Identifier: MIT
#include "storage/files.h"
#include "storage/standarddirectories.h"
#include "storage/trustedoriginfile.h"
#include "storage/windowsettings.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace tokenry;
using namespace tokenry::test;

/// What Tokenry keeps by itself, and where.
class TestRemembered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trustIsKept();
    void trustOfTwoWindows();
    void trustWaitsForAnotherProgram();
    void brokenTrustsNothing_data();
    void brokenTrustsNothing();
    void trustNotWritten();
    void windowIsKept();
    void eachProfileHasItsView();
    void windowNotWritten();
    void directories_data();
    void directories();

private:
    [[nodiscard]] QString file(const char *name) const { return m_directory->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace
{

const QString account = QStringLiteral("11111111-1111-4111-8111-111111111111");
const QString origin = QStringLiteral("https://console.influxdata.com");

} // namespace

void TestRemembered::init()
{
    ::umask(0022);
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestRemembered::trustIsKept()
{
    TrustedOriginFile trusted(file("state/trusted-origins.toml"));
    QVERIFY(!trusted.contains(account, origin));
    QVERIFY(trusted.add(account, origin));
    QVERIFY(trusted.add(account, origin));
    QVERIFY(trusted.add(account, QStringLiteral("https://\"x\"\\\n")));
    QCOMPARE(modeOf(file("state/trusted-origins.toml")), 0600);
    QCOMPARE(modeOf(file("state")), 0700);
    const TrustedOriginFile later(file("state/trusted-origins.toml"));
    for (const TrustedOriginFile *each : {&std::as_const(trusted), &later}) {
        QVERIFY(each->contains(account, origin));
        QVERIFY(each->contains(account, QStringLiteral("https://\"x\"\\\n")));
        QVERIFY(!each->contains(account, origin + QLatin1String(":8443")));
        QVERIFY(!each->contains(origin, account));
        QVERIFY(!each->contains(QStringLiteral("22222222-1111-4111-8111-111111111111"), origin));
    }
}

void TestRemembered::trustOfTwoWindows()
{
    TrustedOriginFile one(file("state/t.toml"));
    TrustedOriginFile other(file("state/t.toml"));
    QVERIFY(one.add(account, QStringLiteral("https://one")));
    QVERIFY(other.add(account, QStringLiteral("https://other")));
    const TrustedOriginFile later(file("state/t.toml"));
    QVERIFY(later.contains(account, QStringLiteral("https://one")));
    QVERIFY(later.contains(account, QStringLiteral("https://other")));
}

void TestRemembered::trustWaitsForAnotherProgram()
{
    const QString path = file("state/t.toml");
    QVERIFY(TrustedOriginFile(path).add(account, origin));
    QLockFile another(path + QLatin1String(".lock"));
    QVERIFY(another.lock());
    bool added = false;
    const std::unique_ptr<QThread> program(QThread::create(
        [&] { added = TrustedOriginFile(path).add(account, QStringLiteral("https://one")).has_value(); }));
    program->start();
    // Time to write over what the other is about to write.
    QTest::qWait(200);
    QVERIFY(writeByHand(
        path, "[[trusted]]\naccount = \"" + account.toLatin1() + "\"\norigin = \"https://other\"\n", 0600));
    another.unlock();
    QVERIFY(program->wait());
    QVERIFY(added);
    const TrustedOriginFile later(path);
    QVERIFY(later.contains(account, QStringLiteral("https://one")));
    QVERIFY(later.contains(account, QStringLiteral("https://other")));
}

void TestRemembered::brokenTrustsNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<uint>("mode");
    const QByteArray good =
        "[[trusted]]\naccount = \"" + account.toLatin1() + "\"\norigin = \"" + origin.toLatin1() + "\"\n";
    QTest::newRow("no TOML") << good + "x\n" << 0600U;
    QTest::newRow("writable by others") << good << 0622U;
    QTest::newRow("no list") << QByteArray(good).replace("[[trusted]]", "[trusted]") << 0600U;
    QTest::newRow("no origin") << good.left(good.indexOf("origin")) << 0600U;
    QTest::newRow("numbers") << QByteArray("[[trusted]]\naccount = 1\norigin = 2\n") << 0600U;
    QTest::newRow("empty") << QByteArray() << 0600U;
}

void TestRemembered::brokenTrustsNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(uint, mode);
    QVERIFY(writeByHand(file("state/t.toml"), content, mode));
    TrustedOriginFile trusted(file("state/t.toml"));
    QVERIFY(!trusted.contains(account, origin));
    QVERIFY(!trusted.contains({}, {}));
    // The person confirms again, and it is mended.
    QVERIFY(trusted.add(account, origin));
    QVERIFY(TrustedOriginFile(file("state/t.toml")).contains(account, origin));
    QCOMPARE(modeOf(file("state/t.toml")), 0600);
    // What it held before is not lost.
    QCOMPARE(QFile::exists(file("state/t.toml.set-aside")), !content.isEmpty());
    if (!content.isEmpty())
        QCOMPARE(contentOf(file("state/t.toml.set-aside")), content);
}

void TestRemembered::trustNotWritten()
{
    QVERIFY(writeByHand(file("state"), "a file"));
    TrustedOriginFile trusted(file("state/t.toml"));
    const auto added = trusted.add(account, origin);
    QVERIFY(!added);
    QCOMPARE(added.error().kind, StorageError::Kind::NotWritable);
    QVERIFY(!trusted.contains(account, origin));
}

void TestRemembered::windowIsKept()
{
    const QByteArray geometry("\x01\xD9\xD0\xCB\0\x03\0\0,;\"\n=", 13);
    WindowSettings settings(file("state/window.ini"));
    QCOMPARE(settings.geometry(), QByteArray());
    QCOMPARE(settings.lastProfile(), QString());
    settings.setGeometry(geometry);
    settings.setLastProfile(QStringLiteral("prod-eu"));
    QCOMPARE(modeOf(file("state/window.ini")), 0600);
    QCOMPARE(modeOf(file("state")), 0700);
    const WindowSettings later(file("state/window.ini"));
    QCOMPARE(later.geometry(), geometry);
    QCOMPARE(later.lastProfile(), QStringLiteral("prod-eu"));
}

void TestRemembered::eachProfileHasItsView()
{
    WindowSettings settings(file("state/window.ini"));
    settings.setView(QStringLiteral("prod-eu"), QByteArray("\0one\xFF", 5));
    settings.setView(QStringLiteral("a1-prod-eu"), "two"); // of another configuration
    const WindowSettings later(file("state/window.ini"));
    QCOMPARE(later.view(QStringLiteral("prod-eu")), QByteArray("\0one\xFF", 5));
    QCOMPARE(later.view(QStringLiteral("a1-prod-eu")), QByteArray("two"));
    QCOMPARE(later.view(QStringLiteral("staging")), QByteArray());
    settings.setView(QStringLiteral("prod-eu"), {});
    QCOMPARE(settings.view(QStringLiteral("prod-eu")), QByteArray());
    QCOMPARE(settings.view(QStringLiteral("a1-prod-eu")), QByteArray("two"));
}

void TestRemembered::windowNotWritten()
{
    QVERIFY(writeByHand(file("state"), "a file"));
    WindowSettings settings(file("state/window.ini"));
    settings.setLastProfile(QStringLiteral("prod-eu"));
    QCOMPARE(settings.lastProfile(), QString());
    QVERIFY(writeByHand(file("garbage.ini"), QByteArray("\0\xFF[=%%\n", 7)));
    QCOMPARE(WindowSettings(file("garbage.ini")).geometry(), QByteArray());
}

void TestRemembered::directories_data()
{
    QTest::addColumn<QString>("configHome");
    QTest::addColumn<QString>("stateHome");
    QTest::addColumn<QString>("override");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("state");
    const QString config = QStringLiteral("/home/u/.config/tokenry");
    const QString state = QStringLiteral("/home/u/.local/state/tokenry");
    QTest::newRow("none set") << QString() << QString() << QString() << config << state;
    QTest::newRow("set") << QStringLiteral("/c/") << QStringLiteral("/s") << QString()
                         << QStringLiteral("/c/tokenry") << QStringLiteral("/s/tokenry");
    QTest::newRow("relative is ignored")
        << QStringLiteral("c") << QStringLiteral("./s") << QString() << config << state;
    QTest::newRow("--config") << QStringLiteral("/c") << QString() << QStringLiteral("/mine/")
                              << QStringLiteral("/mine") << state;
    QTest::newRow("--config, relative") << QString() << QString() << QStringLiteral("mine")
                                        << QDir::current().absoluteFilePath(QStringLiteral("mine")) << state;
}

void TestRemembered::directories()
{
    QFETCH(QString, configHome);
    QFETCH(QString, stateHome);
    QFETCH(QString, override);
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/u"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), configHome);
    environment.insert(QStringLiteral("XDG_STATE_HOME"), stateHome);
    const StandardDirectories found = StandardDirectories::of(environment, override);
    QTEST(found.config, "config");
    QTEST(found.state, "state");
    QCOMPARE(found.trustedOriginsFile(), found.state + QLatin1String("/trusted-origins.toml"));
    QCOMPARE(found.windowSettingsFile(), found.state + QLatin1String("/window.ini"));
}

QTEST_GUILESS_MAIN(TestRemembered)
#include "tst_remembered.moc"
