// SPDX-License-Identifier: MIT
#include "wording/differencetext.h"

#include "wording/timetext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QDateTime>

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

} // namespace tokenry
