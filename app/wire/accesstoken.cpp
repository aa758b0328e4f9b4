// SPDX-License-Identifier: MIT
#include "wire/accesstoken.h"

#include "wire/jsonstring.h"
#include "wire/utf8.h"

#include <algorithm>
#include <vector>

namespace tokenry
{

namespace
{

constexpr QByteArrayView wantedKey = "accessToken";

/// Reads JSON's tokens and follows only what tells a key from a value and how deep it stands.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json) : m_json(json) {}

    FoundSecret scan();

private:
    enum class Expect { Key, Colon, Value, Comma };
    struct Container
    {
        bool isObject;
        Expect expect;
    };

    void open(bool isObject);
    void close(bool isObject);
    void scalar();
    void string(QByteArrayView raw);
    void found(QByteArrayView raw);
    /// Inside the answer's object, or the object in a list around it, and nowhere deeper.
    [[nodiscard]] bool isAnswer() const;

    const QByteArrayView m_json;
    std::vector<Container> m_open;
    bool m_wanted = false;
    FoundSecret m_found;
};

FoundSecret Scanner::scan()
{
    for (qsizetype i = 0; i < m_json.size(); ++i) {
        Container *inside = m_open.empty() ? nullptr : &m_open.back();
        switch (const char c = m_json[i]) {
        case '{':
        case '[':
            open(c == '{');
            break;
        case '}':
        case ']':
            close(c == '}');
            break;
        case ':':
            if (inside && inside->isObject && inside->expect == Expect::Colon)
                inside->expect = Expect::Value;
            break;
        case ',':
            if (inside)
                inside->expect = inside->isObject ? Expect::Key : Expect::Value;
            break;
        case '"': {
            const qsizetype end = closingQuote(m_json, i + 1);
            if (end < 0)
                return std::move(m_found); // cut off: half a secret is none
            string(m_json.sliced(i + 1, end - i - 1));
            i = end;
            break;
        }
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            break;
        default:
            scalar();
        }
    }
    return std::move(m_found);
}

void Scanner::open(bool isObject)
{
    scalar();
    m_open.push_back({isObject, isObject ? Expect::Key : Expect::Value});
}

void Scanner::close(bool isObject)
{
    if (!m_open.empty() && m_open.back().isObject == isObject)
        m_open.pop_back();
}

void Scanner::scalar()
{
    if (!m_open.empty() && m_open.back().expect == Expect::Value)
        m_open.back().expect = Expect::Comma;
}

void Scanner::string(QByteArrayView raw)
{
    if (m_open.empty())
        return;
    const Expect expected = m_open.back().expect;
    if (expected == Expect::Key) {
        m_wanted = isAnswer() && decodeJsonString(raw).utf8 == wantedKey;
        m_open.back().expect = Expect::Colon;
    } else if (expected == Expect::Value) {
        if (m_wanted && isAnswer())
            found(raw);
        m_open.back().expect = Expect::Comma;
    }
}

void Scanner::found(QByteArrayView raw)
{
    DecodedString decoded = decodeJsonString(raw);
    const bool unusual = std::any_of(decoded.utf8.cbegin(), decoded.utf8.cend(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x21 || byte > 0x7E;
    });
    Secret secret = Secret::takeFrom(decoded.utf8);
    if (secret.isEmpty())
        return;
    if (m_found.secret.isEmpty()) {
        m_found.secret = std::move(secret);
        m_found.unusual = unusual;
    } else if (!m_found.secret.equals(secret)) {
        m_found.contradicted = true;
    }
}

bool Scanner::isAnswer() const
{
    const bool bare = m_open.size() == 1;
    const bool listed = m_open.size() == 2 && !m_open.front().isObject;
    return (bare || listed) && m_open.back().isObject;
}

} // namespace

FoundSecret accessTokenIn(QByteArrayView body)
{
    QByteArray utf8 = utf8Of(body);
    FoundSecret found = Scanner(utf8).scan();
    wipe(utf8);
    return found;
}

} // namespace tokenry
