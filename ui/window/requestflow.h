// SPDX-License-Identifier: MIT
#pragma once

#include "ports/requestfiles.h"
#include "review/revieworigin.h"

#include <QObject>

#include <optional>

class QMimeData;
class QWidget;

namespace tokenry
{

class ClusterSession;
class FileQueue;
class IssuanceFlow;
class MessageBar;
class Workspace;

/// Requests into files and out of them: the dialogs, which cluster a file is for, and the way to Review. What
/// goes wrong is said in the bar.
class RequestFlow : public QObject
{
    Q_OBJECT

public:
    /// All outlive this; \a window is the dialogs' parent.
    RequestFlow(RequestFiles &files, Workspace &workspace, IssuanceFlow &review, MessageBar &bar,
                QWidget *window);

    void chooseFile();
    /// Reviews the request in the file, once the databases have been read; not before the dialog or the
    /// review that is open has gone.
    void open(const QString &path);
    /// What was dropped or held above the window: whether it is a file, and opening it.
    [[nodiscard]] static bool isForUs(const QMimeData &dropped);
    void openDropped(const QMimeData &dropped);
    /// Asks where to.
    void save(const Profile &profile, const TokenRequest &request, const QDateTime &now);
    /// A file that waits for the databases is not opened any more.
    void forgetWaiting() { m_waits = false; }

Q_SIGNALS:
    /// On that profile's cluster, which the file is for; it is the current one.
    void reviewWanted(const QString &slug, const tokenry::TokenRequest &request,
                      const tokenry::ReviewOrigin &origin);
    /// For the file's cluster, of which there is no profile yet.
    void addProfileWanted(const tokenry::RequestFile::Cluster &cluster, const QString &fileName);

private:
    struct Opened
    {
        QString fileName;
        RequestFile file;
    };

    void read(const QString &path);
    void findCluster();
    void refuseCluster(const Profile *current);
    [[nodiscard]] const Profile *rightProfile() const;
    void offerProfile();
    void offerNext();
    [[nodiscard]] bool isForCurrent() const;
    void reviewAt(const QString &slug);
    void goOn();
    void review();
    [[nodiscard]] RequestFindings findingsOn(const TokenRequest &request,
                                             const ClusterSession &session) const;
    void renew();
    void edit();
    void write(const QString &path, const QByteArray &content, const QString &sha256,
               RequestFiles::Existing existing);
    void askToReplace(const QString &path, const QByteArray &content, const QString &sha256);

    RequestFiles &m_files;
    Workspace &m_workspace;
    IssuanceFlow &m_review;
    MessageBar &m_bar;
    QWidget *m_window;
    FileQueue *m_arrived;
    std::optional<Opened> m_opened;
    /// For the databases.
    bool m_waits = false;
    bool m_lacksProfile = false;
    QString m_folder;
};

} // namespace tokenry
