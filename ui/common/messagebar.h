// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"
#include "wording/errortext.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tokenry
{

class DetailsView;

/// Says something in the place where it happened: sign and word, headline, what it means, what to do, buttons
/// named by what they do, and details that unfold. Plain text throughout. Hidden until it has something to
/// say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what was said, buttons included.
    void say(Tone tone, const ErrorText &text);
    void say(Tone tone, const QString &headline);
    /// A button behind the text, left to right; it lives until the next say() or clear().
    QPushButton *addAction(const QString &label);
    /// The same with a button of another kind, which the bar takes over.
    void addAction(QPushButton *button);
    /// Something to choose from, between the text and the buttons; it lives as long as they do.
    void addRow(QWidget *row);
    void clear();
    /// A button puts the message away; only for what nobody has to wait for or decide.
    void letDismiss();

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] const ErrorText &text() const { return m_text; }

Q_SIGNALS:
    /// Put away by the person, and cleared.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void removeActions();
    void scrollIntoView();
    void paintSign();

    Tone m_tone = Tone::Info;
    ErrorText m_text;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_body;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_actions;
    QList<QPushButton *> m_buttons;
    QToolButton *m_unfold;
    QPushButton *m_copy;
    DetailsView *m_details;
};

} // namespace tokenry
