// SPDX-License-Identifier: MIT
#include "common/findingdialog.h"

#include "common/detailsview.h"
#include "common/messagebar.h"
#include "common/plainlabel.h"
#include "render/tokenlistcommand.h"
#include "wording/elsewheretext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace tokenry
{

FindingDialog::FindingDialog(const LedgerEntry &entry, const QStringList &candidates, bool canBeAbsent,
                             QWidget *parent)
    : GrowingDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Look for the token yourself"));
    auto *const where =
        plainLabel(this, tr("Look among the cluster's database tokens: in the web console under "
                            "Database Tokens, or in a terminal."));
    auto *const what = new DetailsView(this);
    what->setAccessibleName(tr("What to look for"));
    what->setPlainText(whatToLookFor(entry, candidates));
    auto *const question = plainLabel(this, tr("What did you find?"));
    question->setFont(scaled(font(), 1.1, true));
    auto *const end = plainLabel(this, tr("Your answer ends the question. Tokenry itself changes nothing."));
    auto *const close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(where);
    layout->addWidget(command(entry));
    layout->addWidget(what);
    layout->addSpacing(6);
    layout->addWidget(question);
    layout->addLayout(answers(canBeAbsent));
    auto *const last = new QHBoxLayout;
    last->addWidget(end, 1);
    last->addWidget(close);
    layout->addSpacing(6);
    layout->addLayout(last);
    setMinimumWidth(fontMetrics().averageCharWidth() * 110);
    // Else it opens as high as texts would be that do not wrap at this width.
    resize(minimumWidth(), minimumSizeHint().height());
}

QWidget *FindingDialog::command(const LedgerEntry &entry)
{
    auto *const row = new QWidget(this);
    auto *const view = new DetailsView(row);
    view->setAccessibleName(tr("Command"));
    view->setPlainText(tokenListCommand(entry));
    auto *const copy = new QPushButton(tr("Copy command"), row);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, view, &DetailsView::copyAll);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(view, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    return row;
}

QPushButton *FindingDialog::addButton(MessageBar &bar)
{
    QPushButton *const look = bar.addAction(tr("Look myself…"));
    look->setToolTip(tr("Where and how to look for the token without Tokenry; then say what you found."));
    return look;
}

QLayout *FindingDialog::answers(bool canBeAbsent)
{
    auto *const grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    const auto add = [&](Finding finding, const QString &label) {
        auto *const button = new QPushButton(label, this);
        const QString meaning = meaningOf(finding, canBeAbsent);
        button->setAutoDefault(false);
        button->setAccessibleDescription(meaning);
        button->setEnabled(canBeAbsent || finding != Finding::NotThere);
        connect(button, &QPushButton::clicked, this, [this, finding] {
            Q_EMIT found(finding);
            accept();
        });
        const int row = grid->rowCount();
        grid->addWidget(button, row, 0);
        grid->addWidget(plainLabel(this, meaning), row, 1);
    };
    add(Finding::NotThere, tr("It is not there"));
    add(Finding::Revoked, tr("I have revoked it"));
    add(Finding::Stays, tr("It stays"));
    return grid;
}

} // namespace tokenry
