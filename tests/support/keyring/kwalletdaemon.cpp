// SPDX-License-Identifier: MIT
#include "support/keyring/kwalletdaemon.h"

#include "support/keyring/keyringsession.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QFile>
#include <QPasswordDigestor>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

constexpr int keySize = 56;
constexpr int rounds = 50000;

/// What pam_kwallet5 derives from the password; makes the salt at the first log-in.
QByteArray derivedKey()
{
    const QString folder = qEnvironmentVariable("XDG_DATA_HOME") + u"/kwalletd"_s;
    QDir().mkpath(folder);
    QFile salt(folder + u"/kdewallet.salt"_s);
    if (!salt.exists() && salt.open(QIODevice::WriteOnly))
        salt.write(QByteArray(keySize, 's'));
    salt.close();
    if (!salt.open(QIODevice::ReadOnly))
        return {};
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, "test", salt.readAll(), rounds,
                                              keySize);
}

void writeSettings()
{
    QFile settings(qEnvironmentVariable("XDG_CONFIG_HOME") + u"/kwalletrc"_s);
    if (settings.open(QIODevice::WriteOnly))
        settings.write("[Wallet]\nFirst Use=false\nPrompt on Open=false\nLaunch Manager=false\n");
}

QDBusMessage ask(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s,
                                                       u"org.kde.KWallet"_s, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

bool isWallet(bool open)
{
    const QDBusMessage answer = ask(u"isOpen"_s, {u"kdewallet"_s});
    return answer.type() == QDBusMessage::ReplyMessage && answer.arguments().value(0).toBool() == open;
}

} // namespace

KWalletDaemon::KWalletDaemon()
{
    writeSettings();
}

KWalletDaemon::~KWalletDaemon()
{
    kill();
}

bool KWalletDaemon::start()
{
    const QByteArray socketPath = qgetenv("XDG_RUNTIME_DIR") + "/kwallet5.socket";
    QFile::remove(QString::fromLocal8Bit(socketPath));
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, socketPath.constData(), sizeof address.sun_path);
    const auto *where = reinterpret_cast<const sockaddr *>(&address);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int login = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int key[2] = {-1, -1};
    if (::bind(listener, where, sizeof address) != 0 || ::listen(listener, 1) != 0 ||
        ::connect(login, where, sizeof address) != 0 || ::pipe2(key, O_CLOEXEC) != 0)
        return false;

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PAM_KWALLET5_LOGIN"_s, QString::fromLocal8Bit(socketPath));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_daemon.setProcessEnvironment(environment);
    m_daemon.setChildProcessModifier([listener, end = key[0]] {
        ::fcntl(listener, F_SETFD, 0);
        ::fcntl(end, F_SETFD, 0);
    });
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"kwalletd5"_s, {u"--pam-login"_s, QString::number(key[0]), QString::number(listener)});
    // Then the session's environment follows over the socket: here it has it already.
    const QByteArray derived = derivedKey();
    const bool told = ::write(key[1], derived.constData(), derived.size()) == keySize;
    for (const int end : {listener, login, key[0], key[1]})
        ::close(end);
    const auto isOpen = [] {
        return isWallet(true);
    };
    return told && m_daemon.waitForStarted() && QTest::qWaitFor(isOpen, 20'000);
}

void KWalletDaemon::kill()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool KWalletDaemon::closeWallet()
{
    ask(u"close"_s, {u"kdewallet"_s, true});
    return isWallet(false);
}

QByteArray KWalletDaemon::lookUp(const KeychainItem &item)
{
    const Spoken spoken = run(u"kwallet-query"_s, {u"-r"_s, item.key, u"-f"_s, item.service, u"kdewallet"_s});
    return spoken.status == 0 ? spoken.out : QByteArray();
}

} // namespace tokenry::test
