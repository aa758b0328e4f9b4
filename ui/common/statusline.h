// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"
#include "wording/errortext.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tokenry
{

/// How one thing stands, always in the same place: a sign, a sentence, and for trouble a second text and
/// buttons on a tinted ground. The owner gives it its accessible name; the sentences are its accessible
/// description.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void say(Tone tone, const QString &headline, const QString &body = {});
    void say(Tone tone, const ErrorText &text);
    /// Something is under way. \a slow is said in the place of \a body once it has been for some seconds.
    void sayBusy(const QString &headline, const QString &body = {}, const QString &slow = {});
    /// A button for as long as this lives; hidden at first.
    QPushButton *addAction(const QString &label);
    /// For a field or a confirmation below the text.
    void addRow(QWidget *widget);
    /// Always takes the room of a headline, a text of one line and a button at their side, so that nothing
    /// below moves as they come and go. Once, for a line with one short button at a time.
    void reserveRoom();

    [[nodiscard]] QString headline() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void set(std::optional<Tone> tone, const QString &headline, const QString &body);
    void paintSign();

    /// Not there while something is under way.
    std::optional<Tone> m_tone;
    /// Runs while something is under way; the headline tells what.
    QTimer m_untilSlow;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_body;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_words;
    /// Where the sign stands beside a sentence; beside trouble, which takes more lines, it is at the top.
    Qt::Alignment m_signPlace = Qt::AlignTop;
};

} // namespace tokenry
