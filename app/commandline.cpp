// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace tokenry
{

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

struct Options
{
    QCommandLineOption profile{QStringLiteral("profile"),
                               translated("Open this profile, by its name or its file's name."),
                               translated("NAME")};
    QCommandLineOption demo{QStringLiteral("demo"), translated("Start the demo cluster and work on it.")};
    QCommandLineOption config{QStringLiteral("config"),
                              translated("Keep the profiles in this directory, not in the usual one."),
                              translated("DIR")};
    QCommandLineOption version{QStringLiteral("version"), translated("Show the version and end.")};
    QCommandLineOption help{QStringLiteral("help"), translated("Show this help and end.")};
    QCommandLineParser parser;

    Options()
    {
        parser.setApplicationDescription(
            translated("Database tokens for InfluxDB Cloud Dedicated and InfluxDB "
                       "Clustered, by pointing and clicking."));
        parser.addOptions({profile, demo, config, version, help});
        parser.addPositionalArgument(translated("FILE"),
                                     translated("Review the token request in this .tokenry.json file."),
                                     translated("[FILE]"));
    }
};

} // namespace

Result<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    Options options;
    // The parser takes the program's name first.
    if (!options.parser.parse(QStringList(QStringLiteral("tokenry")) + arguments))
        return unexpected(options.parser.errorText());
    const QStringList files = options.parser.positionalArguments();
    if (files.size() > 1)
        return unexpected(translated("One request file at a time. Unexpected argument: %1").arg(files[1]));

    CommandLine line;
    if (options.parser.isSet(options.version))
        line.show = Show::Version;
    if (options.parser.isSet(options.help))
        line.show = Show::Help;
    line.profile = options.parser.value(options.profile);
    line.demo = options.parser.isSet(options.demo);
    line.file = files.value(0);
    line.configDirectory = options.parser.value(options.config);
    if (options.parser.isSet(options.config) && line.configDirectory.isEmpty())
        return unexpected(translated("--config needs a directory."));
    if (options.parser.isSet(options.profile) && line.profile.isEmpty())
        return unexpected(translated("--profile needs a name."));
    if (line.demo && !line.profile.isEmpty())
        return unexpected(translated("--demo and --profile exclude each other."));
    return line;
}

QString CommandLine::help()
{
    // The parser asks the application for its name, and there is none yet.
    return Options().parser.helpText().replace(QStringLiteral("<executable_name>"),
                                               QStringLiteral("tokenry"));
}

} // namespace tokenry
