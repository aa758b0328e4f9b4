// SPDX-License-Identifier: MIT
#include "demo/cluster.h"
#include "demo/options.h"
#include "demo/parentwatch.h"
#include "demo/seeddata.h"
#include "demo/server.h"
#include "demo/standardinput.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

constexpr int wrongUse = 2;
constexpr int cannotServe = 3;

int say(const QString &text, int status)
{
    std::fprintf(status == 0 ? stdout : stderr, "%s\n", qPrintable(text));
    return status;
}

void announce(const tokenry::demo::Cluster &cluster, int port)
{
    const QString url = u"http://127.0.0.1:%1"_s.arg(port);
    const QJsonObject ready{{u"port"_s, port},
                            {u"managementUrl"_s, url},
                            {u"clusterUrl"_s, url},
                            {u"accountId"_s, cluster.accountId},
                            {u"clusterId"_s, cluster.clusterId},
                            {u"databases"_s, cluster.databases.active().size()},
                            {u"tokens"_s, cluster.tokens.all().size()}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace tokenry::demo;
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
    ParentWatch::start();

    // The documentation's own examples.
    const QString accountId = u"11111111-1111-4111-8111-111111111111"_s;
    const QString clusterId = u"33333333-3333-4333-8333-333333333333"_s;
    Cluster cluster{options.clustered ? QString() : accountId,
                    options.clustered ? QString() : clusterId,
                    managementTokenHash,
                    options.activationDelay,
                    DatabaseStore(options.empty ? QList<Database>() : seedDatabases(options.seed)),
                    TokenStore(options.empty ? QList<Token>() : seedTokens(options.seed, now()))};
    Server server(cluster);
    const int port = server.bind(options.port);
    if (port <= 0)
        return say(u"Port %1 on 127.0.0.1 cannot be used."_s.arg(options.port), cannotServe);
    announce(cluster, port);
    return server.serve() ? 0 : cannotServe;
}
