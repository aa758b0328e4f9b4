// SPDX-License-Identifier: MIT
#include "demo/account.h"
#include "demo/control.h"
#include "demo/options.h"
#include "demo/parentwatch.h"
#include "demo/seeddata.h"
#include "demo/server.h"
#include "demo/standardinput.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

using namespace tokenry::demo;

constexpr int wrongUse = 2;
constexpr int cannotServe = 3;

int say(const QString &text, int status)
{
    std::fprintf(status == 0 ? stdout : stderr, "%s\n", qPrintable(text));
    return status;
}

QJsonObject described(const Cluster &cluster)
{
    return {{u"name"_s, cluster.name},
            {u"clusterId"_s, cluster.clusterId},
            {u"databases"_s, cluster.databases.active().size()},
            {u"tokens"_s, cluster.tokens.all().size()}};
}

// The first cluster's facts stand at the top, too: enough for whoever wants one cluster.
void announce(const Account &account, int port)
{
    const QString url = u"http://127.0.0.1:%1"_s.arg(port);
    QJsonObject ready = described(account.served().front());
    QJsonArray clusters;
    for (const Cluster &cluster : account.served())
        clusters.append(described(cluster));
    ready.insert(u"clusters"_s, clusters);
    ready.insert(u"port"_s, port);
    ready.insert(u"managementUrl"_s, url);
    ready.insert(u"clusterUrl"_s, url);
    ready.insert(u"accountId"_s, account.served().front().accountId);
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// The documentation's own examples of IDs, or alike.
const QString &accountId()
{
    static const QString id = u"11111111-1111-4111-8111-111111111111"_s;
    return id;
}

Cluster emptyCluster(const Options &options)
{
    return {
        u"empty"_s,        accountId(),   u"55555555-5555-4555-8555-555555555555"_s, options.activationDelay,
        DatabaseStore({}), TokenStore({})};
}

Cluster seededCluster(const QString &name, const QString &id, const Options &options,
                      const QList<Database> &databases, qsizetype tokens)
{
    return {name,
            options.clustered ? QString() : accountId(),
            options.clustered ? QString() : id,
            options.activationDelay,
            DatabaseStore(options.empty ? QList<Database>() : databases),
            TokenStore(options.empty ? QList<Token>() : seedTokens(options.seed, now(), databases, tokens))};
}

} // namespace

int main(int argc, char *argv[])
{
    if (!ParentWatch::prepare())
        return 0;
    const QCoreApplication application(argc, argv);
    const auto parsed = optionsFrom(QCoreApplication::arguments());
    if (const auto *notice = std::get_if<Notice>(&parsed))
        return say(notice->text, notice->status);
    const Options options = std::get<Options>(parsed);

    const QByteArray managementTokenHash = [] {
        const QByteArray token = firstLineOfStandardInput();
        return token.isEmpty() ? QByteArray() : QCryptographicHash::hash(token, QCryptographicHash::Sha512);
    }();
    if (managementTokenHash.isEmpty())
        return say(u"The first line of standard input must be the management token to accept."_s, wrongUse);

    Account account{accountId(),
                    managementTokenHash,
                    {seededCluster(u"production"_s, u"33333333-3333-4333-8333-333333333333"_s, options,
                                   seedDatabases(options.seed), seededTokens),
                     seededCluster(u"staging"_s, u"44444444-4444-4444-8444-444444444444"_s, options,
                                   seedStagingDatabases(options.seed), seededStagingTokens),
                     emptyCluster(options)},
                    options.lateness,
                    {}};
    Control control(account);
    ParentWatch::start([&control](const QByteArray &line) { control.obey(line); });
    Server server(account);
    const int port = server.bind(options.port);
    if (port <= 0)
        return say(u"Port %1 on 127.0.0.1 cannot be used."_s.arg(options.port), cannotServe);
    announce(account, port);
    return server.serve() ? 0 : cannotServe;
}
