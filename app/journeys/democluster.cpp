// SPDX-License-Identifier: MIT
#include "journeys/democluster.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace tokenry
{

namespace
{

constexpr int startTimeoutMs = 10'000;
constexpr int endTimeoutMs = 500;

Secret makeToken()
{
    QByteArray text("M.V1.DEMO");
    for (int i = 0; i < 4; ++i)
        text += QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    return Secret::takeFrom(text);
}

} // namespace

DemoCluster::DemoCluster(QString program, QObject *parent) : QObject(parent), m_program(std::move(program))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_patience.setSingleShot(true);
    m_patience.setInterval(startTimeoutMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(Failure::NoAnswer, {}); });
    connect(&m_process, &QProcess::started, this, [this] {
        m_token = makeToken();
        m_token.reveal([this](QByteArrayView bytes) { m_process.write(bytes.data(), bytes.size()); });
        m_process.write("\n");
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoCluster::readAnnouncement);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(QFileInfo::exists(m_program) ? Failure::NotStarted : Failure::NotFound,
                 m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this] { fail(Failure::Ended, m_process.errorString()); });
}

DemoCluster::~DemoCluster()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    // It ends when its standard input does; the kill is for one that hangs.
    m_process.closeWriteChannel();
    m_process.terminate();
    if (!m_process.waitForFinished(endTimeoutMs))
        m_process.kill();
}

void DemoCluster::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_patience.start();
    m_process.start(m_program, QStringList());
}

void DemoCluster::readAnnouncement()
{
    if (m_ready || !m_process.canReadLine())
        return;
    const QJsonObject said = QJsonDocument::fromJson(m_process.readLine()).object();
    const QString url = said.value(QStringLiteral("managementUrl")).toString();
    if (url.isEmpty()) {
        fail(Failure::NoAnswer, {});
        return;
    }
    m_patience.stop();
    m_profile.slug = slug();
    m_profile.environment = Environment::Other;
    m_profile.address.managementUrl = QUrl(url);
    m_profile.address.clusterUrl = QUrl(said.value(QStringLiteral("clusterUrl")).toString());
    m_profile.address.accountId = said.value(QStringLiteral("accountId")).toString();
    m_profile.address.clusterId = said.value(QStringLiteral("clusterId")).toString();
    m_ready = true;
    Q_EMIT ready();
}

void DemoCluster::fail(Failure failure, const QString &technical)
{
    m_patience.stop();
    m_ready = false;
    // One failure is told once: a child that is given up on also ends.
    m_process.disconnect(this);
    m_process.kill();
    Q_EMIT failed(failure, technical);
}

} // namespace tokenry
