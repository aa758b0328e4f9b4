// SPDX-License-Identifier: MIT
#include "wording/windowtext.h"

#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace tokenry
{

namespace
{

struct WindowText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::WindowText)
};

QString openInstead(const QString &open)
{
    return open.isEmpty() ? QString() : WindowText::tr("“%1” is open instead.").arg(visibleText(open, 80));
}

// A file that cannot be read does not tell the name in it; its own name is the other way to ask for it. In a
// folder that cannot be used it may be, whatever it is called.
const StorageError *whyNotOpened(const QString &name, const std::vector<StorageError> &broken)
{
    const auto named = std::ranges::find_if(
        broken, [&](const StorageError &error) { return QFileInfo(error.file).completeBaseName() == name; });
    const auto found = named == broken.end() ? std::ranges::find_if(broken, &StorageError::isFolder) : named;
    return found == broken.end() ? nullptr : &*found;
}

} // namespace

ErrorText opensLater(const QString &name, qsizetype others)
{
    const QString shown = visibleText(name, 80);
    return {others == 0
                ? WindowText::tr("%1 opens when you are done here.").arg(shown)
                : WindowText::tr("%1 opens when you are done here, then %L2 more.").arg(shown).arg(others),
            WindowText::tr("What is open now stays as it is."),
            {},
            {}};
}

ErrorText profileNotOpened(const QString &name, const QString &open, const std::vector<StorageError> &broken)
{
    if (const StorageError *const why = whyNotOpened(name, broken)) {
        ErrorText text = textFor(*why);
        text.meaning = QStringLiteral("%1 %2").arg(text.meaning, openInstead(open)).trimmed();
        return text;
    }
    ErrorText text{WindowText::tr("There is no profile “%1”.").arg(visibleText(name, 80)),
                   openInstead(open),
                   open.isEmpty() ? QString() : WindowText::tr("Choose one in the header, or add it."),
                   {}};
    if (!broken.empty()) {
        const ErrorText left = brokenProfiles(broken);
        text.details = QStringLiteral("%1\n%2").arg(left.headline, left.details);
    }
    return text;
}

ErrorText brokenProfiles(const std::vector<StorageError> &errors)
{
    if (errors.size() == 1)
        return textFor(errors.front());
    QStringList details;
    for (const StorageError &error : errors) {
        const ErrorText text = textFor(error);
        details << text.headline << text.details << QString();
    }
    return {WindowText::tr("%1 profiles are left out.").arg(errors.size()),
            WindowText::tr("Their files cannot be used; other profiles are not affected."),
            WindowText::tr("The details say what is wrong with each."), details.join(u'\n').trimmed()};
}

QString inhibitorReason()
{
    return WindowText::tr("A token is being created; its secret is not stored yet.");
}

ErrorText cannotCloseWhileCreating(bool asked)
{
    return {WindowText::tr("A token is being created."),
            WindowText::tr("If the window closed now, its secret would be lost."),
            asked ? WindowText::tr("Tokenry ends by itself as soon as the secret is safe.")
                  : WindowText::tr("Wait for the answer, or stop waiting first."),
            {}};
}

} // namespace tokenry
