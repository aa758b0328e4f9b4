// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "wire/documentfault.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tokenry
{

/// A value of a JSON text.
struct JsonNode
{
    enum class Kind { Null, Bool, Integer, Fraction, Text, List, Object };

    Kind kind = Kind::Null;
    bool flag = false;
    qint64 integer = 0;
    QString text;
    /// Of an object's member: its name.
    QString key;
    /// A list's entries or an object's members, in the order of the text.
    std::vector<JsonNode> items;
    /// Where it begins in the text, in bytes.
    qsizetype offset = 0;
};

/// A JSON text read strictly: well-formed UTF-8, no key twice in an object, no deeper than eight levels,
/// nothing behind the end. For documents that decide something; answers of the server are read tolerantly
/// elsewhere.
class JsonText
{
public:
    static constexpr int maximumDepth = 8;

    [[nodiscard]] static Result<JsonText, DocumentFault> parse(const QByteArray &bytes);

    [[nodiscard]] const JsonNode &root() const { return m_root; }
    /// A fault at the place of the node.
    [[nodiscard]] DocumentFault faultAt(DocumentFault::Kind kind, const JsonNode &node,
                                        const QString &technical = {}) const;

private:
    JsonText() = default;

    QByteArray m_utf8;
    JsonNode m_root;
};

} // namespace tokenry
