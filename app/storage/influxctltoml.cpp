// SPDX-License-Identifier: MIT
#include "storage/influxctltoml.h"

#include "base/wipe.h"
#include "domain/profilewords.h"
#include "storage/tomltext.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace tokenry
{

namespace
{

using Kind = StorageError::Kind;
using Expected = std::optional<QString>;

/// What a setter works on, beside the value.
struct Place
{
    InfluxctlProfile &profile;
    QString folder;
};

/// Takes a value into the profile; what was expected where it cannot.
using Setter = Expected (*)(toml::node &value, const Place &place);

struct Key
{
    const char *name;
    Setter set;
};

Expected takeText(const toml::node &value, QString &text)
{
    const auto *string = value.as_string();
    if (!string)
        return QStringLiteral("expected text in quotes");
    text = QString::fromStdString(string->get());
    return {};
}

Expected takeSwitch(const toml::node &value, bool &on)
{
    const auto *boolean = value.as_boolean();
    if (!boolean)
        return QStringLiteral("expected true or false");
    on = boolean->get();
    return {};
}

Expected takeId(const toml::node &value, QString &id, Product product)
{
    Expected expected = takeText(value, id);
    id = id.trimmed().toLower();
    // Clustered works without, so nothing there is a fault.
    if (!expected && !id.isEmpty() && !isUuid(id) && product == Product::Dedicated)
        expected = QStringLiteral("expected a UUID such as 11111111-1111-4111-8111-111111111111");
    return expected;
}

Expected takePort(const toml::node &value, int &port)
{
    // Text in influxctl's own examples; a number is as clear.
    QString text;
    if (const auto *number = value.as_integer())
        text = QString::number(number->get());
    else if (takeText(value, text))
        text = QStringLiteral("-");
    if (text.isEmpty())
        return {};
    bool valid = false;
    port = text.toUShort(&valid);
    return valid && port > 0 ? Expected() : QStringLiteral(R"(expected a port such as "443")");
}

Expected takeProduct(const toml::node &value, Product &product)
{
    QString text;
    const auto known = takeText(value, text) ? std::nullopt : productCalled(text);
    if (!known)
        return QStringLiteral(R"(expected "dedicated" or "clustered")");
    product = *known;
    return {};
}

Expected takePath(const toml::node &value, QString &path, const QString &folder)
{
    Expected expected = takeText(value, path);
    if (path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    else if (!path.isEmpty() && QDir::isRelativePath(path))
        path.prepend(folder + u'/');
    if (!path.isEmpty())
        path = QDir::cleanPath(path);
    return expected;
}

/// The token goes into locked memory, and out of the parsed text.
Expected takeToken(toml::node &value, InfluxctlProfile &profile)
{
    auto *string = value.as_string();
    if (!string)
        return QStringLiteral("expected a management token in quotes");
    std::string &text = string->get();
    profile.managementToken =
        Secret::copyOf(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).trimmed());
    wipe(text);
    return {};
}

/// Stays with influxctl.
Expected leaveDatabaseToken(toml::node &value, const Place &)
{
    return value.is_string() ? Expected() : QStringLiteral("expected text in quotes");
}

constexpr std::array tlsKeys{
    Key{"insecure",
        [](toml::node &v, const Place &p) {
            return takeSwitch(v, p.profile.tls.insecure);
        }},
    Key{"disable",
        [](toml::node &v, const Place &p) {
            return takeSwitch(v, p.profile.tls.disable);
        }},
    Key{"cert",
        [](toml::node &v, const Place &p) {
            return takePath(v, p.profile.tls.certificate, p.folder);
        }},
    Key{"key",
        [](toml::node &v, const Place &p) {
            return takePath(v, p.profile.tls.key, p.folder);
        }},
    Key{"ca",
        [](toml::node &v, const Place &p) {
            return takePath(v, p.profile.tls.authority, p.folder);
        }},
};

constexpr std::array tokenFileKeys{
    Key{"token_file",
        [](toml::node &v, const Place &p) {
            return takePath(v, p.profile.tokenFile, p.folder);
        }},
};

constexpr std::array profileKeys{
    Key{"name",
        [](toml::node &v, const Place &p) {
            return takeText(v, p.profile.name);
        }},
    Key{"product",
        [](toml::node &v, const Place &p) {
            return takeProduct(v, p.profile.product);
        }},
    Key{"host",
        [](toml::node &v, const Place &p) {
            return takeText(v, p.profile.host);
        }},
    Key{"port",
        [](toml::node &v, const Place &p) {
            return takePort(v, p.profile.port);
        }},
    Key{"database",
        [](toml::node &v, const Place &p) {
            return takeText(v, p.profile.database);
        }},
    Key{"token", leaveDatabaseToken},
    Key{"account_id",
        [](toml::node &v, const Place &p) {
            return takeId(v, p.profile.accountId, p.profile.product);
        }},
    Key{"cluster_id",
        [](toml::node &v, const Place &p) {
            return takeId(v, p.profile.clusterId, p.profile.product);
        }},
    Key{"mgmt_token",
        [](toml::node &v, const Place &p) {
            return takeToken(v, p.profile);
        }},
};

constexpr std::array oauthKeys{"client_id", "scopes", "parameters", "token_url", "device_url",
                               // Until influxctl 2.9.8.
                               "client_secret"};

/// One table of a profile, read key by key.
class Reader
{
public:
    Reader(Place place, QString file) : m_place(std::move(place)), m_file(std::move(file)) {}

    template <class Keys>
    void read(toml::table &table, const Keys &keys, const QString &prefix = {})
    {
        for (auto &&[key, value] : table) {
            const std::string_view name = key.str();
            const auto known =
                std::find_if(keys.begin(), keys.end(), [&](const Key &each) { return name == each.name; });
            if (known == keys.end())
                readTable(key, value, prefix);
            else if (const Expected expected = known->set(value, m_place))
                fail(key, value, *expected);
        }
    }

private:
    void readTable(const toml::key &key, toml::node &value, const QString &prefix)
    {
        const std::string_view name = key.str();
        toml::table *const table = value.as_table();
        if (prefix.isEmpty() && (name == "tls" || name == "auth")) {
            if (!table)
                fail(key, value, QStringLiteral("expected a table"));
            else if (name == "tls")
                read(*table, tlsKeys, QStringLiteral("tls."));
            else
                readAuth(*table);
            return;
        }
        m_place.profile.unknownKeys +=
            prefix + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }

    void readAuth(toml::table &auth)
    {
        for (auto &&[key, value] : auth) {
            const bool isSignIn = key.str() == "oauth2";
            toml::table *const table = value.as_table();
            if (!isSignIn && key.str() != "token") {
                m_place.profile.unknownKeys += QStringLiteral("auth.") + nameOf(key);
            } else if (!table) {
                fail(key, value, QStringLiteral("expected a table"));
            } else if (isSignIn) {
                m_place.profile.signsIn = true;
                noteUnknown(*table, QStringLiteral("auth.oauth2."), oauthKeys);
            } else {
                read(*table, tokenFileKeys, QStringLiteral("auth.token."));
            }
        }
    }

    template <class Names>
    void noteUnknown(const toml::table &table, const QString &prefix, const Names &names)
    {
        for (const auto &[key, value] : table) {
            if (std::find(names.begin(), names.end(), key.str()) == names.end())
                m_place.profile.unknownKeys += prefix + nameOf(key);
        }
    }

    [[nodiscard]] static QString nameOf(const toml::key &key)
    {
        return QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
    }

    void fail(const toml::key &key, const toml::node &value, const QString &expected)
    {
        // The first is enough to go and look.
        if (!m_place.profile.fault)
            m_place.profile.fault = errorAt(Kind::BadValue, m_file, value.source(), key, expected);
    }

    Place m_place;
    QString m_file;
};

StorageError missing(const QString &file, int line, const char *key)
{
    return {Kind::MissingKey, file, line, 1, QLatin1String(key), {}};
}

/// What each product needs, beside values that are right in themselves.
void demandKeys(InfluxctlProfile &profile, const QString &file)
{
    if (profile.fault)
        return;
    const bool clustered = profile.product == Product::Clustered;
    if (profile.name.trimmed().isEmpty())
        profile.fault = missing(file, profile.line, "name");
    else if (clustered && profile.host.trimmed().isEmpty())
        profile.fault = missing(file, profile.line, "host");
    else if (!clustered && profile.accountId.isEmpty())
        profile.fault = missing(file, profile.line, "account_id");
    else if (!clustered && profile.clusterId.isEmpty())
        profile.fault = missing(file, profile.line, "cluster_id");
}

/// Its line, if it may be deleted as a whole.
int tokenLine(const toml::table &table, const QList<QByteArray> &lines)
{
    static const QRegularExpression alone(
        QStringLiteral("^\\s*mgmt_token\\s*=\\s*(\"[^\"\\\\]*\"|'[^']*')\\s*(#.*)?$"));
    const toml::node *const token = table.get("mgmt_token");
    const int line = token ? static_cast<int>(token->source().begin.line) : 0;
    if (line < 1 || line > lines.size())
        return 0;
    QString text = QString::fromUtf8(lines[line - 1]);
    const bool fits = alone.match(text).hasMatch();
    wipe(text);
    return fits ? line : 0;
}

InfluxctlProfile profileFrom(toml::table &table, const QString &file, const QList<QByteArray> &lines)
{
    InfluxctlProfile profile;
    profile.line = static_cast<int>(table.source().begin.line);
    profile.managementTokenLine = tokenLine(table, lines);
    // Before all that depends on it; what is wrong with it is told in its turn.
    if (const toml::node *const product = table.get("product"))
        static_cast<void>(takeProduct(*product, profile.product));
    Reader({profile, QFileInfo(file).absolutePath()}, file).read(table, profileKeys);
    demandKeys(profile, file);
    return profile;
}

void wipeTexts(toml::node &node)
{
    if (auto *const text = node.as_string())
        wipe(text->get());
    else if (toml::table *const table = node.as_table())
        table->for_each([](toml::node &each) { wipeTexts(each); });
    else if (toml::array *const list = node.as_array())
        list->for_each([](toml::node &each) { wipeTexts(each); });
}

/// A file that was read, tokens and all; wiped however its reading ends.
struct Parsed
{
    toml::table table;
    QList<QByteArray> lines;

    Parsed(toml::table its, const QByteArray &text) : table(std::move(its)), lines(text.split('\n')) {}
    Parsed(const Parsed &) = delete;
    Parsed &operator=(const Parsed &) = delete;
    ~Parsed()
    {
        wipeTexts(table);
        for (QByteArray &line : lines)
            wipe(line);
    }
};

/// The parser may quote a word of the file behind "saw"; it could be one of a token.
StorageError withoutQuotes(StorageError error)
{
    static const QRegularExpression quoted(QStringLiteral(",? saw '[^']{2,}'?.*$"),
                                           QRegularExpression::DotMatchesEverythingOption);
    error.technical.remove(quoted);
    return error;
}

} // namespace

Result<InfluxctlConfig, StorageError> influxctlConfigFromToml(const QByteArray &text, const QString &file)
{
    auto read = parseToml(text, file);
    if (!read)
        return unexpected(withoutQuotes(read.error()));
    Parsed parsed(*std::move(read), text);
    toml::table &table = parsed.table;
    InfluxctlConfig config{file};
    const bool isOld = !table.contains("profile") && table.contains("account_id");
    if (isOld) {
        if (!table.contains("name"))
            table.insert("name", "default");
        config.profiles.push_back(profileFrom(table, file, parsed.lines));
    }
    for (auto &&[key, value] : table) {
        if (isOld)
            break;
        toml::array *const profiles = key.str() == "profile" ? value.as_array() : nullptr;
        if (key.str() == "profile" && !profiles)
            return unexpected(errorAt(Kind::BadValue, file, value.source(), key,
                                      QStringLiteral("expected a list of profiles, each below [[profile]]")));
        if (!profiles) {
            config.unknownKeys +=
                QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
            continue;
        }
        for (toml::node &node : *profiles) {
            if (toml::table *const profile = node.as_table())
                config.profiles.push_back(profileFrom(*profile, file, parsed.lines));
            else
                return unexpected(errorAt(Kind::BadValue, file, node.source(), key,
                                          QStringLiteral("expected a profile below [[profile]]")));
        }
    }
    return config;
}

} // namespace tokenry
