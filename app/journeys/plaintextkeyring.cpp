// SPDX-License-Identifier: MIT
#include "journeys/plaintextkeyring.h"

namespace tokenry
{

PlainTextKeyring::PlainTextKeyring(Keychain &keychain)
{
    whenDone(keychain.look(), this, [this](const Result<KeychainPlace, KeychainError> &place) {
        if (!place || !place->plainText)
            return;
        m_found = true;
        Q_EMIT found();
    });
}

} // namespace tokenry
