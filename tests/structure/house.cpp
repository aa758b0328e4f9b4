// SPDX-License-Identifier: MIT
#include "structure/house.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QMap>

namespace tokenry::structure
{

namespace
{

struct Room
{
    QStringList arrows;
    QStringList qt; ///< besides QtCore
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

Room room(const char *arrows, const char *qt = "")
{
    return {words(arrows), words(qt)};
}

const QMap<QString, Room> &house()
{
    static const char *const widgets = "QtGui QtWidgets QtSvg";
    static const QMap<QString, Room> table = {
        {QStringLiteral("base"), room("")},
        {QStringLiteral("domain"), room("base")},
        {QStringLiteral("wire"), room("domain")},
        {QStringLiteral("ports"), room("wire")},
        {QStringLiteral("api"), room("ports", "QtNetwork")},
        {QStringLiteral("desktop"), room("ports", "QtDBus")},
        {QStringLiteral("keychain"), room("ports", "QtDBus")},
        {QStringLiteral("storage"), room("ports")},
        {QStringLiteral("render"), room("wire")},
        {QStringLiteral("models"), room("domain", "QtGui")},
        {QStringLiteral("journeys"), room("ports")},
        {QStringLiteral("demo"), room("")},
        {QStringLiteral("wording"), room("journeys render")},
        {QStringLiteral("common"), room("wording journeys models render", widgets)},
        {QStringLiteral("grid"), room("common", widgets)},
        {QStringLiteral("connection"), room("grid", widgets)},
        {QStringLiteral("compose"), room("grid", widgets)},
        {QStringLiteral("review"), room("grid", widgets)},
        {QStringLiteral("reveal"), room("grid", widgets)},
        {QStringLiteral("tokens"), room("grid", widgets)},
        {QStringLiteral("access"), room("grid", widgets)},
        {QStringLiteral("window"), room("connection compose review reveal tokens access", widgets)},
        {QStringLiteral("main"),
         room("window api desktop keychain storage", "QtGui QtWidgets QtSvg QtNetwork QtDBus")},
    };
    return table;
}

} // namespace

QStringList rooms()
{
    return house().keys();
}

QSet<QString> reach(const QString &room)
{
    QSet<QString> found = {room};
    for (const QString &next : house().value(room).arrows)
        found += reach(next);
    return found;
}

QString qtModuleOf(const QString &header)
{
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    for (const char *module :
         {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus", "QtSvg", "QtTest", "QtConcurrent"}) {
        const QString name = QString::fromLatin1(module);
        if (header.startsWith(name + u'/') || QFileInfo::exists(headers + u'/' + name + u'/' + header))
            return name;
    }
    return {};
}

QStringList qtModules(const QString &room)
{
    return QStringList{QStringLiteral("QtCore")} + house().value(room).qt;
}

QStringList roomsFor(const QString &header)
{
    static const QList<QPair<QString, QStringList>> owners = {
        {QStringLiteral("qt6keychain/"), words("keychain")},
        {QStringLiteral("sodium"), words("base")},
        {QStringLiteral("tl/"), words("base")},
        {QStringLiteral("simdjson"), words("wire")},
        {QStringLiteral("toml++/"), words("storage")},
        {QStringLiteral("httplib"), words("demo")},
        {QStringLiteral("gio/"), words("keychain")},
        {QStringLiteral("glib"), words("keychain")},
        {QStringLiteral("libsecret/"), words("keychain")},
    };
    for (const auto &[prefix, only] : owners) {
        if (header.startsWith(prefix))
            return only;
    }
    return {};
}

} // namespace tokenry::structure
