// SPDX-License-Identifier: MIT
#include "domain/advice.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace tokenry
{

namespace
{

using Kind = Advice::Kind;
using Row = PermissionSelection::Row;

constexpr int year = 365;

/// In days, and never shorter than what "a year" as a number of days comes to: it ends on a working day.
bool lastsLongerThanAYear(const ExpiryChoice &choice, const QDateTime &now)
{
    if (choice.kind == ExpiryChoice::Kind::Never ||
        (choice.kind == ExpiryChoice::Kind::OnDate && !choice.date.isValid()))
        return false;
    const auto day = [&](const ExpiryChoice &each) {
        return each.resolve(now).instant().toTimeZone(now.timeZone()).date();
    };
    const QDate aYear = day({ExpiryChoice::Kind::AfterDays, year, {}});
    return day(choice) > std::max(aYear, now.date().addYears(1));
}

/// The description with the first number behind it that no active token has.
QString numbered(const QString &description, const Access &access)
{
    static const QRegularExpression number(QStringLiteral("\\s*\\(\\d{1,4}\\)$"));
    const QString whole = description.trimmed();
    const QString stem = QString(whole).remove(number);
    const QString base = stem.isEmpty() ? whole : stem;
    for (int next = 2;; ++next) {
        const QString candidate = QStringLiteral("%1 (%2)").arg(base).arg(next);
        if (access.withDescription(candidate).empty())
            return candidate;
    }
}

class Advising
{
public:
    Advising(const TokenDraft &draft, const AdviceContext &context)
        : m_draft(draft), m_selection(draft.permissions), m_context(context)
    {
    }

    std::vector<Advice> all()
    {
        wholeCluster(Kind::WriteAll, Action::Write);
        wholeCluster(Kind::ReadAll, Action::Read);
        expiry();
        missing();
        sameDescription();
        for (const Action action : {Action::Write, Action::Read})
            everyDatabase(action);
        for (const Action action : {Action::Write, Action::Read})
            redundant(action);
        writeWithoutRead();
        samePermissions();
        return std::move(m_all);
    }

private:
    Advice &add(Kind kind, std::vector<Remedy> remedies = {})
    {
        m_all.push_back({kind});
        m_all.back().remedies = std::move(remedies);
        return m_all.back();
    }

    void wholeCluster(Kind kind, Action action)
    {
        if (!m_selection.allDatabases(action))
            return;
        Advice &advice = add(kind);
        advice.action = action;
        // Where no database is known, there is none to name.
        if (m_context.databasesKnown && m_selection.catalog().permissible() > 0)
            advice.remedies = {{Remedy::Kind::NameOneByOne, action}};
    }

    void expiry()
    {
        const ExpiryChoice &usual = m_context.defaultExpiry;
        const int days = usual.kind == ExpiryChoice::Kind::AfterDays ? usual.days : ExpiryChoice::defaultDays;
        if (m_draft.expiry.kind == ExpiryChoice::Kind::Never)
            add(Kind::NeverExpires, {{Remedy::Kind::ExpireInDays, Action::Read, days}});
        else if (lastsLongerThanAYear(m_draft.expiry, m_context.now))
            add(Kind::LongerThanAYear, {{Remedy::Kind::ExpireInDays, Action::Read, year}});
    }

    void missing()
    {
        const bool anyTyped = std::ranges::any_of(
            allActions, [this](Action action) { return m_selection.typedTickedCount(action) > 0; });
        if (!m_context.databasesKnown || !anyTyped)
            return;
        Advice advice{Kind::NotOnCluster};
        for (Row row = m_selection.catalog().size(); row < m_selection.rowCount(); ++row) {
            if (m_selection.isSent(row) && ++advice.count <= Advice::mostNames)
                advice.names += m_selection.name(row);
        }
        if (advice.count == 0)
            return;
        for (const QString &name : std::as_const(advice.names)) {
            const QString near = m_context.nearName ? m_context.nearName(name) : QString();
            if (near.isEmpty())
                continue;
            advice.remedies.push_back({Remedy::Kind::UseName, Action::Read, 0, name, near});
            break;
        }
        advice.remedies.push_back({Remedy::Kind::RemoveMissing, Action::Read, 0, {}, {}, advice.count});
        m_all.push_back(std::move(advice));
    }

    void sameDescription()
    {
        if (!m_context.access || m_draft.description.trimmed().isEmpty())
            return;
        auto tokens = m_context.access->withDescription(m_draft.description);
        if (tokens.empty())
            return;
        Advice &advice = add(Kind::SameDescription);
        advice.count = static_cast<qsizetype>(tokens.size());
        advice.tokens = std::move(tokens);
        advice.remedies = {
            {Remedy::Kind::Describe, Action::Read, 0, {}, numbered(m_draft.description, *m_context.access)}};
    }

    void everyDatabase(Action action)
    {
        if (!m_context.databasesKnown)
            return;
        const Row listed = m_selection.tickedCount(action) - m_selection.typedTickedCount(action);
        // Of a single database nobody means all.
        if (m_selection.allDatabases(action) || listed < 2 || listed < m_selection.catalog().permissible())
            return;
        Advice &advice = add(Kind::EveryDatabase);
        advice.action = action;
        advice.count = listed;
        // Writing to all that will ever come is not what one click should lead to.
        if (action == Action::Read)
            advice.remedies = {{Remedy::Kind::AllDatabases, action}};
    }

    void redundant(Action action)
    {
        if (!m_selection.allDatabases(action) || m_selection.tickedCount(action) == 0)
            return;
        Advice &advice = add(Kind::RedundantNames, {{Remedy::Kind::UntickNamed, action}});
        advice.action = action;
        advice.count = m_selection.tickedCount(action);
    }

    /// Silent if nothing can be read: right for Telegraf.
    void writeWithoutRead()
    {
        const Row reads = m_selection.tickedCount(Action::Read);
        if (m_selection.allDatabases(Action::Read) || reads == 0)
            return;
        if (m_selection.allDatabases(Action::Write)) {
            add(Kind::WriteWithoutRead).count = 0;
            return;
        }
        const Row without = m_selection.tickedCount(Action::Write) - m_selection.bothTickedCount();
        if (without > 0)
            add(Kind::WriteWithoutRead, {{Remedy::Kind::AddRead}}).count = without;
    }

    void samePermissions()
    {
        if (!m_context.access || m_selection.isEmpty())
            return;
        auto tokens = m_context.access->withPermissions(m_selection);
        if (tokens.empty())
            return;
        Advice &advice = add(Kind::SamePermissions);
        advice.count = static_cast<qsizetype>(tokens.size());
        advice.tokens = std::move(tokens);
    }

    const TokenDraft &m_draft;
    const PermissionSelection &m_selection;
    const AdviceContext &m_context;
    std::vector<Advice> m_all;
};

} // namespace

Advice::Weight weightOf(Advice::Kind kind)
{
    switch (kind) {
    case Kind::WriteAll:
        return Advice::Weight::Danger;
    case Kind::ReadAll:
    case Kind::NeverExpires:
    case Kind::LongerThanAYear:
    case Kind::NotOnCluster:
    case Kind::SameDescription:
        return Advice::Weight::Caution;
    case Kind::EveryDatabase:
    case Kind::RedundantNames:
    case Kind::WriteWithoutRead:
    case Kind::SamePermissions:
        break;
    }
    return Advice::Weight::Note;
}

std::vector<Advice> adviceOn(const TokenDraft &draft, const AdviceContext &context)
{
    return Advising(draft, context).all();
}

std::vector<Advice> foremost(const std::vector<Advice> &all)
{
    constexpr qsizetype mostOthers = 2;
    std::vector<Advice> first;
    qsizetype others = 0;
    for (const Advice &advice : all) {
        if (weightOf(advice.kind) == Advice::Weight::Danger || ++others <= mostOthers)
            first.push_back(advice);
    }
    return first;
}

} // namespace tokenry
