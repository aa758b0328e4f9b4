// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/democluster.h"

#include <QObject>

#include <memory>

namespace tokenry
{

class MessageBar;
class Workspace;

/// Starts the demo clusters and puts them among the profiles, for this session only; and has them do wrong
/// when asked to.
class DemoStarter : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. Failures are said in the bar.
    DemoStarter(QString program, Workspace &workspace, MessageBar &bar, QObject *parent = nullptr);
    ~DemoStarter() override;

    [[nodiscard]] bool isStarting() const { return m_starting; }
    /// Shows the demo's production cluster, and starts the demo first where it does not run.
    void start();

    [[nodiscard]] static bool isDemo(const Profile &profile);

    [[nodiscard]] bool isRunning() const { return m_cluster && m_cluster->isRunning(); }
    /// What the next creation meets; None while nothing runs.
    [[nodiscard]] DemoFault armed() const { return isRunning() ? m_cluster->armed() : DemoFault::None; }
    void arm(DemoFault fault);
    /// On the cluster of the profile that is current. What came of it is said in the bar.
    void change(const DemoChange &change);
    /// Whether the demo profiles use a management token that may only read.
    [[nodiscard]] bool mayOnlyRead() const { return m_mayOnlyRead; }
    void setMayOnlyRead(bool on);

Q_SIGNALS:
    void startingChanged(bool starting);
    /// What is armed, or whether the demo runs.
    void armedChanged();

private:
    void adopt();
    void fail(DemoCluster::Failure failure, const QString &technical);

    const QString m_program;
    Workspace &m_workspace;
    MessageBar &m_bar;
    std::unique_ptr<DemoCluster> m_cluster;
    bool m_starting = false;
    bool m_mayOnlyRead = false;
};

} // namespace tokenry
