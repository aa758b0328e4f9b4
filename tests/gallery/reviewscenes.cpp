// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "gallery/samples.h"
#include "gallery/scenes.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "wire/fingerprint.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QTabWidget>

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
    std::unique_ptr<ReviewPage> page;
    std::optional<ReviewOrigin> origin;
    /// Since the request was exported.
    int days = 0;

    void openTab(int index) { page->findChild<QTabWidget *>()->setCurrentIndex(index); }
};

using Step = std::function<void(Stage &)>;

void permitListed(Stage &stage)
{
    stage.tick(Action::Write, u"billing_events"_qs);
    for (const QString &name : {u"billing"_qs, u"billing_events"_qs})
        stage.tick(Action::Read, name);
    for (int i = 1; i <= 18; ++i)
        stage.tick(Action::Read, u"plant%1/sensors"_qs.arg(i));
}

void permitSome(Stage &stage)
{
    permitListed(stage);
    stage.tick(Action::Read, u"billing_ev"_qs);
}

/// \a before sets up cluster, keychain and draft; \a after acts on the page.
Scene review(const QString &name, const Step &before = {}, const Step &after = {})
{
    return {u"review-"_qs + name, [before, after]() -> Exhibit {
                const auto stage = std::make_shared<Stage>();
                if (before)
                    before(*stage);
                if (stage->draft.permissions.isEmpty() && !stage->draft.withoutAccess)
                    permitSome(*stage);
                // What is reviewed late was valid when it was exported.
                const QDateTime today = stage->clock.now();
                stage->clock.set(today.addDays(-stage->days));
                stage->start(false);
                stage->clock.set(today);
                stage->page =
                    std::make_unique<ReviewPage>(*stage->issuance, stage->clipboard, nullptr, stage->origin);
                showPage(*stage->page);
                stage->issuance->begin();
                settle();
                if (after)
                    after(*stage);
                settle();
                return {stage, stage->page.get()};
            }};
}

void create(Stage &stage)
{
    stage.issuance->create();
}

void permitEverything(Stage &stage)
{
    stage.draft.permissions.setAllDatabases(Action::Read, true);
    stage.draft.permissions.setAllDatabases(Action::Write, true);
    stage.draft.expiry.kind = ExpiryChoice::Kind::Never;
    stage.profile.environment = Environment::Staging;
}

void useOddNames(Stage &stage)
{
    stage.profile.name = strangeName();
    stage.draft.description = strangeDescription();
    stage.tick(Action::Write, strangeName());
    stage.tick(Action::Read, u"not\u2028listed\u00a0"_qs);
    stage.tick(Action::Read, u"it's \"quoted\" $HOME `id`"_qs);
}

void useLongNames(Stage &stage)
{
    stage.profile.name = longName();
    stage.draft.description = longDescription();
    for (int i = 10; i < 30; ++i) {
        stage.tick(Action::Read, longName().chopped(2) + QString::number(i));
        stage.tick(Action::Write, longName().chopped(2) + QString::number(i));
    }
}

void takeTheName(Stage &stage)
{
    stage.keychain.put(stage.keychain.tokenItem(u"prod-eu"_qs, u"telegraf"_qs), "x");
}

std::vector<Scene> contractScenes()
{
    return {
        review(u"proved"_qs),
        review(u"staging"_qs, [](Stage &stage) { stage.profile.environment = Environment::Staging; }),
        review(u"other"_qs, [](Stage &stage) { stage.profile.environment = Environment::Other; }),
        review(u"everything"_qs, permitEverything),
        review(u"nothing"_qs, [](Stage &stage) { stage.draft.withoutAccess = true; }),
        review(u"strange-names"_qs, useOddNames),
        review(u"strange-names-curl"_qs, useOddNames, [](Stage &stage) { stage.openTab(1); }),
        review(u"long-names"_qs, useLongNames),
        review(u"huge-description"_qs,
               [](Stage &stage) { stage.draft.description = longDescription().repeated(100); }),
        review(u"curl"_qs, {}, [](Stage &stage) { stage.openTab(1); }),
        review(u"influxctl"_qs, {}, [](Stage &stage) { stage.openTab(2); }),
    };
}

Step from(const RequestFindings &findings, int days,
          const QString &file = u"telegraf-edge-west.tokenry.json"_qs)
{
    return [=](Stage &stage) {
        stage.origin = ReviewOrigin{file, stage.clock.now().addDays(-days), findings};
        stage.days = findings.renewed ? 0 : days;
        if (findings.missing.isEmpty())
            permitListed(stage);
    };
}

Step quoting(const QString &sum)
{
    return [=](Stage &stage) {
        stage.openTab(3);
        for (QLineEdit *const field : stage.page->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Approved SHA-256")
                field->setText(sum.isEmpty() ? sha256Of(stage.issuance->call().body) : sum);
        }
    };
}

RequestFindings only(bool RequestFindings::*finding, bool found = true)
{
    RequestFindings findings;
    findings.*finding = found;
    return findings;
}

std::vector<Scene> fileScenes()
{
    RequestFindings missing;
    missing.missing = QStringList(u"billing_ev"_qs);
    RequestFindings missingAndExpired = missing;
    missingAndExpired.expired = true;
    RequestFindings everything{
        true, {u"billing_ev"_qs, longName(), strangeName(), u"crm"_qs}, true, false, true, false};
    return {
        review(u"file-unchanged"_qs, from({}, 2)),
        review(u"file-unchanged-unlisted"_qs, from(only(&RequestFindings::listKnown, false), 0)),
        review(u"file-edited"_qs, from(only(&RequestFindings::edited), 1)),
        review(u"file-missing"_qs, from(missing, 1)),
        review(u"file-aged"_qs, from(only(&RequestFindings::aged), 21)),
        review(u"file-from-the-future"_qs, from(only(&RequestFindings::fromFuture), -2)),
        review(u"file-expired"_qs, from(only(&RequestFindings::expired), 100)),
        review(u"file-missing-expired"_qs, from(missingAndExpired, 100)),
        review(u"file-renewed"_qs, from(only(&RequestFindings::renewed), 100)),
        review(u"file-everything"_qs, from(everything, 21, longName() + u".tokenry.json"_qs)),
        review(u"approval"_qs, {}, [](Stage &stage) { stage.openTab(3); }),
        review(u"approval-matches"_qs, from({}, 2), quoting({})),
        review(u"approval-differs"_qs, from({}, 2), quoting(QString(64, u'a'))),
        review(u"approval-short"_qs, {}, quoting(u"7F3A-91C2"_qs)),
        review(u"approval-several"_qs, {}, quoting(QString(64, u'a') + u' ' + QString(64, u'b'))),
        review(u"approval-in-a-comment"_qs, {},
               quoting(u"Approved by Jo on 23 November: "_qs + QString(64, u'7'))),
    };
}

std::vector<Scene> keepScenes()
{
    std::vector<Scene> scenes{
        review(u"proving"_qs, [](Stage &stage) { stage.keychain.hold(Operation::Prove); }),
        review(u"keychain-plain-text"_qs, [](Stage &stage) { stage.keychain.place.plainText = true; }),
        review(u"show-only"_qs, {}, [](Stage &stage) { stage.issuance->setKeep(Keep::ShowOnly); }),
        review(u"name-taken"_qs, takeTheName,
               [](Stage &stage) { stage.issuance->setKeychainName(u"telegraf"_qs); }),
        review(u"name-bad"_qs, {}, [](Stage &stage) { stage.issuance->setKeychainName(u"tele graf"_qs); }),
        review(u"name-long"_qs, {}, [](Stage &stage) { stage.issuance->setKeychainName(QString(64, u'w')); }),
    };
    for (const KeychainSample &sample : keychainErrors())
        scenes.push_back(review(u"keychain-"_qs + QLatin1String(sample.name), [sample](Stage &stage) {
            stage.keychain.fail(Operation::Prove, sample.error.kind, sample.error.technical);
        }));
    return scenes;
}

std::vector<Scene> creationScenes()
{
    std::vector<Scene> scenes{
        review(u"checking"_qs, {},
               [](Stage &stage) {
                   stage.keychain.hold(Operation::Look);
                   create(stage);
               }),
        review(u"creating"_qs, {}, create),
        review(u"stopped"_qs, {},
               [](Stage &stage) {
                   create(stage);
                   settle();
                   stage.issuance->stopWaiting();
               }),
    };
    std::vector<ApiSample> errors = apiErrors();
    std::ranges::move(offlineErrors(), std::back_inserter(errors));
    for (const ApiSample &sample : errors)
        scenes.push_back(review(
            u"error-"_qs + QLatin1String(sample.name),
            [sample](Stage &stage) {
                stage.cluster.onCreate = [sample](const EncodedCall &) -> Result<Creation, ApiError> {
                    return unexpected(sample.error);
                };
            },
            create));
    return scenes;
}

/// The answer is lost; \a there tokens of it are on the cluster.
Scene unclear(const QString &name, int there, const Step &before = {}, const Step &after = {})
{
    return review(
        u"unclear-"_qs + name,
        [there, before](Stage &stage) {
            stage.cluster.onCreate = [&stage, there](const EncodedCall &) -> Result<Creation, ApiError> {
                for (int i = 0; i < there; ++i) {
                    Token token = stage.faithful();
                    token.id.replace(0, 1, QString::number(5 + i));
                    token.createdAt = token.createdAt.addSecs(i);
                    stage.cluster.tokens.push_back(token);
                }
                return unexpected(testsupport::FakeCluster::error(ApiError::Kind::ConnectionLost, 0,
                                                                  ApiError::Effect::Unclear));
            };
            if (before)
                before(stage);
        },
        [after](Stage &stage) {
            create(stage);
            settle();
            if (after)
                after(stage);
        });
}

Recovery &recovery(Stage &stage)
{
    return *stage.issuance->recovery();
}

void failToRevoke(Stage &stage)
{
    stage.cluster.onRevoke = [](const QString &) -> Result<Done, ApiError> {
        return unexpected(
            testsupport::FakeCluster::error(ApiError::Kind::Forbidden, 403, ApiError::Effect::None));
    };
    recovery(stage).revoke();
}

std::vector<Scene> unclearScenes()
{
    return {
        review(u"ledger-full"_qs, {},
               [](Stage &stage) {
                   stage.ledger.failure = StorageError{StorageError::Kind::NotWritable,
                                                       u"/somewhere/state/tokenry/ledger/5a3c.jsonl"_qs,
                                                       0,
                                                       0,
                                                       {},
                                                       u"No space left on device"_qs};
                   stage.issuance->openRecord();
               }),
        unclear(u"not-there"_qs, 0),
        unclear(u"found"_qs, 1),
        unclear(u"found-strange"_qs, 1, useOddNames),
        unclear(u"several"_qs, 3),
        unclear(u"several-chosen"_qs, 3, {},
                [](Stage &stage) { stage.page->findChildren<QRadioButton *>().constLast()->click(); }),
        unclear(u"not-as-asked"_qs, 0,
                [](Stage &stage) {
                    stage.cluster.onCreate = [&stage](const EncodedCall &) -> Result<Creation, ApiError> {
                        Token token = stage.faithful();
                        token.expiresAt.reset();
                        stage.cluster.tokens.push_back(token);
                        return unexpected(testsupport::FakeCluster::error(ApiError::Kind::ConnectionLost, 0,
                                                                          ApiError::Effect::Unclear));
                    };
                }),
        unclear(u"no-list"_qs, 1, {},
                [](Stage &stage) {
                    stage.cluster.listError = testsupport::FakeCluster::error(
                        ApiError::Kind::ConnectionRefused, 0, ApiError::Effect::None);
                    recovery(stage).lookAgain();
                }),
        unclear(u"not-revoked"_qs, 1, {}, failToRevoke),
        unclear(u"revoked"_qs, 1, {}, [](Stage &stage) { recovery(stage).revoke(); }),
        unclear(u"kept"_qs, 1, {}, [](Stage &stage) { recovery(stage).keep(); }),
    };
}

} // namespace

std::vector<Scene> reviewScenes()
{
    std::vector<Scene> scenes = contractScenes();
    for (std::vector<Scene> some : {fileScenes(), keepScenes(), creationScenes(), unclearScenes()})
        std::ranges::move(some, std::back_inserter(scenes));
    return scenes;
}

} // namespace tokenry::gallery
