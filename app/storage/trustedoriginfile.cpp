// SPDX-License-Identifier: MIT
#include "storage/trustedoriginfile.h"

#include "base/logging.h"
#include "storage/privatefile.h"
#include "storage/tomltext.h"

#include <QFileInfo>

namespace tokenry
{

namespace
{

QString text(const toml::table &entry, std::string_view key)
{
    return QString::fromStdString(entry[key].value_or(std::string()));
}

} // namespace

TrustedOriginFile::TrustedOriginFile(QString path) : m_path(std::move(path)), m_trusted(read()) {}

bool TrustedOriginFile::contains(const QString &accountId, const QString &origin) const
{
    return m_trusted.contains({accountId, origin});
}

Result<Done, StorageError> TrustedOriginFile::add(const QString &accountId, const QString &origin)
{
    // Another window may have added some since.
    Trusted trusted = read();
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

TrustedOriginFile::Trusted TrustedOriginFile::read() const
{
    if (!QFileInfo::exists(m_path))
        return {};
    const auto table = readPrivateFile(m_path).and_then(
        [&](const QByteArray &content) { return parseToml(content, m_path); });
    if (!table) {
        qCWarning(logStorage) << "trusted origins not read, line" << table.error().line
                              << table.error().technical;
        return {};
    }
    Trusted trusted;
    if (const toml::array *entries = (*table)["trusted"].as_array()) {
        for (const toml::node &node : *entries) {
            const toml::table *entry = node.as_table();
            if (entry && !text(*entry, "account").isEmpty() && !text(*entry, "origin").isEmpty())
                trusted.emplace(text(*entry, "account"), text(*entry, "origin"));
        }
    }
    return trusted;
}

} // namespace tokenry
