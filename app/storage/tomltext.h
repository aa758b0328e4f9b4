// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "ports/storageerror.h"

#include <QByteArray>
#include <QString>

#include <toml++/toml.h>

namespace tokenry
{

/// The table of a TOML document, or where and why it is none. \a file is named in the error.
[[nodiscard]] Result<toml::table, StorageError> parseToml(const QByteArray &text, const QString &file);

/// The text as a TOML string on one line, with its quotes.
[[nodiscard]] QByteArray tomlString(const QString &text);

/// An error at a place in the file.
[[nodiscard]] StorageError errorAt(StorageError::Kind kind, const QString &file,
                                   const toml::source_region &place, const toml::key &key,
                                   const QString &technical);

} // namespace tokenry
