// SPDX-License-Identifier: MIT
#include "connection/profileinput.h"

#include "wording/profiletext.h"

#include <QCoreApplication>

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

QString urlFault(const QString &text, bool needed)
{
    if (text.trimmed().isEmpty())
        return needed ? textFor(UrlFault::Empty) : QString();
    const QUrl url = urlFrom(text);
    // QUrl leaves nothing of a text that it cannot read.
    const std::optional<UrlFault> fault = url.isEmpty() ? UrlFault::NotAUrl : faultOf(url);
    return fault ? textFor(*fault) : QString();
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

} // namespace

ProfileInput ProfileInput::of(const Profile &profile)
{
    return {profile.name,
            profile.environment,
            profile.address.managementUrl.toString(),
            profile.address.accountId,
            profile.address.clusterId,
            profile.address.clusterUrl.toString(),
            profile.defaultExpiry};
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
    return {urlFrom(managementUrl), cleanedId(accountId), cleanedId(clusterId), urlFrom(clusterUrl)};
}

bool ProfileInput::takePasted(const QString &text)
{
    const PastedAddress pasted = pastedAddress(text);
    if (!pasted.accountId.isEmpty())
        accountId = pasted.accountId;
    if (!pasted.clusterId.isEmpty())
        clusterId = pasted.clusterId;
    if (!pasted.managementUrl.isEmpty())
        managementUrl = pasted.managementUrl.toString();
    return !pasted.accountId.isEmpty() || !pasted.clusterId.isEmpty();
}

QString ProfileInput::suggestedClusterUrl() const
{
    const ClusterAddress written = address();
    if (!isUuid(written.clusterId) || written.managementUrl != ClusterAddress::defaultManagementUrl())
        return {};
    return QStringLiteral("https://%1.a.influxdb.io").arg(written.clusterId);
}

bool ProfileFaults::canTest() const
{
    return managementUrl.isEmpty() && accountId.isEmpty() && clusterId.isEmpty() && token.isEmpty();
}

bool ProfileFaults::canSave() const
{
    return canTest() && name.isEmpty() && clusterUrl.isEmpty();
}

ProfileFaults faultsOf(const ProfileInput &input, const QStringList &otherNames, bool tokenGiven,
                       TokenKind tokenKind)
{
    return {nameFault(input.name, otherNames),
            urlFault(input.managementUrl, true),
            idFault(input.accountId),
            idFault(input.clusterId),
            urlFault(input.clusterUrl, false),
            tokenGiven && tokenKind == TokenKind::Database ? textFor(tokenKind) : QString()};
}

} // namespace tokenry
