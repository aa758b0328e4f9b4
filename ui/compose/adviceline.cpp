// SPDX-License-Identifier: MIT
#include "compose/adviceline.h"

#include "common/adviceentry.h"
#include "common/plainlabel.h"
#include "wording/advicetext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tokenry
{

AdviceLine::AdviceLine(DatabaseTable &model, Now now, QWidget *parent)
    : QWidget(parent), m_model(model), m_now(std::move(now)), m_more(plainLabel(this)),
      m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Advice"));
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
    m_column->addWidget(m_more);
    connect(&model.editor(), &DraftEditor::draftChanged, this, &AdviceLine::refresh);
    hide();
    refresh();
}

AdviceContext AdviceLine::context() const
{
    return {m_model.access(), m_now(), m_model.editor().databasesKnown(),
            [this](const QString &missing) { return m_model.nearName(missing); },
            m_model.editor().defaultExpiry()};
}

std::vector<Advice> AdviceLine::adviceOn(const TokenRequest &request,
                                         const DatabaseCatalog::Ptr &databases) const
{
    TokenDraft draft = draftWith(request.description(), request.expiry(), request.permissions());
    AdviceContext its = context();
    its.databasesKnown = databases != nullptr;
    if (databases)
        draft.permissions = draft.permissions.over(databases);
    return tokenry::adviceOn(draft, its);
}

void AdviceLine::refresh()
{
    auto advice = tokenry::adviceOn(m_model.editor().draft(), context());
    // Most ticks change nothing here, and buttons that stay keep the keyboard.
    if (advice == m_advice && m_model.access() == m_shownAccess)
        return;
    m_advice = std::move(advice);
    m_shownAccess = m_model.access();
    rebuild();
}

void AdviceLine::rebuild()
{
    const int focused = focusedButton();
    for (AdviceEntry *const entry : std::as_const(m_entries)) {
        m_column->removeWidget(entry);
        entry->hide();
        // Later, because it is often replaced from inside the click of one of its buttons.
        entry->deleteLater();
    }
    m_entries.clear();
    const std::vector<Advice> first = foremost(m_advice);
    for (const Advice &advice : first)
        addEntry(advice);

    std::vector<Advice> others;
    std::ranges::copy_if(m_advice, std::back_inserter(others),
                         [&](const Advice &each) { return std::ranges::find(first, each) == first.end(); });
    const QString more = advicetext::more(others);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    QStringList said;
    for (const AdviceEntry *const entry : std::as_const(m_entries))
        said += entry->text();
    if (!more.isEmpty())
        said += more;
    setAccessibleDescription(said.join(u' '));
    setVisible(!m_advice.empty());
    const QList<QPushButton *> left = buttons();
    if (focused >= 0 && !left.isEmpty())
        left[std::min<qsizetype>(focused, left.size() - 1)]->setFocus();
}

void AdviceLine::addEntry(const Advice &advice)
{
    auto *const entry = new AdviceEntry(advice, AdviceEntry::Place::Form, this);
    m_column->insertWidget(static_cast<int>(m_entries.size()), entry);
    m_entries << entry;
    entry->show();
    connect(entry, &AdviceEntry::remedyChosen, &m_model.editor(), &DraftEditor::apply);
    connect(entry, &AdviceEntry::tokensWanted, this, [this, advice] {
        Q_EMIT tokensWanted(advicetext::tokensTitle(advice), m_shownAccess->at(advice.tokens));
    });
}

QList<QPushButton *> AdviceLine::buttons() const
{
    QList<QPushButton *> all;
    for (const AdviceEntry *const entry : m_entries)
        all += entry->buttons();
    return all;
}

int AdviceLine::focusedButton() const
{
    const QList<QPushButton *> all = buttons();
    for (int i = 0; i < all.size(); ++i) {
        if (all[i]->hasFocus())
            return i;
    }
    return -1;
}

} // namespace tokenry
