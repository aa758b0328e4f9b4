// SPDX-License-Identifier: MIT
#include "reveal/namerow.h"

#include "common/fieldmessage.h"
#include "domain/keychainitem.h"
#include "wording/issuancetext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

NameRow::NameRow(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_save(new QPushButton(tr("Save under this name"), this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_fault(new FieldMessage(m_name, this))
{
    m_name->setAccessibleName(tr("Keychain name"));
    m_name->setMaxLength(64);
    m_name->setPlaceholderText(tr("letters, digits and _"));
    m_save->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(row);
    layout->addWidget(m_fault);
    hide();

    connect(m_name, &QLineEdit::textChanged, this, &NameRow::check);
    connect(m_name, &QLineEdit::returnPressed, this, &NameRow::choose);
    connect(m_save, &QPushButton::clicked, this, &NameRow::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
}

void NameRow::ask(const QString &proposal)
{
    m_name->setText(proposal);
    check();
    show();
    m_name->setFocus();
    m_name->selectAll();
}

void NameRow::choose()
{
    if (!isKeychainName(m_name->text()))
        return;
    hide();
    Q_EMIT chosen(m_name->text());
}

void NameRow::check()
{
    const QString fault = keychainNameFault(m_name->text());
    m_save->setEnabled(fault.isEmpty());
    m_fault->say(Tone::Warning, fault);
}

} // namespace tokenry
