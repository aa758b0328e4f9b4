// SPDX-License-Identifier: MIT
#include "reveal/secretpanel.h"

#include "common/plainlabel.h"
#include "common/secretclipboard.h"
#include "common/secretview.h"
#include "journeys/issuance.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

SecretPanel::SecretPanel(Issuance &issuance, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_clipboard(clipboard),
      m_view(new SecretView(issuance.secret(), this)), m_size(plainLabel(this)),
      m_reveal(new QPushButton(tr("Reveal"), this)), m_copy(new QPushButton(tr("Copy"), this)),
      m_copied(plainLabel(this))
{
    m_view->setAccessibleName(tr("Token"));
    setFocusProxy(m_view);
    m_reveal->setAccessibleName(tr("Reveal"));
    m_reveal->setCheckable(true);
    m_reveal->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy"));
    m_copy->setAutoDefault(false);
    m_copied->setObjectName(QStringLiteral("clipboardCountdown"));
    m_copied->hide();
    arrange();

    connect(m_reveal, &QPushButton::toggled, this, &SecretPanel::setRevealed);
    connect(m_copy, &QPushButton::clicked, this, &SecretPanel::copy);
    connect(&m_shown, &Countdown::ticked, this,
            [this](int seconds) { m_reveal->setText(tr("Hide (%1 s)").arg(seconds)); });
    connect(&m_shown, &Countdown::ranOut, this, [this] { m_reveal->setChecked(false); });
    connect(&m_clipboard, &SecretClipboard::ticked, this, [this](int seconds) {
        m_copied->setText(tr("Copied; taken off the clipboard in %1 s.").arg(seconds));
    });
    connect(&m_clipboard, &SecretClipboard::secretGone, this,
            [this] { m_copied->setText(tr("No longer on the clipboard.")); });
    connect(&m_issuance, &Issuance::stateChanged, this, &SecretPanel::refresh);
    refresh();
}

void SecretPanel::arrange()
{
    auto *const title = plainLabel(this, tr("Token"));
    auto *const row = new QHBoxLayout;
    row->addWidget(m_size);
    row->addSpacing(12);
    row->addWidget(m_copied, 1);
    row->addStretch();
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    m_size->setWordWrap(false);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(title);
    layout->addWidget(m_view);
    layout->addLayout(row);
}

void SecretPanel::refresh()
{
    // The journey forgets the secret after this signal: what decides is what became of it.
    using Custody = IssuanceState::Custody;
    const IssuanceState &state = m_issuance.state();
    const bool gone = state.custody == Custody::Discarded || state.custody == Custody::Revoked ||
                      state.phase == IssuanceState::Phase::Finished || m_issuance.secret().isEmpty();
    if (gone)
        m_reveal->setChecked(false);
    m_reveal->setEnabled(!gone);
    m_copy->setEnabled(!gone);
    const qsizetype size = m_issuance.secret().size();
    m_size->setText(gone ? tr("forgotten")
                    : size <= SecretView::mostShown
                        ? tr("%1 characters").arg(size)
                        : tr("%1 characters; only the beginning is shown, Copy takes all").arg(size));
    m_view->update();
}

void SecretPanel::setRevealed(bool revealed)
{
    m_view->setRevealed(revealed);
    if (revealed) {
        m_shown.start(m_showFor);
    } else {
        m_shown.stop();
        m_reveal->setText(tr("Reveal"));
    }
}

void SecretPanel::copy()
{
    m_copied->show();
    m_clipboard.copySecret(m_issuance.secret());
    m_issuance.markCopied();
}

} // namespace tokenry
