// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMap>

#include <limits>

namespace tokenry::test
{

/// KDE's wallet daemon (kwalletd5) as it fails: it has one open wallet, and serves from the test's event loop
/// on a bus without a real one (with-keyring -m none). tst_kwallet holds the same calls against the real one.
class FakeKWallet : public QDBusVirtualObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        RefusesWrites,   // fails by its return code, which QtKeychain takes for success; keeps nothing
        GarblesWrites,   // reports success, keeps something else
        AnswersNoWrite,  // takes the call and never answers
        FailsReads,      // gives nothing for what is there, which QtKeychain takes for success
        KeepsRemoved,    // fails by its return code, removes nothing
        RefusesOpening,  // the person said no
        AnswersNoOpening // the person does not say anything
    };

    /// Makes this process, and what it starts, a session of Plasma 5. Before the first keychain is made.
    static void pretendPlasma();

    FakeKWallet();
    ~FakeKWallet() override;

    /// For the first \a writes that come.
    void setFault(Fault fault, int writes = std::numeric_limits<int>::max())
    {
        m_fault = fault;
        m_lastFaulty = writes;
    }
    void setOpen(bool open) { m_isOpen = open; }
    void setMade(bool made) { m_isMade = m_isOpen = made; }
    void put(const KeychainItem &item, const QString &secret) { m_items[{item.service, item.key}] = secret; }

    [[nodiscard]] qsizetype items() const { return m_items.size(); }
    [[nodiscard]] int writes() const { return m_writes; }
    /// How often somebody would have been asked for the password.
    [[nodiscard]] int dialogs() const { return m_dialogs; }
    /// Whether it was told to bring to disk what was written.
    [[nodiscard]] bool isSynced() const { return m_isSynced; }
    /// Empty where there is none.
    [[nodiscard]] QByteArray secretOf(const KeychainItem &item) const;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    using Name = std::pair<QString, QString>; // folder, key

    [[nodiscard]] QDBusMessage answer(const QDBusMessage &call);
    [[nodiscard]] QDBusMessage open(const QDBusMessage &call);
    [[nodiscard]] QDBusMessage write(const QDBusMessage &call, const Name &name);

    QDBusConnection m_bus;
    QMap<Name, QString> m_items;
    Fault m_fault = Fault::None;
    bool m_isMade = true;
    bool m_isOpen = true;
    bool m_isSynced = false;
    int m_writes = 0;
    int m_dialogs = 0;
    int m_lastFaulty = 0;
};

} // namespace tokenry::test
