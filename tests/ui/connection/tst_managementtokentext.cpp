// SPDX-License-Identifier: MIT
#include "wording/managementtokentext.h"

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace tokenry;

namespace
{

constexpr int kinds = static_cast<int>(KeychainError::Kind::BusLost) + 1;

} // namespace

class ManagementTokenTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasWordsAndAWayOn()
    {
        QSet<QString> stored;
        QSet<QString> read;
        for (int kind = 0; kind < kinds; ++kind) {
            const KeychainError error{static_cast<KeychainError::Kind>(kind), u"technical"_qs};
            const ErrorText notStored = managementTokenNotStored(error);
            stored.insert(notStored.headline);
            QVERIFY(notStored.remedy.contains(u"Keep for this session only"_qs));
            QCOMPARE(notStored.details, u"technical"_qs);
            const ErrorText notRead = managementTokenNotRead(error);
            read.insert(notRead.headline);
            QVERIFY(!notRead.remedy.isEmpty());
        }
        QCOMPARE(stored.size(), kinds);
        QCOMPARE(read.size(), kinds);
    }

    // The shell hands secret-tool exactly the names, whatever is in them.
    void provisioningCommandSurvivesTheShell()
    {
        const KeychainItem item{u"tokenry/management/it's $HOME \"x\""_qs, u"management_token"_qs};
        QString command = provisioningCommand(item);
        command.replace(u"secret-tool store"_qs, u"printf '%s\\n'"_qs);
        QProcess shell;
        shell.start(u"bash"_qs, {u"-c"_qs, command});
        QVERIFY(shell.waitForFinished());
        const QStringList words =
            QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        const QStringList expected{u"--label"_qs, item.service,   u"xdg:schema"_qs, u"org.qt.keychain"_qs,
                                   u"server"_qs,  item.service,   u"user"_qs,       u"management_token"_qs,
                                   u"type"_qs,    u"plaintext"_qs};
        QCOMPARE(words, expected);
    }
};

QTEST_GUILESS_MAIN(ManagementTokenTextTest)
#include "tst_managementtokentext.moc"
