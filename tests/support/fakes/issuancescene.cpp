// SPDX-License-Identifier: MIT
#include "support/fakes/issuancescene.h"

#include <QDeadlineTimer>
#include <QTimeZone>
#include <QtTest/qtestsystem.h>

namespace tokenry::testsupport
{

namespace
{

QDateTime morning()
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin"));
}

std::vector<Database> manyDatabases()
{
    std::vector<Database> databases{{QStringLiteral("billing"), {}}, {QStringLiteral("billing_events"), {}}};
    for (int i = 1; i <= 218; ++i)
        databases.push_back({QStringLiteral("plant%1/sensors").arg(i), {}});
    return databases;
}

} // namespace

IssuanceScene::IssuanceScene() : clock(morning())
{
    profile.slug = QStringLiteral("prod-eu");
    profile.name = QStringLiteral("prod-eu");
    profile.environment = Environment::Production;
    profile.address.accountId = QStringLiteral("11111111-1111-4111-8111-111111111111");
    profile.address.clusterId = QStringLiteral("33333333-3333-4333-8333-333333333333");
    profile.address.clusterUrl = QUrl(QStringLiteral("https://cluster.example.com"));
    cluster.databases = manyDatabases();
    cluster.clock = &clock;
    draft.description = QStringLiteral("Telegraf edge-west · team:ops · OPS-1412");
    draft.permissions = PermissionSelection(std::make_shared<const DatabaseCatalog>(manyDatabases()));
}

IssuanceScene::~IssuanceScene() = default;

void IssuanceScene::tick(Action action, const QString &database)
{
    const auto row = draft.permissions.addTyped(database);
    Q_ASSERT(row);
    draft.permissions.tick(action, *row, true);
}

void IssuanceScene::start(bool begun)
{
    const ClusterAddress &address = profile.address;
    session = std::make_shared<ClusterSession>(profile, cluster.factory()(profile.address), keychain, trusted,
                                               clock);
    const QByteArray token("M.V1.FAKE-not-a-token");
    if (tokenAtHand) {
        (void)trusted.add(address.accountId, address.managementOrigin());
        session->credential().useForSession(Secret::copyOf(token));
        session->reload();
        (void)QTest::qWaitFor([this] { return session->state().databases != nullptr; });
    } else {
        keychain.put(keychain.managementTokenItem(address.accountId, address.managementHost()), token);
    }
    auto request = TokenRequest::from(draft, session->serverNow());
    Q_ASSERT(request);
    issuance = std::make_unique<Issuance>(*std::move(request), session, cluster.factory(), keychain, ledger);
    if (begun)
        issuance->begin();
}

Token IssuanceScene::faithful() const
{
    const TokenRequest &request = issuance->request();
    Token token;
    token.id = QStringLiteral("55555555-5555-4555-8555-555555555555");
    token.accountId = profile.address.accountId;
    token.clusterId = profile.address.clusterId;
    token.description = request.description();
    token.permissions = request.permissions();
    token.createdAt = clock.now().toUTC();
    if (!request.expiry().isNever())
        token.expiresAt = request.expiry().instant();
    return token;
}

void IssuanceScene::answerWith(std::optional<Token> token)
{
    cluster.onCreate = [token = std::move(token)](const EncodedCall &) -> Result<Creation, ApiError> {
        Creation creation;
        creation.secret = Secret::copyOf(secret());
        creation.token = token;
        return creation;
    };
}

bool IssuanceScene::issue(Keep keep)
{
    if (!cluster.onCreate)
        answerWith(faithful());
    issuance->setKeep(keep);
    if (!QTest::qWaitFor([this] { return issuance->state().canCreate(); }))
        return false;
    issuance->create();
    return QTest::qWaitFor([this] { return issuance->state().phase == IssuanceState::Phase::Issued; });
}

void IssuanceScene::allowClusterUrl()
{
    (void)trusted.add(profile.address.databaseTokenAccount(), profile.address.trustedClusterOrigin());
}

std::shared_ptr<ActivationWatch> IssuanceScene::watch()
{
    activations = std::make_unique<Activations>(probes.factory(), trusted,
                                                ActivationWatch::Timing{tempo, [this] {
                                                                            return steadyTime;
                                                                        }});
    return activations->watch(*issuance);
}

} // namespace tokenry::testsupport
