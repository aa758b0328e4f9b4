// SPDX-License-Identifier: MIT
#include "storage/ledgerlines.h"

#include "wire/instant.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace tokenry
{

namespace
{

using Outcome = LedgerEntry::Outcome;

constexpr int version = 1;
constexpr QLatin1String versionKey("tokenry_ledger");
constexpr QLatin1String stepKey("step");
/// Beside "at", the server's time; older versions did not write it.
constexpr QLatin1String localKey("local_at");
constexpr QLatin1String oddKey("odd");

struct Named
{
    Outcome outcome;
    QLatin1String name;
};
constexpr std::array outcomes{
    Named{Outcome::Revoked, QLatin1String("revoked")},
    Named{Outcome::Gone, QLatin1String("gone")},
    Named{Outcome::Kept, QLatin1String("kept")},
    Named{Outcome::NotCreated, QLatin1String("not created")},
    Named{Outcome::Shown, QLatin1String("shown")},
    Named{Outcome::Discarded, QLatin1String("discarded")},
};

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString preciseInstant(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonArray permissionsOf(const PermissionSet &permissions)
{
    QJsonArray list;
    for (const Permission &each : permissions.permissions())
        list.append(
            QJsonObject{{QStringLiteral("action"),
                         each.action == Action::Read ? QStringLiteral("read") : QStringLiteral("write")},
                        {QStringLiteral("resource"), each.resource.name()}});
    return list;
}

void putItem(QJsonObject &object, const std::optional<KeychainItem> &item)
{
    if (item)
        object[QLatin1String("item")] =
            QJsonObject{{QStringLiteral("service"), item->service}, {QStringLiteral("key"), item->key}};
}

void putKnown(QJsonObject &object, const std::optional<QStringList> &known)
{
    if (known)
        object[QLatin1String("known_before")] = QJsonArray::fromStringList(*known);
}

QJsonObject objectOf(const ledger::Sending &step)
{
    QJsonObject object{{stepKey, QStringLiteral("sending")}, {QStringLiteral("at"), preciseInstant(step.at)}};
    if (step.locally.isValid())
        object[localKey] = preciseInstant(step.locally);
    putItem(object, step.item);
    putKnown(object, step.knownBefore);
    return object;
}

QJsonObject objectOf(const ledger::Refused &)
{
    return {{stepKey, QStringLiteral("refused")}};
}

QJsonObject objectOf(const ledger::Answered &step)
{
    QJsonObject object{{stepKey, QStringLiteral("answered")},
                       {QStringLiteral("token_id"), step.tokenId},
                       {QStringLiteral("fingerprint"), QString::fromLatin1(step.fingerprint)}};
    if (!step.accountId.isEmpty())
        object.insert(QStringLiteral("account_id"), step.accountId);
    if (!step.clusterId.isEmpty())
        object.insert(QStringLiteral("cluster_id"), step.clusterId);
    if (step.odd)
        object[oddKey] = true;
    return object;
}

QJsonObject objectOf(const ledger::OddRead &)
{
    return {{stepKey, QStringLiteral("odd read")}};
}

QJsonObject objectOf(const ledger::Storing &step)
{
    QJsonObject object{{stepKey, QStringLiteral("storing")}};
    putItem(object, step.item);
    return object;
}

QJsonObject objectOf(const ledger::Stored &)
{
    return {{stepKey, QStringLiteral("stored")}};
}

QJsonObject objectOf(const ledger::Settled &step)
{
    const auto *const named = std::ranges::find(outcomes, step.outcome, &Named::outcome);
    return {{stepKey, QStringLiteral("settled")},
            {QStringLiteral("outcome"), QString(named->name)},
            {QStringLiteral("token_id"), step.tokenId}};
}

QJsonObject objectOf(const ledger::Interrupted &)
{
    return {{stepKey, QStringLiteral("interrupted")}};
}

/// Reads the values of one line; what is missing or of another type is remembered as a fault.
class Reader
{
public:
    explicit Reader(const QJsonObject &object) : m_object(object) {}

    [[nodiscard]] bool isSound() const { return m_sound; }

    QString text(QLatin1String key)
    {
        const QJsonValue value = m_object[key];
        require(value.isString());
        return value.toString();
    }

    QString textIfAny(QLatin1String key) { return m_object.contains(key) ? text(key) : QString(); }

    QDateTime instant(QLatin1String key)
    {
        const QDateTime value = instantFrom(text(key));
        require(value.isValid());
        return value;
    }

    std::optional<KeychainItem> item()
    {
        const QJsonValue value = m_object[QLatin1String("item")];
        if (value.isUndefined())
            return std::nullopt;
        Reader inner(value.toObject());
        KeychainItem item{inner.text(QLatin1String("service")), inner.text(QLatin1String("key"))};
        require(inner.isSound());
        return item;
    }

    std::optional<QStringList> known()
    {
        const QJsonValue value = m_object[QLatin1String("known_before")];
        if (value.isUndefined())
            return std::nullopt;
        require(value.isArray());
        QStringList ids;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &id : array) {
            require(id.isString());
            ids += id.toString();
        }
        return ids;
    }

    PermissionSet permissions()
    {
        const QJsonValue value = m_object[QLatin1String("permissions")];
        require(value.isArray());
        std::vector<Permission> all;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &each : array) {
            Reader inner(each.toObject());
            const QString action = inner.text(QLatin1String("action"));
            const QString name = inner.text(QLatin1String("resource"));
            const auto database = Resource::database(name);
            const bool everything = name == Resource::allDatabases().name();
            require(inner.isSound() && (database || everything) && (action == u"read" || action == u"write"));
            if (m_sound)
                all.push_back({everything ? Resource::allDatabases() : *database,
                               action == u"read" ? Action::Read : Action::Write});
        }
        return PermissionSet(std::move(all));
    }

    void require(bool sound) { m_sound = m_sound && sound; }

private:
    const QJsonObject m_object;
    bool m_sound = true;
};

Result<LedgerEntry, LedgerFault> entryFrom(const QJsonObject &head)
{
    const QJsonValue its = head[versionKey];
    if (its.isDouble() && its.toInt() > version)
        return unexpected(LedgerFault::FromNewerVersion);
    Reader reader(head);
    reader.require(its.toInt() == version);
    LedgerEntry entry;
    entry.id = reader.text(QLatin1String("id"));
    entry.host = reader.text(QLatin1String("host"));
    entry.boot = reader.text(QLatin1String("boot"));
    entry.machine = reader.textIfAny(QLatin1String("machine"));
    entry.profileSlug = reader.text(QLatin1String("profile"));
    entry.profileName = reader.text(QLatin1String("profile_name"));
    entry.accountId = reader.text(QLatin1String("account_id"));
    entry.clusterId = reader.text(QLatin1String("cluster_id"));
    entry.origin = reader.text(QLatin1String("origin"));
    entry.description = reader.text(QLatin1String("description"));
    entry.permissions = reader.permissions();
    if (head.contains(QLatin1String("expires_at")))
        entry.expiry = Expiry::at(reader.instant(QLatin1String("expires_at")));
    entry.reviewedAt = reader.instant(QLatin1String("reviewed_at"));
    entry.knownBefore = reader.known();
    if (!reader.isSound())
        return unexpected(LedgerFault::Damaged);
    return entry;
}

std::optional<ledger::Step> settledFrom(Reader &reader)
{
    const QString name = reader.text(QLatin1String("outcome"));
    const auto *const named = std::ranges::find(outcomes, name, &Named::name);
    if (named == outcomes.end())
        return std::nullopt;
    return ledger::Settled{named->outcome, reader.text(QLatin1String("token_id"))};
}

std::optional<ledger::Step> stepFrom(const QJsonObject &object)
{
    Reader reader(object);
    const QString name = reader.text(stepKey);
    std::optional<ledger::Step> step;
    if (name == u"sending")
        step = ledger::Sending{reader.instant(QLatin1String("at")), reader.item(), reader.known(),
                               object.contains(localKey) ? reader.instant(localKey) : QDateTime()};
    else if (name == u"refused")
        step = ledger::Refused{};
    else if (name == u"answered")
        step = ledger::Answered{reader.text(QLatin1String("token_id")),
                                reader.text(QLatin1String("fingerprint")).toLatin1(),
                                reader.textIfAny(QLatin1String("account_id")),
                                reader.textIfAny(QLatin1String("cluster_id")), object[oddKey].toBool()};
    else if (name == u"odd read")
        step = ledger::OddRead{};
    else if (name == u"storing") {
        const auto item = reader.item();
        reader.require(item.has_value());
        step = ledger::Storing{item.value_or(KeychainItem())};
    } else if (name == u"stored")
        step = ledger::Stored{};
    else if (name == u"settled")
        step = settledFrom(reader);
    else if (name == u"interrupted")
        step = ledger::Interrupted{};
    return reader.isSound() ? step : std::nullopt;
}

} // namespace

QByteArray ledgerHead(const LedgerEntry &reviewed)
{
    QJsonObject object{
        {versionKey, version},
        {QStringLiteral("id"), reviewed.id},
        {QStringLiteral("host"), reviewed.host},
        {QStringLiteral("boot"), reviewed.boot},
        {QStringLiteral("machine"), reviewed.machine},
        {QStringLiteral("profile"), reviewed.profileSlug},
        {QStringLiteral("profile_name"), reviewed.profileName},
        {QStringLiteral("account_id"), reviewed.accountId},
        {QStringLiteral("cluster_id"), reviewed.clusterId},
        {QStringLiteral("origin"), reviewed.origin},
        {QStringLiteral("description"), reviewed.description},
        {QStringLiteral("permissions"), permissionsOf(reviewed.permissions)},
        {QStringLiteral("reviewed_at"), preciseInstant(reviewed.reviewedAt)},
    };
    if (!reviewed.expiry.isNever())
        object[QLatin1String("expires_at")] = rfc3339(reviewed.expiry.instant());
    putKnown(object, reviewed.knownBefore);
    return line(object);
}

QByteArray ledgerLine(const ledger::Step &step)
{
    return line(std::visit([](const auto &its) { return objectOf(its); }, step));
}

Result<LedgerEntry, LedgerFault> ledgerEntryFrom(const QByteArray &lines)
{
    QByteArrayList whole = lines.split('\n');
    // What follows the last line end: nothing, or a line that was torn off.
    whole.removeLast();
    if (whole.isEmpty())
        return unexpected(LedgerFault::Empty);
    auto entry = entryFrom(QJsonDocument::fromJson(whole.takeFirst()).object());
    for (const QByteArray &each : std::as_const(whole)) {
        if (!entry)
            break;
        const auto step = stepFrom(QJsonDocument::fromJson(each).object());
        if (!step)
            return unexpected(LedgerFault::Damaged);
        entry = after(*std::move(entry), *step);
    }
    return entry;
}

} // namespace tokenry
