// SPDX-License-Identifier: MIT
#include "reveal/tokenheader.h"

#include "common/descriptionlabel.h"
#include "common/environmentband.h"
#include "common/menubutton.h"
#include "common/plainlabel.h"
#include "common/secretclipboard.h"
#include "journeys/issuance.h"
#include "render/issueddetails.h"
#include "wording/issuancetext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace tokenry
{

TokenHeader::TokenHeader(const Issuance &issuance, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_clipboard(clipboard)
{
    const TokenRequest &request = issuance.request();
    auto *const description = descriptionLabel(this, request.description());
    // What the token really is may be something else; the answer check says it.
    const auto asReviewed = [&issuance](const QString &fact) {
        return issuance.answerIsOdd() ? tr("Reviewed: %1").arg(fact) : fact;
    };
    auto *const permissions = plainLabel(this, asReviewed(permissionsText(request.permissions())));
    auto *const lifetime =
        plainLabel(this, asReviewed(lifetimeText(request.expiry(), issuance.session().serverNow())));

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(clusterRow());
    layout->addWidget(description);
    layout->addWidget(permissions);
    layout->addWidget(lifetime);
    layout->addSpacing(4);
    layout->addWidget(idRow());
}

QWidget *TokenHeader::clusterRow()
{
    auto *const row = new QWidget(this);
    auto *const heading = plainLabel(row, tr("Token created"));
    heading->setFont(scaled(font(), 1.35, true));
    heading->setWordWrap(false);
    auto *const cluster = plainLabel(row, tr("on %1").arg(visibleText(m_issuance.profile().name, 40)));
    cluster->setToolTip(asToolTip(visibleText(m_issuance.profile().name, longestShown)));
    cluster->setWordWrap(false);
    auto *const band = new EnvironmentBand(row);
    band->setEnvironment(m_issuance.profile().environment, environmentWord(m_issuance.profile()));
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(heading);
    layout->addStretch();
    layout->addWidget(cluster);
    layout->addWidget(band);
    return row;
}

QWidget *TokenHeader::idRow()
{
    const QString id = m_issuance.token() ? m_issuance.token()->id : QString();
    auto *const row = new QWidget(this);
    auto *const value = new QLineEdit(
        id.isEmpty() ? tr("not known: the answer did not say") : visibleText(id, longestShown), row);
    value->setAccessibleName(tr("Token ID"));
    value->setReadOnly(true);
    value->setCursorPosition(0);
    value->setFrame(false);
    QPalette flat = palette();
    flat.setColor(QPalette::Base, Qt::transparent);
    value->setPalette(flat);
    if (!id.isEmpty())
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *const copyId = new QPushButton(tr("Copy ID"), row);
    copyId->setAutoDefault(false);
    copyId->setVisible(!id.isEmpty());
    connect(copyId, &QPushButton::clicked, this, [this, id] { m_clipboard.copyText(id); });

    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto *const label = plainLabel(row, tr("Token ID"));
    label->setWordWrap(false);
    layout->addWidget(label);
    layout->addSpacing(8);
    layout->addWidget(value, 1);
    layout->addWidget(copyId);
    layout->addWidget(detailsButton());
    return row;
}

QPushButton *TokenHeader::detailsButton()
{
    auto *const button = new QPushButton(tr("Copy details ▾"), this);
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Copy details"));
    button->setVisible(m_issuance.token().has_value());
    auto *const menu = new QMenu(button);
    menu->addAction(tr("As text"), this, [this] { m_clipboard.copyText(tokenDetailsText(details())); });
    menu->addAction(tr("As JSON"), this, [this] { m_clipboard.copyText(tokenDetailsJson(details())); });
    showOnClick(*button, *menu);
    return button;
}

IssuedDetails TokenHeader::details() const
{
    IssuedDetails details{m_issuance.token().value_or(Token{}), m_issuance.profile().address.clusterUrl, {}};
    if (m_issuance.state().custody == IssuanceState::Custody::Stored)
        details.keychainItem = m_issuance.keychainItem();
    return details;
}

} // namespace tokenry
