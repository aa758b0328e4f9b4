// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace tokenry
{

class SecretClipboard;

/// A text to read, select and copy as a whole, under a line that says what it is.
class CodePane : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        /// What it is called, as in the tab.
        QString name;
        QString note;
        /// Copied exactly so.
        QString text;
        bool wraps = false;
    };

    /// \a clipboard outlives this.
    CodePane(const Content &content, SecretClipboard &clipboard, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_note;
};

} // namespace tokenry
