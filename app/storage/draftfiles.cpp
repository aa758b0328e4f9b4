// SPDX-License-Identifier: MIT
#include "storage/draftfiles.h"

#include "storage/privatefile.h"
#include "wire/draftjson.h"

#include <QDir>
#include <QFileInfo>

namespace tokenry
{

namespace
{

using Kind = DraftError::Kind;

/// All that 100,000 databases come to, whatever they are called.
constexpr qint64 maximumSize = 64 * 1024 * 1024;

/// Those of writings that were cut off, named as QSaveFile does: they may hold what the draft no longer does,
/// such as the beginning of a token.
void removeLeftovers(const QString &file)
{
    QDir directory = QFileInfo(file).dir();
    const QStringList left = directory.entryList({QFileInfo(file).fileName() + QLatin1String(".??????")},
                                                 QDir::Files | QDir::Hidden);
    for (const QString &name : left)
        directory.remove(name);
}

} // namespace

DraftFiles::DraftFiles(QString directory) : m_directory(std::move(directory)) {}

QString DraftFiles::fileFor(const QString &slug) const
{
    return m_directory + u'/' + slug + QLatin1String(".json");
}

Result<std::optional<TokenDraft>, DraftError> DraftFiles::load(const QString &slug)
{
    const QString file = fileFor(slug);
    removeLeftovers(file);
    if (!QFileInfo::exists(file) && !QFileInfo(file).isSymLink())
        return std::nullopt;
    const auto content = readPrivateFile(file, maximumSize);
    if (!content)
        return unexpected(DraftError{Kind::NotReadable, file, setAside(file), {}, content.error().technical});
    auto draft = decodeDraft(*content);
    if (!draft)
        return unexpected(DraftError{Kind::Content, file, setAside(file), draft.error(), {}});
    return std::optional(*std::move(draft));
}

Result<Done, DraftError> DraftFiles::save(const QString &slug, const TokenDraft &draft)
{
    const QString file = fileFor(slug);
    const auto written = writePrivateFile(file, encodeDraft(draft), maximumSize);
    if (!written)
        return unexpected(DraftError{Kind::NotWritable, file, {}, {}, written.error().technical});
    return Done{};
}

Result<Done, DraftError> DraftFiles::remove(const QString &slug)
{
    const QString file = fileFor(slug);
    if (!QFileInfo::exists(file))
        return Done{};
    const auto removed = removePrivateFile(file);
    if (!removed)
        return unexpected(DraftError{Kind::NotWritable, file, {}, {}, removed.error().technical});
    return Done{};
}

} // namespace tokenry
