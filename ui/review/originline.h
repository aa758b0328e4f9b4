// SPDX-License-Identifier: MIT
#pragma once

#include "common/statusline.h"
#include "review/revieworigin.h"

namespace tokenry
{

/// Says that the request comes from a file and what became of it since, with the ways on.
class OriginLine : public StatusLine
{
    Q_OBJECT

public:
    /// \a now is in the person's time zone.
    OriginLine(const ReviewOrigin &origin, const QDateTime &now, QWidget *parent = nullptr);

    /// Not while a token is being created.
    void setWaysOn(bool open);

Q_SIGNALS:
    void renewClicked();
    void editClicked();

private:
    QPushButton *m_renew;
    QPushButton *m_edit;
};

} // namespace tokenry
