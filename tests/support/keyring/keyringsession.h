// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

#include <QByteArray>
#include <QStringList>

namespace tokenry::test
{

struct Spoken
{
    int status = -1;
    QByteArray out;
};

/// Runs a program to its end.
Spoken run(const QString &program, const QStringList &arguments, const QByteArray &input = {});

/// What another program (secret-tool) reads under the item's names; empty if nothing.
QByteArray lookUp(const KeychainItem &item);
/// Whether another program finds the item, locked or not.
bool isListed(const KeychainItem &item);
/// Stores an item the way the README tells administrators to.
bool provision(const KeychainItem &item, const QByteArray &secret,
               const QString &schema = QStringLiteral("org.qt.keychain"));
/// \a path: the collection's on the bus.
bool lockKeyring(const QString &path);
bool lockLoginKeyring();

/// The processes that with-keyring started.
int keyringDaemonPid();
int busPid();

/// A process that does nothing while this lives.
class Stopped
{
public:
    explicit Stopped(int pid);
    ~Stopped();
    Stopped(const Stopped &) = delete;
    Stopped &operator=(const Stopped &) = delete;

private:
    int m_pid;
};

} // namespace tokenry::test
