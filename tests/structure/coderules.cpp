// SPDX-License-Identifier: MIT
#include "structure/rule.h"
#include "structure/search.h"

namespace tokenry::structure
{

namespace
{

bool isMain(const SourceFile &file)
{
    return file.name() == QLatin1String("main.cpp");
}

QStringList nestedLoops(const SourceTree &tree)
{
    // A button's own menu and a drag run one unasked.
    QStringList broken =
        inProgram(tree, QStringLiteral("\\bQEventLoop\\b|\\bprocessEvents\\b|\\bsetMenu\\s*\\(|\\bQDrag\\b"));
    broken += inProgram(tree, QStringLiteral("(\\.|->|::)exec\\s*\\("),
                        [](const SourceFile &file) { return !isMain(file); });
    for (const SourceFile &file : tree.program()) {
        const QStringList loops =
            file.matches(QRegularExpression(QStringLiteral("\\w+(\\.|->|::)exec\\s*\\(")), file.code());
        if (isMain(file) && loops.size() > 1)
            broken += loops;
    }
    return broken;
}

QStringList staticDialogs(const SourceTree &tree)
{
    return inProgram(
        tree, QStringLiteral("\\bQFileDialog::(get|save)\\w+|\\bQInputDialog::get\\w+|"
                             "\\bQMessageBox::(question|warning|critical|information|about)\\w*\\s*\\("));
}

QStringList coroutines(const SourceTree &tree)
{
    return inProgram(tree, QStringLiteral("\\bco_(await|return|yield)\\b"));
}

// Signals of D-Bus have no other way.
QStringList stringConnections(const SourceTree &tree)
{
    return inProgram(tree, QStringLiteral("\\b(SIGNAL|SLOT)\\s*\\("),
                     [](const SourceFile &file) { return file.room() != QLatin1String("keychain"); });
}

QStringList singletons(const SourceTree &tree)
{
    return inProgram(
        tree,
        QStringLiteral("(?<!Application::)(?<!EventDispatcher::)\\b(instance|self)\\s*\\(\\s*\\)|"
                       "\\bQ_GLOBAL_STATIC\\w*|"
                       "\\bstatic\\s+(?!const)[\\w:]+\\s*(\\*\\s*const|&)\\s*\\w+\\s*[={]"),
        // Threads in which something may hang for good: they outlive all that waits for them.
        [](const SourceFile &file) {
            return file.path() != QLatin1String("app/keychain/keychainthread.cpp") &&
                   file.path() != QLatin1String("app/desktop/desktopinhibitor.cpp");
        });
}

// Unindented code is at namespace level; an indented "static" is in a function or a class.
QStringList globals(const SourceTree &tree)
{
    const QString constant = QStringLiteral("(?!.*\\b(const|constexpr|constinit const)\\b)");
    const QString keyword = QStringLiteral("(static|inline|thread_local)\\b");
    const QString notAType =
        QStringLiteral("(?!(using|namespace|class|struct|enum|union|friend|template|typedef|return|"
                       "extern|public|private|protected|case|goto|concept|requires)\\b)");
    const QString variable = QStringLiteral("(?=\\w)[\\w:<>*& ,]+[ *&>]\\w+\\s*(=[^=].*|\\{[^}]*\\})?;$");
    return inProgram(tree, QStringLiteral("^") + constant + notAType + variable + QStringLiteral("|^\\s+") +
                               constant + keyword + QStringLiteral(" ") + variable);
}

QStringList plainLogging(const SourceTree &tree)
{
    return inProgram(tree,
                     QStringLiteral("\\bq(Debug|Info|Warning|Critical)\\s*\\(|\\bstd::(cout|cerr|clog)\\b"),
                     [](const SourceFile &file) {
                         return file.room() != QLatin1String("demo") && file.room() != QLatin1String("main");
                     });
}

QStringList pureDomain(const SourceTree &tree)
{
    return inProgram(
        tree,
        QStringLiteral(
            "\\bQObject\\b|\\bQ_OBJECT\\b|\\bQTimer\\b|\\bQThread\\b|\\bQProcess\\b|\\bQSettings\\b|"
            "\\bQ(File|SaveFile|Dir|IODevice|StandardPaths)\\b|\\bqEnvironment\\w+|\\bqgetenv\\b|"
            "\\bgetenv\\b|\\bstd::(i|o)?fstream\\b|\\bfilesystem\\b|\\biostream\\b"),
        [](const SourceFile &file) { return file.room() == QLatin1String("domain"); });
}

QStringList sentences(const SourceTree &tree)
{
    return inProgram(
        tree,
        QStringLiteral("\\btr\\s*\\(|\\bQCoreApplication::translate\\b|\\bQ_DECLARE_TR_FUNCTIONS\\b|"
                       "\\bQT_TR\\w*_NOOP\\w*"),
        [](const SourceFile &file) {
            return file.path().startsWith(u"app/") && file.room() != QLatin1String("main");
        });
}

// Else one notch of the mouse wheel above it changes what it says.
QStringList wheels(const SourceTree &tree)
{
    return inProgram(
        tree,
        QStringLiteral("\\bnew Q(ComboBox|FontComboBox|\\w*SpinBox|(Date|Time|DateTime)Edit|"
                       "Slider|Dial)\\b|\\bpublic Q(ComboBox|\\w*SpinBox|\\w*TimeEdit)\\b"),
        // The one that leaves the wheel alone.
        [](const SourceFile &file) { return file.path() != QLatin1String("ui/common/chooser.h"); });
}

// A long wait that cannot be spared says why, on its line or shortly above.
QStringList sleeps(const SourceTree &tree)
{
    const QStringList found =
        inTests(tree, QStringLiteral("\\b(qWait|qSleep|msleep|sleep|sleep_for)\\s*\\((?!\\d{1,2}\\))(?=\\d)"),
                [](const SourceFile &file) { return file.name().startsWith(u"tst_"); });
    QStringList broken;
    for (const QString &place : found) {
        const int line = place.section(u':', 1, 1).toInt();
        const QString around =
            tree.text(place.section(u':', 0, 0)).section(u'\n', qMax(0, line - 4), line - 1);
        if (!around.contains(QLatin1String("// ")))
            broken.append(place);
    }
    return broken;
}

} // namespace

QList<Rule> codeRules()
{
    return {
        {"no nested event loop", nestedLoops},
        {"no static dialog helpers", staticDialogs},
        {"no coroutines", coroutines},
        {"connections are checked by the compiler", stringConnections},
        {"no singletons", singletons},
        {"no global state", globals},
        {"log lines have a category", plainLogging},
        {"domain has no QObject and no I/O", pureDomain},
        {"words for people are in ui", sentences},
        {"no field follows the mouse wheel", wheels},
        {"tests do not sleep without a reason", sleeps},
    };
}

} // namespace tokenry::structure
