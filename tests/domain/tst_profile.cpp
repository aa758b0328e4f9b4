// SPDX-License-Identifier: MIT
#include "domain/profile.h"

#include <QTest>

using namespace tokenry;

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesSlugs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("slug");
        QTest::newRow("words") << u"Prod EU"_qs << QStringList() << u"prod-eu"_qs;
        QTest::newRow("taken") << u"Prod EU"_qs << QStringList(u"prod-eu"_qs) << u"prod-eu-2"_qs;
        QTest::newRow("both taken") << u"Prod EU"_qs << QStringList({u"prod-eu"_qs, u"prod-eu-2"_qs})
                                    << u"prod-eu-3"_qs;
        QTest::newRow("accents") << u"Köln"_qs << QStringList() << u"koln"_qs;
        QTest::newRow("path") << u"../../etc/passwd"_qs << QStringList() << u"etc-passwd"_qs;
        QTest::newRow("nothing to use") << u"東京"_qs << QStringList() << u"cluster"_qs;
        QTest::newRow("long") << QString(90, u'x') << QStringList() << QString(40, u'x');
    }

    void makesSlugs()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, taken);
        QFETCH(QString, slug);
        QCOMPARE(slugFor(name, taken), slug);
    }
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
