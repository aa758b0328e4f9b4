// SPDX-License-Identifier: MIT
#pragma once

#include "ports/requestfiles.h"

namespace tokenry
{

/// Request files on this computer. Reading takes regular files of at most 1 MiB, through links too, and waits
/// for nobody; writing gives them mode 0600, as the person decides who gets them.
class RequestFilesOnDisk final : public RequestFiles
{
public:
    static constexpr qint64 maximumSize = 1024 * 1024;

    [[nodiscard]] Result<RequestFile, RequestFileError> read(const QString &path) const override;
    [[nodiscard]] Result<Done, RequestFileError> save(const QString &path, const QByteArray &content,
                                                      Existing existing) override;
};

} // namespace tokenry
