// SPDX-License-Identifier: MIT
#include "reveal/answercheck.h"

#include "journeys/issuance.h"
#include "wording/differencetext.h"

#include <QStringList>

namespace tokenry
{

AnswerCheck::AnswerCheck(const Issuance &issuance, QWidget *parent) : StatusLine(parent)
{
    setAccessibleName(tr("Answer check"));
    const QStringList remarks = answerRemarks(issuance);
    const bool sound = issuance.token() && remarks.isEmpty();
    say(!issuance.answerDifferences().empty() ? Tone::Danger
        : sound                               ? Tone::Success
                                              : Tone::Warning,
        answerVerdict(issuance), remarks.join(u'\n'));
}

} // namespace tokenry
