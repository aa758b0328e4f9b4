// SPDX-License-Identifier: MIT
#include "domain/naturalorder.h"

#include <QString>

namespace tokenry
{

namespace
{

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

} // namespace

QByteArray naturalKey(QStringView name)
{
    const QString folded = name.toString().toCaseFolded();
    QByteArray key;
    for (qsizetype i = 0; i < folded.size();) {
        if (!isDigit(folded[i])) {
            const qsizetype start = i;
            while (i < folded.size() && !isDigit(folded[i]))
                ++i;
            key += QStringView(folded).mid(start, i - start).toUtf8();
            continue;
        }
        while (i + 1 < folded.size() && folded[i] == u'0' && isDigit(folded[i + 1]))
            ++i;
        const qsizetype start = i;
        while (i < folded.size() && isDigit(folded[i]))
            ++i;
        // A digit, so that numbers sort where digits do, then the number's length, then the number.
        key += '0';
        key += static_cast<char>(qMin<qsizetype>(i - start, 127));
        key += QStringView(folded).mid(start, i - start).toLatin1();
    }
    // Distinct names get distinct keys; upper case sorts before lower.
    key += '\0';
    key += name.toUtf8();
    return key;
}

} // namespace tokenry
