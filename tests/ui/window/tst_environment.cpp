// SPDX-License-Identifier: MIT
#include "common/environmentband.h"
#include "common/guardedbutton.h"
#include "reveal/revealdialog.h"
#include "review/reviewpage.h"
#include "ui/window/windowscene.h"

#include <QLabel>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

/// The wrong cluster is hard to miss: its name and environment in words wherever something is decided.
class EnvironmentTest : public QObject
{
    Q_OBJECT

    static QImage pictureOf(Environment environment)
    {
        EnvironmentBand band;
        band.setEnvironment(environment, u"SAME"_qs);
        band.resize(band.sizeHint());
        return band.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    }

    static QStringList bandsOf(const QWidget &place)
    {
        QStringList words;
        for (const EnvironmentBand *const band : place.findChildren<EnvironmentBand *>()) {
            if (band->isVisible() && band->accessibleName() == band->word())
                words << band->word();
        }
        return words;
    }

private Q_SLOTS:
    void isSaidInEveryPlace_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("word");
        QTest::newRow("production") << Environment::Production << u"PRODUCTION"_qs;
        QTest::newRow("staging") << Environment::Staging << u"STAGING"_qs;
        QTest::newRow("other") << Environment::Other << u"OTHER"_qs;
    }

    void isSaidInEveryPlace()
    {
        QFETCH(const Environment, environment);
        QFETCH(const QString, word);
        WindowScene scene;
        scene.store.profiles.front().environment = environment;
        scene.cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret =
                Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
            return creation;
        };
        scene.open();
        QTRY_COMPARE(scene.rows(), 3);
        QCOMPARE(scene.window->windowTitle(), u"Tokenry – prod-eu (%1)"_qs.arg(word));
        QCOMPARE(bandsOf(*scene.window), QStringList(word));

        QVERIFY(scene.person.type(u"Description"_qs, u"Telegraf"_qs));
        QVERIFY(scene.person.clickCell(u"Databases"_qs, u"Write on billing"_qs));
        QVERIFY(scene.person.click(u"Review…"_qs));
        auto *const page = scene.window->findChild<ReviewPage *>();
        QCOMPARE(bandsOf(*page), QStringList(word));
        const auto *const line = page->findChild<QLabel *>(u"creationLine"_qs);
        QCOMPARE(line->text(), u"Creates 1 token on prod-eu (%1)"_qs.arg(word));
        auto *const button = page->findChild<GuardedButton *>();
        const int lineBottom = line->mapTo(page, QPoint(0, line->height())).y();
        QVERIFY(lineBottom <= button->mapTo(page, QPoint()).y());
        QCOMPARE(line->font().bold(), environment == Environment::Production);

        button->setGuard(std::chrono::milliseconds(0));
        QVERIFY(scene.person.click(u"Create token"_qs));
        QTRY_VERIFY(scene.window->findChild<RevealDialog *>());
        const auto *const dialog = scene.window->findChild<RevealDialog *>();
        QCOMPARE(dialog->windowTitle(), u"Token created – prod-eu · %1"_qs.arg(word));
        QCOMPARE(bandsOf(*dialog), QStringList(word));
        QVERIFY(scene.person.click(u"Done"_qs));
        QTRY_VERIFY(scene.person.reads(u"Created “Telegraf”."_qs));
    }

    /// In grey, and with the same word on it, production still looks unlike the others.
    void productionIsNotAMatterOfColour()
    {
        const QImage production = pictureOf(Environment::Production);
        for (const Environment environment : {Environment::Staging, Environment::Other}) {
            const QImage other = pictureOf(environment);
            QCOMPARE(other.size(), production.size());
            int changes = 0;
            const int row = production.height() / 2;
            // Stripes at the edge: more than one change of lightness in the first pixels of a line.
            for (int x = 1; x < production.height() / 2; ++x)
                changes += std::abs(production.pixelColor(x, row).lightness() -
                                    production.pixelColor(x - 1, row).lightness()) > 60;
            int changesOfOther = 0;
            for (int x = 2; x < other.height() / 2; ++x)
                changesOfOther += std::abs(other.pixelColor(x, row).lightness() -
                                           other.pixelColor(x - 1, row).lightness()) > 60;
            QVERIFY(changes >= 2);
            QCOMPARE(changesOfOther, 0);
        }
    }
};

QTEST_MAIN(EnvironmentTest)
#include "tst_environment.moc"
