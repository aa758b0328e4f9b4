// SPDX-License-Identifier: MIT
#include "common/secretmimedata.h"

#include <QVariant>

#include <utility>
#include <vector>

namespace tokenry
{

namespace
{

constexpr QLatin1String plainText("text/plain");

/// What clipboard managers of the platform look for. Names: keychain.md, "Clipboard hygiene".
const std::vector<std::pair<QString, QByteArray>> &marks()
{
    static const std::vector<std::pair<QString, QByteArray>> all{
#ifdef Q_OS_WIN
        {QStringLiteral("ExcludeClipboardContentFromMonitorProcessing"), QByteArrayLiteral("1")},
        {QStringLiteral("CanIncludeInClipboardHistory"), QByteArray(4, '\0')},
        {QStringLiteral("CanUploadToCloudClipboard"), QByteArray(4, '\0')},
        {QStringLiteral("Clipboard Viewer Ignore"), QByteArrayLiteral("1")},
#else
        {QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")},
        // GTK drops names without a slash.
        {QStringLiteral("text/x-kde-passwordManagerHint"), QByteArrayLiteral("secret")},
#endif
    };
    return all;
}

} // namespace

SecretMimeData::SecretMimeData(const Secret &secret) : m_secret(secret.clone()) {}

QStringList SecretMimeData::formats() const
{
    QStringList names{plainText};
    for (const auto &[name, value] : marks())
        names.append(name);
    return names;
}

bool SecretMimeData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QVariant SecretMimeData::retrieveData(const QString &format, QMetaType type) const
{
    for (const auto &[name, value] : marks()) {
        if (name == format)
            return value;
    }
    if (format != plainText)
        return {};
    return m_secret.reveal([&](QByteArrayView bytes) {
        return type.id() == QMetaType::QByteArray ? QVariant(bytes.toByteArray())
                                                  : QVariant(QString::fromUtf8(bytes));
    });
}

} // namespace tokenry
