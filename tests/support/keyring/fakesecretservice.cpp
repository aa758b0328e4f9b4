// SPDX-License-Identifier: MIT
#include "support/keyring/fakesecretservice.h"

#include "support/keyring/wiresecret.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

using Attributes = QMap<QString, QString>;

using WireSecrets = QMap<QDBusObjectPath, WireSecret>;

const QString connectionName = u"fake-secret-service"_s;
const QString root = u"/org/freedesktop/secrets"_s;
const QString collection = root + u"/collection/fake"_s;
const QDBusObjectPath nowhere(u"/"_s);

template <class T>
QVariant variant(const T &value)
{
    return QVariant::fromValue(value);
}

} // namespace

FakeSecretService::FakeSecretService()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName))
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<WireSecret>();
    qDBusRegisterMetaType<WireSecrets>();
    m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath);
    m_bus.registerService(u"org.freedesktop.secrets"_s);
}

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterObject(root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(connectionName);
}

QByteArray FakeSecretService::secretOf(const KeychainItem &item) const
{
    for (const Item &each : m_items) {
        if (each.attributes.value(u"server"_s) == item.service &&
            each.attributes.value(u"user"_s) == item.key)
            return each.secret;
    }
    return {};
}

QString FakeSecretService::introspect(const QString & /*path*/) const
{
    return {};
}

bool FakeSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &connection)
{
    const QDBusMessage reply = answer(message);
    if (reply.type() != QDBusMessage::InvalidMessage)
        connection.send(reply);
    return true;
}

QDBusMessage FakeSecretService::answer(const QDBusMessage &call)
{
    const QString method = call.member();
    if (method == "ReadAlias"_L1)
        return call.createReply(variant(QDBusObjectPath(collection)));
    if (method == "GetAll"_L1)
        return call.createReply(QVariantMap{{u"Label"_s, u"Fake"_s}, {u"Locked"_s, false}});
    if (method == "OpenSession"_L1 && call.arguments().value(0) == u"plain"_s)
        return call.createReply(
            {variant(QDBusVariant(QString())), variant(QDBusObjectPath(root + u"/session/1"_s))});
    if (method == "OpenSession"_L1)
        return call.createErrorReply(QDBusError::NotSupported, u"only plain"_s);
    if (method == "SearchItems"_L1)
        return search(call);
    if (method == "GetSecrets"_L1)
        return secrets(call);
    if (method == "CreateItem"_L1)
        return create(call);
    if (method == "Unlock"_L1)
        return unlock(call);
    if (method == "Delete"_L1) {
        if (m_fault != Fault::KeepsRemoved)
            m_items.remove(call.path());
        return call.createReply(variant(nowhere));
    }
    return call.createErrorReply(QDBusError::UnknownMethod, method);
}

QDBusMessage FakeSecretService::search(const QDBusMessage &call) const
{
    const auto wanted = qdbus_cast<Attributes>(call.arguments().value(0));
    QList<QDBusObjectPath> found;
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        bool matches = true;
        for (auto pair = wanted.begin(); pair != wanted.end(); ++pair)
            matches = matches && item->attributes.value(pair.key()) == pair.value();
        if (matches)
            found << QDBusObjectPath(item.key());
    }
    const QList<QDBusObjectPath> none;
    return call.createReply(m_itemsAreLocked ? QVariantList{variant(none), variant(found)}
                                             : QVariantList{variant(found), variant(none)});
}

QDBusMessage FakeSecretService::unlock(const QDBusMessage &call)
{
    const auto paths = qdbus_cast<QList<QDBusObjectPath>>(call.arguments().value(0));
    for (const QDBusObjectPath &path : paths)
        m_itemsAreLocked = m_itemsAreLocked && !m_items.contains(path.path());
    return call.createReply({variant(paths), variant(nowhere)});
}

QDBusMessage FakeSecretService::secrets(const QDBusMessage &call) const
{
    const auto session = call.arguments().value(1).value<QDBusObjectPath>();
    WireSecrets secrets;
    const auto paths = qdbus_cast<QList<QDBusObjectPath>>(call.arguments().value(0));
    for (const QDBusObjectPath &path : paths)
        secrets.insert(path, {session, {}, m_items.value(path.path()).secret, u"text/plain"_s});
    return call.createReply(variant(secrets));
}

QDBusMessage FakeSecretService::create(const QDBusMessage &call)
{
    if (++m_writes > m_lastFaulty)
        m_fault = Fault::None;
    if (m_fault == Fault::AnswersNoWrite) {
        m_unanswered << call;
        return {};
    }
    return carryOut(call);
}

void FakeSecretService::catchUp()
{
    m_fault = Fault::None;
    for (const QDBusMessage &call : std::exchange(m_unanswered, {}))
        m_bus.send(carryOut(call));
}

QDBusMessage FakeSecretService::carryOut(const QDBusMessage &call)
{
    const auto properties = qdbus_cast<QVariantMap>(call.arguments().value(0));
    Item item;
    item.attributes = qdbus_cast<Attributes>(properties.value(u"org.freedesktop.Secret.Item.Attributes"_s));
    item.secret = qdbus_cast<WireSecret>(call.arguments().value(1)).value;
    if (m_fault == Fault::GarblesWrites)
        item.secret.chop(1);
    const QString path = collection + u'/' + QString::number(++m_made);
    if (m_fault != Fault::ForgetsWrites) {
        const bool replace = call.arguments().value(2).toBool();
        const auto isReplaced = [&](const QMap<QString, Item>::iterator &known) {
            return replace && known->attributes == item.attributes;
        };
        m_items.removeIf(isReplaced);
        m_items.insert(path, item);
    }
    return call.createReply({variant(QDBusObjectPath(path)), variant(nowhere)});
}

} // namespace tokenry::test
