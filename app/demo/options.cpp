// SPDX-License-Identifier: MIT
#include "demo/options.h"

#include <QCommandLineParser>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

std::optional<std::chrono::milliseconds> secondsIn(const QString &text)
{
    bool fits = false;
    const double seconds = text.toDouble(&fits);
    if (!fits || !(seconds >= 0 && seconds <= 86'400))
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

} // namespace

std::variant<Options, Notice> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Three make-believe InfluxDB Cloud Dedicated clusters of one account on 127.0.0.1.\n"
        "The first line of standard input is the management token they accept; they end when standard input does."_s);
    const QCommandLineOption port(u"port"_s, u"Listen on port N (default 0: any free one)."_s, u"N"_s,
                                  u"0"_s);
    const QCommandLineOption seed(u"seed"_s, u"Vary the made-up databases and tokens (default 1)."_s, u"N"_s,
                                  u"1"_s);
    const QCommandLineOption activation(u"activation-seconds"_s,
                                        u"How long a new token is not accepted yet (default 15)."_s, u"S"_s,
                                        u"15"_s);
    const QCommandLineOption late(u"late-seconds"_s,
                                  u"How long an answer is held back that is to come late (default 20)."_s,
                                  u"S"_s, u"20"_s);
    const QCommandLineOption empty(u"empty"_s, u"Start without databases and tokens."_s);
    const QCommandLineOption clustered(
        u"clustered"_s,
        u"Serve as InfluxDB Clustered does: paths and answers without account and cluster."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({port, seed, activation, late, empty, clustered});
    if (!parser.parse(arguments))
        return Notice{parser.errorText(), 2};
    if (parser.isSet(help))
        return Notice{parser.helpText(), 0};
    if (!parser.positionalArguments().isEmpty())
        return Notice{u"Unexpected argument (a management token is read from standard input only)."_s, 2};

    bool portFits = false;
    bool seedFits = false;
    Options options;
    options.port = parser.value(port).toUShort(&portFits);
    options.seed = parser.value(seed).toUInt(&seedFits);
    const auto delay = secondsIn(parser.value(activation));
    const auto lateness = secondsIn(parser.value(late));
    options.empty = parser.isSet(empty);
    options.clustered = parser.isSet(clustered);
    if (!portFits)
        return Notice{u"--port takes a number from 0 to 65535."_s, 2};
    if (!seedFits)
        return Notice{u"--seed takes a whole number."_s, 2};
    if (!delay)
        return Notice{u"--activation-seconds takes a number from 0 to 86400."_s, 2};
    if (!lateness)
        return Notice{u"--late-seconds takes a number from 0 to 86400."_s, 2};
    options.activationDelay = *delay;
    options.lateness = *lateness;
    return options;
}

} // namespace tokenry::demo
