// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/clustersession.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QToolButton;

namespace tokenry
{

class ElidedLabel;
class EnvironmentBand;
class IdChip;
class SecretClipboard;

/// Which cluster this is, always in view: the profile and its environment, the IDs, what was read and when.
class ClusterHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ClusterHeader(SecretClipboard &clipboard, QWidget *parent = nullptr);

    void setProfiles(const std::vector<Profile> &profiles, const QString &currentSlug);
    /// Something to be seen while a demo cluster is shown, and only then; becomes a child.
    void setDemoTool(QWidget *tool);
    /// Something at the end of the line that shows and hides itself; becomes a child.
    void addTool(QWidget *tool);
    /// Shows the session as it is now. A demo cluster cannot be edited or removed.
    void showSession(const ClusterSession &session, const QDateTime &now);
    /// While something goes on that belongs to this profile, another cannot be chosen nor this one changed;
    /// \a why says so.
    void setBlocked(const QString &why);

Q_SIGNALS:
    void profileChosen(const QString &slug);
    void reloadClicked();
    void stopClicked();
    void addClicked();
    void editClicked();
    void importClicked();
    void demoClicked();
    void removeClicked();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenu();
    void makeRoom();

    QComboBox *m_chooser;
    EnvironmentBand *m_band;
    IdChip *m_account;
    IdChip *m_cluster;
    IdChip *m_host;
    ElidedLabel *m_counts;
    QToolButton *m_reload;
    QToolButton *m_stop;
    QToolButton *m_menu;
    QWidget *m_demoTool = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_remove = nullptr;
    Environment m_environment = Environment::Other;
    bool m_isClustered = false;
    /// What was read, as long as there is room for it, and without.
    QString m_wholeCounts;
    QString m_shortCounts;
};

} // namespace tokenry
