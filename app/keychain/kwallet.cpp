// SPDX-License-Identifier: MIT
#include "keychain/kwallet.h"

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

namespace
{

constexpr auto serviceName = "org.kde.kwalletd5"_L1;

QDBusMessage walletCall(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(serviceName, u"/modules/kwalletd5"_s, u"org.kde.KWallet"_s, method);
    call.setArguments(arguments);
    return call;
}

} // namespace

KWallet::KWallet(SessionBus &bus, QObject *parent) : Preflight(parent), m_bus(bus) {}

bool KWallet::isPreferredIn(const QProcessEnvironment &environment)
{
    if (environment.value(u"KDE_SESSION_VERSION"_s) != "5"_L1)
        return false;
    const QString desktop = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (desktop == "KDE"_L1)
        return true;
    if (desktop == "GNOME"_L1 || desktop == "Unity"_L1)
        return false;
    const QString session = environment.value(u"DESKTOP_SESSION"_s);
    if (session == "kde"_L1)
        return true;
    const bool other = session == "gnome"_L1 || session == "kde4"_L1 || session.contains("xfce"_L1) ||
                       session == "xubuntu"_L1 || !environment.value(u"GNOME_DESKTOP_SESSION_ID"_s).isEmpty();
    return !other && !environment.value(u"KDE_FULL_SESSION"_s).isEmpty();
}

void KWallet::answers(Then<Done> then)
{
    name(onSuccess<QString>(then, [then](const QString &) { then(Done()); }));
}

void KWallet::name(Then<QString> then)
{
    m_bus.ask(walletCall(u"networkWallet"_s),
              onSuccess<QVariantList>(
                  then, [then](const QVariantList &reply) { then(reply.value(0).toString()); }));
}

void KWallet::isOpen(const QString &wallet, Then<bool> then)
{
    m_bus.ask(
        walletCall(u"isOpen"_s, {wallet}),
        onSuccess<QVariantList>(then, [then](const QVariantList &reply) { then(reply.value(0).toBool()); }));
}

void KWallet::look(Then<KeychainPlace> then)
{
    name(onSuccess<QString>(then, [this, then](const QString &wallet) {
        m_bus.ask(walletCall(u"wallets"_s),
                  onSuccess<QVariantList>(then, [this, then, wallet](const QVariantList &reply) {
                      if (reply.value(0).toStringList().contains(wallet))
                          describe(wallet, then);
                      else
                          then(unexpected(KeychainError{Kind::NoCollection, {}}));
                  }));
    }));
}

void KWallet::describe(const QString &wallet, Then<KeychainPlace> then)
{
    isOpen(wallet, onSuccess<bool>(then, [this, then, wallet](bool open) {
               KeychainPlace place;
               place.service = u"KDE Wallet"_s;
               place.collection = wallet;
               place.locked = !open;
               m_bus.owner(serviceName, onSuccess<QString>(then, [then, place](const QString &owner) mutable {
                               place.owner = owner;
                               then(place);
                           }));
           }));
}

void KWallet::unlock(const std::optional<KeychainItem> & /*wanted*/, Then<KeychainPlace> then)
{
    look([this, then](const Result<KeychainPlace, KeychainError> &place) {
        if (place && place->locked)
            open(Kind::Dismissed, then);
        else if (!place && place.error().kind == Kind::NoCollection)
            // Nothing is locked: there still is no wallet.
            open(Kind::NoCollection, then);
        else
            then(place);
    });
}

void KWallet::open(Kind refused, Then<KeychainPlace> then)
{
    name(onSuccess<QString>(then, [this, refused, then](const QString &wallet) {
        m_bus.askPerson(walletCall(u"open"_s, {wallet, qlonglong(0), u"Tokenry"_s}),
                        onSuccess<QVariantList>(then, [this, refused, then](const QVariantList &opened) {
                            if (opened.value(0, -1).toInt() < 0)
                                then(unexpected(KeychainError{refused, {}}));
                            else
                                lookUnlocked(then);
                        }));
    }));
}

void KWallet::search(const KeychainItem &item, Then<Presence> then)
{
    name(onSuccess<QString>(then, [this, item, then](const QString &wallet) {
        isOpen(wallet, onSuccess<bool>(then, [this, item, then, wallet](bool open) {
                   if (open)
                       searchOpen(wallet, item, then);
                   else
                       searchClosed(wallet, item, then);
               }));
    }));
}

// What is written into an open wallet shows here only after it was opened the next time.
void KWallet::searchClosed(const QString &wallet, const KeychainItem &item, Then<Presence> then)
{
    m_bus.ask(walletCall(u"keyDoesNotExist"_s, {wallet, item.service, item.key}),
              onSuccess<QVariantList>(then, [then](const QVariantList &absent) {
                  then(absent.value(0).toBool() ? Presence::Absent : Presence::PresentLocked);
              }));
}

void KWallet::searchOpen(const QString &wallet, const KeychainItem &item, Then<Presence> then)
{
    handle(wallet, item, onSuccess<int>(then, [this, item, then](int handle) {
               m_bus.ask(walletCall(u"hasEntry"_s, {handle, item.service, item.key, item.service}),
                         onSuccess<QVariantList>(then, [then](const QVariantList &there) {
                             then(there.value(0).toBool() ? Presence::Present : Presence::Absent);
                         }));
           }));
}

// The application's name is the one QtKeychain opens the wallet with, so that nobody is asked twice.
void KWallet::handle(const QString &wallet, const KeychainItem &item, Then<int> then)
{
    m_bus.ask(walletCall(u"open"_s, {wallet, qlonglong(0), item.service}),
              onSuccess<QVariantList>(then, [then](const QVariantList &opened) {
                  if (const int handle = opened.value(0, -1).toInt(); handle >= 0)
                      then(handle);
                  else
                      then(unexpected(KeychainError{Kind::Denied, {}}));
              }));
}

void KWallet::settle(const KeychainItem &item, Then<Done> then)
{
    name(onSuccess<QString>(then, [this, item, then](const QString &wallet) {
        handle(wallet, item, onSuccess<int>(then, [this, item, then](int handle) {
                   m_bus.ask(walletCall(u"sync"_s, {handle, item.service}),
                             onSuccess<QVariantList>(then, [then](const QVariantList &) { then(Done()); }));
               }));
    }));
}

} // namespace tokenry
