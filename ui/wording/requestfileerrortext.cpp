// SPDX-License-Identifier: MIT
#include "wording/requesttext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace tokenry::requesttext
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(requestfileerrortext)
};

QString whatIsWrong(const DocumentFault &fault)
{
    using Kind = DocumentFault::Kind;
    const QString key = visibleText(fault.key, 80);
    switch (fault.kind) {
    case Kind::NotUtf8:
        return Words::tr("It is no text in UTF-8.");
    case Kind::NotJson:
        return Words::tr("It is no valid JSON.");
    case Kind::TooDeep:
        return Words::tr("Its JSON is nested deeper than a request is.");
    case Kind::TooMany:
        return Words::tr("It has more than %L1 permissions.").arg(RequestFile::maximumPermissions);
    case Kind::DuplicateKey:
        return Words::tr("“%1” is in it twice.").arg(key);
    case Kind::OtherDocument:
        return Words::tr("It is no request that Tokenry saved.");
    case Kind::NewerVersion:
        return Words::tr("It was made by a newer Tokenry, which this one cannot read.");
    case Kind::MissingKey:
        return Words::tr("It lacks “%1”.").arg(key);
    case Kind::UnknownKey:
        return Words::tr("It contains “%1”, which means nothing here.").arg(key);
    case Kind::BadValue:
        return Words::tr("It has a value for “%1” that cannot be used.").arg(key);
    }
    return {};
}

QString place(const DocumentFault &fault)
{
    if (fault.line <= 0)
        return {};
    return fault.column > 0 ? Words::tr("Line %1, column %2.").arg(fault.line).arg(fault.column)
                            : Words::tr("Line %1.").arg(fault.line);
}

QString meaning(const RequestFileError &error)
{
    using Kind = RequestFileError::Kind;
    switch (error.kind) {
    case Kind::NotThere:
        return Words::tr("There is no such file.");
    case Kind::NotAFile:
        return Words::tr("It is a folder, a pipe or a device, not a file.");
    case Kind::NotReadable:
        return Words::tr("The system does not let Tokenry read it.");
    case Kind::TooLarge:
        return Words::tr("It is larger than 1 MiB; no request is.");
    case Kind::Content:
        return error.fault ? (whatIsWrong(*error.fault) + u' ' + place(*error.fault)).trimmed() : QString();
    case Kind::Exists:
        return Words::tr("There is a file with this name, which stays as it is.");
    case Kind::NotWritable:
        return Words::tr("The system does not let Tokenry write it. What was there stays as it was.");
    }
    return {};
}

QString remedy(const RequestFileError &error)
{
    using Kind = RequestFileError::Kind;
    if (error.kind == Kind::NotWritable || error.kind == Kind::Exists)
        return Words::tr("Save it under another name or in another folder.");
    if (error.kind == Kind::Content)
        return Words::tr("Ask for the file as it was saved.");
    return {};
}

} // namespace

ErrorText textFor(const RequestFileError &error)
{
    using Kind = RequestFileError::Kind;
    const bool saving = error.kind == Kind::Exists || error.kind == Kind::NotWritable;
    const QString name = visibleText(QFileInfo(error.file).fileName(), 80);
    QStringList details{Words::tr("File: %1").arg(visibleText(error.file, 1000))};
    const QString technical = error.fault ? error.fault->technical : error.technical;
    if (!technical.isEmpty())
        details << visibleText(technical, 1000);
    return {saving ? Words::tr("%1 was not saved.").arg(name) : Words::tr("%1 was not opened.").arg(name),
            meaning(error), remedy(error), details.join(u'\n')};
}

} // namespace tokenry::requesttext
