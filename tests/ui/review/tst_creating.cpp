// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"
#include "common/messagebar.h"
#include "common/recoverypanel.h"
#include "common/secretclipboard.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"
#include "wording/apierrortext.h"
#include "wording/issuancetext.h"

#include <QGuiApplication>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;
using Kind = ApiError::Kind;
using Effect = ApiError::Effect;
Q_DECLARE_METATYPE(tokenry::ApiError)

/// From the click on: exactly one creation, the waiting, and what may come of it.
class CreatingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void guardsTheClick();
    void neverCreatesByEnter();
    void createsOnce();
    void createsOnceForADoubleClick();
    void saysThatItWaits();
    void callsAStopUnclear();
    void saysWhyNothingWasCreated_data();
    void saysWhyNothingWasCreated();
    void createsAfterARefusal();
    void asksWhereTheManagementTokenMayGo();
    void unlocksTheManagementToken();
    void saysThatThePasswordIsAwaited();
    void looksAtTheKeychainOnceMore();
    void saysThatAClickMetAnotherKeychain();
    void createsNothingThatCannotBeWrittenDown();
    void choosesNoOrphanByItself();
    void saysThatTheTokensMayNotBeListed();
    void itsWordsFollowWhatBecameOfIt();

private:
    void open();
    void create();
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return named<QPushButton>(*m_page, QString::fromUtf8(name));
    }
    [[nodiscard]] MessageBar &message() const { return *m_page->findChild<MessageBar *>(); }
    [[nodiscard]] qsizetype creations() const
    {
        return static_cast<qsizetype>(m_scene->cluster.created.size());
    }
    void refuse(const ApiError &error);

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<ReviewPage> m_page;
    GuardedButton *m_create = nullptr;
};

void CreatingTest::init()
{
    m_scene = std::make_unique<IssuanceScene>();
    m_scene->tick(Action::Read, QStringLiteral("billing"));
    m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
}

void CreatingTest::cleanup()
{
    m_page.reset();
    m_clipboard.reset();
    m_scene.reset();
}

void CreatingTest::open()
{
    m_scene->start();
    m_page = std::make_unique<ReviewPage>(*m_scene->issuance, *m_clipboard);
    m_page->show();
    m_create = m_page->findChild<GuardedButton *>();
    QTRY_VERIFY(m_create->isEnabled());
}

void CreatingTest::create()
{
    m_create->setGuard(std::chrono::milliseconds(0));
    QTest::mouseClick(m_create, Qt::LeftButton);
}

void CreatingTest::refuse(const ApiError &error)
{
    m_scene->cluster.onCreate = [error](const EncodedCall &) -> Result<Creation, ApiError> {
        return unexpected(error);
    };
}

void CreatingTest::guardsTheClick()
{
    open();
    m_create->rearm();
    QTest::mouseClick(m_create, Qt::LeftButton);
    QTest::keyClick(m_create, Qt::Key_Space);
    QCOMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Reviewing);
    QTRY_VERIFY(!m_create->isGuarded());
    QTest::mouseClick(m_create, Qt::LeftButton);
    QTRY_COMPARE(creations(), 1);
}

void CreatingTest::neverCreatesByEnter()
{
    open();
    m_create->setGuard(std::chrono::milliseconds(0));
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    for (QWidget *const widget : widgets) {
        if (!widget->isVisible() || !widget->isEnabled() || widget == button("Back"))
            continue;
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_Return);
        QTest::keyClick(widget, Qt::Key_Enter);
    }
    QCOMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Reviewing);
    QCOMPARE(creations(), 0);
}

void CreatingTest::createsOnce()
{
    open();
    m_scene->answerWith(m_scene->faithful());
    QSignalSpy issued(m_page.get(), &ReviewPage::issued);
    create();
    QTRY_COMPARE(issued.size(), 1);
    QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
    QCOMPARE(creations(), 1);
    QCOMPARE(m_scene->cluster.created.front(), m_scene->issuance->call());
    QCOMPARE(issued.size(), 1);
    QVERIFY(!keepsText(*m_page, QString::fromLatin1(IssuanceScene::secret())));
    QVERIFY(!m_create->isEnabled());
    QVERIFY(!button("Back")->isEnabled());
}

void CreatingTest::createsOnceForADoubleClick()
{
    open();
    refuse(FakeCluster::error(Kind::Unauthorized, 401, Effect::None));
    QTRY_VERIFY(!m_create->isGuarded());
    QTest::mouseClick(m_create, Qt::LeftButton);
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::NotCreated);
    QTest::mouseDClick(m_create, Qt::LeftButton);
    QCOMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::NotCreated);
    QCOMPARE(creations(), 1);
}

void CreatingTest::saysThatItWaits()
{
    open();
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Creating);
    QVERIFY(button("Stop waiting"));
    QVERIFY(keepsText(*m_page, QStringLiteral("Creating… 0 s. A token may already exist.")));
    QTRY_VERIFY(keepsText(*m_page, QStringLiteral("Creating… 1 s. A token may already exist.")));
    QVERIFY(!m_create->isEnabled());
    QVERIFY(!button("Back")->isEnabled());
}

void CreatingTest::callsAStopUnclear()
{
    open();
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Creating);
    QTest::mouseClick(button("Stop waiting"), Qt::LeftButton);
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Unclear);
    QVERIFY(message().isVisible());
    QCOMPARE(message().tone(), Tone::Danger);
    QVERIFY(keepsText(*m_page, QStringLiteral("Review – a token may exist")));
    QVERIFY(!m_create->isEnabled());
    QVERIFY(button("Back")->isEnabled());
    QVERIFY(!button("Stop waiting"));
}

void CreatingTest::saysWhyNothingWasCreated_data()
{
    QTest::addColumn<ApiError>("error");
    const auto row = [](const char *name, Kind kind, int status) {
        QTest::newRow(name) << FakeCluster::error(kind, status, Effect::None,
                                                  QStringLiteral("<i>because</i>"));
    };
    row("400", Kind::BadRequest, 400);
    row("401", Kind::Unauthorized, 401);
    row("403", Kind::Forbidden, 403);
    row("404", Kind::NotFound, 404);
    row("409", Kind::Conflict, 409);
    row("429", Kind::TooManyRequests, 429);
    row("no connection", Kind::ConnectionRefused, 0);
}

void CreatingTest::saysWhyNothingWasCreated()
{
    QFETCH(ApiError, error);
    open();
    refuse(error);
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::NotCreated);
    QVERIFY(message().isVisible());
    QCOMPARE(message().tone(), Tone::Warning);
    QCOMPARE(message().text(), textFor(error, Situation::Creating));
    QVERIFY(keepsText(*m_page, QStringLiteral("Review – nothing is created yet")));
    QVERIFY(allLabelsArePlain(*m_page));
    QVERIFY(button("Back")->isEnabled());
}

void CreatingTest::createsAfterARefusal()
{
    open();
    refuse(FakeCluster::error(Kind::TooManyRequests, 429, Effect::None));
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::NotCreated);
    m_scene->answerWith(m_scene->faithful());
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Issued);
    QVERIFY(!message().isVisible());
    QCOMPARE(creations(), 2);
}

void CreatingTest::asksWhereTheManagementTokenMayGo()
{
    m_scene->tokenAtHand = false;
    open();
    m_scene->answerWith(m_scene->faithful());
    create();
    QTRY_VERIFY(button("Allow"));
    QVERIFY(message().text().headline.startsWith(QStringLiteral("Send the management token of account ")));
    QVERIFY(message().text().meaning.contains(QStringLiteral("Your draft is kept.")));
    QCOMPARE(creations(), 0);
    QTest::mouseClick(button("Allow"), Qt::LeftButton);
    QVERIFY(!message().isVisible());
    QCOMPARE(creations(), 0);
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Issued);
    QCOMPARE(creations(), 1);
}

void CreatingTest::unlocksTheManagementToken()
{
    m_scene->tokenAtHand = false;
    (void)m_scene->trusted.add(m_scene->profile.address.accountId,
                               m_scene->profile.address.managementOrigin());
    open();
    m_scene->answerWith(m_scene->faithful());
    m_scene->keychain.fail(Operation::Read, KeychainError::Kind::Locked);
    create();
    QTRY_VERIFY(button("Unlock…"));
    QCOMPARE(creations(), 0);
    m_scene->keychain.succeed(Operation::Read);
    QTest::mouseClick(button("Unlock…"), Qt::LeftButton);
    QTRY_VERIFY(!message().isVisible());
    QTRY_VERIFY(m_create->isEnabled());
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Issued);
}

// The keychain's own line is hidden then.
void CreatingTest::saysThatThePasswordIsAwaited()
{
    m_scene->tokenAtHand = false;
    (void)m_scene->trusted.add(m_scene->profile.address.accountId,
                               m_scene->profile.address.managementOrigin());
    open();
    m_scene->issuance->setKeep(Keep::ShowOnly);
    m_scene->keychain.fail(Operation::Read, KeychainError::Kind::Locked);
    create();
    QTRY_VERIFY(button("Unlock…"));
    m_scene->keychain.hold(Operation::Unlock);
    QTest::mouseClick(button("Unlock…"), Qt::LeftButton);
    QTRY_VERIFY(keepsText(*m_page, QStringLiteral("Waiting for the keychain's password…")));
    QVERIFY(!button("Unlock…"));
    m_scene->issuance->unlockKeychain();
    QCOMPARE(m_scene->keychain.calls(Operation::Unlock), 1);
    m_scene->keychain.fail(Operation::Unlock, KeychainError::Kind::Dismissed);
    m_scene->keychain.release(Operation::Unlock);
    QTRY_VERIFY(keepsText(*m_page, QStringLiteral("the password was not given")));
    QVERIFY(button("Unlock…"));
}

void CreatingTest::looksAtTheKeychainOnceMore()
{
    open();
    m_scene->keychain.place.locked = true;
    create();
    QTRY_VERIFY(button("Unlock…"));
    QCOMPARE(creations(), 0);
    QVERIFY(!m_create->isEnabled());
}

void CreatingTest::saysThatAClickMetAnotherKeychain()
{
    open();
    m_scene->answerWith(m_scene->faithful());
    m_scene->keychain.place.owner = QStringLiteral(":1.99");
    m_scene->keychain.hold(Operation::Prove);
    create();
    QTRY_VERIFY(message().isVisible());
    QCOMPARE(message().text(), keychainChangedText());
    QCOMPARE(message().tone(), Tone::Info);
    QVERIFY(!m_create->isEnabled());
    m_scene->keychain.release(Operation::Prove);
    QTRY_VERIFY(m_create->isEnabled());
    QVERIFY(message().isVisible());
    QCOMPARE(creations(), 0);
    // The next click counts.
    create();
    QTRY_COMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Issued);
    QVERIFY(!message().isVisible());
    QCOMPARE(creations(), 1);
}

void CreatingTest::createsNothingThatCannotBeWrittenDown()
{
    open();
    m_scene->ledger.failure =
        StorageError{StorageError::Kind::NotWritable, QStringLiteral("x.jsonl"), 0, 0, {}, {}};
    create();
    QTRY_VERIFY(button("Try again"));
    QVERIFY(!m_create->isEnabled());
    QCOMPARE(creations(), 0);
    m_scene->ledger.failure.reset();
    QTest::mouseClick(button("Try again"), Qt::LeftButton);
    QTRY_VERIFY(m_create->isEnabled());
    QVERIFY(!message().isVisible());
}

void CreatingTest::saysThatTheTokensMayNotBeListed()
{
    open();
    m_scene->cluster.tokensError = FakeCluster::error(Kind::Forbidden, 403, Effect::None);
    refuse(FakeCluster::error(Kind::DeadlinePassed, 0, Effect::Unclear));
    create();
    QTRY_VERIFY(keepsText(*m_page, QStringLiteral("This management token may not list the tokens of")));
    QVERIFY(!keepsText(*m_page, QStringLiteral("may not list the databases")));
}

void CreatingTest::choosesNoOrphanByItself()
{
    open();
    m_scene->cluster.onCreate = [this](const EncodedCall &) -> Result<Creation, ApiError> {
        for (const char *const id : {"first", "second"}) {
            m_scene->cluster.tokens.push_back(m_scene->faithful());
            m_scene->cluster.tokens.back().id = QString::fromLatin1(id);
        }
        return unexpected(FakeCluster::error(Kind::DeadlinePassed, 0, Effect::Unclear));
    };
    create();
    QTRY_VERIFY(button("Keep it"));
    QVERIFY(!button("Keep it")->isEnabled());
    QVERIFY(!button("Revoke the orphan and try again")->isEnabled());
    const auto choices = m_page->findChild<RecoveryPanel *>()->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 2);
    for (const QRadioButton *const choice : choices)
        QVERIFY(!choice->isChecked());
    choices.constLast()->click();
    QVERIFY(button("Keep it")->isEnabled());
    // Once nothing more can appear they may all be somebody else's; the choice survives the look.
    QVERIFY(!button("None of these"));
    m_scene->clock.set(m_scene->clock.now().addSecs(600));
    m_scene->issuance->recovery()->lookAgain();
    QTRY_VERIFY(button("None of these"));
    QVERIFY(button("Keep it")->isEnabled());
    const auto again = m_page->findChild<RecoveryPanel *>()->findChildren<QRadioButton *>();
    QVERIFY(again.constLast()->isChecked());
    QTest::mouseClick(button("Keep it"), Qt::LeftButton);
    QTRY_VERIFY(m_create->isEnabled());
    QVERIFY(keepsText(*m_page, QStringLiteral("Review – an earlier token stays")));
    QCOMPARE(m_scene->ledger.entries.begin()->second.tokenId, QStringLiteral("second"));
    QVERIFY(m_scene->cluster.revoked.isEmpty());
}

void CreatingTest::itsWordsFollowWhatBecameOfIt()
{
    const auto heading = [this](const char *words) {
        return keepsText(*m_page, QStringLiteral("Review – ") + QString::fromUtf8(words));
    };
    const QString line = QStringLiteral(" 1 token on prod-eu (PRODUCTION)");
    open();
    QVERIFY(heading("nothing is created yet") && keepsText(*m_page, QStringLiteral("Creates") + line));
    refuse(FakeCluster::error(Kind::DeadlinePassed, 0, Effect::Unclear));
    create();
    QTRY_VERIFY(keepsText(*m_page, QStringLiteral("No such token is on the cluster so far.")));
    // The keyboard is where it can do no harm.
    QVERIFY(m_page->focusWidget());
    QCOMPARE(m_page->focusWidget()->accessibleName(), QStringLiteral("Permissions"));
    QVERIFY(heading("a token may exist"));
    m_scene->cluster.tokens = {m_scene->faithful()};
    m_scene->issuance->recovery()->lookAgain();
    QTRY_VERIFY(heading("the token is created, and its secret is lost"));
    QVERIFY(!heading("a token may exist"));
    m_scene->cluster.tokens.clear();
    m_scene->clock.set(m_scene->clock.now().addSecs(600));
    m_scene->issuance->recovery()->lookAgain();
    QTRY_VERIFY(heading("no token was created"));
    m_scene->issuance->recovery()->close();
    QTRY_VERIFY(m_create->isEnabled());
    QVERIFY(heading("nothing is created yet"));

    m_scene->answerWith(m_scene->faithful());
    create();
    QTRY_VERIFY(heading("the token is created"));
    QVERIFY(keepsText(*m_page, QStringLiteral("Created") + line));
    QVERIFY(!keepsText(*m_page, QStringLiteral("Creates") + line));
    QTRY_COMPARE(m_scene->issuance->state().custody, IssuanceState::Custody::Stored);
    m_scene->issuance->revoke();
    QTRY_VERIFY(heading("the token was created and is revoked"));
}

QTEST_MAIN(CreatingTest)
#include "tst_creating.moc"
