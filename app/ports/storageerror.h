// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// Why a file of Tokenry's could not be read or written.
struct StorageError
{
    enum class Kind {
        NotReadable,
        NotWritable,
        WritableByOthers, // refused: whoever can write it could redirect a management token
        NotToml,
        MissingKey,
        UnknownKey, // refused: a misspelled management_url must not become the default
        BadValue,
        BadName,      // the file's own name, which is a part of keychain names
        AlreadyThere, // a new file was not to replace another
        NotYours,     // as WritableByOthers, and not this person's to mend: it belongs to somebody else
    };

    Kind kind = Kind::NotReadable;
    /// The file's path, or that of the folder that is wrong.
    QString file;
    /// From 1; 0 where there is none.
    int line = 0;
    int column = 0;
    /// The key concerned, as in the file.
    QString key;
    /// What the system or the parser says, or what was expected.
    QString technical;
    /// \a file is a folder: all that is in it is concerned.
    bool isFolder = false;

    friend bool operator==(const StorageError &, const StorageError &) = default;
};

} // namespace tokenry
