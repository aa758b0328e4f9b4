// SPDX-License-Identifier: MIT
#pragma once

#include "api/deadline.h"
#include "api/httpanswer.h"
#include "api/httprequest.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace tokenry
{

class ProxyQuestion;
class SequentialBody;

/// One request on its way, made by Transport: owns the reply, the body being sent, the size cap and the one
/// deadline over everything. Deletes itself once the reply is gone.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    /// Called exactly once, from inside Qt's own signals: it may resolve a Pending (which is queued) and
    /// nothing more.
    using Finish = std::function<void(HttpAnswer)>;

    /// \a nameFound is the transport's: whether the server's name was ever found. \a body is null where none
    /// is sent, else a child of \a reply. \a authorization is wiped in the end.
    HttpExchange(const HttpRequest &request, QNetworkReply *reply, SequentialBody *body,
                 QByteArray authorization, Finish finish, std::shared_ptr<bool> nameFound, QObject *parent);
    ~HttpExchange() override;

    /// Ends it at once as Stopped, unless it has ended.
    void stop();

private:
    using Ending = HttpAnswer::Ending;

    void watch();
    void learn(const QList<QSslError> &errors);
    void endEarly(Ending why);
    /// The request did not leave in time: says how far it got.
    void endUnsent();
    void drain();
    void finish();
    void askProxy();
    void deliver();
    [[nodiscard]] Ending endingOf(int status) const;
    [[nodiscard]] QString technicalOf(int status) const;

    const HttpRequest m_request;
    /// A reply must not be destroyed inside its own signals: deleteLater only.
    QPointer<QNetworkReply> m_reply;
    QPointer<SequentialBody> m_sending;
    QByteArray m_authorization;
    Finish m_finish;
    Deadline m_deadline;
    Deadline m_sendDeadline;
    const std::shared_ptr<bool> m_nameFound;
    QByteArray m_body;
    QString m_tlsErrors;
    HttpAnswer::TlsFault m_tlsFault = HttpAnswer::TlsFault::Other;
    std::optional<Ending> m_endedEarly;
    /// This computer's time when the answer's headers came.
    QDateTime m_headersAt;
    bool m_sent = false;
    bool m_challenged = false;
    bool m_proxyChallenged = false;
    /// While the proxy is asked for its reason: what is known without it.
    std::optional<HttpAnswer> m_answer;
    std::unique_ptr<ProxyQuestion> m_question;
};

} // namespace tokenry
