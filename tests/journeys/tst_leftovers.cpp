// SPDX-License-Identifier: MIT
#include "support/puppet/stage.h"

#include <QFile>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using tests::DemoClusterProcess;

namespace
{

/// How often any of the texts occurs in what is mapped into the process and can be read, by proc_pid_maps(5)
/// and proc_pid_mem(5); pages that nothing may read are read all the same.
int copiesIn(int pid, const QByteArrayList &texts)
{
    QFile maps(u"/proc/%1/maps"_qs.arg(pid));
    QFile memory(u"/proc/%1/mem"_qs.arg(pid));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int copies = 0;
    const QStringList lines = QString::fromLatin1(maps.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QStringList range = line.section(u' ', 0, 0).split(u'-');
        if (range.size() != 2)
            continue;
        const qint64 begin = range[0].toLongLong(nullptr, 16);
        const qint64 end = range[1].toLongLong(nullptr, 16);
        QByteArray content;
        if (memory.seek(begin))
            content = memory.read(end - begin);
        // Only a device, the kernel's own, and a library's gap behind the end of its file have nothing to
        // read.
        const bool isNamed = line.contains(u'/') || line.contains(u'[');
        const bool isWritable = line.section(u' ', 1, 1).contains(u'w');
        const bool holdsNothing = line.contains(u" /dev/"_qs) || (isNamed && !isWritable);
        if (content.size() < end - begin && !holdsNothing) {
            qWarning().noquote() << "cannot be read to its end:" << line;
            return -1;
        }
        for (const QByteArray &text : texts) {
            for (qsizetype at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
                ++copies;
                qInfo().noquote() << "a copy at" << QByteArray::number(begin + at, 16) << "in" << line;
            }
        }
    }
    return copies;
}

bool standsStill(int pid)
{
    QFile stat(u"/proc/%1/stat"_qs.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) == "T";
}

/// As bytes and as a QString has them.
int copiesIn(int pid, const QByteArray &token, const char *name)
{
    // What is mapped would change while it is read.
    const Stopped stopped(pid);
    if (!QTest::qWaitFor([pid] { return standsStill(pid); }))
        return -1;
    const QString text = QString::fromLatin1(token);
    const QByteArray wide(reinterpret_cast<const char *>(text.constData()), text.size() * 2);
    const int copies = copiesIn(pid, {token, wide});
    qInfo("%s: %d copies", name, copies);
    return copies;
}

} // namespace

/// What is left of a token in the memory of the whole program, its libraries' parts included, once it is
/// needed no more.
class LeftoversTest : public QObject
{
    Q_OBJECT

    Stage m_stage;

    /// The secret of a token that was just created and stored, its dialog open; empty where that failed.
    QByteArray createStored(const QString &description)
    {
        if (!m_stage.open() || !m_stage.reviewReady(description) ||
            !m_stage.program().tell(u"press Create token"_qs) ||
            !m_stage.program().tell(u"reads Stored and read back"_qs))
            return {};
        return lookUp(m_stage.item(description));
    }

    bool leaveOnceActive()
    {
        Puppeteer &program = m_stage.program();
        return program.tell(u"reads Accepted after"_qs) && program.tell(u"press Done"_qs) &&
               program.tell(u"misses Done"_qs);
    }

    int copies(const QByteArray &token, const char *when)
    {
        return copiesIn(m_stage.program().pid(), token, when);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.prepare(Stage::Trying::Yes)); }
    void cleanup() { m_stage.drop(); }

    void nothingOfANewTokenOnceItIsActive()
    {
        const QByteArray secret = createStored(u"Forgotten"_qs);
        QCOMPARE(secret.size(), 70);
        // The dialog's own, so this looks in the right place.
        QVERIFY(copies(secret, "while the dialog is open") > 0);
        QVERIFY(leaveOnceActive());
        QCOMPARE(copies(secret, "after Done"), 0);
        // The session's own, once the cluster has been read again.
        QVERIFY(m_stage.program().tell(u"sees Reload"_qs));
        QCOMPARE(copies(DemoClusterProcess::managementToken(), "the management token"), 1);
    }

    void onlyTheClipboardHasWhatWasShownAndCopied()
    {
        const QByteArray secret = createStored(u"Shown and copied"_qs);
        QCOMPARE(secret.size(), 70);
        QVERIFY(m_stage.program().tell(u"press Reveal"_qs));
        QVERIFY(m_stage.program().tell(u"reads Hide ("_qs));
        QVERIFY(m_stage.program().tell(u"press Copy"_qs));
        QVERIFY(leaveOnceActive());
        QCOMPARE(copies(secret, "for the clipboard's minute"), 1);
    }
};

QTEST_GUILESS_MAIN(LeftoversTest)

#include "tst_leftovers.moc"
