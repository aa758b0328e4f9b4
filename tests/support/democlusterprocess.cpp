// SPDX-License-Identifier: MIT
#include "support/democlusterprocess.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <httplib.h>

using namespace Qt::StringLiterals;

namespace tokenry::tests
{

namespace
{

constexpr int patience = 20'000;

} // namespace

QJsonObject DemoClusterProcess::Answer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray DemoClusterProcess::Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

DemoClusterProcess::DemoClusterProcess(const DemoClusterOptions &options)
    : m_arguments{u"--activation-seconds"_s, QString::number(options.activationSeconds)}
{
    if (options.empty)
        m_arguments.append(u"--empty"_s);
    m_arguments.append(options.more);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

DemoClusterProcess::~DemoClusterProcess()
{
    stop();
}

bool DemoClusterProcess::start()
{
    m_process.start(QStringLiteral(TOKENRY_DEMO_CLUSTER), m_arguments);
    m_process.write(managementToken() + '\n');
    const QDeadlineTimer deadline(patience);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    return port() > 0;
}

void DemoClusterProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString DemoClusterProcess::prefix() const
{
    return u"/api/v0/accounts/%1/clusters/%2"_s.arg(accountId(), clusterId());
}

DemoClusterProcess::Headers DemoClusterProcess::managementHeaders()
{
    return {{"Authorization"_ba, "Bearer "_ba + managementToken()},
            {"Content-Type"_ba, "application/json"_ba},
            {"Accept"_ba, "application/json"_ba}};
}

DemoClusterProcess::Answer DemoClusterProcess::ask(const QByteArray &method, const QString &path,
                                                   const QByteArray &body, const Headers &headers) const
{
    httplib::Client client("127.0.0.1", port());
    client.set_url_encode(false);
    httplib::Request request;
    request.method = method.toStdString();
    request.path = path.toStdString();
    request.body = body.toStdString();
    for (const auto &[name, value] : headers)
        request.set_header(name.toStdString(), value.toStdString());
    const httplib::Result result = client.send(request);
    if (!result)
        return {};
    Answer answer{result->status, QByteArray::fromStdString(result->body), {}};
    for (const auto &[name, value] : result->headers)
        answer.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    return answer;
}

QJsonValue DemoClusterProcess::getJson(const QString &path) const
{
    const Answer answer = ask("GET"_ba, prefix() + path);
    if (answer.status != 200)
        return QJsonValue(QJsonValue::Undefined);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace tokenry::tests
