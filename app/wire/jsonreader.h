// SPDX-License-Identifier: MIT
#pragma once

#include "wire/jsontext.h"

#include <QDateTime>

#include <initializer_list>
#include <optional>

namespace tokenry
{

/// Takes a document apart: remembers the first thing that is wrong and gives empty values from then on, so
/// that a decoder reads like the document and asks once at its end.
class JsonReader
{
public:
    /// \a text outlives the reader.
    explicit JsonReader(const JsonText &text) : m_text(text) {}

    [[nodiscard]] const std::optional<DocumentFault> &fault() const { return m_fault; }
    void refuse(DocumentFault::Kind kind, const JsonNode &node, const QString &technical = {});

    /// Nothing else may be in the object.
    void allow(const JsonNode &object, std::initializer_list<const char *> keys);
    /// Null where it is left out; an error only when asked for as required.
    [[nodiscard]] const JsonNode *find(const JsonNode &parent, const char *key) const;
    [[nodiscard]] QString text(const JsonNode &parent, const char *key);
    /// One of the words; its index, and 0 with a fault where it is none of them.
    [[nodiscard]] int word(const JsonNode &parent, const char *key,
                           std::initializer_list<const char *> words);
    [[nodiscard]] qint64 integer(const JsonNode &parent, const char *key);
    /// False where it is left out.
    [[nodiscard]] bool flag(const JsonNode &parent, const char *key);
    /// An RFC 3339 instant, in UTC.
    [[nodiscard]] QDateTime instant(const JsonNode &parent, const char *key);
    [[nodiscard]] const JsonNode &object(const JsonNode &parent, const char *key);
    [[nodiscard]] const std::vector<JsonNode> &list(const JsonNode &parent, const char *key);

private:
    const JsonNode &required(const JsonNode &parent, const char *key, JsonNode::Kind kind,
                             const char *expected);

    const JsonText &m_text;
    const JsonNode m_none;
    std::optional<DocumentFault> m_fault;
};

} // namespace tokenry
