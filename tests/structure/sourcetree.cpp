// SPDX-License-Identifier: MIT
#include "structure/sourcetree.h"

#include <QDirIterator>
#include <QFile>

namespace tokenry::structure
{

SourceTree::SourceTree(const QMap<QString, QString> &files) : m_texts(files)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        m_files.append(SourceFile(file.key(), file.value()));
}

SourceTree SourceTree::read(const QString &directory)
{
    QMap<QString, QString> files;
    const QDir root(directory);
    const auto add = [&](const QString &path) {
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        files.insert(root.relativeFilePath(path),
                     bytes.contains('\0') ? QString() : QString::fromUtf8(bytes));
    };
    const auto folders = root.entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        if (folder.fileName() == QLatin1String("build") || folder.fileName() == QLatin1String(".git"))
            continue;
        QDirIterator each(folder.filePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext())
            add(each.next());
    }
    const auto top = root.entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : top)
        add(file.filePath());
    return SourceTree(files);
}

QList<SourceFile> SourceTree::program() const
{
    QList<SourceFile> found;
    for (const SourceFile &file : m_files) {
        if (file.isCode() && !file.isTest())
            found.append(file);
    }
    return found;
}

} // namespace tokenry::structure
