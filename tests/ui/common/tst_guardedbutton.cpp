// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tokenry;
using namespace std::chrono_literals;

class GuardedButtonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsFor700Milliseconds();
    void acceptsNothingWhileGuarded();
    void acceptsAfterwards();
    void ignoresAPressBegunBefore();
    void ignoresEnter();
    void guardsAnewWhenShownAgain();
};

namespace
{

struct Scene
{
    QWidget window;
    GuardedButton button{QStringLiteral("Create"), &window};
    QSignalSpy confirmed{&button, &GuardedButton::confirmed};

    explicit Scene(std::chrono::milliseconds guard)
    {
        (new QVBoxLayout(&window))->addWidget(&button);
        button.setGuard(guard);
        window.show();
    }
};

} // namespace

void GuardedButtonTest::guardsFor700Milliseconds()
{
    GuardedButton button(QStringLiteral("Create"));
    QVERIFY(button.isGuarded());
    QElapsedTimer sinceShown;
    button.show();
    sinceShown.start();
    QTRY_VERIFY(!button.isGuarded());
    QVERIFY(sinceShown.elapsed() >= 690);
}

void GuardedButtonTest::acceptsNothingWhileGuarded()
{
    Scene scene(1h);
    QTest::mouseClick(&scene.button, Qt::LeftButton);
    QTest::keyClick(&scene.button, Qt::Key_Space);
    // What assistive technology calls.
    scene.button.click();
    QCOMPARE(scene.confirmed.size(), 0);
}

void GuardedButtonTest::acceptsAfterwards()
{
    Scene scene(0ms);
    QTest::mouseClick(&scene.button, Qt::LeftButton);
    QTest::keyClick(&scene.button, Qt::Key_Space);
    scene.button.click();
    QCOMPARE(scene.confirmed.size(), 3);
}

void GuardedButtonTest::ignoresAPressBegunBefore()
{
    Scene scene(150ms);
    QTest::mousePress(&scene.button, Qt::LeftButton);
    QTRY_VERIFY(!scene.button.isGuarded());
    QTest::mouseRelease(&scene.button, Qt::LeftButton);
    QCOMPARE(scene.confirmed.size(), 0);

    QTest::mouseClick(&scene.button, Qt::LeftButton);
    QCOMPARE(scene.confirmed.size(), 1);
}

void GuardedButtonTest::ignoresEnter()
{
    Scene scene(0ms);
    scene.button.setFocus();
    QTest::keyClick(&scene.button, Qt::Key_Return);
    QTest::keyClick(&scene.button, Qt::Key_Enter);
    QCOMPARE(scene.confirmed.size(), 0);
}

void GuardedButtonTest::guardsAnewWhenShownAgain()
{
    Scene scene(150ms);
    QTRY_VERIFY(!scene.button.isGuarded());
    scene.window.hide();
    scene.window.show();
    QVERIFY(scene.button.isGuarded());
    QTRY_VERIFY(!scene.button.isGuarded());
}

QTEST_MAIN(GuardedButtonTest)
#include "tst_guardedbutton.moc"
