// SPDX-License-Identifier: MIT
#include "api/managementclient.h"

#include "api/addressrefusal.h"
#include "api/apierrors.h"
#include "api/bearer.h"
#include "api/tls.h"
#include "wire/accesstoken.h"
#include "wire/answers.h"
#include "wire/calls.h"

#include <QThreadPool>

namespace tokenry
{

namespace
{

auto failure(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    return unexpected(std::move(error));
}

bool succeeded(const HttpAnswer &answer)
{
    return answer.status / 100 == 2;
}

/// The contract's 204, or an empty 200: a page in front of the server and a mere "accepted" revoke nothing.
bool confirmsRevocation(const HttpAnswer &answer)
{
    // Some servers reset the connection behind a 204.
    if (answer.status == 204)
        return true;
    return answer.status == 200 && answer.ending == HttpAnswer::Ending::Answered && answer.body.isEmpty();
}

/// Lists may be large: they are decoded and sorted off the caller's thread.
template <class List, class Decode>
void decodeElsewhere(PendingPtr<List, ApiError> pending, HttpAnswer answer, Decode decode)
{
    if (answer.ending != HttpAnswer::Ending::Answered || !succeeded(answer))
        return Pending<List, ApiError>::resolve(pending, unexpected(errorOf(answer)));
    QThreadPool::globalInstance()->start([pending = std::move(pending), answer = std::move(answer), decode] {
        Result<List, DecodeFault> list = decode(answer.body);
        if (!list)
            return Pending<List, ApiError>::resolve(pending, unexpected(errorOf(answer)));
        list->serverTime = answer.serverTime;
        Pending<List, ApiError>::resolve(pending, std::move(*list));
    });
}

/// What the server says of the token is shown, copied and noted: without the secret, also where the server
/// repeats it.
Token withoutSecret(Token token, const Secret &secret)
{
    // A shorter one is none, and occurs by chance.
    constexpr qsizetype shortest = 8;
    if (secret.size() < shortest)
        return token;
    const auto repeats = [&secret](const QString &text) {
        QByteArray bytes = text.toUtf8();
        const bool found = secret.occursIn(bytes);
        wipe(bytes);
        return found;
    };
    for (QString *text : {&token.id, &token.accountId, &token.clusterId, &token.description}) {
        if (repeats(*text))
            wipe(*text);
    }
    for (UnknownPermission &unknown : token.unknownPermissions) {
        for (QString *text : {&unknown.action, &unknown.resource}) {
            if (repeats(*text))
                wipe(*text);
        }
    }
    std::vector<Permission> permissions = token.permissions.permissions();
    const auto removed = std::erase_if(
        permissions, [&](const Permission &permission) { return repeats(permission.resource.name()); });
    if (removed > 0) {
        token.permissions = PermissionSet(std::move(permissions));
        token.unknownPermissions.insert(token.unknownPermissions.end(), removed, UnknownPermission());
    }
    return token;
}

Result<Creation, ApiError> creationFrom(HttpAnswer answer)
{
    // The secret before anything that can fail, however the exchange ended and whatever the status says: it
    // is not shown twice.
    FoundSecret found = accessTokenIn(answer.body);
    if (found.secret.isEmpty()) {
        ApiError error = errorOf(answer);
        wipe(answer.body);
        return unexpected(std::move(error));
    }
    Creation creation;
    creation.secret = std::move(found.secret);
    creation.secretContradicted = found.contradicted;
    creation.secretUnusual = found.unusual;
    creation.serverTime = answer.serverTime;
    if (auto token = decodeToken(answer.body))
        creation.token = withoutSecret(std::move(*token), creation.secret);
    wipe(answer.body);
    return creation;
}

} // namespace

ManagementClient::ManagementClient(ClusterAddress address) : ManagementClient(std::move(address), Options())
{
}

ManagementClient::ManagementClient(ClusterAddress address, Options options)
    : m_address(std::move(address)), m_options(std::move(options)),
      m_authorities(certificatesIn(m_address.authority.pem)), m_transport(m_authorities)
{
}

ManagementClient::~ManagementClient()
{
    // Also those whose answer is being decoded; the transport stops what nobody waits for any more.
    for (const auto &open : m_open) {
        if (const auto pending = open.lock())
            pending->cancel();
    }
}

// Why nothing may be sent to the address.
std::optional<ApiError> ManagementClient::refusal() const
{
    return refusalOf(m_address.managementUrl, m_address.authority, m_authorities);
}

HttpRequest ManagementClient::requestFor(const char *operation, const EncodedCall &call) const
{
    const QUrl origin = m_address.managementUrl.adjusted(QUrl::RemovePath);
    const bool isList = call.method == "GET";
    return {.operation = operation,
            .method = call.method,
            .url = QUrl::fromEncoded(origin.toEncoded() + call.path, QUrl::StrictMode),
            .body = call.body,
            .answerLimit = isList ? m_options.listLimit : m_options.changeLimit,
            .deadline = isList ? m_options.listDeadline : m_options.changeDeadline,
            .sendDeadline = m_options.sendDeadline};
}

template <class T, class Decode>
PendingPtr<T, ApiError> ManagementClient::send(const char *operation, const EncodedCall &call,
                                               const Secret &token, Decode decode)
{
    using Answer = Pending<T, ApiError>;
    if (auto refused = refusal())
        return Answer::resolved(unexpected(*std::move(refused)));
    std::optional<QByteArray> authorization = bearerOf(token);
    if (!authorization)
        return Answer::resolved(failure(ApiError::Kind::TokenUnsendable));

    const auto pending = Answer::make();
    const QPointer<HttpExchange> exchange =
        m_transport.send(requestFor(operation, call), std::move(*authorization),
                         [pending, decode](HttpAnswer answer) { decode(pending, std::move(answer)); });
    pending->setCanceller([exchange, weak = std::weak_ptr(pending)] {
        if (exchange)
            exchange->stop();
        // Where the answer is there already and only being decoded.
        if (const auto strong = weak.lock())
            Answer::resolve(strong, failure(ApiError::Kind::Stopped));
    });
    std::erase_if(m_open, [](const auto &open) { return open.expired(); });
    m_open.push_back(pending);
    return pending;
}

PendingPtr<DatabaseList, ApiError> ManagementClient::databases(const Secret &managementToken)
{
    const auto decode = [](const QByteArray &body) -> Result<DatabaseList, DecodeFault> {
        return decodeDatabases(body).map([](Listed<Database> &&listed) {
            return DatabaseList{.databases = std::make_shared<DatabaseCatalog>(std::move(listed.entries)),
                                .unreadable = listed.unreadable,
                                .serverTime = {}};
        });
    };
    return send<DatabaseList>("list databases", listDatabases(m_address), managementToken,
                              [decode](const auto &pending, HttpAnswer answer) {
                                  decodeElsewhere<DatabaseList>(pending, std::move(answer), decode);
                              });
}

PendingPtr<TokenList, ApiError> ManagementClient::tokens(const Secret &managementToken)
{
    const auto decode = [](const QByteArray &body) -> Result<TokenList, DecodeFault> {
        return decodeTokens(body).map([](Listed<Token> &&listed) {
            return TokenList{
                .tokens = std::move(listed.entries), .unreadable = listed.unreadable, .serverTime = {}};
        });
    };
    return send<TokenList>("list tokens", listTokens(m_address), managementToken,
                           [decode](const auto &pending, HttpAnswer answer) {
                               decodeElsewhere<TokenList>(pending, std::move(answer), decode);
                           });
}

PendingPtr<Creation, ApiError> ManagementClient::create(const Secret &managementToken,
                                                        const EncodedCall &call)
{
    return send<Creation>("create token", call, managementToken, [](const auto &pending, HttpAnswer answer) {
        Pending<Creation, ApiError>::resolve(pending, creationFrom(std::move(answer)));
    });
}

PendingPtr<Done, ApiError> ManagementClient::revoke(const Secret &managementToken, const QString &tokenId)
{
    return send<Done>("revoke token", revokeToken(m_address, tokenId), managementToken,
                      [](const auto &pending, HttpAnswer answer) {
                          using Answer = Pending<Done, ApiError>;
                          if (confirmsRevocation(answer))
                              Answer::resolve(pending, Done());
                          else
                              Answer::resolve(pending, unexpected(errorOf(answer)));
                      });
}

void ManagementClient::prewarm()
{
    if (!refusal())
        m_transport.prewarm(m_address.managementUrl);
}

} // namespace tokenry
