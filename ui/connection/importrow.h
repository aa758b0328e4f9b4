// SPDX-License-Identifier: MIT
#pragma once

#include "wording/importtext.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace tokenry
{

/// One profile of influxctl's: a box to choose it, which cluster it is, and what there is to know. Later,
/// what became of it.
class ImportRow : public QWidget
{
    Q_OBJECT

public:
    explicit ImportRow(const ImportCandidate &candidate, QWidget *parent = nullptr);

    [[nodiscard]] bool isChosen() const;
    void setChoosable(bool choosable);
    /// Instead of the notes before; a row that was not chosen keeps its own.
    void showResult(const std::vector<ImportNote> &notes);

Q_SIGNALS:
    void toggled();

private:
    void showNotes(const std::vector<ImportNote> &notes);

    QCheckBox *m_box;
    QVBoxLayout *m_notes;
    bool m_importable;
};

} // namespace tokenry
