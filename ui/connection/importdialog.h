// SPDX-License-Identifier: MIT
#pragma once

#include "journeys/profileimport.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace tokenry
{

class FieldMessage;
class ImportRow;
class MessageBar;
class SecretClipboard;

/// Takes profiles over from influxctl: what was found with a box for each, then what became of it.
/// Window-modal: open() it. Closing it stops waiting; what was imported by then is in import().
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Shows what influxctl's usual file holds. \a clipboard outlives this.
    ImportDialog(std::unique_ptr<ProfileImport> import, SecretClipboard &clipboard,
                 QWidget *parent = nullptr);
    ~ImportDialog() override;

    [[nodiscard]] const ProfileImport &import() const { return *m_import; }

    void done(int result) override;

private:
    void buildLayout();
    void chooseFile();
    void showState();
    void showCandidates();
    void showFileMessage();
    void showProgress();
    void showOutcomes();
    void noticeChoice();
    void offerCopy(const QString &label);
    [[nodiscard]] std::vector<std::size_t> chosen() const;

    const std::unique_ptr<ProfileImport> m_import;
    SecretClipboard &m_clipboard;
    QLabel *m_file;
    QLabel *m_unknownKeys;
    QPushButton *m_choose;
    MessageBar *m_message;
    QScrollArea *m_list;
    QCheckBox *m_tokens;
    FieldMessage *m_tokenNote;
    QPushButton *m_go;
    QPushButton *m_close;
    std::vector<ImportRow *> m_rows;
};

} // namespace tokenry
