// SPDX-License-Identifier: MIT
#include "window/demostarter.h"

#include "common/messagebar.h"
#include "window/workspace.h"
#include "wording/sessiontext.h"

#include <QPushButton>

namespace tokenry
{

DemoStarter::DemoStarter(QString program, Workspace &workspace, MessageBar &bar, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_workspace(workspace), m_bar(bar)
{
}

DemoStarter::~DemoStarter() = default;

bool DemoStarter::isDemo(const Profile &profile)
{
    return profile.slug == DemoCluster::slug();
}

void DemoStarter::start()
{
    if (m_starting)
        return;
    if (m_cluster && m_cluster->isRunning()) {
        m_workspace.show(DemoCluster::slug());
        return;
    }
    m_cluster = std::make_unique<DemoCluster>(m_program);
    connect(m_cluster.get(), &DemoCluster::ready, this, &DemoStarter::adopt);
    connect(m_cluster.get(), &DemoCluster::failed, this, &DemoStarter::fail);
    m_starting = true;
    Q_EMIT startingChanged(true);
    m_bar.say(Tone::Info, tr("Starting the demo cluster on this computer…"));
    m_cluster->start();
}

void DemoStarter::adopt()
{
    m_starting = false;
    m_bar.clear();
    Profile profile = m_cluster->profile();
    profile.name = tr("Demo cluster");
    m_workspace.adopt(profile, m_cluster->managementToken().clone());
    Q_EMIT startingChanged(false);
}

void DemoStarter::fail(DemoCluster::Failure failure, const QString &technical)
{
    m_starting = false;
    Q_EMIT startingChanged(false);
    m_bar.say(Tone::Danger, textFor(failure, technical));
    connect(m_bar.addAction(tr("Try the demo cluster")), &QPushButton::clicked, this, &DemoStarter::start);
}

} // namespace tokenry
