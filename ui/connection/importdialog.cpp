// SPDX-License-Identifier: MIT
#include "connection/importdialog.h"

#include "common/fieldmessage.h"
#include "common/messagebar.h"
#include "common/plainlabel.h"
#include "common/secretclipboard.h"
#include "connection/importrow.h"
#include "wording/keychaintext.h"
#include "wording/visibletext.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace tokenry
{

using Phase = ProfileImport::Phase;

ImportDialog::ImportDialog(std::unique_ptr<ProfileImport> import, SecretClipboard &clipboard, QWidget *parent)
    : QDialog(parent), m_import(std::move(import)), m_clipboard(clipboard), m_file(plainLabel(this)),
      m_unknownKeys(plainLabel(this)), m_choose(new QPushButton(tr("Choose another file…"), this)),
      m_message(new MessageBar(this)), m_list(new QScrollArea(this)),
      m_tokens(new QCheckBox(tr("Copy management tokens into the keychain"), this)),
      m_tokenNote(new FieldMessage(m_tokens, this)), m_go(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Import from influxctl"));
    buildLayout();
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_go, &QPushButton::clicked, this,
            [this] { m_import->import(chosen(), m_tokens->isEnabled() && m_tokens->isChecked()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tokens, &QCheckBox::toggled, this, &ImportDialog::noticeChoice);
    connect(m_import.get(), &ProfileImport::stateChanged, this, &ImportDialog::showState);
    connect(&m_import->plainTextKeyring(), &PlainTextKeyring::found, this, &ImportDialog::noticeChoice);
    m_import->look();
}

// A dialog that is destroyed while open is still told of what its parts do in the end.
ImportDialog::~ImportDialog()
{
    m_import->disconnect(this);
}

void ImportDialog::buildLayout()
{
    m_list->setWidgetResizable(true);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Profiles found"));
    m_tokens->setChecked(true);
    m_choose->setAutoDefault(false);
    m_go->setDefault(true);

    auto *const top = new QHBoxLayout;
    top->addWidget(m_file, 1);
    top->addWidget(m_choose, 0, Qt::AlignTop);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_unknownKeys);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 100);
    // In the place of a list that is not there.
    layout->addStretch(1);
    auto *const tokens = new QVBoxLayout;
    tokens->setSpacing(2);
    tokens->addWidget(m_tokens);
    tokens->addWidget(m_tokenNote);
    layout->addLayout(tokens);
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 118, fontMetrics().lineSpacing() * 36);
}

void ImportDialog::chooseFile()
{
    auto *const files = new QFileDialog(this, tr("Choose influxctl's configuration"),
                                        QFileInfo(m_import->state().file).absolutePath());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({tr("TOML files (*.toml)"), tr("All files (*)")});
    // What it lies below begins with a dot.
    files->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &file) { m_import->look(file); });
    files->open();
}

void ImportDialog::showState()
{
    const ProfileImport::State &state = m_import->state();
    m_file->setText(breakable(visibleText(state.file, 1000)));
    // Where there is no profile the message says it.
    m_unknownKeys->setText(m_import->candidates().empty() ? QString() : unknownKeysText(state.unknownKeys));
    m_unknownKeys->setVisible(!m_unknownKeys->text().isEmpty());
    switch (state.phase) {
    case Phase::NotFound:
    case Phase::Unreadable:
    case Phase::Choosing:
        showCandidates();
        showFileMessage();
        break;
    case Phase::Importing:
        showProgress();
        break;
    case Phase::Done:
        showOutcomes();
        break;
    }
    noticeChoice();
}

void ImportDialog::showCandidates()
{
    m_rows.clear();
    auto *const inside = new QWidget;
    auto *const column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(14);
    for (const ImportCandidate &candidate : m_import->candidates()) {
        auto *const row = new ImportRow(candidate, inside);
        connect(row, &ImportRow::toggled, this, &ImportDialog::noticeChoice);
        column->addWidget(row);
        m_rows.push_back(row);
    }
    column->addStretch();
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_list->setWidget(inside);
    m_list->setVisible(!m_rows.empty());
}

// The ways on for a file that cannot be used as it is.
void ImportDialog::showFileMessage()
{
    const ProfileImport::State &state = m_import->state();
    const bool hasTokens = std::ranges::any_of(m_import->candidates(), &ImportCandidate::hasToken);
    if (state.phase == Phase::NotFound)
        m_message->say(Tone::Info, nothingToImport(state.places));
    else if (state.problem)
        m_message->say(Tone::Danger, unreadableImport(*state.problem, state.file));
    else if (m_rows.empty())
        m_message->say(Tone::Warning, noProfilesIn(state.file, state.unknownKeys));
    else if (state.readableByOthers)
        m_message->say(Tone::Warning, importReadableByOthers(state.file, hasTokens));
    else
        m_message->clear();
    if (!m_message->text().details.isEmpty())
        offerCopy(tr("Copy command"));
    if (state.phase != Phase::Choosing || m_rows.empty()) {
        QPushButton *const again = m_message->addAction(tr("Look again"));
        connect(again, &QPushButton::clicked, m_import.get(), [this] {
            // By value: looking clears the state it stands in.
            const QString file = m_import->state().file;
            m_import->look(file);
        });
    }
}

void ImportDialog::showProgress()
{
    m_message->say(Tone::Info, ErrorText{tr("Importing…"),
                                         tr("The keychain may ask for its password in a window of its own."),
                                         {},
                                         {}});
    QPushButton *const stop = m_message->addAction(tr("Stop waiting"));
    connect(stop, &QPushButton::clicked, m_import.get(), &ProfileImport::stopWaiting);
}

void ImportDialog::showOutcomes()
{
    const auto &outcomes = m_import->state().outcomes;
    bool well = outcomes.size() >= chosen().size();
    for (const ProfileImport::Outcome &outcome : outcomes) {
        m_rows[outcome.candidate]->showResult(resultOf(m_import->candidates()[outcome.candidate], outcome));
        well = well && !outcome.problem && !leftUndone(outcome.token);
    }
    m_message->say(well ? Tone::Success : Tone::Warning, importDone(*m_import));
    if (const std::optional<KeychainError> locked = m_import->lockedOut())
        connect(m_message->addAction(unlockLabel(locked->kind, tr("Unlock and store the tokens"))),
                &QPushButton::clicked, m_import.get(), &ProfileImport::unlockAndRetry);
    if (!m_message->text().details.isEmpty())
        offerCopy(tr("Copy command that removes them"));
}

void ImportDialog::offerCopy(const QString &label)
{
    connect(m_message->addAction(label), &QPushButton::clicked, this,
            [this, command = m_message->text().details] { m_clipboard.copyText(command); });
}

std::vector<std::size_t> ImportDialog::chosen() const
{
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->isChosen())
            indices.push_back(i);
    }
    return indices;
}

void ImportDialog::noticeChoice()
{
    const Phase phase = m_import->state().phase;
    const bool choosing = phase == Phase::Choosing;
    const std::vector<std::size_t> indices = chosen();
    const bool anyToken = std::ranges::any_of(
        indices, [this](std::size_t index) { return m_import->candidates()[index].hasToken(); });
    for (ImportRow *const row : m_rows)
        row->setChoosable(choosing);
    m_choose->setEnabled(phase != Phase::Importing);
    m_choose->setVisible(phase != Phase::Done);
    m_tokens->setVisible(choosing && !m_rows.empty());
    m_tokens->setEnabled(anyToken);
    if (!choosing || m_rows.empty())
        m_tokenNote->clear();
    else if (anyToken && m_tokens->isChecked() && m_import->plainTextKeyring().isFound())
        m_tokenNote->say(Tone::Warning, plainTextKeyringForImport());
    else
        m_tokenNote->say(Tone::Info,
                         !anyToken ? tr("No profile that is ticked has a management token.")
                         : m_tokens->isChecked()
                             ? tr("Each is read back and compared. Tokenry never changes influxctl's file: "
                                  "its mgmt_token lines stay until you remove them.")
                             : tr("The tokens stay in influxctl's file only; Tokenry will ask for them."));
    m_go->setText(importAction(indices.size()));
    m_go->setEnabled(choosing && !indices.empty());
    m_go->setVisible(phase != Phase::Done);
    m_close->setText(phase == Phase::Done ? tr("Close") : tr("Cancel"));
    if (phase == Phase::Done)
        m_close->setDefault(true);
}

void ImportDialog::done(int result)
{
    m_import->abandon();
    QDialog::done(result);
}

} // namespace tokenry
