// SPDX-License-Identifier: MIT
#include "common/tokenlistdialog.h"

#include "common/plainlabel.h"
#include "common/secretclipboard.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

enum Column { DescriptionColumn, ExpiryColumn, IdColumn, columns };

} // namespace

TokenListDialog::TokenListDialog(const QString &title, const std::vector<Token> &tokens, const QDateTime &now,
                                 SecretClipboard &clipboard, QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, columns, this)),
      m_copy(new QPushButton(tr("Copy ID"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setUpTable();
    for (const Token &token : tokens)
        addRow(token, now);
    m_table->setCurrentCell(0, DescriptionColumn);

    auto *const heading = plainLabel(this, title);
    heading->setFont(scaled(font(), 1.1, true));
    auto *const close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    m_copy->setAutoDefault(false);
    m_copy->setToolTip(tr("The ID of the selected token; it is no secret."));
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 150, 320);

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_copy, &QPushButton::clicked, this, [this, &clipboard] {
        if (const QTableWidgetItem *const id = m_table->item(m_table->currentRow(), IdColumn))
            clipboard.copyText(id->data(Qt::UserRole).toString());
    });
}

void TokenListDialog::setUpTable()
{
    m_table->setAccessibleName(tr("Active tokens"));
    m_table->setHorizontalHeaderLabels({tr("Description"), tr("Expiry"), tr("Token ID")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DescriptionColumn, QHeaderView::Stretch);
}

void TokenListDialog::addRow(const Token &token, const QDateTime &now)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const auto set = [&](Column column, const QString &text) {
        auto *const item = new QTableWidgetItem(text);
        m_table->setItem(row, column, item);
        return item;
    };
    const QString description = visibleText(token.description, longestShown);
    set(DescriptionColumn, description)->setToolTip(asToolTip(description));
    const QString expiry = token.expiresAt
                               ? tr("%1 (%2)", "a day, and how far ahead")
                                     .arg(dayText(token.expiresAt->toTimeZone(now.timeZone()).date()),
                                          daysAheadText(*token.expiresAt, now))
                               : tr("never");
    QTableWidgetItem *const expires = set(ExpiryColumn, expiry);
    if (token.expiresAt)
        expires->setToolTip(instantText(token.expiresAt->toTimeZone(now.timeZone())));
    QTableWidgetItem *const id = set(IdColumn, visibleText(token.id, longestShown));
    id->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    id->setData(Qt::UserRole, token.id);
}

} // namespace tokenry
