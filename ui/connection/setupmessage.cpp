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
        bar.say(isOdd(*state.found) ? Tone::Warning : Tone::Success, foundText(*state.found));
        break;
    case Phase::TestFailed:
        bar.say(Tone::Danger, testProblem(*state.testProblem, profile, tokenItem));
        break;
    case Phase::Saving:
        bar.say(Tone::Info, ErrorText{MessageBar::tr("Putting the management token into the keychain…"),
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
