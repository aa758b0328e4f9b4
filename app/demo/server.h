// SPDX-License-Identifier: MIT
#pragma once

#include "demo/account.h"

#include <httplib.h>

namespace tokenry::demo
{

// Both planes of the account's clusters on one loopback port: /api/v0/… is the Management API, all else the
// data plane.
class Server
{
public:
    explicit Server(Account &account); // which must outlive it

    int bind(int port); // 0 = any free one; returns the port, or -1 if it cannot be had
    bool serve();       // blocks; connections queue up from bind() on

private:
    void answer(const httplib::Request &request, httplib::Response &response,
                const httplib::ContentReader *body);

    Account &m_account;
    httplib::Server m_http;
    int m_listener = -1;
};

} // namespace tokenry::demo
