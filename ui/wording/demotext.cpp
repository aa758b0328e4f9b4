// SPDX-License-Identifier: MIT
#include "wording/demotext.h"

#include "wording/visibletext.h"

#include <QCoreApplication>

namespace tokenry
{

namespace
{

struct DemoText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::DemoText)
};

constexpr qsizetype longestName = 64;

} // namespace

QString demoProfileName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return DemoText::tr("Demo production");
    case Environment::Staging:
        return DemoText::tr("Demo staging");
    case Environment::Other:
        break;
    }
    return DemoText::tr("Demo empty");
}

QString textFor(DemoFault fault)
{
    switch (fault) {
    case DemoFault::None:
        return DemoText::tr("Works as it should");
    case DemoFault::LoseAnswer:
        return DemoText::tr("Loses its answer");
    case DemoFault::AnswerLate:
        return DemoText::tr("Takes 20 s");
    case DemoFault::Unauthorized:
        return DemoText::tr("Is answered 401, unauthorized");
    case DemoFault::Forbidden:
        return DemoText::tr("Is answered 403, forbidden");
    case DemoFault::Conflict:
        return DemoText::tr("Is answered 409, conflict");
    case DemoFault::ServerError:
        return DemoText::tr("Is answered 500, and the token is created");
    case DemoFault::PermitOther:
        return DemoText::tr("Permits something else");
    }
    return {};
}

QString shortTextFor(DemoFault fault)
{
    switch (fault) {
    case DemoFault::None:
        return {};
    case DemoFault::LoseAnswer:
        return DemoText::tr("no answer");
    case DemoFault::AnswerLate:
        return DemoText::tr("20 s");
    case DemoFault::Unauthorized:
        return QStringLiteral("401");
    case DemoFault::Forbidden:
        return QStringLiteral("403");
    case DemoFault::Conflict:
        return QStringLiteral("409");
    case DemoFault::ServerError:
        return QStringLiteral("500");
    case DemoFault::PermitOther:
        return DemoText::tr("other permissions");
    }
    return {};
}

QString readOnlyTokenInShort()
{
    return DemoText::tr("may not create");
}

QString textFor(const DemoChange &change)
{
    const QString name = visibleText(change.name, longestName);
    switch (change.kind) {
    case DemoChange::Kind::DeleteDatabase:
        return DemoText::tr("Delete database “%1”").arg(name);
    case DemoChange::Kind::AddDatabase:
        return DemoText::tr("Add database “%1”").arg(name);
    case DemoChange::Kind::AddToken:
        return DemoText::tr("Add a token described “%1”").arg(name);
    }
    return {};
}

ErrorText changedText(const DemoChange &change)
{
    const QString name = visibleText(change.name, longestName);
    const QString untold = DemoText::tr("Tokenry was not told: what it shows is as it was read before.");
    const QString reload = DemoText::tr("Reload shows it, or go on and see what comes of it.");
    switch (change.kind) {
    case DemoChange::Kind::DeleteDatabase:
        return {DemoText::tr("Somebody deleted the database “%1” on the demo cluster.").arg(name),
                untold,
                reload,
                {}};
    case DemoChange::Kind::AddDatabase:
        return {DemoText::tr("Somebody added the database “%1” on the demo cluster.").arg(name),
                untold,
                reload,
                {}};
    case DemoChange::Kind::AddToken:
        return {DemoText::tr("Somebody created a token described “%1” on the demo cluster.").arg(name),
                untold,
                reload,
                {}};
    }
    return {};
}

ErrorText changeRefusedText(const QString &why)
{
    return {
        DemoText::tr("The demo cluster did not make the change. It says: “%1”.").arg(visibleText(why, 200)),
        {},
        DemoText::tr("Reload shows the cluster as it is."),
        {}};
}

} // namespace tokenry
