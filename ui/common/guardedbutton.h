// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QPushButton>

#include <chrono>

namespace tokenry
{

/// A button for what cannot be undone. After it appears it accepts nothing for a moment, nor a press begun
/// before, so that a double click meant for something else does not hit it; Enter never presses it. Use
/// confirmed(), not clicked().
class GuardedButton : public QPushButton
{
    Q_OBJECT
    Q_PROPERTY(bool guarded READ isGuarded)

public:
    static constexpr std::chrono::milliseconds defaultGuard{700};

    explicit GuardedButton(const QString &text, QWidget *parent = nullptr);

    void setGuard(std::chrono::milliseconds guard) { m_guard = guard; }
    /// Starts the moment anew.
    void rearm();
    [[nodiscard]] bool isGuarded() const;

Q_SIGNALS:
    void confirmed();

protected:
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::chrono::milliseconds m_guard = defaultGuard;
    QElapsedTimer m_sinceShown;
};

} // namespace tokenry
