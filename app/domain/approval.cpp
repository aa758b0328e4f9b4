// SPDX-License-Identifier: MIT
#include "domain/approval.h"

#include <QRegularExpression>
#include <QSet>

namespace tokenry
{

namespace
{

QSet<QString> sumsIn(const QString &pasted)
{
    static const QRegularExpression sum(QStringLiteral("(?<![0-9A-Za-z])[0-9A-Fa-f]{64}(?![0-9A-Za-z])"));
    QSet<QString> found;
    for (auto each = sum.globalMatch(pasted); each.hasNext();)
        found.insert(each.next().captured().toLower());
    return found;
}

} // namespace

Approval compareApproval(const QString &pasted, const QString &sha256)
{
    static const QRegularExpression brief(
        QStringLiteral("(?<![0-9A-Za-z-])[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}(?![0-9A-Za-z-])"));
    if (pasted.trimmed().isEmpty())
        return Approval::None;
    const QSet<QString> found = sumsIn(pasted);
    if (found.size() > 1)
        return Approval::Several;
    if (found.isEmpty())
        return brief.match(pasted).hasMatch() ? Approval::OnlyShort : Approval::NotASum;
    return found.contains(sha256) ? Approval::Matches : Approval::Differs;
}

QString quotedSum(const QString &pasted)
{
    const QSet<QString> found = sumsIn(pasted);
    return found.size() == 1 ? *found.begin() : QString();
}

} // namespace tokenry
