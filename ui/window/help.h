// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

class QDialog;
class QToolButton;
class QWidget;

namespace tokenry
{

/// The help: F1 anywhere in the window, or a button. It stands beside the window and blocks nothing.
class Help : public QObject
{
    Q_OBJECT

public:
    explicit Help(QWidget *window);

    /// A button that opens it.
    [[nodiscard]] QToolButton *makeButton(QWidget *parent);
    /// Opens it, or brings it to the front.
    void open();

private:
    QWidget *m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace tokenry
