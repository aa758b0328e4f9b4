// SPDX-License-Identifier: MIT
#include "grid/gridheader.h"

#include <QStyleOptionHeader>

namespace tokenry
{

void GridHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    constexpr QChar enSpace(0x2002);
    if (option->textAlignment.testFlag(Qt::AlignLeft))
        option->text.prepend(enSpace);
    else if (option->textAlignment.testFlag(Qt::AlignRight))
        option->text.append(enSpace);
}

} // namespace tokenry
