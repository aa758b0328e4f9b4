// SPDX-License-Identifier: MIT
#include "wire/jsonreader.h"

#include "wire/instant.h"

#include <QStringList>

#include <algorithm>

namespace tokenry
{

using Kind = DocumentFault::Kind;

void JsonReader::refuse(Kind kind, const JsonNode &node, const QString &technical)
{
    if (!m_fault)
        m_fault = m_text.faultAt(kind, node, technical);
}

void JsonReader::allow(const JsonNode &object, std::initializer_list<const char *> keys)
{
    for (const JsonNode &member : object.items) {
        if (std::none_of(keys.begin(), keys.end(),
                         [&](const char *key) { return member.key == QLatin1String(key); }))
            refuse(Kind::UnknownKey, member);
    }
}

const JsonNode *JsonReader::find(const JsonNode &parent, const char *key) const
{
    const auto member = std::ranges::find(parent.items, QLatin1String(key), &JsonNode::key);
    return member == parent.items.end() ? nullptr : &*member;
}

const JsonNode &JsonReader::required(const JsonNode &parent, const char *key, JsonNode::Kind kind,
                                     const char *expected)
{
    if (m_fault)
        return m_none;
    const JsonNode *const member = find(parent, key);
    if (!member) {
        refuse(Kind::MissingKey, parent);
        m_fault->key = QLatin1String(key);
        return m_none;
    }
    if (member->kind != kind) {
        refuse(Kind::BadValue, *member, QLatin1String(expected));
        return m_none;
    }
    return *member;
}

QString JsonReader::text(const JsonNode &parent, const char *key)
{
    return required(parent, key, JsonNode::Kind::Text, "expected text in quotes").text;
}

int JsonReader::word(const JsonNode &parent, const char *key, std::initializer_list<const char *> words)
{
    const QString found = text(parent, key);
    const auto word =
        std::ranges::find_if(words, [&](const char *each) { return found == QLatin1String(each); });
    if (word != words.end())
        return static_cast<int>(word - words.begin());
    QStringList quoted;
    for (const char *const each : words)
        quoted += u'"' + QLatin1String(each) + u'"';
    if (!m_fault)
        refuse(Kind::BadValue, *find(parent, key),
               QLatin1String("expected ") + quoted.join(QLatin1String(" or ")));
    return 0;
}

qint64 JsonReader::integer(const JsonNode &parent, const char *key)
{
    return required(parent, key, JsonNode::Kind::Integer, "expected a whole number").integer;
}

bool JsonReader::flag(const JsonNode &parent, const char *key)
{
    return find(parent, key) && required(parent, key, JsonNode::Kind::Bool, "expected true or false").flag;
}

QDateTime JsonReader::instant(const JsonNode &parent, const char *key)
{
    const QDateTime instant = instantFrom(text(parent, key));
    if (!instant.isValid() && !m_fault)
        refuse(Kind::BadValue, *find(parent, key),
               QStringLiteral("expected a time such as 2027-02-23T09:00:00Z"));
    return instant;
}

const JsonNode &JsonReader::object(const JsonNode &parent, const char *key)
{
    return required(parent, key, JsonNode::Kind::Object, "expected an object in braces");
}

const std::vector<JsonNode> &JsonReader::list(const JsonNode &parent, const char *key)
{
    return required(parent, key, JsonNode::Kind::List, "expected a list in brackets").items;
}

} // namespace tokenry
