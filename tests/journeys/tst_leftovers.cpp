// SPDX-License-Identifier: MIT
#include "support/puppet/stage.h"

#include <QFile>
#include <QTest>

using namespace tokenry;
using namespace tokenry::test;
using tests::DemoClusterProcess;

namespace
{

/// How often the bytes occur in what is mapped into the process and can be read, by proc_pid_maps(5) and
/// proc_pid_mem(5); pages that nothing may read are read all the same.
int copiesIn(int pid, const QByteArray &bytes)
{
    QFile maps(u"/proc/%1/maps"_qs.arg(pid));
    QFile memory(u"/proc/%1/mem"_qs.arg(pid));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return -1;
    int copies = 0;
    const QStringList lines = QString::fromLatin1(maps.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QStringList range = line.section(u' ', 0, 0).split(u'-');
        // The kernel's own.
        if (range.size() != 2 || line.endsWith(u"[vvar]"_qs) || line.endsWith(u"[vsyscall]"_qs))
            continue;
        const qint64 begin = range[0].toLongLong(nullptr, 16);
        const qint64 end = range[1].toLongLong(nullptr, 16);
        QByteArray content;
        if (memory.seek(begin))
            content = memory.read(end - begin);
        for (qsizetype at = content.indexOf(bytes); at >= 0; at = content.indexOf(bytes, at + 1)) {
            ++copies;
            qInfo().noquote() << "a copy at" << QByteArray::number(begin + at, 16) << "in" << line;
        }
    }
    return copies;
}

/// As bytes and as a QString has them.
int copiesIn(int pid, const QByteArray &token, const char *name)
{
    const QString text = QString::fromLatin1(token);
    const int narrow = copiesIn(pid, token);
    const int wide =
        copiesIn(pid, QByteArray(reinterpret_cast<const char *>(text.constData()), text.size() * 2));
    qInfo("%s: %d copies, %d as UTF-16", name, narrow, wide);
    return narrow < 0 || wide < 0 ? -1 : narrow + wide;
}

/// Less where memory cannot be read.
bool isAtMostOne(int copies)
{
    return copies == 0 || copies == 1;
}

} // namespace

/// What is left of a token in the memory of the whole program, its libraries' parts included, once it is
/// needed no more.
class LeftoversTest : public QObject
{
    Q_OBJECT

    Stage m_stage;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_stage.prepare(Stage::Trying::Yes)); }
    void cleanup() { m_stage.drop(); }

    void nothingOfANewTokenOnceItIsActive()
    {
        const QString description = u"Forgotten"_qs;
        QVERIFY(m_stage.open());
        Puppeteer &program = m_stage.program();
        QVERIFY(m_stage.reviewReady(description));
        QVERIFY(program.tell(u"press Create token"_qs));
        QVERIFY(program.tell(u"reads Stored and read back"_qs));
        const QByteArray secret = lookUp(m_stage.item(description));
        QCOMPARE(secret.size(), 70);
        // The dialog's own, so this looks in the right place.
        QVERIFY(copiesIn(program.pid(), secret, "while the dialog is open") > 0);
        QVERIFY(program.tell(u"reads Accepted after"_qs));
        QVERIFY(program.tell(u"press Done"_qs));
        QVERIFY(program.tell(u"misses Done"_qs));
        QCOMPARE(copiesIn(program.pid(), secret, "after Done"), 0);
        // The session's own.
        QVERIFY(isAtMostOne(
            copiesIn(program.pid(), DemoClusterProcess::managementToken(), "the management token")));
    }

    void nothingOfOneThatWasShownAndCopied()
    {
        const QString description = u"Shown and copied"_qs;
        QVERIFY(m_stage.open());
        Puppeteer &program = m_stage.program();
        QVERIFY(m_stage.reviewReady(description));
        QVERIFY(program.tell(u"press Create token"_qs));
        QVERIFY(program.tell(u"reads Stored and read back"_qs));
        const QByteArray secret = lookUp(m_stage.item(description));
        QVERIFY(program.tell(u"press Reveal"_qs));
        QVERIFY(program.tell(u"reads Hide ("_qs));
        QVERIFY(program.tell(u"press Copy"_qs));
        QVERIFY(program.tell(u"reads Accepted after"_qs));
        QVERIFY(program.tell(u"press Done"_qs));
        QVERIFY(program.tell(u"misses Done"_qs));
        QVERIFY(isAtMostOne(copiesIn(program.pid(), secret, "on the clipboard for its minute")));
    }
};

QTEST_GUILESS_MAIN(LeftoversTest)

#include "tst_leftovers.moc"
