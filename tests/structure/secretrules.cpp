// SPDX-License-Identifier: MIT
#include "structure/rule.h"
#include "structure/search.h"

namespace tokenry::structure
{

namespace
{

const char secretTypes[] = "\\b(Secret|IssuedToken)\\b";

QString with(const char *pattern)
{
    return QString::fromLatin1(pattern).replace(QLatin1String("SECRET"), QLatin1String(secretTypes));
}

QStringList insecureFallback(const SourceTree &tree)
{
    return inProgram(tree, QStringLiteral("\\bsetInsecureFallback\\b"));
}

QStringList variants(const SourceTree &tree)
{
    return inProgram(
        tree, with("\\bQ_PROPERTY\\s*\\([^)]*SECRET|\\bQ_DECLARE_METATYPE\\s*\\([^)]*SECRET|"
                   "\\bqRegisterMetaType\\s*<[^>]*SECRET|\\b(fromValue|setValue|value)\\s*<[^>]*SECRET"));
}

QStringList signalsWithSecrets(const SourceTree &tree)
{
    static const QRegularExpression section(
        QStringLiteral("^Q_SIGNALS:.*?(?=^(public|protected|private)|^\\};)"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression secret(QString::fromLatin1(secretTypes));
    QStringList broken;
    for (const SourceFile &file : tree.program()) {
        const QStringList sections = file.matches(section, file.code());
        for (const QString &found : sections) {
            if (found.contains(secret))
                broken.append(found);
        }
    }
    return broken;
}

QStringList unlockedVerification(const SourceTree &tree)
{
    return inProgram(tree,
                     QStringLiteral("\\bignoreSslErrors\\b|\\bVerifyNone\\b|\\bNoLessSafeRedirectPolicy\\b|"
                                    "\\b(SameOrigin|UserVerified)RedirectPolicy\\b"));
}

} // namespace

QList<Rule> secretRules()
{
    return {
        {"no insecure fallback of the keychain", insecureFallback},
        {"no secret in a property or QVariant", variants},
        {"no secret in a signal", signalsWithSecrets},
        {"TLS is verified and no redirect is followed", unlockedVerification},
    };
}

} // namespace tokenry::structure
