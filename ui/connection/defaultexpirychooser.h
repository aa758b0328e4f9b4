// SPDX-License-Identifier: MIT
#pragma once

#include "common/chooser.h"
#include "domain/expiry.h"

namespace tokenry
{

/// With which expiry the new tokens of a profile begin: after a number of days, or never.
class DefaultExpiryChooser : public Chooser
{
    Q_OBJECT

public:
    explicit DefaultExpiryChooser(QWidget *parent = nullptr);

    [[nodiscard]] ExpiryChoice choice() const;
    /// A number of days that is not among the usual ones becomes one of them here.
    void setChoice(const ExpiryChoice &choice);
};

} // namespace tokenry
