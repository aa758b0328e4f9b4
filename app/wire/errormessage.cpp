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

/// The message of a JSON body, empty where it has none; nothing where the body is no JSON object.
std::optional<QString> messageInJson(const QByteArray &body)
{
    const JsonBytes bytes(body);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(bytes.view()).get(document) || document.get_object().get(object))
        return {};
    QString message;
    QString error;
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return {};
        if (key == "message")
            message = readText(value).value_or(ReadText{}).text;
        else if (key == "error")
            error = readText(value).value_or(ReadText{}).text;
    }
    return message.trimmed().isEmpty() ? error : message;
}

} // namespace

QString decodeErrorMessage(const QByteArray &body)
{
    if (const std::optional<QString> message = messageInJson(body))
        return shortened(message->trimmed());
    const QString text =
        QString::fromUtf8(utf8Of(QByteArrayView(body).first(std::min(body.size(), maximumRead))));
    const QString trimmed = text.trimmed();
    // A proxy's page says nothing to a person.
    return trimmed.startsWith(QLatin1Char('<')) ? QString() : shortened(trimmed);
}

} // namespace tokenry
