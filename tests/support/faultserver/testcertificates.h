// SPDX-License-Identifier: MIT
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace tokenry::tests
{

// An authority made for this run (by the openssl command) and server certificates that it signed.
class TestCertificates
{
public:
    TestCertificates();

    bool isValid() const; // false: openssl failed, see error()
    const QString &error() const { return m_error; }

    QSslCertificate authority() const { return m_authority; }
    QString authorityFile() const { return path(QStringLiteral("authority.pem")); }
    QSslConfiguration good() const;        // for 127.0.0.1 and localhost
    QSslConfiguration expired() const;     // the same, until yesterday
    QSslConfiguration notYetValid() const; // the same, from the year 2100 on
    QSslConfiguration wrongHost() const;   // for elsewhere.example
    QSslConfiguration selfSigned() const;  // for 127.0.0.1, signed by nobody

private:
    bool openssl(const QString &arguments); // words split at blanks
    void signForTheFuture();
    void sign(const QString &name, const QByteArray &hosts, const QString &days);
    QSslConfiguration with(const QString &name) const;
    QString path(const QString &file) const { return m_dir.filePath(file); }

    QTemporaryDir m_dir;
    QString m_error;
    QSslKey m_key;
    QSslCertificate m_authority;
};

} // namespace tokenry::tests
