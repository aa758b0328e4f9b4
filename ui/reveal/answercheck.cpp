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
    constexpr qsizetype mostShown = 6;
    QStringList lines;
    const auto &differences = issuance.answerDifferences();
    for (const AnswerDifference &difference : differences) {
        if (lines.size() == mostShown) {
            lines << tr("… and %1 more.").arg(differences.size() - static_cast<size_t>(mostShown));
            break;
        }
        lines << textFor(difference);
    }
    if (issuance.token() && issuance.token()->id.isEmpty())
        lines << tr(
            "It did not say the token's ID, so Tokenry cannot revoke it: look for its description on the "
            "cluster.");
    if (issuance.secretContradicted())
        lines << tr(
            "The answer held two different secrets; the first is kept. Try it before you rely on it.");
    if (issuance.secretUnusual())
        lines << tr(
            "The secret has characters that a token should not contain. Try it before you rely on it.");

    if (!differences.empty())
        say(Tone::Danger, tr("The server did not permit exactly what was reviewed."), lines.join(u'\n'));
    else if (!issuance.token())
        say(Tone::Warning,
            tr("The answer could not be compared with what was reviewed: only the secret could be read."),
            (lines << tr(
                 "Its ID is not known either, so Tokenry cannot revoke it: look for its description on "
                 "the cluster."))
                .join(u'\n'));
    else if (!lines.isEmpty())
        say(Tone::Warning, tr("The server permitted what was reviewed, but its answer is odd."),
            lines.join(u'\n'));
    else
        say(Tone::Success, tr("The server permitted exactly what was reviewed."));
}

} // namespace tokenry
