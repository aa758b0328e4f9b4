// SPDX-License-Identifier: MIT
#pragma once

#include "common/statusline.h"

#include <QTimer>

#include <memory>

namespace tokenry
{

class ActivationWatch;
class Issuance;

/// Whether the cluster accepts the token by now, live, with the ways to have it tried or not.
class ActivationLine : public StatusLine
{
    Q_OBJECT

public:
    /// \a issuance outlives this and lends its secret.
    ActivationLine(const Issuance &issuance, std::shared_ptr<ActivationWatch> watch,
                   QWidget *parent = nullptr);

private:
    void refresh();
    void showWords();
    void allow();

    const Issuance &m_issuance;
    const std::shared_ptr<ActivationWatch> m_watch;
    QPushButton *m_allow;
    QPushButton *m_stop;
    QPushButton *m_again;
    QTimer m_tick;
};

} // namespace tokenry
