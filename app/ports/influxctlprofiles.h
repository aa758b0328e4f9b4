// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "domain/clusteraddress.h"
#include "ports/storageerror.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tokenry
{

/// One profile of influxctl's config.toml, as it is written there. Where a value cannot be used, \a fault
/// says so and the rest may be incomplete.
struct InfluxctlProfile
{
    struct Tls
    {
        bool insecure = false;
        bool disable = false;
        QString certificate = {};
        QString key = {};
        /// Absolute: a relative path counts from the folder of config.toml.
        QString authority = {};
    };

    /// Line of its header, from 1.
    int line = 0;
    QString name = {};
    Product product = Product::Dedicated;
    QString host = {};
    int port = 443;
    QString database = {};
    /// As they are, for Clustered: it has no use for them, so they need not be IDs.
    QString accountId = {};
    QString clusterId = {};
    /// `mgmt_token`; empty where there is none.
    Secret managementToken = {};
    /// The line that holds `mgmt_token` and nothing else; 0 where there is none or more stands on it.
    int managementTokenLine = 0;
    Tls tls = {};
    /// [profile.auth.oauth2], and the file of [profile.auth.token].
    bool signsIn = false;
    QString tokenFile = {};
    /// Keys that influxctl is not known to have.
    QStringList unknownKeys = {};
    std::optional<StorageError> fault = {};
};

/// What influxctl's config.toml holds, in its order.
struct InfluxctlConfig
{
    QString file;
    std::vector<InfluxctlProfile> profiles = {};
    QStringList unknownKeys = {};
    /// Not only their owner can read the management tokens in it.
    bool readableByOthers = false;
};

/// influxctl's configuration, read and never written.
class InfluxctlProfiles
{
public:
    virtual ~InfluxctlProfiles() = default;

    /// Where influxctl keeps its file on this system: the one that is there, or the usual one.
    [[nodiscard]] virtual QString usualFile() const = 0;
    /// All places it is looked for in, the likeliest first.
    [[nodiscard]] virtual QStringList usualFiles() const = 0;
    [[nodiscard]] virtual bool exists(const QString &file) const = 0;
    /// Refused where others can write the file: they could name the host that a token is sent to.
    [[nodiscard]] virtual Result<InfluxctlConfig, StorageError> read(const QString &file) const = 0;
};

} // namespace tokenry
