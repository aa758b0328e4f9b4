// SPDX-License-Identifier: MIT
#include "storage/windowsettings.h"

#include "base/logging.h"
#include "storage/privatefile.h"

#include <QFileInfo>
#include <QSettings>
#include <QVariant>

namespace tokenry
{

namespace
{

constexpr QLatin1String geometryKey("geometry");
constexpr QLatin1String lastProfileKey("last_profile");
constexpr QLatin1String viewGroup("views/");

} // namespace

WindowSettings::WindowSettings(QString path) : m_path(std::move(path)) {}

QByteArray WindowSettings::geometry() const
{
    return QSettings(m_path, QSettings::IniFormat).value(geometryKey).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    write(geometryKey, geometry);
}

QString WindowSettings::lastProfile() const
{
    return QSettings(m_path, QSettings::IniFormat).value(lastProfileKey).toString();
}

void WindowSettings::setLastProfile(const QString &slug)
{
    write(lastProfileKey, slug);
}

QByteArray WindowSettings::view(const QString &key) const
{
    return QSettings(m_path, QSettings::IniFormat).value(viewGroup + key).toByteArray();
}

void WindowSettings::setView(const QString &key, const QByteArray &view)
{
    write(viewGroup + key, view.isEmpty() ? QVariant() : QVariant(view));
}

void WindowSettings::write(const QString &key, const QVariant &value)
{
    // QSettings keeps the mode of a file that is there, so it is made beforehand.
    if (!QFileInfo::exists(m_path) && !writePrivateFile(m_path, {})) {
        qCInfo(logStorage) << "window settings not written";
        return;
    }
    QSettings settings(m_path, QSettings::IniFormat);
    if (value.isValid())
        settings.setValue(key, value);
    else
        settings.remove(key);
    settings.sync();
}

} // namespace tokenry
