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
    OriginLine(ReviewOrigin origin, const QDateTime &now, QWidget *parent = nullptr);

    /// Not while a token is being created.
    void setWaysOn(bool open);
    /// The databases were read again: the request's names that are not among them.
    void setMissing(const QStringList &missing, const QDateTime &now);

Q_SIGNALS:
    void renewClicked();
    void editClicked();

private:
    void tell(const QDateTime &now);

    ReviewOrigin m_origin;
    QPushButton *m_renew;
    QPushButton *m_edit;
};

} // namespace tokenry
