// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace tokenry
{

/// What the window shows while there is no profile: the ways to get one, and where to find what they ask for.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// The demo cluster is starting: its button waits.
    void setDemoStarting(bool starting);

Q_SIGNALS:
    void enterIdsClicked();
    void demoClicked();

private:
    QPushButton *m_enterIds;
    QPushButton *m_demo;
};

} // namespace tokenry
