// SPDX-License-Identifier: MIT
#include "wording/createdtext.h"

#include "wording/keychaintext.h"
#include "wording/visibletext.h"

#include <QCoreApplication>

namespace tokenry
{

namespace
{

struct CreatedText
{
    Q_DECLARE_TR_FUNCTIONS(tokenry::CreatedText)
};

} // namespace

ErrorText createdText(const Issuance &issuance)
{
    using Custody = IssuanceState::Custody;
    const IssuanceState &state = issuance.state();
    const QString name = visibleText(issuance.request().description(), 120);
    switch (state.custody) {
    case Custody::Stored:
        return {CreatedText::tr("Created “%1”.").arg(name),
                CreatedText::tr("Stored as %1.").arg(whereabouts(state.place, issuance.keychainItem())),
                {},
                {}};
    case Custody::Discarded:
        return {CreatedText::tr("Created “%1” and gave its secret up.").arg(name),
                CreatedText::tr("The token stays on the cluster and nobody can use it."),
                CreatedText::tr("Revoke it when you can."),
                {}};
    case Custody::Revoked:
        return {CreatedText::tr("Created “%1” and revoked it again.").arg(name),
                CreatedText::tr("It no longer works. Your draft is kept."),
                {},
                {}};
    default:
        return {CreatedText::tr("Created “%1”.").arg(name),
                CreatedText::tr("Its secret was shown and is not stored here."),
                {},
                {}};
    }
}

} // namespace tokenry
