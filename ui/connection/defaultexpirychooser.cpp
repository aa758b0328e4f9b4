// SPDX-License-Identifier: MIT
#include "connection/defaultexpirychooser.h"

#include "wording/timetext.h"

namespace tokenry
{

namespace
{

// Among numbers of days.
constexpr int never = 0;

} // namespace

DefaultExpiryChooser::DefaultExpiryChooser(QWidget *parent) : Chooser(parent)
{
    for (const int days : ExpiryChoice::usualDays)
        addItem(daysText(days), days);
    addItem(tr("Never"), never);
    setAccessibleName(tr("Default expiry"));
    setToolTip(tr("New tokens of this profile begin with it; each can be given another."));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setChoice({});
}

ExpiryChoice DefaultExpiryChooser::choice() const
{
    ExpiryChoice choice;
    const int days = currentData().toInt();
    if (days == never)
        choice.kind = ExpiryChoice::Kind::Never;
    else
        choice.days = days;
    return choice;
}

void DefaultExpiryChooser::setChoice(const ExpiryChoice &choice)
{
    const int days = choice.kind == ExpiryChoice::Kind::Never ? never : choice.days;
    if (findData(days) < 0)
        insertItem(0, daysText(days), days);
    setCurrentIndex(findData(days));
}

} // namespace tokenry
