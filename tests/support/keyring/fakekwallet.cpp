// SPDX-License-Identifier: MIT
#include "support/keyring/fakekwallet.h"

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

const QString connectionName = u"fake-kwallet"_s;
const QString module = u"/modules/kwalletd5"_s;
const QString wallet = u"kdewallet"_s;
constexpr int handle = 7;
constexpr int failed = -1;
constexpr int typeOfNothing = 0;
constexpr int typeOfPassword = 1;

} // namespace

void FakeKWallet::pretendPlasma()
{
    qputenv("XDG_CURRENT_DESKTOP", "KDE");
    qputenv("KDE_SESSION_VERSION", "5");
}

FakeKWallet::FakeKWallet() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName))
{
    m_bus.registerVirtualObject(module, this);
    m_bus.registerService(u"org.kde.kwalletd5"_s);
}

FakeKWallet::~FakeKWallet()
{
    m_bus.unregisterObject(module);
    QDBusConnection::disconnectFromBus(connectionName);
}

QByteArray FakeKWallet::secretOf(const KeychainItem &item) const
{
    return m_items.value({item.service, item.key}).toUtf8();
}

QString FakeKWallet::introspect(const QString & /*path*/) const
{
    return {};
}

bool FakeKWallet::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QDBusMessage reply = answer(message);
    if (reply.type() != QDBusMessage::InvalidMessage)
        connection.send(reply);
    return true;
}

QDBusMessage FakeKWallet::answer(const QDBusMessage &call)
{
    const QString method = call.member();
    const QVariantList arguments = call.arguments();
    if (method == "networkWallet"_L1)
        return call.createReply(wallet);
    if (method == "wallets"_L1)
        return call.createReply(m_isMade ? QStringList{wallet} : QStringList());
    if (method == "isOpen"_L1)
        return call.createReply(m_isOpen && arguments.value(0) == wallet);
    if (method == "open"_L1)
        return open(call);
    // By the wallet's name the rest is asked for without opening it, by a handle only afterwards.
    const Name name{arguments.value(1).toString(), arguments.value(2).toString()};
    if (method == "keyDoesNotExist"_L1)
        return call.createReply(m_isOpen ||
                                !m_items.contains(name)); // an open one's is of before it was opened
    const bool usable = m_isOpen && arguments.value(0) == handle;
    if (method == "hasEntry"_L1)
        return call.createReply(usable && m_items.contains(name));
    if (method == "sync"_L1) {
        m_isSynced = usable;
        return call.createReply();
    }
    if (method == "entryType"_L1)
        return call.createReply(usable && m_items.contains(name) ? typeOfPassword : typeOfNothing);
    if (method == "readPassword"_L1)
        return call.createReply(usable && m_fault != Fault::FailsReads ? m_items.value(name) : QString());
    if (method == "writePassword"_L1 && usable)
        return write(call, name);
    if (method == "removeEntry"_L1 && usable && m_fault != Fault::KeepsRemoved)
        return call.createReply(m_items.remove(name) > 0 ? 0 : failed);
    if (method == "writePassword"_L1 || method == "removeEntry"_L1)
        return call.createReply(failed);
    return call.createErrorReply(QDBusError::UnknownMethod, method);
}

QDBusMessage FakeKWallet::open(const QDBusMessage &call)
{
    if (!m_isOpen)
        ++m_dialogs;
    if (m_fault == Fault::AnswersNoOpening)
        return {};
    if (m_fault == Fault::RefusesOpening)
        return call.createReply(failed);
    m_isMade = m_isOpen = true;
    return call.createReply(handle);
}

QDBusMessage FakeKWallet::write(const QDBusMessage &call, const Name &name)
{
    if (++m_writes > m_lastFaulty)
        m_fault = Fault::None;
    if (m_fault == Fault::AnswersNoWrite)
        return {};
    if (m_fault == Fault::RefusesWrites)
        return call.createReply(failed);
    QString value = call.arguments().value(3).toString();
    if (m_fault == Fault::GarblesWrites)
        value.chop(1);
    m_items.insert(name, value);
    m_isSynced = false;
    return call.createReply(0);
}

} // namespace tokenry::test
