// SPDX-License-Identifier: MIT
#pragma once

#include "api/transport.h"
#include "base/pending.h"

#include <QTest>

#include <optional>

namespace tokenry::tests
{

// Only ever waited in full where something is wrong; valgrind on a busy machine takes its time.
constexpr int patience = 180000;

// What the Pending gives; nothing if it gives nothing in time.
template <class T, class E>
std::optional<Result<T, E>> outcomeOf(const std::shared_ptr<Pending<T, E>> &pending)
{
    if (!QTest::qWaitFor([&] { return pending->isFinished(); }, patience))
        return {};
    return pending->take();
}

inline HttpRequest getting(const QUrl &url)
{
    return {.operation = "test",
            .method = "GET",
            .url = url,
            .body = {},
            .answerLimit = 1 << 20,
            .deadline = std::chrono::seconds(20)};
}

inline HttpRequest posting(const QUrl &url, const QByteArray &body = "{\"description\": \"x\"}")
{
    HttpRequest request = getting(url);
    request.method = "POST";
    request.body = body;
    return request;
}

inline std::optional<HttpAnswer> exchange(Transport &transport, const HttpRequest &request)
{
    std::optional<HttpAnswer> answer;
    QPointer<HttpExchange> exchange =
        transport.send(request, "Bearer M.V1.FAKE", [&](HttpAnswer got) { answer = std::move(got); });
    // Until it is gone altogether: a late second answer would crash here.
    if (!QTest::qWaitFor([&] { return answer && !exchange; }, patience))
        return {};
    return answer;
}

// Proxies come from the environment; a test must not meet those of the machine.
inline void forgetProxies()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                             "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
        qunsetenv(name);
}

} // namespace tokenry::tests
