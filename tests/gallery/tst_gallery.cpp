// SPDX-License-Identifier: MIT
#include "common/readableindicators.h"
#include "gallery/cutoff.h"
#include "gallery/gallery.h"
#include "gallery/palettes.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QTest>

#include <ctime>

using namespace tokenry::gallery;

/// Every place, dialog and state as a picture, light and dark; with TOKENRY_PICTURES set they are kept.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::setCursorFlashTime(0);
        QApplication::setStyle(new tokenry::ReadableIndicators(u"fusion"_qs));
    }

    void eachSceneHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (const Scene &scene : allScenes()) {
            QVERIFY2(!names.contains(scene.name), qPrintable(scene.name));
            names.insert(scene.name);
        }
        QVERIFY(names.size() > 100);
    }

    void noticesWhatIsCutOff()
    {
        QWidget window;
        auto *const label = new QLabel(u"A sentence of some length"_qs, &window);
        auto *const button = new QPushButton(u"A button of some length"_qs, &window);
        auto *const layout = new QHBoxLayout(&window);
        layout->addWidget(label);
        layout->addWidget(button);
        window.show();
        QCOMPARE(cutOff(window), QStringList());
        label->setFixedWidth(40);
        QCOMPARE(cutOff(window).size(), 1);
        label->setWordWrap(true);
        label->setFixedSize(80, 12);
        QCOMPARE(cutOff(window).size(), 1);
        button->setFixedWidth(40);
        QCOMPARE(cutOff(window).size(), 2);
        label->hide();
        button->setFixedWidth(300);
        settle();
        QCOMPARE(cutOff(window), QStringList());
        layout->setEnabled(false);
        button->move(window.width() - 100, 0);
        QCOMPARE(cutOff(window).size(), 1);
    }

    // Scrolling leads to what is covered, and gives no room to what has too little.
    void noticesWhatIsCutOffWhereItScrolls()
    {
        QScrollArea area;
        auto *const content = new QWidget;
        auto *const label = new QLabel(u"A sentence of some length"_qs, content);
        label->adjustSize();
        area.setWidget(content);
        content->resize(400, 400);
        area.resize(500, 500);
        area.show();
        settle();
        QCOMPARE(cutOff(area), QStringList());
        area.resize(500, 10);
        settle();
        QVERIFY(label->visibleRegion().boundingRect() != label->rect());
        QCOMPARE(cutOff(area), QStringList());
        label->setFixedWidth(40);
        QCOMPARE(cutOff(area).size(), 1);
    }

    void noticesAnEmptyPicture()
    {
        QImage picture(100, 100, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QVERIFY(!emptiness(picture).isEmpty());
        QVERIFY(!emptiness({}).isEmpty());
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x)
                picture.setPixel(x, y, qRgb(x, y, 0));
        }
        QCOMPARE(emptiness(picture), QString());
    }

    void shows_data()
    {
        QTest::addColumn<size_t>("number");
        QTest::addColumn<bool>("dark");
        const std::vector<Scene> scenes = allScenes();
        for (size_t number = 0; number < scenes.size(); ++number) {
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s", qPrintable(scenes[number].name), dark ? "dark" : "light")
                    << number << dark;
        }
    }

    void shows()
    {
        QFETCH(const size_t, number);
        QFETCH(const bool, dark);
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        const Exhibit exhibit = allScenes()[number].make();
        QVERIFY(exhibit.widget && exhibit.widget->isVisible());
        const QImage picture = exhibit.widget->grab().toImage().convertToFormat(QImage::Format_RGB32);
        QVERIFY(keep(picture, QString::fromUtf8(QTest::currentDataTag())));

        QCOMPARE(emptiness(picture), QString());
        // So they are not the same picture, either.
        const int lightness = lightnessOf(picture);
        QVERIFY2(dark ? lightness < 100 : lightness > 155, qPrintable(QString::number(lightness)));
        for (const QString &text : legibleTexts(*exhibit.widget)) {
            for (const QString &secret : {u"0000fake0000"_qs, u"M.V1.FAKE"_qs})
                QVERIFY2(!text.contains(secret), qPrintable(text));
        }
        const QStringList cut = cutOff(*exhibit.widget);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }
};

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
