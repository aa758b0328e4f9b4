// SPDX-License-Identifier: MIT
#include "wording/profiletext.h"

#include "journeys/democluster.h"
#include "render/shellquote.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace tokenry
{

namespace
{

struct ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::ProfileText)

public:
    static QString headline(const StorageError &error)
    {
        const QString name = visibleText(QFileInfo(error.file).fileName(), 80);
        const QString key = visibleText(error.key, 80);
        switch (error.kind) {
        case StorageError::Kind::NotReadable:
            return error.isFolder ? tr("The folder “%1” could not be read.").arg(name)
                                  : tr("A file could not be read.");
        case StorageError::Kind::NotWritable:
            return tr("A file could not be written.");
        case StorageError::Kind::WritableByOthers:
        case StorageError::Kind::NotYours:
            return error.isFolder
                       ? tr("The folder “%1” was refused because other people can change it.").arg(name)
                       : tr("“%1” was refused because other people can change it.").arg(name);
        case StorageError::Kind::NotToml:
            return tr("A profile is not valid TOML.");
        case StorageError::Kind::MissingKey:
            return tr("A profile lacks “%1”.").arg(key);
        case StorageError::Kind::UnknownKey:
            return tr("A profile contains “%1”, which means nothing here.").arg(key);
        case StorageError::Kind::BadValue:
            return tr("A profile has a value for “%1” that cannot be used.").arg(key);
        case StorageError::Kind::BadName:
            return tr("A profile's file cannot be called “%1”.").arg(name);
        case StorageError::Kind::AlreadyThere:
            return tr("There is another file “%1” already.").arg(name);
        }
        return {};
    }

    static QString danger()
    {
        return tr("Whoever can change it could have the management token sent to another server.");
    }

    static QString meaning(const StorageError &error)
    {
        switch (error.kind) {
        case StorageError::Kind::NotWritable:
        case StorageError::Kind::AlreadyThere:
            return tr("Nothing was changed.");
        case StorageError::Kind::WritableByOthers:
        case StorageError::Kind::NotYours:
            return danger();
        default:
            return error.isFolder
                       ? tr("The profiles in it are left out.")
                       : tr("The profile in this file is left out; other profiles are not affected.");
        }
    }

    /// \a then is what comes last: files are read at the start, and written when somebody saves.
    static QString remedy(const StorageError &error, const QString &then)
    {
        switch (error.kind) {
        case StorageError::Kind::NotReadable:
            return tr("Check that it belongs to you and can be read, then %1.").arg(then);
        case StorageError::Kind::NotWritable:
            return tr("Check the folder's owner, its permissions and the space on the disk, then %1.")
                .arg(then);
        case StorageError::Kind::WritableByOthers:
            return tr("Make it writable for its owner only, with the command in the details; look at what is "
                      "in it, then %1.")
                .arg(then);
        case StorageError::Kind::NotYours:
            return tr("It belongs to somebody else, who has to put that right; or put a copy of your own in "
                      "its place. Look at what is in it, then %1.")
                .arg(then);
        case StorageError::Kind::BadName:
            return tr("Rename it, for example to %1 (lower-case letters a–z, digits and -), then %2.")
                .arg(slugFor(QFileInfo(error.file).completeBaseName(), {}) + QLatin1String(".toml"), then);
        case StorageError::Kind::AlreadyThere:
            return tr("Look at what is in it, then %1.").arg(then);
        case StorageError::Kind::NotToml:
        case StorageError::Kind::MissingKey:
        case StorageError::Kind::UnknownKey:
        case StorageError::Kind::BadValue:
            return tr("Correct the file, then %1; or remove it and add the profile here.").arg(then);
        }
        return {};
    }

    static QString then(StorageError::Kind kind)
    {
        return kind == StorageError::Kind::NotWritable || kind == StorageError::Kind::AlreadyThere
                   ? tr("try again")
                   : tr("start again");
    }

    static QString details(const StorageError &error)
    {
        QStringList details;
        if (!error.file.isEmpty())
            details << tr("File: %1").arg(visibleText(error.file, 1000));
        if (error.line > 0)
            details << tr("Line %1, column %2").arg(error.line).arg(error.column);
        if (!error.technical.isEmpty())
            details << visibleText(error.technical, 1000);
        if (error.kind == StorageError::Kind::WritableByOthers)
            details << writeProtectCommand(error.file);
        return details.join(u'\n');
    }
};

} // namespace

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return ProfileText::tr("Production");
    case Environment::Staging:
        return ProfileText::tr("Staging");
    case Environment::Other:
        return ProfileText::tr("Other");
    }
    return {};
}

QString environmentWord(Environment environment)
{
    return environmentName(environment).toUpper();
}

QString environmentWord(const Profile &profile)
{
    return DemoCluster::isDemo(profile.slug) && profile.environment == Environment::Other
               ? ProfileText::tr("DEMO")
               : environmentWord(profile.environment);
}

QString environmentExplanation(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return ProfileText::tr("People depend on this cluster: a token made here works on live data.");
    case Environment::Staging:
        return ProfileText::tr("A cluster for trying things before they go live.");
    case Environment::Other:
        return ProfileText::tr("Neither production nor staging.");
    }
    return {};
}

QString productName(Product product)
{
    return product == Product::Clustered ? ProfileText::tr("InfluxDB Clustered")
                                         : ProfileText::tr("InfluxDB Cloud Dedicated");
}

QString textFor(UrlFault fault)
{
    switch (fault) {
    case UrlFault::Empty:
        return ProfileText::tr("An address is needed here.");
    case UrlFault::NotAUrl:
        return ProfileText::tr("This is not an address such as https://console.influxdata.com.");
    case UrlFault::NotHttp:
        return ProfileText::tr("The address has to begin with https://.");
    case UrlFault::PlainHttp:
        return ProfileText::tr("Not over http: anybody on the way could read the token. Use https://.");
    case UrlFault::HasCredentials:
        return ProfileText::tr("The address must not contain a user or a password.");
    case UrlFault::HasQuery:
        return ProfileText::tr("Leave out everything from “?” or “#” on.");
    }
    return {};
}

QString authorityUnusable(const PrivateAuthority &authority)
{
    return ProfileText::tr("This file cannot be used: %1.").arg(visibleText(authority.fault, 200));
}

QString textFor(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Database:
        return ProfileText::tr(
            "This is a database token (apiv1_…). It reads and writes data and cannot make other tokens; "
            "a management token begins with M.V1.");
    case TokenKind::Jwt:
        return ProfileText::tr(
            "This is a login that ends within hours (eyJ…), so it is kept for this session only.");
    case TokenKind::Broken:
        return ProfileText::tr("There is a blank, a line end or another odd character inside this token. "
                               "Paste it again, whole and in one line.");
    case TokenKind::Unknown:
        return ProfileText::tr("Management tokens usually begin with M.V1. – Test connection will tell.");
    case TokenKind::Management:
        break;
    }
    return {};
}

QString tokenInWrongField()
{
    return ProfileText::tr(
        "This looks like a token, so nothing of it is kept or sent. Remove it; a management "
        "token belongs in its own field.");
}

ErrorText textFor(const StorageError &error)
{
    return {ProfileText::headline(error), ProfileText::meaning(error),
            ProfileText::remedy(error, ProfileText::then(error.kind)), ProfileText::details(error)};
}

ErrorText profileNotSaved(const StorageError &error, bool tokenStored)
{
    QString meaning =
        tokenStored ? ProfileText::tr("The management token is in the keychain already; nothing of what is "
                                      "written here is lost.")
                    : ProfileText::tr("Nothing was changed; nothing of what is written here is lost.");
    if (error.kind == StorageError::Kind::WritableByOthers || error.kind == StorageError::Kind::NotYours)
        meaning += u' ' + ProfileText::danger();
    return {ProfileText::tr("The profile was not saved. %1").arg(ProfileText::headline(error)), meaning,
            ProfileText::remedy(error, ProfileText::tr("save again")), ProfileText::details(error)};
}

QString writeProtectCommand(const QString &path)
{
    // Right for a file and for a folder, which nobody could enter with mode 0600.
    return QLatin1String("chmod go-w ") + shellQuoted(path);
}

QString shortId(const QString &id)
{
    const QString head = id.section(u'-', 0, 0);
    return head == id ? id : head + QChar(0x2026);
}

} // namespace tokenry
