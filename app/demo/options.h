// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <variant>

namespace tokenry::demo
{

struct Options
{
    int port = 0;
    quint32 seed = 1;
    std::chrono::milliseconds activationDelay{15'000};
    std::chrono::milliseconds lateness{20'000};
    bool empty = false;
    bool clustered = false;
};

// What is to be printed instead of serving: the help (status 0) or what is wrong with the command line
// (status 2).
struct Notice
{
    QString text;
    int status;
};

std::variant<Options, Notice> optionsFrom(const QStringList &arguments);

} // namespace tokenry::demo
