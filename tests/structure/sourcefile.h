// SPDX-License-Identifier: MIT
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace tokenry::structure
{

/// One file of the project, and its text as rules want to see it.
class SourceFile
{
public:
    /// \a path is relative to the project.
    SourceFile(const QString &path, const QString &text);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Without comments. Line numbers stay.
    [[nodiscard]] const QString &uncommented() const { return m_uncommented; }
    /// Without comments and without what stands in literals.
    [[nodiscard]] const QString &code() const { return m_code; }

    [[nodiscard]] QString name() const { return m_path.section(u'/', -1); }
    /// What a header and its source share: "app/api/transport".
    [[nodiscard]] QString stem() const { return m_path.section(u'.', 0, 0); }
    [[nodiscard]] QString folder() const { return m_path.section(u'/', 0, -2); }
    /// "api", a place of ui, or "main" for the composition root in app/ itself; empty elsewhere.
    [[nodiscard]] QString room() const;
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] bool isHeader() const { return m_path.endsWith(u".h"); }
    [[nodiscard]] bool isTest() const { return m_path.startsWith(u"tests/"); }
    [[nodiscard]] qsizetype lines() const { return m_text.count(u'\n'); }

    /// "path:line: what is there" for each match in \a text, which is one of the three above.
    [[nodiscard]] QStringList matches(const QRegularExpression &pattern, const QString &text) const;

private:
    QString m_path;
    QString m_text;
    QString m_uncommented;
    QString m_code;
};

} // namespace tokenry::structure
