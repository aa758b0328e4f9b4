// SPDX-License-Identifier: MIT
#include "compose/pastedialog.h"

#include "common/fieldmessage.h"
#include "domain/pastedtext.h"
#include "wording/drafttext.h"
#include "wording/pastetext.h"
#include "wording/visibletext.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace tokenry
{

using Match = PasteList::Match;

PasteDialog::PasteDialog(DraftEditor &editor, ActionSet defaults, QWidget *parent)
    : QDialog(parent), m_editor(editor), m_list(editor.selection(), editor.databasesKnown()), m_table(m_list),
      m_text(new QPlainTextEdit(this)), m_message(new FieldMessage(m_text, this)),
      m_places(new QStackedWidget(this)), m_view(new QTableView(this)), m_answer(new QLabel(this)),
      m_addUnlisted(new QCheckBox(pastetext::addUnlisted(editor.databasesKnown()), this)),
      m_useAll(new QPushButton(this)), m_permit(new QPushButton(this))
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Paste names"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut(defaults);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::read);
    connect(&m_table, &PasteTable::decided, this, &PasteDialog::refresh);
    connect(m_addUnlisted, &QCheckBox::clicked, this, [this](bool on) {
        m_list.takeUnlisted(on);
        m_table.refresh();
        refresh();
    });
    connect(m_useAll, &QPushButton::clicked, this, [this] {
        m_list.useAllNear();
        addChoices();
        m_table.refresh();
        refresh();
    });
    connect(m_permit, &QPushButton::clicked, this, &PasteDialog::permit);
    chooseDefaults();
    read();
}

void PasteDialog::layOut(ActionSet defaults)
{
    auto *const sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addWidget(makeText(), 2);
    sides->addWidget(makeResult(), 5);

    auto *const cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_permit->setAccessibleName(tr("Permit"));
    m_permit->setToolTip(pastetext::permitMeans());
    m_permit->setDefault(true);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(makeDefaults(defaults));
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_permit);

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(12);
    column->addLayout(sides, 1);
    column->addLayout(buttons);
    const int unit = fontMetrics().averageCharWidth();
    resize(150 * unit, 84 * unit);
    m_text->setFocus();
}

QWidget *PasteDialog::makeText()
{
    auto *const side = new QWidget(this);
    auto *const label = new QLabel(tr("Names, as they stand in the ticket"), side);
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Names"));
    m_text->setPlaceholderText(pastetext::example());
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(label);
    column->addWidget(m_text, 1);
    column->addWidget(m_message);
    return side;
}

QWidget *PasteDialog::makeDefaults(ActionSet defaults)
{
    auto *const line = new QWidget(this);
    auto *const label = new QLabel(tr("Names without a permission get:"), line);
    m_defaults = {new QCheckBox(tr("Read"), line), new QCheckBox(tr("Write"), line)};
    m_defaults[0]->setAccessibleName(tr("Read by default"));
    m_defaults[1]->setAccessibleName(tr("Write by default"));
    auto *const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(12);
    row->addWidget(label);
    for (const Action action : allActions) {
        QCheckBox *const box = m_defaults[static_cast<size_t>(action)];
        box->setChecked(defaults.has(action));
        row->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &PasteDialog::chooseDefaults);
    }
    line->setToolTip(pastetext::defaultsMean());
    return line;
}

QWidget *PasteDialog::makeResult()
{
    auto *const side = new QWidget(this);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    m_answer->setAccessibleName(tr("Matches"));
    m_view->setAccessibleName(tr("Recognised names"));
    m_view->setModel(&m_table);
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setEditTriggers(QTableView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(m_useAll->sizeHint().height() + 4);
    QHeaderView *const header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(PasteTable::MatchColumn, QHeaderView::Stretch);
    header->resizeSection(PasteTable::PermitColumn, 14 * fontMetrics().averageCharWidth());

    auto *const nothing = new QLabel(pastetext::empty(), m_places);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setFrameStyle(m_view->frameStyle());
    nothing->setBackgroundRole(QPalette::Base);
    nothing->setForegroundRole(QPalette::PlaceholderText);
    nothing->setAutoFillBackground(true);
    m_places->addWidget(m_view);
    m_places->addWidget(nothing);

    m_addUnlisted->setToolTip(pastetext::addUnlistedMeans(m_list.databasesKnown()));
    m_useAll->setAutoDefault(false);
    m_useAll->setAccessibleName(tr("Use all suggestions"));
    auto *const choices = new QHBoxLayout;
    choices->setSpacing(12);
    choices->addWidget(m_addUnlisted);
    choices->addStretch();
    choices->addWidget(m_useAll);
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_answer);
    column->addWidget(m_places, 1);
    column->addLayout(choices);
    return side;
}

void PasteDialog::pasteClipboard()
{
    m_text->paste();
}

void PasteDialog::read()
{
    // Names go into the draft, which is kept in a file.
    const QString text = m_text->toPlainText();
    const bool refused = holdsToken(text);
    m_message->say(Tone::Danger, refused ? drafttext::tokenAmongNames() : QString());
    m_table.beginChange();
    m_list.setText(refused ? QString() : text);
    m_table.endChange();
    // The names take what they need, within reason; what was found of them takes the rest.
    const int unit = fontMetrics().averageCharWidth();
    m_view->resizeColumnToContents(PasteTable::NameColumn);
    m_view->setColumnWidth(PasteTable::NameColumn,
                           std::clamp(m_view->columnWidth(PasteTable::NameColumn), 20 * unit, 36 * unit));
    addChoices();
    refresh();
}

// A button at each line whose name may mean another.
void PasteDialog::addChoices()
{
    int widest = 0;
    for (size_t row = 0; row < m_list.lines().size(); ++row) {
        const PasteList::Line &line = m_list.lines()[row];
        if (line.match != Match::Near)
            break;
        const QString words = line.usesNear ? tr("Not meant") : tr("Use %1").arg(visibleText(line.near));
        // A long name must not take the place of the others.
        const QString shown =
            fontMetrics().elidedText(words, Qt::ElideRight, 28 * fontMetrics().averageCharWidth());
        auto *const choice = new QPushButton(onButton(shown));
        choice->setAutoDefault(false);
        choice->setAccessibleName(line.usesNear ? tr("%1 is not meant").arg(visibleText(line.near)) : words);
        const bool on = !line.usesNear;
        connect(choice, &QPushButton::clicked, this, [this, row, on] {
            m_list.useNear(row, on);
            addChoices();
            m_table.refresh();
            refresh();
        });
        m_view->setIndexWidget(m_table.index(static_cast<int>(row), PasteTable::ChoiceColumn), choice);
        widest = qMax(widest, choice->sizeHint().width());
    }
    m_view->setColumnHidden(PasteTable::ChoiceColumn, widest == 0);
    m_view->setColumnWidth(PasteTable::ChoiceColumn, widest + 4);
}

void PasteDialog::chooseDefaults()
{
    m_list.setDefaults({m_defaults[0]->isChecked(), m_defaults[1]->isChecked()});
    m_table.refresh();
    refresh();
}

void PasteDialog::refresh()
{
    const PasteList::Counts counts = m_list.counts();
    pastetext::Outcome outcome;
    outcome.databasesKnown = m_list.databasesKnown();
    outcome.matched = static_cast<qsizetype>(counts.listed);
    outcome.near = static_cast<qsizetype>(counts.near);
    outcome.unknown = static_cast<qsizetype>(counts.unknown);
    outcome.unusable = static_cast<qsizetype>(counts.unusable);
    bool unlisted = false;
    bool allAdded = true;
    for (const PasteList::Line &line : m_list.lines()) {
        const bool undecided = line.match == Match::Near && !line.usesNear;
        if (undecided && !line.taken && outcome.nearName.isEmpty()) {
            outcome.nearName = line.name;
            outcome.nearMeant = line.near;
        }
        if ((line.match == Match::Unknown || (undecided && line.taken)) && outcome.unknownName.isEmpty())
            outcome.unknownName = line.name;
        if (line.taken && m_list.actionsOf(line).isEmpty())
            ++outcome.withoutAction;
        if (line.match == Match::Unknown || undecided) {
            unlisted = true;
            allAdded = allAdded && line.taken;
        }
    }
    m_answer->setText(pastetext::answer(outcome));
    m_places->setCurrentIndex(m_list.lines().empty() ? 1 : 0);
    m_addUnlisted->setVisible(unlisted);
    m_addUnlisted->setChecked(unlisted && allAdded);
    m_useAll->setVisible(counts.near > 1);
    m_useAll->setText(tr("Use all %1 suggestions").arg(counts.near));
    m_permit->setText(pastetext::permitButton(static_cast<qsizetype>(counts.taken)));
    m_permit->setEnabled(counts.taken > 0);
}

void PasteDialog::permit()
{
    m_editor.permit(m_list.result());
    accept();
}

} // namespace tokenry
