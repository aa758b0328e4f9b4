// SPDX-License-Identifier: MIT
#include "wire/answers.h"

#include "wire/jsonbytes.h"
#include "wire/tokenreader.h"

#include <limits>
#include <string_view>

namespace tokenry
{

using namespace simdjson;

namespace
{

/// In nanoseconds; 0 (for ever) where the server left it out.
std::chrono::nanoseconds readRetention(ondemand::value value)
{
    ondemand::number number;
    if (value.get_number().get(number))
        return {};
    constexpr auto longest = std::numeric_limits<int64_t>::max();
    if (number.is_int64())
        return std::chrono::nanoseconds(std::max<int64_t>(number.get_int64(), 0));
    if (number.is_uint64() || number.get_double() >= static_cast<double>(longest))
        return std::chrono::nanoseconds(longest);
    return std::chrono::nanoseconds(static_cast<int64_t>(std::max(number.get_double(), 0.0)));
}

/// Nothing where the entry has no name to show. One that no permission could bear, such as `*`, is listed all
/// the same: it is there, and whoever looks for it is to see why it cannot be chosen.
std::optional<Database> readDatabase(ondemand::value value)
{
    ondemand::object object;
    if (value.get_object().get(object))
        return {};
    std::optional<ReadText> name;
    Database database;
    for (auto field : object) {
        std::string_view key;
        ondemand::value of;
        if (field.unescaped_key().get(key) || field.value().get(of))
            return {};
        if (key == "name")
            name = readText(of);
        else if (key == "retentionPeriod")
            database.retention = readRetention(of);
    }
    if (!name || !name->exact || name->text.isEmpty())
        return {};
    database.name = name->text;
    return database;
}

/// simdjson reads on demand: an error in one entry's values costs that entry only, an error of structure all,
/// as what follows it cannot be trusted.
template <class T>
Result<Listed<T>, DecodeFault> decodeList(const QByteArray &json, std::optional<T> (*read)(ondemand::value))
{
    const JsonBytes bytes(json);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::json_type type{};
    if (parser.iterate(bytes.view()).get(document) || document.type().get(type))
        return unexpected(DecodeFault::NotJson);
    if (type != ondemand::json_type::array)
        return unexpected(type == ondemand::json_type::object ? DecodeFault::NotAList : DecodeFault::NotJson);
    ondemand::array array;
    if (document.get_array().get(array))
        return unexpected(DecodeFault::NotJson);
    Listed<T> listed;
    for (auto element : array) {
        ondemand::value value;
        if (element.get(value))
            return unexpected(DecodeFault::NotJson);
        if (std::optional<T> entry = read(value))
            listed.entries.push_back(std::move(*entry));
        else
            ++listed.unreadable;
    }
    if (document.current_location().error() != OUT_OF_BOUNDS)
        return unexpected(DecodeFault::NotJson);
    return listed;
}

} // namespace

Result<Listed<Database>, DecodeFault> decodeDatabases(const QByteArray &json)
{
    return decodeList<Database>(json, readDatabase);
}

Result<Listed<Token>, DecodeFault> decodeTokens(const QByteArray &json)
{
    return decodeList<Token>(json, readToken);
}

Result<Token, DecodeFault> decodeToken(const QByteArray &json)
{
    const JsonBytes bytes(json);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::json_type type{};
    if (parser.iterate(bytes.view()).get(document) || document.type().get(type))
        return unexpected(DecodeFault::NotJson);
    if (type != ondemand::json_type::object)
        return unexpected(DecodeFault::NotAnObject);
    ondemand::value value;
    if (document.get_value().get(value))
        return unexpected(DecodeFault::NotJson);
    std::optional<Token> token = readAnswer(value);
    if (!document.is_alive())
        return unexpected(DecodeFault::NotJson);
    if (!token)
        return unexpected(DecodeFault::Nothing);
    return std::move(*token);
}

} // namespace tokenry
