// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QProcess>
#include <QString>

#include <utility>

namespace tokenry::tests
{

struct DemoClusterOptions
{
    double activationSeconds = 0;
    bool empty = false;
    QStringList more = {}; // further arguments
};

// JSON written with ' for ", readable in C++ (moc stumbles over raw strings).
inline QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

// The demo cluster's real executable, as a child on a free port. It ends with this object.
class DemoClusterProcess
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    struct Answer
    {
        int status = 0; // 0: no answer
        QByteArray body;
        Headers headers;

        QJsonObject object() const;
        QByteArray header(const QByteArray &name) const;
    };

    explicit DemoClusterProcess(const DemoClusterOptions &options = {});
    ~DemoClusterProcess();

    bool start(); // and waits until it serves; false after 20 s or if it ended
    void stop();  // closes its standard input and waits

    QString managementUrl() const { return text("managementUrl"); } // http://127.0.0.1:PORT
    QString clusterUrl() const { return text("clusterUrl"); }
    QString accountId() const { return text("accountId"); }
    QString clusterId() const { return text("clusterId"); }
    int port() const { return m_ready.value(QLatin1String("port")).toInt(); }
    const QJsonObject &ready() const { return m_ready; } // the line it printed

    QString prefix() const; // /api/v0/accounts/…/clusters/…

    // What the executable is told to accept. Obviously not a real one.
    static QByteArray managementToken() { return QByteArrayLiteral("M.V1.DEMO-not-a-real-token"); }
    static Headers managementHeaders(); // Authorization, Content-Type and Accept

    // Synchronous, on a connection of its own. `path` starts at the root and is sent as it is.
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               const Headers &headers = managementHeaders()) const;

    // The JSON below prefix(): getJson("/tokens"). Undefined unless the status is 200.
    QJsonValue getJson(const QString &path) const;

    QProcess &process() { return m_process; }

private:
    QString text(const char *key) const { return m_ready.value(QLatin1String(key)).toString(); }

    QStringList m_arguments;
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace tokenry::tests
