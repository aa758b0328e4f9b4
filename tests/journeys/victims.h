// SPDX-License-Identifier: MIT
#pragma once

#include "api/managementclient.h"
#include "journeys/unfinished.h"
#include "keychain/systemkeychain.h"
#include "storage/ledgerfiles.h"
#include "support/democlusterprocess.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/keyring/keyringsession.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

namespace tokenry::test
{

/// Creations in processes of their own (creationvictim) at one demo cluster, with ledgers where the test
/// says; and what the next start makes of a ledger.
class Victims
{
public:
    [[nodiscard]] bool begin() { return m_cluster.start(); }
    [[nodiscard]] QString ledger(const QString &name) const { return m_directory.filePath(name); }

    /// \a moment: where it kills itself, 0: nowhere; \a delayUs: or so long after the click, in microseconds.
    [[nodiscard]] bool start(QProcess &victim, const QString &ledger, const QString &description,
                             int moment = 0, int delayUs = -1) const
    {
        victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        victim.start(QStringLiteral(TOKENRY_VICTIM),
                     {m_cluster.managementUrl(), m_cluster.accountId(), m_cluster.clusterId(), ledger,
                      description, QString::number(moment), QString::number(delayUs)});
        if (!victim.waitForStarted())
            return false;
        victim.write(tests::DemoClusterProcess::managementToken() + '\n');
        victim.closeWriteChannel();
        return true;
    }

    /// IDs of the active tokens with the description.
    [[nodiscard]] QStringList onCluster(const QString &description) const
    {
        QStringList ids;
        const QJsonArray tokens = m_cluster.getJson(u"/tokens"_qs).toArray();
        for (const QJsonValue &token : tokens) {
            if (token[u"description"_qs].toString() == description && token[u"revokedAt"_qs].isUndefined())
                ids += token[u"id"_qs].toString();
        }
        return ids;
    }

    /// A start of the program with that ledger.
    class NextStart
    {
    public:
        NextStart(const Victims &victims, const QString &ledger)
            : m_files(ledger), m_unfinished(m_files, m_makeApi, m_keychain)
        {
            Profile profile;
            profile.slug = u"victim"_qs;
            profile.address.managementUrl = QUrl(victims.m_cluster.managementUrl());
            profile.address.accountId = victims.m_cluster.accountId();
            profile.address.clusterId = victims.m_cluster.clusterId();
            m_session = std::make_shared<ClusterSession>(profile, m_makeApi(profile.address), m_keychain,
                                                         m_trusted, m_clock);
            m_session->credential().useForSession(
                Secret::copyOf(tests::DemoClusterProcess::managementToken()));
            m_unfinished.takeUp(m_session);
        }
        [[nodiscard]] Recovery *told() { return m_unfinished.toTell(*m_session); }
        [[nodiscard]] bool foundAllUsable() const { return m_unfinished.unusable().empty(); }
        [[nodiscard]] KeychainItem item(const QString &name) const
        {
            return m_keychain.tokenItem(u"victim"_qs, name);
        }

    private:
        const ManagementApiFactory m_makeApi = [](const ClusterAddress &address) {
            return std::make_unique<ManagementClient>(address);
        };
        SystemKeychain m_keychain;
        testsupport::FakeTrustedOrigins m_trusted;
        SystemClock m_clock;
        LedgerFiles m_files;
        std::shared_ptr<ClusterSession> m_session;
        Unfinished m_unfinished;
    };

private:
    QTemporaryDir m_directory;
    tests::DemoClusterProcess m_cluster;
};

} // namespace tokenry::test
