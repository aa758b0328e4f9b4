// SPDX-License-Identifier: MIT
#include "journeys/victims.h"

#include <QTest>

#include <algorithm>

using namespace tokenry;
using namespace tokenry::test;

/// kill -9 at 200 moments of real creations: the next start has the secret in the keychain, or tells of the
/// token, and there are never two.
class KilledCreationTest : public QObject
{
    Q_OBJECT

    /// At each step of the story, and then by the clock from the click to some time after the end.
    static constexpr int steps = 28;
    static constexpr int instants = 172;
    /// So many die side by side, as many as keep the machine busy.
    static constexpr int together = 4;

    struct Creation
    {
        QString name;
        int moment;
        int delayUs;
        std::unique_ptr<QProcess> victim = std::make_unique<QProcess>();
    };

    Victims m_victims;
    QMap<QString, int> m_ended;

    /// From the click until the secret is stored, with as many at it as later.
    int usualDuration()
    {
        std::vector<Creation> unharmed;
        int duration = 0;
        for (int i = 0; i < together; ++i)
            unharmed.push_back({u"unharmed %1"_qs.arg(i), 0, -1});
        for (Creation &each : unharmed) {
            if (!m_victims.start(*each.victim, m_victims.ledger(each.name), each.name))
                return -1;
        }
        for (Creation &each : unharmed) {
            if (!each.victim->waitForFinished(60'000) || each.victim->exitCode() != 0)
                return -1;
            duration = std::max(duration, each.victim->readAllStandardOutput().trimmed().toInt());
        }
        return duration;
    }

    /// What the next start makes of it.
    void verifyNextStart(const QString &description)
    {
        Victims::NextStart start(m_victims, m_victims.ledger(description));
        QVERIFY(start.foundAllUsable());
        const bool isStored = !lookUp(start.item(keychainNameFor(description))).isEmpty();
        const QStringList ids = m_victims.onCluster(description);
        QVERIFY(ids.size() <= 1);
        if (isStored)
            QCOMPARE(ids.size(), 1);
        if (ids.isEmpty() || isStored) {
            // Nothing to lose: the next start may ask, where the request may have left, but finds nothing.
            if (Recovery *const told = start.told())
                QTRY_VERIFY_WITH_TIMEOUT(told->state().isSilent() ||
                                             told->state().phase == RecoveryState::Phase::NotThere,
                                         20'000);
            QVERIFY(!isStored || !start.told() ||
                    start.told()->state().phase != RecoveryState::Phase::NotThere);
            m_ended[isStored ? u"stored"_qs : u"nothing created"_qs]++;
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(start.told() && start.told()->state().canDecide(), 20'000);
        Recovery &told = *start.told();
        QCOMPARE(told.state().chosen, ids.constFirst());
        m_ended[told.state().phase == RecoveryState::Phase::Found ? u"found"_qs : u"not stored"_qs]++;
        told.revoke();
        QTRY_COMPARE_WITH_TIMEOUT(told.state().outcome, RecoveryState::Outcome::Revoked, 20'000);
        QCOMPARE(m_victims.onCluster(description), QStringList());
    }

    void killAll(std::vector<Creation> &creations)
    {
        for (Creation &each : creations)
            QVERIFY(m_victims.start(*each.victim, m_victims.ledger(each.name), each.name, each.moment,
                                    each.delayUs));
        for (Creation &each : creations) {
            QVERIFY(each.victim->state() == QProcess::NotRunning || each.victim->waitForFinished(60'000));
            QVERIFY(each.victim->exitStatus() == QProcess::CrashExit || each.victim->exitCode() == 0);
        }
        // What was on its way when the process died arrives within a moment.
        QTest::qWait(60);
        for (const Creation &each : creations) {
            verifyNextStart(each.name);
            if (QTest::currentTestFailed()) {
                qWarning().noquote() << "that was" << each.name;
                return;
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_victims.begin()); }

    void isNeverLost_data()
    {
        QTest::addColumn<int>("first");
        for (int first = 0; first < steps + instants; first += together)
            QTest::addRow("moments %d to %d", first + 1, first + together) << first;
    }

    void isNeverLost()
    {
        QFETCH(int, first);
        static const int duration = usualDuration();
        QVERIFY(duration > 0);
        std::vector<Creation> creations;
        for (int i = first; i < first + together; ++i) {
            if (i < steps)
                creations.push_back({u"step %1"_qs.arg(i + 1), i + 1, -1});
            else
                creations.push_back({u"instant %1"_qs.arg(i - steps), 0,
                                     static_cast<int>(1.2 * duration * (i - steps) / instants)});
        }
        killAll(creations);
    }

    void metEveryEnding()
    {
        // Otherwise the moments do not lie where the story is.
        for (auto ended = m_ended.begin(); ended != m_ended.end(); ++ended)
            qInfo().noquote() << ended.key() << ended.value();
        for (const char *const ending : {"nothing created", "found", "not stored", "stored"})
            QVERIFY2(m_ended.value(QString::fromLatin1(ending)) > 0, ending);
    }
};

QTEST_GUILESS_MAIN(KilledCreationTest)
#include "tst_killedcreation.moc"
