// SPDX-License-Identifier: MIT
#include "window/demostarter.h"

#include "common/messagebar.h"
#include "window/workspace.h"
#include "wording/demotext.h"
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
    return DemoCluster::isDemo(profile.slug);
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
    connect(m_cluster.get(), &DemoCluster::armedChanged, this, &DemoStarter::armedChanged);
    connect(m_cluster.get(), &DemoCluster::changed, this,
            [this](const DemoChange &change) { m_bar.say(Tone::Info, changedText(change)); });
    connect(m_cluster.get(), &DemoCluster::changeRefused, this,
            [this](const QString &why) { m_bar.say(Tone::Warning, changeRefusedText(why)); });
    m_starting = true;
    Q_EMIT startingChanged(true);
    m_bar.say(Tone::Info, tr("Starting the demo cluster on this computer…"));
    m_cluster->start();
}

void DemoStarter::adopt()
{
    m_starting = false;
    m_bar.clear();
    m_mayOnlyRead = false;
    const std::vector<Profile> &profiles = m_cluster->profiles();
    for (size_t i = profiles.size(); i-- > 0;) {
        Profile profile = profiles[i];
        profile.name = demoProfileName(profile.environment);
        // The first is the one to be shown.
        if (i > 0)
            m_workspace.include(profile, m_cluster->managementToken().clone());
        else
            m_workspace.adopt(profile, m_cluster->managementToken().clone());
    }
    Q_EMIT startingChanged(false);
    Q_EMIT armedChanged();
}

void DemoStarter::fail(DemoCluster::Failure failure, const QString &technical)
{
    m_starting = false;
    Q_EMIT startingChanged(false);
    Q_EMIT armedChanged();
    m_bar.say(Tone::Danger, textFor(failure, technical));
    connect(m_bar.addAction(tr("Try the demo cluster")), &QPushButton::clicked, this, &DemoStarter::start);
}

void DemoStarter::arm(DemoFault fault)
{
    if (isRunning())
        m_cluster->arm(fault);
}

void DemoStarter::change(const DemoChange &change)
{
    const Workspace::Desk *const desk = m_workspace.current();
    if (isRunning() && desk && isDemo(desk->session->profile()))
        m_cluster->change(change, desk->session->profile().address.clusterId);
}

void DemoStarter::setMayOnlyRead(bool on)
{
    if (!isRunning())
        return;
    m_mayOnlyRead = on;
    const Secret &token = on ? m_cluster->readingToken() : m_cluster->managementToken();
    for (const Profile &profile : m_cluster->profiles()) {
        if (const Workspace::Desk *const desk = m_workspace.desk(profile.slug))
            desk->session->credential().useForSession(token.clone());
    }
}

} // namespace tokenry
