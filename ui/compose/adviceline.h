// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"
#include "domain/tokenrequest.h"
#include "grid/databasetable.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tokenry
{

class AdviceEntry;

/// What the person should know about the draft before it is reviewed: dangers and the first two others, each
/// with the click that mends it.
class AdviceLine : public QWidget
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    /// \a model outlives the line. \a now is the server's time where known, in the person's time zone.
    AdviceLine(DatabaseTable &model, Now now, QWidget *parent = nullptr);

    /// All of it, for Review; tokens are those of the model's access().
    [[nodiscard]] const std::vector<Advice> &advice() const { return m_advice; }
    /// The same about a request that is not the draft; \a databases are the cluster's, null where they
    /// were not read.
    [[nodiscard]] std::vector<Advice> adviceOn(const TokenRequest &request,
                                               const DatabaseCatalog::Ptr &databases) const;
    /// Looks anew: time has passed, or who else has access has changed.
    void refresh();

Q_SIGNALS:
    void tokensWanted(const QString &title, const std::vector<tokenry::Token> &tokens);

private:
    [[nodiscard]] AdviceContext context() const;
    void rebuild();
    void addEntry(const Advice &advice);
    /// Where the keyboard was in the line; -1 elsewhere.
    [[nodiscard]] int focusedButton() const;
    [[nodiscard]] QList<QPushButton *> buttons() const;

    DatabaseTable &m_model;
    Now m_now;
    std::vector<Advice> m_advice;
    Access::Ptr m_shownAccess;
    QList<AdviceEntry *> m_entries;
    QLabel *m_more;
    QVBoxLayout *m_column;
};

} // namespace tokenry
