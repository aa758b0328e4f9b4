// SPDX-License-Identifier: MIT
#pragma once

#include "ports/requestfiles.h"

#include <map>

namespace tokenry::testsupport
{

/// Request files in memory, by path.
class FakeRequestFiles final : public RequestFiles
{
public:
    std::map<QString, QByteArray> files;
    /// Everything fails with it while it is set.
    std::optional<RequestFileError> failure;

    [[nodiscard]] Result<RequestFile, RequestFileError> read(const QString &path) const override
    {
        if (failure)
            return unexpected(*failure);
        const auto file = files.find(path);
        if (file == files.end())
            return unexpected(RequestFileError{RequestFileError::Kind::NotThere, path, {}, {}});
        auto decoded = decodeRequestFile(file->second);
        if (!decoded)
            return unexpected(RequestFileError{RequestFileError::Kind::Content, path, decoded.error(), {}});
        return *std::move(decoded);
    }

    [[nodiscard]] Result<Done, RequestFileError> save(const QString &path, const QByteArray &content,
                                                      Existing existing) override
    {
        if (failure)
            return unexpected(*failure);
        if (existing == Existing::Keep && files.contains(path))
            return unexpected(RequestFileError{RequestFileError::Kind::Exists, path, {}, {}});
        files[path] = content;
        return Done{};
    }
};

} // namespace tokenry::testsupport
