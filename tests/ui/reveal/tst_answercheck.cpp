// SPDX-License-Identifier: MIT
#include "common/guardedbutton.h"
#include "common/secretclipboard.h"
#include "reveal/revealdialog.h"
#include "support/fakes/issuancescene.h"
#include "support/fakes/oddanswers.h"
#include "ui/lookup.h"
#include "wording/differencetext.h"

#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tokenry;
using namespace tokenry::testsupport;
using Custody = IssuanceState::Custody;

/// An answer that is not what was reviewed is said loudly, its secret is kept all the same, and it can be
/// taken back at once.
class AnswerCheckTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuanceScene> m_scene;
    std::unique_ptr<SecretClipboard> m_clipboard;
    std::unique_ptr<RevealDialog> m_dialog;

    void start()
    {
        m_scene->tick(Action::Read, u"billing"_qs);
        m_scene->draft.description = u"edge"_qs;
        m_scene->cluster.tokens = {tokenThatExisted()};
        m_scene->start();
    }

    void open(Keep keep = Keep::InKeychain)
    {
        QVERIFY(m_scene->issue(keep));
        m_dialog = std::make_unique<RevealDialog>(*m_scene->issuance, m_scene->watch(), *m_clipboard);
        m_dialog->open();
    }

    QString said() const { return named<QWidget>(*m_dialog, u"Answer check"_qs)->accessibleDescription(); }
    QPushButton *button(const QString &name) const { return named<QPushButton>(*m_dialog, name); }
    bool isStored() const
    {
        return m_scene->keychain.holds({u"tokenry/prod-eu/edge"_qs, u"edge"_qs}, IssuanceScene::secret());
    }

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<IssuanceScene>();
        m_clipboard = std::make_unique<SecretClipboard>(*QGuiApplication::clipboard());
    }

    void cleanup()
    {
        m_dialog.reset();
        m_clipboard.reset();
        m_scene.reset();
    }

    void everyKindIsHere()
    {
        QSet<AnswerDifference::Kind> kinds;
        QSet<QString> texts;
        for (const OddAnswer &odd : oddAnswers()) {
            kinds.insert(odd.kind);
            texts.insert(QString::fromUtf8(odd.says));
        }
        QCOMPARE(kinds.size(), static_cast<int>(AnswerDifference::Kind::ExistedBefore) + 1);
        QCOMPARE(texts.size(), static_cast<qsizetype>(oddAnswers().size()));
    }

    void saysWhatIsDifferent_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(oddAnswers().size()); ++i)
            QTest::newRow(oddAnswers().at(static_cast<size_t>(i)).name) << i;
    }

    void saysWhatIsDifferent()
    {
        QFETCH(int, index);
        const OddAnswer odd = oddAnswers().at(static_cast<size_t>(index));
        start();
        Token token = m_scene->faithful();
        odd.change(token);
        m_scene->answerWith(token);
        open();
        QVERIFY(said().startsWith(u"The server did not permit exactly what was reviewed."_qs));
        QVERIFY2(said().contains(QString::fromUtf8(odd.says)), qPrintable(said()));
        // What was asked for does not pass for what is there.
        const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
        QCOMPARE(std::ranges::count_if(
                     labels, [](const QLabel *label) { return label->text().startsWith(u"Reviewed: "_qs); }),
                 2);
        // Also where it was stored well.
        QTRY_COMPARE(m_scene->issuance->state().custody, Custody::Stored);
        QVERIFY(isStored());
        const bool another = odd.kind == AnswerDifference::Kind::ExistedBefore;
        QCOMPARE(button(u"Revoke it now"_qs) != nullptr, !another);
        if (another)
            return;
        qobject_cast<GuardedButton *>(button(u"Revoke it now"_qs))->setGuard(std::chrono::milliseconds(0));
        QTest::mouseClick(button(u"Revoke it now"_qs), Qt::LeftButton);
        QTRY_COMPARE(m_scene->issuance->state().custody, Custody::Revoked);
        QCOMPARE(m_scene->cluster.revoked, QStringList(token.id));
    }

    void anotherTokenIsNotRevoked()
    {
        start();
        Token token = m_scene->faithful();
        token.id = tokenThatExisted().id;
        m_scene->answerWith(token);
        open(Keep::ShowOnly);
        QVERIFY(!button(u"Revoke it now"_qs));
        m_scene->issuance->revoke();
        QCOMPARE(m_scene->issuance->state().phase, IssuanceState::Phase::Issued);
        QVERIFY(m_scene->cluster.revoked.isEmpty());
        // Nor is it taken for ours at the next start.
        QCOMPARE(m_scene->ledger.only()->tokenId, QString());
    }

    void saysThatTheIdIsMissing()
    {
        start();
        Token token = m_scene->faithful();
        token.id.clear();
        m_scene->answerWith(token);
        open();
        QVERIFY(said().startsWith(u"The server permitted what was reviewed, but its answer is odd."_qs));
        QVERIFY(said().contains(u"did not say the token's ID"_qs));
        QTRY_VERIFY(isStored());
        QVERIFY(!button(u"Revoke it now"_qs));
    }

    void saysThatTheSecretIsOdd_data()
    {
        QTest::addColumn<bool>("contradicted");
        QTest::addColumn<QString>("says");
        QTest::newRow("two secrets") << true << u"The answer held two different secrets"_qs;
        QTest::newRow("odd characters") << false << u"The secret has characters"_qs;
    }

    void saysThatTheSecretIsOdd()
    {
        QFETCH(bool, contradicted);
        QFETCH(QString, says);
        start();
        m_scene->cluster.onCreate = [&, token = m_scene->faithful()](const EncodedCall &) {
            Creation creation;
            creation.secret = Secret::copyOf(IssuanceScene::secret());
            creation.token = token;
            (contradicted ? creation.secretContradicted : creation.secretUnusual) = true;
            return Result<Creation, ApiError>(std::move(creation));
        };
        open();
        QVERIFY2(said().contains(says), qPrintable(said()));
        QTRY_COMPARE(m_scene->issuance->state().custody, Custody::Stored);
        QVERIFY(isStored());
        QVERIFY(button(u"Revoke it now"_qs));
    }
};

QTEST_MAIN(AnswerCheckTest)
#include "tst_answercheck.moc"
