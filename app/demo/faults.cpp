// SPDX-License-Identifier: MIT
#include "demo/faults.h"

#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

// In the order of Fault.
QStringList names()
{
    return {QString(),      u"lose-answer"_s, u"answer-late"_s,  u"unauthorized"_s,
            u"forbidden"_s, u"conflict"_s,    u"server-error"_s, u"permit-other"_s};
}

} // namespace

QString nameOf(Fault fault)
{
    return names().at(static_cast<int>(fault));
}

std::optional<Fault> faultNamed(const QString &name)
{
    const qsizetype index = names().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<Fault>(index));
}

void Faults::arm(Fault fault)
{
    {
        const std::lock_guard lock(m_mutex);
        m_armed = fault;
    }
    if (changed)
        changed(fault);
}

Fault Faults::take()
{
    const Fault taken = [this] {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_armed, Fault::None);
    }();
    if (taken != Fault::None && changed)
        changed(Fault::None);
    return taken;
}

void Faults::setReadingTokenHash(const QByteArray &hash)
{
    const std::lock_guard lock(m_mutex);
    m_readingTokenHash = hash;
}

QByteArray Faults::readingTokenHash() const
{
    const std::lock_guard lock(m_mutex);
    return m_readingTokenHash;
}

} // namespace tokenry::demo
