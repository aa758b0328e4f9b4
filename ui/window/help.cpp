// SPDX-License-Identifier: MIT
#include "window/help.h"

#include "common/plainlabel.h"
#include "wording/helptext.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>
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

void addEntries(QGridLayout *grid, QWidget *parent, const QString &title, const helptext::Entries &entries)
{
    grid->addWidget(heading(parent, title), grid->rowCount(), 0, 1, 2);
    for (const auto &[left, right] : entries) {
        const int row = grid->rowCount();
        QLabel *const name = plainLabel(parent, left);
        name->setFont(scaled(parent->font(), 1.0, true));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        QLabel *const meaning = plainLabel(parent, right);
        meaning->setTextInteractionFlags(Qt::TextSelectableByMouse);
        // Read out together.
        meaning->setAccessibleName(QStringLiteral("%1: %2").arg(left, right));
        grid->addWidget(meaning, row, 1, Qt::AlignTop);
    }
}

QDialog *makeDialog(QWidget *window)
{
    auto *const dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Help::tr("Tokenry help"));
    auto *const page = new QWidget;
    auto *const grid = new QGridLayout(page);
    grid->setContentsMargins(18, 16, 18, 16);
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 24 * dialog->fontMetrics().averageCharWidth());
    grid->setColumnStretch(1, 1);
    addEntries(grid, page, Help::tr("Keys"), helptext::keys());
    addEntries(grid, page, Help::tr("Words"), helptext::words());
    grid->addWidget(heading(page, Help::tr("The secret")), grid->rowCount(), 0, 1, 2);
    grid->addWidget(plainLabel(page, helptext::secret()), grid->rowCount(), 0, 1, 2);
    grid->setRowStretch(grid->rowCount(), 1);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);

    auto *const scroll = new QScrollArea(dialog);
    scroll->setAccessibleName(Help::tr("Help text"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *const column = new QVBoxLayout(dialog);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    const int unit = dialog->fontMetrics().averageCharWidth();
    dialog->resize(110 * unit, 90 * unit);
    return dialog;
}

} // namespace

Help::Help(QWidget *window) : QObject(window), m_window(window)
{
    auto *const key = new QShortcut(QKeySequence::HelpContents, window);
    connect(key, &QShortcut::activated, this, &Help::open);
}

QToolButton *Help::makeButton(QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setText(QStringLiteral("?"));
    button->setAccessibleName(tr("Help"));
    button->setToolTip(tr("Keys and words (%1)")
                           .arg(QKeySequence(QKeySequence::HelpContents).toString(QKeySequence::NativeText)));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, &Help::open);
    return button;
}

void Help::open()
{
    if (!m_dialog)
        m_dialog = makeDialog(m_window);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace tokenry
