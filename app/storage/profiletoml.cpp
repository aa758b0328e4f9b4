// SPDX-License-Identifier: MIT
#include "storage/profiletoml.h"

#include "domain/profilewords.h"
#include "storage/tomltext.h"

#include <QDir>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace tokenry
{

namespace
{

using Kind = StorageError::Kind;

constexpr char firstLine[] = "# A profile of Tokenry: one cluster. No secret belongs here.\n";

/// Takes a value into the profile; what was expected where it cannot.
using Setter = std::optional<QString> (*)(const QString &value, Profile &profile);

std::optional<QString> setName(const QString &value, Profile &profile)
{
    profile.name = value.trimmed();
    return profile.name.isEmpty() ? std::optional(QStringLiteral("expected a name")) : std::nullopt;
}

std::optional<QString> setEnvironment(const QString &value, Profile &profile)
{
    const auto environment = environmentCalled(value);
    if (!environment)
        return QStringLiteral(R"(expected "production", "staging" or "other")");
    profile.environment = *environment;
    return {};
}

std::optional<QString> setProduct(const QString &value, Profile &profile)
{
    const auto product = productCalled(value);
    if (!product)
        return QStringLiteral(R"(expected "dedicated" or "clustered")");
    profile.address.product = *product;
    return {};
}

std::optional<QString> setAuthority(const QString &value, Profile &profile)
{
    if (!value.isEmpty() && !QDir::isAbsolutePath(value))
        return QStringLiteral("expected an absolute path such as /etc/ssl/influx-ca.pem");
    profile.address.authority.file = value.isEmpty() ? QString() : QDir::cleanPath(value);
    return {};
}

std::optional<QString> setId(const QString &value, QString &id)
{
    if (!isUuid(value))
        return QStringLiteral("expected a UUID such as 11111111-1111-4111-8111-111111111111");
    id = value.toLower();
    return {};
}

std::optional<QString> setUrl(const QString &value, QUrl &url)
{
    const QUrl read(value, QUrl::StrictMode);
    const std::optional<UrlFault> fault = faultOf(read);
    if (!fault) {
        url = read;
        return {};
    }
    switch (*fault) {
    case UrlFault::PlainHttp:
        return QStringLiteral("expected https: plain http is for this machine only");
    case UrlFault::HasCredentials:
        return QStringLiteral("expected a URL without user name and password");
    case UrlFault::HasQuery:
        return QStringLiteral("expected a URL without ? and #");
    case UrlFault::Empty:
    case UrlFault::NotAUrl:
    case UrlFault::NotHttp:
        break;
    }
    return QStringLiteral("expected a URL such as https://console.influxdata.com");
}

std::optional<QString> setClusterUrl(const QString &value, Profile &profile)
{
    return value.isEmpty() ? std::nullopt : setUrl(value, profile.address.clusterUrl);
}

std::optional<QString> setDefaultExpiry(const QString &value, Profile &profile)
{
    constexpr int longest = 3650;
    profile.defaultExpiry = {};
    if (value == QLatin1String("never")) {
        profile.defaultExpiry.kind = ExpiryChoice::Kind::Never;
        return {};
    }
    bool isNumber = false;
    const int days = value.toInt(&isNumber);
    if (!isNumber || days < 0 || days > longest)
        return QStringLiteral("expected a number of days up to %1, 0 for the usual %2, or \"never\"")
            .arg(longest)
            .arg(ExpiryChoice::defaultDays);
    if (days > 0)
        profile.defaultExpiry.days = days;
    return {};
}

/// A key that is never required, required for a product, or for both.
enum class Needed { Never, ByDedicated, ByClustered, Always };

struct Key
{
    const char *name;
    Needed needed;
    Setter set;
    /// A number needs no quotes.
    bool mayBeNumber = false;

    [[nodiscard]] bool isNeededBy(Product product) const
    {
        return needed == Needed::Always ||
               needed == (product == Product::Clustered ? Needed::ByClustered : Needed::ByDedicated);
    }
};

constexpr std::array keys{
    Key{"name", Needed::Always, setName},
    Key{"environment", Needed::Never, setEnvironment},
    Key{"product", Needed::Never, setProduct},
    Key{"management_url", Needed::ByClustered,
        [](const QString &value, Profile &profile) {
            return setUrl(value, profile.address.managementUrl);
        }},
    Key{"account_id", Needed::ByDedicated,
        [](const QString &value, Profile &profile) {
            return setId(value, profile.address.accountId);
        }},
    Key{"cluster_id", Needed::ByDedicated,
        [](const QString &value, Profile &profile) {
            return setId(value, profile.address.clusterId);
        }},
    Key{"cluster_url", Needed::Never, setClusterUrl},
    Key{"ca_file", Needed::Never, setAuthority},
    Key{"default_expiry_days", Needed::Never, setDefaultExpiry, true},
};

std::optional<QString> textOf(const toml::node &value, bool mayBeNumber)
{
    if (const auto *const string = value.as_string())
        return QString::fromStdString(string->get());
    if (mayBeNumber && value.is_integer())
        return QString::number(value.as_integer()->get());
    // Whatever else it is, the key's own words say what is expected.
    return mayBeNumber ? std::optional(QString()) : std::nullopt;
}

QString knownKeys()
{
    QStringList names;
    for (const Key &key : keys)
        names += QLatin1String(key.name);
    return QLatin1String("expected one of ") + names.join(QLatin1String(", "));
}

/// What single values cannot tell.
Result<Profile, StorageError> checked(const Profile &profile, const toml::table &table, const QString &file)
{
    const ClusterAddress &address = profile.address;
    if (address.product != Product::Clustered)
        return profile;
    if (address.accountId.isEmpty() != address.clusterId.isEmpty())
        return unexpected(StorageError{Kind::MissingKey, file, 0, 0,
                                       address.accountId.isEmpty() ? QStringLiteral("account_id")
                                                                   : QStringLiteral("cluster_id"),
                                       QStringLiteral("a clustered profile has both IDs or none")});
    if (address.managementUrl.host() == ClusterAddress::defaultManagementUrl().host()) {
        const auto found = table.find("management_url");
        const auto &[key, value] = *found;
        return unexpected(errorAt(Kind::BadValue, file, value.source(), key,
                                  QStringLiteral("expected the cluster's own host: InfluxData's console does "
                                                 "not manage InfluxDB Clustered")));
    }
    return profile;
}

} // namespace

Result<Profile, StorageError> profileFromToml(const QByteArray &text, const QString &slug,
                                              const QString &file)
{
    const auto table = parseToml(text, file);
    if (!table)
        return unexpected(table.error());
    for (const auto &[key, value] : *table) {
        if (std::none_of(keys.begin(), keys.end(), [&](const Key &known) { return key.str() == known.name; }))
            return unexpected(errorAt(Kind::UnknownKey, file, key.source(), key, knownKeys()));
    }
    Profile profile;
    profile.slug = slug;
    for (const Key &key : keys) {
        const auto found = table->find(key.name);
        if (found == table->end()) {
            // The product comes before all that depend on it.
            if (key.isNeededBy(profile.address.product))
                return unexpected(StorageError{Kind::MissingKey, file, 0, 0, QLatin1String(key.name), {}});
            continue;
        }
        const auto &[name, value] = *found;
        const std::optional<QString> written = textOf(value, key.mayBeNumber);
        const std::optional<QString> expected =
            written ? key.set(*written, profile) : QStringLiteral("expected text in quotes");
        if (expected)
            return unexpected(errorAt(Kind::BadValue, file, value.source(), name, *expected));
    }
    return checked(profile, *table, file);
}

bool isMadeByTokenry(QByteArrayView text)
{
    return text.startsWith(firstLine);
}

QByteArray tomlOf(const Profile &profile)
{
    QByteArray text = firstLine;
    const auto add = [&](const char *key, const QString &value) {
        text += key + QByteArrayLiteral(" = ") + tomlString(value) + '\n';
    };
    add("name", profile.name);
    add("environment", wordOf(profile.environment));
    const ClusterAddress &address = profile.address;
    if (address.product == Product::Clustered)
        add("product", wordOf(address.product));
    add("management_url", QString::fromUtf8(address.managementUrl.toEncoded()));
    if (!address.accountId.isEmpty())
        add("account_id", address.accountId);
    if (!address.clusterId.isEmpty())
        add("cluster_id", address.clusterId);
    if (!address.clusterUrl.isEmpty())
        add("cluster_url", QString::fromUtf8(address.clusterUrl.toEncoded()));
    if (!address.authority.file.isEmpty())
        add("ca_file", address.authority.file);
    if (profile.defaultExpiry.kind == ExpiryChoice::Kind::Never)
        add("default_expiry_days", QStringLiteral("never"));
    else if (profile.defaultExpiry.days != ExpiryChoice::defaultDays)
        text += "default_expiry_days = " + QByteArray::number(profile.defaultExpiry.days) + '\n';
    return text;
}

} // namespace tokenry
