// SPDX-License-Identifier: MIT
#include "review/keepchoice.h"

#include "common/plainlabel.h"
#include "common/tone.h"
#include "journeys/issuance.h"
#include "review/keychainproof.h"
#include "wording/issuancetext.h"
#include "wording/keychaintext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace tokenry
{

KeepChoice::KeepChoice(Issuance &issuance, QWidget *parent)
    : QWidget(parent), m_issuance(issuance), m_keychain(new QRadioButton(tr("&Keychain"), this)),
      m_name(new QLineEdit(this)), m_whereabouts(plainLabel(this)), m_fault(plainLabel(this)),
      m_useNext(new QPushButton(this)), m_proof(new KeychainProof(issuance, this)),
      m_showOnly(new QRadioButton(tr("&Show only, do not store"), this)),
      m_consequence(
          plainLabel(this, tr("The secret appears once after creation. You have to copy it to a safe place "
                              "yourself; it cannot be shown again.")))
{
    m_keychain->setAccessibleName(tr("Keychain"));
    m_showOnly->setAccessibleName(tr("Show only"));
    m_name->setAccessibleName(tr("Keychain name"));
    m_name->setMaxLength(64);
    // Files are the window's.
    m_name->setAcceptDrops(false);
    m_name->setFixedWidth(fontMetrics().averageCharWidth() * 46);
    m_fault->setObjectName(QStringLiteral("nameFault"));
    m_whereabouts->setObjectName(QStringLiteral("whereabouts"));
    m_whereabouts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_useNext->setAutoDefault(false);
    arrange();

    connect(m_keychain, &QRadioButton::clicked, &m_issuance,
            [this] { m_issuance.setKeep(Keep::InKeychain); });
    connect(m_showOnly, &QRadioButton::clicked, &m_issuance, [this] { m_issuance.setKeep(Keep::ShowOnly); });
    connect(m_name, &QLineEdit::textEdited, &m_issuance, &Issuance::setKeychainName);
    connect(m_useNext, &QPushButton::clicked, this, &KeepChoice::useNextName);
    connect(&m_issuance, &Issuance::stateChanged, this, &KeepChoice::refresh);
    refresh();
}

QWidget *KeepChoice::nameRow()
{
    auto *const row = new QWidget(this);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_name);
    layout->addWidget(m_useNext);
    layout->addWidget(m_fault, 1);
    layout->addStretch();
    return row;
}

void KeepChoice::arrange()
{
    auto *const title = plainLabel(this, tr("Keep the secret:"));
    title->setWordWrap(false);
    auto *const layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(12);
    layout->addWidget(title, 0, 0);
    layout->addWidget(m_keychain, 0, 1);
    layout->addWidget(nameRow(), 0, 2);
    layout->addWidget(m_whereabouts, 1, 2);
    layout->addWidget(m_proof, 2, 2);
    layout->addWidget(m_showOnly, 3, 1, 1, 2);
    layout->addWidget(m_consequence, 4, 2);
    layout->setColumnStretch(2, 1);
}

void KeepChoice::refresh()
{
    const IssuanceState &state = m_issuance.state();
    using Phase = IssuanceState::Phase;
    setEnabled(state.phase == Phase::Reviewing || state.phase == Phase::NotCreated);

    const bool inKeychain = state.keep == Keep::InKeychain;
    m_keychain->setChecked(inKeychain);
    m_showOnly->setChecked(!inKeychain);
    m_consequence->setVisible(!inKeychain);
    m_proof->setVisible(inKeychain);
    m_name->setEnabled(inKeychain);
    if (m_name->text() != state.keychainName) {
        m_name->setText(state.keychainName);
        m_name->setCursorPosition(0);
    }

    const QString fault = inKeychain ? keychainNameFault(state) : QString();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, toneColor(Tone::Warning, palette()));
    m_fault->setPalette(warning);
    m_name->setAccessibleDescription(fault);
    m_useNext->setVisible(inKeychain && state.nameTaken.value_or(false));
    //: %1 is a name for the keychain
    m_useNext->setText(tr("Use %1").arg(nextKeychainName(state.keychainName)));
    m_whereabouts->setText(fullName(m_issuance.keychainItem()));
    m_whereabouts->setVisible(inKeychain && fault.isEmpty());
}

void KeepChoice::useNextName()
{
    m_issuance.setKeychainName(nextKeychainName(m_issuance.state().keychainName));
    m_name->setFocus();
}

} // namespace tokenry
