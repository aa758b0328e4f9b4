// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"
#include "common/countdown.h"

#include <QObject>
#include <QPointer>

#include <chrono>

class QClipboard;
class QMimeData;

namespace tokenry
{

/// The clipboard, and the only user of it. A secret is marked so that clipboard managers leave it alone, and
/// is taken off after a minute and on quitting, unless something else has been copied since. Never the X11
/// selection.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds defaultKeep{60};

    /// \a clipboard outlives this.
    explicit SecretClipboard(QClipboard &clipboard, std::chrono::milliseconds keep = defaultKeep,
                             QObject *parent = nullptr);
    ~SecretClipboard() override;

    void copySecret(const Secret &secret);
    /// For what is no secret.
    void copyText(const QString &text);
    /// Whether the secret copied last is still there.
    [[nodiscard]] bool holdsSecret() const;
    [[nodiscard]] int secondsLeft() const { return m_countdown.secondsLeft(); }
    /// Takes the secret off, if it is still there.
    void clearSecret();

Q_SIGNALS:
    /// Every second while a secret lies there.
    void ticked(int secondsLeft);
    /// The secret was taken off, or something else was copied.
    void secretGone();

private:
    void noticeChange();

    QClipboard &m_clipboard;
    std::chrono::milliseconds m_keep;
    Countdown m_countdown;
    QPointer<QMimeData> m_ours;
    /// A secret was put there, and that it is gone has not been said.
    bool m_lent = false;
};

} // namespace tokenry
