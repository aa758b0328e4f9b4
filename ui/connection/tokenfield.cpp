// SPDX-License-Identifier: MIT
#include "connection/tokenfield.h"

#include "common/fieldmessage.h"
#include "connection/profilefields.h"
#include "connection/secretedit.h"
#include "wording/profiletext.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace tokenry
{

TokenField::TokenField(ProfileFields &parent)
    : QObject(&parent), m_edit(new SecretEdit(&parent)), m_note(new FieldMessage(m_edit, &parent)),
      m_sessionOnly(new QCheckBox(tr("Keep for this session only"), &parent))
{
    m_edit->setAccessibleName(tr("Management token"));
    m_edit->setPlaceholderText(tr("Paste it here: M.V1.…"));
    m_sessionOnly->setToolTip(
        tr("The token stays in memory until Tokenry is closed and is not written anywhere."));
    auto *const box = new QWidget(&parent);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    column->addWidget(m_note);
    column->addWidget(m_sessionOnly);
    parent.addRow(tr("Management token"), m_edit, box);

    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        noticeKind();
        Q_EMIT edited();
    });
    connect(m_sessionOnly, &QCheckBox::clicked, this, [this](bool on) {
        m_wanted = on;
        Q_EMIT edited();
    });
}

bool TokenField::isGiven() const
{
    return !m_edit->text().isEmpty();
}

TokenKind TokenField::kind() const
{
    return m_edit->kind();
}

Secret TokenField::secret() const
{
    return m_edit->secret();
}

bool TokenField::forSessionOnly() const
{
    return m_sessionOnly->isChecked();
}

void TokenField::setForSessionOnly(bool on)
{
    m_wanted = on;
    noticeKind();
}

void TokenField::noticeKind()
{
    const bool forced = isGiven() && kind() == TokenKind::Jwt;
    m_sessionOnly->setEnabled(!forced);
    m_sessionOnly->setChecked(forced || m_wanted);
}

void TokenField::explain(const QString &whenGiven, const QString &whenEmpty, const QString &caution,
                         const QString &fault)
{
    m_whenGiven = whenGiven;
    m_whenEmpty = whenEmpty;
    m_caution = caution;
    m_fault = fault;
    tell();
}

void TokenField::tell()
{
    if (!m_fault.isEmpty()) {
        m_note->say(Tone::Danger, m_fault);
        return;
    }
    const QString hint = isGiven() ? textFor(kind()) : QString();
    if (!hint.isEmpty())
        m_note->say(Tone::Warning, hint);
    else if (isGiven() && !m_caution.isEmpty())
        m_note->say(Tone::Warning, m_whenGiven + u' ' + m_caution);
    else
        m_note->say(Tone::Info, isGiven() ? m_whenGiven : m_whenEmpty);
}

void TokenField::focus()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void TokenField::forget()
{
    m_edit->forget();
}

} // namespace tokenry
