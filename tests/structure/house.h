// SPDX-License-Identifier: MIT
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace tokenry::structure
{

// The house as README draws it: who reaches whom, and which library belongs to which room.

[[nodiscard]] QStringList rooms();
/// The rooms \a room may include, itself among them.
[[nodiscard]] QSet<QString> reach(const QString &room);
/// "QtCore" for "QString", by Qt's own folders; empty for what is not Qt's.
[[nodiscard]] QString qtModuleOf(const QString &header);
[[nodiscard]] QStringList qtModules(const QString &room);
/// The only rooms that may include \a header, which is not Qt's; empty: any may.
[[nodiscard]] QStringList roomsFor(const QString &header);

} // namespace tokenry::structure
