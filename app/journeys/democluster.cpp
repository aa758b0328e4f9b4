// SPDX-License-Identifier: MIT
#include "journeys/democluster.h"

#include "domain/profilewords.h"

#include <QFileInfo>
#include <QJsonArray>
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
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoCluster::readLines);
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

bool DemoCluster::isDemo(const QString &slug)
{
    return slug == DemoCluster::slug() || slug.startsWith(DemoCluster::slug() + QLatin1Char('_'));
}

void DemoCluster::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_patience.start();
    m_process.start(m_program, QStringList());
}

void DemoCluster::readLines()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine();
        if (m_ready)
            take(demoReport(line));
        else
            readAnnouncement(line);
    }
}

void DemoCluster::readAnnouncement(const QByteArray &line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    Profile profile;
    profile.address.managementUrl = QUrl(said.value(QStringLiteral("managementUrl")).toString());
    profile.address.clusterUrl = QUrl(said.value(QStringLiteral("clusterUrl")).toString());
    profile.address.accountId = said.value(QStringLiteral("accountId")).toString();
    for (const QJsonValue &cluster : said.value(QStringLiteral("clusters")).toArray()) {
        const QString name = cluster[QStringLiteral("name")].toString();
        profile.environment = environmentCalled(name).value_or(Environment::Other);
        profile.slug =
            profile.environment == Environment::Production ? slug() : slug() + QLatin1Char('_') + name;
        profile.address.clusterId = cluster[QStringLiteral("clusterId")].toString();
        m_profiles.push_back(profile);
    }
    if (m_profiles.empty() || profile.address.managementUrl.isEmpty()) {
        fail(Failure::NoAnswer, {});
        return;
    }
    m_patience.stop();
    m_readingToken = makeToken();
    m_process.write("{\"accept\":\"");
    m_readingToken.reveal([this](QByteArrayView bytes) { m_process.write(bytes.data(), bytes.size()); });
    m_process.write("\"}\n");
    m_ready = true;
    Q_EMIT ready();
}

void DemoCluster::arm(DemoFault fault)
{
    m_process.write(armingLine(fault));
}

void DemoCluster::change(const DemoChange &change, const QString &clusterId)
{
    m_process.write(changeLine(change, clusterId));
}

void DemoCluster::take(const DemoReport &report)
{
    if (report.armed) {
        m_armed = *report.armed;
        Q_EMIT armedChanged(m_armed);
    }
    if (report.changed)
        Q_EMIT changed(*report.changed);
    if (!report.refused.isEmpty())
        Q_EMIT changeRefused(report.refused);
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
