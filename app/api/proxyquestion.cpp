// SPDX-License-Identifier: MIT
#include "api/proxyquestion.h"

#include "api/systemproxies.h"

#include <QRegularExpression>

#include <utility>

namespace tokenry
{

namespace
{

constexpr qsizetype longestHead = 16 * 1024;
constexpr std::chrono::seconds patience(2);

QNetworkProxy proxyTo(const QUrl &target)
{
    SystemProxies proxies;
    return proxies.queryProxy(QNetworkProxyQuery(target)).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

QByteArray authorityOf(const QUrl &target)
{
    QUrl its;
    its.setHost(target.host());
    its.setPort(target.port(443));
    return its.authority(QUrl::FullyEncoded).toLatin1();
}

} // namespace

ProxyQuestion::ProxyQuestion(const QUrl &target, Answer answer, QObject *parent)
    : QObject(parent), m_answer(std::move(answer))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { end({}); });
    connect(&m_socket, &QTcpSocket::readyRead, this, &ProxyQuestion::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { end({}); });
    connect(&m_socket, &QTcpSocket::connected, this, [this, authority = authorityOf(target)] {
        m_socket.write("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n");
    });
    const QNetworkProxy proxy = proxyTo(target);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_limit.start(patience);
    m_socket.connectToHost(proxy.hostName(), proxy.port());
}

ProxyQuestion::~ProxyQuestion()
{
    m_socket.disconnect(this);
}

bool ProxyQuestion::canAsk(const QUrl &target)
{
    return target.scheme() == QLatin1String("https") && proxyTo(target).type() == QNetworkProxy::HttpProxy;
}

void ProxyQuestion::read()
{
    m_head += m_socket.read(longestHead - m_head.size());
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end >= 0)
        this->end(proxySchemesIn(m_head.left(end)));
    else if (m_head.size() >= longestHead)
        this->end({});
}

void ProxyQuestion::end(const QByteArray &schemes)
{
    m_limit.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(schemes);
}

QByteArray proxySchemesIn(const QByteArray &head)
{
    QByteArrayList lines = head.split('\n');
    static const QRegularExpression wanted(QStringLiteral("^HTTP/1\\.[01] 407(\\s|$)"));
    if (!wanted.match(QString::fromLatin1(lines.takeFirst())).hasMatch())
        return {};
    QByteArrayList schemes;
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (line.left(colon).trimmed().toLower() != "proxy-authenticate")
            continue;
        // The scheme alone: what follows is a challenge.
        const QByteArray scheme = line.mid(colon + 1).trimmed().split(' ').first().left(40);
        if (!scheme.isEmpty() && !schemes.contains(scheme))
            schemes << scheme;
    }
    return schemes.isEmpty() ? QByteArrayLiteral("407") : schemes.join(", ");
}

} // namespace tokenry
