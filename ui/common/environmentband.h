// SPDX-License-Identifier: MIT
#pragma once

#include "domain/profile.h"

#include <QWidget>

namespace tokenry
{

/// The ground behind the word, for a band elsewhere.
[[nodiscard]] QColor environmentColor(Environment environment, const QPalette &palette);

/// The environment as a word on a band of its colour: PRODUCTION, STAGING, OTHER. A pattern at the edge sets
/// production apart without colour, too.
class EnvironmentBand : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentBand(QWidget *parent = nullptr);

    /// \a word replaces the environment's own, for example DEMO.
    void setEnvironment(Environment environment, const QString &word = {});
    [[nodiscard]] const QString &word() const { return m_word; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont wordFont() const;

    Environment m_environment = Environment::Other;
    QString m_word;
};

} // namespace tokenry
