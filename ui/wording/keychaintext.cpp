// SPDX-License-Identifier: MIT
#include "wording/keychaintext.h"

#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace tokenry
{

namespace
{

struct KeychainText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::KeychainText)

public:
    using Kind = KeychainError::Kind;

    static QString happened(Kind kind)
    {
        switch (kind) {
        case Kind::Missing:
            return tr("No keychain is running on this computer.");
        case Kind::NoCollection:
            return tr("The keychain has no keyring yet.");
        case Kind::Locked:
            return tr("The keyring is locked.");
        case Kind::Dismissed:
            return tr("The keyring stayed locked: the password was not given.");
        case Kind::Denied:
            return tr("The keychain refused access.");
        case Kind::NotAnswering:
            return tr("The keychain does not answer.");
        case Kind::NotFound:
            return tr("The item just written cannot be found in the keychain.");
        case Kind::Failed:
            return tr("The keychain reported an error.");
        case Kind::NotKept:
            return tr("The keychain said “stored”, but reading back gave something else.");
        case Kind::NameTaken:
            return tr("Another item of the keychain bears this name.");
        case Kind::BusLost:
            return tr("The connection to the desktop session was lost.");
        }
        return {};
    }

    static QString isPlainText()
    {
        return tr("This keyring has no password: what it holds is plain text on the disk.");
    }

    static QString giveAPasswordOr(const QString &otherwise)
    {
        //: %1 is such as "choose “Show only”"
        return tr("Give the keyring a password (“Passwords and Keys” does that), or %1.").arg(otherwise);
    }

    static QString wayOn(Kind kind)
    {
        switch (kind) {
        case Kind::Missing:
            return tr("Start GNOME Keyring or KDE Wallet, then try again.");
        case Kind::NoCollection:
            return tr("Make one; the keychain will ask for a password for it.");
        case Kind::Locked:
        case Kind::Dismissed:
            return tr("Unlock it; the keychain will ask for its password.");
        case Kind::Denied:
            return tr("Allow Tokenry in the settings of the keychain, then try again.");
        case Kind::NotAnswering:
            return tr("It may be asking for a password in another window. Answer there, then try again.");
        case Kind::NotFound:
        case Kind::Failed:
            return tr("Try again.");
        case Kind::NotKept:
            return tr("Try again; if it stays so, do not rely on this keychain.");
        case Kind::NameTaken:
            return tr("Choose another name: what is there stays untouched.");
        case Kind::BusLost:
            return tr("Tokenry reaches the keychain again after it is restarted.");
        }
        return {};
    }
};

} // namespace

ErrorText textFor(const KeychainError &error, KeychainSituation situation)
{
    const QString happened = KeychainText::happened(error.kind);
    const QString wayOn = KeychainText::wayOn(error.kind);
    const QString details = visibleText(error.technical);
    if (situation == KeychainSituation::BeforeCreating)
        return {happened, KeychainText::tr("Nothing was created; a secret could not be stored now."),
                //: %1 is a sentence such as "Unlock it; the keychain will ask for its password."
                KeychainText::tr("%1 Or choose “Show only”.").arg(wayOn), details};
    //: %1 is a sentence such as "The keyring is locked."
    const QString notStored = KeychainText::tr("Not stored. %1").arg(happened);
    const QString onlyHere =
        KeychainText::tr("The token exists; this window holds the only copy of its secret.");
    if (!tryingAgainHelps(error.kind))
        return {notStored, onlyHere,
                KeychainText::tr("It cannot be saved any more before Tokenry is restarted: copy it to a safe "
                                 "place, or revoke the token now."),
                details};
    return {notStored, onlyHere,
            //: %1 is a sentence such as "Unlock it; the keychain will ask for its password."
            KeychainText::tr("%1 Or copy the secret to a safe place.").arg(wayOn), details};
}

bool tryingAgainHelps(KeychainError::Kind kind)
{
    return kind != KeychainError::Kind::BusLost;
}

QString unlockLabel(KeychainError::Kind kind, const QString &unlock)
{
    return kind == KeychainError::Kind::NoCollection ? KeychainText::tr("Make a keyring…") : unlock;
}

QString unlockLabel(KeychainError::Kind kind)
{
    return unlockLabel(kind, KeychainText::tr("Unlock…"));
}

ErrorText waitingForPassword()
{
    return {KeychainText::tr("Waiting for the keychain's password…"),
            {},
            KeychainText::tr("Answer in the keychain's own window; it may be behind this one."),
            {}};
}

QString slowKeychain(const QString &meanwhile)
{
    //: %1 is a sentence such as "Or choose “Show only”."
    return KeychainText::tr("This takes unusually long. The keychain may be asking for a password in another "
                            "window: answer there. %1")
        .arg(meanwhile);
}

ErrorText plainTextKeyring(const QString &proven)
{
    return {
        KeychainText::isPlainText(),
        //: %1 is a sentence on the keychain without its full stop.
        KeychainText::tr("%1. Whoever can read your files, or a backup of them, can read the token there.")
            .arg(proven),
        KeychainText::giveAPasswordOr(KeychainText::tr("choose “Show only”")),
        {}};
}

QString plainTextKeyringForProfile()
{
    return KeychainText::isPlainText() + u' ' +
           KeychainText::giveAPasswordOr(KeychainText::tr("tick “Keep for this session only”"));
}

QString plainTextKeyringForImport()
{
    return KeychainText::isPlainText() + u' ' +
           KeychainText::giveAPasswordOr(KeychainText::tr("leave the tokens out"));
}

QString textFor(const KeychainPlace &place)
{
    QStringList parts{place.service, place.collection};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" › "));
}

QString fullName(const KeychainItem &item)
{
    if (item.service.isEmpty())
        return KeychainText::tr("key %1").arg(item.key);
    return KeychainText::tr("service %1, key %2").arg(item.service, item.key);
}

QString whereabouts(const std::optional<KeychainPlace> &place, const KeychainItem &item)
{
    QStringList parts{place ? textFor(*place) : QString(), item.service.isEmpty() ? item.key : item.service};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" › "));
}

} // namespace tokenry
