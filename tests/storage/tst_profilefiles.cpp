// SPDX-License-Identifier: MIT
#include "storage/files.h"
#include "storage/profilefiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using Kind = StorageError::Kind;

class TestProfileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingYet();
    void roundTrip();
    void sortedByName();
    void oneBrokenFile();
    void othersCanWrite_data();
    void othersCanWrite();
    void brokenIsNotOverwritten();
    void addingReplacesNothing();
    void keepsWhatWasWrittenByHand();
    void aFileIsReplacedAsAWhole();
    void notSaved();
    void notWritable();
    void removes();
    void authority_data();
    void authority();
    void authorityInAFolderThatOthersCanWrite();

private:
    [[nodiscard]] QString file(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    [[nodiscard]] ProfileFiles files() const { return ProfileFiles(file("tokenry")); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace
{

const QByteArray byHand = "name = \"by hand\"\n"
                          "account_id = \"11111111-1111-4111-8111-111111111111\"\n"
                          "cluster_id = \"33333333-3333-4333-8333-333333333333\"\n";

Profile profileNamed(const QString &slug, const QString &name)
{
    Profile profile;
    profile.slug = slug;
    profile.name = name;
    profile.environment = Environment::Staging;
    profile.address.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    profile.address.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    profile.address.clusterUrl = QUrl(QStringLiteral("https://cluster.example"));
    return profile;
}

} // namespace

void TestProfileFiles::init()
{
    ::umask(0022);
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestProfileFiles::nothingYet()
{
    const auto loaded = files().load();
    QVERIFY(loaded.profiles.empty() && loaded.broken.empty());
    QVERIFY(!QFile::exists(file("tokenry"))); // looking makes nothing
}

void TestProfileFiles::roundTrip()
{
    const Profile profile = profileNamed(QStringLiteral("prod-eu"), QStringLiteral("Prod \"EU\" 数据 🐘"));
    QVERIFY(files().save(profile));
    QCOMPARE(modeOf(file("tokenry/profiles/prod-eu.toml")), 0600);
    QCOMPARE(modeOf(file("tokenry/profiles")), 0700);
    QCOMPARE(modeOf(file("tokenry")), 0700);
    auto loaded = files().load();
    QVERIFY(loaded.broken.empty());
    QCOMPARE(loaded.profiles.size(), 1U);
    QVERIFY(loaded.profiles.front() == profile);

    Profile changed = profile;
    changed.environment = Environment::Production;
    QVERIFY(files().save(changed));
    loaded = files().load();
    QCOMPARE(loaded.profiles.size(), 1U);
    QVERIFY(loaded.profiles.front() == changed);
}

void TestProfileFiles::sortedByName()
{
    for (const char *name : {"z10", "Z9", "a", "Ä"})
        QVERIFY(files().save(profileNamed(QStringLiteral("p%1").arg(quint32(qHash(QByteArrayView(name)))),
                                          QString::fromUtf8(name))));
    QStringList names;
    for (const Profile &profile : files().load().profiles)
        names += profile.name;
    QCOMPARE(names.size(), 4);
    QVERIFY(names.indexOf(u"a") < names.indexOf(u"Z9"));
    QVERIFY(names.indexOf(u"Z9") < names.indexOf(u"z10"));
}

void TestProfileFiles::oneBrokenFile()
{
    QVERIFY(writeByHand(file("tokenry/profiles/by-hand.toml"), byHand));
    QVERIFY(writeByHand(file("tokenry/profiles/broken.toml"), "name = \"x\"\nnonsense\n"));
    QVERIFY(writeByHand(file("tokenry/profiles/Bad Name.toml"), byHand));
    QVERIFY(writeByHand(file("tokenry/profiles/writable.toml"), byHand, 0666));
    QVERIFY(writeByHand(file("tokenry/profiles/notes.txt"), "no profile"));
    QVERIFY(QDir().mkdir(file("tokenry/profiles/directory.toml")));
    QVERIFY(QFile::link(file("nowhere"), file("tokenry/profiles/link.toml")));
    const auto loaded = files().load();
    QCOMPARE(loaded.profiles.size(), 1U);
    QCOMPARE(loaded.profiles.front().name, QStringLiteral("by hand"));
    QCOMPARE(loaded.profiles.front().slug, QStringLiteral("by-hand"));
    QMap<QString, StorageError> broken;
    for (const StorageError &error : loaded.broken)
        broken.insert(QFileInfo(error.file).fileName(), error);
    QCOMPARE(broken.size(), 5);
    QCOMPARE(broken[QStringLiteral("broken.toml")].kind, Kind::NotToml);
    QCOMPARE(broken[QStringLiteral("broken.toml")].line, 2);
    QCOMPARE(broken[QStringLiteral("Bad Name.toml")].kind, Kind::BadName);
    QCOMPARE(broken[QStringLiteral("writable.toml")].kind, Kind::WritableByOthers);
    QCOMPARE(broken[QStringLiteral("directory.toml")].kind, Kind::NotReadable);
    QCOMPARE(broken[QStringLiteral("link.toml")].kind, Kind::NotReadable);
}

void TestProfileFiles::othersCanWrite_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<uint>("mode");
    for (const char *directory : {"tokenry", "tokenry/profiles"}) {
        for (const uint mode : {0770U, 0702U, 0777U})
            QTest::addRow("%s %o", directory, mode) << QString::fromLatin1(directory) << mode;
    }
}

void TestProfileFiles::othersCanWrite()
{
    QFETCH(QString, directory);
    QFETCH(uint, mode);
    QVERIFY(files().save(profileNamed(QStringLiteral("a"), QStringLiteral("a"))));
    QVERIFY(setMode(m_directory->filePath(directory), mode));
    const auto loaded = files().load();
    QVERIFY(loaded.profiles.empty());
    QCOMPARE(loaded.broken.size(), 1U);
    QCOMPARE(loaded.broken.front().kind, Kind::WritableByOthers);
    QCOMPARE(loaded.broken.front().file, m_directory->filePath(directory));
    QVERIFY(loaded.broken.front().isFolder);
    const auto saved = files().save(profileNamed(QStringLiteral("b"), QStringLiteral("b")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Kind::WritableByOthers);
}

void TestProfileFiles::brokenIsNotOverwritten()
{
    const QByteArray mistyped = "name = \"x\"\nmanagment_url = \"https://x\"\n";
    QVERIFY(writeByHand(file("tokenry/profiles/mine.toml"), mistyped));
    const auto saved = files().save(profileNamed(QStringLiteral("mine"), QStringLiteral("Mine")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Kind::UnknownKey);
    QCOMPARE(saved.error().line, 2);
    QCOMPARE(contentOf(file("tokenry/profiles/mine.toml")), mistyped);
}

// Whatever came into the folder since the start, read or not.
void TestProfileFiles::addingReplacesNothing()
{
    QVERIFY(files().takenSlugs().isEmpty());
    const QByteArray broken = "nonsense\n";
    QVERIFY(writeByHand(file("tokenry/profiles/broken.toml"), broken));
    QVERIFY(writeByHand(file("tokenry/profiles/by-hand.toml"), byHand));
    QVERIFY(writeByHand(file("tokenry/profiles/Prod.toml"), byHand));
    QVERIFY(QFile::link(file("nowhere"), file("tokenry/profiles/link.toml")));
    QStringList taken = files().takenSlugs();
    taken.sort();
    QCOMPARE(taken.join(u' '), QStringLiteral("broken by-hand link prod"));
    for (const QString &slug : taken) {
        const auto added = files().add(profileNamed(slug, QStringLiteral("new")));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Kind::AlreadyThere);
        QCOMPARE(added.error().file, file("tokenry/profiles/") + slug + QLatin1String(".toml"));
    }
    QCOMPARE(contentOf(file("tokenry/profiles/broken.toml")), broken);
    QCOMPARE(contentOf(file("tokenry/profiles/by-hand.toml")), byHand);
    QVERIFY(files().add(profileNamed(QStringLiteral("new"), QStringLiteral("new"))));
    QCOMPARE(files().load().profiles.size(), std::size_t(2));
}

void TestProfileFiles::keepsWhatWasWrittenByHand()
{
    const QString path = file("tokenry/profiles/by-hand.toml");
    const QString kept = path + QLatin1String(".bak");
    const QByteArray commented = "# ask Ada before changing this\n" + byHand;
    QVERIFY(writeByHand(path, commented));
    Profile profile = files().load().profiles.front();
    profile.name = QStringLiteral("changed");
    QVERIFY(files().save(profile));
    QCOMPARE(contentOf(kept), commented);
    QCOMPARE(modeOf(kept), 0600);
    QVERIFY(contentOf(path) != commented);

    // What Tokenry wrote itself is replaced, and the copy stays; it is no profile.
    profile.name = QStringLiteral("changed again");
    QVERIFY(files().save(profile));
    QCOMPARE(contentOf(kept), commented);
    QCOMPARE(files().load().profiles.size(), std::size_t(1));
    QVERIFY(files().load().broken.empty());
    QVERIFY(files().save(profileNamed(QStringLiteral("new"), QStringLiteral("new"))));
    QVERIFY(!QFile::exists(file("tokenry/profiles/new.toml.bak")));
}

// Whoever has it open, and a power cut, meet the old one or the new one.
void TestProfileFiles::aFileIsReplacedAsAWhole()
{
    Profile profile = profileNamed(QStringLiteral("edge"), QStringLiteral("Before"));
    QVERIFY(files().save(profile));
    QFile before(file("tokenry/profiles/edge.toml"));
    QVERIFY(before.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    profile.name = QStringLiteral("After");
    QVERIFY(files().save(profile));
    QVERIFY(before.readAll().contains("Before"));
    QCOMPARE(files().load().profiles.at(0).name, QStringLiteral("After"));
    // Nothing else is left beside it.
    QCOMPARE(QDir(file("tokenry/profiles")).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestProfileFiles::notSaved()
{
    for (const char *slug : {"", "../x", "a/b", "A", "-a", "a.b", "a\n", "ä"}) {
        const auto saved = files().save(profileNamed(QString::fromUtf8(slug), QStringLiteral("x")));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Kind::BadName);
    }
    Profile withoutId = profileNamed(QStringLiteral("a"), QStringLiteral("a"));
    withoutId.address.clusterId.clear();
    const auto saved = files().save(withoutId);
    QVERIFY(!saved);
    QCOMPARE(saved.error().key, QStringLiteral("cluster_id"));
    QVERIFY(!QFile::exists(file("tokenry")));
}

void TestProfileFiles::notWritable()
{
    // Below a file there can be nothing, for root neither.
    QVERIFY(writeByHand(file("tokenry"), "a file"));
    const auto saved = files().save(profileNamed(QStringLiteral("a"), QStringLiteral("a")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Kind::NotWritable);
    QVERIFY(!saved.error().technical.isEmpty());
    QVERIFY(QFile::remove(file("tokenry")));
    QVERIFY(writeByHand(file("tokenry/profiles"), "a file"));
    const auto loaded = files().load();
    QCOMPARE(loaded.broken.size(), 1U);
    QCOMPARE(loaded.broken.front().kind, Kind::NotReadable);
    QVERIFY(loaded.broken.front().isFolder);
}

void TestProfileFiles::removes()
{
    QVERIFY(files().save(profileNamed(QStringLiteral("a"), QStringLiteral("a"))));
    QVERIFY(files().remove(QStringLiteral("a")));
    QVERIFY(files().load().profiles.empty());
    QVERIFY(files().remove(QStringLiteral("a")));
    QVERIFY(!files().remove(QStringLiteral("../../x")));
}

void TestProfileFiles::authority_data()
{
    const QByteArray pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("fault");
    QTest::newRow("usual") << pem << 0644 << QString();
    QTest::newRow("private") << pem << 0600 << QString();
    QTest::newRow("not there") << QByteArray() << -1 << QStringLiteral("No such file");
    QTest::newRow("writable by the group") << pem << 0664 << QStringLiteral("group");
    QTest::newRow("writable by everyone") << pem << 0666 << QStringLiteral("everyone");
    QTest::newRow("no certificate") << QByteArray("hello") << 0644 << QStringLiteral("BEGIN CERTIFICATE");
    QTest::newRow("empty") << QByteArray() << 0644 << QStringLiteral("BEGIN CERTIFICATE");
}

void TestProfileFiles::authority()
{
    QFETCH(QByteArray, content);
    QFETCH(int, mode);
    QFETCH(QString, fault);
    const QString path = file("ca/authority.pem");
    if (mode >= 0)
        QVERIFY(writeByHand(path, content, static_cast<mode_t>(mode)));
    Profile profile = profileNamed(QStringLiteral("own"), QStringLiteral("own"));
    profile.address.authority.file = path;
    QVERIFY(files().save(profile));
    // A profile whose authority is missing is there all the same, to be put right.
    const auto loaded = files().load();
    QCOMPARE(loaded.profiles.size(), 1U);
    const PrivateAuthority &read = loaded.profiles.front().address.authority;
    QCOMPARE(read.file, path);
    QCOMPARE(read.isMissing(), !fault.isEmpty());
    QVERIFY2(read.fault.contains(fault), qPrintable(read.fault));
    QVERIFY(fault.isEmpty() ? read.pem == content && read.fault.isEmpty() : !read.fault.isEmpty());
    QVERIFY(!files().readAuthority({}).isMissing());
}

void TestProfileFiles::authorityInAFolderThatOthersCanWrite()
{
    const QString path = file("ca/authority.pem");
    QVERIFY(writeByHand(path, "-----BEGIN CERTIFICATE-----\n"));
    QVERIFY(setMode(file("ca"), 0775));
    const PrivateAuthority read = files().readAuthority(path);
    QVERIFY(read.isMissing());
    QVERIFY2(read.fault.startsWith(file("ca") + QLatin1String(": writable by group")),
             qPrintable(read.fault));
}

QTEST_GUILESS_MAIN(TestProfileFiles)
#include "tst_profilefiles.moc"
