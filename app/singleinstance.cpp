// SPDX-License-Identifier: MIT
#include "singleinstance.h"

#include "base/logging.h"
#include "storage/privatefile.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QThread>
#include <QTimer>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace tokenry
{

namespace
{

constexpr QByteArrayView heard = "ok\n";

/// This person's alone, so that nobody else can listen there.
bool isPrivateDirectory(const QString &path)
{
    struct stat status;
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == ::geteuid() && (status.st_mode & 077) == 0;
}

bool isSameUser(int socket)
{
    ucred peer;
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(),
                std::min(sizeof address.sun_path - 1, static_cast<size_t>(path.size())));
    return address;
}

class Descriptor
{
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    const int m_descriptor;
};

} // namespace

SingleInstance::SingleInstance(const QString &directory, const QString &variant)
    : m_directory(directory),
      m_lockFile(directory + QLatin1String("/start") + (variant.isEmpty() ? QString() : u'-' + variant) +
                 QLatin1String(".lock")),
      m_socketFile(m_lockFile.chopped(4) + QLatin1String("socket"))
{
}

SingleInstance::~SingleInstance()
{
    m_server.reset();
    if (m_lock >= 0)
        ::close(m_lock);
}

SingleInstance::Outcome SingleInstance::claim(const Handover &handover, std::chrono::milliseconds patience)
{
    const bool fits =
        static_cast<size_t>(QFile::encodeName(m_socketFile).size()) < sizeof sockaddr_un{}.sun_path;
    if (!fits || !makePrivateDirectory(m_directory) || !isPrivateDirectory(m_directory))
        return Outcome::First;
    const QByteArray line = handover.encoded();
    // The first one may be about to listen, or about to end.
    for (const QDeadlineTimer deadline(patience);;) {
        if (lock())
            return Outcome::First;
        if (handOver(line, static_cast<int>(deadline.remainingTime())))
            return Outcome::HandedOver;
        if (deadline.hasExpired())
            return Outcome::NoAnswer;
        QThread::msleep(50);
    }
}

bool SingleInstance::lock()
{
    const int file = ::open(QFile::encodeName(m_lockFile).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_lock = file;
        return true;
    }
    if (file >= 0)
        ::close(file);
    return false;
}

bool SingleInstance::handOver(const QByteArray &line, int milliseconds) const
{
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const sockaddr_un address = addressOf(QFile::encodeName(m_socketFile));
    if (socket.get() < 0 ||
        ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        !isSameUser(socket.get()) ||
        ::send(socket.get(), line.constData(), static_cast<size_t>(line.size()), MSG_NOSIGNAL) != line.size())
        return false;
    pollfd wait{socket.get(), POLLIN, 0};
    if (::poll(&wait, 1, std::max(0, milliseconds)) != 1)
        return false;
    std::array<char, heard.size()> answer{};
    const ssize_t size = ::read(socket.get(), answer.data(), answer.size());
    return size == heard.size() && QByteArrayView(answer.data(), size) == heard;
}

void SingleInstance::listen()
{
    if (m_lock < 0)
        return;
    // Left behind by one that ended without notice; its lock is ours now.
    QLocalServer::removeServer(m_socketFile);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const socket = m_server->nextPendingConnection())
            welcome(socket);
    });
    if (m_server->listen(m_socketFile))
        return;
    // Whoever held the place without listening would keep every later start waiting.
    qCWarning(logDesktop) << "later starts stand alone:" << m_server->errorString();
    m_server.reset();
    ::close(std::exchange(m_lock, -1));
}

void SingleInstance::welcome(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (!isSameUser(static_cast<int>(socket->socketDescriptor()))) {
        socket->abort();
        return;
    }
    // Who connects and says nothing is not waited for.
    QTimer::singleShot(defaultPatience, socket, &QLocalSocket::abort);
    const auto listenTo = [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > Handover::maximumSize)
                socket->abort();
            return;
        }
        const auto handover = Handover::decoded(socket->readLine(Handover::maximumSize));
        if (!handover) {
            socket->abort();
            return;
        }
        socket->write(heard.data(), heard.size());
        socket->disconnectFromServer();
        Q_EMIT received(*handover);
    };
    connect(socket, &QLocalSocket::readyRead, this, listenTo);
    listenTo();
}

} // namespace tokenry
