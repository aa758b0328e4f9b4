// SPDX-License-Identifier: MIT
#pragma once

#include "render/issueddetails.h"

#include <QWidget>

class QPushButton;

namespace tokenry
{

class Issuance;
class SecretClipboard;

/// Which token was created and where, its ID, and its details to copy; nothing of it secret.
class TokenHeader : public QWidget
{
    Q_OBJECT

public:
    TokenHeader(const Issuance &issuance, SecretClipboard &clipboard, QWidget *parent = nullptr);

private:
    QWidget *clusterRow();
    QWidget *idRow();
    QPushButton *detailsButton();
    /// As things stand when they are copied.
    [[nodiscard]] IssuedDetails details() const;

    const Issuance &m_issuance;
    SecretClipboard &m_clipboard;
};

} // namespace tokenry
