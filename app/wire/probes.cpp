// SPDX-License-Identifier: MIT
#include "wire/probes.h"

#include "wire/jsonbytes.h"
#include "wire/tokenreader.h"
#include "wire/urlpath.h"

#include <string_view>

namespace tokenry
{

using namespace simdjson;

namespace
{

QByteArray prefixOf(const QUrl &clusterUrl)
{
    return withoutLastSlashes(clusterUrl.path(QUrl::FullyEncoded).toUtf8());
}

/// What stands under `error`, whatever it is; empty where nothing does.
QString errorOf(ondemand::value value)
{
    bool isNull = false;
    if (value.is_null().get(isNull) || isNull)
        return {};
    const auto text = readText(value);
    return text ? text->text.trimmed() : QStringLiteral("error");
}

/// Of one entry of `results`; nothing where it is no object.
std::optional<QString> errorOfResult(ondemand::value value)
{
    ondemand::object result;
    if (value.get_object().get(result))
        return {};
    QString error;
    for (auto field : result) {
        std::string_view key;
        ondemand::value of;
        if (field.unescaped_key().get(key) || field.value().get(of))
            return {};
        if (key == "error")
            error = errorOf(of);
    }
    return error;
}

std::optional<QString> errorOfResults(ondemand::value value)
{
    ondemand::array results;
    if (value.get_array().get(results))
        return {};
    QString first;
    for (auto element : results) {
        ondemand::value result;
        if (element.get(result))
            return {};
        const std::optional<QString> error = errorOfResult(result);
        if (!error)
            return {};
        if (first.isEmpty())
            first = *error;
    }
    return first;
}

} // namespace

EncodedCall readProbe(const QUrl &clusterUrl, const QString &database)
{
    return {"GET",
            prefixOf(clusterUrl) + "/query?db=" + QUrl::toPercentEncoding(database) +
                "&q=SHOW%20MEASUREMENTS%20LIMIT%201",
            {}};
}

EncodedCall writeProbe(const QUrl &clusterUrl, const QString &database)
{
    // The organization is ignored, but may not be missing.
    return {"POST",
            prefixOf(clusterUrl) + "/api/v2/write?bucket=" + QUrl::toPercentEncoding(database) +
                "&org=ignored&precision=ns",
            {}};
}

Result<QString, DecodeFault> decodeQueryError(const QByteArray &json)
{
    const JsonBytes bytes(json);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::json_type type{};
    if (parser.iterate(bytes.view()).get(document) || document.type().get(type))
        return unexpected(DecodeFault::NotJson);
    ondemand::object answer;
    if (type != ondemand::json_type::object || document.get_object().get(answer))
        return unexpected(DecodeFault::NotAnObject);
    std::optional<QString> results;
    QString whole;
    for (auto field : answer) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return unexpected(DecodeFault::NotJson);
        if (key == "error") {
            whole = errorOf(value);
        } else if (key == "results") {
            results = errorOfResults(value);
            if (!results)
                return unexpected(DecodeFault::NotAList);
        }
    }
    if (!document.is_alive())
        return unexpected(DecodeFault::NotJson);
    if (!whole.isEmpty())
        return whole;
    if (!results)
        return unexpected(DecodeFault::NotAList);
    return *results;
}

} // namespace tokenry
