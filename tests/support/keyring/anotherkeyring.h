// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

#include <QByteArray>
#include <QString>

namespace tokenry::test
{

/// A keyring besides Login in GNOME Keyring, with the same password; open at first.
class AnotherKeyring
{
public:
    AnotherKeyring();

    /// Whether it was made.
    [[nodiscard]] bool isThere() const { return !m_path.isEmpty(); }
    /// As keyringsession.h's, into this one.
    bool provision(const KeychainItem &item, const QByteArray &secret) const;
    [[nodiscard]] bool lock() const;

private:
    QString m_path;
};

} // namespace tokenry::test
