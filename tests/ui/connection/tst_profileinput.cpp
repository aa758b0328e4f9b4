// SPDX-License-Identifier: MIT
#include "connection/profileinput.h"
#include "connection/secretedit.h"

#include <QDir>
#include <QTest>
#include <QToolButton>

using namespace tokenry;

namespace
{

const QString account = QStringLiteral("11111111-1111-4111-8111-111111111111");
const QString cluster = QStringLiteral("33333333-3333-4333-8333-333333333333");

ProfileInput complete()
{
    ProfileInput input;
    input.name = u"prod-eu"_qs;
    input.accountId = account;
    input.clusterId = cluster;
    return input;
}

} // namespace

class ProfileInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsPasted_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<bool>("taken");
        QTest::addColumn<QString>("managementUrl");
        const QString console = u"https://console.influxdata.com"_qs;
        QTest::newRow("endpoint") << console + u"/api/v0/accounts/"_qs + account + u"/clusters/"_qs +
                                         cluster + u"/tokens"_qs
                                  << true << console;
        QTest::newRow("own host") << u"  https://influx.example:8443/api/v0/accounts/"_qs + account +
                                         u"/clusters/"_qs + cluster.toUpper() + u"\n"_qs
                                  << true << u"https://influx.example:8443"_qs;
        QTest::newRow("JSON") << u"{\"account_id\": \""_qs + account + u"\", \"cluster_id\": \""_qs +
                                     cluster + u"\"}"_qs
                              << true << console;
        QTest::newRow("an ID alone") << account << false << console;
        QTest::newRow("prose") << u"the cluster in Frankfurt"_qs << false << console;
    }

    void takesWhatIsPasted()
    {
        QFETCH(QString, pasted);
        QFETCH(bool, taken);
        QFETCH(QString, managementUrl);
        ProfileInput input;
        QCOMPARE(input.takePasted(pasted), taken);
        QCOMPARE(input.accountId, taken ? account : QString());
        QCOMPARE(input.clusterId, taken ? cluster : QString());
        QCOMPARE(input.managementUrl, managementUrl);
    }

    void asksWhichOfSeveralClusters()
    {
        ProfileInput input = complete();
        QVERIFY(input.takePasted(
            u"clusters/%1 clusters/%2"_qs.arg(cluster, u"99999999-9999-4999-8999-999999999999"_qs)));
        QCOMPARE(input.clusterId, QString());
        QVERIFY(faultsOf(input, {}, false, TokenKind::Unknown).clusterId.contains(u"several clusters"_qs));
        QVERIFY(input.takePasted(u"clusters/%1"_qs.arg(cluster)));
        QCOMPARE(faultsOf(input, {}, false, TokenKind::Unknown).clusterId, QString());
    }

    void asksWhichOfSeveralAccounts()
    {
        ProfileInput input = complete();
        QVERIFY(input.takePasted(u"accounts/%1/clusters/%3 accounts/%2/clusters/%3"_qs.arg(
            account, u"99999999-9999-4999-8999-999999999999"_qs, cluster)));
        QVERIFY(input.accountId.isEmpty() && input.clusterId.isEmpty());
        QVERIFY(faultsOf(input, {}, false, TokenKind::Unknown).accountId.contains(u"several accounts"_qs));
    }

    void showsWhatANameHides()
    {
        ProfileInput input = complete();
        QCOMPARE(faultsOf(input, {}, false, TokenKind::Unknown).nameCaution, QString());
        input.name = u"prod\u202Eeu"_qs;
        const ProfileFaults faults = faultsOf(input, {}, false, TokenKind::Unknown);
        QVERIFY(faults.nameCaution.contains(u"⟨U+202E⟩"_qs));
        QVERIFY(faults.canSave());
    }

    void cleansAddresses_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QUrl>("url");
        QTest::newRow("as it is") << u"https://influx.example"_qs << QUrl(u"https://influx.example"_qs);
        QTest::newRow("blanks and a slash")
            << u" https://influx.example/ \n"_qs << QUrl(u"https://influx.example"_qs);
        QTest::newRow("no scheme") << u"influx.example"_qs << QUrl(u"https://influx.example"_qs);
        QTest::newRow("API path") << u"https://influx.example/api/v0"_qs
                                  << QUrl(u"https://influx.example"_qs);
        QTest::newRow("quoted") << u"\"https://influx.example\""_qs << QUrl(u"https://influx.example"_qs);
    }

    void cleansAddresses()
    {
        QFETCH(QString, written);
        QFETCH(QUrl, url);
        ProfileInput input = complete();
        input.managementUrl = written;
        QCOMPARE(faultsOf(input, {}, false, TokenKind::Unknown).managementUrl, QString());
        QCOMPARE(input.address().managementUrl, url);
    }

    // The field says what is asked for, and not what it looks like.
    void showsHostsAsTheyAreAskedFor()
    {
        Profile profile;
        profile.address.managementUrl = QUrl(u"https://c\u043Ensole.influxdata.com"_qs);
        profile.address.clusterUrl = QUrl(u"https://b\u00FCro.example/x"_qs);
        const ProfileInput input = ProfileInput::of(profile);
        QCOMPARE(input.managementUrl, u"https://xn--cnsole-wqf.influxdata.com"_qs);
        QCOMPARE(input.clusterUrl, u"https://xn--bro-hoa.example/x"_qs);
        QCOMPARE(input.address(), profile.address);
    }

    void namesFaultsAtTheirFields_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        for (const QString &value : {u""_qs, u"   "_qs, u"Taken"_qs, u"taken "_qs})
            QTest::addRow("name '%s'", qPrintable(value)) << u"name"_qs << value;
        for (const QString &value :
             {u""_qs, u"http://influx.example"_qs, u"ftp://x"_qs, u"https://u:p@x"_qs, u"https://x?a=b"_qs,
              u"https://x#y"_qs, u"https://"_qs, u"https://a b"_qs, u"not an address"_qs})
            QTest::addRow("URL '%s'", qPrintable(value)) << u"managementUrl"_qs << value;
        for (const QString &value :
             {u""_qs, u"1234"_qs, QString(account).replace(u'1', u'g'), account + u"1"_qs})
            QTest::addRow("account '%s'", qPrintable(value)) << u"accountId"_qs << value;
        QTest::newRow("cluster") << u"clusterId"_qs << u"x"_qs;
        QTest::newRow("cluster URL") << u"clusterUrl"_qs << u"http://influx.example"_qs;
    }

    void namesFaultsAtTheirFields()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        ProfileInput input = complete();
        QVERIFY(faultsOf(input, {u"Taken"_qs}, false, TokenKind::Unknown).canSave());
        (field == u"name"_qs            ? input.name
         : field == u"managementUrl"_qs ? input.managementUrl
         : field == u"accountId"_qs     ? input.accountId
         : field == u"clusterId"_qs     ? input.clusterId
                                        : input.clusterUrl) = value;
        const ProfileFaults faults = faultsOf(input, {u"Taken"_qs}, false, TokenKind::Unknown);
        QVERIFY(!faults.canSave());
        QCOMPARE(!faults.name.isEmpty(), field == u"name"_qs);
        QCOMPARE(!faults.managementUrl.isEmpty(), field == u"managementUrl"_qs);
        QCOMPARE(!faults.accountId.isEmpty(), field == u"accountId"_qs);
        QCOMPARE(!faults.clusterId.isEmpty(), field == u"clusterId"_qs);
        QCOMPARE(!faults.clusterUrl.isEmpty(), field == u"clusterUrl"_qs);
    }

    void clusteredHasAHostAndNoIds()
    {
        ProfileInput input = complete();
        input.setProduct(Product::Clustered);
        // InfluxData's console went; nothing else did.
        QVERIFY(input.managementUrl.isEmpty());
        QVERIFY(!faultsOf(input, {}, false, TokenKind::Unknown).managementUrl.isEmpty());
        input.managementUrl = u"console.influxdata.com"_qs;
        QVERIFY(!faultsOf(input, {}, false, TokenKind::Unknown).managementUrl.isEmpty());
        input.managementUrl = u"influx.example:8443"_qs;
        QVERIFY(faultsOf(input, {}, false, TokenKind::Unknown).canSave());
        const ClusterAddress address = input.address();
        QVERIFY(address.product == Product::Clustered);
        QVERIFY(address.accountId.isEmpty() && address.clusterId.isEmpty());
        QCOMPARE(input.suggestedClusterUrl(), u"https://influx.example:8443"_qs);

        input.hasPathIds = true;
        QCOMPARE(input.address().accountId, ProfileInput::placeholderId());
        // And back again, with what was written before.
        input.setProduct(Product::Dedicated);
        QCOMPARE(input.address().accountId, account);
    }

    void keepsTheIdsAClusteredProfileHas()
    {
        Profile profile;
        profile.address.product = Product::Clustered;
        profile.address.managementUrl = QUrl(u"https://influx.example"_qs);
        profile.address.accountId = account;
        profile.address.clusterId = cluster;
        QCOMPARE(ProfileInput::of(profile).address(), profile.address);
        profile.address.accountId.clear();
        profile.address.clusterId.clear();
        QCOMPARE(ProfileInput::of(profile).address(), profile.address);
    }

    void authorityIsAnAbsolutePath_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("file");
        QTest::newRow("none") << u" "_qs << QString();
        QTest::newRow("absolute") << u" /etc/ssl/ca.pem\n"_qs << u"/etc/ssl/ca.pem"_qs;
        QTest::newRow("quoted") << u"'/etc/my ca.pem'"_qs << u"/etc/my ca.pem"_qs;
        QTest::newRow("URL") << u"file:///etc/ca.pem"_qs << u"/etc/ca.pem"_qs;
        QTest::newRow("home") << u"~/ca.pem"_qs << QDir::homePath() + u"/ca.pem"_qs;
        QTest::newRow("relative") << u"ca.pem"_qs << u"-"_qs;
    }

    void authorityIsAnAbsolutePath()
    {
        QFETCH(QString, written);
        QFETCH(QString, file);
        ProfileInput input = complete();
        input.authority = written;
        const bool good = file != u"-"_qs;
        QCOMPARE(faultsOf(input, {}, false, TokenKind::Unknown).canTest(), good);
        if (good)
            QCOMPARE(input.address().authority.file, file);
    }

    void loopbackMayBePlainHttp()
    {
        ProfileInput input = complete();
        input.managementUrl = u"http://127.0.0.1:8086"_qs;
        QVERIFY(faultsOf(input, {}, false, TokenKind::Unknown).canTest());
    }

    void refusesADatabaseToken()
    {
        QVERIFY(!faultsOf(complete(), {}, true, TokenKind::Database).canTest());
        QVERIFY(faultsOf(complete(), {}, true, TokenKind::Unknown).canTest());
        QVERIFY(faultsOf(complete(), {}, true, TokenKind::Jwt).canTest());
    }

    void refusesATokenWithSomethingInside_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("broken");
        QTest::newRow("whole") << u"M.V1.FAKE+0000/0000="_qs << false;
        QTest::newRow("blanks around it") << u"\t \"M.V1.FAKE\" \r\n"_qs << false;
        QTest::newRow("what web pages add around it")
            << u"\ufeff\u00a0<{\u200bM.V1.FAKE\u200b}>;\u2060\u202f"_qs << false;
        QTest::newRow("zero-width space") << u"M.V1.FAKE\u200b0000"_qs << true;
        QTest::newRow("blank") << u"M.V1.FAKE 0000"_qs << true;
        QTest::newRow("line end") << u"M.V1.FAKE\n0000"_qs << true;
        QTest::newRow("no-break space") << u"M.V1.FAKE\u00a00000"_qs << true;
        QTest::newRow("far behind") << u"M.V1."_qs + QString(200, u'F') + u" 0"_qs << true;
        QTest::newRow("letter") << u"M.V1.FÄKE"_qs << true;
        QTest::newRow("blanks only") << u"  "_qs << false;
    }

    void refusesATokenWithSomethingInside()
    {
        QFETCH(QString, text);
        QFETCH(bool, broken);
        SecretEdit edit;
        edit.insert(text);
        QCOMPARE(edit.kind() == TokenKind::Broken, broken);
        const ProfileFaults faults = faultsOf(complete(), {}, true, edit.kind());
        QCOMPARE(faults.canTest(), !broken);
        QCOMPARE(faults.token.contains(u"a blank, a line end"_qs), broken);
    }

    void suggestsTheClusterUrlOfInfluxDataOnly()
    {
        ProfileInput input = complete();
        QCOMPARE(input.suggestedClusterUrl(), u"https://%1.a.influxdb.io"_qs.arg(cluster));
        input.managementUrl = u"https://influx.example"_qs;
        QCOMPARE(input.suggestedClusterUrl(), QString());
        input = complete();
        input.clusterId = u"x"_qs;
        QCOMPARE(input.suggestedClusterUrl(), QString());
    }

    void secretEditCleansAndForgets()
    {
        SecretEdit edit;
        edit.show();
        edit.insert(u" \"M.V1.FAKE+0000/0000=\"\n"_qs);
        QCOMPARE(edit.kind(), TokenKind::Management);
        edit.secret().reveal(
            [](QByteArrayView bytes) { QCOMPARE(bytes, QByteArrayView("M.V1.FAKE+0000/0000=")); });
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_C, Qt::ControlModifier);
        edit.forget();
        QVERIFY(edit.text().isEmpty());
        QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edit.text().isEmpty());
        edit.undo();
        QVERIFY(edit.text().isEmpty());
    }

    void whatTheClearButtonTakesDoesNotComeBack()
    {
        SecretEdit edit;
        edit.show();
        auto *const clear = edit.findChild<QToolButton *>();
        QVERIFY(clear && !clear->isVisible());
        edit.insert(u"M.V1.FAKE0000"_qs);
        QTRY_VERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(edit.text().isEmpty());
        // Password mode refuses to undo what is there all the same.
        edit.setEchoMode(QLineEdit::Normal);
        edit.undo();
        QVERIFY(edit.text().isEmpty());
    }

    void aTokenBelongsInItsOwnField_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("management") << u"M.V1.FAKE0000"_qs;
        QTest::newRow("of a database")
            << u"apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000"_qs;
    }

    void aTokenBelongsInItsOwnField()
    {
        QFETCH(const QString, token);
        struct Field
        {
            QString ProfileInput::*input;
            QString ProfileFaults::*fault;
            QString holding;
        };
        const Field fields[] = {
            {&ProfileInput::name, &ProfileFaults::name, u"prod %1"_qs},
            {&ProfileInput::managementUrl, &ProfileFaults::managementUrl, u"https://host.example/%1"_qs},
            {&ProfileInput::accountId, &ProfileFaults::accountId, u"%1"_qs},
            {&ProfileInput::clusterId, &ProfileFaults::clusterId, u"%1"_qs},
            {&ProfileInput::clusterUrl, &ProfileFaults::clusterUrl, u"https://host.example/a/%1/b"_qs},
            {&ProfileInput::authority, &ProfileFaults::authority, u"/etc/ssl/%1"_qs},
        };
        QVERIFY(faultsOf(complete(), {}, false, TokenKind::Unknown).canSave());
        for (const Field &field : fields) {
            ProfileInput input = complete();
            input.*field.input = field.holding.arg(token);
            const ProfileFaults faults = faultsOf(input, {}, false, TokenKind::Unknown);
            QVERIFY2((faults.*field.fault).contains(u"looks like a token"_qs), qPrintable(field.holding));
            QVERIFY2(!faults.canSave(), qPrintable(field.holding));
            if (field.input == &ProfileInput::managementUrl)
                QVERIFY(!faults.canTest());
        }
    }
};

QTEST_MAIN(ProfileInputTest)
#include "tst_profileinput.moc"
