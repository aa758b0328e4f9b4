// SPDX-License-Identifier: MIT
#include "common/readableindicators.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QStyleFactory>
#include <QTest>

using namespace tokenry;

class ReadableIndicatorsTest : public QObject
{
    Q_OBJECT

    static QImage drawn(QAbstractButton &button, QStyle &style, bool dark)
    {
        button.setStyle(&style);
        button.setPalette(dark ? QPalette(QColor(58, 61, 65), QColor(43, 45, 48))
                               : QPalette(QColor(239, 239, 239)));
        return button.grab().toImage();
    }

private Q_SLOTS:
    void outlinesOnDarkFusionOnly_data()
    {
        QTest::addColumn<QString>("style");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("outlines");
        QTest::newRow("fusion, dark") << u"fusion"_qs << true << true;
        QTest::newRow("fusion, light") << u"fusion"_qs << false << false;
        QTest::newRow("another, dark") << u"windows"_qs << true << false;
    }

    void outlinesOnDarkFusionOnly()
    {
        QFETCH(QString, style);
        QFETCH(bool, dark);
        QFETCH(bool, outlines);
        const std::unique_ptr<QStyle> plain(QStyleFactory::create(style));
        ReadableIndicators readable(style);
        QCheckBox box(u"Box"_qs);
        QRadioButton radio(u"Radio"_qs);
        for (QAbstractButton *const button : std::initializer_list<QAbstractButton *>{&box, &radio}) {
            for (const bool enabled : {true, false}) {
                button->setEnabled(enabled);
                QCOMPARE(drawn(*button, readable, dark) != drawn(*button, *plain, dark), outlines);
            }
            // The widgets must not outlive their style.
            button->setStyle(nullptr);
        }
    }
};

QTEST_MAIN(ReadableIndicatorsTest)
#include "tst_readableindicators.moc"
