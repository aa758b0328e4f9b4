// SPDX-License-Identifier: MIT
#include "demo/control.h"

#include "demo/refusal.h"
#include "demo/validation.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

// In one go: the answer to a creation may be told at the same time.
void tell(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fputs(line.constData(), stdout);
    std::fflush(stdout);
}

Token somebodyElses(const QString &description, const Cluster &cluster)
{
    Token token;
    token.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    token.description = description;
    token.createdAt = now();
    const QList<Database> databases = cluster.databases.active();
    if (!databases.isEmpty())
        token.permissions = {{u"read"_s, databases.first().name}};
    return token;
}

} // namespace

Control::Control(Account &account) : m_account(account)
{
    account.faults.changed = [](Fault fault) {
        tell({{u"armed"_s, nameOf(fault)}});
    };
}

void Control::obey(const QByteArray &line)
{
    const QJsonObject asked = QJsonDocument::fromJson(line).object();
    if (const QByteArray token = asked.value(u"accept"_s).toString().toUtf8(); !token.isEmpty())
        m_account.faults.setReadingTokenHash(QCryptographicHash::hash(token, QCryptographicHash::Sha512));
    if (const QJsonValue fault = asked.value(u"arm"_s); fault.isString()) {
        if (const auto named = faultNamed(fault.toString()))
            m_account.faults.arm(*named);
    }
    Cluster *const cluster = m_account.clusterWithId(asked.value(u"cluster"_s).toString());
    const QString name = asked.value(u"name"_s).toString();
    if (!cluster || name.isEmpty())
        return;
    try {
        change(asked.value(u"change"_s).toString(), *cluster, name);
    } catch (const Refusal &refusal) {
        tell({{u"refused"_s, refusal.message}, {u"name"_s, name}});
    }
}

void Control::change(const QString &what, Cluster &cluster, const QString &name)
{
    if (what == u"delete-database"_s)
        cluster.databases.remove(name);
    else if (what == u"add-database"_s)
        cluster.databases.create({.name = databaseNameFrom(name)});
    else if (what == u"add-token"_s)
        cluster.tokens.add(somebodyElses(name, cluster));
    else
        return;
    tell({{u"changed"_s, what}, {u"name"_s, name}});
}

} // namespace tokenry::demo
