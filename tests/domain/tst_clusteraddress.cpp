// SPDX-License-Identifier: MIT
#include "domain/clusteraddress.h"

#include <QTest>

using namespace tokenry;

class ClusterAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesUrls_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("fault");
        QTest::newRow("official") << "https://console.influxdata.com" << -1;
        QTest::newRow("path and port") << "https://granite.example:8443/base" << -1;
        QTest::newRow("loopback name") << "http://localhost:8086" << -1;
        QTest::newRow("loopback 127/8") << "http://127.1.2.3:1" << -1;
        QTest::newRow("loopback IPv6") << "http://[::1]:1" << -1;
        QTest::newRow("empty") << "" << int(UrlFault::Empty);
        QTest::newRow("word") << "console" << int(UrlFault::NotAUrl);
        QTest::newRow("no host") << "https://" << int(UrlFault::NotAUrl);
        QTest::newRow("ftp") << "ftp://console.influxdata.com" << int(UrlFault::NotHttp);
        QTest::newRow("plain http") << "http://console.influxdata.com" << int(UrlFault::PlainHttp);
        QTest::newRow("looks like loopback") << "http://127.0.0.1.example" << int(UrlFault::PlainHttp);
        QTest::newRow("credentials") << "https://me:pw@console.influxdata.com"
                                     << int(UrlFault::HasCredentials);
        QTest::newRow("query") << "https://console.influxdata.com/?x=1" << int(UrlFault::HasQuery);
        QTest::newRow("fragment") << "https://console.influxdata.com/#x" << int(UrlFault::HasQuery);
    }

    void judgesUrls()
    {
        QFETCH(QString, url);
        QFETCH(int, fault);
        const auto found = faultOf(QUrl(url));
        QCOMPARE(found ? int(*found) : -1, fault);
    }

    void namesItsOrigin_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("host");
        QTest::newRow("default port") << "https://console.influxdata.com"
                                      << "https://console.influxdata.com"
                                      << "console.influxdata.com";
        QTest::newRow("written default port") << "https://console.influxdata.com:443/x"
                                              << "https://console.influxdata.com"
                                              << "console.influxdata.com";
        QTest::newRow("case") << "HTTPS://Console.InfluxData.com"
                              << "https://console.influxdata.com"
                              << "console.influxdata.com";
        QTest::newRow("own port") << "http://127.0.0.1:8086"
                                  << "http://127.0.0.1:8086"
                                  << "127.0.0.1:8086";
        QTest::newRow("IPv6") << "http://[::1]:8086"
                              << "http://[::1]:8086"
                              << "[::1]:8086";
        // Looks like InfluxData's own, with a Cyrillic letter.
        QTest::newRow("another script")
            << u"https://c\u043Ensole.influxdata.com"_qs << "https://xn--cnsole-wqf.influxdata.com"
            << "xn--cnsole-wqf.influxdata.com";
        QTest::newRow("umlaut and port")
            << u"https://b\u00FCro.example:8443"_qs << "https://xn--bro-hoa.example:8443"
            << "xn--bro-hoa.example:8443";
    }

    void namesItsOrigin()
    {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        QFETCH(QString, host);
        ClusterAddress address;
        address.managementUrl = QUrl(url);
        QCOMPARE(address.managementOrigin(), origin);
        QCOMPARE(address.managementHost(), host);
        address.clusterUrl = address.managementUrl;
        QCOMPARE(address.clusterOrigin(), origin);
        QCOMPARE(address.clusterHost(), host);
    }

    void aManagementTokenBelongsToAccountOriginAndAuthority()
    {
        ClusterAddress dedicated;
        dedicated.accountId = u"11111111-1111-4111-8111-111111111111"_qs;
        QCOMPARE(dedicated.tokenAccount(), dedicated.accountId);
        QCOMPARE(dedicated.trustedOrigin(), u"https://console.influxdata.com"_qs);

        ClusterAddress clustered = dedicated;
        clustered.product = Product::Clustered;
        QCOMPARE(clustered.tokenAccount(), u"clustered"_qs);
        QVERIFY(!clustered.sharesTokenWith(dedicated));

        ClusterAddress withAuthority = dedicated;
        withAuthority.authority = {u"/ca.pem"_qs, QByteArrayLiteral("one")};
        QVERIFY(!withAuthority.sharesTokenWith(dedicated));
        QVERIFY(withAuthority.trustedOrigin().contains(
            u"7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"_qs));
        // The content counts: another path to the same is the same, another content behind the same path is
        // not.
        ClusterAddress moved = withAuthority;
        moved.authority.file = u"/elsewhere.pem"_qs;
        QVERIFY(moved.sharesTokenWith(withAuthority));
        ClusterAddress replaced = withAuthority;
        replaced.authority.pem = QByteArrayLiteral("two");
        QVERIFY(!replaced.sharesTokenWith(withAuthority));
        ClusterAddress missing = withAuthority;
        missing.authority.pem.clear();
        QVERIFY(missing.authority.isMissing());
        QVERIFY(!missing.sharesTokenWith(withAuthority) && !missing.sharesTokenWith(dedicated));
    }

    void knowsIds()
    {
        QVERIFY(isUuid(u"11111111-1111-1111-1111-111111111111"_qs));
        QVERIFY(isUuid(u"AAAAAAAA-1111-4111-8111-11111111111f"_qs));
        QVERIFY(!isUuid(u"11111111-1111-1111-1111-11111111111"_qs));
        QVERIFY(!isUuid(u"{11111111-1111-1111-1111-111111111111}"_qs));
        QVERIFY(!isUuid(QString()));
    }

    void databaseTokensHaveLeaveOfTheirOwn()
    {
        ClusterAddress address;
        address.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
        QCOMPARE(address.clusterOrigin(), QString());
        address.clusterUrl = QUrl(QStringLiteral("https://Cluster.example:8443/behind"));
        QCOMPARE(address.clusterOrigin(), QStringLiteral("https://cluster.example:8443"));
        QCOMPARE(address.trustedClusterOrigin(), address.clusterOrigin());
        // Not even where management and cluster have the same address.
        address.managementUrl = address.clusterUrl;
        QCOMPARE(address.trustedClusterOrigin(), address.trustedOrigin());
        QVERIFY(address.databaseTokenAccount() != address.tokenAccount());
        // An authority vouches for both.
        address.authority = {QStringLiteral("/ca.pem"), "PEM"};
        QVERIFY(
            address.trustedClusterOrigin().startsWith(QStringLiteral("https://cluster.example:8443 ca-")));
        QCOMPARE(address.trustedClusterOrigin(), address.trustedOrigin());
    }
};

QTEST_GUILESS_MAIN(ClusterAddressTest)
#include "tst_clusteraddress.moc"
