// SPDX-License-Identifier: MIT
#include "journeys/democontrol.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace tokenry
{

namespace
{

// In the order of DemoFault.
QStringList faultNames()
{
    return {QString(),
            QStringLiteral("lose-answer"),
            QStringLiteral("answer-late"),
            QStringLiteral("unauthorized"),
            QStringLiteral("forbidden"),
            QStringLiteral("conflict"),
            QStringLiteral("server-error"),
            QStringLiteral("permit-other")};
}

// In the order of DemoChange::Kind.
QStringList changeNames()
{
    return {QStringLiteral("delete-database"), QStringLiteral("add-database"), QStringLiteral("add-token")};
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray armingLine(DemoFault fault)
{
    return line({{QStringLiteral("arm"), faultNames().at(static_cast<int>(fault))}});
}

QByteArray changeLine(const DemoChange &change, const QString &clusterId)
{
    return line({{QStringLiteral("change"), changeNames().at(static_cast<int>(change.kind))},
                 {QStringLiteral("cluster"), clusterId},
                 {QStringLiteral("name"), change.name}});
}

DemoReport demoReport(const QByteArray &line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    DemoReport report;
    if (const QJsonValue armed = said.value(QStringLiteral("armed")); armed.isString()) {
        if (const qsizetype index = faultNames().indexOf(armed.toString()); index >= 0)
            report.armed = static_cast<DemoFault>(index);
    }
    const QString changed = said.value(QStringLiteral("changed")).toString();
    if (const qsizetype index = changeNames().indexOf(changed); index >= 0)
        report.changed =
            DemoChange{static_cast<DemoChange::Kind>(index), said.value(QStringLiteral("name")).toString()};
    report.refused = said.value(QStringLiteral("refused")).toString();
    return report;
}

} // namespace tokenry
