// SPDX-License-Identifier: MIT
#include "demo/options.h"

#include <QCommandLineParser>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

std::variant<Options, Notice> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A make-believe InfluxDB Cloud Dedicated cluster on 127.0.0.1.\n"
        "The first line of standard input is the management token it accepts; it ends when standard input does."_s);
    const QCommandLineOption port(u"port"_s, u"Listen on port N (default 0: any free one)."_s, u"N"_s,
                                  u"0"_s);
    const QCommandLineOption seed(u"seed"_s, u"Vary the made-up databases and tokens (default 1)."_s, u"N"_s,
                                  u"1"_s);
    const QCommandLineOption activation(u"activation-seconds"_s,
                                        u"How long a new token is not accepted yet (default 15)."_s, u"S"_s,
                                        u"15"_s);
    const QCommandLineOption empty(u"empty"_s, u"Start without databases and tokens."_s);
    const QCommandLineOption clustered(
        u"clustered"_s,
        u"Serve as InfluxDB Clustered does: paths and answers without account and cluster."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({port, seed, activation, empty, clustered});
    if (!parser.parse(arguments))
        return Notice{parser.errorText(), 2};
    if (parser.isSet(help))
        return Notice{parser.helpText(), 0};
    if (!parser.positionalArguments().isEmpty())
        return Notice{u"Unexpected argument (a management token is read from standard input only)."_s, 2};

    bool portFits = false;
    bool seedFits = false;
    bool delayFits = false;
    Options options;
    options.port = parser.value(port).toUShort(&portFits);
    options.seed = parser.value(seed).toUInt(&seedFits);
    const double seconds = parser.value(activation).toDouble(&delayFits);
    options.empty = parser.isSet(empty);
    options.clustered = parser.isSet(clustered);
    if (!portFits)
        return Notice{u"--port takes a number from 0 to 65535."_s, 2};
    if (!seedFits)
        return Notice{u"--seed takes a whole number."_s, 2};
    if (!delayFits || !(seconds >= 0 && seconds <= 86'400))
        return Notice{u"--activation-seconds takes a number from 0 to 86400."_s, 2};
    options.activationDelay = std::chrono::milliseconds(std::llround(seconds * 1000));
    return options;
}

} // namespace tokenry::demo
