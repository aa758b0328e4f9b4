// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace tokenry
{

/// What the window remembers from one start to the next. Convenience only: what cannot be read is empty, what
/// cannot be written is forgotten.
class WindowSettings
{
public:
    explicit WindowSettings(QString path);

    /// As of QWidget::saveGeometry().
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Slug of the profile last chosen.
    [[nodiscard]] QString lastProfile() const;
    void setLastProfile(const QString &slug);

private:
    void write(QLatin1String key, const QVariant &value);

    QString m_path;
};

} // namespace tokenry
