// SPDX-License-Identifier: MIT
#pragma once

#include "common/tone.h"
#include "domain/expiry.h"
#include "wording/errortext.h"
#include "wording/templatetext.h"

#include <QObject>

#include <optional>

namespace tokenry
{

class Issuance;
class MessageBar;
class Workspace;

/// What can be done with a token that was just created: another one like it, or its permissions as a template
/// on another cluster. Keeps what was asked for, never a secret.
class CloneActions : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. The bar offers the actions and says what was taken.
    CloneActions(Workspace &workspace, MessageBar &bar, QObject *parent = nullptr);

    /// Adds the actions to what the bar says about the token, which comes back with its profile until it is
    /// put away or another token is made. \a expiry as it was chosen.
    void offer(const Issuance &issuance, const ExpiryChoice &expiry);

Q_SIGNALS:
    /// A draft was filled in, of the profile that is current now.
    void filledIn();

private:
    struct Made
    {
        Profile profile;
        QString description;
        PermissionSet permissions;
        ExpiryChoice expiry;
    };
    struct Offered
    {
        Made made;
        Tone tone;
        ErrorText text;
    };

    void addActions(const Made &made);
    void offerAgain();
    void another(const Made &made);
    void useAsTemplate(const Made &made, const QString &slug);
    /// Once the other cluster's list is there: which names are missing.
    void completeText();
    void sayTaken();

    Workspace &m_workspace;
    MessageBar &m_bar;
    std::optional<Offered> m_offered;
    /// Said while the list was still being read, on the profile with the slug.
    std::optional<TemplateFacts> m_incomplete;
    QString m_incompleteSlug;
};

} // namespace tokenry
