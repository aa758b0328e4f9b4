// SPDX-License-Identifier: MIT
#include "storage/files.h"
#include "storage/privatefile.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace tokenry;
using namespace tokenry::test;
using Kind = StorageError::Kind;

namespace
{

template <class T>
std::optional<Kind> kindOf(const Result<T, StorageError> &result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

} // namespace

class TestPrivateFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAndReads();
    void writesNothingTooLargeToRead();
    void tightensAnOldMode();
    void refusesWhatOthersCanWrite_data();
    void refusesWhatOthersCanWrite();
    void saysWhatIsSomebodyElses();
    void followsLinksWithCare();
    void refusesOtherThanFiles();
    void saysWhatCannotBeWritten();
    void removes();

private:
    [[nodiscard]] QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestPrivateFile::init()
{
    // As most systems have it; main sets 0077.
    ::umask(0022);
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestPrivateFile::writesNothingTooLargeToRead()
{
    const QString file = path("limited.toml");
    QVERIFY(writePrivateFile(file, "1234", 4));
    QCOMPARE(*readPrivateFile(file, 4), "1234");
    QCOMPARE(kindOf(writePrivateFile(file, "12345", 4)), Kind::NotWritable);
    QCOMPARE(*readPrivateFile(file, 4), "1234");
    QCOMPARE(kindOf(readPrivateFile(file, 3)), Kind::NotReadable);
}

void TestPrivateFile::writesAndReads()
{
    const QString file = path("a/b/c.toml");
    QVERIFY(writePrivateFile(file, "one"));
    QCOMPARE(modeOf(file), 0600);
    QCOMPARE(modeOf(path("a/b")), 0700);
    QCOMPARE(modeOf(path("a")), 0700);
    QCOMPARE(readPrivateFile(file).value(), "one");
    QVERIFY(writePrivateFile(file, {}));
    QCOMPARE(readPrivateFile(file).value(), "");
    // Nothing is left beside it.
    QCOMPARE(QDir(path("a/b")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void TestPrivateFile::tightensAnOldMode()
{
    QVERIFY(writeByHand(path("d/f"), "old", 0644));
    QVERIFY(writePrivateFile(path("d/f"), "new"));
    QCOMPARE(modeOf(path("d/f")), 0600);
    QCOMPARE(modeOf(path("d")), 0755); // not ours to change
}

void TestPrivateFile::refusesWhatOthersCanWrite_data()
{
    QTest::addColumn<uint>("directoryMode");
    QTest::addColumn<uint>("fileMode");
    QTest::addColumn<QString>("refused");
    QTest::newRow("private") << 0700U << 0600U << QString();
    QTest::newRow("readable") << 0755U << 0644U << QString();
    QTest::newRow("group can write the file") << 0700U << 0660U << QStringLiteral("d/f");
    QTest::newRow("everyone can write the file") << 0700U << 0602U << QStringLiteral("d/f");
    QTest::newRow("group can write the directory") << 0770U << 0600U << QStringLiteral("d");
    QTest::newRow("everyone can write the directory") << 0777U << 0600U << QStringLiteral("d");
}

void TestPrivateFile::refusesWhatOthersCanWrite()
{
    QFETCH(uint, directoryMode);
    QFETCH(uint, fileMode);
    QFETCH(QString, refused);
    QVERIFY(writeByHand(path("d/f"), "content", fileMode));
    QVERIFY(setMode(path("d"), directoryMode));
    const auto read = readPrivateFile(path("d/f"));
    QCOMPARE(read.has_value(), refused.isEmpty());
    if (!read) {
        QCOMPARE(read.error().kind, Kind::WritableByOthers);
        QCOMPARE(read.error().file, m_directory->filePath(refused));
        QVERIFY(read.error().technical.contains(QLatin1String("writable by")));
    }
    QCOMPARE(writePrivateFile(path("d/f"), "new").has_value(), refused != u"d");
}

// Its permissions are not this person's to change, so no command is of use.
void TestPrivateFile::saysWhatIsSomebodyElses()
{
    constexpr uid_t nobody = 65534;
    if (::geteuid() != 0)
        QSKIP("only root can give files away");
    QVERIFY(writeByHand(path("d/f"), "content"));
    QCOMPARE(::chown(QFile::encodeName(path("d/f")).constData(), nobody, nobody), 0);
    auto error = writableByOthers(path("d/f"));
    QVERIFY(error);
    QCOMPARE(error->kind, Kind::NotYours);
    QVERIFY(error->technical.startsWith(QLatin1String("belongs to ")));

    // Root's, as /tmp is: safe, unless others can write it.
    QVERIFY(setMode(m_directory->path(), 0755));
    QCOMPARE(::seteuid(nobody), 0);
    const auto safe = writableByOthers(path("d"));
    QCOMPARE(::seteuid(0), 0);
    QVERIFY(!safe);
    QVERIFY(setMode(path("d"), 01777));
    QCOMPARE(::seteuid(nobody), 0);
    error = writableByOthers(path("d"));
    QCOMPARE(::seteuid(0), 0);
    QVERIFY(error);
    QCOMPARE(error->kind, Kind::NotYours);
    QVERIFY(error->technical.contains(QLatin1String("writable by everyone")));
}

void TestPrivateFile::followsLinksWithCare()
{
    QVERIFY(writeByHand(path("real/f"), "content"));
    QVERIFY(QDir().mkdir(path("d")));
    QVERIFY(QFile::link(path("real/f"), path("d/f")));
    QCOMPARE(readPrivateFile(path("d/f")).value(), "content");
    QVERIFY(setMode(path("real"), 0777));
    QCOMPARE(kindOf(readPrivateFile(path("d/f"))), Kind::WritableByOthers);
    QVERIFY(setMode(path("real"), 0755));
    QVERIFY(setMode(path("d"), 0777));
    QCOMPARE(kindOf(readPrivateFile(path("d/f"))), Kind::WritableByOthers);
}

void TestPrivateFile::refusesOtherThanFiles()
{
    QVERIFY(QDir().mkdir(path("directory")));
    QCOMPARE(kindOf(readPrivateFile(path("directory"))), Kind::NotReadable);
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
    QCOMPARE(kindOf(readPrivateFile(path("pipe"))), Kind::NotReadable); // and does not wait for a writer
    QCOMPARE(kindOf(readPrivateFile(path("missing"))), Kind::NotReadable);
    QVERIFY(writeByHand(path("d/large"), QByteArray(1024 * 1024 + 1, 'x')));
    QCOMPARE(kindOf(readPrivateFile(path("d/large"))), Kind::NotReadable);
}

void TestPrivateFile::saysWhatCannotBeWritten()
{
    // Below a file there can be nothing, for root neither.
    QVERIFY(writeByHand(path("d/f"), "content"));
    const auto below = writePrivateFile(path("d/f/g"), "x");
    QVERIFY(!below);
    QCOMPARE(below.error().kind, Kind::NotWritable);
    QCOMPARE(below.error().file, path("d/f/g"));
    QVERIFY(!below.error().technical.isEmpty());
    QVERIFY(QDir().mkdir(path("d/taken")));
    QCOMPARE(kindOf(writePrivateFile(path("d/taken"), "x")), Kind::NotWritable);
    QCOMPARE(contentOf(path("d/f")), "content");
}

void TestPrivateFile::removes()
{
    QVERIFY(writePrivateFile(path("d/f"), "content"));
    QVERIFY(removePrivateFile(path("d/f")));
    QVERIFY(!QFile::exists(path("d/f")));
    QVERIFY(removePrivateFile(path("d/f")));
    QVERIFY(QDir().mkpath(path("d/full/x")));
    QCOMPARE(kindOf(removePrivateFile(path("d/full"))), Kind::NotWritable);
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
