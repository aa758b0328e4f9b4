// SPDX-License-Identifier: MIT
#include "domain/pastedtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace tokenry
{

namespace
{

/// Each once, in the order of the text.
QStringList idsAfter(const QString &text, QLatin1String segment)
{
    const QRegularExpression pattern(
        segment +
            QStringLiteral("[/=:\\s\"']*([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList ids;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        ids << matches.next().captured(1).toLower();
    ids.removeDuplicates();
    return ids;
}

/// Any other URL may be the cluster's own, where no management token belongs.
QUrl managementOrigin(const QString &text)
{
    static const QRegularExpression endpoint(QStringLiteral("https?://[^\\s\"'<>]+/accounts/[0-9a-f]{8}-"),
                                             QRegularExpression::CaseInsensitiveOption);
    QUrl found;
    for (auto matches = endpoint.globalMatch(text); matches.hasNext();) {
        const QUrl whole(matches.next().captured(0));
        if (!whole.isValid() || whole.host().isEmpty())
            continue;
        QUrl origin;
        origin.setScheme(whole.scheme());
        origin.setHost(whole.host());
        origin.setPort(whole.port());
        if (!found.isEmpty() && found != origin)
            return {};
        found = origin;
    }
    return found;
}

bool isDatabaseToken(QByteArrayView text)
{
    // apiv1_…: the prefix carries a version.
    constexpr QByteArrayView prefix("apiv");
    if (!text.startsWith(prefix))
        return false;
    qsizetype i = prefix.size();
    while (i < text.size() && text[i] >= '0' && text[i] <= '9')
        ++i;
    return i > prefix.size() && i < text.size() && text[i] == '_';
}

QList<QStringView> wordsOf(QStringView text)
{
    // Whatever stands around a token in a header, an assignment or a list.
    static const QRegularExpression around(QStringLiteral("[\\s\"'`=:,;<>(){}\\[\\]]+"));
    return text.split(around, Qt::SkipEmptyParts);
}

bool isWholeToken(QStringView word)
{
    switch (tokenKind(word.toUtf8())) {
    case TokenKind::Management:
        return word.size() > 8;
    // A database may be called apiv1_requests.
    case TokenKind::Database:
        return word.size() > 24;
    case TokenKind::Jwt:
        return word.size() > 40 && word.contains(u'.');
    case TokenKind::Unknown:
    case TokenKind::Broken:
        break;
    }
    return false;
}

} // namespace

TokenKind tokenKind(QByteArrayView text)
{
    if (isDatabaseToken(text))
        return TokenKind::Database;
    const auto isOrdinary = [](char c) {
        return c > 0x20 && c < 0x7F;
    };
    if (!std::all_of(text.begin(), text.end(), isOrdinary))
        return TokenKind::Broken;
    if (text.startsWith("M.V") && text.size() > 3 && text[3] >= '0' && text[3] <= '9')
        return TokenKind::Management;
    if (text.startsWith("eyJ"))
        return TokenKind::Jwt;
    return TokenKind::Unknown;
}

bool holdsToken(QStringView text)
{
    // In a URL or a path; not of all words, as tokens may have these characters themselves.
    static const QRegularExpression inUrl(QStringLiteral("[/\\\\?&@#]"));
    const auto words = wordsOf(text);
    return std::any_of(words.begin(), words.end(), [](QStringView word) {
        const auto parts = word.split(inUrl, Qt::SkipEmptyParts);
        return isWholeToken(word) || std::any_of(parts.begin(), parts.end(), isWholeToken);
    });
}

bool mayBeginToken(QStringView text)
{
    const auto words = wordsOf(text);
    return std::any_of(words.begin(), words.end(), [](QStringView word) {
        const TokenKind kind = tokenKind(word.toUtf8());
        return kind != TokenKind::Unknown && kind != TokenKind::Broken;
    });
}

QStringView withoutEdges(QStringView text)
{
    const auto comesAlong = [](QChar each) {
        return each.isSpace() || each.category() == QChar::Other_Format ||
               QStringView(u"\"'`{}<>,;").contains(each);
    };
    while (!text.isEmpty() && comesAlong(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && comesAlong(text.back()))
        text.chop(1);
    return text;
}

PastedAddress pastedAddress(const QString &text)
{
    PastedAddress found;
    const QStringList accounts = idsAfter(text, QLatin1String("accounts?(?:_?id)?"));
    const QStringList clusters = idsAfter(text, QLatin1String("clusters?(?:_?id)?"));
    found.severalAccounts = accounts.size() > 1;
    found.severalClusters = clusters.size() > 1;
    if (found.severalAccounts)
        return found;
    found.accountId = accounts.value(0);
    if (!found.severalClusters)
        found.clusterId = clusters.value(0);
    if (!found.accountId.isEmpty())
        found.managementUrl = managementOrigin(text);
    return found;
}

QString cleanedId(const QString &text)
{
    return withoutEdges(text).toString().toLower();
}

} // namespace tokenry
