// SPDX-License-Identifier: MIT
#include "common/environmentband.h"
#include "common/messagebar.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tokenry;

class MessageBarTest : public QObject
{
    Q_OBJECT

    static QString accessibleText(QWidget *widget, QAccessible::Text what)
    {
        return QAccessible::queryAccessibleInterface(widget)->text(what);
    }

private Q_SLOTS:
    void isHiddenUntilItSaysSomething()
    {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        QVERIFY(!bar.isVisible());
        bar.say(Tone::Info, u"Read."_qs);
        QVERIFY(bar.isVisible());
        bar.clear();
        QVERIFY(!bar.isVisible());
    }

    void tellsSeverityInWords_data()
    {
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("word");
        QTest::newRow("info") << Tone::Info << u"Note: "_qs;
        QTest::newRow("success") << Tone::Success << QString();
        QTest::newRow("warning") << Tone::Warning << u"Attention: "_qs;
        QTest::newRow("error") << Tone::Danger << u"Error: "_qs;
    }

    void tellsSeverityInWords()
    {
        QFETCH(Tone, tone);
        QFETCH(QString, word);
        MessageBar bar;
        bar.say(tone, ErrorText{u"A <b>thing</b> happened."_qs, u"It means this."_qs, u"Do that."_qs, {}});
        QCOMPARE(accessibleText(&bar, QAccessible::Name), u"Message"_qs);
        QCOMPARE(accessibleText(&bar, QAccessible::Description),
                 word + u"A <b>thing</b> happened. It means this. Do that."_qs);
        for (QLabel *const label : bar.findChildren<QLabel *>())
            QVERIFY(label->pixmap(Qt::ReturnByValue).isNull() ? label->textFormat() == Qt::PlainText : true);
    }

    void aLongWordDoesNotWidenTheWindow()
    {
        MessageBar bar;
        const QString word(300, u'x');
        bar.say(Tone::Danger, ErrorText{word, word, {}, {}});
        QVERIFY2(bar.minimumSizeHint().width() < 600,
                 qPrintable(QString::number(bar.minimumSizeHint().width())));
        QCOMPARE(accessibleText(&bar, QAccessible::Description), u"Error: "_qs + word + u' ' + word);
        // A name is left as it is, so that it can be copied.
        const QString name(64, u'x');
        bar.say(Tone::Danger, name);
        QCOMPARE(bar.findChild<QLabel *>(u"headline"_qs)->text(), u"Error: "_qs + name);
    }

    void actionsGoWithTheMessage()
    {
        MessageBar bar;
        bar.say(Tone::Danger, u"First."_qs);
        QPushButton *const again = bar.addAction(u"Reload"_qs);
        QSignalSpy pressed(again, &QPushButton::clicked);
        // Replacing the message from inside the click is the usual thing.
        connect(again, &QPushButton::clicked, &bar, [&bar] { bar.say(Tone::Success, u"Second."_qs); });
        bar.show();
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(pressed.count(), 1);
        const auto offered = [&bar] {
            const QList<QPushButton *> buttons = bar.findChildren<QPushButton *>();
            return std::ranges::count_if(buttons, [&bar](QPushButton *b) { return b->isVisibleTo(&bar); });
        };
        QCOMPARE(offered(), 0);
    }

    void detailsUnfoldAndAreCopied()
    {
        MessageBar bar;
        bar.say(Tone::Danger, ErrorText{u"Failed."_qs, {}, {}, u"HTTP status: 500\nServer: <i>x</i>"_qs});
        bar.show();
        auto *const details = bar.findChild<QPlainTextEdit *>();
        QVERIFY(!details->isVisible());
        QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(details->isVisible());
        for (QPushButton *const button : bar.findChildren<QPushButton *>()) {
            if (button->text() == u"Copy details"_qs)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"HTTP status: 500\nServer: <i>x</i>"_qs);
    }

    void detailsAreAsHighAsTheyNeed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("one") << u"one"_qs << 1;
        QTest::newRow("four") << u"a\nb\n\nd"_qs << 4;
        QTest::newRow("seven") << u"a\nb\nc\nd\ne\nf\ng"_qs << 7;
        QTest::newRow("many") << QString(40, u'\n') << 10;
        QTest::newRow("one that wraps for long") << QString(4000, u'x') << 10;
    }

    void detailsAreAsHighAsTheyNeed()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        QWidget window;
        auto *const layout = new QVBoxLayout(&window);
        MessageBar bar;
        layout->addWidget(&bar);
        layout->addStretch();
        window.resize(700, 600);
        bar.say(Tone::Danger, ErrorText{u"Failed."_qs, {}, {}, text});
        bar.findChild<QToolButton *>()->setChecked(true);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *const details = bar.findChild<QPlainTextEdit *>();
        const auto shown = [details] {
            const int margin = static_cast<int>(details->document()->documentMargin());
            return (details->viewport()->height() - 2 * margin) / details->fontMetrics().lineSpacing();
        };
        QCOMPARE(shown(), lines);
        QCOMPARE(details->verticalScrollBar()->maximum() > 0, lines == 10);
        // What is said next has a height of its own.
        bar.say(Tone::Danger, ErrorText{u"Failed."_qs, {}, {}, u"a\nb"_qs});
        bar.findChild<QToolButton *>()->setChecked(true);
        QTRY_COMPARE(shown(), 2);
    }

    void environmentIsAWord_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("word");
        QTest::newRow("production") << Environment::Production << u"PRODUCTION"_qs;
        QTest::newRow("staging") << Environment::Staging << u"STAGING"_qs;
        QTest::newRow("other") << Environment::Other << u"OTHER"_qs;
    }

    void environmentIsAWord()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, word);
        EnvironmentBand band;
        band.setEnvironment(environment);
        QCOMPARE(accessibleText(&band, QAccessible::Name), word);
        QVERIFY(band.sizeHint().width() >= band.fontMetrics().horizontalAdvance(word));
        band.setEnvironment(Environment::Other, u"DEMO"_qs);
        QCOMPARE(accessibleText(&band, QAccessible::Name), u"DEMO"_qs);
    }

    void isPutAwayWhereThatIsAllowed()
    {
        MessageBar bar;
        const auto dismiss = [&bar]() -> QToolButton * {
            for (QToolButton *const each : bar.findChildren<QToolButton *>()) {
                if (each->accessibleName() == u"Dismiss message"_qs)
                    return each;
            }
            return nullptr;
        };
        bar.say(Tone::Danger, u"There is no such file."_qs);
        QVERIFY(!dismiss());
        bar.letDismiss();
        QSignalSpy dismissed(&bar, &MessageBar::dismissed);
        QVERIFY(dismiss());
        dismiss()->click();
        QVERIFY(bar.isHidden());
        QVERIFY(bar.text().headline.isEmpty());
        QCOMPARE(dismissed.size(), 1);
        // What is said next can be put away, too.
        bar.say(Tone::Info, u"Saved."_qs);
        QVERIFY(!bar.isHidden());
        dismiss()->click();
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(MessageBarTest)
#include "tst_messagebar.moc"
