// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"
#include "domain/pastedtext.h"

#include <QWidget>

class QCheckBox;

namespace tokenry
{

class FieldMessage;
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
    /// Where the token goes when it is kept, and what an empty field means. \a caution goes with the first;
    /// \a fault, where there is one, is said in place of all.
    void explain(const QString &whenGiven, const QString &whenEmpty, const QString &caution,
                 const QString &fault);
    void focus();
    void forget();

Q_SIGNALS:
    void edited();

private:
    void tell();
    void noticeKind();

    SecretEdit *m_edit;
    FieldMessage *m_note;
    QCheckBox *m_sessionOnly;
    QString m_whenGiven;
    QString m_whenEmpty;
    QString m_caution;
    QString m_fault;
    /// The person's own choice, for when the kind of token no longer forces one.
    bool m_wanted = false;
};

} // namespace tokenry
