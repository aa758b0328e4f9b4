// SPDX-License-Identifier: MIT
#include "demo/standardinput.h"

#include <cerrno>
#include <unistd.h>

namespace tokenry::demo
{

QByteArray firstLineOfStandardInput()
{
    constexpr qsizetype longest = 4096;
    QByteArray line;
    while (line.size() < longest) {
        char byte = 0;
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return {};
        if (byte == '\n')
            return line.trimmed();
        line.append(byte);
    }
    return {};
}

} // namespace tokenry::demo
