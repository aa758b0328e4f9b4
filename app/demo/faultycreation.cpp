// SPDX-License-Identifier: MIT
#include "demo/faultycreation.h"

#include "demo/refusal.h"
#include "demo/routes.h"
#include "demo/validation.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

// One permission less and one more than were asked for: both are to be noticed.
Call askingForOther(Call call)
{
    const QJsonObject writeAll{{u"action"_s, u"write"_s}, {u"resource"_s, u"*"_s}};
    const QJsonObject readInternal{{u"action"_s, u"read"_s}, {u"resource"_s, u"_internal"_s}};
    QJsonObject body = bodyOf(call);
    QJsonArray permissions = body.value(u"permissions"_s).toArray();
    const QJsonObject more = permissions.contains(writeAll) ? readInternal : writeAll;
    if (!permissions.isEmpty())
        permissions.removeLast();
    permissions.append(more);
    body.insert(u"permissions"_s, permissions);
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

} // namespace

Answer createMeetingFaults(Account &account, Cluster &cluster, const Call &call)
{
    Answer answer;
    switch (account.faults.take()) {
    case Fault::None:
        return answerTokens(cluster, call, {});
    case Fault::LoseAnswer:
        answer = answerTokens(cluster, call, {});
        answer.isLost = true;
        return answer;
    case Fault::AnswerLate:
        answer = answerTokens(cluster, call, {});
        answer.late = account.lateness;
        return answer;
    case Fault::PermitOther:
        return answerTokens(cluster, askingForOther(call), {});
    case Fault::Unauthorized:
        throw Refusal{401, u"unauthorized"_s};
    case Fault::Forbidden:
        throw Refusal{403, u"forbidden"_s};
    case Fault::Conflict:
        throw Refusal{409, u"conflict"_s};
    case Fault::ServerError:
        // After the fact: what a 5xx may mean.
        answerTokens(cluster, call, {});
        throw Refusal{500, u"internal server error"_s};
    }
    return answer;
}

} // namespace tokenry::demo
