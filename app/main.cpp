// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "common/readableindicators.h"
#include "composition.h"
#include "processguard.h"
#include "singleinstance.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <memory>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif
#include <unistd.h>

namespace
{

using namespace tokenry;

/// What ends before a window is needed: --version, --help, and a command line that is wrong.
std::optional<int> answerInTerminal(const Result<CommandLine, QString> &line)
{
    const auto say = [](FILE *stream, const QString &text) {
        std::fputs(qPrintable(text + u'\n'), stream);
    };
    if (!line) {
        say(stderr, line.error());
        say(stderr, CommandLine::help());
        return 2;
    }
    switch (line->show) {
    case CommandLine::Show::Version:
        say(stdout, QStringLiteral("Tokenry " TOKENRY_VERSION));
        return 0;
    case CommandLine::Show::Help:
        say(stdout, CommandLine::help());
        return 0;
    case CommandLine::Show::Window:
        break;
    }
    return std::nullopt;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

Handover handoverOf(const CommandLine &line)
{
    Handover handover{line.profile, line.demo, {}, qgetenv("XDG_ACTIVATION_TOKEN")};
    if (!line.file.isEmpty())
        handover.file = QDir::current().absoluteFilePath(line.file);
    if (handover.activationToken.isEmpty())
        handover.activationToken = qgetenv("DESKTOP_STARTUP_ID");
    return handover;
}

/// What ends because the program runs already.
std::optional<int> handOver(SingleInstance &instance, const CommandLine &line)
{
    switch (instance.claim(handoverOf(line))) {
    case SingleInstance::Outcome::First:
        return std::nullopt;
    case SingleInstance::Outcome::HandedOver:
        return 0;
    case SingleInstance::Outcome::NoAnswer:
        break;
    }
    std::fputs(
        qPrintable(QCoreApplication::translate(
                       "CommandLine", "Tokenry runs already, but does not answer. End it first, or wait "
                                      "until it goes on.") +
                   u'\n'),
        stderr);
    return 1;
}

int run(QApplication &application, const StandardDirectories &directories, SingleInstance &instance,
        const Handover &asked)
{
    Composition composition(directories,
                            QApplication::applicationDirPath() + QStringLiteral("/tokenry-demo-cluster"));
    SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::endRequested, &application, [&composition] {
        composition.prepareToEnd();
        QApplication::quit();
    });
    composition.window().show();
    composition.follow(asked);
    composition.serve(instance);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    const auto line = CommandLine::parse(argumentsOf(argc, argv));
    if (const auto code = answerInTerminal(line))
        return *code;
    const auto directories =
        StandardDirectories::of(QProcessEnvironment::systemEnvironment(), line->configDirectory);
    auto instance = std::make_unique<SingleInstance>(directories.runtime, directories.variant);
    if (const auto code = handOver(*instance, *line))
        return *code;

    QApplication application(argc, argv);
    QApplication::setStyle(new ReadableIndicators);
    QApplication::setApplicationName(QStringLiteral("tokenry"));
    QApplication::setApplicationVersion(QStringLiteral(TOKENRY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tokenry.Tokenry"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/tokenry.svg")));
    QTranslator translator;
    // English has a file of its own for its plurals, and serves where there is no translation.
    if (translator.load(QLocale(), QStringLiteral("tokenry"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/tokenry_en.qm")))
        QApplication::installTranslator(&translator);

    const int code = run(application, directories, *instance, handoverOf(*line));
    // A later start is not to knock at a door that nobody is behind.
    instance.reset();
#if defined(__SANITIZE_ADDRESS__)
    __lsan_do_leak_check();
#endif
    // All is flushed and wiped; a host name that is still being looked up would hold the process for seconds.
    std::fflush(nullptr);
    _exit(code);
}
