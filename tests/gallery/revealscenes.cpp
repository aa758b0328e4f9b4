// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "reveal/revealdialog.h"
#include "support/fakes/issuancescene.h"
#include "support/fakes/oddanswers.h"
#include "support/person/person.h"

#include <QGuiApplication>
#include <QTest>

namespace tokenry::gallery
{

namespace
{

using testsupport::FakeKeychain;
using testsupport::IssuanceScene;
using Operation = FakeKeychain::Operation;

struct Stage : IssuanceScene
{
    SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::shared_ptr<ActivationWatch> shown;
    std::unique_ptr<RevealDialog> dialog;
    testsupport::Person person;

    void answerOddly()
    {
        Token token = faithful();
        token.description = u"something else"_qs;
        token.permissions = PermissionSet({{Resource::allDatabases(), Action::Write}});
        answerWith(token);
    }
};

using Step = std::function<void(Stage &)>;

struct Plan
{
    Keep keep = Keep::InKeychain;
    /// Before anything is reviewed.
    Step draft = {};
    /// Before the creation: what the cluster and the keychain will do.
    Step answer = {};
    /// At the dialog.
    Step act = {};
};

void permitSome(Stage &stage)
{
    stage.tick(Action::Write, u"billing_events"_qs);
    for (const QString &name : {u"billing"_qs, u"billing_events"_qs, u"billing_ev"_qs})
        stage.tick(Action::Read, name);
}

Exhibit opened(const Plan &plan)
{
    const auto stage = std::make_shared<Stage>();
    (plan.draft ? plan.draft : Step(permitSome))(*stage);
    stage->start();
    if (plan.answer)
        plan.answer(*stage);
    if (!stage->issue(plan.keep))
        qFatal("The fakes created nothing.");
    stage->shown = stage->watch();
    stage->dialog = std::make_unique<RevealDialog>(*stage->issuance, stage->shown, stage->clipboard);
    stage->dialog->open();
    settle();
    if (plan.act)
        plan.act(*stage);
    settle();
    return {stage, stage->dialog.get()};
}

Scene reveal(const QString &name, const Plan &plan = {})
{
    return {u"reveal-"_qs + name, [plan] {
                return opened(plan);
            }};
}

void useOddNames(Stage &stage)
{
    stage.profile.name = strangeName();
    stage.draft.description = strangeDescription();
    stage.tick(Action::Write, strangeName());
    stage.tick(Action::Read, u"not\u2028listed\u00a0"_qs);
}

void useLongNames(Stage &stage)
{
    stage.profile.name = longName();
    stage.draft.description = longDescription();
    for (int i = 10; i < 20; ++i) {
        stage.tick(Action::Read, longName().chopped(2) + QString::number(i));
        stage.tick(Action::Write, longName().chopped(2) + QString::number(i));
    }
}

Step press(const QString &button)
{
    return [button](Stage &stage) {
        stage.person.click(button);
    };
}

Step escape()
{
    return [](Stage &stage) {
        QTest::keyClick(stage.dialog.get(), Qt::Key_Escape);
    };
}

void answerWithAnOddSecret(Stage &stage)
{
    stage.cluster.onCreate = [token = stage.faithful()](const EncodedCall &) -> Result<Creation, ApiError> {
        Creation creation;
        creation.secret = Secret::copyOf("apiv1_0000 fake\t0000\xc3\xa4");
        creation.token = token;
        creation.secretContradicted = true;
        creation.secretUnusual = true;
        return creation;
    };
}

/// As much of everything as an answer can hold.
void answerHugely(Stage &stage)
{
    Token token = stage.faithful();
    const QString huge(100'000, u'x');
    token.id = huge;
    token.description = stage.draft.description + huge;
    token.accountId = huge;
    token.unknownPermissions = {{u"delete"_qs, huge}};
    stage.cluster.onCreate = [token](const EncodedCall &) -> Result<Creation, ApiError> {
        Creation creation;
        creation.secret = Secret::copyOf(QByteArray(100'000, 'x'));
        creation.token = token;
        return creation;
    };
}

void failToRevoke(Stage &stage, const ApiError &error)
{
    stage.cluster.onRevoke = [error](const QString &) -> Result<Done, ApiError> {
        return unexpected(error);
    };
}

std::vector<Scene> storedScenes()
{
    return {
        reveal(u"stored"_qs),
        reveal(u"staging"_qs, {.draft =
                                   [](Stage &stage) {
                                       permitSome(stage);
                                       stage.profile.environment = Environment::Staging;
                                   }}),
        reveal(u"other"_qs, {.draft =
                                 [](Stage &stage) {
                                     permitSome(stage);
                                     stage.profile.environment = Environment::Other;
                                 }}),
        reveal(u"storing"_qs,
               {.answer = [](Stage &stage) { stage.keychain.hold(Operation::Write); }, .act = escape()}),
        reveal(u"revealed"_qs, {.act = press(u"Reveal"_qs)}),
        reveal(u"copied"_qs, {.act = press(u"Copy"_qs)}),
        reveal(u"strange-names"_qs, {.draft = useOddNames}),
        reveal(u"long-names"_qs, {.draft = useLongNames}),
        reveal(u"huge"_qs, {.draft =
                                [](Stage &stage) {
                                    permitSome(stage);
                                    stage.draft.description = longDescription().repeated(100);
                                },
                            .answer = answerHugely,
                            .act = press(u"Reveal"_qs)}),
        reveal(u"differs"_qs, {.answer = &Stage::answerOddly}),
        reveal(u"unreadable"_qs, {.answer =
                                      [](Stage &stage) {
                                          stage.answerWith(std::nullopt);
                                      }}),
        reveal(u"odd-secret"_qs, {.answer = answerWithAnOddSecret, .act = press(u"Reveal"_qs)}),
    };
}

/// Each way in which an answer may depart from what was reviewed; the last is without an ID.
std::vector<Scene> oddAnswerScenes()
{
    std::vector<Scene> scenes;
    for (const testsupport::OddAnswer &odd : testsupport::oddAnswers()) {
        const Step draft = [](Stage &stage) {
            permitSome(stage);
            stage.cluster.tokens = {testsupport::tokenThatExisted()};
        };
        const Step answer = [odd](Stage &stage) {
            Token token = stage.faithful();
            odd.change(token);
            stage.answerWith(token);
        };
        scenes.push_back(
            reveal(u"differs-"_qs + QLatin1String(odd.name), {.draft = draft, .answer = answer}));
    }
    scenes.push_back(reveal(u"without-id"_qs, {.answer = [](Stage &stage) {
                                Token token = stage.faithful();
                                token.id.clear();
                                stage.answerWith(token);
                            }}));
    return scenes;
}

std::vector<Scene> onlyCopyScenes()
{
    std::vector<Scene> scenes{
        reveal(u"show-only"_qs, {.keep = Keep::ShowOnly}),
        reveal(u"show-only-escape"_qs, {.keep = Keep::ShowOnly, .act = escape()}),
        reveal(u"show-only-safe"_qs, {.keep = Keep::ShowOnly,
                                      .act =
                                          [](Stage &stage) {
                                              stage.person.click(u"Copy"_qs);
                                              stage.person.tick(u"I have put it somewhere safe"_qs);
                                          }}),
        reveal(u"discard-asked"_qs, {.keep = Keep::ShowOnly, .act = press(u"Discard secret"_qs)}),
        reveal(u"discarded"_qs, {.keep = Keep::ShowOnly,
                                 .act =
                                     [](Stage &stage) {
                                         stage.issuance->discard();
                                     }}),
    };
    for (const KeychainSample &sample : keychainErrors()) {
        const Step fail = [sample](Stage &stage) {
            stage.keychain.fail(Operation::Write, sample.error.kind, sample.error.technical);
        };
        scenes.push_back(reveal(u"keychain-"_qs + QLatin1String(sample.name), {.answer = fail}));
        if (sample.error.kind == KeychainError::Kind::BusLost)
            scenes.push_back(reveal(u"bus-lost-escape"_qs, {.answer = fail, .act = escape()}));
        if (sample.error.kind == KeychainError::Kind::NameTaken)
            scenes.push_back(
                reveal(u"other-name"_qs, {.answer = fail, .act = press(u"Save under another name…"_qs)}));
    }
    return scenes;
}

/// The management token is only in the keychain, and the copy read for the creation has been forgotten.
Scene revokeWithStoredToken(const QString &name, const Step &before)
{
    return reveal(u"revoke-"_qs + name, {.keep = Keep::ShowOnly,
                                         .draft =
                                             [](Stage &stage) {
                                                 permitSome(stage);
                                                 stage.tokenAtHand = false;
                                                 const ClusterAddress &address = stage.profile.address;
                                                 (void)stage.trusted.add(address.tokenAccount(),
                                                                         address.trustedOrigin());
                                             },
                                         .act =
                                             [before](Stage &stage) {
                                                 stage.session->credential().forget();
                                                 before(stage);
                                                 stage.issuance->revoke();
                                             }});
}

std::vector<Scene> credentialScenes()
{
    std::vector<Scene> scenes{
        revokeWithStoredToken(u"not-allowed"_qs, [](Stage &stage) { stage.trusted = {}; }),
        revokeWithStoredToken(
            u"no-token"_qs,
            [](Stage &stage) { stage.keychain.fail(Operation::Read, KeychainError::Kind::NotFound); }),
    };
    for (const KeychainSample &sample : keychainErrors()) {
        using Kind = KeychainError::Kind;
        const KeychainError error = sample.error;
        if (error.kind != Kind::NotFound && error.kind != Kind::NameTaken && error.kind != Kind::NotKept)
            scenes.push_back(
                revokeWithStoredToken(u"keychain-"_qs + QLatin1String(sample.name), [error](Stage &stage) {
                    stage.keychain.fail(Operation::Read, error.kind, error.technical);
                }));
    }
    return scenes;
}

std::vector<Scene> revocationScenes()
{
    std::vector<Scene> scenes{reveal(u"revoked"_qs, {.answer = &Stage::answerOddly, .act = [](Stage &stage) {
                                                         stage.issuance->revoke();
                                                     }})};
    for (const ApiSample &sample : apiErrors())
        scenes.push_back(reveal(u"revoke-"_qs + QLatin1String(sample.name),
                                {.keep = Keep::ShowOnly,
                                 .answer = [sample](Stage &stage) { failToRevoke(stage, sample.error); },
                                 .act =
                                     [](Stage &stage) {
                                         stage.issuance->revoke();
                                     }}));
    return scenes;
}

using Outcome = testsupport::FakeProbes::Outcome;

/// The cluster URL may be used, and each try ends so, some time after the token was made.
Scene activation(const char *name, const Outcome &reading, const Outcome &writing,
                 std::chrono::milliseconds after = std::chrono::seconds(12))
{
    const Step draft = [](Stage &stage) {
        permitSome(stage);
        stage.allowClusterUrl();
        stage.tempo.first = std::chrono::milliseconds(1);
    };
    const Step act = [reading, writing, after](Stage &stage) {
        stage.steadyTime = after;
        stage.probes.onProbe = [reading, writing](Action action, const QString &) {
            return action == Action::Read ? reading : writing;
        };
        stage.probes.answer(reading);
        stage.probes.answer(writing);
        stage.person.waitFor(u"an answer"_qs, [&] { return stage.shown->state().rounds > 0; });
    };
    return reveal(u"activation-"_qs + QLatin1String(name), {.draft = draft, .act = act});
}

std::vector<Scene> activationScenes()
{
    using testsupport::FakeProbes;
    const Outcome yes = Done();
    const Outcome no = FakeProbes::refused();
    const std::chrono::minutes limit(5);
    const Step allow = [](Stage &stage) {
        permitSome(stage);
        stage.allowClusterUrl();
    };
    return {
        reveal(u"activation-trying"_qs, {.draft = allow}),
        activation("pending", no, no),
        activation("partly", yes, no),
        activation("unreachable", FakeProbes::unreachable(), FakeProbes::unreachable()),
        activation("unclear", FakeProbes::inconclusive(), FakeProbes::inconclusive()),
        activation("active", yes, yes),
        activation("still-refused", no, no, limit),
        activation("still-partly", yes, no, limit),
        activation("not-reached", FakeProbes::unreachable(), FakeProbes::unreachable(), limit),
        activation("not-secure",
                   FakeProbes::unreachable(ApiError::Kind::CertificateSelfSigned,
                                           u"The certificate is self-signed, and untrusted"_qs),
                   FakeProbes::unreachable(ApiError::Kind::CertificateSelfSigned), limit),
        activation("no-clear-answer", FakeProbes::inconclusive(), FakeProbes::inconclusive(), limit),
        activation("asked-to-wait", FakeProbes::inconclusive(429, std::chrono::seconds(900)), yes),
        reveal(u"activation-cancelled"_qs, {.draft = allow, .act = press(u"Stop checking"_qs)}),
        reveal(u"activation-asked-authority"_qs,
               {.draft =
                    [](Stage &stage) {
                        permitSome(stage);
                        stage.profile.address.authority = {u"/etc/ssl/influx-ca.pem"_qs, "PEM", {}};
                        stage.profile.address.clusterUrl = QUrl(u"https://influx.example:8086"_qs);
                    }}),
        reveal(u"activation-no-url"_qs, {.draft =
                                             [](Stage &stage) {
                                                 permitSome(stage);
                                                 stage.profile.address.clusterUrl = {};
                                             }}),
        reveal(u"activation-no-permissions"_qs, {.draft =
                                                     [](Stage &stage) {
                                                         stage.draft.withoutAccess = true;
                                                     }}),
        reveal(u"activation-nothing-to-try"_qs, {.draft =
                                                     [](Stage &stage) {
                                                         stage.tick(Action::Read, u"billing_ev"_qs);
                                                     }}),
    };
}

} // namespace

std::vector<Scene> revealScenes()
{
    std::vector<Scene> scenes = storedScenes();
    for (std::vector<Scene> some :
         {oddAnswerScenes(), onlyCopyScenes(), credentialScenes(), revocationScenes(), activationScenes()})
        std::ranges::move(some, std::back_inserter(scenes));
    return scenes;
}

} // namespace tokenry::gallery
