// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace tokenry
{

class FieldMessage;

/// Another name for the keychain, asked in place, and why a name cannot be used.
class NameRow : public QWidget
{
    Q_OBJECT

public:
    explicit NameRow(QWidget *parent = nullptr);

    void ask(const QString &proposal);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void choose();
    void check();

    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_cancel;
    FieldMessage *m_fault;
};

} // namespace tokenry
