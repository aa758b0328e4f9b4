// SPDX-License-Identifier: MIT
#include "domain/unseencharacter.h"

#include <QChar>

namespace tokenry
{

bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    // Those that look like the plain one, and become it when a text field's content is copied.
    case QChar::Separator_Space:
        return character != U' ';
    default:
        break;
    }
    // Letters and marks by category that nevertheless draw nothing.
    return character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4 ||
           character == 0x17B5 || character == 0x3164 || character == 0xFFA0 || character == 0x2800 ||
           (character >= 0x180B && character <= 0x180F) || (character >= 0xFE00 && character <= 0xFE0F) ||
           (character >= 0xE0100 && character <= 0xE01EF);
}

} // namespace tokenry
