// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace tokenry::test
{

/// Whether the desktop's real password window (with-keyring -x -P) comes.
[[nodiscard]] bool seesPasswordWindow();
/// Waits for the desktop's real password window (with-keyring -x -P) and presses keys in it, named as xdotool
/// names them; false when it did not come.
[[nodiscard]] bool answerPasswordWindow(const QStringList &keys);

/// The keys for the password that with-keyring gives, and for making a new keyring with it.
[[nodiscard]] QStringList thePassword();
[[nodiscard]] QStringList aNewPassword();

} // namespace tokenry::test
