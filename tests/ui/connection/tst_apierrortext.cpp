// SPDX-License-Identifier: MIT
#include "wording/apierrortext.h"

#include <QSet>
#include <QTest>

using namespace tokenry;

namespace
{

constexpr int kinds = static_cast<int>(ApiError::Kind::TokenUnsendable) + 1;
constexpr Situation situations[] = {Situation::Reading,  Situation::ReadingAtFirst, Situation::Creating,
                                    Situation::Revoking, Situation::Testing,        Situation::ReadingTokens};

} // namespace

class ApiErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasWordsOfItsOwn()
    {
        for (const Situation situation : situations) {
            QSet<QString> said;
            for (int kind = 0; kind < kinds; ++kind) {
                ApiError error;
                error.kind = static_cast<ApiError::Kind>(kind);
                const ErrorText text = textFor(error, situation);
                QVERIFY(!text.headline.isEmpty() && !text.meaning.isEmpty() && !text.remedy.isEmpty());
                QVERIFY(!text.details.isEmpty());
                said.insert(text.headline + text.remedy);
            }
            QCOMPARE(said.size(), kinds);
        }
    }

    void eachSituationHasAMeaningOfItsOwn()
    {
        for (int kind = 0; kind < kinds; ++kind) {
            ApiError error;
            error.kind = static_cast<ApiError::Kind>(kind);
            QSet<QString> meanings;
            for (const Situation situation : situations)
                meanings.insert(textFor(error, situation).meaning);
            QCOMPARE(meanings.size(), std::size(situations));
        }
    }

    void speaksOfWhatWasReadOnlyWhereSomethingWas()
    {
        const ApiError error;
        QVERIFY(textFor(error, Situation::Reading).meaning.contains(u"read before"_qs));
        QVERIFY(!textFor(error, Situation::ReadingAtFirst).meaning.contains(u"read before"_qs));
    }

    void saysWhetherATokenMayExist()
    {
        ApiError error;
        error.kind = ApiError::Kind::DeadlinePassed;
        QVERIFY(textFor(error, Situation::Creating).meaning.contains(u"Nothing was created"_qs));
        error.effect = ApiError::Effect::Unclear;
        const ErrorText unclear = textFor(error, Situation::Creating);
        QVERIFY(unclear.meaning.contains(u"one may exist"_qs));
        QVERIFY(!unclear.meaning.contains(u"Nothing was created"_qs));
        QVERIFY(unclear.remedy.contains(u"may leave two tokens"_qs));
        QVERIFY(textFor(error, Situation::Revoking).meaning.contains(u"may still work"_qs));
    }

    void saysWhetherThereIsSomethingToRevoke()
    {
        ApiError error;
        error.kind = ApiError::Kind::NotFound;
        QVERIFY(textFor(error, Situation::Revoking).meaning.contains(u"nothing to revoke"_qs));
        error.effect = ApiError::Effect::Unclear;
        const ErrorText unclear = textFor(error, Situation::Revoking);
        QVERIFY(unclear.headline.contains(u"need not be about this token"_qs));
        QVERIFY(unclear.meaning.contains(u"may still work"_qs));
    }

    void quotesTheServerVisibly_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"bad request"_qs << u"“bad request”"_qs;
        QTest::newRow("markup is text") << u"<b>x</b>"_qs << u"“<b>x</b>”"_qs;
        QTest::newRow("bidi") << u"a\u202Eb"_qs << u"“a⟨U+202E⟩b”"_qs;
        QTest::newRow("line") << u"a\nb"_qs << u"“a⟨U+000A⟩b”"_qs;
        QTest::newRow("NUL") << QString(QChar(u'\0')) + u'x' << u"“⟨U+0000⟩x”"_qs;
    }

    void quotesTheServerVisibly()
    {
        QFETCH(QString, said);
        QFETCH(QString, expected);
        ApiError error;
        error.kind = ApiError::Kind::BadRequest;
        error.serverMessage = said;
        QVERIFY2(textFor(error, Situation::Reading).headline.contains(expected),
                 qPrintable(textFor(error, Situation::Reading).headline));
    }

    void keepsALongMessageShort()
    {
        ApiError error;
        error.kind = ApiError::Kind::ServerError;
        error.serverMessage = QString(1000, u'x');
        QVERIFY(textFor(error, Situation::Creating).headline.size() < 450);
    }

    void detailsAreTechnical()
    {
        ApiError error;
        error.kind = ApiError::Kind::TooManyRequests;
        error.status = 429;
        error.retryAfter = std::chrono::seconds(17);
        error.technical = u"closed"_qs;
        const ErrorText text = textFor(error, Situation::Reading);
        QVERIFY(text.details.contains(u"429"_qs));
        QVERIFY(text.details.contains(u"TooManyRequests"_qs));
        QVERIFY(text.details.contains(u"closed"_qs));
        QVERIFY(text.remedy.contains(u"17 s"_qs));
    }
};

QTEST_GUILESS_MAIN(ApiErrorTextTest)
#include "tst_apierrortext.moc"
