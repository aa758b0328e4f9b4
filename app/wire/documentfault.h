// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tokenry
{

/// What is wrong with a JSON document of Tokenry's own (a request file, a draft), and where.
struct DocumentFault
{
    enum class Kind {
        NotUtf8,
        NotJson,
        TooDeep,
        TooMany, // more permissions than any token needs
        DuplicateKey,
        OtherDocument, // JSON, but not this kind of file
        NewerVersion,
        MissingKey,
        UnknownKey, // refused: what cannot be shown must not be there
        BadValue,
    };

    Kind kind = Kind::NotJson;
    /// From 1, the column in characters; 0 where there is none.
    int line = 0;
    int column = 0;
    /// The key concerned, as in the document.
    QString key;
    /// What the parser says, or what was expected.
    QString technical;

    friend bool operator==(const DocumentFault &, const DocumentFault &) = default;
};

} // namespace tokenry
