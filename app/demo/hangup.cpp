// SPDX-License-Identifier: MIT
#include "demo/hangup.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace tokenry::demo
{

void hangUpOn(int remotePort)
{
    constexpr int descriptors = 1024; // the library's select() ends there
    for (int descriptor = 3; descriptor < descriptors; ++descriptor) {
        sockaddr_in peer{};
        socklen_t length = sizeof peer;
        // The socket functions take the general type of address.
        if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &length) == 0 &&
            peer.sin_family == AF_INET && ntohs(peer.sin_port) == remotePort)
            ::shutdown(descriptor, SHUT_RDWR);
    }
}

} // namespace tokenry::demo
