// SPDX-License-Identifier: MIT
#include "storage/tomltext.h"

#include <QList>

namespace tokenry
{

Result<toml::table, StorageError> parseToml(const QByteArray &text, const QString &file)
{
    try {
        return toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size())));
    } catch (const toml::parse_error &error) {
        const toml::source_position &begin = error.source().begin;
        return unexpected(StorageError{StorageError::Kind::NotToml,
                                       file,
                                       static_cast<int>(begin.line),
                                       static_cast<int>(begin.column),
                                       {},
                                       QString::fromUtf8(QByteArrayView(error.description()))});
    }
}

QByteArray tomlString(const QString &text)
{
    QByteArray quoted = "\"";
    for (const char32_t character : text.toUcs4()) {
        if (character == U'"' || character == U'\\')
            quoted += '\\';
        if (character < 0x20 || character == 0x7F)
            quoted += "\\u" + QByteArray::number(uint(character), 16).rightJustified(4, '0');
        else
            quoted += QString::fromUcs4(&character, 1).toUtf8();
    }
    return quoted + '"';
}

StorageError errorAt(StorageError::Kind kind, const QString &file, const toml::source_region &place,
                     const toml::key &key, const QString &technical)
{
    const std::string_view name = key.str();
    return {kind,
            file,
            static_cast<int>(place.begin.line),
            static_cast<int>(place.begin.column),
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
            technical};
}

} // namespace tokenry
