// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace tokenry::demo
{

// The first line of standard input without its line ending, read byte by byte so that nothing behind it is
// taken. Empty when there is none, or none that ends within 4096 bytes.
QByteArray firstLineOfStandardInput();

} // namespace tokenry::demo
