// SPDX-License-Identifier: MIT
#include "connection/clusterheader.h"

#include "common/chooser.h"
#include "common/elidedlabel.h"
#include "common/environmentband.h"
#include "common/menubutton.h"
#include "connection/idchip.h"
#include "journeys/democluster.h"
#include "wording/profiletext.h"
#include "wording/sessiontext.h"
#include "wording/visibletext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace tokenry
{

namespace
{

constexpr int edgeWidth = 6;

QToolButton *textButton(QWidget *parent, const QString &text)
{
    auto *const button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ClusterHeader::ClusterHeader(SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_chooser(new Chooser(this)), m_band(new EnvironmentBand(this)),
      m_account(new IdChip(tr("account"), tr("Copy account ID"), clipboard, this)),
      m_cluster(new IdChip(tr("cluster"), tr("Copy cluster ID"), clipboard, this)),
      m_host(new IdChip(tr("host"), tr("Copy host"), clipboard, this)), m_counts(new ElidedLabel(this)),
      m_reload(textButton(this, tr("Reload"))), m_stop(textButton(this, tr("Stop"))),
      m_menu(textButton(this, tr("Profiles")))
{
    auto *const label = new QLabel(tr("Profile"), this);
    label->setBuddy(m_chooser);
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chooser->setMinimumContentsLength(12);
    m_counts->setObjectName(QStringLiteral("counts"));
    m_reload->setShortcut(QKeySequence::Refresh);
    m_reload->setToolTip(tr("Read the databases and tokens again (%1)")
                             .arg(QKeySequence(QKeySequence::Refresh).toString(QKeySequence::NativeText)));
    buildMenu();

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12 + edgeWidth, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_chooser);
    layout->addWidget(m_band);
    layout->addSpacing(4);
    layout->addWidget(m_account);
    layout->addWidget(m_cluster);
    layout->addWidget(m_host);
    layout->addSpacing(4);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_reload);
    layout->addWidget(m_stop);
    layout->addWidget(m_menu);
    m_stop->hide();

    connect(m_chooser, &QComboBox::activated, this,
            [this] { Q_EMIT profileChosen(m_chooser->currentData().toString()); });
    connect(m_reload, &QToolButton::clicked, this, &ClusterHeader::reloadClicked);
    connect(m_stop, &QToolButton::clicked, this, &ClusterHeader::stopClicked);
}

void ClusterHeader::buildMenu()
{
    auto *const menu = new QMenu(m_menu);
    menu->addAction(tr("Add profile…"), this, &ClusterHeader::addClicked);
    m_edit = menu->addAction(tr("Edit profile…"), this, &ClusterHeader::editClicked);
    menu->addAction(tr("Import from influxctl…"), this, &ClusterHeader::importClicked);
    menu->addAction(tr("Try the demo cluster"), this, &ClusterHeader::demoClicked);
    m_remove = menu->addAction(tr("Remove profile…"), this, &ClusterHeader::removeClicked);
    m_menu->setText(tr("Profiles ▾"));
    showOnClick(*m_menu, *menu);
}

void ClusterHeader::setDemoTool(QWidget *tool)
{
    m_demoTool = tool;
    addTool(tool);
    tool->hide();
}

void ClusterHeader::addTool(QWidget *tool)
{
    auto *const row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_menu), tool);
}

void ClusterHeader::setProfiles(const std::vector<Profile> &profiles, const QString &currentSlug)
{
    const QSignalBlocker blocker(m_chooser);
    m_chooser->clear();
    for (const Profile &profile : profiles)
        m_chooser->addItem(visibleText(profile.name, 60), profile.slug);
    m_chooser->setCurrentIndex(m_chooser->findData(currentSlug));
}

void ClusterHeader::showSession(const ClusterSession &session, const QDateTime &now)
{
    const Profile &profile = session.profile();
    const bool isDemo = DemoCluster::isDemo(profile.slug);
    m_environment = profile.environment;
    m_band->setEnvironment(m_environment, environmentWord(profile));
    m_account->setId(profile.address.accountId);
    m_cluster->setId(profile.address.clusterId);
    m_host->setWhole(profile.address.managementHost());
    m_isClustered = profile.address.product == Product::Clustered;
    m_cluster->setVisible(!m_isClustered);
    m_host->setVisible(m_isClustered);
    m_edit->setEnabled(!isDemo);
    m_remove->setEnabled(!isDemo);
    if (m_demoTool)
        m_demoTool->setVisible(isDemo);

    const bool loading = session.state().loading;
    const QString counts = countsText(session.state(), now);
    m_wholeCounts = !loading ? counts : counts.isEmpty() ? tr("Reading…") : tr("Reading… %1").arg(counts);
    m_shortCounts = loading || counts.isEmpty() ? m_wholeCounts : countsInShort(session.state());
    m_counts->setToolTip(m_wholeCounts + (session.state().access
                                              ? u'\n' + tr("Tokens that are neither revoked nor expired")
                                              : QString()));
    const bool focused = m_reload->hasFocus() || m_stop->hasFocus();
    m_reload->setVisible(!loading);
    m_stop->setVisible(loading);
    if (focused)
        (loading ? m_stop : m_reload)->setFocus();
    makeRoom();
    update();
}

void ClusterHeader::setBlocked(const QString &why)
{
    for (QWidget *const widget : std::initializer_list<QWidget *>{m_chooser, m_menu}) {
        widget->setEnabled(why.isEmpty());
        widget->setToolTip(why);
    }
}

// In a narrow window what was read is worth more than the account, which the profile dialog shows, too, and
// the counts more than when they were read, which the tool tip says.
void ClusterHeader::makeRoom()
{
    const int chip = m_account->sizeHint().width() + layout()->spacing();
    const int room = width() - layout()->sizeHint().width() + (m_account->isHidden() ? 0 : chip);
    const int needed = m_counts->fontMetrics().horizontalAdvance(m_wholeCounts);
    // InfluxDB Clustered has no account.
    m_account->setVisible(!m_isClustered && chip + needed <= room);
    m_counts->setText(needed <= room ? m_wholeCounts : m_shortCounts);
}

bool ClusterHeader::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        makeRoom();
    return handled;
}

void ClusterHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void ClusterHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, edgeWidth, height()), environmentColor(m_environment, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace tokenry
