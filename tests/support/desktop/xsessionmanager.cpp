// SPDX-License-Identifier: MIT
#include "support/desktop/xsessionmanager.h"

#include <QSocketNotifier>

#include <array>
#include <cstdlib>
#include <vector>
#include <X11/SM/SMlib.h>

// Exported for session managers, and in no header.
extern "C" int _IceTransNoListen(const char *protocol);

namespace tokenry::test
{

/// Its callbacks, and the one program they are about.
class XSessionManager::Protocol
{
public:
    Protocol()
    {
        // A program that goes away is no reason to end.
        IceSetIOErrorHandler([](IceConn) {});
        _IceTransNoListen("tcp");
        std::array<char, 256> error{};
        constexpr int room = static_cast<int>(error.size());
        if (!SmsInitialize("tokenry tests", "1", &Protocol::welcome, this, &Protocol::admit, room,
                           error.data()) ||
            !IceListenForConnections(&m_doorCount, &m_doors, room, error.data())) {
            qWarning("no session manager: %s", error.data());
            return;
        }
        for (int i = 0; i < m_doorCount; ++i)
            listen(m_doors[i]);
        char *const names = IceComposeNetworkIdList(m_doorCount, m_doors);
        qputenv("SESSION_MANAGER", names);
        std::free(names);
    }

    ~Protocol()
    {
        qunsetenv("SESSION_MANAGER");
        m_notifiers.clear();
        leave();
        if (m_doorCount > 0)
            IceFreeListenObjs(m_doorCount, m_doors);
    }

    Protocol(const Protocol &) = delete;
    Protocol &operator=(const Protocol &) = delete;

    void askToEnd(MayAsk mayAsk)
    {
        answer = Answer::None;
        asked = true;
        SmsSaveYourself(client, SmSaveBoth, True,
                        mayAsk == MayAsk::Yes ? SmInteractStyleAny : SmInteractStyleNone, False);
    }

    int doors() const { return m_doorCount; }

    SmsConn client = nullptr;
    bool saved = false;
    bool asked = false;
    Answer answer = Answer::None;

private:
    static Protocol &of(SmPointer data) { return *static_cast<Protocol *>(data); }

    static Bool admit(char *) { return True; }

    void listen(IceListenObj door)
    {
        IceSetHostBasedAuthProc(door, &Protocol::admit);
        auto &notifier = m_notifiers.emplace_back(
            std::make_unique<QSocketNotifier>(IceGetListenConnectionNumber(door), QSocketNotifier::Read));
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this, door] {
            IceAcceptStatus status{};
            if (IceConn connection = IceAcceptConnection(door, &status))
                serve(connection);
        });
    }

    void serve(IceConn connection)
    {
        auto &notifier = m_notifiers.emplace_back(
            std::make_unique<QSocketNotifier>(IceConnectionNumber(connection), QSocketNotifier::Read));
        QSocketNotifier *const ears = notifier.get();
        QObject::connect(ears, &QSocketNotifier::activated, ears, [this, connection, ears] {
            if (IceProcessMessages(connection, nullptr, nullptr) == IceProcessMessagesSuccess)
                return;
            ears->setEnabled(false);
            leave();
        });
    }

    /// The program is gone.
    void leave()
    {
        if (!client)
            return;
        IceConn connection = SmsGetIceConnection(client);
        SmsCleanUp(client);
        client = nullptr;
        IceSetShutdownNegotiation(connection, False);
        IceCloseConnection(connection);
    }

    static Status welcome(SmsConn, SmPointer data, unsigned long *mask, SmsCallbacks *callbacks, char **)
    {
        *mask = SmsRegisterClientProcMask | SmsInteractRequestProcMask | SmsInteractDoneProcMask |
                SmsSaveYourselfRequestProcMask | SmsSaveYourselfP2RequestProcMask |
                SmsSaveYourselfDoneProcMask | SmsCloseConnectionProcMask | SmsSetPropertiesProcMask |
                SmsDeletePropertiesProcMask | SmsGetPropertiesProcMask;
        callbacks->register_client = {[](SmsConn connection, SmPointer its, char *previous) -> Status {
                                          std::free(previous);
                                          of(its).enroll(connection);
                                          return True;
                                      },
                                      data};
        callbacks->interact_request = {[](SmsConn connection, SmPointer, int) { SmsInteract(connection); },
                                       data};
        callbacks->interact_done = {[](SmsConn connection, SmPointer its, Bool cancels) {
                                        if (!cancels)
                                            return;
                                        of(its).answer = Answer::Cancels;
                                        SmsShutdownCancelled(connection);
                                    },
                                    data};
        callbacks->save_yourself_request = {[](SmsConn, SmPointer, int, Bool, int, Bool, Bool) {}, data};
        callbacks->save_yourself_phase2_request = {
            [](SmsConn connection, SmPointer) { SmsSaveYourselfPhase2(connection); }, data};
        callbacks->save_yourself_done = {
            [](SmsConn connection, SmPointer its, Bool) { of(its).noteSaved(connection); }, data};
        callbacks->close_connection = {[](SmsConn, SmPointer its, int count, char **reasons) {
                                           SmFreeReasons(count, reasons);
                                           of(its).leave();
                                       },
                                       data};
        callbacks->set_properties = {[](SmsConn, SmPointer, int count, SmProp **properties) {
                                         for (int i = 0; i < count; ++i)
                                             SmFreeProperty(properties[i]);
                                         std::free(static_cast<void *>(properties));
                                     },
                                     data};
        callbacks->delete_properties = {[](SmsConn, SmPointer, int count, char **names) {
                                            for (int i = 0; i < count; ++i)
                                                std::free(names[i]);
                                            std::free(static_cast<void *>(names));
                                        },
                                        data};
        callbacks->get_properties = {
            [](SmsConn connection, SmPointer) { SmsReturnProperties(connection, 0, nullptr); }, data};
        return True;
    }

    /// XSMP, section 7.2: who is new is asked to save once, so that it is known how to start it again.
    void enroll(SmsConn connection)
    {
        client = connection;
        char *const id = SmsGenerateClientID(connection);
        SmsRegisterClientReply(connection, id);
        std::free(id);
        SmsSaveYourself(connection, SmSaveLocal, False, SmInteractStyleNone, False);
    }

    void noteSaved(SmsConn connection)
    {
        saved = true;
        if (!asked)
            SmsSaveComplete(connection);
        else if (answer == Answer::None)
            answer = Answer::Agrees;
    }

    int m_doorCount = 0;
    IceListenObj *m_doors = nullptr;
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
};

XSessionManager::XSessionManager() : m_protocol(std::make_unique<Protocol>()) {}

XSessionManager::~XSessionManager() = default;

bool XSessionManager::isUp() const
{
    return m_protocol->doors() > 0;
}

bool XSessionManager::hasClient() const
{
    return m_protocol->client && m_protocol->saved;
}

void XSessionManager::askToEnd(MayAsk mayAsk)
{
    m_protocol->askToEnd(mayAsk);
}

XSessionManager::Answer XSessionManager::answer() const
{
    return m_protocol->answer;
}

void XSessionManager::end()
{
    SmsDie(m_protocol->client);
}

} // namespace tokenry::test
