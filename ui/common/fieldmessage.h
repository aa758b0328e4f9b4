// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"

#include <QWidget>

class QLabel;

namespace tokenry
{

/// A sentence at the field it is about: what is wrong with it, or what its value means. Hidden while there is
/// none. The field gets it as its accessible description.
class FieldMessage : public QWidget
{
    Q_OBJECT

public:
    explicit FieldMessage(QWidget *field, QWidget *parent = nullptr);

    /// An empty sentence is none.
    void say(Tone tone, const QString &sentence);
    void clear() { say(Tone::Info, {}); }
    [[nodiscard]] QString sentence() const;
    /// Its line stays free while it is hidden, so that nothing moves when it comes.
    void keepPlace(bool keep = true);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTone();

    QWidget *m_field;
    QLabel *m_sign;
    QLabel *m_sentence;
    Tone m_tone = Tone::Info;
};

} // namespace tokenry
