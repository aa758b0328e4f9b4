// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
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
    /// How many clusters influxctl's configuration has that could be imported; nothing where there is no such
    /// file.
    void setFound(std::optional<std::size_t> count);

Q_SIGNALS:
    void importClicked();
    void enterIdsClicked();
    void demoClicked();
    /// A request file.
    void openClicked();
    void helpClicked();

private:
    QPushButton *m_import;
    QPushButton *m_enterIds;
    QPushButton *m_demo;
    QLabel *m_importText;
    QHBoxLayout *m_cards;
};

} // namespace tokenry
