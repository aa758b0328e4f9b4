// SPDX-License-Identifier: MIT
#include "keychain/kwallet.h"

using namespace Qt::StringLiterals;

namespace tokenry
{

namespace
{

QDBusMessage walletCall(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s,
                                                       u"org.kde.KWallet"_s, method);
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

void KWallet::look(Then<KeychainPlace> then)
{
    m_bus.ask(walletCall(u"networkWallet"_s),
              onSuccess<QVariantList>(then, [this, then](const QVariantList &reply) {
                  KeychainPlace place;
                  place.service = u"KDE Wallet"_s;
                  place.collection = reply.value(0).toString();
                  m_bus.owner(u"org.kde.kwalletd5"_s,
                              onSuccess<QString>(then, [then, place](const QString &owner) mutable {
                                  place.owner = owner;
                                  then(place);
                              }));
              }));
}

void KWallet::unlock(Then<KeychainPlace> then)
{
    look(std::move(then));
}

void KWallet::search(const KeychainItem & /*item*/, Then<Presence> then)
{
    then(Presence::Unknown);
}

void KWallet::settle(const KeychainItem &item, Then<Done> then)
{
    // The application's name is the one QtKeychain opened the wallet with, so that nobody is asked twice.
    const QString application = item.service;
    look(onSuccess<KeychainPlace>(then, [this, then, application](const KeychainPlace &place) {
        m_bus.ask(walletCall(u"open"_s, {place.collection, qlonglong(0), application}),
                  onSuccess<QVariantList>(then, [this, then, application](const QVariantList &opened) {
                      m_bus.ask(
                          walletCall(u"sync"_s, {opened.value(0).toInt(), application}),
                          onSuccess<QVariantList>(then, [then](const QVariantList &) { then(Done()); }));
                  }));
    }));
}

} // namespace tokenry
