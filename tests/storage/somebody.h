// SPDX-License-Identifier: MIT
#pragma once

#include <QDirIterator>
#include <QFile>

#include <functional>
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tokenry::test
{

/// Root may do everything: gives the directory with all that is in it to a user without rights, and does it
/// as that user, in a process of its own. Whoever is not root does it as himself. Whether it went well.
inline bool asSomebody(const QString &directory, const std::function<bool()> &what)
{
    constexpr uid_t nobody = 65534;
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) {
        const auto give = [](const QString &path) {
            return ::lchown(QFile::encodeName(path).constData(), nobody, nobody) == 0;
        };
        bool given = give(directory);
        QDirIterator all(directory, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            given = give(all.next()) && given;
        if (!given)
            return false;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const bool became =
            !isRoot || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
        ::_exit(became && what() ? 0 : 1);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

} // namespace tokenry::test
