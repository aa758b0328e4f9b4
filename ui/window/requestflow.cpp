// SPDX-License-Identifier: MIT
#include "window/requestflow.h"

#include "common/messagebar.h"
#include "journeys/clustersession.h"
#include "window/filequeue.h"
#include "window/issuanceflow.h"
#include "window/workspace.h"
#include "wire/calls.h"
#include "wire/fingerprint.h"
#include "wording/requesttext.h"
#include "wording/visibletext.h"
#include "wording/windowtext.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace tokenry
{

namespace
{

QString nameOnButton(const QString &name)
{
    return onButton(visibleText(name, 40));
}

} // namespace

RequestFlow::RequestFlow(RequestFiles &files, Workspace &workspace, IssuanceFlow &review, MessageBar &bar,
                         QWidget *window)
    : QObject(window), m_files(files), m_workspace(workspace), m_review(review), m_bar(bar), m_window(window),
      m_arrived(new FileQueue(review, window, this)),
      m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    connect(&m_workspace, &Workspace::sessionChanged, this, [this] {
        if (m_waits)
            goOn();
    });
    connect(&m_workspace, &Workspace::profilesChanged, this, &RequestFlow::offerProfile);
    // Its profile is back on view, and what was said has gone: once more, or on to Review if the list came
    // meanwhile. Queued, so that the window shows the profile first.
    connect(
        &m_workspace, &Workspace::currentChanged, this,
        [this] {
            if (m_waits && isForCurrent()) {
                m_waits = false;
                goOn();
            }
        },
        Qt::QueuedConnection);
    connect(&m_bar, &MessageBar::dismissed, this, [this] {
        m_waits = false;
        m_arrived->forget();
    });
    connect(m_arrived, &FileQueue::ready, this, &RequestFlow::read);
    connect(&m_review, &IssuanceFlow::renewClicked, this, &RequestFlow::renew);
    connect(&m_review, &IssuanceFlow::editClicked, this, &RequestFlow::edit);
}

void RequestFlow::chooseFile()
{
    auto *const dialog =
        new QFileDialog(m_window, tr("Open a token request"), m_folder, requesttext::fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_arrived, &FileQueue::add);
    dialog->open();
}

void RequestFlow::open(const QString &path)
{
    m_arrived->add(path);
    const QStringList &waiting = m_arrived->waiting();
    if (waiting.isEmpty())
        return;
    m_bar.say(Tone::Info, opensLater(QFileInfo(waiting.constFirst()).fileName(), waiting.size() - 1));
    connect(m_bar.addAction(tr("Do not open")), &QPushButton::clicked, this, [this] {
        m_arrived->forget();
        m_bar.clear();
    });
}

void RequestFlow::read(const QString &path)
{
    m_waits = false;
    m_lacksProfile = false;
    auto file = m_files.read(path);
    if (file) {
        const QFileInfo info(path);
        m_folder = info.absolutePath();
        m_opened = Opened{info.fileName(), *std::move(file)};
        findCluster();
    } else {
        m_bar.say(Tone::Danger, requesttext::textFor(file.error()));
    }
    offerNext();
}

// One that came after it must neither be lost nor take what is said here away.
void RequestFlow::offerNext()
{
    if (m_review.isOpen() || m_arrived->waiting().isEmpty())
        return;
    const QString name = QFileInfo(m_arrived->waiting().constFirst()).fileName();
    connect(m_bar.addAction(tr("Open %1", "a file").arg(nameOnButton(name))), &QPushButton::clicked,
            m_arrived, &FileQueue::next);
}

bool RequestFlow::isForUs(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    return !urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile);
}

void RequestFlow::openDropped(const QMimeData &dropped)
{
    const QList<QUrl> urls = dropped.urls();
    if (urls.size() == 1)
        open(urls.constFirst().toLocalFile());
    else
        m_bar.say(Tone::Warning, requesttext::dropOneFile());
}

void RequestFlow::findCluster()
{
    if (isForCurrent()) {
        goOn();
        return;
    }
    const Workspace::Desk *const desk = m_workspace.current();
    refuseCluster(desk ? &desk->session->profile() : nullptr);
}

bool RequestFlow::isForCurrent() const
{
    const Workspace::Desk *const desk = m_workspace.current();
    return m_opened && desk && m_opened->file.cluster.isAt(desk->session->profile().address);
}

const Profile *RequestFlow::rightProfile() const
{
    const auto &profiles = m_workspace.profiles();
    const auto right = std::ranges::find_if(
        profiles, [this](const Profile &profile) { return m_opened->file.cluster.isAt(profile.address); });
    return right == profiles.end() ? nullptr : &*right;
}

void RequestFlow::refuseCluster(const Profile *current)
{
    const Profile *const right = rightProfile();
    m_lacksProfile = !right;
    m_bar.say(Tone::Warning, requesttext::otherCluster(m_opened->file.cluster, current, right));
    if (!right) {
        connect(m_bar.addAction(tr("Add profile…")), &QPushButton::clicked, this,
                [this] { Q_EMIT addProfileWanted(m_opened->file.cluster, m_opened->fileName); });
        return;
    }
    connect(m_bar.addAction(tr("Switch to “%1” and review").arg(nameOnButton(right->name))),
            &QPushButton::clicked, this, [this, slug = right->slug] { reviewAt(slug); });
}

// However it came about: added by hand, imported, or the demo cluster's.
void RequestFlow::offerProfile()
{
    const Profile *const right = m_lacksProfile ? rightProfile() : nullptr;
    if (!right || m_review.isOpen())
        return;
    m_lacksProfile = false;
    m_bar.say(Tone::Info, requesttext::profileThere(m_opened->fileName, right->name));
    connect(m_bar.addAction(tr("Review %1", "a file").arg(nameOnButton(m_opened->fileName))),
            &QPushButton::clicked, this, [this, slug = right->slug] { reviewAt(slug); });
}

void RequestFlow::reviewAt(const QString &slug)
{
    if (m_workspace.show(slug))
        goOn();
}

// Without the list nobody could say what differs; the person may go on without it.
void RequestFlow::goOn()
{
    if (m_review.isOpen() || !isForCurrent())
        return;
    if (m_workspace.current()->session->state().readAt.isValid()) {
        review();
        return;
    }
    if (m_waits)
        return;
    m_waits = true;
    m_bar.say(Tone::Info, requesttext::waitsForList(m_opened->fileName));
    connect(m_bar.addAction(tr("Review without the list")), &QPushButton::clicked, this,
            &RequestFlow::review);
    connect(m_bar.addAction(tr("Do not open")), &QPushButton::clicked, this, [this] {
        m_waits = false;
        m_bar.clear();
    });
}

void RequestFlow::review()
{
    m_waits = false;
    if (m_review.isOpen() || !isForCurrent())
        return;
    const Workspace::Desk *const desk = m_workspace.current();
    const RequestFile &file = m_opened->file;
    Q_EMIT reviewWanted(desk->session->profile().slug, file.request,
                        {m_opened->fileName, file.exportedAt, findingsOn(file.request, *desk->session)});
}

RequestFindings RequestFlow::findingsOn(const TokenRequest &request, const ClusterSession &session) const
{
    const RequestFile &file = m_opened->file;
    RequestFindings findings =
        findingsOf(request, file.exportedAt, session.state().databases.get(), session.serverNow());
    findings.edited = !file.isUnchanged();
    return findings;
}

void RequestFlow::renew()
{
    if (!m_opened || !m_review.origin())
        return;
    const RequestFile &file = m_opened->file;
    const ClusterSession &session = m_review.issuance().session();
    TokenDraft draft =
        draftWith(file.request.description(), file.request.expiry(), file.request.permissions());
    draft.expiry = renewedExpiry(file.request.expiry(), file.exportedAt);
    const auto renewed = TokenRequest::from(draft, session.serverNow());
    if (!renewed)
        return;
    ReviewOrigin origin{m_opened->fileName, file.exportedAt, findingsOn(*renewed, session)};
    origin.findings.renewed = true;
    origin.findings.aged = false;
    const QString slug = m_review.issuance().profile().slug;
    m_review.close();
    // A second start may have made another profile current behind the review.
    if (m_workspace.show(slug) && isForCurrent())
        Q_EMIT reviewWanted(slug, *renewed, origin);
}

void RequestFlow::edit()
{
    if (!m_review.origin())
        return;
    const TokenRequest request = m_review.issuance().request();
    const QString slug = m_review.issuance().profile().slug;
    m_review.close();
    // A second start may have made another profile current behind the review.
    if (!m_workspace.show(slug))
        return;
    const Workspace::Desk *const desk = m_workspace.current();
    TokenDraft draft = draftWith(request.description(), request.expiry(), request.permissions());
    draft.expiry.date = draft.expiry.date.toLocalTime();
    DraftEditor &editor = *desk->editor;
    const DraftEditor::Mark mark = editor.replaceDraft(std::move(draft));
    m_bar.say(Tone::Info, tr("The request is in the form now, in place of the draft that was there."));
    connect(m_bar.addAction(tr("Undo")), &QPushButton::clicked, &editor, [this, &editor, mark] {
        // Not the last step only: a remedy from Review follows, and the person goes on in the form.
        editor.undoTo(mark);
        m_bar.clear();
    });
}

void RequestFlow::save(const Profile &profile, const TokenRequest &request, const QDateTime &now)
{
    const QByteArray content = encodeRequestFile(profile, request, now);
    const QString sha256 = sha256Of(requestBody(request));
    auto *const dialog =
        new QFileDialog(m_window, tr("Save the request"), m_folder, requesttext::fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Asked here instead, for the name with its ending.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(requesttext::proposedFileName(request.description()));
    connect(dialog, &QFileDialog::fileSelected, this, [this, content, sha256](const QString &chosen) {
        const QString ending = requesttext::fileEnding();
        write(chosen.endsWith(ending) ? chosen : chosen + ending, content, sha256,
              RequestFiles::Existing::Keep);
    });
    dialog->open();
}

void RequestFlow::write(const QString &path, const QByteArray &content, const QString &sha256,
                        RequestFiles::Existing existing)
{
    const auto saved = m_files.save(path, content, existing);
    if (saved) {
        m_folder = QFileInfo(path).absolutePath();
        m_bar.say(Tone::Success, requesttext::saved(path, sha256));
    } else if (saved.error().kind == RequestFileError::Kind::Exists) {
        askToReplace(path, content, sha256);
    } else {
        m_bar.say(Tone::Danger, requesttext::textFor(saved.error()));
    }
}

void RequestFlow::askToReplace(const QString &path, const QByteArray &content, const QString &sha256)
{
    auto *const question = new QMessageBox(m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowModality(Qt::WindowModal);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Save the request"));
    question->setTextFormat(Qt::PlainText);
    question->setText(requesttext::replaceQuestion(path));
    question->setInformativeText(requesttext::replaceMeans());
    QPushButton *const replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(replace, &QPushButton::clicked, this,
            [this, path, content, sha256] { write(path, content, sha256, RequestFiles::Existing::Replace); });
    question->open();
}

} // namespace tokenry
