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

bool isQuestion(const ClusterSession::Problem &problem)
{
    return problem == ClusterSession::Problem(CredentialError(CredentialFault::OriginNotTrusted));
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
    case Phase::Unlocking:
        bar.say(Tone::Info, ErrorText{MessageBar::tr("Waiting for the keychain's password…"),
                                      MessageBar::tr("The keychain asks for it in a window of its own."),
                                      {},
                                      {}});
        break;
    case Phase::Testing:
        bar.say(Tone::Info,
                MessageBar::tr("Connecting to %1…").arg(visibleText(address.managementHost(), 80)));
        break;
    case Phase::Tested:
        bar.say(isOdd(*state.found) ? Tone::Warning : Tone::Success, foundText(*state.found));
        break;
    case Phase::TestFailed:
        bar.say(isQuestion(*state.testProblem) ? Tone::Warning : Tone::Danger,
                testProblem(*state.testProblem, profile, tokenItem));
        break;
    case Phase::Saving:
        bar.say(Tone::Info, ErrorText{MessageBar::tr("Putting the management token into the keychain…"),
                                      MessageBar::tr("It is read back and compared before the profile is "
                                                     "saved."),
                                      {},
                                      {}});
        break;
    case Phase::TokenThere:
        bar.say(Tone::Warning, managementTokenThere(address, state.tokenUsers));
        break;
    case Phase::SaveFailed:
        if (const auto *const keychain = std::get_if<KeychainError>(&*state.saveProblem))
            bar.say(Tone::Danger, managementTokenNotStored(*keychain));
        else
            bar.say(Tone::Danger,
                    profileNotSaved(std::get<StorageError>(*state.saveProblem), state.tokenStored));
        break;
    case Phase::AllowFailed:
        bar.say(Tone::Danger, textFor(std::get<StorageError>(*state.saveProblem)));
        break;
    }
}

} // namespace tokenry
