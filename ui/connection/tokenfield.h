// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"
#include "domain/pastedtext.h"

#include <QWidget>

class QCheckBox;

namespace tokenry
{

class FieldNote;
class ProfileFields;
class SecretEdit;

/// The field for the management token and what becomes of it.
class TokenField : public QObject
{
    Q_OBJECT

public:
    /// Adds its row to the others.
    explicit TokenField(ProfileFields &parent);

    [[nodiscard]] bool isGiven() const;
    [[nodiscard]] TokenKind kind() const;
    [[nodiscard]] Secret secret() const;
    [[nodiscard]] bool forSessionOnly() const;
    void setForSessionOnly(bool on);
    /// Where the token goes when it is kept, and what an empty field means.
    void explain(const QString &whenGiven, const QString &whenEmpty);
    void showFault(const QString &fault);
    void focus();
    void forget();

Q_SIGNALS:
    void edited();

private:
    void tell();
    void noticeKind();

    SecretEdit *m_edit;
    FieldNote *m_note;
    QCheckBox *m_sessionOnly;
    QString m_whenGiven;
    QString m_whenEmpty;
    QString m_fault;
    /// The person's own choice, for when the kind of token no longer forces one.
    bool m_wanted = false;
};

} // namespace tokenry
