// SPDX-License-Identifier: MIT
#pragma once

#include "common/countdown.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace tokenry
{

class Issuance;
class SecretClipboard;
class SecretView;

/// The secret: masked, shown for half a minute at a time, copied for a minute.
class SecretPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds defaultShowFor{30};

    SecretPanel(Issuance &issuance, SecretClipboard &clipboard, QWidget *parent = nullptr);

    void setShowFor(std::chrono::milliseconds duration) { m_showFor = duration; }

private:
    void refresh();
    void setRevealed(bool revealed);
    void copy();
    void arrange();

    Issuance &m_issuance;
    SecretClipboard &m_clipboard;
    SecretView *m_view;
    QLabel *m_size;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    QLabel *m_copied;
    Countdown m_shown;
    std::chrono::milliseconds m_showFor = defaultShowFor;
};

} // namespace tokenry
