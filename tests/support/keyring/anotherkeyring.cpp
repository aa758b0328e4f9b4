// SPDX-License-Identifier: MIT
#include "support/keyring/anotherkeyring.h"

#include "support/keyring/keyringsession.h"
#include "support/keyring/wiresecret.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

QVariantList answerTo(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                               interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call).arguments();
}

} // namespace

// The service's own way for tests and scripts, in place of a window that asks for a new password.
AnotherKeyring::AnotherKeyring()
{
    qDBusRegisterMetaType<WireSecret>();
    const QVariantList session = answerTo(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                          {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    if (session.size() != 2)
        return;
    const WireSecret password{session[1].value<QDBusObjectPath>(), {}, "test", u"text/plain"_s};
    const QVariantList made = answerTo(
        u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"CreateWithMasterPassword"_s,
        {QVariantMap{{u"org.freedesktop.Secret.Collection.Label"_s, u"Another"_s}},
         QVariant::fromValue(password)});
    if (!made.isEmpty())
        m_path = made[0].value<QDBusObjectPath>().path();
}

bool AnotherKeyring::provision(const KeychainItem &item, const QByteArray &secret) const
{
    return run(u"secret-tool"_s,
               {u"store"_s, u"--collection"_s, m_path, u"--label"_s, item.service, u"server"_s, item.service,
                u"user"_s, item.key, u"type"_s, u"plaintext"_s, u"xdg:schema"_s, u"org.qt.keychain"_s},
               secret)
               .status == 0;
}

bool AnotherKeyring::lock() const
{
    return lockKeyring(m_path);
}

} // namespace tokenry::test
