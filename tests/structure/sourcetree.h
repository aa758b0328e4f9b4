// SPDX-License-Identifier: MIT
#pragma once

#include "structure/sourcefile.h"

#include <QMap>
#include <QStringList>

namespace tokenry::structure
{

/// The project's own files by path, without build/ and .git. Made of memory for the rules' own tests.
class SourceTree
{
public:
    explicit SourceTree(const QMap<QString, QString> &files);

    /// Every text file of \a directory; binary ones are there with an empty text.
    [[nodiscard]] static SourceTree read(const QString &directory);

    [[nodiscard]] const QList<SourceFile> &files() const { return m_files; }
    /// C++ files of app/ and ui/: what people run.
    [[nodiscard]] QList<SourceFile> program() const;
    /// Null if there is none.
    [[nodiscard]] QString text(const QString &path) const { return m_texts.value(path); }
    [[nodiscard]] bool has(const QString &path) const { return m_texts.contains(path); }

private:
    QMap<QString, QString> m_texts;
    QList<SourceFile> m_files;
};

} // namespace tokenry::structure
