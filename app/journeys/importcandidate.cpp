// SPDX-License-Identifier: MIT
#include "journeys/importcandidate.h"

#include "domain/pastedtext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tokenry
{

namespace
{

/// https, whatever tls.disable says; forgiving about a scheme and a slash that were copied along.
QUrl originOf(const InfluxctlProfile &source)
{
    QString host = source.host.trimmed();
    for (const QLatin1String scheme : {QLatin1String("https://"), QLatin1String("http://")}) {
        if (host.startsWith(scheme, Qt::CaseInsensitive))
            host.remove(0, scheme.size());
    }
    while (host.endsWith(u'/'))
        host.chop(1);
    if (host.isEmpty())
        return {};
    QUrl url(QStringLiteral("https://") + host, QUrl::StrictMode);
    if (url.port() < 0 && source.port != 443)
        url.setPort(source.port);
    return url;
}

bool isOrigin(const QUrl &url)
{
    return !faultOf(url) && url.path().isEmpty();
}

ClusterAddress addressOf(const InfluxctlProfile &source)
{
    const QUrl origin = originOf(source);
    ClusterAddress address;
    address.product = source.product;
    address.clusterUrl = origin;
    if (source.product == Product::Clustered) {
        address.managementUrl = origin;
        if (isUuid(source.accountId) && isUuid(source.clusterId)) {
            address.accountId = source.accountId;
            address.clusterId = source.clusterId;
        }
        return address;
    }
    address.accountId = source.accountId;
    address.clusterId = source.clusterId;
    if (origin.isEmpty())
        address.clusterUrl = ClusterAddress::defaultClusterUrl(source.clusterId);
    return address;
}

bool isSameCluster(const ClusterAddress &a, const ClusterAddress &b)
{
    if (a.product != b.product)
        return false;
    return a.product == Product::Clustered ? a.managementOrigin() == b.managementOrigin()
                                           : a.accountId == b.accountId && a.clusterId == b.clusterId;
}

QString freeName(const QString &name, const QStringList &taken)
{
    QString free = name;
    for (int number = 2; taken.contains(free, Qt::CaseInsensitive); ++number)
        free = QStringLiteral("%1 (%2)").arg(name).arg(number);
    return free;
}

} // namespace

Environment environmentFor(const QString &name)
{
    // Wherever it stands: nothing but a whole word lowers what is guarded as production.
    if (name.contains(QLatin1String("prod"), Qt::CaseInsensitive))
        return Environment::Production;
    static const QRegularExpression notALetter(QStringLiteral("[^\\p{L}]+"));
    const QStringList words = name.toLower().split(notALetter, Qt::SkipEmptyParts);
    const auto has = [&](std::initializer_list<const char *> any) {
        return std::ranges::any_of(any,
                                   [&](const char *word) { return words.contains(QLatin1String(word)); });
    };
    if (has({"staging", "stage", "stg"}))
        return Environment::Staging;
    return has({"dev", "devel", "development", "test", "tests", "testing", "qa", "sandbox", "demo", "local"})
               ? Environment::Other
               : Environment::Production;
}

std::vector<ImportCandidate> candidatesFrom(std::vector<InfluxctlProfile> found,
                                            const std::vector<Profile> &known, const QStringList &takenSlugs,
                                            const ReadAuthority &readAuthority)
{
    QStringList names;
    QStringList slugs = takenSlugs;
    for (const Profile &profile : known) {
        names << profile.name;
        slugs << profile.slug;
    }
    std::vector<ImportCandidate> candidates;
    for (InfluxctlProfile &source : found) {
        ImportCandidate candidate{std::move(source)};
        candidate.hadDatabaseToken = candidate.source.managementToken.reveal(
            [](QByteArrayView token) { return tokenKind(token) == TokenKind::Database; });
        if (candidate.hadDatabaseToken)
            candidate.source.managementToken = {};
        const InfluxctlProfile &made = candidate.source;
        candidate.profile.address = addressOf(made);
        candidate.profile.address.authority = readAuthority(made.tls.authority);
        candidate.profile.environment = environmentFor(made.name);
        // The cluster URL is the host's own, so one look is for both products.
        if (!made.fault && !isOrigin(candidate.profile.address.clusterUrl))
            candidate.fault = ImportCandidate::Fault::BadHost;
        const auto same = std::find_if(known.begin(), known.end(), [&](const Profile &profile) {
            return isSameCluster(profile.address, candidate.profile.address);
        });
        if (candidate.isUsable() && same != known.end())
            candidate.existing = *same;
        const auto earlier = std::ranges::find_if(candidates, [&](const ImportCandidate &other) {
            return other.isUsable() && isSameCluster(other.profile.address, candidate.profile.address);
        });
        if (candidate.isUsable() && earlier != candidates.end())
            candidate.sameAs = earlier->source.name;
        candidate.profile.name = made.name.trimmed();
        if (candidate.isUsable() && !candidate.existing) {
            candidate.profile.name = freeName(candidate.profile.name, names);
            candidate.profile.slug = slugFor(candidate.profile.name, slugs);
            names << candidate.profile.name;
            slugs << candidate.profile.slug;
        }
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

} // namespace tokenry
