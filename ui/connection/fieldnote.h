// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"

#include <QWidget>

class QLabel;

namespace tokenry
{

/// A line under a field: what is wrong with it, or what its value means. Hidden while there is nothing to
/// say. Also told as the field's accessible description.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *field, QWidget *parent = nullptr);

    /// Empty text hides the note.
    void say(Tone tone, const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isError() const { return m_tone == Tone::Danger && !text().isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    QWidget *m_field;
    QLabel *m_sign;
    QLabel *m_text;
    Tone m_tone = Tone::Info;
};

} // namespace tokenry
