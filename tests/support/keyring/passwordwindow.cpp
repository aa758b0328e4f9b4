// SPDX-License-Identifier: MIT
#include "support/keyring/passwordwindow.h"

#include "support/keyring/keyringsession.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

bool answerPasswordWindow(const QStringList &keys)
{
    QByteArray window;
    const bool shown = QTest::qWaitFor(
        [&] {
            window = run(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"gcr-prompter"_s})
                         .out.trimmed();
            return !window.isEmpty();
        },
        20000);
    if (!shown)
        return false;
    const QString id = QString::fromLatin1(window).section(u'\n', 0, 0);
    return run(u"xdotool"_s, {u"windowfocus"_s, u"--sync"_s, id}).status == 0 &&
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
