// SPDX-License-Identifier: MIT
#include "connection/welcomepage.h"

#include "common/plainlabel.h"
#include "render/managementtokencommand.h"
#include "wording/drafttext.h"
#include "wording/importtext.h"

#include <QFontDatabase>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

QLabel *heading(QWidget *parent, const QString &text)
{
    QLabel *const label = plainLabel(parent, text);
    label->setFont(scaled(parent->font(), 1.1, true));
    return label;
}

QFrame *card(QWidget *parent, const QString &title, QLabel *text, QPushButton *button)
{
    auto *const frame = new QFrame(parent);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    auto *const layout = new QVBoxLayout(frame);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(8);
    layout->addWidget(heading(frame, title));
    layout->addWidget(text);
    layout->addStretch();
    layout->addSpacing(6);
    layout->addWidget(button, 0, Qt::AlignLeft);
    return frame;
}

QLabel *command(QWidget *parent, const QString &text)
{
    QLabel *const label = plainLabel(parent, text);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_import(new QPushButton(this)), m_enterIds(new QPushButton(tr("Enter IDs…"), this)),
      m_demo(new QPushButton(tr("Try the demo cluster"), this)), m_importText(plainLabel(this)),
      m_cards(new QHBoxLayout)
{
    // Its text counts what was found.
    m_import->setAccessibleName(tr("Import from influxctl…"));
    m_enterIds->setDefault(true);
    QLabel *const title = plainLabel(this, tr("Connect to a cluster"));
    title->setFont(scaled(font(), 1.6, true));

    m_cards->setSpacing(16);
    for (
        QFrame *const each :
        {card(this, tr("Do you use influxctl?"), m_importText, m_import),
         card(this, tr("Your cluster"),
              plainLabel(this, tr("You need its account ID and cluster ID, and a management token. The token "
                                  "goes into this computer's keychain, or stays in memory for this session. "
                                  "InfluxDB Clustered needs its address instead of the IDs.")),
              m_enterIds),
         card(
             this, tr("No cluster at hand?"),
             plainLabel(
                 this,
                 tr("Three demo clusters run on this computer only, gone when Tokenry is closed: production "
                    "with 220 databases, staging, and an empty one. Their Demo menu makes things go wrong.")),
             m_demo)})
        m_cards->addWidget(each, 1);

    auto *const column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 120);
    auto *const words = new QVBoxLayout(column);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(8);
    words->addWidget(title);
    auto *const openFile = new QPushButton(tr("Open…"), column);
    openFile->setToolTip(drafttext::openMeans());
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(plainLabel(column, tr("Tokenry makes database tokens for InfluxDB Cloud Dedicated and "
                                          "InfluxDB Clustered.")),
                    1);
    line->addWidget(new QLabel(tr("A request file?"), column));
    line->addWidget(openFile);
    auto *const help = new QPushButton(tr("Help"), column);
    help->setToolTip(tr("Keys and words (F1)"));
    line->addWidget(help);
    connect(help, &QPushButton::clicked, this, &WelcomePage::helpClicked);
    words->addLayout(line);
    words->addSpacing(10);
    words->addLayout(m_cards);
    words->addSpacing(14);
    words->addWidget(heading(column, tr("Where the IDs are found")));
    words->addWidget(
        plainLabel(column, tr("In the Admin UI at console.influxdata.com, or with the command line:")));
    words->addWidget(command(column, QStringLiteral("influxctl cluster list --format json")));
    words->addWidget(plainLabel(
        column, tr("Its answer, or any address with /accounts/…/clusters/… in it, can be pasted whole into "
                   "the field for either ID.")));
    words->addSpacing(10);
    words->addWidget(heading(column, tr("No management token?")));
    words->addWidget(
        plainLabel(column, tr("An administrator of the account makes one in the Admin UI, or with:")));
    Profile anyone;
    anyone.name = QStringLiteral("prod-eu");
    anyone.address.accountId = QStringLiteral("ACCOUNT_ID");
    words->addWidget(command(column, managementTokenCommand(anyone)));
    words->addWidget(plainLabel(
        column, tr("It begins with M.V1. and is shown once. A database token (apiv1_…) does not do: it "
                   "reads and writes data and cannot make other tokens.")));

    auto *const centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 20);
    centred->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(centred);
    layout->addStretch(2);
    setFound({});
    connect(m_import, &QPushButton::clicked, this, &WelcomePage::importClicked);
    connect(m_enterIds, &QPushButton::clicked, this, &WelcomePage::enterIdsClicked);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoClicked);
    connect(openFile, &QPushButton::clicked, this, &WelcomePage::openClicked);
}

void WelcomePage::setFound(std::optional<std::size_t> count)
{
    const bool any = count.value_or(0) > 0;
    m_import->setText(foundAction(count.value_or(0)));
    m_importText->setText(foundMeans(count));
    m_import->setDefault(any);
    m_enterIds->setDefault(!any);
}

void WelcomePage::setDemoStarting(bool starting)
{
    m_demo->setEnabled(!starting);
    m_demo->setText(starting ? tr("Starting the demo cluster…") : tr("Try the demo cluster"));
}

} // namespace tokenry
