// SPDX-License-Identifier: MIT
#include "commandline.h"

#include <QTest>

using namespace tokenry;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("show");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<bool>("demo");
        QTest::addColumn<QString>("directory");
        QTest::addColumn<QString>("file");
        const int window = int(CommandLine::Show::Window);
        QTest::newRow("nothing") << QStringList() << window << QString() << false << QString() << QString();
        QTest::newRow("profile") << QStringList({u"--profile"_qs, u"prod eu"_qs}) << window << u"prod eu"_qs
                                 << false << QString() << QString();
        QTest::newRow("profile with =")
            << QStringList(u"--profile=prod"_qs) << window << u"prod"_qs << false << QString() << QString();
        QTest::newRow("demo elsewhere") << QStringList({u"--demo"_qs, u"--config"_qs, u"here"_qs}) << window
                                        << QString() << true << u"here"_qs << QString();
        QTest::newRow("file of a profile")
            << QStringList({u"--profile=prod"_qs, u"a b.tokenry.json"_qs}) << window << u"prod"_qs << false
            << QString() << u"a b.tokenry.json"_qs;
        QTest::newRow("file that looks like an option")
            << QStringList({u"--"_qs, u"--x"_qs}) << window << QString() << false << QString() << u"--x"_qs;
        QTest::newRow("version") << QStringList(u"--version"_qs) << int(CommandLine::Show::Version)
                                 << QString() << false << QString() << QString();
        QTest::newRow("help") << QStringList(u"--help"_qs) << int(CommandLine::Show::Help) << QString()
                              << false << QString() << QString();
    }

    void understands()
    {
        QFETCH(QStringList, arguments);
        const auto line = CommandLine::parse(arguments);
        QVERIFY(line.has_value());
        QTEST(int(line->show), "show");
        QTEST(line->profile, "profile");
        QTEST(line->demo, "demo");
        QTEST(line->configDirectory, "directory");
        QTEST(line->file, "file");
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList(u"--token"_qs);
        QTest::newRow("argument too many") << QStringList({u"a.tokenry.json"_qs, u"b.tokenry.json"_qs});
        QTest::newRow("no value") << QStringList(u"--profile"_qs);
        QTest::newRow("empty profile") << QStringList(u"--profile="_qs);
        QTest::newRow("empty directory") << QStringList(u"--config="_qs);
        QTest::newRow("demo and profile") << QStringList({u"--demo"_qs, u"--profile=prod"_qs});
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto line = CommandLine::parse(arguments);
        QVERIFY(!line.has_value());
        QVERIFY(!line.error().isEmpty());
    }

    void helpNamesEveryOption()
    {
        for (const char *option : {"--profile <NAME>", "--demo", "--config <DIR>", "--version", "--help"})
            QVERIFY2(CommandLine::help().contains(QLatin1String(option)), option);
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
