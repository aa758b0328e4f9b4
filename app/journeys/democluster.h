// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "domain/profile.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace tokenry
{

/// The demo cluster as a child process on a free loopback port. It ends with this object, and with this
/// process however that ends. Its management token is made here and travels by the child's standard input.
class DemoCluster : public QObject
{
    Q_OBJECT

public:
    enum class Failure { NotFound, NotStarted, NoAnswer, Ended };

    /// The slug of the demo cluster's profile.
    [[nodiscard]] static QString slug() { return QStringLiteral("tokenry_demo"); }

    /// \a program is the executable's path.
    explicit DemoCluster(QString program, QObject *parent = nullptr);
    ~DemoCluster() override;

    /// Once for each object. Emits ready() or failed().
    void start();
    [[nodiscard]] bool isRunning() const { return m_ready; }
    /// Slug "tokenry_demo", no name (the window has the words for it); valid after ready().
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Secret &managementToken() const { return m_token; }

Q_SIGNALS:
    void ready();
    /// Also when it ends by itself later. \a technical is what the system says.
    void failed(tokenry::DemoCluster::Failure failure, const QString &technical);

private:
    void readAnnouncement();
    void fail(Failure failure, const QString &technical);

    QString m_program;
    QProcess m_process;
    Profile m_profile;
    Secret m_token;
    QTimer m_patience;
    bool m_ready = false;
};

} // namespace tokenry
