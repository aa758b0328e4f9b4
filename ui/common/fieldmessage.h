// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"

#include <QWidget>

class QLabel;

namespace tokenry
{

/// A sentence at the field it is about, hidden until there is one. The field gets it as its accessible
/// description.
class FieldMessage : public QWidget
{
    Q_OBJECT

public:
    /// \a field may be null.
    explicit FieldMessage(QWidget *field, QWidget *parent = nullptr);

    void say(Tone tone, const QString &sentence);
    void clear();
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    Tone m_tone = Tone::Info;
    QWidget *m_field;
    QLabel *m_sign;
    QLabel *m_sentence;
};

} // namespace tokenry
