// SPDX-License-Identifier: MIT
#include "keychain/opaquekeychain.h"

using namespace Qt::StringLiterals;

namespace tokenry
{

OpaqueKeychain::OpaqueKeychain(KeychainSystem system, QObject *parent) : Preflight(parent)
{
    m_place.service =
        system == KeychainSystem::Windows ? u"Windows Credential Manager"_s : u"macOS Keychain"_s;
}

void OpaqueKeychain::look(Then<KeychainPlace> then)
{
    then(m_place);
}

// The system itself asks when it is read or written.
void OpaqueKeychain::unlock(const std::optional<KeychainItem> & /*wanted*/, Then<KeychainPlace> then)
{
    then(m_place);
}

void OpaqueKeychain::search(const KeychainItem & /*item*/, Then<Presence> then)
{
    then(Presence::Unknown);
}

void OpaqueKeychain::settle(const KeychainItem & /*item*/, Then<Done> then)
{
    then(Done());
}

} // namespace tokenry
