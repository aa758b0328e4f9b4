// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"

#include <QList>
#include <QScrollArea>

class QPushButton;

namespace tokenry
{

class SecretClipboard;

/// All there is to know about the request, the weightiest first. It cannot be changed here: each remedy leads
/// back to the form. As tall as it needs to be, up to a few lines; then it scrolls.
class AdviceList : public QScrollArea
{
    Q_OBJECT

public:
    /// \a clipboard outlives this.
    explicit AdviceList(SecretClipboard &clipboard, QWidget *parent = nullptr);

    /// In place of what was shown. \a access has the tokens that the advice speaks of; \a now is in the
    /// person's time zone.
    void show(const std::vector<Advice> &advice, const Access::Ptr &access, const QDateTime &now);
    /// Not while a token is being created, or after.
    void setRemediesEnabled(bool enabled);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void remedyChosen(const tokenry::Remedy &remedy);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int neededHeight() const;

    SecretClipboard &m_clipboard;
    /// What is shown.
    std::vector<Advice> m_advice;
    Access::Ptr m_access;
    /// What follows a click that leads away; looking at tokens does not.
    QList<QPushButton *> m_remedies;
};

} // namespace tokenry
