// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "common/secretview.h"
#include "reveal/revealdialog.h"
#include "reveal/secretpanel.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace tokenry;
using namespace tokenry::testsupport;
using namespace std::chrono_literals;

/// The secret in the dialog: masked, shown for a while, copied marked, and in nothing else.
class RevealSecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isMaskedAndMeasured();
    void isKeptInNoWidget();
    void masksAgain();
    void hidesOnRequest();
    void copiesConcealed();
    void countsTheClipboardDown();
    void copiesTheId();
    void copiesDetailsWithoutTheSecret();
    void offersDetailsWithoutALoopOfItsOwn();
    void hasItsAccessibleNames();

private:
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return named<QPushButton>(*m_dialog, QString::fromUtf8(name));
    }
    [[nodiscard]] SecretView *view() const { return named<SecretView>(*m_dialog, QStringLiteral("Token")); }
    static QString secret() { return QString::fromLatin1(IssuanceScene::secret()); }

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<RevealDialog> m_dialog;
};

void RevealSecretTest::init()
{
    m_scene = std::make_unique<IssuanceScene>();
    m_scene->tick(Action::Read, QStringLiteral("billing"));
    m_scene->start();
    QVERIFY(m_scene->issue());
    QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
    m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard(), 1500ms);
    m_dialog = std::make_unique<RevealDialog>(*m_scene->issuance, m_scene->watch(), *m_clipboard);
    m_dialog->open();
}

void RevealSecretTest::cleanup()
{
    m_dialog.reset();
    m_clipboard.reset();
    m_scene.reset();
}

void RevealSecretTest::isMaskedAndMeasured()
{
    QVERIFY(!view()->isRevealed());
    QVERIFY(keepsText(*m_dialog, QStringLiteral("%1 characters").arg(IssuanceScene::secret().size())));
}

void RevealSecretTest::isKeptInNoWidget()
{
    QVERIFY(!keepsText(*m_dialog, secret()));
    button("Reveal")->click();
    QVERIFY(view()->isRevealed());
    QVERIFY(!keepsText(*m_dialog, secret()));
    QVERIFY(!keepsText(*m_dialog, secret().left(16)));
}

void RevealSecretTest::masksAgain()
{
    QCOMPARE(SecretPanel::defaultShowFor, 30s);
    m_dialog->findChild<SecretPanel *>()->setShowFor(1500ms);
    button("Reveal")->click();
    QCOMPARE(button("Reveal")->text(), QStringLiteral("Hide (2 s)"));
    QTRY_COMPARE(button("Reveal")->text(), QStringLiteral("Hide (1 s)"));
    QVERIFY(view()->isRevealed());
    QTRY_VERIFY(!view()->isRevealed());
    QCOMPARE(button("Reveal")->text(), QStringLiteral("Reveal"));
    QVERIFY(!button("Reveal")->isChecked());
}

void RevealSecretTest::hidesOnRequest()
{
    button("Reveal")->click();
    button("Reveal")->click();
    QVERIFY(!view()->isRevealed());
    button("Reveal")->click();
    QVERIFY(view()->isRevealed());
    m_scene->issuance->finish();
    QVERIFY(!view()->isRevealed());
}

void RevealSecretTest::copiesConcealed()
{
    button("Copy")->click();
    const QMimeData *const copied = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(copied->text(), secret());
    QCOMPARE(copied->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArrayLiteral("secret"));
    QVERIFY(m_scene->issuance->state().copied);
    QVERIFY(!keepsText(*m_dialog, secret()));
}

void RevealSecretTest::countsTheClipboardDown()
{
    button("Copy")->click();
    QVERIFY(keepsText(*m_dialog, QStringLiteral("taken off the clipboard in 2 s")));
    QTRY_VERIFY(keepsText(*m_dialog, QStringLiteral("taken off the clipboard in 1 s")));
    QTRY_VERIFY(keepsText(*m_dialog, QStringLiteral("No longer on the clipboard.")));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void RevealSecretTest::copiesTheId()
{
    button("Copy ID")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_scene->faithful().id);
}

void RevealSecretTest::copiesDetailsWithoutTheSecret()
{
    const QList<QAction *> ways = button("Copy details")->findChild<QMenu *>()->actions();
    QCOMPARE(ways.size(), 2);
    for (QAction *const way : ways) {
        way->trigger();
        const QString details = QGuiApplication::clipboard()->text();
        QVERIFY(details.contains(m_scene->faithful().id));
        QVERIFY(details.contains(m_scene->draft.description));
        QVERIFY(details.contains(m_scene->issuance->keychainItem().service));
        QVERIFY(!details.contains(secret()));
    }
}

// A nested loop would hold up whatever the only copy of the secret waits for.
void RevealSecretTest::offersDetailsWithoutALoopOfItsOwn()
{
    bool clicked = false;
    bool seenMeanwhile = false;
    QTimer::singleShot(0, m_dialog.get(), [&] {
        seenMeanwhile = !clicked;
        QApplication::activePopupWidget()->close();
    });
    QTest::mouseClick(button("Copy details"), Qt::LeftButton);
    clicked = true;
    QVERIFY(button("Copy details")->findChild<QMenu *>()->isVisible());
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QVERIFY(!seenMeanwhile);
}

void RevealSecretTest::hasItsAccessibleNames()
{
    for (const char *const name : {"Token ID", "Copy ID", "Copy details", "Token", "Reveal", "Copy",
                                   "Keychain status", "Answer check", "Activation status", "Done"})
        QVERIFY2(named<QWidget>(*m_dialog, QString::fromLatin1(name)), name);
}

QTEST_MAIN(RevealSecretTest)
#include "tst_revealsecret.moc"
