// SPDX-License-Identifier: MIT
#include "support/puppet/puppeteer.h"

#include <QTest>

#include <csignal>

namespace tokenry::test
{

Puppeteer::~Puppeteer()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Puppeteer::start(const QString &config, const QString &state, const Patience &patience)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(TOKENRY_PUPPET),
                    {config, state, QString::number(patience.call), QString::number(patience.operation),
                     QString::number(patience.prompt)});
    return m_process.waitForStarted();
}

QString Puppeteer::ask(const QString &command)
{
    m_process.write(command.toUtf8() + '\n');
    const bool answered = QTest::qWaitFor([this] { return m_process.canReadLine() || !isRunning(); }, 60'000);
    return answered ? QString::fromUtf8(m_process.readLine()).trimmed() : QString();
}

bool Puppeteer::tell(const QString &command)
{
    const QString answer = ask(command);
    if (answer != QLatin1String("yes"))
        qWarning().noquote() << "the program was told:" << command << "– and answered:" << answer;
    return answer == QLatin1String("yes");
}

bool Puppeteer::review(const QString &description)
{
    return tell(u"type Description="_qs + description) && tell(u"permit billing"_qs) &&
           tell(u"press Review…"_qs) && tell(u"sees Create token"_qs);
}

bool Puppeteer::reviewReady(const QString &description)
{
    return review(description) && tell(u"can Create token"_qs);
}

void Puppeteer::signal(int number)
{
    // 0 would be the test's own group.
    if (isRunning())
        ::kill(static_cast<pid_t>(pid()), number);
}

bool Puppeteer::ends(int timeoutMs)
{
    return QTest::qWaitFor([this] { return !isRunning(); }, timeoutMs) &&
           m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

int Puppeteer::endedAfterMs()
{
    return m_process.readAllStandardOutput().trimmed().split('\n').constLast().toInt();
}

} // namespace tokenry::test
