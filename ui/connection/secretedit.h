// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"
#include "domain/pastedtext.h"

#include <QLineEdit>

namespace tokenry
{

/// A field that a token is pasted into. Masked, never a source of copies: no copying, dragging or undo
/// history that would bring it back after it was taken.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;

    /// withoutEdges().
    [[nodiscard]] Secret secret() const;
    /// Of what secret() would be.
    [[nodiscard]] TokenKind kind() const;
    /// Empties the field and its history.
    void forget();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// The caller wipes it.
    [[nodiscard]] QByteArray token() const;
};

} // namespace tokenry
