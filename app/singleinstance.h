// SPDX-License-Identifier: MIT
#pragma once

#include "handover.h"

#include <QLocalServer>
#include <QObject>

#include <chrono>
#include <memory>

namespace tokenry
{

/// One program for each person and each configuration: whoever starts first holds a lock, which the system
/// frees however that ends, and listens; who comes later hands over what it was asked for and ends. Only the
/// same user is heard.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First, // or there is no place to meet: then each start stands alone
        HandedOver,
        NoAnswer, // someone holds the lock and does not listen
    };

    static constexpr std::chrono::milliseconds defaultPatience{5000};

    /// \a directory is made with mode 0700 if need be; \a variant tells configurations apart.
    SingleInstance(const QString &directory, const QString &variant);
    ~SingleInstance() override;

    /// Waits no longer than \a patience. Needs no application.
    [[nodiscard]] Outcome claim(const Handover &handover,
                                std::chrono::milliseconds patience = defaultPatience);
    /// From now on, with an application: received() for each later start. Where it cannot listen it gives its
    /// place up, and each start stands alone.
    void listen();

Q_SIGNALS:
    void received(const tokenry::Handover &handover);

private:
    [[nodiscard]] bool lock();
    [[nodiscard]] bool handOver(const QByteArray &line, int milliseconds) const;
    void welcome(QLocalSocket *socket);

    const QString m_directory;
    const QString m_lockFile;
    const QString m_socketFile;
    int m_lock = -1;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace tokenry
