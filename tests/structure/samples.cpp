// SPDX-License-Identifier: MIT
#include "structure/samples.h"

namespace tokenry::structure
{

namespace
{

using Files = QMap<QString, QString>;

Files tree(std::initializer_list<std::pair<const char *, const char *>> files)
{
    Files made;
    for (const auto &[path, text] : files)
        made.insert(QString::fromUtf8(path), QString::fromUtf8(text));
    return made;
}

Sample inFile(const char *rule, const char *path, const char *kept, const char *broken)
{
    return {rule, tree({{path, kept}}), tree({{path, broken}})};
}

QList<Sample> includeSamples()
{
    const char *const rooted = "includes are rooted at the room";
    const char *const reach = "a room includes only what its arrows reach";
    const char *const modules = "a room uses only its Qt modules";
    const char *const library = "a library belongs to its room";
    return {
        {"every file is in a room", tree({{"app/x.cpp", ""}}), tree({{"app/cellar/x.cpp", ""}})},
        {"every file is in a room", tree({{"ui/grid/x.cpp", ""}}), tree({{"ui/cellar/x.cpp", ""}})},
        {rooted, tree({{"app/api/x.cpp", "#include \"api/y.h\""}, {"app/api/y.h", ""}}),
         tree({{"app/api/x.cpp", "#include \"y.h\""}, {"app/api/y.h", ""}})},
        {rooted, tree({{"ui/grid/x.cpp", "#include \"x.moc\""}}),
         tree({{"ui/grid/x.cpp", "#include \"../grid/x.h\""}, {"ui/grid/x.h", ""}})},
        inFile(reach, "app/api/x.cpp", "#include \"ports/a.h\"", "#include \"journeys/a.h\""),
        inFile(reach, "app/domain/x.cpp", "// #include \"wire/a.h\"", "#include \"wire/a.h\""),
        inFile(reach, "ui/compose/x.cpp", "#include \"grid/a.h\"", "#include \"review/a.h\""),
        {reach, tree({{"app/main.cpp", "#include \"x.h\""}, {"app/x.h", ""}}),
         tree({{"ui/window/y.cpp", "#include \"x.h\""}, {"app/x.h", ""}})},
        inFile(reach, "app/demo/x.cpp", "#include \"demo/a.h\"", "#  include \"wire/a.h\""),
        inFile(modules, "app/wire/x.cpp", "#include <QJsonObject>", "#include <QNetworkReply>"),
        inFile(modules, "ui/window/x.cpp", "#include <QUrl>\n#include <QLabel>", "#include <QTcpSocket>"),
        inFile(modules, "ui/wording/x.cpp", "#include <QCoreApplication>", "#include <QLabel>"),
        inFile(modules, "app/journeys/x.cpp", "#include <QProcess>", "#include <QtNetwork/QTcpServer>"),
        inFile("Qt includes name the class only", "app/api/x.cpp", "#include <QUrl>",
               "#include <QtCore/QUrl>"),
        inFile(library, "app/keychain/x.cpp", "#include <qt6keychain/keychain.h>", "#include <simdjson.h>"),
        inFile(library, "ui/reveal/x.cpp", "#include <vector>", "#include <qt6keychain/keychain.h>"),
    };
}

QList<Sample> ownerSamples()
{
    return {
        {"QNetworkAccessManager has one place",
         tree({{"app/api/t.h", "QNetworkAccessManager m;"},
               {"app/api/e.cpp", "const QNetworkAccessManager *m;"}}),
         tree({{"app/api/t.h", "QNetworkAccessManager m;"},
               {"app/api/u.cpp", "new QNetworkAccessManager(this)"}})},
        inFile("QNetworkAccessManager has one place", "app/journeys/x.h", "", "class QNetworkAccessManager;"),
        {"QClipboard has one place",
         tree({{"ui/common/c.h", "QClipboard *c;"}, {"app/main.cpp", "QGuiApplication::clipboard()"}}),
         tree({{"ui/common/c.cpp", "QGuiApplication::clipboard()"}, {"ui/grid/d.cpp", "QClipboard *c;"}})},
        {"QtKeychain has one place", tree({{"app/keychain/c.cpp", "#include <qt6keychain/keychain.h>"}}),
         tree({{"app/keychain/c.cpp", "#include <qt6keychain/keychain.h>"},
               {"app/keychain/d.h", "QKeychain::Job *j;"}})},
        inFile("pure rooms do not look at the clock", "app/domain/x.cpp", "expiry.isAfter(now)",
               "QDateTime::currentDateTimeUtc()"),
    };
}

QList<Sample> codeSamples()
{
    const char *const loop = "no nested event loop";
    const char *const dialog = "no static dialog helpers";
    const char *const global = "no global state";
    return {
        inFile(loop, "ui/window/x.cpp", "dialog->open(); // not exec()", "dialog->exec();"),
        inFile(loop, "ui/window/x.cpp", "\"QEventLoop\"", "QEventLoop loop;"),
        inFile(loop, "app/main.cpp", "return app.exec();", "QDialog().exec(); a.exec(); return app.exec();"),
        inFile(loop, "app/api/x.cpp", "", "QCoreApplication::processEvents();"),
        inFile(loop, "ui/reveal/x.cpp", "menu->popup(point);", "button->setMenu(menu);"),
        inFile(loop, "ui/grid/x.cpp", "", "new QDrag(this);"),
        inFile(dialog, "ui/window/x.cpp", "QFileDialog dialog;", "QFileDialog::getOpenFileName(this)"),
        inFile(dialog, "ui/window/x.cpp", "QMessageBox::Warning", "QMessageBox::warning(this, a, b)"),
        inFile("no coroutines", "app/api/x.cpp", "await();", "co_await reply;"),
        inFile("connections are checked by the compiler", "ui/grid/x.cpp", "connect(a, &A::b, c, &C::d);",
               "connect(a, SIGNAL(b()), c, SLOT(d()));"),
        inFile("no singletons", "ui/grid/x.cpp", "QCoreApplication::instance()", "Settings::instance()"),
        inFile("no singletons", "ui/grid/x.cpp", "", "Q_GLOBAL_STATIC(Settings, settings)"),
        inFile("no singletons", "ui/grid/x.cpp", "static Settings &of(void *data);",
               "static Settings *const settings = new Settings;"),
        inFile(global, "app/api/x.cpp", "constexpr int limit = 3;\nconst QString name{};\nusing A = B;",
               "int counter = 0;"),
        inFile(global, "app/api/x.cpp", "void f()\n{\n    int local = 1;\n    static const int a = 1;\n}",
               "void f()\n{\n    static int calls = 0;\n}"),
        inFile(global, "app/api/x.cpp", "class A;\nint f();", "static QString current;"),
        inFile("log lines have a category", "app/api/x.cpp", "qCDebug(lcApi) << x;", "qDebug() << x;"),
        inFile("domain has no QObject and no I/O", "app/domain/x.h", "struct A {};",
               "class A : public QObject {};"),
        inFile("domain has no QObject and no I/O", "app/domain/x.cpp", "// QFile", "QFile file(name);"),
        inFile("words for people are in ui", "app/api/x.cpp", "str(\"x\")", "QObject::tr(\"x\")"),
        inFile("words for people are in ui", "app/journeys/x.cpp", "", "Q_DECLARE_TR_FUNCTIONS(X)"),
        inFile("no field follows the mouse wheel", "ui/grid/x.cpp", "new Chooser(this)",
               "new QComboBox(this)"),
        inFile("no field follows the mouse wheel", "ui/grid/x.h", "class A : public Chooser {};",
               "class A : public QComboBox {};"),
        {"no field follows the mouse wheel",
         tree({{"ui/common/chooser.h", "class Chooser : public QComboBox {};"}}),
         tree({{"ui/grid/chooser.h", "class Chooser : public QComboBox {};"}})},
        inFile("tests do not sleep without a reason", "tests/api/tst_x.cpp",
               "// Why.\nQTest::qWait(9);\nQTRY_VERIFY(x);", "f();\nQTest::qWait(100);"),
    };
}

QList<Sample> secretSamples()
{
    const char *const variant = "no secret in a property or QVariant";
    return {
        inFile("no insecure fallback of the keychain", "app/keychain/x.cpp", "job->start();",
               "job->setInsecureFallback(true);"),
        inFile(variant, "ui/reveal/x.h", "Q_PROPERTY(QString name READ name)",
               "Q_PROPERTY(Secret token READ token)"),
        inFile(variant, "ui/reveal/x.cpp", "QVariant::fromValue<int>(3)",
               "QVariant::fromValue<tokenry::Secret>(s)"),
        inFile(variant, "app/base/x.h", "Q_DECLARE_METATYPE(Token)",
               "Q_DECLARE_METATYPE(tokenry::IssuedToken)"),
        inFile("no secret in a signal", "ui/reveal/x.h",
               "class A\n{\npublic:\n    void f(Secret s);\nQ_SIGNALS:\n    void g(SecretKind k);\n};",
               "class A\n{\nQ_SIGNALS:\n    void g(const tokenry::Secret &s);\npublic:\n    void f();\n};"),
        inFile("TLS is verified and no redirect is followed", "app/api/x.cpp",
               "QNetworkRequest::ManualRedirectPolicy", "reply->ignoreSslErrors();"),
    };
}

const char strict[] =
    "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast QT_NO_CAST_FROM_ASCII "
    "QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS "
    "QT_DISABLE_DEPRECATED_BEFORE=0x060400";

QList<Sample> buildSamples()
{
    const char *const built = "every source is built";
    const char *const run = "every test runs";
    const char *const loop = "foreach(test w x)\ntokenry_test(tst_${test})";
    const char *const called = "every test is called";
    const char *const folder = "every folder is built";
    const char *const strictness = "the compiler is strict";
    return {
        inFile(
            called, "tests/api/tst_x.cpp",
            "class X\n{\n    void help() {}\nprivate Q_SLOTS:\n    void a() { help(); }\n    void b();\n};\n"
            "void X::b() {}",
            "class X\n{\nprivate Q_SLOTS:\n    void a() {}\nprivate:\n    void b();\n};\nvoid X::b() {}"),
        {built, tree({{"app/api/x.cpp", ""}, {"app/api/CMakeLists.txt", "tokenry_room(api SOURCES x.cpp)"}}),
         tree({{"app/api/x.cpp", ""},
               {"app/api/CMakeLists.txt", "tokenry_room(api SOURCES xx.cpp) # x.cpp"}})},
        {built, tree({{"ui/grid/x.h", ""}, {"ui/grid/CMakeLists.txt", "file(GLOB grid *.cpp *.h)"}}),
         tree({{"ui/grid/part/x.h", ""}, {"ui/grid/CMakeLists.txt", "file(GLOB grid *.cpp *.h)"}})},
        {built,
         tree({{"tests/support/a/x.cpp", ""}, {"tests/support/CMakeLists.txt", "add_library(s a/x.cpp)"}}),
         tree({{"tests/support/a/x.cpp", ""}, {"tests/support/CMakeLists.txt", "add_library(s x.cpp)"}})},
        {run,
         tree({{"tests/api/tst_x.cpp", "QVERIFY(a)"}, {"tests/api/CMakeLists.txt", "tokenry_test(tst_x)"}}),
         tree({{"tests/api/tst_x.cpp", "QVERIFY(a)"},
               {"tests/api/CMakeLists.txt", "tokenry_test(tst_xy) # tst_x"}})},
        {run, tree({{"tests/api/tst_x.cpp", "QVERIFY(a)"}, {"tests/api/CMakeLists.txt", loop}}),
         tree({{"tests/api/tst_y.cpp", "QVERIFY(a)"}, {"tests/api/CMakeLists.txt", loop}})},
        {run,
         tree({{"tests/api/tst_x.cpp", "QTEST(a, b)"}, {"tests/api/CMakeLists.txt", "tokenry_test(tst_x)"}}),
         tree({{"tests/api/tst_x.cpp", "f(); // QVERIFY"},
               {"tests/api/CMakeLists.txt", "tokenry_test(tst_x)"}})},
        {folder, tree({{"app/CMakeLists.txt", "foreach(room base api)"}, {"app/api/CMakeLists.txt", ""}}),
         tree({{"app/CMakeLists.txt", "foreach(room base)"}, {"app/api/CMakeLists.txt", ""}})},
        {folder,
         tree({{"tests/ui/CMakeLists.txt", "file(GLOB p */CMakeLists.txt)"},
               {"tests/ui/a/CMakeLists.txt", ""},
               {"tests/CMakeLists.txt", "foreach(room ui)"}}),
         tree({{"tests/ui/a/CMakeLists.txt", ""}})},
        {"a room links only what its arrows reach",
         tree({{"app/api/CMakeLists.txt", "USES tokenry_ports Qt6::Network"}}),
         tree({{"app/api/CMakeLists.txt", "USES tokenry_storage"}})},
        {strictness, tree({{"CMakeLists.txt", strict}}), tree({{"CMakeLists.txt", "-Wall"}})},
        {strictness, tree({{"CMakeLists.txt", strict}}),
         tree(
             {{"CMakeLists.txt", strict}, {"app/api/x.cpp", "#pragma GCC diagnostic ignored \"-Wshadow\""}})},
    };
}

QList<Sample> fileSamples()
{
    const char *const licence = "every file has its licence";
    const char *const path = "no path of one machine";
    const QString name = QStringLiteral("app/api/x.cpp");
    return {
        {"files are short", {{name, QString(400, u'\n')}}, {{name, QString(401, u'\n')}}},
        inFile(licence, "ui/grid/x.h", "// SPDX-License-Identifier: MIT\n#pragma once", "#pragma once"),
        inFile(licence, "packaging/x", "#!/bin/sh\n# SPDX-License-Identifier: MIT", "#!/bin/sh\n"),
        inFile("headers are included once", "ui/grid/x.h", "#pragma once", "// #pragma once"),
        {"files are in lower case", tree({{"ui/grid/x.h", ""}}), tree({{"ui/grid/Grid.h", ""}})},
        {"the top level is tidy", tree({{"README.md", ""}, {".gitignore", ""}, {"app/x", ""}}),
         tree({{"docs/a.md", ""}})},
        {"the top level is tidy", tree({{"LICENSE", ""}}), tree({{"notes.txt", ""}})},
        {path, tree({{"README.md", "~/.config/tokenry, https://a.example/home/x"}}),
         tree({{"README.md", "cd /home"
                             "/somebody"}})},
        {path, tree({{"packaging/x", "$root/build"}}),
         tree({{"packaging/x", "x=/root"
                               "/build"}})},
    };
}

QList<Sample> documentSamples()
{
    const char *const rule = "every fault has its test";
    const char *const head = "| what happens | a | b | test |\n|---|---|---|---|\n";
    const auto with = [&](const QByteArray &rows) {
        return tree(
            {{"tests/journeys/faults.md", (head + rows).constData()},
             {"tests/api/tst_x.cpp",
              "class X\n{\nprivate Q_SLOTS:\n    void reads() {}\n    void y();\nprivate:\n    void help() "
              "{}\n};\nvoid X::y() { newRow(\"cut, twice\"); }"}});
    };
    const auto good = with("| x | a | b | `api/tst_x::reads`, `api/tst_x::y \"cut, twice\"` |\n");
    return {
        {rule, good, with("")},
        {rule, good, with("| x | a | b | by hand |\n")},
        {rule, good, with("| x | a | `api/tst_x::reads` |\n")},
        {rule, good, with("| x | a | b | `api/tst_z::reads` |\n")},
        {rule, good, with("| x | a | b | `api/tst_x::writes` |\n")},
        {rule, good, with("| x | a | b | `api/tst_x::help` |\n")},
        {rule, good, with("| x | a | b | `api/tst_x::reads \"cut\"` |\n")},
    };
}

QList<Sample> translationSamples()
{
    const char *const rule = "every counted text has its plural";
    const char *const words = "tr(\"%n \" \"rows\", nullptr, n); tr(\"once\")";
    return {
        {rule,
         tree({{"ui/grid/x.cpp", words},
               {"translations/tokenry_en.ts",
                "<TS><message numerus=\"yes\"><source>%n rows</source><translation><numerusform>%n "
                "row</numerusform>"
                "<numerusform>%n rows</numerusform></translation></message></TS>"}}),
         tree({{"ui/grid/x.cpp", words}, {"translations/tokenry_en.ts", "<TS></TS>"}})},
        {rule, tree({{"ui/grid/x.cpp", "tr(\"once\")"}}),
         tree({{"translations/tokenry_en.ts", "<TS><message><source>%n</source><translation "
                                              "type=\"unfinished\"></translation></message></TS>"}})},
    };
}

} // namespace

QList<Sample> samples()
{
    return includeSamples() + ownerSamples() + codeSamples() + secretSamples() + buildSamples() +
           fileSamples() + translationSamples() + documentSamples();
}

} // namespace tokenry::structure
