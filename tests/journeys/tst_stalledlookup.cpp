// SPDX-License-Identifier: MIT
#include "domain/profile.h"
#include "keychain/systemkeychain.h"
#include "storage/profilefiles.h"
#include "storage/standarddirectories.h"
#include "storage/trustedoriginfile.h"
#include "support/keyring/await.h"
#include "support/keyring/keyringsession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;

/// The executable as people run it, asked to end while the name of its server is looked up for good.
class StalledLookupTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    QProcessEnvironment environment() const
    {
        auto its = QProcessEnvironment::systemEnvironment();
        its.insert(u"XDG_STATE_HOME"_qs, m_directory.filePath(u"state"_qs));
        return its;
    }

    /// Milliseconds from the signal to the end; -1 where it did not come.
    static int endingTime(QProcess &program)
    {
        QElapsedTimer clock;
        clock.start();
        program.terminate();
        if (!program.waitForFinished(20'000) || program.exitStatus() != QProcess::NormalExit ||
            program.exitCode() != 0)
            return -1;
        return static_cast<int>(clock.elapsed());
    }

    /// With a lookup under way, once \a stalled; else right after the window is up.
    int endOnce(const QString &config, bool stalled)
    {
        const QString sign = m_directory.filePath(u"sign"_qs);
        QFile::remove(sign);
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        auto its = environment();
        its.insert(u"LD_PRELOAD"_qs, QStringLiteral(TOKENRY_STALLED_LOOKUP));
        its.insert(u"STALLED_LOOKUP"_qs, sign);
        its.insert(u"ASAN_OPTIONS"_qs, its.value(u"ASAN_OPTIONS"_qs) + u":verify_asan_link_order=0"_qs);
        program.setProcessEnvironment(its);
        program.start(QStringLiteral(TOKENRY_PROGRAM), {u"--config"_qs, config});
        const auto isUp = [&] {
            if (stalled)
                return QFile::exists(sign);
            return !run(u"xdotool"_qs, {u"search"_qs, u"--onlyvisible"_qs, u"--name"_qs, u"^Tokenry$"_qs})
                        .out.isEmpty();
        };
        const bool up = QTest::qWaitFor(isUp, 30'000);
        const int ended = endingTime(program);
        return up ? ended : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Profile profile;
        profile.slug = profile.name = u"far"_qs;
        profile.address.managementUrl = QUrl(u"https://console.invalid"_qs);
        profile.address.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
        profile.address.clusterId = u"33333333-3333-4333-8333-333333333333"_qs;
        const QString config = m_directory.filePath(u"config"_qs);
        QVERIFY(ProfileFiles(config).save(profile));
        const auto directories = StandardDirectories::of(environment(), config);
        const ClusterAddress &address = profile.address;
        QVERIFY(TrustedOriginFile(directories.trustedOriginsFile())
                    .add(address.tokenAccount(), address.trustedOrigin()));
        SystemKeychain keychain;
        QVERIFY(await(
            keychain.write(keychain.managementTokenItem(address.tokenAccount(), address.managementHost()),
                           Secret::copyOf("M.V1.FAKE-not-a-real-token"))));
    }

    void isNotWaitedForAtTheEnd()
    {
        const int idle = endOnce(m_directory.filePath(u"nobody"_qs), false);
        QVERIFY(idle >= 0);
        int ended = -1;
        // The promise is a second; a busy machine gets what it needs anyhow.
        for (int attempt = 0; attempt < 3 && (attempt == 0 || ended >= idle + 1000); ++attempt) {
            ended = endOnce(m_directory.filePath(u"config"_qs), true);
            QVERIFY(ended >= 0);
        }
        qInfo("an idle one ended after %d ms, one that looks up a name after %d", idle, ended);
        QVERIFY(ended < idle + 1000);
    }
};

QTEST_GUILESS_MAIN(StalledLookupTest)
#include "tst_stalledlookup.moc"
