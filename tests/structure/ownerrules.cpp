// SPDX-License-Identifier: MIT
#include "structure/rule.h"
#include "structure/search.h"

namespace tokenry::structure
{

namespace
{

// A header and its source are one place.
QStringList onePlace(const QStringList &found)
{
    QStringList places;
    for (const QString &match : found)
        places.append(match.section(u'.', 0, 0));
    places.removeDuplicates();
    return places.size() > 1 ? found : QStringList();
}

// Made in one place; others of its room may listen to it.
QStringList network(const SourceTree &tree)
{
    const QString manager = QStringLiteral("\\bQNetworkAccessManager\\b");
    const QString made = QStringLiteral("(\\bnew |<|public )%1[^:&>]|unique_ptr<%1|%1\\s+\\w+").arg(manager);
    return onePlace(inProgram(tree, made)) + inProgram(tree, manager, [](const SourceFile &file) {
               return file.room() != QLatin1String("api");
           });
}

// Used in one place, to which main hands it.
QStringList clipboard(const SourceTree &tree)
{
    const auto notMain = [](const SourceFile &file) {
        return file.room() != QLatin1String("main");
    };
    return onePlace(
        inProgram(tree, QStringLiteral("\\bQClipboard\\b|\\bQ\\w*Application::clipboard\\b"), notMain));
}

QStringList keychain(const SourceTree &tree)
{
    return onePlace(inProgram(tree, QStringLiteral("\\bqt6keychain\\b|\\bQKeychain\\b")));
}

QStringList theTime(const SourceTree &tree)
{
    const auto pure = [](const SourceFile &file) {
        return QStringList{QStringLiteral("domain"), QStringLiteral("wire"), QStringLiteral("render"),
                           QStringLiteral("wording")}
            .contains(file.room());
    };
    return inProgram(
        tree,
        QStringLiteral("\\bcurrent(DateTime|DateTimeUtc|Date|Time|SecsSinceEpoch|MSecsSinceEpoch)\\s*\\("
                       "|\\bsystem_clock::now\\b"),
        pure);
}

} // namespace

QList<Rule> ownerRules()
{
    return {
        {"QNetworkAccessManager has one place", network},
        {"QClipboard has one place", clipboard},
        {"QtKeychain has one place", keychain},
        {"pure rooms do not look at the clock", theTime},
    };
}

} // namespace tokenry::structure
