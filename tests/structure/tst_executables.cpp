// SPDX-License-Identifier: MIT
#include <QProcess>
#include <QTest>

/// The programs start where neither a display nor a keychain is needed.
class TestExecutables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void refusesWhatItDoesNotKnow();
};

void TestExecutables::says_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("expected");
    const QString tokenry = QStringLiteral(TOKENRY_PROGRAM);
    const QString demo = QStringLiteral(TOKENRY_DEMO_CLUSTER);
    QTest::newRow("version") << tokenry << QStringLiteral("--version") << QStringLiteral(TOKENRY_VERSION);
    for (const char *option : {"--profile", "--demo", "--config", "--version", "--help"})
        QTest::addRow("help, %s", option)
            << tokenry << QStringLiteral("--help") << QString::fromLatin1(option);
    QTest::newRow("demo cluster") << demo << QStringLiteral("--help") << QStringLiteral("--help");
}

void TestExecutables::says()
{
    QFETCH(QString, program);
    QFETCH(QString, option);
    QFETCH(QString, expected);
    QProcess process;
    process.start(program, {option});
    QVERIFY2(process.waitForFinished(), qPrintable(process.errorString()));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(output.contains(expected), qPrintable(output));
}

void TestExecutables::refusesWhatItDoesNotKnow()
{
    QProcess process;
    process.start(QStringLiteral(TOKENRY_PROGRAM), {QStringLiteral("--no-such-option")});
    QVERIFY2(process.waitForFinished(), qPrintable(process.errorString()));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY(process.exitCode() != 0);
    QVERIFY(process.readAllStandardError().contains("no-such-option"));
}

QTEST_GUILESS_MAIN(TestExecutables)
#include "tst_executables.moc"
