// SPDX-License-Identifier: MIT
#include "journeys/plaintextkeyring.h"

namespace tokenry
{

void ifPlainText(Keychain &keychain, QObject *receiver, const std::function<void()> &then)
{
    whenDone(keychain.look(), receiver, [then](const Result<KeychainPlace, KeychainError> &place) {
        if (place && place->plainText)
            then();
    });
}

} // namespace tokenry
