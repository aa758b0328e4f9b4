// SPDX-License-Identifier: MIT
#include "structure/testfunctions.h"

#include <QRegularExpression>

namespace tokenry::structure
{

TestFunctions testFunctionsIn(const QString &code)
{
    // Of a nested class only the beginning counts: it stands before the slots.
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:(class|struct) \\w+[^;\\n]*$|(?:public|protected|private)(\\s+Q_SLOTS)?\\s*:|"
                       "void (\\w+)\\(\\))"),
        QRegularExpression::MultilineOption);
    TestFunctions functions;
    bool inSlots = false;
    for (auto each = pattern.globalMatch(code); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        if (const QString name = match.captured(3); !name.isEmpty())
            (inSlots ? functions.inSlots : functions.others).insert(name);
        else
            inSlots = !match.captured(2).isEmpty();
    }
    return functions;
}

} // namespace tokenry::structure
