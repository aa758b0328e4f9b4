// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "domain/databasecatalog.h"
#include "domain/token.h"

#include <QByteArray>

#include <vector>

namespace tokenry
{

enum class DecodeFault { NotJson, NotAList, NotAnObject, Nothing };

/// A list as the server sent it; entries that could not be read are counted, not guessed.
template <class T>
struct Listed
{
    std::vector<T> entries;
    qsizetype unreadable = 0;
};

// Tolerant where the contract is silent: unknown fields, missing optional ones, null permissions, any
// fraction of a second. Permissions given twice are all there.

[[nodiscard]] Result<Listed<Database>, DecodeFault> decodeDatabases(const QByteArray &json);
[[nodiscard]] Result<Listed<Token>, DecodeFault> decodeTokens(const QByteArray &json);
/// The token object that answers a creation; any accessToken in it is left alone. Its id is empty where it
/// could not be read, or two were given; Nothing where there are no permissions to compare either.
[[nodiscard]] Result<Token, DecodeFault> decodeToken(const QByteArray &json);
/// The server's message in an error body ({"code","message"}, or "error", or short plain text); empty where
/// there is none.
[[nodiscard]] QString decodeErrorMessage(const QByteArray &body);
/// Whether the body is the contract's {"code","message"} for that status; what answers in the API's place has
/// other words.
[[nodiscard]] bool isErrorOfTheApi(const QByteArray &body, int status);

} // namespace tokenry
