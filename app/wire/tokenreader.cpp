// SPDX-License-Identifier: MIT
#include "wire/tokenreader.h"

#include "wire/instant.h"
#include "wire/jsonstring.h"

#include <string_view>

namespace tokenry
{

using namespace simdjson;

namespace
{

constexpr qsizetype maximumShown = 200;

/// A value as it stands in the JSON, to show what could not be read.
QString asFound(ondemand::value value)
{
    std::string_view json;
    if (to_json_string(value).get(json))
        return {};
    return QString::fromUtf8(QByteArrayView(json.data(), static_cast<qsizetype>(json.size())))
        .left(maximumShown);
}

QString readPlain(ondemand::value value)
{
    return readText(value).value_or(ReadText{}).text;
}

/// Left out, null and "" mean that there is none; a time that cannot be read is there, but not valid.
std::optional<QDateTime> readInstant(ondemand::value value)
{
    if (value.is_null())
        return {};
    const std::optional<ReadText> text = readText(value);
    if (text && text->text.isEmpty())
        return {};
    return text ? instantFrom(text->text) : QDateTime();
}

std::optional<Permission> knownPermission(const ReadText &action, const ReadText &resource)
{
    if (!resource.exact || (action.text != u"read" && action.text != u"write"))
        return {};
    const Action known = action.text == u"read" ? Action::Read : Action::Write;
    if (resource.text == u"*")
        return Permission{Resource::allDatabases(), known};
    if (const auto database = Resource::database(resource.text))
        return Permission{*database, known};
    return {};
}

void readPermission(ondemand::value value, std::vector<Permission> &known,
                    std::vector<UnknownPermission> &unknown)
{
    ondemand::object object;
    if (value.get_object().get(object)) {
        unknown.push_back({{}, asFound(value)});
        return;
    }
    ReadText action;
    ReadText resource;
    for (auto field : object) {
        std::string_view key;
        ondemand::value of;
        if (field.unescaped_key().get(key) || field.value().get(of))
            break;
        if (key == "action")
            action = readText(of).value_or(ReadText{{}, false});
        else if (key == "resource")
            resource = readText(of).value_or(ReadText{{}, false});
    }
    if (const std::optional<Permission> permission = knownPermission(action, resource))
        known.push_back(*permission);
    else
        unknown.push_back({action.text, resource.text});
}

void readPermissions(ondemand::value value, Token &token)
{
    std::vector<Permission> known = token.permissions.permissions();
    ondemand::array list;
    if (!value.get_array().get(list)) {
        for (auto element : list) {
            ondemand::value permission;
            if (element.get(permission))
                break;
            readPermission(permission, known, token.unknownPermissions);
        }
    } else if (const QString found = asFound(value).simplified();
               found != u"null" && found != u"{}" && found != u"{ }") {
        token.unknownPermissions.push_back({{}, found});
    }
    token.permissions = PermissionSet(std::move(known));
}

struct Reading
{
    Token token;
    bool twoIds = false;
    bool withPermissions = false;
};

void readId(ondemand::value value, Reading &reading)
{
    const std::optional<ReadText> read = readText(value);
    const QString id = read && read->exact ? read->text : QString();
    reading.twoIds = reading.twoIds || (!reading.token.id.isEmpty() && reading.token.id != id);
    reading.token.id = id;
}

void readField(std::string_view key, ondemand::value value, Reading &reading)
{
    Token &token = reading.token;
    if (key == "id") {
        readId(value, reading);
    } else if (key == "accountId") {
        token.accountId = readPlain(value);
    } else if (key == "clusterId") {
        token.clusterId = readPlain(value);
    } else if (key == "description") {
        token.description = readPlain(value);
    } else if (key == "permissions") {
        reading.withPermissions = true;
        readPermissions(value, token);
    } else if (key == "createdAt") {
        token.createdAt = readInstant(value).value_or(QDateTime());
    } else if (key == "expiresAt") {
        token.expiresAt = readInstant(value);
    } else if (key == "revokedAt") {
        token.revokedAt = readInstant(value);
    }
}

std::optional<Reading> readAll(ondemand::value value)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return {};
    Reading reading;
    for (auto field : object) {
        std::string_view key;
        ondemand::value of;
        if (field.unescaped_key().get(key) || field.value().get(of))
            return {};
        readField(key, of, reading);
    }
    // Whichever of two is meant, the other may be somebody else's token.
    if (reading.twoIds)
        reading.token.id.clear();
    return reading;
}

} // namespace

std::optional<ReadText> readText(ondemand::value value)
{
    ondemand::raw_json_string raw;
    if (value.get_raw_json_string().get(raw))
        return {};
    // simdjson has seen the closing quote, but does not say where it is.
    qsizetype size = 0;
    for (; raw.raw()[size] != '"'; ++size) {
        if (raw.raw()[size] == '\\')
            ++size;
    }
    const DecodedString decoded = decodeJsonString(QByteArrayView(raw.raw(), size));
    const QString text = QString::fromUtf8(decoded.utf8);
    // Bytes that were no UTF-8 have become U+FFFD before simdjson saw them.
    return ReadText{text, decoded.exact && !text.contains(QChar(QChar::ReplacementCharacter))};
}

std::optional<Token> readToken(ondemand::value value)
{
    std::optional<Reading> reading = readAll(value);
    return reading && !reading->token.id.isEmpty() ? std::optional(std::move(reading->token)) : std::nullopt;
}

std::optional<Token> readAnswer(ondemand::value value)
{
    std::optional<Reading> reading = readAll(value);
    const bool says = reading && (!reading->token.id.isEmpty() || reading->withPermissions);
    return says ? std::optional(std::move(reading->token)) : std::nullopt;
}

} // namespace tokenry
