// SPDX-License-Identifier: MIT
#pragma once

#include "ports/keychain.h"

#include <QObject>

namespace tokenry
{

/// Whether what the keychain holds lies on the disk as plain text: looks once, without asking the person. A
/// keychain that cannot be looked at says so when it is written to.
class PlainTextKeyring : public QObject
{
    Q_OBJECT

public:
    explicit PlainTextKeyring(Keychain &keychain);

    /// As far as is known by now.
    [[nodiscard]] bool isFound() const { return m_found; }

Q_SIGNALS:
    /// isFound() from now on.
    void found();

private:
    bool m_found = false;
};

} // namespace tokenry
