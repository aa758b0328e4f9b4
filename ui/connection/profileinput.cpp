// SPDX-License-Identifier: MIT
#include "connection/profileinput.h"

#include "wording/drafttext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

namespace tokenry
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ProfileInput)
};

// Forgiving about what people leave out and what they copy along.
QUrl urlFrom(const QString &text)
{
    QString cleaned = text.simplified();
    for (const QChar quote : {u'"', u'\'', u'<', u'>', u'`'})
        cleaned.remove(quote);
    if (cleaned.isEmpty())
        return {};
    if (!cleaned.contains(QLatin1String("://")))
        cleaned.prepend(QLatin1String("https://"));
    QUrl url(cleaned, QUrl::StrictMode);
    QString path = url.path();
    if (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(QLatin1String("/api/v0")))
        path.chop(7);
    url.setPath(path);
    return url;
}

// As it is asked for: another script's letters may look like a host that is known.
QString written(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

QString urlFault(const QString &text, bool needed)
{
    if (text.trimmed().isEmpty())
        return needed ? textFor(UrlFault::Empty) : QString();
    const QUrl url = urlFrom(text);
    // QUrl leaves nothing of a text that it cannot read.
    const std::optional<UrlFault> fault = url.isEmpty() ? UrlFault::NotAUrl : faultOf(url);
    return fault ? textFor(*fault) : QString();
}

QString fileFrom(const QString &text)
{
    QString path = text.trimmed();
    for (const QChar quote : {u'"', u'\''}) {
        if (path.size() > 1 && path.startsWith(quote) && path.endsWith(quote))
            path = path.mid(1, path.size() - 2);
    }
    if (path.startsWith(QLatin1String("file://")))
        path = QUrl(path).toLocalFile();
    if (path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

QString authorityFault(const QString &text)
{
    const QString file = fileFrom(text);
    return file.isEmpty() || QDir::isAbsolutePath(file)
               ? QString()
               : Words::tr("The whole path of a file is needed, such as /etc/ssl/influx-ca.pem.");
}

bool isConsole(const QUrl &url)
{
    return url.host() == ClusterAddress::defaultManagementUrl().host();
}

QString idFault(const QString &text)
{
    if (text.trimmed().isEmpty())
        return Words::tr("This ID is needed; it is on the cluster's page in the Admin UI.");
    return isUuid(cleanedId(text))
               ? QString()
               : Words::tr("This is not an ID: 32 digits and letters a–f in groups of 8-4-4-4-12.");
}

QString nameFault(const QString &name, const QStringList &otherNames)
{
    const QString plain = name.trimmed();
    if (plain.isEmpty())
        return Words::tr("A name is needed; the header shows it.");
    return otherNames.contains(plain, Qt::CaseInsensitive) ? Words::tr("Another profile has this name.")
                                                           : QString();
}

QString nameCaution(const QString &name)
{
    const QString seen = visibleText(name.trimmed());
    return seen == name.trimmed() ? QString() : drafttext::unseenCharacters(seen);
}

// The profile is kept in a file, in clear.
QString unlessToken(const QString &text, const QString &fault)
{
    return holdsToken(text) ? tokenInWrongField() : fault;
}

bool isUseless(TokenKind kind)
{
    return kind == TokenKind::Database || kind == TokenKind::Broken;
}

} // namespace

ProfileInput ProfileInput::of(const Profile &profile)
{
    const ClusterAddress &address = profile.address;
    ProfileInput input{profile.name,
                       profile.environment,
                       written(address.managementUrl),
                       address.accountId,
                       address.clusterId,
                       written(address.clusterUrl),
                       false,
                       address.product,
                       address.authority.file};
    if (address.product == Product::Clustered && !address.accountId.isEmpty()) {
        input.hasPathIds = true;
        input.pathAccount = std::exchange(input.accountId, {});
        input.pathCluster = std::exchange(input.clusterId, {});
    }
    input.defaultExpiry = profile.defaultExpiry;
    return input;
}

Profile ProfileInput::profile() const
{
    Profile profile;
    profile.name = name.trimmed();
    profile.environment = environment;
    profile.address = address();
    profile.defaultExpiry = defaultExpiry;
    return profile;
}

ClusterAddress ProfileInput::address() const
{
    ClusterAddress address{urlFrom(managementUrl), cleanedId(accountId), cleanedId(clusterId),
                           urlFrom(clusterUrl), product};
    address.authority.file = fileFrom(authority);
    if (product == Product::Clustered) {
        address.accountId = hasPathIds ? pathAccount : QString();
        address.clusterId = hasPathIds ? pathCluster : QString();
    }
    return address;
}

void ProfileInput::setProduct(Product chosen)
{
    const QString console = ClusterAddress::defaultManagementUrl().toString();
    if (chosen == Product::Clustered && isConsole(urlFrom(managementUrl))) {
        if (clusterUrl == suggestedClusterUrl())
            clusterUrl.clear();
        managementUrl.clear();
    } else if (chosen == Product::Dedicated && managementUrl.trimmed().isEmpty()) {
        managementUrl = console;
    }
    product = chosen;
}

bool ProfileInput::takePasted(const QString &text)
{
    if (product == Product::Clustered)
        return false;
    const PastedAddress pasted = pastedAddress(text);
    if (!pasted.accountId.isEmpty() || pasted.severalAccounts)
        accountId = pasted.accountId;
    if (!pasted.clusterId.isEmpty() || pasted.severalClusters || pasted.severalAccounts)
        clusterId = pasted.clusterId;
    severalAccounts = pasted.severalAccounts;
    severalClusters = pasted.severalClusters;
    if (!pasted.managementUrl.isEmpty())
        managementUrl = written(pasted.managementUrl);
    return !pasted.accountId.isEmpty() || !pasted.clusterId.isEmpty() || pasted.severalClusters ||
           pasted.severalAccounts;
}

QString ProfileInput::suggestedClusterUrl() const
{
    const ClusterAddress written = address();
    if (product == Product::Clustered)
        return faultOf(written.managementUrl) ? QString() : written.managementOrigin();
    if (!isUuid(written.clusterId) || written.managementUrl != ClusterAddress::defaultManagementUrl())
        return {};
    return ClusterAddress::defaultClusterUrl(written.clusterId).toString();
}

bool ProfileFaults::canTest() const
{
    return managementUrl.isEmpty() && accountId.isEmpty() && clusterId.isEmpty() && authority.isEmpty() &&
           token.isEmpty();
}

bool ProfileFaults::canSave() const
{
    return canTest() && name.isEmpty() && clusterUrl.isEmpty();
}

ProfileFaults faultsOf(const ProfileInput &input, const QStringList &otherNames, bool tokenGiven,
                       TokenKind tokenKind)
{
    const bool clustered = input.product == Product::Clustered;
    QString managementFault = urlFault(input.managementUrl, true);
    if (managementFault.isEmpty() && clustered && isConsole(input.address().managementUrl))
        managementFault = Words::tr("InfluxDB Clustered is managed at the cluster's own host, not here.");
    const QString accountFault =
        input.accountId.isEmpty() && input.severalAccounts
            ? Words::tr("What was pasted names several accounts; paste the ID of one.")
            : idFault(input.accountId);
    const QString clusterFault =
        input.clusterId.isEmpty() && input.severalClusters
            ? Words::tr("What was pasted names several clusters; paste the ID of one.")
            : idFault(input.clusterId);
    return {unlessToken(input.name, nameFault(input.name, otherNames)),
            unlessToken(input.managementUrl, managementFault),
            clustered ? QString() : unlessToken(input.accountId, accountFault),
            clustered ? QString() : unlessToken(input.clusterId, clusterFault),
            unlessToken(input.clusterUrl, urlFault(input.clusterUrl, false)),
            unlessToken(input.authority, authorityFault(input.authority)),
            tokenGiven && isUseless(tokenKind) ? textFor(tokenKind) : QString(),
            nameCaution(input.name)};
}

} // namespace tokenry
