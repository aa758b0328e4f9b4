// SPDX-License-Identifier: MIT
#include "structure/rule.h"

#include <QSet>
#include <QXmlStreamReader>

namespace tokenry::structure
{

namespace
{

const char catalogue[] = "translations/tokenry_en.ts";

struct Catalogue
{
    QSet<QString> sources;
    QStringList unfinished;
};

Catalogue read(const QString &text)
{
    Catalogue found;
    QString source;
    QXmlStreamReader xml(text);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
            found.sources.insert(source);
        } else if (xml.name() == QLatin1String("translation") &&
                   xml.attributes().hasAttribute(QLatin1String("type"))) {
            found.unfinished.append(source);
        } else if (xml.name() == QLatin1String("numerusform") && xml.readElementText().isEmpty()) {
            found.unfinished.append(source);
        }
    }
    return found;
}

// What stands between the quotes of tr("…" "…"), as the compiler joins and unescapes it.
QString joined(QString literals)
{
    static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
    literals.remove(seam);
    return literals.replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\n"), QLatin1String("\n"));
}

QStringList plurals(const SourceTree &tree)
{
    static const QRegularExpression call(QStringLiteral(
        "\\b(?:tr|translate)\\s*\\(\\s*(?:\"\\w+\"\\s*,\\s*)?\"((?:[^\"\\\\]|\\\\.|\"\\s*\")*)\""));
    const Catalogue known = read(tree.text(QLatin1String(catalogue)));
    QStringList broken;
    for (const QString &source : known.unfinished)
        broken.append(QLatin1String(catalogue) + QStringLiteral(": unfinished: ") + source);
    for (const SourceFile &file : tree.program()) {
        for (auto each = call.globalMatch(file.uncommented()); each.hasNext();) {
            const QString source = joined(each.next().captured(1));
            if (source.contains(QLatin1String("%n")) && !known.sources.contains(source))
                broken.append(QStringLiteral("%1: no plural in %2: %3")
                                  .arg(file.path(), QLatin1String(catalogue), source));
        }
    }
    return broken;
}

} // namespace

QList<Rule> translationRules()
{
    return {{"every counted text has its plural", plurals}};
}

} // namespace tokenry::structure
