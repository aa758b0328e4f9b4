// SPDX-License-Identifier: MIT
#include "demo/answer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

QString dataCode(int status)
{
    switch (status) {
    case 400:
        return u"invalid"_s;
    case 401:
        return u"unauthorized"_s;
    case 403:
        return u"forbidden"_s;
    case 404:
        return u"not found"_s;
    case 413:
        return u"request too large"_s;
    default:
        return u"internal error"_s;
    }
}

} // namespace

Answer json(const QJsonObject &object)
{
    return {.status = 200, .body = QJsonDocument(object).toJson(QJsonDocument::Compact), .headers = {}};
}

Answer json(const QJsonArray &array)
{
    return {.status = 200, .body = QJsonDocument(array).toJson(QJsonDocument::Compact), .headers = {}};
}

Answer noContent()
{
    return {.status = 204, .body = {}, .headers = {}};
}

Answer managementError(int status, const QString &message)
{
    Answer answer = json(QJsonObject{{u"code"_s, status}, {u"message"_s, message}});
    answer.status = status;
    return answer;
}

Answer dataError(int status, const QString &message)
{
    Answer answer = json(QJsonObject{{u"code"_s, dataCode(status)}, {u"message"_s, message}});
    answer.status = status;
    return answer;
}

} // namespace tokenry::demo
