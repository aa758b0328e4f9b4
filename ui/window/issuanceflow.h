// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"
#include "journeys/issuance.h"
#include "ports/inhibitor.h"
#include "review/revieworigin.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace tokenry
{

class Activations;
class ActivationWatch;
class RevealDialog;
class ReviewPage;
class SecretClipboard;

/// From Review to Done: the journey, its page and its dialog. One at a time.
class IssuanceFlow : public QObject
{
    Q_OBJECT

public:
    /// \a window is the dialog's parent.
    IssuanceFlow(Keychain &keychain, Ledger &ledger, Inhibitor &inhibitor, ManagementApiFactory makeApi,
                 Activations &activations, SecretClipboard &clipboard, QWidget *window);
    ~IssuanceFlow() override;

    /// Opens Review for the request; the page is the caller's to show until closed().
    [[nodiscard]] QWidget *start(TokenRequest request, std::shared_ptr<ClusterSession> session,
                                 std::optional<ReviewOrigin> origin = {});
    /// In Review, what there is to know about the request.
    void showAdvice(const std::vector<Advice> &advice);
    /// The request under review; valid while isOpen().
    [[nodiscard]] const Issuance &issuance() const { return *m_issuance; }
    /// The file that it was read from, if from one; stays until the next start().
    [[nodiscard]] const std::optional<ReviewOrigin> &origin() const { return m_origin; }
    [[nodiscard]] bool isOpen() const { return m_issuance != nullptr; }
    /// Whether the program may end now.
    [[nodiscard]] bool mayQuit() const;
    /// The person tried to close the window although mayQuit() is false: whether the reveal dialog says why
    /// not.
    bool explain();
    /// The program ends, as mayQuit() allows: what is under way goes no further behind the closed window.
    void leave();
    /// Leaves Review as Back does, if mayQuit().
    void close();

Q_SIGNALS:
    // From Review, while it is open.
    void saveRequestClicked();
    void editClicked();
    void renewClicked();
    /// The journey is at rest and goes next: with a token made or without. Its page has to be taken off view.
    void closed(const tokenry::Issuance &issuance);
    /// Something changed, mayQuit() is true, and nothing is left that the person has to read first.
    void mayQuitNow();
    /// After closed(): the person went back to have that profile's draft changed so.
    void remedyChosen(const QString &profileSlug, const tokenry::Remedy &remedy);

private:
    void follow();
    void reveal();
    void goBackWith(const Remedy &remedy);

    Keychain &m_keychain;
    Ledger &m_ledger;
    Inhibitor &m_inhibitor;
    ManagementApiFactory m_makeApi;
    Activations &m_activations;
    SecretClipboard &m_clipboard;
    QWidget *m_window;
    std::unique_ptr<Issuance> m_issuance;
    /// From the answer on.
    std::shared_ptr<ActivationWatch> m_watch;
    std::optional<ReviewOrigin> m_origin;
    QPointer<ReviewPage> m_page;
    QPointer<RevealDialog> m_dialog;
    bool m_leaving = false;
};

} // namespace tokenry
