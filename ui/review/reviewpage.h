// SPDX-License-Identifier: MIT
#pragma once

#include "domain/advice.h"
#include "journeys/managementcredential.h"
#include "review/revieworigin.h"

#include <QWidget>

#include <optional>

namespace tokenry
{

class AdviceList;
class Issuance;
class KeepChoice;
class MessageBar;
class OriginLine;
class PermissionTable;
class RecoveryPanel;
class ReviewHeader;
class SecretClipboard;

/// The contract before a token is created: what it will be permitted, where, until when, the request as it is
/// sent, and where the secret goes. Nothing is created here but by "Create token"; Enter never does.
///
/// Shown after Issuance::begin() or before it; begin() is the caller's.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    /// Issuance and clipboard outlive this. \a origin: where the request was read from, if from a file.
    ReviewPage(Issuance &issuance, SecretClipboard &clipboard, QWidget *parent = nullptr,
               const std::optional<ReviewOrigin> &origin = {});

    /// What there is to know about the request, at first and whenever the cluster was read again; \a access
    /// has the tokens it speaks of.
    void showAdvice(const std::vector<Advice> &advice, const Access::Ptr &access);

Q_SIGNALS:
    /// The person wants to go back and have the draft changed so: the request under review never changes.
    void remedyChosen(const tokenry::Remedy &remedy);
    /// The person wants to change the draft.
    void backClicked();
    void saveRequestClicked();
    /// Of a request from a file: put it into the form, or review it anew with a later expiry.
    void editClicked();
    void renewClicked();
    /// The secret is in hand: time for the reveal dialog. Once.
    void issued();

private:
    void followCluster();
    /// Nothing is under way, and nothing made.
    [[nodiscard]] bool canLeave() const;
    void refresh();
    void showMessage();
    void showRecovery();
    void offerRemedy(const CredentialError &error);
    void copyForTicket();

    Issuance &m_issuance;
    SecretClipboard &m_clipboard;
    ReviewHeader *m_header;
    PermissionTable *m_table;
    AdviceList *m_advice;
    KeepChoice *m_keep;
    MessageBar *m_message;
    RecoveryPanel *m_recovery;
    /// Null where the request is the draft's.
    OriginLine *m_origin = nullptr;
    DatabaseCatalog::Ptr m_databases;
    bool m_announced = false;
    bool m_underWay = false;
};

} // namespace tokenry
