// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>

namespace tokenry::demo
{

// Ends the process, with status 0 and at once, on SIGTERM, SIGINT or SIGHUP, when standard input reaches its
// end, and when the parent dies. Nothing has to be tidied up: the cluster exists in memory only, and a
// connection's thread may be idle for a minute.
class ParentWatch
{
public:
    // First of all in main: asks the kernel to tell of the parent's death. False if it is dead already.
    static bool prepare();

    // Once the first line of standard input was read, and before any other thread is started. Every further
    // line is handed to `line`, without its end; one of more than 64 KB is passed over.
    static void start(std::function<void(const QByteArray &)> line);
};

} // namespace tokenry::demo
