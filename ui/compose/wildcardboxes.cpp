// SPDX-License-Identifier: MIT
#include "compose/wildcardboxes.h"

#include "common/fieldmessage.h"
#include "wording/advicetext.h"
#include "wording/drafttext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace tokenry
{

WildcardBoxes::WildcardBoxes(DraftEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_lines{makeLine(Action::Read, tr("Read all databases")),
                                                 makeLine(Action::Write, tr("Write all databases"))}
{
    auto *const boxes = new QHBoxLayout;
    boxes->setSpacing(20);
    for (const Line &line : m_lines)
        boxes->addWidget(line.box);
    boxes->addStretch();
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(boxes);
    // The weightier one first.
    for (const Action action : {Action::Write, Action::Read}) {
        const Line &line = m_lines[static_cast<size_t>(action)];
        auto *const row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(line.meaning, 1);
        row->addWidget(line.nameThem);
        column->addLayout(row);
    }
    connect(&editor, &DraftEditor::draftChanged, this, &WildcardBoxes::refresh);
    refresh();
}

WildcardBoxes::Line WildcardBoxes::makeLine(Action action, const QString &label)
{
    auto *const box = new QCheckBox(label, this);
    box->setAccessibleName(label);
    auto *const nameThem = new QPushButton(advicetext::remedy({Remedy::Kind::NameOneByOne, action}), this);
    nameThem->setAccessibleName(action == Action::Write ? tr("Name them one by one instead, write")
                                                        : tr("Name them one by one instead, read"));
    nameThem->setToolTip(drafttext::nameThemMeans());
    connect(box, &QCheckBox::toggled, this,
            [this, action](bool on) { m_editor.setAllDatabases(action, on); });
    connect(nameThem, &QPushButton::clicked, this, [this, box, action] {
        box->setFocus();
        m_editor.nameOneByOne(action);
    });
    return {box, nameThem, new FieldMessage(box, this)};
}

void WildcardBoxes::refresh()
{
    const PermissionSelection &selection = m_editor.selection();
    for (const Action action : allActions) {
        const Line &line = m_lines[static_cast<size_t>(action)];
        const bool on = selection.allDatabases(action);
        line.box->setChecked(on);
        QFont font = line.box->font();
        font.setBold(on && action == Action::Write);
        line.box->setFont(font);
        line.nameThem->setVisible(on && m_editor.databasesKnown() && selection.catalog().permissible() > 0);
        const QString kept = drafttext::keptNames(action, selection.tickedCount(action));
        const QString meaning = drafttext::wildcardMeans(action) + (kept.isEmpty() ? kept : u' ' + kept);
        line.meaning->say(action == Action::Write ? Tone::Warning : Tone::Info, on ? meaning : QString());
    }
}

} // namespace tokenry
