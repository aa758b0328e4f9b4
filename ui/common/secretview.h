// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QWidget>

namespace tokenry
{

/// Shows a secret as dots, or its characters while revealed. Only paints: no text is kept, so there is none
/// to select, drag, undo or hand to assistive technology, whose value of this stays empty. Of a secret that
/// is longer than any real one the beginning is shown.
class SecretView : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool revealed READ isRevealed)

public:
    static constexpr qsizetype mostShown = 600;

    /// \a secret outlives this; while it is empty nothing is drawn.
    explicit SecretView(const Secret &secret, QWidget *parent = nullptr);

    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void setRevealed(bool revealed);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QSize cell() const;
    [[nodiscard]] int columns(int width) const;
    void describe();
    void paintCells(QPainter &painter, const QRect &area) const;

    const Secret &m_secret;
    bool m_revealed = false;
};

} // namespace tokenry
