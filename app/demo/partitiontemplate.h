// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace tokenry::demo
{

// The optional `partitionTemplate` of a body: 1 to 8 different parts (tag, time or bucket); empty when
// absent. Throws Refusal 400.
QJsonArray partitionTemplateIn(const QJsonObject &body);

} // namespace tokenry::demo
