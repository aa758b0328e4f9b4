// SPDX-License-Identifier: MIT
#include "storage/draftfiles.h"

#include "storage/privatefile.h"
#include "wire/draftjson.h"

#include <QFile>
#include <QFileInfo>

namespace tokenry
{

namespace
{

using Kind = DraftError::Kind;

/// Where the file now is; empty where it could not be moved.
QString setAside(const QString &file)
{
    const QString beside = file + QLatin1String(".set-aside");
    constexpr int enough = 100;
    for (int i = 1; i <= enough; ++i) {
        const QString name = i == 1 ? beside : beside + u'-' + QString::number(i);
        // QFile never renames onto a file that is there.
        if (QFile::rename(file, name))
            return name;
    }
    return {};
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
    if (!QFileInfo::exists(file) && !QFileInfo(file).isSymLink())
        return std::nullopt;
    const auto content = readPrivateFile(file);
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
    const auto written = writePrivateFile(file, encodeDraft(draft));
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
