// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainnaming.h"
#include "keychain/preflight.h"

namespace tokenry
{

/// A keychain of which only reading and writing can tell anything: macOS, Windows.
class OpaqueKeychain : public Preflight
{
    Q_OBJECT

public:
    explicit OpaqueKeychain(KeychainSystem system, QObject *parent = nullptr);

    void look(Then<KeychainPlace> then) override;
    void unlock(const std::optional<KeychainItem> &wanted, Then<KeychainPlace> then) override;
    void search(const KeychainItem &item, Then<Presence> then) override;
    void settle(const KeychainItem &item, Then<Done> then) override;

private:
    KeychainPlace m_place;
};

} // namespace tokenry
