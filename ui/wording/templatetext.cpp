// SPDX-License-Identifier: MIT
#include "wording/templatetext.h"

#include "wording/issuancetext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>

namespace tokenry
{

namespace
{

struct TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::TemplateText)

public:
    static QString undo(const TemplateFacts &facts)
    {
        return facts.replaced ? tr("It stands in place of what was composed here; Undo brings that back.")
                              : tr("Undo takes it back.");
    }

    static QString found(const QStringList &missing)
    {
        if (missing.isEmpty())
            return tr("Every database named is on this cluster.");
        constexpr qsizetype mostNamed = 3;
        QStringList names;
        for (const QString &name : missing.first(std::min(mostNamed, missing.size())))
            names << QStringLiteral("“%1”").arg(visibleText(name, 64));
        if (missing.size() > mostNamed)
            names << tr("%1 more").arg(missing.size() - mostNamed);
        const QString list = names.join(QStringLiteral(", "));
        return missing.size() == 1 ? tr("1 database is not on this cluster and is flagged: %1.").arg(list)
                                   : tr("%1 databases are not on this cluster and are flagged: %2.")
                                         .arg(missing.size())
                                         .arg(list);
    }
};

} // namespace

ErrorText anotherText(const TemplateFacts &facts)
{
    return {TemplateText::tr("The same permissions and expiry are filled in."),
            permissionsText(facts.permissions) + QLatin1Char('.'),
            TemplateText::tr("Give the token a description of its own.") + QLatin1Char(' ') +
                TemplateText::undo(facts),
            {}};
}

ErrorText templateText(const TemplateFacts &facts)
{
    QString taken = permissionsText(facts.permissions) + QLatin1Char('.');
    if (facts.missing)
        taken += QLatin1Char(' ') + TemplateText::found(*facts.missing);
    return {TemplateText::tr("Permissions and description are taken from a token on “%1”.")
                .arg(visibleText(facts.from, 60)),
            taken,
            TemplateText::undo(facts),
            {}};
}

QString templateTarget(const Profile &profile)
{
    return TemplateText::tr("%1 · %2", "a profile and its environment")
        .arg(visibleText(profile.name, 60), environmentWord(profile));
}

} // namespace tokenry
