// SPDX-License-Identifier: MIT
#include "storage/draftfiles.h"
#include "storage/files.h"
#include "storage/requestfilesondisk.h"
#include "storage/standarddirectories.h"
#include "storage/windowsettings.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tokenry;
using namespace tokenry::test;
using Kind = RequestFileError::Kind;
using Existing = RequestFiles::Existing;

namespace
{

QByteArray content(const QString &description = u"Telegraf"_qs, const PermissionSet &permissions = {})
{
    Profile profile;
    profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
    profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
    const QDateTime now({2026, 11, 23}, {13, 5}, Qt::UTC);
    const TokenDraft draft = draftWith(description, Expiry::never(), permissions);
    return encodeRequestFile(profile, *TokenRequest::from(draft, now), now);
}

TokenDraft draft()
{
    TokenDraft draft;
    draft.description = u"kept"_qs;
    return draft;
}

} // namespace

/// Request files and drafts on a real disk.
class RequestFilesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    RequestFilesOnDisk m_files;

    QString path(const QString &name) const { return m_directory->filePath(name); }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void savesAndReads()
    {
        const QString file = path(u"a b ü.tokenry.json"_qs);
        QVERIFY(m_files.save(file, content(), Existing::Keep).has_value());
        QCOMPARE(modeOf(file), 0600);
        const auto read = m_files.read(file);
        QVERIFY(read.has_value());
        QCOMPARE(read->request.description(), u"Telegraf"_qs);
        QVERIFY(read->isUnchanged());
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files).size(), 1);
    }

    void neverSilentlyOverAnother_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a file") << u"file"_qs;
        QTest::newRow("a link to one") << u"link"_qs;
    }

    void neverSilentlyOverAnother()
    {
        QFETCH(QString, kind);
        const QString file = path(u"a.tokenry.json"_qs);
        const QString target = kind == u"link" ? path(u"target"_qs) : file;
        QVERIFY(writeByHand(target, "precious"));
        if (kind == u"link")
            QVERIFY(QFile::link(target, file));
        const auto kept = m_files.save(file, content(), Existing::Keep);
        QCOMPARE(kept.error().kind, Kind::Exists);
        QCOMPARE(contentOf(target), QByteArray("precious"));
        QVERIFY(m_files.save(file, content(), Existing::Replace).has_value());
        QCOMPARE(contentOf(file), content());
    }

    void aDanglingLinkIsThere()
    {
        QVERIFY(QFile::link(path(u"nowhere"_qs), path(u"a"_qs)));
        QVERIFY(!m_files.save(path(u"a"_qs), content(), Existing::Keep).has_value());
        QVERIFY(!QFile::exists(path(u"nowhere"_qs)));
    }

    void saysWhyNothingWasWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::newRow("no folder") << u"none/a.tokenry.json"_qs << int(Kind::NotWritable);
        QTest::newRow("a folder") << u"folder"_qs << int(Kind::NotAFile);
        QTest::newRow("name too long") << QString(300, u'x') << int(Kind::NotWritable);
    }

    void saysWhyNothingWasWritten()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_directory->path()).mkdir(u"folder"_qs));
        const auto saved = m_files.save(path(name), content(), Existing::Keep);
        QVERIFY(!saved.has_value());
        QTEST(int(saved.error().kind), "kind");
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files).size(), 0);
    }

    void refusesToReadWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << u"nothing"_qs << int(Kind::NotThere);
        QTest::newRow("a folder") << u"folder"_qs << int(Kind::NotAFile);
        QTest::newRow("a pipe") << u"pipe"_qs << int(Kind::NotAFile);
        QTest::newRow("a link to a pipe") << u"linked pipe"_qs << int(Kind::NotAFile);
        QTest::newRow("a device") << u"device"_qs << int(Kind::NotAFile);
        QTest::newRow("a link that leads nowhere") << u"dangling"_qs << int(Kind::NotThere);
        QTest::newRow("a link to itself") << u"loop"_qs << int(Kind::NotThere);
        QTest::newRow("huge") << u"huge"_qs << int(Kind::TooLarge);
        QTest::newRow("empty") << u"empty"_qs << int(Kind::Content);
        QTest::newRow("a picture") << u"picture"_qs << int(Kind::Content);
    }

    void refusesToReadWhatIsNoFile()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_directory->path()).mkdir(u"folder"_qs));
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_qs)).constData(), 0600), 0);
        QVERIFY(QFile::link(path(u"pipe"_qs), path(u"linked pipe"_qs)));
        QVERIFY(QFile::link(u"/dev/zero"_qs, path(u"device"_qs)));
        QVERIFY(QFile::link(path(u"nowhere"_qs), path(u"dangling"_qs)));
        QVERIFY(QFile::link(path(u"loop"_qs), path(u"loop"_qs)));
        QVERIFY(writeByHand(path(u"huge"_qs), content() + QByteArray(1024 * 1024, ' ')));
        QVERIFY(writeByHand(path(u"empty"_qs), {}));
        QVERIFY(writeByHand(path(u"picture"_qs), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)));
        const auto read = m_files.read(path(name));
        QVERIFY(!read.has_value());
        QTEST(int(read.error().kind), "kind");
        QCOMPARE(read.error().fault.has_value(), read.error().kind == Kind::Content);
    }

    void readsThroughALink()
    {
        QVERIFY(m_files.save(path(u"a"_qs), content(), Existing::Keep).has_value());
        QVERIFY(QFile::link(path(u"a"_qs), path(u"b"_qs)));
        QVERIFY(m_files.read(path(u"b"_qs)).has_value());
    }

    void draftsAreKeptInPrivate()
    {
        DraftFiles drafts(path(u"state/drafts"_qs));
        QVERIFY(!drafts.load(u"prod"_qs)->has_value());
        QVERIFY(drafts.save(u"prod"_qs, draft()).has_value());
        QCOMPARE(modeOf(path(u"state/drafts"_qs)), 0700);
        QCOMPARE(modeOf(path(u"state/drafts/prod.json"_qs)), 0600);
        QCOMPARE((*drafts.load(u"prod"_qs))->description, draft().description);
        QVERIFY(drafts.remove(u"prod"_qs).has_value());
        QVERIFY(drafts.remove(u"prod"_qs).has_value());
        QVERIFY(!drafts.load(u"prod"_qs)->has_value());
    }

    void whatACutOffWritingLeftIsRemoved()
    {
        DraftFiles drafts(path(u"drafts"_qs));
        QVERIFY(drafts.save(u"prod"_qs, draft()).has_value());
        const QString left = path(u"drafts/prod.json.aB3xYz"_qs);
        const QStringList others{path(u"drafts/prod.json.set-aside"_qs),
                                 path(u"drafts/prod-2.json.aB3xYz"_qs)};
        for (const QString &each : others + QStringList(left))
            QVERIFY(writeByHand(each, "apiv1_0000fake0000"));
        QVERIFY(drafts.load(u"prod"_qs)->has_value());
        QVERIFY(!QFile::exists(left));
        for (const QString &each : others)
            QVERIFY2(QFile::exists(each), qPrintable(each));
    }

    void savesNothingThatNobodyCouldOpen()
    {
        std::vector<Permission> many;
        for (size_t i = 0; i <= RequestFile::maximumPermissions; ++i)
            many.push_back({*Resource::database(u"db_%1"_qs.arg(i)), Action::Read});
        const auto saved =
            m_files.save(path(u"many.tokenry.json"_qs),
                         content(u"Telegraf"_qs, PermissionSet(std::move(many))), Existing::Keep);
        QCOMPARE(saved.error().fault->kind, DocumentFault::Kind::TooMany);
        QVERIFY(!QFile::exists(path(u"many.tokenry.json"_qs)));
    }

    void largeDraftsComeBack()
    {
        std::vector<Database> listed;
        for (int i = 0; i < 20'000; ++i)
            listed.push_back({u"a_database_of_some_length_%1"_qs.arg(i), {}});
        TokenDraft large = draft();
        large.permissions = PermissionSelection(std::make_shared<const DatabaseCatalog>(std::move(listed)));
        for (PermissionSelection::Row row = 0; row < large.permissions.rowCount(); ++row)
            large.permissions.tick(Action::Read, row, true);
        DraftFiles drafts(path(u"drafts"_qs));
        QVERIFY(drafts.save(u"prod"_qs, large).has_value());
        const auto read = drafts.load(u"prod"_qs);
        QVERIFY(read.has_value());
        QCOMPARE((*read)->permissions.permissions(), large.permissions.permissions());
    }

    void damagedDraftsAreSetAside_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("mode");
        QTest::newRow("empty, as after a crash") << QByteArray() << 0600;
        QTest::newRow("nonsense") << QByteArray("\xff\xfe\0", 3) << 0600;
        QTest::newRow("of a newer Tokenry") << QByteArray(R"({"tokenry": "draft", "version": 2})") << 0600;
        QTest::newRow("writable by others") << QByteArray("{}") << 0666;
    }

    void damagedDraftsAreSetAside()
    {
        QFETCH(QByteArray, found);
        QFETCH(int, mode);
        DraftFiles drafts(path(u"drafts"_qs));
        const QString file = path(u"drafts/prod.json"_qs);
        // Twice: the second must not take the first one's place.
        for (const QString &aside : {file + u".set-aside"_qs, file + u".set-aside-2"_qs}) {
            QVERIFY(writeByHand(file, found, mode_t(mode)));
            const auto read = drafts.load(u"prod"_qs);
            QVERIFY(!read.has_value());
            QCOMPARE(read.error().setAsideAs, aside);
            QCOMPARE(contentOf(aside), found);
            QVERIFY(!QFile::exists(file));
        }
        QVERIFY(drafts.save(u"prod"_qs, draft()).has_value());
        QCOMPARE((*drafts.load(u"prod"_qs))->description, draft().description);
    }

    void aDraftThatCannotBeKeptSaysSo()
    {
        QVERIFY(writeByHand(path(u"drafts"_qs), "a file where the folder should be"));
        DraftFiles drafts(path(u"drafts"_qs));
        const auto saved = drafts.save(u"prod"_qs, draft());
        QCOMPARE(saved.error().kind, DraftError::Kind::NotWritable);
    }

    void otherConfigurationsHaveDraftsOfTheirOwn()
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_qs, path(u"home"_qs));
        environment.insert(u"XDG_RUNTIME_DIR"_qs, path(u"run"_qs));
        const auto usual = StandardDirectories::of(environment);
        QVERIFY(QDir(m_directory->path()).mkdir(u"a"_qs));
        QVERIFY(QFile::link(path(u"a"_qs), path(u"link"_qs)));
        const auto a = StandardDirectories::of(environment, path(u"a"_qs));
        QCOMPARE(usual.runtime, path(u"run/tokenry"_qs));
        QVERIFY(a.draftsDirectory() != usual.draftsDirectory());
        QCOMPARE(StandardDirectories::of(environment, path(u"link"_qs)).variant, a.variant);
        QCOMPARE(StandardDirectories::of(environment, path(u"link/later"_qs)).variant,
                 StandardDirectories::of(environment, path(u"a/later"_qs)).variant);
        QVERIFY(StandardDirectories::of(environment, path(u"b"_qs)).variant != a.variant);
    }

    void viewsAreRemembered()
    {
        const QString file = path(u"state/window.ini"_qs);
        WindowSettings(file).setView(u"prod-eu"_qs, QByteArray("\0\xff,x", 4));
        QCOMPARE(WindowSettings(file).view(u"prod-eu"_qs), QByteArray("\0\xff,x", 4));
        QCOMPARE(WindowSettings(file).view(u"staging"_qs), QByteArray());
        WindowSettings(file).setView(u"prod-eu"_qs, {});
        QCOMPARE(WindowSettings(file).view(u"prod-eu"_qs), QByteArray());
    }
};

QTEST_GUILESS_MAIN(RequestFilesTest)
#include "tst_requestfiles.moc"
