// SPDX-License-Identifier: MIT
#include "keychain/secretservice.h"

#include "keychain/keyringfile.h"
#include "keychain/secretprompt.h"

#include <QAbstractEventDispatcher>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;
using Attributes = QMap<QString, QString>;

namespace
{

constexpr auto serviceName = "org.freedesktop.secrets"_L1;
const QString gnomeKeyring = u"GNOME Keyring"_s;

QDBusMessage secretsCall(const QString &path, const QString &interface, const QString &method,
                         const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    call.setArguments(arguments);
    return call;
}

QDBusMessage serviceCall(const QString &method, const QVariantList &arguments)
{
    return secretsCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, method, arguments);
}

// libsecret answers through GLib's main loop only; in any other, QtKeychain's jobs would never finish.
bool eventLoopIsGlib()
{
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && QByteArrayView(dispatcher->metaObject()->className()).contains("Glib");
}

QString nameOfProcess(uint pid)
{
    QFile comm(u"/proc/%1/comm"_s.arg(pid));
    const QByteArray name = comm.open(QIODevice::ReadOnly) ? comm.readAll().trimmed() : QByteArray();
    if (name.startsWith("gnome-keyring"))
        return gnomeKeyring;
    if (name.startsWith("kwalletd") || name.startsWith("ksecretd"))
        return u"KDE Wallet"_s;
    if (name.startsWith("keepassxc"))
        return u"KeePassXC"_s;
    return u"Secret Service"_s;
}

} // namespace

SecretService::SecretService(SessionBus &bus, QObject *parent) : Preflight(parent), m_bus(bus)
{
    qDBusRegisterMetaType<Attributes>();
}

void SecretService::look(Then<KeychainPlace> then)
{
    if (!eventLoopIsGlib())
        return then(
            unexpected(KeychainError{Kind::Failed, u"Qt runs without GLib's event loop (QT_NO_GLIB)"_s}));
    findCollection(onSuccess<QDBusObjectPath>(
        then, [this, then](const QDBusObjectPath &collection) { describe(collection, then); }));
}

void SecretService::findCollection(Then<QDBusObjectPath> then)
{
    m_bus.ask(serviceCall(u"ReadAlias"_s, {u"default"_s}),
              onSuccess<QVariantList>(then, [then](const QVariantList &reply) {
                  const auto collection = reply.value(0).value<QDBusObjectPath>();
                  if (collection.path().size() > 1)
                      then(collection);
                  else
                      then(unexpected(KeychainError{Kind::NoCollection, {}}));
              }));
}

void SecretService::describe(const QDBusObjectPath &collection, Then<KeychainPlace> then)
{
    const QDBusMessage call = secretsCall(collection.path(), u"org.freedesktop.DBus.Properties"_s,
                                          u"GetAll"_s, {u"org.freedesktop.Secret.Collection"_s});
    m_bus.ask(call, [this, then, collection](const Result<QVariantList, KeychainError> &answer) {
        if (!answer) {
            KeychainError error = answer.error();
            if (error.kind == Kind::NotFound)
                error.kind = Kind::NoCollection;
            return then(unexpected(error));
        }
        const auto properties = qdbus_cast<QVariantMap>(answer->value(0));
        KeychainPlace place;
        place.collection = properties.value(u"Label"_s).toString();
        place.locked = properties.value(u"Locked"_s, true).toBool();
        nameService(place, onSuccess<KeychainPlace>(then, [then, collection](KeychainPlace named) {
                        named.plainText =
                            named.service == gnomeKeyring && isPlainTextKeyring(collection.path());
                        then(named);
                    }));
    });
}

void SecretService::nameService(KeychainPlace place, Then<KeychainPlace> then)
{
    m_bus.owner(
        serviceName, onSuccess<QString>(then, [this, place, then](const QString &owner) mutable {
            place.owner = owner;
            QDBusMessage call =
                QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                               u"org.freedesktop.DBus"_s, u"GetConnectionUnixProcessID"_s);
            call << owner;
            m_bus.ask(call, onSuccess<QVariantList>(then, [place, then](const QVariantList &reply) mutable {
                          place.service = nameOfProcess(reply.value(0).toUInt());
                          then(place);
                      }));
        }));
}

void SecretService::unlock(const std::optional<KeychainItem> &wanted, Then<KeychainPlace> then)
{
    look([this, wanted, then](const Result<KeychainPlace, KeychainError> &place) {
        if (!place && place.error().kind == Kind::NoCollection)
            return createCollection(then);
        if (!place)
            return then(place);
        const auto unlockAll = [this, then, collectionToo = place->locked](const Found &found) {
            if (collectionToo)
                findCollection(
                    onSuccess<QDBusObjectPath>(then, [this, then, found](const QDBusObjectPath &collection) {
                        unlockPaths(QList{collection} + found.locked, then);
                    }));
            else
                unlockPaths(found.locked, then);
        };
        if (wanted)
            find(*wanted, onSuccess<Found>(then, unlockAll));
        else
            unlockAll({});
    });
}

void SecretService::unlockPaths(const QList<QDBusObjectPath> &paths, Then<KeychainPlace> then)
{
    if (paths.isEmpty())
        return lookUnlocked(then);
    m_bus.ask(serviceCall(u"Unlock"_s, {QVariant::fromValue(paths)}),
              onSuccess<QVariantList>(then, [this, then](const QVariantList &reply) {
                  prompt(reply.value(1).value<QDBusObjectPath>().path(), then);
              }));
}

void SecretService::createCollection(Then<KeychainPlace> then)
{
    const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, u"Login"_s}};
    m_bus.ask(serviceCall(u"CreateCollection"_s, {properties, u"default"_s}),
              onSuccess<QVariantList>(then, [this, then](const QVariantList &reply) {
                  prompt(reply.value(1).value<QDBusObjectPath>().path(),
                         [then](Result<KeychainPlace, KeychainError> made) {
                             // Nothing is locked: there still is no keyring.
                             if (!made && made.error().kind == Kind::Dismissed)
                                 made.error().kind = Kind::NoCollection;
                             then(std::move(made));
                         });
              }));
}

void SecretService::prompt(const QString &path, Then<KeychainPlace> then)
{
    // "/" says that nobody needs to be asked.
    if (path.size() <= 1)
        return lookUnlocked(then);
    m_bus.owner(serviceName, onSuccess<QString>(then, [this, path, then](const QString &owner) {
                    SecretPrompt::show(m_bus, owner, path,
                                       onSuccess<Done>(then, [this, then](Done) { lookUnlocked(then); }));
                }));
}

void SecretService::search(const KeychainItem &item, Then<Presence> then)
{
    find(item, onSuccess<Found>(then, [then](const Found &found) {
             if (!found.unlocked.isEmpty())
                 then(Presence::Present);
             else
                 then(found.locked.isEmpty() ? Presence::Absent : Presence::PresentLocked);
         }));
}

void SecretService::find(const KeychainItem &item, Then<Found> then)
{
    // The attributes that QtKeychain looks items up by.
    const Attributes attributes{{u"user"_s, item.key}, {u"server"_s, item.service}};
    m_bus.ask(serviceCall(u"SearchItems"_s, {QVariant::fromValue(attributes)}),
              onSuccess<QVariantList>(then, [then](const QVariantList &reply) {
                  then(Found{qdbus_cast<QList<QDBusObjectPath>>(reply.value(0)),
                             qdbus_cast<QList<QDBusObjectPath>>(reply.value(1))});
              }));
}

void SecretService::settle(const KeychainItem & /*item*/, Then<Done> then)
{
    then(Done());
}

} // namespace tokenry
