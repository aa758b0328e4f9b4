// SPDX-License-Identifier: MIT
#pragma once

#include "connection/profileinput.h"
#include "journeys/profilesetup.h"
#include "wording/errortext.h"

#include <QDialog>
#include <QStringList>

class QPushButton;

namespace tokenry
{

class MessageBar;
class ProfileFields;
class TokenField;

/// Adds a profile or edits one. Window-modal: open() it. On success it saves by itself, emits saved() and
/// closes; after a failure it stays as it is, with everything that was written.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    /// Names and slugs that other profiles bear already, beside those of the files.
    struct Taken
    {
        QStringList names;
        QStringList slugs;
    };

    /// \a edited is the profile to change; none makes a new one.
    ProfileDialog(std::unique_ptr<ProfileSetup> setup, Taken taken, const std::optional<Profile> &edited,
                  QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// Of a new profile: what is known of it already, and where from.
    void fillIn(const ProfileInput &input, const ErrorText &note);

    /// After saved(), once: the token to use for this session; empty when none was given or it is in the
    /// keychain.
    [[nodiscard]] Secret takeSessionToken() { return m_setup->takeSessionToken(); }

    /// After saved(): whether a token was put into the keychain.
    [[nodiscard]] bool hasStoredToken() const { return m_setup->hasStoredToken(); }

    void done(int result) override;

protected:
    bool event(QEvent *event) override;

Q_SIGNALS:
    void saved(const tokenry::Profile &profile);

private:
    void buildLayout();
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] ClusterAddress address() const;
    void readAuthority();
    [[nodiscard]] ProfileFaults faults() const;
    void noticeEdit();
    void explainToken(const ProfileFaults &found);
    void test();
    void save();
    void showState();
    void showFailure();
    void offerSessionOnly();
    void showSaveFailure(const KeychainError &error);
    void showTestFailure(const CredentialError &error);
    void fitHeight();

    const std::unique_ptr<ProfileSetup> m_setup;
    const Taken m_taken;
    const std::optional<Profile> m_edited;
    ProfileFields *m_fields;
    TokenField *m_token;
    MessageBar *m_message;
    /// As its file was when the path was typed, and is at Test connection and Save.
    PrivateAuthority m_authority;
    QPushButton *m_test;
    QPushButton *m_save;
};

} // namespace tokenry
