// SPDX-License-Identifier: MIT
#include "wire/permissionsjson.h"

#include "wire/jsonstring.h"

namespace tokenry
{

namespace
{

QByteArray encoded(const Permission &permission)
{
    const QByteArray action = permission.action == Action::Read ? "read" : "write";
    return "{\"action\": \"" + action + "\", \"resource\": " + jsonString(permission.resource.name()) + '}';
}

} // namespace

QByteArray permissionsJson(const PermissionSet &permissions)
{
    if (permissions.isEmpty())
        return "[]";
    QByteArray lines;
    for (const Permission &permission : permissions.permissions())
        lines += (lines.isEmpty() ? "\n    " : ",\n    ") + encoded(permission);
    return '[' + lines + "\n  ]";
}

} // namespace tokenry
