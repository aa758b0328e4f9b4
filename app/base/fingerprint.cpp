// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"

#include <array>
#include <sodium.h>

namespace tokenry
{

QByteArray fingerprintOf(const Secret &secret)
{
    if (secret.isEmpty())
        return {};
    constexpr qsizetype kept = 8;
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    secret.reveal([&](QByteArrayView bytes) {
        crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(bytes.data()),
                           static_cast<unsigned long long>(bytes.size()));
    });
    return QByteArray(reinterpret_cast<const char *>(hash.data()), kept).toHex();
}

} // namespace tokenry
