// SPDX-License-Identifier: MIT
#include "ui/window/windowscene.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wording/requesttext.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

const QString path = u"/somewhere/edge.tokenry.json"_qs;

TokenRequest request(const WindowScene &scene, const QStringList &reads = {u"billing"_qs}, int days = 90)
{
    std::vector<Permission> permissions;
    for (const QString &name : reads)
        permissions.push_back({*Resource::database(name), Action::Read});
    const QDateTime now = scene.clock.now();
    return *TokenRequest::from(
        draftWith(u"Grafana"_qs, Expiry::at(now.addDays(days)), PermissionSet(permissions)), now);
}

void put(WindowScene &scene, const TokenRequest &made, qsizetype profile = 0)
{
    scene.requestFiles.files[path] =
        encodeRequestFile(scene.store.profiles[static_cast<size_t>(profile)], made, scene.clock.now());
}

QFileDialog *dialogOf(const WindowScene &scene)
{
    return scene.window->findChild<QFileDialog *>();
}

} // namespace

/// Request files and kept drafts, as far as the window is concerned.
class RequestWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowScene> m_scene;

    Person &person() { return m_scene->person; }

    void open()
    {
        m_scene->open(u"prod-eu"_qs);
        QTRY_COMPARE(m_scene->rows(), 3);
    }

    void openFile()
    {
        m_scene->window->openRequest(path);
        QTRY_VERIFY(person().sees(u"Request file"_qs));
    }

private Q_SLOTS:
    void init() { m_scene = std::make_unique<WindowScene>(); }
    void cleanup() { m_scene.reset(); }

    void fileNamesAreProposed_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"Telegraf edge-west · team:ops · OPS-1412"_qs
                               << u"telegraf-edge-west-team-ops-ops-1412"_qs;
        QTest::newRow("accents") << u"Büro (Paris), été"_qs << u"buro-paris-ete"_qs;
        QTest::newRow("a way out of the folder") << u"../../etc/passwd"_qs << u"etc-passwd"_qs;
        QTest::newRow("nothing plain") << u"東京"_qs << u"request"_qs;
        QTest::newRow("long") << QString(200, u'x') << QString(60, u'x');
    }

    void fileNamesAreProposed()
    {
        QFETCH(QString, description);
        QFETCH(QString, name);
        QCOMPARE(requesttext::proposedFileName(description), QString(name + u".tokenry.json"_qs));
    }

    void savesFromComposeAndFromReview()
    {
        open();
        QVERIFY(person().click(u"Save request…"_qs));
        QVERIFY(!dialogOf(*m_scene)); // the draft has faults, said at their fields
        QVERIFY(person().type(u"Description"_qs, u"Grafana: Ops/West #12"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Read on billing"_qs));
        for (const bool inReview : {false, true}) {
            if (inReview) {
                QVERIFY(person().click(u"Review…"_qs));
                QVERIFY(person().sees(u"Create token"_qs));
            }
            QVERIFY(person().click(u"Save request…"_qs));
            QTRY_VERIFY(dialogOf(*m_scene));
            auto *const name = dialogOf(*m_scene)->findChild<QLineEdit *>();
            QVERIFY(name && name->text().endsWith(u"grafana-ops-west-12.tokenry.json"_qs));
            Q_EMIT dialogOf(*m_scene)->fileSelected(inReview ? u"/x/b.v2"_qs : u"/x/a.tokenry.json"_qs);
            dialogOf(*m_scene)->reject();
            QTRY_VERIFY(!dialogOf(*m_scene));
            QVERIFY(person().reads(u"Saved request"_qs));
        }
        // The same request, whichever way it was saved; the ending is added where it lacks.
        QCOMPARE(m_scene->requestFiles.files.size(), 2U);
        const auto a = decodeRequestFile(m_scene->requestFiles.files[u"/x/a.tokenry.json"_qs]);
        const auto b = decodeRequestFile(m_scene->requestFiles.files[u"/x/b.v2.tokenry.json"_qs]);
        QVERIFY(a && b);
        QCOMPARE(a->request, b->request);
        QCOMPARE(a->statedSha256, b->statedSha256);
    }

    void asksBeforeItReplaces_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("no") << u"Cancel"_qs;
        QTest::newRow("yes") << u"Replace"_qs;
    }

    void asksBeforeItReplaces()
    {
        QFETCH(QString, answer);
        m_scene->requestFiles.files[path] = "precious";
        open();
        QVERIFY(person().type(u"Description"_qs, u"Grafana"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(person().click(u"Save request…"_qs));
        QTRY_VERIFY(dialogOf(*m_scene));
        Q_EMIT dialogOf(*m_scene)->fileSelected(path);
        dialogOf(*m_scene)->reject();
        auto *const question = m_scene->window->findChild<QMessageBox *>();
        QVERIFY(question);
        QCOMPARE(question->defaultButton()->text().remove(u'&'), u"Cancel"_qs);
        QCOMPARE(m_scene->requestFiles.files[path], QByteArray("precious"));
        QTRY_VERIFY(!dialogOf(*m_scene));
        QVERIFY(person().click(answer));
        QCOMPARE(m_scene->requestFiles.files[path] == "precious", answer == u"Cancel");
    }

    void anUnchangedOneIsReviewedAndCreated()
    {
        put(*m_scene, request(*m_scene));
        open();
        QVERIFY(person().type(u"Description"_qs, u"my own draft"_qs));
        openFile();
        QVERIFY(person().reads(u"From edge.tokenry.json: unchanged since export."_qs));
        QVERIFY(!person().sees(u"Renew expiry"_qs));
        QVERIFY(person().reads(u"request "_qs + shortFingerprint(sha256Of(requestBody(request(*m_scene))))));
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret =
                Secret::copyOf("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
            return creation;
        };
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QTest::qWait(750); // the button takes nothing for its first 700 ms
        QVERIFY(person().click(u"Create token"_qs));
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(person().reads(u"Created"_qs));
        QCOMPARE(m_scene->cluster.created.size(), 1U);
        QCOMPARE(m_scene->cluster.created[0].body, requestBody(request(*m_scene)));
        // The draft in the form was another one.
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"my own draft"_qs);
    }

    void saysWhatDiffers_data()
    {
        QTest::addColumn<QStringList>("reads");
        QTest::addColumn<int>("daysLater");
        QTest::addColumn<bool>("edited");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("renewable");
        const QStringList there{u"billing"_qs};
        QTest::newRow("database gone") << QStringList{u"billing"_qs, u"crm_old"_qs} << 0 << false
                                       << u"“crm_old” is not on the cluster now."_qs << false;
        QTest::newRow("databases gone") << QStringList{u"a1"_qs, u"a2"_qs, u"a3"_qs, u"a4"_qs} << 0 << false
                                        << u"“a1”, “a2”, “a3”, 1 more are not on"_qs << false;
        QTest::newRow("edited") << there << 0 << true << u"its fingerprint no longer matches"_qs << false;
        QTest::newRow("a fifth of the lifetime")
            << there << 18 << false << u"A fifth of its lifetime"_qs << true;
        QTest::newRow("expired") << there << 91 << false << u"The expiry has passed"_qs << true;
    }

    void saysWhatDiffers()
    {
        QFETCH(QStringList, reads);
        QFETCH(int, daysLater);
        QFETCH(bool, edited);
        QFETCH(QString, words);
        put(*m_scene, request(*m_scene, reads));
        if (edited)
            m_scene->requestFiles.files[path].replace("Grafana", "Grafanb");
        m_scene->clock.set(m_scene->clock.now().addDays(daysLater));
        open();
        openFile();
        QVERIFY(person().reads(words));
        QTEST(person().sees(u"Renew expiry"_qs), "renewable");
    }

    void theExpiryIsRenewed()
    {
        put(*m_scene, request(*m_scene));
        m_scene->clock.set(m_scene->clock.now().addDays(100));
        open();
        openFile();
        QVERIFY(person().click(u"Renew expiry"_qs));
        QTRY_VERIFY(person().reads(u"The expiry was renewed here"_qs));
        QVERIFY(!person().reads(u"The expiry has passed"_qs));
        QVERIFY(!person().sees(u"Renew expiry"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    void isEditedAsADraft()
    {
        put(*m_scene, request(*m_scene, {u"billing"_qs, u"crm_old"_qs}));
        open();
        QVERIFY(person().type(u"Description"_qs, u"my own draft"_qs));
        openFile();
        QVERIFY(person().click(u"Edit as draft"_qs));
        QTRY_VERIFY(person().sees(u"Description"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"Grafana"_qs);
        QCOMPARE(m_scene->rows(), 4);
        QVERIFY(person().click(u"Undo"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"my own draft"_qs);
        QCOMPARE(m_scene->rows(), 3);
    }

    void anotherProfilesClusterIsOffered()
    {
        put(*m_scene, request(*m_scene), 1);
        open();
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"for another cluster, and was not opened"_qs));
        QVERIFY(person().reads(u"account 22222222-2222-4222-8222-222222222222"_qs));
        QVERIFY(person().reads(u"account 11111111-1111-4111-8111-111111111111"_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(person().click(u"Switch to “staging” and review"_qs));
        QTRY_VERIFY(person().sees(u"Create token"_qs));
        QVERIFY(person().reads(u"on staging"_qs));
        QVERIFY(person().reads(u"unchanged since export"_qs));
    }

    void anUnknownClusterIsRefused()
    {
        put(*m_scene, request(*m_scene));
        m_scene->requestFiles.files[path].replace("33333333-3333", "99999999-3333");
        open();
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"cluster 99999999-3333-4333-8333-333333333333"_qs));
        QVERIFY(person().reads(u"cluster 33333333-3333-4333-8333-333333333333"_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(person().sees(u"Add profile…"_qs));
    }

    void waitsForTheList()
    {
        put(*m_scene, request(*m_scene));
        m_scene->keychain.hold(FakeKeychain::Operation::Read);
        m_scene->open(u"prod-eu"_qs);
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"opens when the databases have been read"_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        m_scene->keychain.release(FakeKeychain::Operation::Read);
        QTRY_VERIFY(person().reads(u"unchanged since export"_qs));
    }

    void goesOnWithoutTheList()
    {
        put(*m_scene, request(*m_scene));
        m_scene->keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        m_scene->open(u"prod-eu"_qs);
        m_scene->window->openRequest(path);
        QVERIFY(person().click(u"Review without the list"_qs));
        QVERIFY(person().reads(u"the list was not read"_qs));
    }

    void saysWhatIsWrongWithAFile()
    {
        m_scene->requestFiles.files[path] = "{\n  \"tokenry\": 1";
        open();
        m_scene->window->openRequest(u"/nowhere/x.tokenry.json"_qs);
        QVERIFY(person().reads(u"There is no such file."_qs));
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"It is no valid JSON."_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
    }

    void isNotOpenedOverAReview()
    {
        put(*m_scene, request(*m_scene));
        open();
        openFile();
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"A request is under review already."_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    void isDropped()
    {
        put(*m_scene, request(*m_scene));
        open();
        const auto drop = [this](const QList<QUrl> &urls) {
            QMimeData data;
            data.setUrls(urls);
            QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(m_scene->window.get(), &enter);
            QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
            if (enter.isAccepted())
                QApplication::sendEvent(m_scene->window.get(), &event);
            return enter.isAccepted();
        };
        QVERIFY(!drop({QUrl(u"https://example.com/a.tokenry.json"_qs)}));
        QVERIFY(drop({QUrl::fromLocalFile(path), QUrl::fromLocalFile(path)}));
        QVERIFY(person().reads(u"Drop one request file at a time."_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(drop({QUrl::fromLocalFile(path)}));
        QTRY_VERIFY(person().reads(u"unchanged since export"_qs));
    }

    void theApprovalIsCompared()
    {
        put(*m_scene, request(*m_scene));
        open();
        openFile();
        const QString sum = sha256Of(requestBody(request(*m_scene)));
        QVERIFY(person().click(u"request "_qs + shortFingerprint(sum)));
        QCOMPARE(person().find<QLineEdit>(u"SHA-256"_qs)->text(), sum);
        QVERIFY(person().type(u"Approved SHA-256"_qs, shortFingerprint(sum)));
        QVERIFY(person().reads(u"This is the short fingerprint"_qs));
        QVERIFY(person().type(u"Approved SHA-256"_qs, u"approved: "_qs + sum.toUpper()));
        QVERIFY(person().reads(u"Matches: exactly this request was approved."_qs));
        QVERIFY(person().reads(u"✓ as approved"_qs));
        QVERIFY(person().type(u"Approved SHA-256"_qs, QString(64, u'0')));
        QVERIFY(person().reads(u"✗ not what was approved"_qs));
    }

    void isCopiedForATicket()
    {
        put(*m_scene, request(*m_scene));
        open();
        openFile();
        QVERIFY(person().click(u"Copy for ticket"_qs));
        const QString ticket = QGuiApplication::clipboard()->text();
        QVERIFY(ticket.contains(sha256Of(requestBody(request(*m_scene)))));
        QVERIFY(ticket.contains(u"| Cluster | `prod-eu` PRODUCTION |"_qs));
    }

    void draftsSurviveTheWindow()
    {
        open();
        QVERIFY(person().type(u"Description"_qs, u"for later"_qs));
        QVERIFY(person().clickCell(u"Databases"_qs, u"Read on billing"_qs));
        QVERIFY(person().type(u"Filter databases"_qs, u"tele*"_qs));
        QVERIFY(m_scene->window->close());
        QCOMPARE(m_scene->drafts.drafts.size(), 1U);
        m_scene->cluster.databases = {{u"telegraf/autogen"_qs, {}}, {u"crm"_qs, {}}};
        open2();
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"for later"_qs);
        QCOMPARE(person().find<QLineEdit>(u"Filter databases"_qs)->text(), u"tele*"_qs);
        // The database has gone: its name stays, as a missing one.
        QVERIFY(person().type(u"Filter databases"_qs, QString()));
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(person().reads(u"Can read billing."_qs));
        // Empty again: nothing is left behind.
        QVERIFY(person().click(u"Clear"_qs));
        QVERIFY(m_scene->window->close());
        QVERIFY(m_scene->drafts.drafts.empty());
    }

    void draftsAreKeptWhileOneWorks()
    {
        open();
        QVERIFY(person().type(u"Description"_qs, u"for later"_qs));
        QTRY_COMPARE(m_scene->drafts.saves, 1);
        m_scene->drafts.failure =
            DraftError{DraftError::Kind::NotWritable, u"/x"_qs, {}, {}, u"disk full"_qs};
        QVERIFY(person().type(u"Description"_qs, u"for much later"_qs));
        QTRY_VERIFY(person().reads(u"could not be kept on the disk"_qs));
    }

    void aDamagedDraftIsToldAndBeginsAnew()
    {
        m_scene->drafts.failure = DraftError{DraftError::Kind::Content,
                                             u"/x/prod-eu.json"_qs,
                                             u"/x/prod-eu.json.set-aside"_qs,
                                             DocumentFault{DocumentFault::Kind::NotJson, 1, 1, {}, {}},
                                             {}};
        m_scene->open();
        QVERIFY(person().reads(u"The draft of “prod-eu” could not be brought back."_qs));
        QTRY_COMPARE(m_scene->rows(), 3);
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), QString());
    }

private:
    void open2()
    {
        m_scene->open(u"prod-eu"_qs);
        QTRY_VERIFY(m_scene->cluster.listings > 1);
        QTRY_VERIFY(person().sees(u"Filter databases"_qs));
    }
};

QTEST_MAIN(RequestWindowTest)
#include "tst_requestwindow.moc"
