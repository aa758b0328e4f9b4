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
    /// How a profile's place looked, as of ComposePage::view(). \a key is a slug, or VARIANT-SLUG.
    [[nodiscard]] QByteArray view(const QString &key) const;
    /// Empty: forgotten.
    void setView(const QString &key, const QByteArray &view);

private:
    void write(const QString &key, const QVariant &value);

    QString m_path;
};

} // namespace tokenry
