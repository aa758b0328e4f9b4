// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/issuancestate.h"

#include <QWidget>

class QLabel;

namespace tokenry
{

class Issuance;

/// What is under review and where: how far it has come, the cluster and its environment, description,
/// lifetime and the permissions in short.
class ReviewHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHeader(const Issuance &issuance, QWidget *parent = nullptr);

    void show(IssuanceState::Phase phase);

private:
    QLabel *m_heading;
};

} // namespace tokenry
