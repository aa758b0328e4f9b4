// SPDX-License-Identifier: MIT
// Loaded into a program before all else (LD_PRELOAD): no name is ever looked up to the end. The first lookup
// makes the file that STALLED_LOOKUP names.
#include <cstdlib>
#include <fcntl.h>
#include <netdb.h>
#include <unistd.h>

extern "C" [[gnu::visibility("default")]] int getaddrinfo(const char *, const char *, const addrinfo *,
                                                          addrinfo **)
{
    if (const char *const sign = std::getenv("STALLED_LOOKUP"))
        close(open(sign, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    for (;;)
        pause();
}
