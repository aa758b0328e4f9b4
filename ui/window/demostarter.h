// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/democluster.h"

#include <QObject>

#include <memory>

namespace tokenry
{

class MessageBar;
class Workspace;

/// Starts the demo cluster and puts it among the profiles, for this session only.
class DemoStarter : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. Failures are said in the bar.
    DemoStarter(QString program, Workspace &workspace, MessageBar &bar, QObject *parent = nullptr);
    ~DemoStarter() override;

    [[nodiscard]] bool isStarting() const { return m_starting; }
    /// Shows the demo cluster, and starts it first where it does not run.
    void start();

    [[nodiscard]] static bool isDemo(const Profile &profile);

Q_SIGNALS:
    void startingChanged(bool starting);

private:
    void adopt();
    void fail(DemoCluster::Failure failure, const QString &technical);

    const QString m_program;
    Workspace &m_workspace;
    MessageBar &m_bar;
    std::unique_ptr<DemoCluster> m_cluster;
    bool m_starting = false;
};

} // namespace tokenry
