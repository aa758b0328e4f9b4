// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"

#include "common/secretmimedata.h"

#include <QClipboard>
#include <QCoreApplication>

namespace tokenry
{

SecretClipboard::SecretClipboard(QClipboard &clipboard, std::chrono::milliseconds keep, QObject *parent)
    : QObject(parent), m_clipboard(clipboard), m_keep(keep)
{
    connect(&m_countdown, &Countdown::ticked, this, &SecretClipboard::ticked);
    connect(&m_countdown, &Countdown::ranOut, this, &SecretClipboard::clearSecret);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &SecretClipboard::noticeChange);
    // A secret left behind would be handed to the clipboard manager at exit and outlive the program.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearSecret);
}

SecretClipboard::~SecretClipboard()
{
    clearSecret();
}

void SecretClipboard::copySecret(const Secret &secret)
{
    // The change that setMimeData() reports is none to speak of.
    auto *data = new SecretMimeData(secret);
    m_lent = false;
    m_clipboard.setMimeData(data, QClipboard::Clipboard);
    m_ours = data;
    m_lent = true;
    m_countdown.start(m_keep);
}

void SecretClipboard::copyText(const QString &text)
{
    m_clipboard.setText(text, QClipboard::Clipboard);
}

bool SecretClipboard::holdsSecret() const
{
    return m_ours && m_clipboard.mimeData(QClipboard::Clipboard) == m_ours;
}

void SecretClipboard::clearSecret()
{
    if (holdsSecret())
        m_clipboard.clear(QClipboard::Clipboard);
    noticeChange();
}

void SecretClipboard::noticeChange()
{
    if (!m_lent || holdsSecret())
        return;
    m_lent = false;
    m_countdown.stop();
    Q_EMIT secretGone();
}

} // namespace tokenry
