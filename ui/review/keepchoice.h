// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace tokenry
{

class Issuance;
class KeychainProof;

/// Where the secret is to go: into the keychain under a name, or nowhere but on the screen.
class KeepChoice : public QWidget
{
    Q_OBJECT

public:
    explicit KeepChoice(Issuance &issuance, QWidget *parent = nullptr);

private:
    void refresh();
    void useNextName();
    QWidget *nameRow();
    void arrange();

    Issuance &m_issuance;
    QRadioButton *m_keychain;
    QLineEdit *m_name;
    QLabel *m_whereabouts;
    QLabel *m_fault;
    QPushButton *m_useNext;
    KeychainProof *m_proof;
    QRadioButton *m_showOnly;
    QLabel *m_consequence;
};

} // namespace tokenry
