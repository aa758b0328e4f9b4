// SPDX-License-Identifier: MIT
#include "support/keyring/keyringsession.h"

#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tokenry::test
{

namespace
{

QStringList attributes(const KeychainItem &item)
{
    return {u"server"_s, item.service, u"user"_s, item.key};
}

} // namespace

Spoken run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

QByteArray lookUp(const KeychainItem &item)
{
    return run(u"secret-tool"_s, QStringList{u"lookup"_s} + attributes(item)).out;
}

bool isListed(const KeychainItem &item)
{
    const Spoken found =
        run(u"busctl"_s,
            QStringList{u"--user"_s, u"call"_s, u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                        u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s, u"a{ss}"_s, u"2"_s} +
                attributes(item));
    return found.out.contains("/org/freedesktop/secrets/collection/");
}

bool provision(const KeychainItem &item, const QByteArray &secret, const QString &schema)
{
    const QStringList arguments =
        QStringList{u"store"_s, u"--label"_s, item.service, u"xdg:schema"_s, schema} + attributes(item) +
        QStringList{u"type"_s, u"plaintext"_s};
    return run(u"secret-tool"_s, arguments, secret).status == 0;
}

bool lockKeyring(const QString &path)
{
    return run(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                u"array:objpath:"_s + path})
               .status == 0;
}

bool lockLoginKeyring()
{
    return lockKeyring(u"/org/freedesktop/secrets/collection/login"_s);
}

int keyringDaemonPid()
{
    return qEnvironmentVariableIntValue("WITH_KEYRING_DAEMON_PID");
}

int busPid()
{
    return qEnvironmentVariableIntValue("WITH_KEYRING_BUS_PID");
}

Stopped::Stopped(int pid) : m_pid(pid)
{
    ::kill(m_pid, SIGSTOP);
}

Stopped::~Stopped()
{
    ::kill(m_pid, SIGCONT);
}

} // namespace tokenry::test
