// SPDX-License-Identifier: MIT
#include "support/puppet/stage.h"

#include "keychain/keychainnaming.h"
#include "keychain/systemkeychain.h"
#include "storage/ledgerfile.h"
#include "storage/profilefiles.h"
#include "storage/standarddirectories.h"
#include "storage/trustedoriginfile.h"
#include "support/keyring/await.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

namespace tokenry::test
{

using tests::DemoClusterProcess;

namespace
{

/// What was sent to the port of this computer and not read there, by proc_net_tcp(5).
qsizetype unreadBytes(int port)
{
    QFile table(u"/proc/net/tcp"_qs);
    if (!table.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray here = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    constexpr qsizetype local = 1;
    constexpr qsizetype state = 3;
    constexpr qsizetype queues = 4;
    qsizetype unread = 0;
    const QList<QByteArray> lines = table.readAll().split('\n').mid(1);
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const bool isListening = fields.value(state) == "0A";
        if (fields.value(local).endsWith(here) && !isListening)
            unread += fields.value(queues).split(':').value(1).toLongLong(nullptr, 16);
    }
    return unread;
}

} // namespace

bool Stage::prepare(Trying trying)
{
    if (m_cluster.process().state() != QProcess::Running && !m_cluster.start())
        return false;
    m_profile.slug = m_profile.name = u"edge"_qs;
    m_profile.environment = Environment::Staging;
    m_profile.address.managementUrl = QUrl(m_cluster.managementUrl());
    m_profile.address.accountId = m_cluster.accountId();
    m_profile.address.clusterId = m_cluster.clusterId();
    if (trying == Trying::Yes)
        m_profile.address.clusterUrl = QUrl(m_cluster.clusterUrl());
    const ClusterAddress &address = m_profile.address;
    SystemKeychain keychain;
    return ProfileFiles(m_directory.filePath(u"config"_qs)).save(m_profile) &&
           await(
               keychain.write(keychain.managementTokenItem(address.tokenAccount(), address.managementHost()),
                              Secret::copyOf(DemoClusterProcess::managementToken())));
}

bool Stage::prepareOutpost()
{
    Profile outpost = m_profile;
    outpost.slug = outpost.name = u"outpost"_qs;
    outpost.address.clusterId = u"44444444-4444-4444-8444-444444444444"_qs;
    return ProfileFiles(m_directory.filePath(u"config"_qs)).save(outpost).has_value();
}

QString Stage::state() const
{
    return m_directory.filePath(u"state-%1"_qs.arg(m_round));
}

bool Stage::open(const Patience &patience)
{
    ++m_round;
    const StandardDirectories directories{m_directory.filePath(u"config"_qs), state()};
    const ClusterAddress &address = m_profile.address;
    if (!TrustedOriginFile(directories.trustedOriginsFile())
             .add(address.tokenAccount(), address.trustedOrigin()))
        return false;
    return start(patience) && m_program->tell(u"reads 220 databases"_qs);
}

bool Stage::openAgain()
{
    return start({});
}

bool Stage::start(const Patience &patience)
{
    m_program = std::make_unique<Puppeteer>();
    return m_program->start(m_directory.filePath(u"config"_qs), state(), patience);
}

bool Stage::post(const QString &description)
{
    const auto isNoted = [&] {
        const auto sent = entry();
        return sent && sent->description == description && sent->stage == LedgerEntry::Stage::Sending;
    };
    return m_program->tell(u"press Create token"_qs) && m_program->tell(u"reads Creating…"_qs) &&
           QTest::qWaitFor(isNoted) && requestLiesBeforeTheCluster();
}

bool Stage::isAlive()
{
    constexpr int shortestHang = 3000;
    const int gap = m_program->ask(u"gap"_qs).toInt();
    qInfo("the window stood still for %d ms at most", gap);
    return gap > 0 && gap < shortestHang / 2;
}

bool Stage::requestLiesBeforeTheCluster() const
{
    qsizetype before = 0;
    const auto isWhole = [&] {
        // Head and body leave right after each other.
        QTest::qWait(50);
        const qsizetype now = unreadBytes(m_cluster.port());
        return now > 0 && now == std::exchange(before, now);
    };
    return QTest::qWaitFor(isWhole);
}

std::unique_ptr<Stopped> Stage::stopCluster()
{
    return std::make_unique<Stopped>(static_cast<int>(m_cluster.process().processId()));
}

void Stage::killCluster()
{
    m_cluster.process().kill();
    m_cluster.process().waitForFinished();
}

KeychainItem Stage::item(const QString &description) const
{
    return tokenItem(KeychainSystem::Linux, m_profile.slug, keychainNameFor(description));
}

QStringList Stage::onCluster(const QString &description) const
{
    QStringList ids;
    const QJsonArray tokens = m_cluster.getJson(u"/tokens"_qs).toArray();
    for (const QJsonValue &token : tokens) {
        if (token[u"description"_qs].toString() == description && token[u"revokedAt"_qs].isUndefined())
            ids += token[u"id"_qs].toString();
    }
    return ids;
}

std::vector<LedgerEntry> Stage::ledger() const
{
    const QDir directory(StandardDirectories{{}, state()}.ledgerDirectory());
    std::vector<LedgerEntry> entries;
    const QStringList names = directory.entryList({u"*.jsonl"_qs}, QDir::Files);
    for (const QString &name : names) {
        if (auto entry = LedgerFile::peek(directory.filePath(name)))
            entries.push_back(*std::move(entry));
    }
    return entries;
}

std::optional<LedgerEntry> Stage::entry() const
{
    auto entries = ledger();
    return entries.size() == 1 ? std::optional(entries.front()) : std::nullopt;
}

} // namespace tokenry::test
