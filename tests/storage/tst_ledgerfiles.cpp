// SPDX-License-Identifier: MIT
#include "storage/files.h"
#include "storage/ledgerfiles.h"
#include "storage/ledgerlines.h"
#include "storage/ledgersample.h"
#include "storage/somebody.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tokenry;
using namespace tokenry::test;

using Stage = LedgerEntry::Stage;
using Why = UnusableRecord::Why;

namespace
{

const LedgerFiles::Machine desk{QStringLiteral("desk"), QStringLiteral("boot-1")};
const LedgerFiles::Machine deskLater{QStringLiteral("desk"), QStringLiteral("boot-2")};
const LedgerFiles::Machine laptop{QStringLiteral("laptop"), QStringLiteral("boot-9")};

bool any(const LedgerEntry &)
{
    return true;
}

QStringList synced;
bool diskFails = false;

/// While it lives no file of this process may grow beyond the size: a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t size)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{size, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

/// A process that holds a record until it is killed.
pid_t otherInstance(const QString &directory, Stage until)
{
    int ready[2];
    if (::pipe(ready) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        LedgerFiles files(directory, desk);
        auto record = files.begin(reviewedEntry());
        if (record && until >= Stage::Sending)
            (void)(*record)->append(sending());
        if (record && until >= Stage::Answered)
            (void)(*record)->append(answered());
        (void)!::write(ready[1], "x", 1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    (void)!::read(ready[0], &byte, 1);
    ::close(ready[0]);
    ::close(ready[1]);
    return child;
}

void endOutright(pid_t process)
{
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
}

/// While it lives this process can open so many files more.
class FewDescriptors
{
public:
    explicit FewDescriptors(rlim_t more)
    {
        const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(next);
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit limit{rlim_t(next) + more, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    FewDescriptors(const FewDescriptors &) = delete;
    FewDescriptors &operator=(const FewDescriptors &) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// In place of the system's: what is asked to be on disk, and a disk that does not say that it is.
extern "C" int fsync(int file)
{
    if (diskFails) {
        errno = EIO;
        return -1;
    }
    synced += QFile::symLinkTarget(QStringLiteral("/proc/self/fd/%1").arg(file));
    return int(::syscall(SYS_fsync, file));
}

class TestLedgerFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ::umask(0022);
        m_temporary = std::make_unique<QTemporaryDir>();
        m_directory = m_temporary->filePath(QStringLiteral("state/tokenry/ledger"));
    }

    void readsWhatItWroteHoweverMuch()
    {
        LedgerFiles files(m_directory, desk);
        LedgerEntry entry = reviewedEntry();
        std::vector<Permission> many;
        for (int i = 0; i < 20'000; ++i)
            many.push_back({*Resource::database(u"a_database_of_some_length_%1"_qs.arg(i)), Action::Read});
        entry.permissions = PermissionSet(std::move(many));
        auto record = files.begin(entry);
        QVERIFY(record);
        QVERIFY((*record)->append(sending()));
        record->reset();
        const auto taken = files.takeUnfinished(any);
        QVERIFY(taken.unusable.empty());
        QCOMPARE(taken.records.size(), 1U);
        QCOMPARE(taken.records.front()->entry().permissions, entry.permissions);
    }

    // A record that no later start could read would lose the creation.
    void beginsNothingTooLargeToRead()
    {
        LedgerFiles files(m_directory, desk);
        LedgerEntry entry = reviewedEntry();
        entry.description = QString(33 * 1024 * 1024, u'x');
        QCOMPARE(files.begin(entry).error().kind, StorageError::Kind::NotWritable);
        QVERIFY(all().isEmpty());
    }

    void isPrivateAndHoldsNoMore()
    {
        LedgerFiles files(m_directory, desk);
        auto record = files.begin(reviewedEntry());
        QVERIFY(record);
        QCOMPARE(modeOf(m_directory), 0700);
        QCOMPARE(all().size(), 1);
        QCOMPARE(modeOf(all().constFirst()), 0600);
        QCOMPARE((*record)->entry().host, desk.host);
        QVERIFY(!(*record)->entry().id.isEmpty());
        QVERIFY((*record)->append(sending()));
        QCOMPARE(contentOf(all().constFirst()).count('\n'), 2);
        (*record)->remove();
        QVERIFY(all().isEmpty());
    }

    void isFoundAgainWhenItsOwnerIsGone_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("reviewed") << int(Stage::Reviewed);
        QTest::newRow("sending") << int(Stage::Sending);
        QTest::newRow("answered") << int(Stage::Answered);
    }

    void isFoundAgainWhenItsOwnerIsGone()
    {
        QFETCH(int, stage);
        const pid_t other = otherInstance(m_directory, Stage(stage));
        QVERIFY(other > 0);
        LedgerFiles files(m_directory, desk);
        // At work on it: not ours to touch.
        const QByteArray before = contentOf(all().constFirst());
        QVERIFY(files.takeUnfinished(any).records.empty());
        QCOMPARE(contentOf(all().constFirst()), before);
        endOutright(other);

        const auto found = files.takeUnfinished(any);
        QVERIFY(found.unusable.empty());
        QCOMPARE(found.records.size(), 1U);
        QCOMPARE(int(found.records.front()->entry().stage), stage);
        // Held now, and only once.
        QVERIFY(files.takeUnfinished(any).records.empty());
        QVERIFY(LedgerFiles(m_directory, desk).takeUnfinished(any).records.empty());
    }

    void goesOnWhereItWas()
    {
        leave({sending()});
        {
            const auto found = LedgerFiles(m_directory, deskLater).takeUnfinished(any);
            QCOMPARE(found.records.size(), 1U);
            QVERIFY(found.records.front()->append(ledger::Settled{LedgerEntry::Outcome::Kept, u"id"_qs}));
        }
        QVERIFY(LedgerFiles(m_directory, deskLater).takeUnfinished(any).records.empty());
        QCOMPARE(LedgerFiles(m_directory, desk).tokensOfOthers({}), QSet<QString>{u"id"_qs});
    }

    void asksWhoseItIs()
    {
        leave({sending()});
        LedgerFiles files(m_directory, desk);
        const auto nobody = [](const LedgerEntry &) {
            return false;
        };
        QVERIFY(files.takeUnfinished(nobody).records.empty());
        QCOMPARE(files.takeUnfinished(any).records.size(), 1U);
    }

    void evenAReviewedOneIsLookedFor_data()
    {
        QTest::addColumn<bool>("sameStart");
        QTest::newRow("after a power cut") << false;
        QTest::newRow("a backup was put back, or Tokenry was killed") << true;
    }

    void evenAReviewedOneIsLookedFor()
    {
        QFETCH(bool, sameStart);
        leave({});
        const auto found = LedgerFiles(m_directory, sameStart ? desk : deskLater).takeUnfinished(any);
        QCOMPARE(found.records.size(), 1U);
        QCOMPARE(found.records.front()->entry().stage, Stage::Reviewed);
        // Nobody has to be told elsewhere of what was never sent.
        QVERIFY(LedgerFiles(m_directory, desk).left().empty());
    }

    void seesWhatIsLeftWithoutTakingIt()
    {
        leave({sending()});
        LedgerFiles files(m_directory, desk);
        QCOMPARE(files.left().size(), 1U);
        {
            const auto found = LedgerFiles(m_directory, desk).takeUnfinished(any);
            QCOMPARE(found.records.size(), 1U);
            // Another instance is at work on it.
            QVERIFY(files.left().empty());
        }
        const auto found = files.takeUnfinished(any);
        QCOMPARE(files.left().size(), 1U);
        QVERIFY(found.records.front()->append(ledger::Settled{LedgerEntry::Outcome::Kept, u"id"_qs}));
        QVERIFY(files.left().empty());
        QCOMPARE(files.tokensOfOthers({}), QSet<QString>{u"id"_qs});
    }

    void aClosedRecordThatChangesIsReadAgain()
    {
        leave({sending(), answered(), ledger::Stored{}});
        const LedgerFiles files(m_directory, desk);
        QCOMPARE(files.tokensOfOthers({}), QSet<QString>{answered().tokenId});
        // From a backup: the same name, an earlier state.
        LedgerEntry entry = reviewedEntry();
        entry.id = u"x"_qs;
        entry.host = desk.host;
        QVERIFY(writeByHand(all().constFirst(), ledgerHead(entry) + ledgerLine(sending()), 0600));
        QCOMPARE(files.left().size(), 1U);
        QVERIFY(files.tokensOfOthers({}).isEmpty());
    }

    void anOddAnswerStaysOpenUntilItWasRead()
    {
        ledger::Answered odd = answered();
        odd.odd = true;
        leave({sending(), odd, ledger::Stored{}});
        {
            const auto found = LedgerFiles(m_directory, desk).takeUnfinished(any);
            QCOMPARE(found.records.size(), 1U);
            QVERIFY(found.records.front()->append(ledger::OddRead{}));
        }
        QVERIFY(LedgerFiles(m_directory, desk).takeUnfinished(any).records.empty());
    }

    void itsPlaceIsOnDiskToo()
    {
        synced.clear();
        LedgerFiles files(m_directory, desk);
        QVERIFY(files.begin(reviewedEntry()));
        // From the directory that was there, down to the one with the record.
        for (QString path = m_directory; path != m_temporary->path(); path = QFileInfo(path).path()) {
            QVERIFY2(synced.contains(path), qPrintable(path));
        }
        QVERIFY(synced.contains(m_temporary->path()));
    }

    void aStepThatTheDiskDoesNotConfirmIsKept()
    {
        LedgerFiles files(m_directory, desk);
        auto record = files.begin(reviewedEntry());
        QVERIFY(record && (*record)->append(sending()));
        diskFails = true;
        const auto appended = (*record)->append(answered());
        diskFails = false;
        QVERIFY(!appended);
        // What the file says and what is known of it are the same.
        QCOMPARE((*record)->entry().tokenId, answered().tokenId);
        QVERIFY(ledgerEntryFrom(contentOf(all().constFirst())) == (*record)->entry());
    }

    void whatCannotBeReadJustNowIsNotPutAway_data()
    {
        QTest::addColumn<int>("descriptors");
        QTest::newRow("not even the directory") << 0;
        QTest::newRow("one of two records") << 1;
    }

    void whatCannotBeReadJustNowIsNotPutAway()
    {
        QFETCH(int, descriptors);
        leave({sending()});
        leave({sending()});
        LedgerFiles files(m_directory, desk);
        {
            std::optional<FewDescriptors> few;
            few.emplace(descriptors);
            const auto found = files.takeUnfinished(any);
            few.reset();
            QCOMPARE(found.records.size(), size_t(descriptors));
            QCOMPARE(found.unusable.size(), 1U);
            QVERIFY(found.unusable.front().why == Why::NotReadable);
            files.setAside(found.unusable.front());
        }
        QCOMPARE(files.takeUnfinished(any).records.size(), 2U);
    }

    void whatCannotBeWrittenIsToldAllTheSame()
    {
        leave({sending(), answered()});
        const QByteArray before = contentOf(all().constFirst());
        QVERIFY(setMode(all().constFirst(), 0400));
        QVERIFY(setMode(m_directory, 0500));
        const bool told = asSomebody(m_temporary->path(), [this] {
            LedgerFiles files(m_directory, desk);
            const auto found = files.takeUnfinished(any);
            return found.unusable.empty() && found.records.size() == 1 &&
                   found.records.front()->entry().tokenId == answered().tokenId &&
                   !found.records.front()->append(ledger::Stored{}) &&
                   found.records.front()->entry().stage == Stage::Answered &&
                   files.takeUnfinished(any).records.empty();
        });
        QVERIFY(told);
        QCOMPARE(contentOf(all().constFirst()), before);
    }

    void leavesAnotherComputersAlone()
    {
        leave({sending()});
        QVERIFY(LedgerFiles(m_directory, laptop).takeUnfinished(any).records.empty());
        QCOMPARE(all().size(), 1);
        // Restored from a backup, or its computer is gone.
        const QString old = all().constFirst();
        QFile file(old);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(LedgerFiles(m_directory, laptop).takeUnfinished(any).records.size(), 1U);
    }

    // Some networks name the computer.
    void aNewNameIsNotAnotherComputer()
    {
        const LedgerFiles::Machine before{u"desk"_qs, u"boot-1"_qs, u"machine"_qs};
        const LedgerFiles::Machine after{u"desk-2"_qs, u"boot-2"_qs, u"machine"_qs};
        const LedgerFiles::Machine other{u"desk-2"_qs, u"boot-2"_qs, u"another"_qs};
        {
            LedgerFiles files(m_directory, before);
            const auto record = files.begin(reviewedEntry());
            QVERIFY(record && (*record)->append(sending()));
        }
        QVERIFY(LedgerFiles(m_directory, other).takeUnfinished(any).records.empty());
        QVERIFY(LedgerFiles(m_directory, other).left().empty());
        QCOMPARE(LedgerFiles(m_directory, after).left().size(), 1U);
        QCOMPARE(LedgerFiles(m_directory, after).takeUnfinished(any).records.size(), 1U);
    }

    void theMachineIsNotToldByItsId()
    {
        const auto machine = LedgerFiles::Machine::current();
        const QByteArray id = QSysInfo::machineUniqueId();
        QVERIFY(id.isEmpty() == machine.id.isEmpty());
        QVERIFY(id.isEmpty() || !machine.id.contains(QString::fromLatin1(id)));
    }

    void aTornLineIsIgnoredAndMended()
    {
        leave({sending()});
        writeBehind("{\"step\":\"answ");
        {
            const auto found = LedgerFiles(m_directory, deskLater).takeUnfinished(any);
            QCOMPARE(found.records.size(), 1U);
            QCOMPARE(found.records.front()->entry().stage, Stage::Sending);
            QVERIFY(found.records.front()->append(answered()));
        }
        const auto again = LedgerFiles(m_directory, deskLater).takeUnfinished(any);
        QVERIFY(again.unusable.empty());
        QCOMPARE(again.records.front()->entry().tokenId, answered().tokenId);
    }

    // A record gets its name when its first line is whole and on disk.
    void aTornBeginningIsDamage()
    {
        QVERIFY(writeByHand(m_directory + u"/a.jsonl"_qs, "{\"tokenry_ledger\":1,\"id", 0600));
        QVERIFY(writeByHand(m_directory + u"/b.jsonl"_qs, {}, 0600));
        const auto found = LedgerFiles(m_directory, desk).takeUnfinished(any);
        QVERIFY(found.records.empty());
        QCOMPARE(found.unusable.size(), 2U);
        QVERIFY(found.unusable.front().why == Why::Damaged);
        QCOMPARE(all().size(), 2);
    }

    void setsAsideWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("why");
        QTest::addColumn<bool>("moved");
        QTest::newRow("garbage") << u"garbage"_qs << int(Why::Damaged) << true;
        QTest::newRow("huge") << u"huge"_qs << int(Why::Damaged) << true;
        QTest::newRow("newer") << u"newer"_qs << int(Why::FromNewerVersion) << false;
        QTest::newRow("link") << u"link"_qs << int(Why::NotAFile) << true;
        QTest::newRow("dangling link") << u"dangling"_qs << int(Why::NotAFile) << true;
        QTest::newRow("directory") << u"directory"_qs << int(Why::NotAFile) << true;
        QTest::newRow("pipe") << u"pipe"_qs << int(Why::NotAFile) << true;
        QTest::newRow("writable by others") << u"open"_qs << int(Why::NotOurs) << true;
        QTest::newRow("somebody else's") << u"foreign"_qs << int(Why::NotOurs) << true;
    }

    void setsAsideWhatItCannotUse()
    {
        QFETCH(QString, what);
        QFETCH(int, why);
        QFETCH(bool, moved);
        const QString path = m_directory + u"/x.jsonl"_qs;
        const QByteArray name = QFile::encodeName(path);
        const QString elsewhere = m_temporary->filePath(u"elsewhere"_qs);
        LedgerEntry entry = reviewedEntry();
        entry.id = u"x"_qs;
        const QByteArray good = ledgerHead(entry) + ledgerLine(sending());
        QVERIFY(writeByHand(elsewhere, good, 0600));
        QVERIFY(writeByHand(path, good, 0600));
        if (what == u"garbage")
            QVERIFY(writeByHand(path, "garbage\n", 0600));
        else if (what == u"huge")
            QVERIFY(writeByHand(path, QByteArray(2 * 1024 * 1024, 'x') + '\n', 0600));
        else if (what == u"newer")
            QVERIFY(writeByHand(path, "{\"tokenry_ledger\":2}\n", 0600));
        else if (what == u"open")
            QVERIFY(setMode(path, 0666));
        else if (what == u"foreign") {
            if (::geteuid() != 0 || ::chown(name.constData(), 65534, 65534) != 0)
                QSKIP("only root can give a file away");
        } else
            QVERIFY(QFile::remove(path));
        if (what == u"link" || what == u"dangling")
            QVERIFY(QFile::link(what == u"link" ? elsewhere : u"/nonexistent"_qs, path));
        else if (what == u"directory")
            QVERIFY(QDir().mkdir(path));
        else if (what == u"pipe")
            QCOMPARE(::mkfifo(name.constData(), 0600), 0);

        // Whoever was killed before it was read is told again.
        QCOMPARE(LedgerFiles(m_directory, desk).takeUnfinished(any).unusable.size(), 1U);
        LedgerFiles files(m_directory, desk);
        const auto found = files.takeUnfinished(any);
        QVERIFY(found.records.empty());
        QCOMPARE(found.unusable.size(), 1U);
        QCOMPARE(int(found.unusable.front().why), why);
        QCOMPARE(contentOf(elsewhere), good);
        QCOMPARE(found.unusable.front().file, path);
        files.setAside(found.unusable.front());
        QCOMPARE(LedgerFiles(m_directory, desk).takeUnfinished(any).unusable.size(), moved ? 0U : 1U);
        QCOMPARE(QDir(m_directory).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 QStringList(moved ? u"x.jsonl.set-aside"_qs : u"x.jsonl"_qs));
    }

    void saysThatItCannotBeWritten_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a file in the way") << u"file"_qs;
        QTest::newRow("others can write the directory") << u"open"_qs;
        QTest::newRow("read-only directory") << u"readonly"_qs;
        QTest::newRow("disk full") << u"full"_qs;
        QTest::newRow("disk nearly full") << u"nearly"_qs;
    }

    void saysThatItCannotBeWritten()
    {
        QFETCH(QString, what);
        LedgerFiles files(m_directory, desk);
        if (what == u"file") {
            QVERIFY(writeByHand(m_directory, "in the way"));
        } else {
            QVERIFY(QDir().mkpath(m_directory));
            QVERIFY(setMode(m_directory, what == u"open" ? 0777 : what == u"readonly" ? 0500 : 0700));
        }
        if (what == u"readonly") {
            QVERIFY(asSomebody(m_temporary->path(), [&] {
                const auto record = files.begin(reviewedEntry());
                return !record && !record.error().file.isEmpty();
            }));
            QVERIFY(setMode(m_directory, 0700));
            QVERIFY(QDir(m_directory).isEmpty(QDir::Files | QDir::Hidden));
            return;
        }
        std::optional<FullDisk> disk;
        if (what == u"full" || what == u"nearly")
            disk.emplace(what == u"full" ? 0 : 100);
        const auto record = files.begin(reviewedEntry());
        disk.reset();
        QVERIFY(!record);
        QVERIFY(!record.error().file.isEmpty());
        QVERIFY(setMode(m_directory, 0700) || what == u"file");
        QCOMPARE(all().size(), 0);
        QVERIFY(!QFile::exists(m_directory) || QDir(m_directory).isEmpty(QDir::Files | QDir::Hidden) ||
                what == u"file");
    }

    void aStepThatDoesNotFitLeavesTheRestWhole()
    {
        LedgerFiles files(m_directory, desk);
        auto record = files.begin(reviewedEntry());
        QVERIFY(record);
        const QByteArray before = contentOf(all().constFirst());
        {
            const FullDisk disk(rlim_t(before.size()) + 10);
            QVERIFY(!(*record)->append(sending()));
        }
        QCOMPARE(contentOf(all().constFirst()), before);
        QCOMPARE((*record)->entry().stage, Stage::Reviewed);
        QVERIFY((*record)->append(sending()));
        QVERIFY(ledgerEntryFrom(contentOf(all().constFirst()))->stage == Stage::Sending);
    }

    void noticesThatItsFileIsGone()
    {
        LedgerFiles files(m_directory, desk);
        auto record = files.begin(reviewedEntry());
        QVERIFY(record);
        QVERIFY(QDir(m_directory).removeRecursively());
        QVERIFY(!(*record)->append(sending()));
    }

    void twoInstancesWriteSideBySide()
    {
        QList<pid_t> others;
        for (int i = 0; i < 6; ++i)
            others += otherInstance(m_directory, i % 2 == 0 ? Stage::Sending : Stage::Answered);
        LedgerFiles files(m_directory, desk);
        auto mine = files.begin(reviewedEntry());
        QVERIFY(mine);
        QCOMPARE(all().size(), 7);
        QVERIFY(files.takeUnfinished(any).records.empty());
        for (const pid_t other : std::as_const(others))
            endOutright(other);
        QCOMPARE(files.takeUnfinished(any).records.size(), 6U);
        QVERIFY((*mine)->append(sending()));
    }

    void marksThatItWasAskedToEnd()
    {
        LedgerFiles files(m_directory, desk);
        auto reviewed = files.begin(reviewedEntry());
        auto sent = files.begin(reviewedEntry());
        auto gone = files.begin(reviewedEntry());
        QVERIFY(reviewed && sent && gone);
        QVERIFY((*sent)->append(sending()));
        QVERIFY((*gone)->append(sending()));
        gone->reset();
        files.markInterrupted();
        QVERIFY((*sent)->entry().interrupted);
        QVERIFY(!(*reviewed)->entry().interrupted);
        sent->reset();
        int marked = 0;
        for (const auto &record : LedgerFiles(m_directory, deskLater).takeUnfinished(any).records)
            marked += record->entry().interrupted;
        QCOMPARE(marked, 1);
    }

    void sweepsWhatWasCutOffInTheMaking()
    {
        const QString fresh = m_directory + u"/a.jsonl.new"_qs;
        const QString old = m_directory + u"/b.jsonl.new"_qs;
        QVERIFY(writeByHand(fresh, "x", 0600) && writeByHand(old, "x", 0600));
        QFile file(old);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        file.close();
        (void)LedgerFiles(m_directory, desk).takeUnfinished(any);
        QVERIFY(QFile::exists(fresh));
        QVERIFY(!QFile::exists(old));
    }

private:
    /// A record that its owner has let go of.
    void leave(const std::vector<ledger::Step> &steps)
    {
        LedgerFiles files(m_directory, desk);
        const auto record = files.begin(reviewedEntry());
        QVERIFY(record);
        for (const ledger::Step &step : steps)
            QVERIFY((*record)->append(step));
    }

    void writeBehind(const QByteArray &bytes)
    {
        QFile file(all().constFirst());
        QVERIFY(file.open(QFile::Append) && file.write(bytes) == bytes.size());
    }

    [[nodiscard]] QStringList all() const
    {
        QStringList paths;
        const QFileInfoList files =
            QDir(m_directory).entryInfoList({u"*.jsonl"_qs}, QDir::Files | QDir::Hidden | QDir::System);
        for (const QFileInfo &file : files)
            paths += file.filePath();
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestLedgerFiles)
#include "tst_ledgerfiles.moc"
