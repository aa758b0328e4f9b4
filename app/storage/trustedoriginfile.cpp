// SPDX-License-Identifier: MIT
#include "storage/trustedoriginfile.h"

#include "base/logging.h"
#include "storage/privatefile.h"
#include "storage/tomltext.h"

#include <QFileInfo>
#include <QLockFile>

namespace tokenry
{

namespace
{

QString text(const toml::table &entry, std::string_view key)
{
    return QString::fromStdString(entry[key].value_or(std::string()));
}

} // namespace

TrustedOriginFile::TrustedOriginFile(QString path) : m_path(std::move(path))
{
    auto trusted = read();
    if (trusted)
        m_trusted = *std::move(trusted);
    else
        qCWarning(logStorage) << "trusted origins not read, line" << trusted.error().line
                              << trusted.error().technical;
}

bool TrustedOriginFile::contains(const QString &accountId, const QString &origin) const
{
    return m_trusted.contains({accountId, origin});
}

Result<Done, StorageError> TrustedOriginFile::add(const QString &accountId, const QString &origin)
{
    // Another program may have added some since, or be about to.
    static_cast<void>(makePrivateDirectory(QFileInfo(m_path).absolutePath()));
    QLockFile lock(m_path + QLatin1String(".lock"));
    constexpr int patience = 2000;
    if (!lock.tryLock(patience) && lock.error() == QLockFile::LockFailedError)
        return unexpected(StorageError{StorageError::Kind::NotWritable,
                                       m_path,
                                       0,
                                       0,
                                       {},
                                       QStringLiteral("another program is writing it")});
    auto known = read();
    if (!known && setAside(m_path).isEmpty())
        return unexpected(std::move(known).error());
    Trusted trusted = std::move(known).value_or(Trusted());
    trusted.emplace(accountId, origin);
    QByteArray content = "# Where Tokenry may send an account's tokens, as confirmed in the program.\n";
    for (const auto &[account, trustedOrigin] : trusted) {
        content += "\n[[trusted]]\naccount = " + tomlString(account) +
                   "\norigin = " + tomlString(trustedOrigin) + '\n';
    }
    auto written = writePrivateFile(m_path, content);
    if (written)
        m_trusted = std::move(trusted);
    return written;
}

Result<TrustedOriginFile::Trusted, StorageError> TrustedOriginFile::read() const
{
    if (!QFileInfo::exists(m_path))
        return Trusted();
    const auto table = readPrivateFile(m_path).and_then(
        [&](const QByteArray &content) { return parseToml(content, m_path); });
    if (!table)
        return unexpected(table.error());
    const toml::node *const list = table->get("trusted");
    if (!list)
        return Trusted();
    const auto notUnderstood = [this](const toml::node &node) {
        return unexpected(StorageError{
            StorageError::Kind::BadValue, m_path, static_cast<int>(node.source().begin.line), 1,
            QStringLiteral("trusted"), QStringLiteral("expected account and origin below [[trusted]]")});
    };
    if (!list->is_array())
        return notUnderstood(*list);
    Trusted trusted;
    for (const toml::node &node : *list->as_array()) {
        const toml::table *const entry = node.as_table();
        if (!entry || text(*entry, "account").isEmpty() || text(*entry, "origin").isEmpty())
            return notUnderstood(node);
        trusted.emplace(text(*entry, "account"), text(*entry, "origin"));
    }
    return trusted;
}

} // namespace tokenry
