// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "domain/profile.h"
#include "journeys/democontrol.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <vector>

namespace tokenry
{

/// The demo clusters as one child process on a free loopback port. It ends with this object, and with this
/// process however that ends. Its management tokens are made here and travel by the child's standard input,
/// as does what it is asked to do wrong: nobody else can write there.
class DemoCluster : public QObject
{
    Q_OBJECT

public:
    enum class Failure { NotFound, NotStarted, NoAnswer, Ended };

    /// The slug of the first demo profile, production; the others' begin with it and a `_`, which no profile
    /// of a person's has.
    [[nodiscard]] static QString slug() { return QStringLiteral("tokenry_demo"); }
    [[nodiscard]] static bool isDemo(const QString &slug);

    /// \a program is the executable's path.
    explicit DemoCluster(QString program, QObject *parent = nullptr);
    ~DemoCluster() override;

    /// Once for each object. Emits ready() or failed().
    void start();
    [[nodiscard]] bool isRunning() const { return m_ready; }
    /// Production, staging and an empty one, without names (the window has the words for them); there from
    /// ready() on.
    [[nodiscard]] const std::vector<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Secret &managementToken() const { return m_token; }
    /// One that may read and nothing else.
    [[nodiscard]] const Secret &readingToken() const { return m_readingToken; }

    /// The next creation on any demo cluster meets the fault; None disarms.
    void arm(DemoFault fault);
    /// As the child said last.
    [[nodiscard]] DemoFault armed() const { return m_armed; }
    /// Emits changed() or changeRefused().
    void change(const DemoChange &change, const QString &clusterId);

Q_SIGNALS:
    void ready();
    /// Also when it ends by itself later. \a technical is what the system says.
    void failed(tokenry::DemoCluster::Failure failure, const QString &technical);
    void armedChanged(tokenry::DemoFault fault);
    void changed(const tokenry::DemoChange &change);
    /// \a why is what the demo cluster says.
    void changeRefused(const QString &why);

private:
    void readLines();
    void readAnnouncement(const QByteArray &line);
    void take(const DemoReport &report);
    void fail(Failure failure, const QString &technical);

    QString m_program;
    QProcess m_process;
    std::vector<Profile> m_profiles;
    Secret m_token;
    Secret m_readingToken;
    DemoFault m_armed = DemoFault::None;
    QTimer m_patience;
    bool m_ready = false;
};

} // namespace tokenry
