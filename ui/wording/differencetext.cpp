// SPDX-License-Identifier: MIT
#include "wording/differencetext.h"

#include "journeys/issuance.h"
#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace tokenry
{

namespace
{

struct DifferenceText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::DifferenceText)

public:
    /// Two long texts may differ far behind where they are cut: their lengths go along.
    static QString said(const QString &text)
    {
        const QString shown = visibleText(text, longestShown);
        return text.size() <= longestShown
                   ? shown
                   : tr("%1 (%2 characters)", "the beginning of a long text").arg(shown).arg(text.size());
    }

    /// A permission as it was sent or answered, "write billing"; the wildcard in words.
    static QString permission(const QString &said)
    {
        if (said == QLatin1String("read *"))
            return tr("read every database (*)");
        return said == QLatin1String("write *") ? tr("write every database (*)")
                                                : visibleText(said, longestShown);
    }

    /// A point in time as it stood in the answer, as people write it.
    static QString time(const QString &said)
    {
        const QDateTime instant = QDateTime::fromString(said, Qt::ISODate);
        return instant.isValid() ? instantText(instant) : tr("a time that could not be read");
    }

    static QString expiry(const AnswerDifference &difference)
    {
        const QString asked = difference.asked.isEmpty() ? tr("never", "an expiry") : time(difference.asked);
        if (difference.answered.isEmpty())
            return tr("It never expires; %1 was asked for.").arg(asked);
        return tr("Its expiry is %1; %2 was asked for.").arg(time(difference.answered), asked);
    }
};

} // namespace

QString textFor(const AnswerDifference &difference)
{
    using Kind = AnswerDifference::Kind;
    const QString asked = DifferenceText::said(difference.asked);
    const QString answered = DifferenceText::said(difference.answered);
    switch (difference.kind) {
    case Kind::PermissionAdded:
        //: %1 is a permission such as "write billing"
        return DifferenceText::tr("It may also “%1”, which was not asked for.")
            .arg(DifferenceText::permission(difference.answered));
    case Kind::PermissionMissing:
        return DifferenceText::tr("It may not “%1”, which was asked for.")
            .arg(DifferenceText::permission(difference.asked));
    case Kind::UnknownPermission:
        return DifferenceText::tr("It may “%1”, which Tokenry does not know.").arg(answered);
    case Kind::Description:
        return DifferenceText::tr("Its description is “%1”; “%2” was asked for.").arg(answered, asked);
    case Kind::Expiry:
        return DifferenceText::expiry(difference);
    case Kind::Account:
        return DifferenceText::tr("It belongs to account %1, not to %2.").arg(answered, asked);
    case Kind::Cluster:
        return DifferenceText::tr("It belongs to cluster %1, not to %2.").arg(answered, asked);
    case Kind::AlreadyRevoked:
        return DifferenceText::tr("It is already revoked, since %1.").arg(DifferenceText::time(answered));
    case Kind::ExistedBefore:
        return DifferenceText::tr("Its ID, %1, is that of a token which existed before: the answer speaks of "
                                  "another token, which Tokenry does not revoke.")
            .arg(answered);
    }
    return {};
}

QString answerVerdict(const Issuance &issuance)
{
    if (!issuance.answerDifferences().empty())
        return DifferenceText::tr("The server did not permit exactly what was reviewed.");
    if (!issuance.token())
        return DifferenceText::tr(
            "The answer could not be compared with what was reviewed: only the secret could be read.");
    if (!answerRemarks(issuance).isEmpty())
        return DifferenceText::tr("The server permitted what was reviewed, but its answer is odd.");
    return DifferenceText::tr("The server permitted exactly what was reviewed.");
}

QStringList answerRemarks(const Issuance &issuance)
{
    constexpr size_t mostShown = 6;
    QStringList lines;
    const auto &differences = issuance.answerDifferences();
    for (size_t each = 0; each < std::min(mostShown, differences.size()); ++each)
        lines << textFor(differences[each]);
    if (differences.size() > mostShown)
        lines << DifferenceText::tr("… and %1 more.").arg(differences.size() - mostShown);
    if (issuance.token() && issuance.token()->id.isEmpty())
        lines << DifferenceText::tr(
            "It did not say the token's ID, so Tokenry cannot revoke it: look for its description on the "
            "cluster.");
    if (issuance.secretContradicted())
        lines << DifferenceText::tr(
            "The answer held two different secrets; the first is kept. Try it before you rely on it.");
    if (issuance.secretUnusual())
        lines << DifferenceText::tr(
            "The secret has characters that a token should not contain. Try it before you rely on it.");
    if (differences.empty() && !issuance.token())
        lines << DifferenceText::tr(
            "Its ID is not known either, so Tokenry cannot revoke it: look for its description on the "
            "cluster.");
    return lines;
}

} // namespace tokenry
