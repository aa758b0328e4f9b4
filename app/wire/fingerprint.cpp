// SPDX-License-Identifier: MIT
#include "wire/fingerprint.h"

#include <QCryptographicHash>

namespace tokenry
{

QString sha256Of(const QByteArray &requestBytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(requestBytes, QCryptographicHash::Sha256).toHex());
}

QString shortFingerprint(const QString &sha256)
{
    return (sha256.left(4) + u'-' + sha256.mid(4, 4)).toUpper();
}

} // namespace tokenry
