// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/activations.h"
#include "journeys/issuance.h"
#include "support/fakes/fakecluster.h"
#include "support/fakes/fakekeychain.h"
#include "support/fakes/fakeledger.h"
#include "support/fakes/fakeprobes.h"
#include "support/fakes/faketrustedorigins.h"
#include "support/fakes/fixedclock.h"

namespace tokenry::testsupport
{

/// A real Issuance over fakes: 220 databases, a management token at hand, an unlocked keychain. Change the
/// members, then start().
class IssuanceScene
{
public:
    static QByteArray secret()
    {
        return QByteArrayLiteral("apiv1_0000fake0000fake0000fake0000fake0000fake0000fake0000fake00000000");
    }

    IssuanceScene();
    ~IssuanceScene();

    Profile profile;
    TokenDraft draft;
    FakeKeychain keychain;
    FakeLedger ledger;
    FakeCluster cluster;
    FakeTrustedOrigins trusted;
    FixedClock clock;
    FakeProbes probes;
    /// How often the new token is tried; for how long is measured in steadyTime, which the test moves on.
    ActivationTempo tempo;
    std::chrono::milliseconds steadyTime{0};
    std::shared_ptr<ClusterSession> session;
    std::unique_ptr<Issuance> issuance;
    std::unique_ptr<Activations> activations;

    /// False: nothing may be sent to the cluster yet, and the keychain alone has the management token.
    bool tokenAtHand = true;

    void tick(Action action, const QString &database);
    /// Makes the session and the issuance; \a begun proves the keychain, too.
    void start(bool begun = true);
    /// The token that a faithful server answers.
    [[nodiscard]] Token faithful() const;
    /// The server answers creations at once with secret() and the token, faithful() by default.
    void answerWith(std::optional<Token> token);
    /// Creates and waits for the answer; false when it did not come.
    [[nodiscard]] bool issue(Keep keep = Keep::InKeychain);
    /// The cluster's URL may be sent new tokens without a question.
    void allowClusterUrl();
    /// Watches the token that was issued.
    [[nodiscard]] std::shared_ptr<ActivationWatch> watch();
};

} // namespace tokenry::testsupport
