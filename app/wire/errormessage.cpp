// SPDX-License-Identifier: MIT
#include "wire/answers.h"
#include "wire/jsonbytes.h"
#include "wire/servermessage.h"
#include "wire/tokenreader.h"
#include "wire/utf8.h"

#include <string_view>

namespace tokenry
{

using namespace simdjson;

namespace
{

/// More than enough bytes for the characters that are kept.
constexpr qsizetype maximumRead = 64 * 1024;

struct JsonError
{
    QString message;
    QString error;
    std::optional<int64_t> code = {};
};

/// Nothing where the body is no JSON object.
std::optional<JsonError> jsonErrorIn(const QByteArray &body)
{
    const JsonBytes bytes(body);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(bytes.view()).get(document) || document.get_object().get(object))
        return {};
    JsonError found;
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return {};
        if (key == "message")
            found.message = readText(value).value_or(ReadText{}).text;
        else if (key == "error")
            found.error = readText(value).value_or(ReadText{}).text;
        else if (int64_t code = 0; key == "code" && !value.get_int64().get(code))
            found.code = code;
    }
    return found;
}

} // namespace

QString decodeErrorMessage(const QByteArray &body)
{
    if (const std::optional<JsonError> found = jsonErrorIn(body)) {
        const QString message = found->message.trimmed();
        return shortened(message.isEmpty() ? found->error.trimmed() : message);
    }
    const QString text =
        QString::fromUtf8(utf8Of(QByteArrayView(body).first(std::min(body.size(), maximumRead))));
    const QString trimmed = text.trimmed();
    // A proxy's page says nothing to a person.
    return trimmed.startsWith(QLatin1Char('<')) ? QString() : shortened(trimmed);
}

bool isErrorOfTheApi(const QByteArray &body, int status)
{
    const std::optional<JsonError> found = jsonErrorIn(body);
    return found && found->code == status && !found->message.trimmed().isEmpty();
}

} // namespace tokenry
