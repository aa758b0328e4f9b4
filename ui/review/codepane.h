// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

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
};

} // namespace tokenry
