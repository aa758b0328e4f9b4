// SPDX-License-Identifier: MIT
#include "keychain/keychainnaming.h"

using namespace Qt::StringLiterals;

namespace tokenry
{

KeychainSystem currentKeychainSystem()
{
#if defined(Q_OS_WIN)
    return KeychainSystem::Windows;
#elif defined(Q_OS_MACOS)
    return KeychainSystem::MacOs;
#else
    return KeychainSystem::Linux;
#endif
}

KeychainItem tokenItem(KeychainSystem system, const QString &profileSlug, const QString &name)
{
    switch (system) {
    case KeychainSystem::Linux:
        return {u"tokenry/"_s + profileSlug + u'/' + name, name};
    case KeychainSystem::MacOs:
        return {u"tokenry_"_s + profileSlug, name};
    case KeychainSystem::Windows:
        return {QString(), u"tokenry:"_s + profileSlug + u':' + name};
    }
    Q_UNREACHABLE();
}

KeychainItem managementTokenItem(KeychainSystem system, const QString &accountId, const QString &host)
{
    const QString origin = accountId + u'@' + host;
    if (system == KeychainSystem::Windows)
        return {QString(), u"tokenry:management:"_s + origin};
    return {u"tokenry/management/"_s + origin, u"management_token"_s};
}

KeychainItem selfTestItem(KeychainSystem system)
{
    const QString label = u"Tokenry self-test (safe to delete)"_s;
    if (system == KeychainSystem::Windows)
        return {QString(), label};
    return {label, u"tokenry_self_test"_s};
}

} // namespace tokenry
