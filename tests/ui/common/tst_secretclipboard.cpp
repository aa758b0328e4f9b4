// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace std::chrono_literals;

namespace
{

const QByteArray token = QByteArrayLiteral("apiv1_0000fake0000fake");

QClipboard &system()
{
    return *QGuiApplication::clipboard();
}

} // namespace

class SecretClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { system().clear(); }
    void copiesMarkedForManagers();
    void countsDownAndClears();
    void leavesWhatOthersCopied();
    void startsAnewWithTheNextSecret();
    void clearsOnQuit();
    void clearsWhenItEnds();
    void copiesPlainTextUnmarked();
};

void SecretClipboardTest::copiesMarkedForManagers()
{
    SecretClipboard clipboard(system());
    clipboard.copySecret(Secret::copyOf(token));
    QCOMPARE(system().text(), QString::fromLatin1(token));
    QCOMPARE(system().mimeData()->data(QStringLiteral("text/plain")), token);
    QCOMPARE(system().mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
             QByteArrayLiteral("secret"));
    QCOMPARE(system().mimeData()->data(QStringLiteral("text/x-kde-passwordManagerHint")),
             QByteArrayLiteral("secret"));
    if (system().supportsSelection())
        QVERIFY(system().text(QClipboard::Selection).isEmpty());
    QVERIFY(clipboard.holdsSecret());
    QCOMPARE(clipboard.secondsLeft(), 60);
}

void SecretClipboardTest::countsDownAndClears()
{
    SecretClipboard clipboard(system(), 1200ms);
    QSignalSpy ticked(&clipboard, &SecretClipboard::ticked);
    QSignalSpy gone(&clipboard, &SecretClipboard::secretGone);
    clipboard.copySecret(Secret::copyOf(token));
    QCOMPARE(ticked.value(0).value(0).toInt(), 2);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(ticked.value(1).value(0).toInt(), 1);
    QVERIFY(system().text().isEmpty());
    QVERIFY(!clipboard.holdsSecret());
    QCOMPARE(clipboard.secondsLeft(), 0);
}

void SecretClipboardTest::leavesWhatOthersCopied()
{
    SecretClipboard clipboard(system(), 300ms);
    QSignalSpy gone(&clipboard, &SecretClipboard::secretGone);
    clipboard.copySecret(Secret::copyOf(token));
    system().setText(QStringLiteral("somebody else's"));
    QTRY_COMPARE(gone.size(), 1);
    clipboard.clearSecret();
    QCOMPARE(system().text(), QStringLiteral("somebody else's"));
    QCOMPARE(gone.size(), 1);
}

void SecretClipboardTest::startsAnewWithTheNextSecret()
{
    SecretClipboard clipboard(system(), 400ms);
    QSignalSpy gone(&clipboard, &SecretClipboard::secretGone);
    clipboard.copySecret(Secret::copyOf(token));
    clipboard.copySecret(Secret::copyOf("apiv1_another"));
    QCOMPARE(gone.size(), 0);
    QCOMPARE(system().text(), QStringLiteral("apiv1_another"));
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(system().text().isEmpty());
}

void SecretClipboardTest::clearsOnQuit()
{
    SecretClipboard clipboard(system());
    clipboard.copySecret(Secret::copyOf(token));
    QMetaObject::invokeMethod(qApp, "aboutToQuit");
    QVERIFY(system().text().isEmpty());
}

void SecretClipboardTest::clearsWhenItEnds()
{
    {
        SecretClipboard clipboard(system());
        clipboard.copySecret(Secret::copyOf(token));
    }
    QVERIFY(system().text().isEmpty());
}

void SecretClipboardTest::copiesPlainTextUnmarked()
{
    SecretClipboard clipboard(system(), 100ms);
    clipboard.copySecret(Secret::copyOf(token));
    clipboard.copyText(QStringLiteral("an id"));
    QVERIFY(!clipboard.holdsSecret());
    QCOMPARE(clipboard.secondsLeft(), 0);
    QCOMPARE(system().text(), QStringLiteral("an id"));
    QVERIFY(!system().mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
}

QTEST_MAIN(SecretClipboardTest)
#include "tst_secretclipboard.moc"
