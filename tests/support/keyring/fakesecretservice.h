// SPDX-License-Identifier: MIT
#pragma once

#include "domain/keychainitem.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QMap>

#include <limits>

namespace tokenry::test
{

/// A Secret Service that lies, for faults that a real one cannot be made to have. One unlocked collection;
/// serves from the test's event loop on a bus without another one (with-keyring -m none).
class FakeSecretService : public QDBusVirtualObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        ForgetsWrites,  // reports success, keeps nothing
        GarblesWrites,  // reports success, keeps something else
        KeepsRemoved,   // reports success, removes nothing
        AnswersNoWrite, // takes the call and never answers, unless catchUp()
    };

    FakeSecretService();
    ~FakeSecretService() override;

    /// For the first \a writes that come.
    void setFault(Fault fault, int writes = std::numeric_limits<int>::max())
    {
        m_fault = fault;
        m_lastFaulty = writes;
    }
    /// As if all items lay in another collection, which is locked until asked for by an item of it.
    void lockItems() { m_itemsAreLocked = true; }
    /// Carries out and answers the writes that got no answer.
    void catchUp();
    [[nodiscard]] qsizetype items() const { return m_items.size(); }
    [[nodiscard]] int writes() const { return m_writes; }
    /// Empty where there is none.
    [[nodiscard]] QByteArray secretOf(const KeychainItem &item) const;

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    struct Item
    {
        QMap<QString, QString> attributes;
        QByteArray secret;
    };

    QDBusMessage answer(const QDBusMessage &call);
    QDBusMessage search(const QDBusMessage &call) const;
    QDBusMessage unlock(const QDBusMessage &call);
    QDBusMessage secrets(const QDBusMessage &call) const;
    QDBusMessage create(const QDBusMessage &call);
    QDBusMessage carryOut(const QDBusMessage &call);

    QDBusConnection m_bus;
    QMap<QString, Item> m_items;
    QList<QDBusMessage> m_unanswered;
    Fault m_fault = Fault::None;
    bool m_itemsAreLocked = false;
    int m_writes = 0;
    int m_made = 0;
    int m_lastFaulty = 0;
};

} // namespace tokenry::test
