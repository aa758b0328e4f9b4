// SPDX-License-Identifier: MIT
#include "handover.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tokenry
{

QByteArray Handover::encoded() const
{
    const QJsonObject object{{QStringLiteral("tokenry"), QStringLiteral("start")},
                             {QStringLiteral("profile"), profile},
                             {QStringLiteral("demo"), demo},
                             {QStringLiteral("file"), file},
                             {QStringLiteral("activation"), QString::fromLatin1(activationToken)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Handover> Handover::decoded(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(QLatin1String("tokenry")) != QStringLiteral("start"))
        return {};
    return Handover{object.value(QLatin1String("profile")).toString(),
                    object.value(QLatin1String("demo")).toBool(),
                    object.value(QLatin1String("file")).toString(),
                    object.value(QLatin1String("activation")).toString().toLatin1()};
}

} // namespace tokenry
