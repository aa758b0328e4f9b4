// SPDX-License-Identifier: MIT
#include "common/descriptionlabel.h"

#include "common/plainlabel.h"
#include "wording/visibletext.h"

#include <QLabel>

namespace tokenry
{

namespace
{

/// Of a tool tip that still fits a screen.
constexpr qsizetype longestToolTip = 2000;

} // namespace

QLabel *descriptionLabel(QWidget *parent, const QString &description)
{
    QLabel *const label = plainLabel(parent, visibleText(description, longestShown));
    label->setFont(scaled(parent->font(), 1.1, true));
    label->setObjectName(QStringLiteral("description"));
    if (description.size() > longestShown)
        label->setToolTip(asToolTip(breakable(visibleText(description, longestToolTip))));
    return label;
}

} // namespace tokenry
