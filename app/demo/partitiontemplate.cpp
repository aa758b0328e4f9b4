// SPDX-License-Identifier: MIT
#include "demo/partitiontemplate.h"

#include "demo/refusal.h"
#include "demo/validation.h"

using namespace Qt::StringLiterals;

namespace tokenry::demo
{

namespace
{

constexpr qint64 mostBuckets = 100'000;
constexpr qsizetype mostParts = 8;

void checkBucket(const QJsonValue &value)
{
    if (!value.isObject())
        throw Refusal{400, u"the value of a bucket part must be an object"_s};
    const QJsonObject bucket = value.toObject();
    stringIn(bucket, u"tagName"_s, 1, 0);
    if (!integerIn(bucket, u"numberOfBuckets"_s, 1, mostBuckets))
        throw Refusal{400, u"numberOfBuckets is required"_s};
}

void checkPart(const QJsonValue &value)
{
    if (!value.isObject())
        throw Refusal{400, u"partitionTemplate must consist of objects"_s};
    const QJsonObject part = value.toObject();
    const QString type = stringIn(part, u"type"_s, 1, 0);
    if (type == u"bucket"_s)
        checkBucket(part.value(u"value"_s));
    else if (type == u"tag"_s || type == u"time"_s)
        stringIn(part, u"value"_s, 1, 0);
    else
        throw Refusal{400, u"the type of a part must be tag, time or bucket"_s};
}

} // namespace

QJsonArray partitionTemplateIn(const QJsonObject &body)
{
    if (!body.contains(u"partitionTemplate"_s))
        return {};
    const QJsonValue value = body.value(u"partitionTemplate"_s);
    const QJsonArray parts = value.toArray();
    if (!value.isArray() || parts.isEmpty() || parts.size() > mostParts)
        throw Refusal{400, u"partitionTemplate must be an array of 1 to 8 parts"_s};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        checkPart(parts.at(i));
        for (qsizetype j = 0; j < i; ++j) {
            if (parts.at(i) == parts.at(j))
                throw Refusal{400, u"the parts of partitionTemplate must differ"_s};
        }
    }
    return parts;
}

} // namespace tokenry::demo
