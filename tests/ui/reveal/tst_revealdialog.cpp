// SPDX-License-Identifier: MIT
#include "common/fieldmessage.h"
#include "common/guardedbutton.h"
#include "common/messagebar.h"
#include "common/secretclipboard.h"
#include "reveal/revealdialog.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"
#include "wording/issuancetext.h"
#include "wording/keychaintext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;
using Operation = FakeKeychain::Operation;
using Kind = KeychainError::Kind;
using Custody = IssuanceState::Custody;
Q_DECLARE_METATYPE(KeychainError::Kind)

/// What became of the secret, and that the dialog does not close before it is safe or given up.
class RevealDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhereItIsStored();
    void staysOpenWhileStoring();
    void saysWhyItIsNotStored_data();
    void saysWhyItIsNotStored();
    void retries();
    void unlocksAndRetries();
    void savesUnderAnotherName();
    void saysAnewWhatKeepsItOpen();
    void leavesATakenNameAlone();
    void wantsTheTickAfterShowOnly();
    void explainsInsteadOfClosing();
    void discardsAfterAsking();
    void aClickThatWasMeantForSomethingElseRevokesNothing();
    void revokes();
    void saysThatRevokingFailed();
    void aNotFoundOfSomebodyElseProvesNothing();
    void unlocksAndRevokes_data();
    void unlocksAndRevokes();
    void asksBeforeRevokingElsewhere();
    void aMissingManagementTokenDoesNotRevoke();
    void aRefusedManagementTokenIsReadAgain();
    void aKeyringUnlockedForSavingIsNotComplainedAbout();
    void saysWhatTheServerChanged();
    void saysThatTheAnswerWasUnreadable();
    void takesNoTextForMarkup();
    void staysUsableWhateverTheAnswerHolds();

private:
    void openWithStoredToken();
    void open(Keep keep = Keep::InKeychain);
    void click(const char *name)
    {
        if (auto *const guarded = qobject_cast<GuardedButton *>(button(name)))
            guarded->setGuard(std::chrono::milliseconds(0));
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return named<QPushButton>(*m_dialog, QString::fromUtf8(name));
    }
    [[nodiscard]] QString line(const char *name) const;
    [[nodiscard]] QCheckBox *tick() const
    {
        return named<QCheckBox>(*m_dialog, QStringLiteral("I have put it somewhere safe"));
    }
    [[nodiscard]] const IssuanceState &state() const { return m_scene->issuance->state(); }
    [[nodiscard]] MessageBar &message() const { return *m_dialog->findChild<MessageBar *>(); }

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<RevealDialog> m_dialog;
};

void RevealDialogTest::init()
{
    m_scene = std::make_unique<IssuanceScene>();
    m_scene->tick(Action::Read, QStringLiteral("billing"));
    m_scene->draft.description = QStringLiteral("edge");
    m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
}

void RevealDialogTest::cleanup()
{
    m_dialog.reset();
    m_clipboard.reset();
    m_scene.reset();
}

void RevealDialogTest::open(Keep keep)
{
    if (!m_scene->issuance)
        m_scene->start();
    QVERIFY(m_scene->issue(keep));
    m_dialog = std::make_unique<RevealDialog>(*m_scene->issuance, m_scene->watch(), *m_clipboard);
    m_dialog->open();
}

QString RevealDialogTest::line(const char *name) const
{
    return named<QWidget>(*m_dialog, QString::fromUtf8(name))->accessibleDescription();
}

void RevealDialogTest::saysWhereItIsStored()
{
    open();
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Token created – prod-eu · PRODUCTION"));
    QTRY_COMPARE(line("Keychain status"),
                 QStringLiteral("Stored and read back: GNOME Keyring › Login › tokenry/prod-eu/edge"));
    QVERIFY(m_scene->keychain.holds({QStringLiteral("tokenry/prod-eu/edge"), QStringLiteral("edge")},
                                    IssuanceScene::secret()));
    QCOMPARE(line("Answer check"), QStringLiteral("The server permitted exactly what was reviewed."));
    for (const char *const absent :
         {"Retry save", "Revoke it now", "Discard secret", "Set up a client…", "Add reminder…"})
        QVERIFY2(!button(absent), absent);
    QVERIFY(!tick());
    click("Done");
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(state().phase, IssuanceState::Phase::Finished);
    QVERIFY(m_scene->issuance->secret().isEmpty());
}

void RevealDialogTest::staysOpenWhileStoring()
{
    m_scene->keychain.hold(Operation::Write);
    open();
    QVERIFY(line("Keychain status").startsWith(QStringLiteral("Storing")));
    QVERIFY(!button("Done")->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible() && message().isVisible());
    QVERIFY(!cannotCloseText(m_scene->issuance->state()).remedy.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(line("Keychain status").contains(QStringLiteral("This takes unusually long.")),
                             10'000);
    QVERIFY(button("Copy")->isEnabled());
    m_scene->keychain.release(Operation::Write);
    QTRY_VERIFY(button("Done")->isEnabled());
    QVERIFY(!message().isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void RevealDialogTest::saysWhyItIsNotStored_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("wayOn");
    const QString retry = QStringLiteral("Retry save");
    const QString unlock = QStringLiteral("Unlock and retry save");
    QTest::newRow("missing") << Kind::Missing << retry;
    QTest::newRow("no collection") << Kind::NoCollection << QStringLiteral("Make a keyring…");
    QTest::newRow("locked") << Kind::Locked << unlock;
    QTest::newRow("dismissed") << Kind::Dismissed << unlock;
    QTest::newRow("denied") << Kind::Denied << retry;
    QTest::newRow("not answering") << Kind::NotAnswering << retry;
    QTest::newRow("failed") << Kind::Failed << retry;
    QTest::newRow("taken") << Kind::NameTaken << QStringLiteral("Save under another name…");
    QTest::newRow("not kept") << Kind::NotKept << retry;
    // Nothing reaches a keychain any more in this process.
    QTest::newRow("bus lost") << Kind::BusLost << QStringLiteral("Revoke it now");
}

void RevealDialogTest::saysWhyItIsNotStored()
{
    QFETCH(Kind, kind);
    QFETCH(QString, wayOn);
    m_scene->keychain.fail(Operation::Write, kind, QStringLiteral("disk full"));
    open();
    const ErrorText text = textFor(KeychainError{kind, {}}, KeychainSituation::AfterCreating);
    QTRY_VERIFY(line("Keychain status").startsWith(text.headline));
    QVERIFY(
        line("Keychain status").contains(QStringLiteral("this window holds the only copy of its secret")));
    QVERIFY(line("Keychain status").contains(QStringLiteral("disk full")));
    QVERIFY(named<QPushButton>(*m_dialog, wayOn));
    for (const char *const each : {"Unlock and retry save", "Make a keyring…", "Retry save"})
        QCOMPARE(button(each) != nullptr, wayOn == QString::fromUtf8(each));
    for (const char *const there : {"Copy", "Revoke it now", "Discard secret"})
        QVERIFY2(button(there), there);
    QCOMPARE(button("Save under another name…") != nullptr, kind != Kind::BusLost);
    QVERIFY(!button("Done")->isEnabled());
}

void RevealDialogTest::retries()
{
    m_scene->keychain.fail(Operation::Write, Kind::Failed);
    open();
    QTRY_VERIFY(button("Retry save"));
    m_scene->keychain.succeed(Operation::Write);
    click("Retry save");
    QTRY_VERIFY(button("Done")->isEnabled());
    QVERIFY(line("Keychain status").startsWith(QStringLiteral("Stored and read back")));
    QVERIFY(!button("Retry save"));
}

void RevealDialogTest::unlocksAndRetries()
{
    m_scene->keychain.fail(Operation::Write, Kind::Locked);
    open();
    QTRY_VERIFY(button("Unlock and retry save"));
    click("Unlock and retry save");
    QTRY_COMPARE(state().custody, Custody::Stored);
    QCOMPARE(m_scene->keychain.calls(Operation::Unlock), 1);
}

void RevealDialogTest::savesUnderAnotherName()
{
    m_scene->keychain.fail(Operation::Write, Kind::Failed);
    open();
    QTRY_VERIFY(button("Save under another name…"));
    click("Save under another name…");
    auto *const name = named<QLineEdit>(*m_dialog, QStringLiteral("Keychain name"));
    QCOMPARE(name->text(), QStringLiteral("edge_2"));
    // A name that cannot be used says why, and Return does not take it.
    for (const char *const bad : {"not a name", "edge_next", ""}) {
        name->setText(QString::fromLatin1(bad));
        QVERIFY(!button("Save under this name")->isEnabled());
        const auto *const why = m_dialog->findChild<FieldMessage *>();
        QVERIFY(why->isVisible());
        QCOMPARE(why->sentence(), keychainNameFault(name->text()));
        QCOMPARE(name->accessibleDescription(), keychainNameFault(name->text()));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(state().custody, Custody::NotStored);
    }
    QTest::keyClicks(name, QStringLiteral("spare"));
    QVERIFY(!m_dialog->findChild<FieldMessage *>()->isVisible());
    QCOMPARE(name->accessibleDescription(), QString());
    m_scene->keychain.succeed(Operation::Write);
    click("Save under this name");
    QTRY_COMPARE(state().custody, Custody::Stored);
    QVERIFY(m_scene->keychain.holds({QStringLiteral("tokenry/prod-eu/spare"), QStringLiteral("spare")},
                                    IssuanceScene::secret()));
    QVERIFY(line("Keychain status").endsWith(QStringLiteral("tokenry/prod-eu/spare")));
}

void RevealDialogTest::leavesATakenNameAlone()
{
    const KeychainItem item{QStringLiteral("tokenry/prod-eu/spare"), QStringLiteral("spare")};
    m_scene->keychain.put(item, "an older one");
    m_scene->keychain.fail(Operation::Write, Kind::Failed);
    open();
    QTRY_VERIFY(button("Save under another name…"));
    m_scene->keychain.succeed(Operation::Write);
    click("Save under another name…");
    auto *const name = named<QLineEdit>(*m_dialog, QStringLiteral("Keychain name"));
    name->setText(QStringLiteral("spare"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(state().keychainError && state().keychainError->kind == Kind::NameTaken);
    QVERIFY(m_scene->keychain.holds(item, "an older one"));
    QVERIFY(m_dialog->isVisible());
}

void RevealDialogTest::saysAnewWhatKeepsItOpen()
{
    m_scene->keychain.fail(Operation::Write, Kind::Denied);
    m_scene->keychain.hold(Operation::Write);
    open();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(message().text().headline, QStringLiteral("The secret is being stored."));
    m_scene->keychain.release(Operation::Write);
    QTRY_COMPARE(state().custody, Custody::NotStored);
    QCOMPARE(message().text().headline, QStringLiteral("This window holds the only copy of the secret."));
}

void RevealDialogTest::wantsTheTickAfterShowOnly()
{
    open(Keep::ShowOnly);
    QCOMPARE(m_scene->keychain.calls(Operation::Write), 0);
    QVERIFY(line("Keychain status").startsWith(QStringLiteral("Not stored, as you chose.")));
    QVERIFY(!tick()->isEnabled());
    click("Copy");
    QVERIFY(tick()->isEnabled());
    QVERIFY(!button("Done")->isEnabled());
    tick()->click();
    QVERIFY(button("Done")->isEnabled());
    tick()->click();
    QVERIFY(!button("Done")->isEnabled());
}

void RevealDialogTest::explainsInsteadOfClosing()
{
    open(Keep::ShowOnly);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(message().isVisible());
    QVERIFY(message().text().headline.contains(QStringLiteral("only copy")));
    message().clear();
    QVERIFY(!m_dialog->close());
    QVERIFY(m_dialog->isVisible() && message().isVisible());
    QCOMPARE(state().custody, Custody::InHand);

    click("Copy");
    tick()->click();
    QVERIFY(!message().isVisible());
    QVERIFY(m_dialog->close());
    QCOMPARE(state().phase, IssuanceState::Phase::Finished);
}

void RevealDialogTest::discardsAfterAsking()
{
    open(Keep::ShowOnly);
    click("Discard secret");
    QCOMPARE(state().custody, Custody::InHand);
    click("Keep it");
    QVERIFY(!button("Discard for good"));
    QCOMPARE(state().custody, Custody::InHand);
    click("Discard secret");
    click("Discard for good");
    QCOMPARE(state().custody, Custody::Discarded);
    QVERIFY(m_scene->issuance->secret().isEmpty());
    QVERIFY(line("Keychain status").startsWith(QStringLiteral("The secret is discarded")));
    QVERIFY(!button("Copy")->isEnabled() && !button("Reveal")->isEnabled());
    QVERIFY(button("Done")->isEnabled());
}

// The dialog comes up under the mouse.
void RevealDialogTest::aClickThatWasMeantForSomethingElseRevokesNothing()
{
    open(Keep::ShowOnly);
    const QList<GuardedButton *> guarded = m_dialog->findChildren<GuardedButton *>();
    for (GuardedButton *const button : guarded)
        button->setGuard(std::chrono::hours(1));
    QTest::mouseClick(button("Revoke it now"), Qt::LeftButton);
    QCOMPARE(state().phase, IssuanceState::Phase::Issued);
    click("Discard secret");
    QTest::mouseClick(button("Discard for good"), Qt::LeftButton);
    QCOMPARE(state().custody, Custody::InHand);
    QVERIFY(m_scene->cluster.revoked.isEmpty());
}

void RevealDialogTest::revokes()
{
    open(Keep::ShowOnly);
    click("Revoke it now");
    QTRY_COMPARE(state().custody, Custody::Revoked);
    QCOMPARE(m_scene->cluster.revoked, QStringList{m_scene->faithful().id});
    QVERIFY(line("Keychain status").startsWith(QStringLiteral("The token is revoked")));
    QVERIFY(button("Done")->isEnabled());
    QVERIFY(!button("Revoke it now"));
}

void RevealDialogTest::saysThatRevokingFailed()
{
    m_scene->cluster.onRevoke = [](const QString &) {
        return unexpected(FakeCluster::error(ApiError::Kind::ServerError, 503, ApiError::Effect::Unclear));
    };
    open(Keep::ShowOnly);
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QCOMPARE(state().custody, Custody::InHand);
    QVERIFY(button("Revoke it now")->isEnabled());
    QVERIFY(!button("Done")->isEnabled());
}

void RevealDialogTest::aNotFoundOfSomebodyElseProvesNothing()
{
    m_scene->cluster.onRevoke = [](const QString &) {
        return unexpected(FakeCluster::error(ApiError::Kind::NotFound, 404, ApiError::Effect::Unclear));
    };
    open(Keep::ShowOnly);
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QVERIFY(message().text().meaning.contains(QStringLiteral("it may still work")));
    QVERIFY(!message().text().meaning.contains(QStringLiteral("nothing to revoke")));
    QCOMPARE(state().custody, Custody::InHand);
    QVERIFY(m_scene->ledger.only()->isOpen());
    QVERIFY(button("Revoke it now")->isEnabled());
}

// The management token is in the keychain, and the copy read for the creation is ten minutes old.
void RevealDialogTest::openWithStoredToken()
{
    m_scene->tokenAtHand = false;
    const ClusterAddress &address = m_scene->profile.address;
    QVERIFY(m_scene->trusted.add(address.tokenAccount(), address.trustedOrigin()));
    open(Keep::ShowOnly);
    m_scene->session->credential().forget();
}

void RevealDialogTest::unlocksAndRevokes_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("locked") << Kind::Locked << QByteArray("Unlock and revoke");
    QTest::newRow("dismissed") << Kind::Dismissed << QByteArray("Unlock and revoke");
    QTest::newRow("none yet") << Kind::NoCollection << QByteArray("Make a keyring…");
    QTest::newRow("not answering") << Kind::NotAnswering << QByteArray();
}

void RevealDialogTest::unlocksAndRevokes()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, action);
    openWithStoredToken();
    m_scene->keychain.fail(Operation::Read, kind);
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QVERIFY(message().text().meaning.contains(QStringLiteral("it is still valid")));
    QVERIFY(m_scene->cluster.revoked.isEmpty());
    for (const char *const each : {"Unlock and revoke", "Make a keyring…"})
        QCOMPARE(button(each) != nullptr, action == each);
    if (action.isEmpty())
        return;
    // The password is not given: nothing changes.
    m_scene->keychain.fail(Operation::Unlock, kind);
    click(action.constData());
    QTRY_COMPARE(state().phase, IssuanceState::Phase::Issued);
    QVERIFY(button(action.constData()) && m_scene->cluster.revoked.isEmpty());
    m_scene->keychain.succeed(Operation::Unlock);
    click(action.constData());
    QTRY_COMPARE(state().custody, Custody::Revoked);
    QCOMPARE(m_scene->cluster.revoked, QStringList{m_scene->faithful().id});
    QVERIFY(!message().isVisible());
}

void RevealDialogTest::asksBeforeRevokingElsewhere()
{
    openWithStoredToken();
    m_scene->trusted = {};
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QVERIFY(message().text().headline.startsWith(QStringLiteral("Send the management token")));
    QVERIFY(message().text().meaning.contains(QStringLiteral("it is still valid")));
    QVERIFY(m_scene->cluster.revoked.isEmpty());
    click("Allow and revoke");
    QTRY_COMPARE(state().custody, Custody::Revoked);
}

void RevealDialogTest::aMissingManagementTokenDoesNotRevoke()
{
    openWithStoredToken();
    const ClusterAddress &address = m_scene->profile.address;
    const KeychainItem item =
        m_scene->keychain.managementTokenItem(address.tokenAccount(), address.managementHost());
    (void)m_scene->keychain.remove(item);
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QVERIFY(message().text().meaning.contains(QStringLiteral("it is still valid")));
    QVERIFY(message().text().remedy.startsWith(QStringLiteral("Close this once the secret is safe")));
}

void RevealDialogTest::aRefusedManagementTokenIsReadAgain()
{
    openWithStoredToken();
    m_scene->cluster.onRevoke = [](const QString &) {
        return unexpected(FakeCluster::error(ApiError::Kind::Unauthorized, 401, ApiError::Effect::None));
    };
    click("Revoke it now");
    QTRY_VERIFY(message().isVisible());
    QVERIFY(message().text().meaning.contains(QStringLiteral("it is still valid")));
    // The profile cannot be edited behind this dialog.
    QVERIFY(message().text().remedy.startsWith(QStringLiteral("Close this once the secret is safe")));
    const int reads = m_scene->keychain.calls(Operation::Read);
    m_scene->cluster.onRevoke = [](const QString &) {
        return Done{};
    };
    click("Revoke it now");
    QTRY_COMPARE(state().custody, Custody::Revoked);
    QCOMPARE(m_scene->keychain.calls(Operation::Read), reads + 1);
}

void RevealDialogTest::aKeyringUnlockedForSavingIsNotComplainedAbout()
{
    m_scene->tokenAtHand = false;
    const ClusterAddress &address = m_scene->profile.address;
    QVERIFY(m_scene->trusted.add(address.tokenAccount(), address.trustedOrigin()));
    m_scene->keychain.fail(Operation::Write, Kind::Locked);
    open();
    m_scene->session->credential().forget();
    m_scene->keychain.fail(Operation::Read, Kind::Locked);
    QTRY_VERIFY(button("Unlock and retry save"));
    click("Revoke it now");
    QTRY_VERIFY(button("Unlock and revoke"));
    click("Unlock and retry save");
    QTRY_COMPARE(state().custody, Custody::Stored);
    QVERIFY(!message().isVisible());
}

void RevealDialogTest::saysWhatTheServerChanged()
{
    m_scene->start();
    Token more = m_scene->faithful();
    more.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
    m_scene->answerWith(more);
    open();
    QVERIFY(line("Answer check")
                .startsWith(QStringLiteral("The server did not permit exactly what was reviewed.")));
    QVERIFY(
        line("Answer check")
            .contains(QStringLiteral("It may also “write every database (*)”, which was not asked for.")));
    QVERIFY(line("Answer check").contains(QStringLiteral("It may not “read billing”, which was asked for.")));
    QTRY_VERIFY(button("Done")->isEnabled());
    click("Revoke it now");
    QTRY_COMPARE(state().custody, Custody::Revoked);
    QVERIFY(line("Keychain status").contains(QStringLiteral("tokenry/prod-eu/edge")));
}

void RevealDialogTest::saysThatTheAnswerWasUnreadable()
{
    m_scene->start();
    m_scene->answerWith(std::nullopt);
    open(Keep::ShowOnly);
    QVERIFY(line("Answer check").startsWith(QStringLiteral("The answer could not be compared")));
    QVERIFY(!button("Revoke it now"));
    QVERIFY(!button("Copy ID"));
    QVERIFY(!button("Copy details"));
    QVERIFY(button("Discard secret"));
}

void RevealDialogTest::takesNoTextForMarkup()
{
    m_scene->draft.description = QStringLiteral("<b>bold</b>");
    m_scene->start();
    Token odd = m_scene->faithful();
    odd.id = QStringLiteral("<i>id</i>");
    odd.description = QStringLiteral("<u>\u202eother</u>");
    m_scene->answerWith(odd);
    open();
    QVERIFY(allLabelsArePlain(*m_dialog));
    QVERIFY(keepsText(*m_dialog, QStringLiteral("<b>bold</b>")));
    QCOMPARE(named<QLineEdit>(*m_dialog, QStringLiteral("Token ID"))->text(), QStringLiteral("<i>id</i>"));
    QVERIFY(line("Answer check").contains(QStringLiteral("<u>⟨U+202E⟩other</u>")));
}

// An answer may hold a megabyte of anything.
void RevealDialogTest::staysUsableWhateverTheAnswerHolds()
{
    const QString huge(500'000, u'x');
    m_scene->draft.description = huge.left(32'767);
    m_scene->start();
    Token token = m_scene->faithful();
    token.id = huge;
    token.description = huge;
    token.accountId = huge;
    token.clusterId = huge;
    token.unknownPermissions = {{huge, huge}, {QStringLiteral("delete"), huge}};
    m_scene->cluster.onCreate = [token](const EncodedCall &) -> Result<Creation, ApiError> {
        Creation creation;
        creation.secret = Secret::copyOf(QByteArray(500'000, 'x'));
        creation.token = token;
        return creation;
    };
    QElapsedTimer opening;
    opening.start();
    open();
    QTRY_VERIFY(button("Done")->isEnabled());
    click("Reveal");
    m_dialog->grab();
    // Far from what freezes, also on a busy machine.
    QVERIFY2(opening.elapsed() < 3000, qPrintable(QString::number(opening.elapsed())));
    QVERIFY2(m_dialog->height() <= 900, qPrintable(QString::number(m_dialog->height())));
    for (const char *const name : {"Done", "Copy", "Reveal", "Copy ID", "Copy details"})
        QVERIFY2(m_dialog->rect().contains(
                     QRect(button(name)->mapTo(m_dialog.get(), QPoint()), button(name)->size())),
                 name);
    click("Copy ID");
    QCOMPARE(QGuiApplication::clipboard()->text().size(), huge.size());
}

QTEST_MAIN(RevealDialogTest)
#include "tst_revealdialog.moc"
