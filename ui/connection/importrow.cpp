// SPDX-License-Identifier: MIT
#include "connection/importrow.h"

#include "common/fieldmessage.h"
#include "common/plainlabel.h"
#include "wording/visibletext.h"

#include <QCheckBox>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace tokenry
{

namespace
{

Tone toneOf(ImportNote::Weight weight)
{
    switch (weight) {
    case ImportNote::Weight::Info:
        return Tone::Info;
    case ImportNote::Weight::Success:
        return Tone::Success;
    case ImportNote::Weight::Warning:
        return Tone::Warning;
    case ImportNote::Weight::Danger:
        return Tone::Danger;
    }
    return Tone::Info;
}

} // namespace

ImportRow::ImportRow(const ImportCandidate &candidate, QWidget *parent)
    : QWidget(parent), m_box(new QCheckBox(this)), m_notes(new QVBoxLayout),
      m_importable(candidate.isImportable())
{
    const QString name = candidate.source.name.trimmed().isEmpty()
                             ? tr("Profile in line %1").arg(candidate.source.line)
                             : visibleText(candidate.source.name.trimmed(), 60);
    m_box->setText(onButton(name));
    m_box->setAccessibleName(name);
    m_box->setFont(scaled(font(), 1.0, true));
    m_box->setChecked(candidate.isProposed());
    m_box->setEnabled(m_importable);

    auto *const words = new QVBoxLayout;
    // Level with the name, behind the box.
    words->setContentsMargins(style()->pixelMetric(QStyle::PM_IndicatorWidth) +
                                  style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing),
                              0, 0, 0);
    words->setSpacing(1);
    if (const QString cluster = clusterLine(candidate); !cluster.isEmpty()) {
        words->addWidget(plainLabel(this, cluster));
        m_box->setToolTip(
            candidate.profile.address.product == Product::Clustered
                ? cluster
                : tr("Account ID %1, cluster ID %2")
                      .arg(candidate.profile.address.accountId, candidate.profile.address.clusterId));
    }
    m_notes->setSpacing(0);
    words->addLayout(m_notes);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_box);
    layout->addLayout(words);
    showNotes(notesOf(candidate));
    connect(m_box, &QCheckBox::toggled, this, &ImportRow::toggled);
}

bool ImportRow::isChosen() const
{
    return m_box->isChecked();
}

void ImportRow::setChoosable(bool choosable)
{
    m_box->setEnabled(choosable && m_importable);
}

void ImportRow::showResult(const std::vector<ImportNote> &notes)
{
    while (QLayoutItem *const item = m_notes->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    showNotes(notes);
}

void ImportRow::showNotes(const std::vector<ImportNote> &notes)
{
    QStringList all;
    for (const ImportNote &note : notes) {
        auto *const line = new FieldMessage(m_box, this);
        m_notes->addWidget(line);
        line->say(toneOf(note.weight), note.text);
        all += note.text;
    }
    // Each line told only itself.
    m_box->setAccessibleDescription(all.join(u' '));
}

} // namespace tokenry
