// SPDX-License-Identifier: MIT
#pragma once

#include "window/windowparts.h"

#include <QMainWindow>

#include <map>
#include <optional>

class QStackedWidget;

namespace tokenry
{

class ActivationBar;
class Activations;
class CloneActions;
class ClusterHeader;
class ClusterSession;
class ComposePage;
class DemoCleanup;
class DemoStarter;
class DraftKeeper;
class Issuance;
class IssuanceFlow;
class MessageBar;
class ProfileActions;
class RequestFlow;
class SessionNotice;
class UnfinishedBar;
class WelcomePage;
class TokenRequest;
class Workspace;
struct ReviewOrigin;

/// The window: which cluster at the top, then the place where the person is. Puts the places together and
/// knows no rules. Reads nothing from the keychain or the network before it is shown.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// By slug or name. Whether there is such a profile; if not, the window says so.
    bool showProfile(const QString &slugOrName);
    /// Starts the demo cluster and shows it as a profile of its own.
    void startDemo();
    /// Opens the request in the file.
    void openRequest(const QString &path);
    /// In front of other windows, as far as the system lets it: \a activationToken is what the desktop gave
    /// to the program that asks for it, or empty.
    void present(const QByteArray &activationToken);
    /// Writes what must outlive the window: drafts.
    void keepDrafts();
    /// Whether the program may end now; if not, the window says why.
    [[nodiscard]] bool mayEnd();
    /// The program was asked to end: if the window does not close yet, it does as soon as nothing is lost.
    void endWhenSafe();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void connectNotice();
    void showBroken();
    void showProfiles();
    void showCurrent();
    void rememberShown(const Profile &profile);
    void showSession();
    [[nodiscard]] std::shared_ptr<ClusterSession> sessionUnderReview() const;
    /// The page over the open desk's draft, made when it is first asked for.
    [[nodiscard]] ComposePage *composeOn(const QString &slug);
    [[nodiscard]] ComposePage *openCompose();
    [[nodiscard]] std::optional<TokenRequest> requestOfDraft();
    void review();
    void showTokens(const QString &title, const std::vector<Token> &tokens);
    void reviewFile(const QString &slug, const TokenRequest &request, const ReviewOrigin &origin);
    void showReview(QWidget *page);
    void followReviewed();
    void connectRequests();
    void saveRequest();
    void leaveReview(const Issuance &issuance);
    void endIfAsked();

    const WindowParts m_parts;
    Workspace *m_workspace;
    ClusterHeader *m_header;
    MessageBar *m_message;
    SessionNotice *m_notice;
    UnfinishedBar *m_unfinished;
    Activations *m_activations;
    ActivationBar *m_activationBar;
    QStackedWidget *m_places;
    WelcomePage *m_welcome;
    ProfileActions *m_profileActions;
    DemoStarter *m_demo;
    CloneActions *m_clone;
    DemoCleanup *m_demoCleanup;
    IssuanceFlow *m_flow;
    RequestFlow *m_requests;
    DraftKeeper *m_drafts;
    bool m_endWhenSafe = false;
    /// By slug, each over its profile's editor.
    std::map<QString, ComposePage *> m_composePages;
};

} // namespace tokenry
