// SPDX-License-Identifier: MIT
#include "keychain/keyringfile.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tokenry
{

bool isPlainTextKeyring(const QString &collectionPath)
{
    // Bus paths have letters and digits; the rest is _ and its two hexadecimal digits.
    const QByteArray segment = collectionPath.section(u'/', -1).toLatin1();
    const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(segment, '_'));
    if (name.isEmpty() || name.contains(u'/'))
        return false;
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/keyrings/"_s;
    QFile file(folder + name + u".keyring"_s);
    constexpr QByteArrayView plain = "[keyring]";
    return file.open(QIODevice::ReadOnly) && file.read(plain.size()) == plain;
}

} // namespace tokenry
