// SPDX-License-Identifier: MIT
// The program as people run it, with a window moved by what comes in on standard input, a command a line:
// puppet CONFIG STATE CALL OPERATION PROMPT (the keychain's time limits in milliseconds). Each command is
// answered by a line: "yes" once it is so, "no" when it does not come to that, or what was asked for. The
// last line says how many milliseconds passed from the last request to close until everything was taken down.
#include "composition.h"
#include "processguard.h"
#include "support/heart.h"
#include "support/person/person.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QSocketNotifier>
#include <QTableView>
#include <QTest>

#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace tokenry;
using testsupport::Person;

namespace
{

constexpr int patienceMs = 30'000;

class Puppet
{
public:
    Puppet(Composition &program, QElapsedTimer &closing) : m_program(program), m_closing(closing)
    {
        QObject::connect(&m_ears, &QSocketNotifier::activated, &m_ears, [this] { listen(); });
    }

private:
    void listen()
    {
        std::string line;
        // Nobody is left who could end it.
        if (!std::getline(std::cin, line))
            ::_exit(3);
        m_ears.setEnabled(false);
        const QString command = QString::fromStdString(line);
        const QString answer = obey(command.section(u' ', 0, 0), command.section(u' ', 1));
        std::puts(qPrintable(answer));
        std::fflush(stdout);
        m_ears.setEnabled(true);
    }

    QString obey(const QString &verb, const QString &what)
    {
        if (verb == u"gap"_qs)
            return QString::number(m_heart.longestGap());
        if (verb == u"beat"_qs) {
            m_heart.forget();
            return u"yes"_qs;
        }
        if (verb == u"close"_qs) {
            m_closing.start();
            return m_program.window().close() ? u"yes"_qs : u"no"_qs;
        }
        if (verb == u"log-out"_qs) // "asking" the person is possible before, or it is not
            return m_program.letSessionEnd(what == u"asking"_qs) ? u"yes"_qs : u"no"_qs;
        return done(verb, what) ? u"yes"_qs : u"no"_qs;
    }

    bool done(const QString &verb, const QString &what)
    {
        if (verb == u"sees"_qs)
            return QTest::qWaitFor([&] { return m_person.sees(what); }, patienceMs);
        if (verb == u"misses"_qs)
            return QTest::qWaitFor([&] { return !m_person.sees(what); }, patienceMs);
        if (verb == u"reads"_qs)
            return QTest::qWaitFor([&] { return m_person.reads(what); }, patienceMs);
        if (verb == u"can"_qs)
            return QTest::qWaitFor([&] { return isEnabled(what); }, patienceMs);
        if (verb == u"cannot"_qs)
            return QTest::qWaitFor([&] { return m_person.sees(what) && !isEnabled(what); }, patienceMs);
        if (verb == u"press"_qs)
            return QTest::qWaitFor([&] { return isEnabled(what); }, patienceMs) && m_person.click(what);
        if (verb == u"tick"_qs)
            return QTest::qWaitFor([&] { return isEnabled(what); }, patienceMs) && m_person.tick(what);
        if (verb == u"type"_qs)
            return type(what.section(u'=', 0, 0), what.section(u'=', 1));
        if (verb == u"choose"_qs)
            return m_person.choose(what.section(u'=', 0, 0), what.section(u'=', 1));
        return verb == u"permit"_qs && permit(what);
    }

    bool isEnabled(const QString &name) const
    {
        const auto *const button = m_person.find<QAbstractButton>(name);
        return button && button->isEnabled();
    }

    bool type(const QString &field, const QString &text)
    {
        return QTest::qWaitFor([&] { return m_person.find<QLineEdit>(field) != nullptr; }, patienceMs) &&
               m_person.type(field, text);
    }

    bool permit(const QString &database)
    {
        const auto rows = [this] {
            const auto *const table = m_person.find<QTableView>(u"Databases"_qs);
            return table ? table->model()->rowCount() : 0;
        };
        return QTest::qWaitFor([&] { return rows() > 0; }, patienceMs) &&
               type(u"Filter databases"_qs, database) &&
               m_person.clickCell(u"Databases"_qs, u"Write on "_qs + database) &&
               type(u"Filter databases"_qs, QString());
    }

    Composition &m_program;
    QElapsedTimer &m_closing;
    Person m_person;
    test::Heart m_heart;
    QSocketNotifier m_ears{STDIN_FILENO, QSocketNotifier::Read};
};

/// As in the program's own main().
int run(QApplication &application, QElapsedTimer &closing)
{
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 6)
        return 2;
    const auto limit = [&](qsizetype index) {
        return std::chrono::milliseconds(arguments[index].toInt());
    };
    Composition composition({arguments[1], arguments[2]}, QStringLiteral(TOKENRY_DEMO_CLUSTER),
                            {.call = limit(3), .operation = limit(4), .prompt = limit(5)});
    SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::endRequested, &application, [&composition] {
        composition.prepareToEnd();
        QApplication::quit();
    });
    composition.window().show();
    const Puppet puppet(composition, closing);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tokenry"));
    QElapsedTimer closing;
    const int code = run(application, closing);
    std::printf("%lld\n", closing.isValid() ? static_cast<long long>(closing.elapsed()) : -1LL);
    return code;
}
