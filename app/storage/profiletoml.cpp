// SPDX-License-Identifier: MIT
#include "storage/profiletoml.h"

#include "storage/tomltext.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace tokenry
{

namespace
{

using Kind = StorageError::Kind;

constexpr std::array environments{
    std::pair{Environment::Production, "production"},
    std::pair{Environment::Staging, "staging"},
    std::pair{Environment::Other, "other"},
};

/// Takes a value into the profile; what was expected where it cannot.
using Setter = std::optional<QString> (*)(const QString &value, Profile &profile);

std::optional<QString> setName(const QString &value, Profile &profile)
{
    profile.name = value.trimmed();
    return profile.name.isEmpty() ? std::optional(QStringLiteral("expected a name")) : std::nullopt;
}

std::optional<QString> setEnvironment(const QString &value, Profile &profile)
{
    for (const auto &[environment, name] : environments) {
        if (value == QLatin1String(name)) {
            profile.environment = environment;
            return {};
        }
    }
    return QStringLiteral(R"(expected "production", "staging" or "other")");
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

struct Key
{
    const char *name;
    bool required;
    Setter set;
    /// A number needs no quotes.
    bool mayBeNumber = false;
};

constexpr std::array keys{
    Key{"name", true, setName},
    Key{"environment", false, setEnvironment},
    Key{"management_url", false,
        [](const QString &value, Profile &profile) {
            return setUrl(value, profile.address.managementUrl);
        }},
    Key{"account_id", true,
        [](const QString &value, Profile &profile) {
            return setId(value, profile.address.accountId);
        }},
    Key{"cluster_id", true,
        [](const QString &value, Profile &profile) {
            return setId(value, profile.address.clusterId);
        }},
    Key{"cluster_url", false, setClusterUrl},
    Key{"default_expiry_days", false, setDefaultExpiry, true},
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
            if (key.required)
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
    return profile;
}

QByteArray tomlOf(const Profile &profile)
{
    QByteArray text = "# A profile of Tokenry: one cluster. No secret belongs here.\n";
    const auto add = [&](const char *key, const QString &value) {
        text += key + QByteArrayLiteral(" = ") + tomlString(value) + '\n';
    };
    add("name", profile.name);
    for (const auto &[environment, name] : environments) {
        if (environment == profile.environment)
            add("environment", QLatin1String(name));
    }
    const ClusterAddress &address = profile.address;
    add("management_url", QString::fromUtf8(address.managementUrl.toEncoded()));
    add("account_id", address.accountId);
    add("cluster_id", address.clusterId);
    if (!address.clusterUrl.isEmpty())
        add("cluster_url", QString::fromUtf8(address.clusterUrl.toEncoded()));
    if (profile.defaultExpiry.kind == ExpiryChoice::Kind::Never)
        add("default_expiry_days", QStringLiteral("never"));
    else if (profile.defaultExpiry.days != ExpiryChoice::defaultDays)
        text += "default_expiry_days = " + QByteArray::number(profile.defaultExpiry.days) + '\n';
    return text;
}

} // namespace tokenry
