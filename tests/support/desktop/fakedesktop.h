// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QStringList>

#include <map>
#include <vector>

namespace tokenry::test
{

/// logind, a session manager and a portal, as far as sleep and log-out go, on the private session bus (which
/// plays the system bus, too: see beSystemBus()). Serves from the test's event loop.
class FakeDesktop : public QDBusVirtualObject
{
    Q_OBJECT

public:
    /// What is there to be asked.
    enum class Offer { Logind, SessionManager, Portal };

    explicit FakeDesktop(const std::vector<Offer> &offers);
    ~FakeDesktop() override;

    /// For this process and its children; before any of them looks for a bus.
    static void beSystemBus();

    /// logind then refuses blocks, as for who is not at the computer.
    void refuseBlocks() { m_refusesBlocks = true; }
    /// Calls are answered at answerHeld() only.
    void holdAnswers() { m_holdsAnswers = true; }
    void answerHeld();
    [[nodiscard]] qsizetype waiting() const { return static_cast<qsizetype>(m_waiting.size()); }

    /// What is held now: "sleep:shutdown block", "session", "portal".
    [[nodiscard]] QStringList held() const;
    /// Who asked and why, one for each call: "Tokenry: …".
    [[nodiscard]] QStringList asked() const { return m_asked; }

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    [[nodiscard]] QDBusMessage answer(const QDBusMessage &call);
    [[nodiscard]] QDBusMessage lock(const QDBusMessage &call);

    QDBusConnection m_bus;
    const std::vector<Offer> m_offers;
    bool m_refusesBlocks = false;
    bool m_holdsAnswers = false;
    std::vector<QDBusMessage> m_waiting;
    QStringList m_asked;
    /// Our ends of logind's locks; the other end is closed when a lock is given back.
    std::map<QString, int> m_locks;
    uint m_cookie = 0;
    bool m_sessionHeld = false;
    QString m_request;
};

} // namespace tokenry::test
