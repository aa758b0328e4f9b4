// SPDX-License-Identifier: MIT
#include "wire/jsontext.h"

#include "wire/jsonbytes.h"
#include "wire/utf8.h"

#include <QSet>

#include <optional>
#include <string_view>

namespace tokenry
{

using namespace simdjson;

namespace
{

using Kind = DocumentFault::Kind;

DocumentFault faultIn(const QByteArray &utf8, qsizetype offset, Kind kind, const QString &technical)
{
    const QByteArray before = utf8.left(offset);
    DocumentFault fault;
    fault.kind = kind;
    fault.line = static_cast<int>(before.count('\n')) + 1;
    const QByteArray line = before.mid(before.lastIndexOf('\n') + 1);
    fault.column = static_cast<int>(QString::fromUtf8(line).toUcs4().size()) + 1;
    fault.technical = technical;
    return fault;
}

/// In the first line that is no UTF-8, as a line never cuts a character.
DocumentFault encodingFault(const QByteArray &utf8)
{
    qsizetype begin = 0;
    for (qsizetype end = utf8.indexOf('\n'); end >= 0; end = utf8.indexOf('\n', begin)) {
        if (!QByteArrayView(utf8).sliced(begin, end - begin).isValidUtf8())
            break;
        begin = end + 1;
    }
    DocumentFault fault = faultIn(utf8, begin, Kind::NotUtf8, {});
    fault.column = 0;
    return fault;
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Walks the document once and stops at the first fault.
class Walk
{
public:
    explicit Walk(const QByteArray &utf8) : m_utf8(utf8), m_bytes(utf8) {}

    std::optional<JsonNode> run()
    {
        ondemand::document document;
        ondemand::json_type type{};
        ondemand::value root;
        JsonNode node;
        if (failed(m_parser.iterate(m_bytes.view()).get(document)) || failed(document.type().get(type)))
            return {};
        m_document = &document;
        if (type != ondemand::json_type::object && type != ondemand::json_type::array) {
            stop(Kind::OtherDocument, 0, {});
            return {};
        }
        if (failed(document.get_value().get(root)) || !take(root, node, 1))
            return {};
        const char *rest = nullptr;
        if (document.current_location().get(rest) == SUCCESS) {
            stop(Kind::NotJson, rest - begin(), QStringLiteral("something follows the end"));
            return {};
        }
        return node;
    }

    [[nodiscard]] const DocumentFault &fault() const { return m_fault; }

private:
    [[nodiscard]] const char *begin() const { return m_bytes.view().data(); }

    bool take(ondemand::value value, JsonNode &node, int depth)
    {
        std::string_view token = value.raw_json_token();
        ondemand::json_type type{};
        node.offset = token.data() - begin();
        if (failed(value.type().get(type)))
            return false;
        switch (type) {
        case ondemand::json_type::object:
            return goDeeper(node, depth) && takeObject(value, node, depth);
        case ondemand::json_type::array:
            return goDeeper(node, depth) && takeList(value, node, depth);
        case ondemand::json_type::string: {
            std::string_view text;
            node.kind = JsonNode::Kind::Text;
            if (failed(value.get_string().get(text), node.offset))
                return false;
            node.text = textOf(text);
            return true;
        }
        case ondemand::json_type::number:
            return takeNumber(value, node);
        case ondemand::json_type::boolean:
            node.kind = JsonNode::Kind::Bool;
            return !failed(value.get_bool().get(node.flag), node.offset);
        case ondemand::json_type::null:
            break;
        }
        while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
            token.remove_suffix(1);
        return token == "null" || stop(Kind::NotJson, node.offset, QStringLiteral("not a value"));
    }

    bool takeNumber(ondemand::value value, JsonNode &node)
    {
        ondemand::number number;
        if (failed(value.get_number().get(number), node.offset))
            return false;
        node.kind = number.is_int64() ? JsonNode::Kind::Integer : JsonNode::Kind::Fraction;
        if (number.is_int64())
            node.integer = number.get_int64();
        return true;
    }

    bool takeList(ondemand::value value, JsonNode &node, int depth)
    {
        ondemand::array list;
        node.kind = JsonNode::Kind::List;
        if (failed(value.get_array().get(list)))
            return false;
        for (auto element : list) {
            ondemand::value item;
            if (failed(element.get(item)) || !take(item, node.items.emplace_back(), depth + 1))
                return false;
        }
        return true;
    }

    bool takeObject(ondemand::value value, JsonNode &node, int depth)
    {
        ondemand::object object;
        node.kind = JsonNode::Kind::Object;
        if (failed(value.get_object().get(object)))
            return false;
        QSet<QString> seen;
        for (auto each : object) {
            ondemand::field field;
            if (failed(std::move(each).get(field)))
                return false;
            const qsizetype at = field.key().raw() - 1 - begin();
            std::string_view key;
            if (failed(field.unescaped_key().get(key), at))
                return false;
            JsonNode &item = node.items.emplace_back();
            item.key = textOf(key);
            if (seen.contains(item.key)) {
                stop(Kind::DuplicateKey, at, {});
                m_fault.key = item.key;
                return false;
            }
            seen.insert(item.key);
            if (!take(field.value(), item, depth + 1))
                return false;
        }
        return true;
    }

    bool goDeeper(const JsonNode &node, int depth)
    {
        return depth <= JsonText::maximumDepth || stop(Kind::TooDeep, node.offset, {});
    }

    bool stop(Kind kind, qsizetype offset, const QString &technical)
    {
        m_fault = faultIn(m_utf8, offset, kind, technical);
        return false;
    }

    bool failed(error_code error, qsizetype at = -1)
    {
        if (error == SUCCESS)
            return false;
        const char *place = nullptr;
        const QString technical = QString::fromUtf8(error_message(error));
        if (at < 0 && m_document && m_document->current_location().get(place) == SUCCESS)
            at = place - begin();
        if (at >= 0)
            stop(Kind::NotJson, at, technical);
        else
            m_fault = {Kind::NotJson, 0, 0, {}, technical};
        return true;
    }

    const QByteArray &m_utf8;
    const JsonBytes m_bytes;
    ondemand::parser m_parser;
    ondemand::document *m_document = nullptr;
    DocumentFault m_fault;
};

} // namespace

Result<JsonText, DocumentFault> JsonText::parse(const QByteArray &bytes)
{
    JsonText text;
    text.m_utf8 = utf8Of(bytes);
    if (!QByteArrayView(text.m_utf8).isValidUtf8())
        return unexpected(encodingFault(text.m_utf8));
    Walk walk(text.m_utf8);
    std::optional<JsonNode> root = walk.run();
    if (!root)
        return unexpected(walk.fault());
    text.m_root = *std::move(root);
    return text;
}

DocumentFault JsonText::faultAt(DocumentFault::Kind kind, const JsonNode &node,
                                const QString &technical) const
{
    DocumentFault fault = faultIn(m_utf8, node.offset, kind, technical);
    fault.key = node.key;
    return fault;
}

} // namespace tokenry
