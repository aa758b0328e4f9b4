// SPDX-License-Identifier: MIT
#pragma once

#include "demo/account.h"

namespace tokenry::demo
{

// What the parent process may ask for, a JSON object a line on standard input, which nobody else can write
// to:
//   {"accept": TOKEN}                                   a management token that may only read
//   {"arm": NAME}                                       a fault for the next creation, "" for none
//   {"change": "delete-database", "cluster", "name"}    behind the back of whoever has read the cluster
//   {"change": "add-database", "cluster", "name"}
//   {"change": "add-token", "cluster", "name"}          of this description; nobody has its secret
// The answers go to standard output: {"armed": NAME} whenever that changes, {"changed", "name"},
// {"refused": REASON, "name"}. What cannot be understood is passed over.
class Control
{
public:
    explicit Control(Account &account); // which must outlive it

    void obey(const QByteArray &line);

private:
    void change(const QString &what, Cluster &cluster, const QString &name);

    Account &m_account;
};

} // namespace tokenry::demo
