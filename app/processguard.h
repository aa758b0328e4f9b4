// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace tokenry
{

/// Before anything else: files private to the person, no core dumps that hold secrets, no D-Bus debugging
/// that prints them.
void hardenProcess();

/// Turns SIGTERM, SIGINT and SIGHUP into an orderly end of the application, so that the clipboard is cleared.
class SignalWatch : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;

Q_SIGNALS:
    void endRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tokenry
