// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace tokenry
{

/// A SHA-256 in full over two lines, digit below digit with others of its kind; selected, it is one word.
class SumView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SumView(QWidget *parent = nullptr);

    void showSum(const QString &sha256);
};

} // namespace tokenry
