// SPDX-License-Identifier: MIT
#include "connection/setupmessage.h"

#include "common/messagebar.h"
#include "render/managementtokencommand.h"
#include "wording/managementtokentext.h"
#include "wording/profiletext.h"
#include "wording/sessiontext.h"
#include "wording/visibletext.h"

namespace tokenry
{

namespace
{

// Beyond this, "expires in a week" and "created now" are noticeably off.
constexpr qint64 tolerableSkew = 60;

void sayFound(MessageBar &bar, const ConnectionTest::Found &found)
{
    ErrorText text{MessageBar::tr("The connection works."), textFor(found) + u'.', {}, {}};
    const bool odd = std::abs(found.clockSkew) > tolerableSkew || !found.tokens;
    if (std::abs(found.clockSkew) > tolerableSkew)
        text.remedy = MessageBar::tr(
            "This computer's clock and the server's differ; the server's decides when a token expires.");
    if (!found.tokens)
        text.meaning += u' ' + MessageBar::tr("The list of tokens is not open to this management token.");
    bar.say(odd ? Tone::Warning : Tone::Success, text);
}

ErrorText testProblem(const ClusterSession::Problem &problem, const Profile &profile,
                      const KeychainItem &tokenItem)
{
    ErrorText text = textFor(problem, profile.address, Situation::Testing);
    const auto *const credential = std::get_if<CredentialError>(&problem);
    if (credential && *credential == CredentialError(CredentialFault::NoToken))
        text.details = waysToAManagementToken(managementTokenCommand(profile), tokenItem);
    return text;
}

} // namespace

void sayState(MessageBar &bar, const ProfileSetup::State &state, const Profile &profile,
              const KeychainItem &tokenItem)
{
    const ClusterAddress &address = profile.address;
    using Phase = ProfileSetup::Phase;
    switch (state.phase) {
    case Phase::Editing:
    case Phase::Saved:
        bar.clear();
        break;
    case Phase::Testing:
        bar.say(Tone::Info,
                MessageBar::tr("Connecting to %1…").arg(visibleText(address.managementHost(), 80)));
        break;
    case Phase::Tested:
        sayFound(bar, *state.found);
        break;
    case Phase::TestFailed:
        bar.say(Tone::Danger, testProblem(*state.testProblem, profile, tokenItem));
        break;
    case Phase::Saving:
        bar.say(Tone::Info,
                ErrorText{MessageBar::tr("Putting the management token into the keychain…"),
                          MessageBar::tr("The keychain may ask for its password in a window of its own."),
                          {},
                          {}});
        break;
    case Phase::SaveFailed:
        if (const auto *const keychain = std::get_if<KeychainError>(&*state.saveProblem))
            bar.say(Tone::Danger, managementTokenNotStored(*keychain));
        else
            bar.say(Tone::Danger, textFor(std::get<StorageError>(*state.saveProblem)));
        break;
    }
}

} // namespace tokenry
