// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QProcessEnvironment>

namespace tokenry::test
{

enum class BashMode { Script, History };

/// Starts bash with the command on its standard input, as if pasted; with History, `!` is expanded as in an
/// interactive one.
inline void startBash(QProcess &bash, const QString &command, BashMode mode,
                      const QProcessEnvironment &environment)
{
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("bash"), {QStringLiteral("--norc"), QStringLiteral("-s")});
    const QByteArray before = mode == BashMode::History ? "set -o history -o histexpand\n:\n" : "";
    bash.write(before + command.toUtf8() + '\n');
    bash.closeWriteChannel();
}

} // namespace tokenry::test
