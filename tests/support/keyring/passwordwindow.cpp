// SPDX-License-Identifier: MIT
#include "support/keyring/passwordwindow.h"

#include "support/keyring/keyringsession.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

/// The window's ID, waited for.
QString passwordWindow()
{
    QByteArray windows;
    const auto isShown = [&] {
        windows = run(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s})
                      .out.trimmed();
        return !windows.isEmpty();
    };
    return QTest::qWaitFor(isShown, 20'000) ? QString::fromLatin1(windows).section(u'\n', 0, 0) : QString();
}

} // namespace

bool seesPasswordWindow()
{
    return !passwordWindow().isEmpty();
}

bool answerPasswordWindow(const QStringList &keys)
{
    const QString window = passwordWindow();
    return !window.isEmpty() && run(u"xdotool"_s, {u"windowfocus"_s, u"--sync"_s, window}).status == 0 &&
           run(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, u"60"_s} + keys).status == 0;
}

QStringList thePassword()
{
    return {u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Return"_s};
}

QStringList aNewPassword()
{
    return {u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Tab"_s, u"t"_s, u"e"_s, u"s"_s, u"t"_s, u"Return"_s};
}

} // namespace tokenry::test
