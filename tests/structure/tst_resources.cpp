// SPDX-License-Identifier: MIT
#include <QFile>
#include <QIcon>
#include <QTest>
#include <QTranslator>

/// What resources/ and translations/ compile in.
class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void icon_data();
    void icon();
    void englishPlurals();
};

void TestResources::icon_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        QTest::addRow("%d", size) << size;
}

// Drawn, not just found: without Qt's SVG plug-in an icon has no picture.
void TestResources::icon()
{
    QFETCH(int, size);
    const QImage picture = QIcon(QStringLiteral(":/icons/tokenry.svg")).pixmap(size, size).toImage();
    QCOMPARE(picture.size(), QSize(size, size));
    QCOMPARE(qAlpha(picture.pixel(0, 0)), 0);
    const QColor ground = picture.pixelColor(size / 8, size / 2);
    QVERIFY(ground.alpha() == 255 && ground.blue() > ground.red());
}

void TestResources::englishPlurals()
{
    QVERIFY(QFile::exists(QStringLiteral(":/i18n/tokenry_en.qm")));
    QTranslator english;
    QVERIFY(english.load(QLocale(QLocale::English), QStringLiteral("tokenry"), QStringLiteral("_"),
                         QStringLiteral(":/i18n")));
}

QTEST_MAIN(TestResources)
#include "tst_resources.moc"
