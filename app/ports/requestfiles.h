// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "wire/requestfile.h"

#include <QString>

#include <optional>

namespace tokenry
{

/// Why a request file could not be read or written.
struct RequestFileError
{
    enum class Kind {
        NotThere,
        NotAFile, // a directory, a pipe, a device: opening it might never end
        NotReadable,
        TooLarge,
        Content, // fault says what is wrong with it
        Exists,  // something bears the name, and it was not to be replaced
        NotWritable,
    };

    Kind kind = Kind::NotReadable;
    QString file;
    std::optional<DocumentFault> fault;
    /// What the system says.
    QString technical;

    friend bool operator==(const RequestFileError &, const RequestFileError &) = default;
};

/// Requests in files, wherever the person keeps them.
class RequestFiles
{
public:
    enum class Existing { Keep, Replace };

    virtual ~RequestFiles() = default;

    [[nodiscard]] virtual Result<RequestFile, RequestFileError> read(const QString &path) const = 0;
    /// Atomic: afterwards there is the whole file or what was there before. \a content is what
    /// encodeRequestFile() gives.
    [[nodiscard]] virtual Result<Done, RequestFileError> save(const QString &path, const QByteArray &content,
                                                              Existing existing) = 0;
};

} // namespace tokenry
