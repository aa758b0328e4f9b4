// SPDX-License-Identifier: MIT
#pragma once

class QThread;

namespace tokenry
{

/// The thread in which keychain jobs run, started at the first call and running until the process ends.
///
/// There is one for the process because QtKeychain has one: its queue of jobs belongs to the thread of the
/// first job for good, and once that thread has ended no further job would ever finish. It is not ended
/// either: whatever may still hang in it must not hold up quitting, and libsecret's answers must find their
/// loop.
[[nodiscard]] QThread *keychainThread();

} // namespace tokenry
