// SPDX-License-Identifier: MIT
#include "wording/managementtokentext.h"

#include "wording/keychaintext.h"
#include "wording/profiletext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>

namespace tokenry
{

namespace
{

using Kind = KeychainError::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ManagementTokenText)

public:
    static QString storingRemedy(Kind kind)
    {
        switch (kind) {
        case Kind::Missing:
            return tr(
                "Start GNOME Keyring or KDE Wallet and save again, or tick “Keep for this session only”.");
        case Kind::NoCollection:
            return tr("Make one; the keychain will ask for a password for it. Or tick “Keep for this session "
                      "only”.");
        case Kind::Locked:
        case Kind::Dismissed:
            return tr("Unlock it; the keychain will ask for its password. Or tick “Keep for this session "
                      "only”.");
        case Kind::Denied:
            return tr("Allow Tokenry in the keychain's settings, or tick “Keep for this session only”.");
        case Kind::NotAnswering:
            return tr("Look for a window that asks for a password and save again, or tick “Keep for this "
                      "session only”.");
        case Kind::BusLost:
            return tr("Start Tokenry again to reach the keychain, or tick “Keep for this session only”.");
        default:
            return tr("Save again, or tick “Keep for this session only”.");
        }
    }

    static QString readingRemedy(Kind kind)
    {
        switch (kind) {
        case Kind::Missing:
            return tr("Start GNOME Keyring or KDE Wallet, or edit the profile and give the token for this "
                      "session only.");
        case Kind::NoCollection:
            return tr("Make one; the keychain will ask for a password for it. Or edit the profile and give "
                      "the token for this session only.");
        case Kind::Locked:
        case Kind::Dismissed:
            return tr("Unlock the keyring; it will ask for its password in a window of its own.");
        case Kind::Denied:
            return tr("Allow Tokenry in the keychain's settings, or edit the profile and give the token for "
                      "this session.");
        case Kind::NotAnswering:
            return tr("It may be asking for a password in another window. Answer there, then reload.");
        case Kind::BusLost:
            return tr("Start Tokenry again, or edit the profile and give the token for this session only.");
        default:
            return tr("Reload, or edit the profile and give the token again.");
        }
    }
};

QString happened(const KeychainError &error)
{
    return textFor(error, KeychainSituation::BeforeCreating).headline;
}

} // namespace

ErrorText managementTokenNotStored(const KeychainError &error)
{
    return {Words::tr("The management token was not stored. %1").arg(happened(error)),
            Words::tr("The profile is not saved yet; nothing of what is written here is lost."),
            Words::storingRemedy(error.kind), visibleText(error.technical, 1000)};
}

ErrorText managementTokenThere(const ClusterAddress &address, const QStringList &users)
{
    constexpr qsizetype mostNamed = 5;
    QStringList named;
    for (const QString &user : users.mid(0, mostNamed))
        named << Words::tr("“%1”", "a profile").arg(visibleText(user, 40));
    if (users.size() > mostNamed)
        named << Words::tr("%1 more").arg(users.size() - mostNamed);
    const QString uses = named.join(Words::tr(", ", "between the names of profiles"));
    const QString meaning =
        users.isEmpty()     ? Words::tr("The keychain holds another one. No other profile uses it.")
        : users.size() == 1 ? Words::tr("The keychain holds another one, which the profile %1 uses, too: it "
                                        "would go on with the new one.")
                                  .arg(uses)
                            : Words::tr("The keychain holds another one, which the profiles %1 use, too: "
                                        "they would go on with the new one.")
                                  .arg(uses);
    return {
        address.product == Product::Clustered
            ? Words::tr("Replace the management token that is kept for this cluster?")
            : Words::tr("Replace the management token that is kept for this account?"),
        Words::tr("Nothing is saved yet.") + u' ' + meaning,
        Words::tr("Replace it if the old one is of no more use: it cannot be brought back. Or keep the new "
                  "one for this session only."),
        {}};
}

ErrorText managementTokenNotRead(const KeychainError &error)
{
    return {Words::tr("The management token could not be read. %1").arg(happened(error)),
            Words::tr("Nothing was sent to the cluster."), Words::readingRemedy(error.kind),
            visibleText(error.technical, 1000)};
}

ErrorText managementTokenNotThere(const ClusterAddress &address)
{
    return {
        address.product == Product::Clustered
            ? Words::tr("There is no management token for this cluster in the keychain.")
            : Words::tr("There is no management token for this account in the keychain."),
        address.product == Product::Clustered
            ? Words::tr("InfluxDB Clustered at %1: nothing was sent.")
                  .arg(visibleText(address.managementHost()))
            : Words::tr("Account %1 at %2: nothing was sent.")
                  .arg(visibleText(address.accountId), visibleText(address.managementHost())),
        Words::tr("Ask an administrator for one: the command that makes it is in the details. Then edit the "
                  "profile and paste it, or have it put into the keychain and reload."),
        {}};
}

QString waysToAManagementToken(const QString &requestingCommand, const KeychainItem &item)
{
    return Words::tr("An administrator makes one with:") + u'\n' + requestingCommand +
           QStringLiteral("\n\n") + Words::tr("and it goes straight into this computer's keychain with:") +
           u'\n' + provisioningCommand(item);
}

ErrorText managementTokenNotYetAllowed(const ClusterAddress &address)
{
    const QString origin = visibleText(address.managementOrigin());
    ErrorText text{address.product == Product::Clustered
                       ? Words::tr("Send the management token of InfluxDB Clustered to %1?").arg(origin)
                       : Words::tr("Send the management token of account %1 to %2?")
                             .arg(visibleText(address.accountId), origin),
                   Words::tr("It was never sent there from here. Whoever runs that server can then do "
                             "everything that the token allows."),
                   Words::tr("Allow it only if you know the address."),
                   {}};
    const PrivateAuthority &authority = address.authority;
    if (!authority.file.isEmpty()) {
        text.remedy = Words::tr("Who answers there is vouched for by the authority in the profile's CA file, "
                                "too. Allow it only if you know the address and the file.");
        text.details = Words::tr("CA file: %1").arg(visibleText(authority.file)) + u'\n' +
                       Words::tr("SHA-256 of the file: %1").arg(authority.fingerprint());
    }
    return text;
}

QString provisioningCommand(const KeychainItem &item)
{
    const auto quoted = [](QString text) {
        return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
    };
    // The schema attribute makes it the very item that is overwritten later, instead of a second one beside
    // it.
    return QStringLiteral(
               "secret-tool store --label %1 xdg:schema org.qt.keychain server %1 user %2 type plaintext")
        .arg(quoted(item.service), quoted(item.key));
}

} // namespace tokenry
