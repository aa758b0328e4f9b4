// SPDX-License-Identifier: MIT
#include "common/messagebar.h"
#include "ui/window/windowscene.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wording/requesttext.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace tokenry;
using namespace tokenry::testsupport;

namespace
{

const QString path = u"/somewhere/edge.tokenry.json"_qs;
const QString secondPath = u"/somewhere/west.tokenry.json"_qs;
const QByteArray fakeToken =
    QByteArrayLiteral("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");

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

/// InfluxDB Clustered at the host, with what every such server has in its paths.
Profile clustered(const QString &name, const QString &managementUrl)
{
    Profile profile = WindowScene::profile(name, Environment::Production, {});
    profile.address = {};
    profile.address.product = Product::Clustered;
    profile.address.managementUrl = QUrl(managementUrl);
    profile.address.accountId = profile.address.clusterId = u"11111111-1111-1111-1111-111111111111"_qs;
    return profile;
}

void add(WindowScene &scene, const Profile &profile)
{
    const ClusterAddress &address = profile.address;
    scene.store.profiles.push_back(profile);
    static_cast<void>(scene.trusted.add(address.tokenAccount(), address.trustedOrigin()));
    scene.keychain.put(scene.keychain.managementTokenItem(address.tokenAccount(), address.managementHost()),
                       QByteArrayLiteral("M.V1.FAKE0000"));
}

/// As a file manager does it, which offers the path as text too. Whether the files were taken.
bool drop(QWidget *where, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    data.setText(urls.constFirst().toString());
    const QPointF middle = QRectF(where->rect()).center();
    QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(where, &enter);
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
    if (enter.isAccepted())
        QApplication::sendEvent(where, &event);
    return enter.isAccepted();
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

    void putSecond()
    {
        TokenDraft draft = draftWith(u"West"_qs, Expiry::never(), {});
        draft.withoutAccess = true;
        m_scene->requestFiles.files[secondPath] =
            encodeRequestFile(m_scene->store.profiles[0], *TokenRequest::from(draft, m_scene->clock.now()),
                              m_scene->clock.now());
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
        QVERIFY(person().reads(u"short fingerprint "_qs +
                               shortFingerprint(sha256Of(requestBody(request(*m_scene))))));
        create();
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
        QTest::addColumn<QString>("headline");
        QTest::addColumn<bool>("renewable");
        const QStringList there{u"billing"_qs};
        QTest::newRow("database gone") << QStringList{u"billing"_qs, u"crm_old"_qs} << 0 << false
                                       << u"“crm_old” is not on the cluster now."_qs
                                       << u"unchanged since export, but with a missing database."_qs << false;
        QTest::newRow("databases gone") << QStringList{u"a1"_qs, u"a2"_qs, u"a3"_qs, u"a4"_qs} << 0 << false
                                        << u"“a1”, “a2”, “a3”, 1 more are not on"_qs
                                        << u"unchanged since export, but with missing databases."_qs << false;
        QTest::newRow("edited") << there << 0 << true << u"its fingerprint no longer matches"_qs
                                << u"not as it was exported."_qs << false;
        QTest::newRow("a fifth of the lifetime")
            << there << 18 << false << u"A fifth of its lifetime"_qs
            << u"unchanged since export, but that was some time ago."_qs << true;
        QTest::newRow("expired") << there << 91 << false << u"The expiry has passed"_qs
                                 << u"unchanged since export, but expired."_qs << true;
        QTest::newRow("expired, and a database gone")
            << QStringList{u"crm_old"_qs} << 91 << false << u"“crm_old” is not on the cluster now."_qs
            << u"unchanged since export, but expired and with missing databases."_qs << true;
        QTest::newRow("from the future") << there << -2 << false << u"exported in the future"_qs
                                         << u"unchanged since export, but dated in the future."_qs << false;
        QTest::newRow("edited, and expired")
            << there << 91 << true << u"The expiry has passed"_qs << u"not as it was exported."_qs << true;
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
        QFETCH(QString, headline);
        QVERIFY(person().reads(words));
        QVERIFY(person().reads(u"From edge.tokenry.json: "_qs + headline));
        QTEST(person().sees(u"Renew expiry"_qs), "renewable");
    }

    void theExpiryIsRenewed()
    {
        put(*m_scene, request(*m_scene));
        m_scene->clock.set(m_scene->clock.now().addDays(100));
        open();
        openFile();
        QTRY_VERIFY(m_scene->keychain.calls(FakeKeychain::Operation::Prove) > 0);
        QTest::qWait(50);
        QVERIFY(!person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(person().reads(u"The expiry has passed, so nothing can be created"_qs));
        QVERIFY(person().click(u"Renew expiry"_qs));
        QTRY_VERIFY(person().reads(u"The expiry was renewed here"_qs));
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(!person().reads(u"The expiry has passed"_qs));
        QVERIFY(!person().sees(u"Renew expiry"_qs));
        QVERIFY(person().sees(u"Create token"_qs));
    }

    // Whatever a second start made current behind the review.
    void theExpiryIsRenewedForTheSameCluster()
    {
        put(*m_scene, request(*m_scene));
        m_scene->clock.set(m_scene->clock.now().addDays(100));
        open();
        openFile();
        QVERIFY(m_scene->window->showProfile(u"staging"_qs));
        QVERIFY(person().click(u"Renew expiry"_qs));
        QTRY_VERIFY(person().reads(u"The expiry was renewed here"_qs));
        QVERIFY(person().reads(u"on prod-eu"_qs));
        QCOMPARE(m_scene->window->windowTitle(), u"Tokenry – prod-eu (PRODUCTION)"_qs);
        create();
        QTRY_COMPARE(m_scene->cluster.created.size(), 1U);
        QVERIFY(m_scene->cluster.created[0].path.contains("accounts/11111111-"));
        QVERIFY(person().click(u"Done"_qs));
    }

    void itIsEditedInItsOwnForm()
    {
        put(*m_scene, request(*m_scene));
        open();
        openFile();
        QVERIFY(m_scene->window->showProfile(u"staging"_qs));
        QVERIFY(person().click(u"Edit as draft"_qs));
        QTRY_VERIFY(person().sees(u"Description"_qs));
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"Grafana"_qs);
        QCOMPARE(m_scene->window->windowTitle(), u"Tokenry – prod-eu (PRODUCTION)"_qs);
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

    // Whatever was done to the request in between: a remedy from Review, or a tick.
    void theDraftThatWasThereComesBack_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("ticks");
        QTest::newRow("with a remedy") << u"Back and expire in 90 days"_qs << false;
        QTest::newRow("with a tick") << u"Edit as draft"_qs << true;
        QTest::newRow("with both") << u"Back and expire in 90 days"_qs << true;
    }

    void theDraftThatWasThereComesBack()
    {
        QFETCH(const QString, way);
        QFETCH(const bool, ticks);
        TokenDraft draft = draftWith(u"Grafana"_qs, Expiry::never(),
                                     PermissionSet({{*Resource::database(u"crm_old"_qs), Action::Read}}));
        put(*m_scene, *TokenRequest::from(draft, m_scene->clock.now()));
        open();
        QVERIFY(person().type(u"Description"_qs, u"my own draft"_qs));
        openFile();
        QVERIFY(person().click(way));
        QTRY_VERIFY(person().sees(u"Description"_qs));
        QCOMPARE(m_scene->rows(), 4);
        if (ticks)
            QVERIFY(person().clickCell(u"Databases"_qs, u"Write on billing"_qs));
        auto *const bar = person().find<MessageBar>(u"Message"_qs);
        QVERIFY(bar);
        // Not the one beside the filter.
        const auto buttons = bar->findChildren<QPushButton *>();
        const auto undo = std::ranges::find(buttons, u"Undo"_qs, &QPushButton::text);
        QVERIFY(undo != buttons.end());
        QTest::mouseClick(*undo, Qt::LeftButton);
        QCOMPARE(person().find<QLineEdit>(u"Description"_qs)->text(), u"my own draft"_qs);
        QCOMPARE(person().find<QComboBox>(u"Expiry"_qs)->currentText(), u"90 days"_qs);
        QCOMPARE(m_scene->rows(), 3);
        QVERIFY(!person().sees(u"Message"_qs));
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

    // InfluxDB Clustered: the IDs are the same, so the host decides.
    void anotherHostIsRefused()
    {
        m_scene->store.profiles.clear();
        add(*m_scene, clustered(u"prod-eu"_qs, u"https://one.example:8443"_qs));
        add(*m_scene, clustered(u"own-two"_qs, u"https://two.example:8443"_qs));
        put(*m_scene, request(*m_scene), 1);
        open();
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"for another cluster, and was not opened"_qs));
        QVERIFY(person().reads(u"“own-two”, InfluxDB Clustered at https://two.example:8443."_qs));
        QVERIFY(person().reads(u"“prod-eu”, InfluxDB Clustered at https://one.example:8443."_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(person().click(u"Switch to “own-two” and review"_qs));
        QTRY_VERIFY(person().sees(u"Create token"_qs));
        QVERIFY(person().reads(u"on own-two"_qs));
    }

    void anUnknownClusterLeadsToAProfile_data()
    {
        QTest::addColumn<Profile>("theirs");
        QTest::addColumn<bool>("hasProfiles");
        QTest::addColumn<QStringList>("filledIn");
        const QString id = u"99999999-3333-4333-8333-333333333333"_qs;
        Profile dedicated = WindowScene::profile(u"prod-us"_qs, Environment::Staging, id);
        dedicated.address.clusterId = id;
        const QStringList ids{u"Account ID"_qs, id, u"Cluster ID"_qs, id};
        QTest::newRow("Cloud Dedicated") << dedicated << true << ids;
        QTest::newRow("Cloud Dedicated, the first profile") << dedicated << false << ids;
        const QStringList host{u"Management URL"_qs, u"https://two.example:8443"_qs};
        QTest::newRow("Clustered") << clustered(u"own"_qs, u"https://two.example:8443"_qs) << true << host;
        Profile plain = clustered(u"own"_qs, u"https://two.example:8443"_qs);
        plain.address.accountId.clear();
        plain.address.clusterId.clear();
        QTest::newRow("Clustered without IDs") << plain << false << host;
    }

    void anUnknownClusterLeadsToAProfile()
    {
        QFETCH(Profile, theirs);
        QFETCH(bool, hasProfiles);
        QFETCH(QStringList, filledIn);
        const QByteArray file = encodeRequestFile(theirs, request(*m_scene), m_scene->clock.now());
        if (!hasProfiles) {
            m_scene = std::make_unique<WindowScene>(false);
            m_scene->open();
        } else {
            open();
        }
        m_scene->requestFiles.files[path] = file;
        // The welcome page has the button as well as the form.
        QVERIFY(person().click(u"Open…"_qs));
        QTRY_VERIFY(dialogOf(*m_scene));
        Q_EMIT dialogOf(*m_scene)->fileSelected(path);
        dialogOf(*m_scene)->reject();
        QTRY_VERIFY(person().sees(u"Add profile…"_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(person().click(u"Add profile…"_qs));
        QTRY_VERIFY(person().sees(u"Profile name"_qs));
        QVERIFY(person().reads(u"The cluster was filled in from edge.tokenry.json."_qs));
        QCOMPARE(person().find<QLineEdit>(u"Profile name"_qs)->text(), theirs.name);
        for (qsizetype i = 0; i < filledIn.size(); i += 2)
            QCOMPARE(person().find<QLineEdit>(filledIn[i])->text(), filledIn[i + 1]);
        QVERIFY(person().type(u"Management token"_qs, u"M.V1.FAKE0000"_qs));
        QVERIFY(person().click(u"Save"_qs));
        // Not opened by itself: the new profile is looked at first.
        QVERIFY(person().click(u"Review edge.tokenry.json"_qs));
        QTRY_VERIFY(person().sees(u"Create token"_qs));
        QVERIFY(person().reads(u"unchanged since export"_qs));
        const ClusterAddress &saved = m_scene->store.profiles.back().address;
        QCOMPARE(saved.product, theirs.address.product);
        QCOMPARE(saved.accountId, theirs.address.accountId);
        QCOMPARE(saved.clusterId, theirs.address.clusterId);
        // What the sender calls production is for the person here to say.
        QCOMPARE(m_scene->store.profiles.back().environment, Environment::Production);
    }

    void anotherProfileOffersNothing()
    {
        put(*m_scene, request(*m_scene));
        m_scene->requestFiles.files[path].replace("33333333-3333", "99999999-3333");
        open();
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"cluster 99999999-3333-4333-8333-333333333333"_qs));
        QVERIFY(person().click(u"Add profile…"_qs));
        QTRY_VERIFY(person().sees(u"Cluster ID"_qs));
        QVERIFY(person().type(u"Profile name"_qs, u"elsewhere"_qs));
        QVERIFY(person().type(u"Cluster ID"_qs, u"88888888-3333-4333-8333-333333333333"_qs));
        QVERIFY(person().click(u"Save"_qs));
        QTRY_VERIFY(!person().sees(u"Cluster ID"_qs));
        QVERIFY(!person().sees(u"Review edge.tokenry.json"_qs));
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
        QVERIFY(person().reads(u"unchanged since export, but not compared with the cluster."_qs));
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

    void isComparedWithTheListThatComesLater()
    {
        put(*m_scene, request(*m_scene, {u"crm_old"_qs}));
        m_scene->keychain.fail(FakeKeychain::Operation::Read, KeychainError::Kind::Locked);
        m_scene->open(u"prod-eu"_qs);
        m_scene->window->openRequest(path);
        QVERIFY(person().click(u"Review without the list"_qs));
        QVERIFY(person().reads(u"but not compared with the cluster."_qs));
        m_scene->keychain.succeed(FakeKeychain::Operation::Read);
        QVERIFY(person().click(u"Reload"_qs));
        QTRY_VERIFY(person().reads(u"unchanged since export, but with a missing database."_qs));
    }

    void waitsForTheReviewToEnd()
    {
        put(*m_scene, request(*m_scene));
        putSecond();
        open();
        openFile();
        m_scene->window->openRequest(secondPath);
        QVERIFY(person().reads(u"west.tokenry.json opens when you are done here."_qs));
        QVERIFY(person().reads(u"From edge.tokenry.json"_qs));
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().reads(u"From west.tokenry.json: unchanged since export."_qs));
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().sees(u"Description"_qs));
    }

    void needNotWaitForTheReviewToEnd()
    {
        put(*m_scene, request(*m_scene));
        putSecond();
        open();
        openFile();
        m_scene->window->openRequest(secondPath);
        QVERIFY(person().click(u"Do not open"_qs));
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().sees(u"Description"_qs));
        QTest::qWait(50);
        QVERIFY(!person().sees(u"Create token"_qs));
    }

    void waitsForTheSecretToBeSafe()
    {
        put(*m_scene, request(*m_scene));
        putSecond();
        open();
        openFile();
        create();
        QTRY_VERIFY(person().sees(u"Token ID"_qs));
        m_scene->window->openRequest(secondPath);
        QVERIFY(person().click(u"Done"_qs));
        QTRY_VERIFY(person().reads(u"From west.tokenry.json: unchanged since export."_qs));
        QCOMPARE(m_scene->cluster.created.size(), 1U);
    }

    void waitsForADialogToClose()
    {
        put(*m_scene, request(*m_scene));
        open();
        QVERIFY(person().click(u"Paste names…"_qs));
        QTRY_VERIFY(QApplication::activeModalWidget());
        m_scene->window->openRequest(path);
        m_scene->window->present({});
        QVERIFY(QApplication::activeModalWidget());
        QVERIFY(person().click(u"Cancel"_qs));
        QTRY_VERIFY(person().reads(u"From edge.tokenry.json: unchanged since export."_qs));
    }

    // What is wrong with one stays to be read although another waits.
    void oneComesAfterTheOther()
    {
        put(*m_scene, request(*m_scene));
        putSecond();
        open();
        openFile();
        m_scene->window->openRequest(u"/nowhere/x.tokenry.json"_qs);
        m_scene->window->openRequest(secondPath);
        QVERIFY(person().reads(u"x.tokenry.json opens when you are done here, then 1 more."_qs));
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().reads(u"There is no such file."_qs));
        QVERIFY(person().click(u"Open west.tokenry.json"_qs));
        QTRY_VERIFY(person().reads(u"From west.tokenry.json: unchanged since export."_qs));
    }

    void isDropped()
    {
        put(*m_scene, request(*m_scene));
        open();
        QWidget *const window = m_scene->window.get();
        QVERIFY(!drop(window, {QUrl(u"https://example.com/a.tokenry.json"_qs)}));
        QVERIFY(drop(window, {QUrl::fromLocalFile(path), QUrl::fromLocalFile(path)}));
        QVERIFY(person().reads(u"Drop one request file at a time."_qs));
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(drop(window, {QUrl::fromLocalFile(path)}));
        QTRY_VERIFY(person().reads(u"unchanged since export"_qs));
    }

    void isDroppedOntoAField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("inReview");
        for (const char *name : {"Description", "Filter databases", "Name to add", "Expiry date"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        for (const char *name : {"Keychain name", "Approved SHA-256", "SHA-256"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
    }

    void isDroppedOntoAField()
    {
        QFETCH(QString, name);
        QFETCH(bool, inReview);
        put(*m_scene, request(*m_scene));
        putSecond();
        open();
        if (inReview) {
            m_scene->window->openRequest(secondPath);
            QTRY_VERIFY(person().sees(u"Request file"_qs));
            QVERIFY(person().openTab(u"Approval"_qs));
        } else if (name == u"Name to add") {
            QVERIFY(person().click(u"Add a name…"_qs));
        } else if (name == u"Expiry date") {
            QVERIFY(person().choose(u"Expiry"_qs, u"On a date…"_qs));
        }
        QWidget *field = person().find(name);
        QVERIFY(field);
        // What is under the mouse lies deepest.
        if (QWidget *const inside = field->childAt(field->rect().center()))
            field = inside;
        const auto *const line = qobject_cast<QLineEdit *>(field);
        const QString before = line ? line->text() : QString();
        QVERIFY(drop(field, {QUrl::fromLocalFile(path)}));
        if (line)
            QCOMPARE(line->text(), before);
        if (inReview) {
            QVERIFY(person().reads(u"edge.tokenry.json opens when you are done here."_qs));
            QVERIFY(person().click(u"Back"_qs));
        }
        QTRY_VERIFY(person().reads(u"From edge.tokenry.json: unchanged since export."_qs));
    }

    void theApprovalIsCompared()
    {
        put(*m_scene, request(*m_scene));
        open();
        openFile();
        const QString sum = sha256Of(requestBody(request(*m_scene)));
        QVERIFY(person().click(u"short fingerprint "_qs + shortFingerprint(sum)));
        QCOMPARE(person().find<QPlainTextEdit>(u"SHA-256"_qs)->toPlainText(), sum);
        QVERIFY(!person().sees(u"SHA-256 in it"_qs));
        QVERIFY(person().type(u"Approved SHA-256"_qs, shortFingerprint(sum)));
        QVERIFY(person().reads(u"This is the short fingerprint"_qs));
        QVERIFY(person().type(u"Approved SHA-256"_qs, u"approved: "_qs + sum.toUpper()));
        QVERIFY(person().reads(u"Matches: exactly this request was approved."_qs));
        QVERIFY(person().reads(u"✓ as approved"_qs));
        QVERIFY(person().type(u"Approved SHA-256"_qs, u"approved: "_qs + QString(64, u'0')));
        QVERIFY(person().reads(u"✗ not what was approved"_qs));
        // Both in full, and the same digits of both.
        const QPlainTextEdit *const theirs = person().find<QPlainTextEdit>(u"SHA-256 in it"_qs);
        QCOMPARE(theirs->toPlainText(), QString(64, u'0'));
        const QPlainTextEdit *const ours = person().find<QPlainTextEdit>(u"SHA-256"_qs);
        for (const QPlainTextEdit *const shown : {theirs, ours}) {
            QCOMPARE(shown->document()->firstBlock().layout()->lineCount(), 2);
            QCOMPARE(shown->document()->firstBlock().layout()->lineAt(0).textLength(), 32);
            QVERIFY(2 * shown->fontMetrics().lineSpacing() <= shown->viewport()->height());
        }
        QCOMPARE(person().find<QLineEdit>(u"Approved SHA-256"_qs)->cursorPosition(), 0);
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
        // There is room again, and nothing more is typed.
        m_scene->drafts.failure.reset();
        QTRY_COMPARE(m_scene->drafts.saves, 2);
        QCOMPARE(m_scene->drafts.drafts[u"prod-eu"_qs].description, u"for much later"_qs);
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

    // It neither gets lost nor comes up out of nowhere later.
    void aWaitingFileComesBackWithItsProfile_data()
    {
        QTest::addColumn<bool>("readMeanwhile");
        QTest::newRow("the list is still being read") << false;
        QTest::newRow("the list came meanwhile") << true;
    }

    void aWaitingFileComesBackWithItsProfile()
    {
        QFETCH(const bool, readMeanwhile);
        put(*m_scene, request(*m_scene));
        m_scene->keychain.hold(FakeKeychain::Operation::Read);
        m_scene->open(u"prod-eu"_qs);
        m_scene->window->openRequest(path);
        QVERIFY(person().reads(u"opens when the databases have been read"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"staging"_qs));
        QVERIFY(!person().reads(u"opens when the databases have been read"_qs));
        if (readMeanwhile)
            m_scene->keychain.release(FakeKeychain::Operation::Read);
        QCoreApplication::processEvents();
        QVERIFY(!person().sees(u"Create token"_qs));
        QVERIFY(person().choose(u"Profile"_qs, u"prod-eu"_qs));
        if (!readMeanwhile) {
            QTRY_VERIFY(person().reads(u"opens when the databases have been read"_qs));
            m_scene->keychain.release(FakeKeychain::Operation::Read);
        }
        QTRY_VERIFY(person().sees(u"Create token"_qs));
        QCOMPARE(m_scene->window->windowTitle(), u"Tokenry – prod-eu (PRODUCTION)"_qs);
        QVERIFY(person().click(u"Back"_qs));
        QTRY_VERIFY(person().sees(u"Reload"_qs));
        QVERIFY(person().click(u"Reload"_qs));
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(!person().sees(u"Create token"_qs));
    }

    void aWaitingFileThatIsPutAwayStaysAway()
    {
        put(*m_scene, request(*m_scene));
        m_scene->keychain.hold(FakeKeychain::Operation::Read);
        m_scene->open(u"prod-eu"_qs);
        m_scene->window->openRequest(path);
        QVERIFY(person().click(u"Dismiss message"_qs));
        QVERIFY(!person().sees(u"Message"_qs));
        m_scene->keychain.release(FakeKeychain::Operation::Read);
        QTRY_COMPARE(m_scene->rows(), 3);
        QVERIFY(!person().sees(u"Create token"_qs));
    }

private:
    void create()
    {
        m_scene->cluster.onCreate = [](const EncodedCall &) {
            Creation creation;
            creation.secret = Secret::copyOf(fakeToken);
            return creation;
        };
        QTRY_VERIFY(person().find(u"Create token"_qs)->isEnabled());
        QVERIFY(person().click(u"Create token"_qs));
    }

    void open2()
    {
        m_scene->open(u"prod-eu"_qs);
        QTRY_VERIFY(m_scene->cluster.listings > 1);
        QTRY_VERIFY(person().sees(u"Filter databases"_qs));
    }
};

QTEST_MAIN(RequestWindowTest)
#include "tst_requestwindow.moc"
