// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QMimeData>

namespace tokenry
{

/// A secret on its way through the clipboard: kept as a Secret, handed out only when somebody pastes, and
/// marked for clipboard managers to leave alone.
class SecretMimeData : public QMimeData
{
    Q_OBJECT

public:
    explicit SecretMimeData(const Secret &secret);

    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString &format) const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    Secret m_secret;
};

} // namespace tokenry
