// SPDX-License-Identifier: MIT
#include "common/secretview.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace tokenry;

class SecretViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksByDefault();
    void showsWhileRevealed();
    void wrapsLongSecrets();
    void showsTheBeginningOfOneThatIsTooLong();
    void tellsAssistiveTechnologyNothing();
    void givesNothingToTheMouseOrKeyboard();
    void drawsBytesThatATokenShouldNotHold();
    void survivesAnEmptySecret();
};

namespace
{

QImage picture(const Secret &secret, bool revealed)
{
    SecretView view(secret);
    view.setRevealed(revealed);
    view.resize(500, view.heightForWidth(500));
    return view.grab().toImage();
}

} // namespace

void SecretViewTest::masksByDefault()
{
    const Secret one = Secret::copyOf("apiv1_0000fake");
    const Secret other = Secret::copyOf("zzzzzzzzzzzzzz");
    QVERIFY(!SecretView(one).isRevealed());
    QCOMPARE(picture(one, false), picture(other, false));
}

void SecretViewTest::showsWhileRevealed()
{
    const Secret one = Secret::copyOf("apiv1_0000fake");
    const Secret other = Secret::copyOf("apiv1_0000fakf");
    QVERIFY(picture(one, true) != picture(other, true));
    QVERIFY(picture(one, true) != picture(one, false));

    SecretView view(one);
    view.resize(500, view.heightForWidth(500));
    view.setRevealed(true);
    view.setRevealed(false);
    QCOMPARE(view.grab().toImage(), picture(one, false));
}

void SecretViewTest::wrapsLongSecrets()
{
    const Secret brief = Secret::copyOf("apiv1");
    const Secret lengthy = Secret::copyOf(QByteArray(700, 'x'));
    QVERIFY(SecretView(lengthy).heightForWidth(400) > 5 * SecretView(brief).heightForWidth(400));
    QVERIFY(SecretView(lengthy).heightForWidth(400) > SecretView(lengthy).heightForWidth(800));
}

void SecretViewTest::showsTheBeginningOfOneThatIsTooLong()
{
    const Secret most = Secret::copyOf(QByteArray(SecretView::mostShown, 'x'));
    const Secret more = Secret::copyOf(QByteArray(500'000, 'x'));
    QCOMPARE(SecretView(more).heightForWidth(500), SecretView(most).heightForWidth(500));
    QVERIFY(picture(more, true) != picture(most, true));
}

void SecretViewTest::tellsAssistiveTechnologyNothing()
{
    const Secret secret = Secret::copyOf("apiv1_0000fake");
    SecretView view(secret);
    view.setAccessibleName(QStringLiteral("Token"));
    for (const bool revealed : {false, true}) {
        view.setRevealed(revealed);
        QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(spoken);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Token"));
        QVERIFY(spoken->text(QAccessible::Value).isEmpty());
        QCOMPARE(spoken->text(QAccessible::Description),
                 revealed ? QStringLiteral("shown on the screen") : QStringLiteral("hidden"));
        QVERIFY(!spoken->textInterface());
    }
}

void SecretViewTest::givesNothingToTheMouseOrKeyboard()
{
    const Secret secret = Secret::copyOf("apiv1_0000fake");
    QGuiApplication::clipboard()->clear();
    SecretView view(secret);
    view.setRevealed(true);
    view.show();
    QTest::mouseDClick(&view, Qt::LeftButton);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!view.testAttribute(Qt::WA_InputMethodEnabled));
}

void SecretViewTest::drawsBytesThatATokenShouldNotHold()
{
    const Secret odd = Secret::copyOf(QByteArrayLiteral("a\x01\xff b"));
    QVERIFY(picture(odd, true) != picture(odd, false));
}

void SecretViewTest::survivesAnEmptySecret()
{
    const Secret none;
    QVERIFY(!picture(none, true).isNull());
}

QTEST_MAIN(SecretViewTest)
#include "tst_secretview.moc"
