// SPDX-License-Identifier: MIT
#include "wording/profiletext.h"

#include <QSet>
#include <QTest>

using namespace tokenry;
using Kind = StorageError::Kind;

/// What is said of profile files that cannot be used.
class ProfileTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasWords_data()
    {
        QTest::addColumn<StorageError>("error");
        const QString file = u"/x/profiles/prod-eu.toml"_qs;
        const QString folder = u"/x/profiles"_qs;
        QTest::newRow("not readable") << StorageError{Kind::NotReadable, file, 0, 0, {}, {}};
        QTest::newRow("not writable") << StorageError{Kind::NotWritable, file, 0, 0, {}, {}};
        QTest::newRow("writable by others") << StorageError{Kind::WritableByOthers, file, 0, 0, {}, {}};
        QTest::newRow("not yours") << StorageError{Kind::NotYours, file, 0, 0, {}, {}};
        QTest::newRow("no TOML") << StorageError{Kind::NotToml, file, 2, 1, {}, {}};
        QTest::newRow("missing key") << StorageError{Kind::MissingKey, file, 0, 0, u"name"_qs, {}};
        QTest::newRow("unknown key") << StorageError{Kind::UnknownKey, file, 2, 1, u"nam"_qs, {}};
        QTest::newRow("bad value") << StorageError{Kind::BadValue, file, 2, 1, u"account_id"_qs, {}};
        QTest::newRow("bad name") << StorageError{Kind::BadName, u"/x/Prod_EU.toml"_qs, 0, 0, {}, {}};
        QTest::newRow("already there") << StorageError{Kind::AlreadyThere, file, 0, 0, {}, {}};
        QTest::newRow("folder not readable") << StorageError{Kind::NotReadable, folder, 0, 0, {}, {}, true};
        QTest::newRow("folder writable by others")
            << StorageError{Kind::WritableByOthers, folder, 0, 0, {}, {}, true};
        QTest::newRow("folder not yours") << StorageError{Kind::NotYours, folder, 0, 0, {}, {}, true};
    }

    void everyFaultHasWords()
    {
        QFETCH(StorageError, error);
        const ErrorText text = textFor(error);
        QVERIFY(!text.headline.isEmpty() && !text.meaning.isEmpty() && !text.remedy.isEmpty());
        QVERIFY2(!text.headline.contains(u"“”"_qs), qPrintable(text.headline));
        QVERIFY2(text.details.contains(error.file), qPrintable(text.details));
        // Profile files are read once, at the start.
        if (error.kind != Kind::NotWritable && error.kind != Kind::AlreadyThere)
            QVERIFY2(text.remedy.contains(u"start again"_qs), qPrintable(text.remedy));
        // Of a folder nothing is read, so no other profile works.
        if (error.isFolder)
            QVERIFY2(!text.meaning.contains(u"other profiles"_qs), qPrintable(text.meaning));

        for (const bool tokenStored : {false, true}) {
            const ErrorText notSaved = profileNotSaved(error, tokenStored);
            QVERIFY(notSaved.headline.startsWith(u"The profile was not saved. "_qs));
            QCOMPARE(notSaved.meaning.contains(u"Nothing was changed"_qs), !tokenStored);
            QCOMPARE(notSaved.meaning.contains(u"in the keychain already"_qs), tokenStored);
            QVERIFY2(notSaved.remedy.contains(u"save again"_qs), qPrintable(notSaved.remedy));
        }
    }

    void aBadNameIsSaidWithABetterOne()
    {
        const ErrorText text = textFor(StorageError{Kind::BadName, u"/x/Prod_EU.toml"_qs, 0, 0, {}, {}});
        QCOMPARE(text.headline, u"A profile's file cannot be called “Prod_EU.toml”."_qs);
        QVERIFY2(text.remedy.startsWith(u"Rename it, for example to prod-eu.toml"_qs),
                 qPrintable(text.remedy));
    }
};

QTEST_GUILESS_MAIN(ProfileTextTest)
#include "tst_profiletext.moc"
