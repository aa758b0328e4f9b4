// SPDX-License-Identifier: MIT
#pragma once

#include "common/statusline.h"

namespace tokenry
{

class Issuance;

/// Whether the server permitted what was reviewed, field by field; what differs is said loudly.
class AnswerCheck : public StatusLine
{
    Q_OBJECT

public:
    explicit AnswerCheck(const Issuance &issuance, QWidget *parent = nullptr);
};

} // namespace tokenry
