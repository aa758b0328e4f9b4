// SPDX-License-Identifier: MIT
#include "structure/sourcefile.h"

#include "structure/blanked.h"

namespace tokenry::structure
{

SourceFile::SourceFile(const QString &path, const QString &text) : m_path(path), m_text(text)
{
    if (isCode()) {
        m_uncommented = blanked(text, Blank::Comments);
        m_code = blanked(text, Blank::CommentsAndLiterals);
    }
}

QString SourceFile::room() const
{
    if (folder() == QLatin1String("app"))
        return QStringLiteral("main");
    const bool inside = m_path.startsWith(u"app/") || m_path.startsWith(u"ui/");
    return inside && m_path.count(u'/') > 1 ? m_path.section(u'/', 1, 1) : QString();
}

bool SourceFile::isCode() const
{
    return (m_path.endsWith(u".cpp") || m_path.endsWith(u".h")) &&
           (m_path.startsWith(u"app/") || m_path.startsWith(u"ui/") || isTest());
}

QStringList SourceFile::matches(const QRegularExpression &pattern, const QString &text) const
{
    QStringList found;
    for (auto each = pattern.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        const auto line = QStringView(text).left(match.capturedStart()).count(u'\n') + 1;
        found.append(QStringLiteral("%1:%2: %3").arg(m_path).arg(line).arg(match.captured().simplified()));
    }
    return found;
}

} // namespace tokenry::structure
