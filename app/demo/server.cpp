// SPDX-License-Identifier: MIT
#include "demo/server.h"

#include "demo/connectionthreads.h"
#include "demo/dataplane.h"
#include "demo/hangup.h"
#include "demo/managementplane.h"

#include <QDateTime>
#include <QLocale>

#include <sys/socket.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

constexpr std::size_t largestBody = 16 * 1024 * 1024;
constexpr time_t keepAliveSeconds = 75; // longer than QNetworkAccessManager keeps an idle connection
constexpr int backlog = 128; // the library's own is 5, and a burst beyond it waits a second for TCP's retry

std::string httpDate()
{
    const QDateTime utc = QDateTime::currentDateTimeUtc();
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toStdString();
}

void put(const Answer &answer, httplib::Response &response)
{
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (answer.body.isEmpty())
        return;
    // By provider: a plain body of this type would go through brotli at its slowest setting, half a second
    // for the token list.
    response.set_content_provider(
        std::size_t(answer.body.size()), "application/json",
        [body = answer.body](std::size_t offset, std::size_t length, httplib::DataSink &sink) {
            return sink.write(body.constData() + offset, length);
        });
}

// The raw target, because the library's own path is decoded and has lost the difference between / and %2F.
QStringList segmentsOf(const std::string &target)
{
    const QByteArray path = QByteArray::fromStdString(target.substr(0, target.find_first_of("?#")));
    QStringList segments;
    for (const QByteArray &segment : path.mid(1).split('/'))
        segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    return segments;
}

Call callFrom(const httplib::Request &request)
{
    Call call;
    call.method = QByteArray::fromStdString(request.method);
    call.path = segmentsOf(request.target);
    for (const auto &[name, value] : request.params)
        call.query.insert(QString::fromStdString(name), QString::fromStdString(value));
    call.authorization = QByteArray::fromStdString(request.get_header_value("Authorization"));
    call.contentType = QByteArray::fromStdString(request.get_header_value("Content-Type"));
    return call;
}

// Reads to the end even when it is too much: what stayed unread would be taken for the next request of the
// connection.
bool readBody(const httplib::Request &request, const httplib::ContentReader &reader, QByteArray &body)
{
    if (request.is_multipart_form_data()) {
        return reader([](const httplib::MultipartFormData &) { return true; },
                      [](const char *, std::size_t) { return true; });
    }
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return true; // no body; the library would wait for one
    bool fits = true;
    const bool complete = reader([&](const char *data, std::size_t length) {
        fits = fits && std::size_t(body.size()) + length <= largestBody;
        if (fits)
            body.append(data, qsizetype(length));
        return true;
    });
    return complete && fits;
}

bool isManagement(const QStringList &path)
{
    return path.size() >= 2 && path.at(0) == u"api"_s && path.at(1) == u"v0"_s;
}

QString reason(int status)
{
    switch (status) {
    case 413:
        return u"the body is larger than 16 MB"_s;
    case 414:
        return u"the address is too long"_s;
    case 500:
        return u"internal server error"_s;
    default:
        return u"bad request"_s;
    }
}

} // namespace

Server::Server(Account &account) : m_account(account)
{
    m_http.new_task_queue = [] {
        return new ConnectionThreads;
    };
    m_http.set_tcp_nodelay(true);
    m_http.set_keep_alive_max_count(1'000'000);
    m_http.set_keep_alive_timeout(keepAliveSeconds);
    m_http.set_read_timeout(30);
    m_http.set_payload_max_length(largestBody);
    m_http.set_socket_options([this](socket_t socket) { // the default shares the port with a second server
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        m_listener = socket;
    });

    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        answer(request, response, nullptr);
    };
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader) {
        answer(request, response, &reader);
    };
    const std::string everything = R"([\s\S]*)";
    m_http.Get(everything, plain).Options(everything, plain).Delete(everything, plain);
    m_http.Post(everything, withBody).Put(everything, withBody).Patch(everything, withBody);

    m_http.set_error_handler(httplib::Server::HandlerWithResponse(
        [](const httplib::Request &, httplib::Response &response) { // what the library itself refuses
            if (response.has_header("Content-Type"))
                return httplib::Server::HandlerResponse::Unhandled;
            put(managementError(response.status, reason(response.status)), response);
            return httplib::Server::HandlerResponse::Handled;
        }));
    m_http.set_post_routing_handler([](const httplib::Request &, httplib::Response &response) {
        response.set_header("Date", httpDate());
    });
}

int Server::bind(int port)
{
    const std::string host = "127.0.0.1";
    const int bound =
        port == 0 ? m_http.bind_to_any_port(host) : (m_http.bind_to_port(host, port) ? port : -1);
    if (bound > 0)
        ::listen(m_listener, backlog);
    return bound;
}

bool Server::serve()
{
    return m_http.listen_after_bind();
}

void Server::answer(const httplib::Request &request, httplib::Response &response,
                    const httplib::ContentReader *body)
{
    Call call = callFrom(request);
    if (body && !readBody(request, *body, call.body)) {
        // The library has said why (too long by its Content-Length, cut, badly chunked), or nothing: then it
        // was too long.
        response.status = response.status > 0 ? response.status : 413;
        return;
    }
    const Answer answer =
        isManagement(call.path) ? answerManagement(m_account, call) : answerData(m_account, call);
    std::this_thread::sleep_for(answer.late); // each connection has a thread of its own
    if (answer.isLost)
        hangUpOn(request.remote_port);
    put(answer, response);
}

} // namespace tokenry::demo
