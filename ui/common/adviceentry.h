// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tokenry
{

/// One advice: sign, sentence and a button for each remedy.
class AdviceEntry : public QFrame
{
    Q_OBJECT

public:
    /// Where it stands: in the form, short and with remedies that act at once, or in Review, with what
    /// follows from it and remedies that lead back.
    enum class Place { Form, Review };

    AdviceEntry(const Advice &advice, Place place, QWidget *parent = nullptr);

    /// As a screen reader says it.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<QPushButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    void remedyChosen(const tokenry::Remedy &remedy);
    /// The person wants to see the tokens concerned.
    void tokensWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &label, const QString &toolTip);
    void paintSign();

    Advice::Kind m_kind;
    QLabel *m_sign;
    QLabel *m_sentence;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
};

} // namespace tokenry
