// SPDX-License-Identifier: MIT
#include "gallery/samples.h"

namespace tokenry::gallery
{

std::vector<Database> databases()
{
    using std::chrono::hours;
    const QStringList places{u"billing"_qs,   u"telemetry"_qs, u"crm"_qs,         u"edge_west"_qs,
                             u"edge_east"_qs, u"factory"_qs,   u"iot_sensors"_qs, u"payments"_qs,
                             u"weather"_qs,   u"fleet"_qs,     u"grafana"_qs};
    const QStringList kinds{QString(),       u"_events"_qs,  u"_raw"_qs,   u"_1h"_qs,      u"_archive"_qs,
                            u"_test"_qs,     u"_staging"_qs, u"_audit"_qs, u"_metrics"_qs, u"_errors"_qs,
                            u"_2024"_qs,     u"_2025"_qs,    u"_eu"_qs,    u"_us"_qs,      u"_ap"_qs,
                            u"_errors_2"_qs, u"_debug"_qs,   u"_logs"_qs,  u"_backup"_qs};
    const int days[] = {0, 30, 7, 730, 365, 90, 14};
    std::vector<Database> all;
    for (const QString &kind : kinds) {
        for (const QString &place : places)
            all.push_back({place + kind, hours(24) * days[all.size() % std::size(days)]});
    }
    all.push_back({u"telegraf/autogen"_qs, std::chrono::minutes(43)});
    all.push_back({u"Billing"_qs, {}});
    all.push_back({u"_internal"_qs, hours(168)});
    all.push_back({u"*"_qs, hours(168)});
    all.push_back({strangeName(), hours(168)});
    all.push_back({longName(), hours(24 * 365)});
    return all;
}

DatabaseCatalog::Ptr catalog()
{
    return std::make_shared<const DatabaseCatalog>(databases());
}

QString longName()
{
    return QStringLiteral("aggregated_weather_station_observations_northern_hemisphere_2026");
}

QString strangeName()
{
    return u"evil\u202egnp.exe\u200b\u0007 "_qs;
}

QString description()
{
    return u"Telegraf edge-west · team:ops · OPS-1412"_qs;
}

QString longDescription()
{
    return u"Telegraf on the machines of the northern edge, from the gateway in the old turbine hall to the "
           u"weather mast, owned by the team that runs the factory lines; asked for in OPS-1412, to be "
           u"renewed every spring by whoever is on call then · see also "_qs +
           longName() + longName();
}

QString strangeDescription()
{
    return u"<b>Telegraf</b> \u202eedge-west\u202c \u200bteam\u2066ops\u2069 &amp; line\nbreak\ttab %1"_qs;
}

std::vector<KeychainSample> keychainErrors()
{
    using Kind = KeychainError::Kind;
    return {
        {"missing", {Kind::Missing, u"Could not connect: No such file or directory"_qs}},
        {"no-collection", {Kind::NoCollection, {}}},
        {"locked", {Kind::Locked, {}}},
        {"dismissed", {Kind::Dismissed, {}}},
        {"denied", {Kind::Denied, u"An AppArmor policy prevents this sender"_qs}},
        {"not-answering", {Kind::NotAnswering, {}}},
        {"not-found", {Kind::NotFound, {}}},
        {"failed", {Kind::Failed, u"No space left on device"_qs}},
        {"name-taken", {Kind::NameTaken, {}}},
        {"not-kept", {Kind::NotKept, {}}},
        {"bus-lost", {Kind::BusLost, u"The connection is closed"_qs}},
    };
}

std::vector<ApiSample> apiErrors()
{
    using Kind = ApiError::Kind;
    using Effect = ApiError::Effect;
    return {
        {"bad-request",
         {Kind::BadRequest, 400, Effect::None, u"description: must not contain \u202ecod.exe"_qs, {}, {}}},
        {"unauthorized", {Kind::Unauthorized, 401, Effect::None, u"unauthorized"_qs, {}, {}}},
        {"unsendable", {Kind::TokenUnsendable, 0, Effect::None, {}, {}, {}}},
        {"forbidden", {Kind::Forbidden, 403, Effect::None, u"not allowed"_qs, {}, {}}},
        {"not-found", {Kind::NotFound, 404, Effect::None, u"no such cluster"_qs, {}, {}}},
        {"not-found-unclear", {Kind::NotFound, 404, Effect::Unclear, u"404 page not found"_qs, {}, {}}},
        {"conflict", {Kind::Conflict, 409, Effect::None, {}, {}, {}}},
        {"too-many", {Kind::TooManyRequests, 429, Effect::None, {}, {}, std::chrono::seconds(30)}},
        {"server-error", {Kind::ServerError, 500, Effect::None, QString(400, u'x'), {}, {}}},
        {"tls", {Kind::TlsFailed, 0, Effect::None, {}, u"The certificate has expired"_qs, {}}},
        {"refused", {Kind::ConnectionRefused, 0, Effect::None, {}, u"Connection refused"_qs, {}}},
        {"lost-unclear",
         {Kind::ConnectionLost, 0, Effect::Unclear, {}, u"The remote host closed the connection"_qs, {}}},
        {"deadline-unclear", {Kind::DeadlinePassed, 0, Effect::Unclear, {}, {}, {}}},
        {"unreadable-unclear", {Kind::UnreadableAnswer, 200, Effect::Unclear, {}, {}, {}}},
        {"gateway-unclear", {Kind::ServerError, 504, Effect::Unclear, u"Gateway Timeout"_qs, {}, {}}},
    };
}

std::vector<ApiSample> offlineErrors()
{
    using Kind = ApiError::Kind;
    const auto sample = [](const char *name, Kind kind, const QString &technical = {}) {
        return ApiSample{name, {kind, 0, ApiError::Effect::None, {}, technical, {}}};
    };
    std::vector<ApiSample> samples{
        sample("no-network", Kind::NetworkUnreachable, u"Network unreachable"_qs),
        sample("no-such-name", Kind::HostNotFound, u"Host console.influxdata.com not found"_qs),
        sample("names-silent", Kind::LookupTimedOut),
        sample("handshake-silent", Kind::ConnectTimedOut),
        sample("self-signed", Kind::CertificateSelfSigned,
               u"The certificate is self-signed, and untrusted"_qs),
        sample("authority-unknown", Kind::AuthorityUnknown,
               u"The issuer certificate of a locally looked up certificate could not be found"_qs),
        sample("another-host", Kind::CertificateForAnother,
               u"The host name did not match any of the valid hosts for this certificate"_qs),
        sample("expired", Kind::CertificateExpired, u"The certificate has expired"_qs),
        sample("not-yet-valid", Kind::CertificateNotYetValid, u"The certificate is not yet valid"_qs),
        sample("proxy", Kind::ProxyFailed),
        sample("proxy-password", Kind::ProxyWantsPassword, u"Proxy requires authentication"_qs),
        sample("password", Kind::PasswordWanted),
        sample("sign-in-page", Kind::SignInPage, u"text/html"_qs),
    };
    samples.back().error.effect = ApiError::Effect::Unclear;
    samples.back().error.status = 200;
    return samples;
}

} // namespace tokenry::gallery
