// SPDX-License-Identifier: MIT
#include "composition.h"
#include "support/democlusterprocess.h"
#include "support/person/person.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace tokenry;
using tests::DemoClusterProcess;
using testsupport::Person;

namespace
{

/// What a profile's place looks like to the person in front of it.
struct Look
{
    QList<int> widths;
    int sortColumn = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
    QString filter;
    QStringList names;

    friend bool operator==(const Look &, const Look &) = default;
};

QString described(const Look &look)
{
    QStringList widths;
    for (const int width : look.widths)
        widths << QString::number(width);
    return u"widths %1, sorted by %2 (%3), filter “%4”, %5 names from %6"_qs.arg(
        widths.join(u' '), QString::number(look.sortColumn), QString::number(look.order), look.filter,
        QString::number(look.names.size()), look.names.value(0));
}

constexpr int readColumn = 1;
constexpr int retentionColumn = 3;
constexpr QSize chosenSize(1040, 690);

} // namespace

/// What the window remembers: its size, and for each profile the columns' widths, the sorting and the filter.
/// The program is closed and started anew over real files.
class WindowStateTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    DemoClusterProcess m_cluster;
    std::unique_ptr<Composition> m_program;
    Person m_person;
    Look m_asBuilt;
    Look m_edge;
    Look m_lab;

    void startProgram()
    {
        StandardDirectories directories;
        directories.config = m_directory.filePath(u"config"_qs);
        directories.state = m_directory.filePath(u"state"_qs);
        m_program = std::make_unique<Composition>(directories, QStringLiteral(TOKENRY_DEMO_CLUSTER));
        m_program->window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_program->window()));
    }

    /// As an administrator provides it.
    void storeManagementToken() const
    {
        QProcess tool;
        const QString host = QUrl(m_cluster.managementUrl()).authority();
        tool.start(u"secret-tool"_qs,
                   {u"store"_qs, u"--label"_qs, u"tokenry management token"_qs, u"xdg:schema"_qs,
                    u"org.qt.keychain"_qs, u"type"_qs, u"plaintext"_qs, u"server"_qs,
                    u"tokenry/management/"_qs + m_cluster.accountId() + u'@' + host, u"user"_qs,
                    u"management_token"_qs});
        QVERIFY(tool.waitForStarted());
        tool.write(m_cluster.managementToken());
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.exitCode(), 0);
    }

    void writeProfile(const QString &slug) const
    {
        Profile profile;
        profile.slug = slug;
        profile.name = slug;
        profile.address = {QUrl(m_cluster.managementUrl()), m_cluster.accountId(), m_cluster.clusterId(), {}};
        QVERIFY(ProfileFiles(m_directory.filePath(u"config"_qs)).save(profile).has_value());
    }

    QTableView *table() const { return m_person.find<QTableView>(u"Databases"_qs); }
    QHeaderView *header() const { return table()->horizontalHeader(); }
    int rowsShown() const { return table() ? table()->model()->rowCount() : -1; }
    bool waitForRows()
    {
        return m_person.waitFor(u"the databases"_qs,
                                [&] { return rowsShown() > 0 && m_person.sees(u"Reload"_qs); });
    }

    Look look() const
    {
        Look look;
        for (int column = readColumn; column < header()->count(); ++column)
            look.widths << header()->sectionSize(column);
        look.sortColumn = header()->sortIndicatorSection();
        look.order = header()->sortIndicatorOrder();
        look.filter = m_person.find<QLineEdit>(u"Filter databases"_qs)->text();
        for (int row = 0; row < rowsShown(); ++row)
            look.names << table()->model()->index(row, 0).data().toString();
        return look;
    }

    /// With the mouse, by the column's right edge.
    void drag(int column, int pixels)
    {
        QWidget *const bar = header()->viewport();
        const int edge = header()->sectionViewportPosition(column) + header()->sectionSize(column) - 1;
        const QPoint from(edge, bar->height() / 2);
        const QPoint to(edge + pixels, from.y());
        QTest::mousePress(bar, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, bar->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(bar, &move);
        QTest::mouseRelease(bar, Qt::LeftButton, {}, to);
    }

    void clickHeader(int column)
    {
        QWidget *const bar = header()->viewport();
        QTest::mouseClick(bar, Qt::LeftButton, {},
                          {header()->sectionViewportPosition(column) + header()->sectionSize(column) / 2,
                           bar->height() / 2});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cluster.start());
        storeManagementToken();
        writeProfile(u"edge"_qs);
        writeProfile(u"lab"_qs);
        startProgram();
        QVERIFY(m_person.click(u"Allow"_qs));
        QVERIFY(m_person.waitFor(u"the databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY(waitForRows());
        m_asBuilt = look();
        QCOMPARE(m_asBuilt.sortColumn, 0);
        QCOMPARE(m_asBuilt.filter, QString());
    }

    void theFirstProfileIsArranged()
    {
        m_program->window().resize(chosenSize);
        QTRY_COMPARE(m_program->window().size(), chosenSize);
        drag(retentionColumn, 37);
        clickHeader(retentionColumn);
        QVERIFY(m_person.type(u"Filter databases"_qs, u"bill*"_qs));
        QTRY_VERIFY(rowsShown() > 0 && rowsShown() < 220);
        m_edge = look();
        QCOMPARE(m_edge.widths[retentionColumn - 1], m_asBuilt.widths[retentionColumn - 1] + 37);
        QCOMPARE(m_edge.sortColumn, retentionColumn);
        QCOMPARE(m_edge.filter, u"bill*"_qs);
    }

    void theSecondOneBeginsAsBuilt()
    {
        QVERIFY(m_person.choose(u"Profile"_qs, u"lab"_qs));
        QVERIFY(m_person.waitFor(u"all databases"_qs, [&] { return rowsShown() == 220; }));
        QVERIFY2(look() == m_asBuilt, qPrintable(described(look())));
    }

    void theSecondOneIsArrangedInItsOwnWay()
    {
        QVERIFY(waitForRows());
        drag(readColumn, 21);
        clickHeader(0);
        QVERIFY(m_person.type(u"Filter databases"_qs, u"*e*"_qs));
        QTRY_VERIFY(rowsShown() > 0 && rowsShown() < 220);
        m_lab = look();
        QCOMPARE(m_lab.widths[readColumn - 1], m_asBuilt.widths[readColumn - 1] + 21);
        QCOMPARE(m_lab.sortColumn, 0);
        QCOMPARE(m_lab.order, Qt::DescendingOrder);
        QVERIFY(m_lab.names != m_edge.names);
    }

    void allIsThereAfterARestart()
    {
        QVERIFY(m_program->window().close());
        m_program.reset();
        startProgram();
        QTRY_COMPARE(m_program->window().size(), chosenSize);
        // The profile that was on view last.
        QVERIFY(m_program->window().windowTitle().contains(u"lab"));
        QVERIFY(waitForRows());
        QVERIFY2(look() == m_lab, qPrintable(described(look())));
        QVERIFY(m_person.choose(u"Profile"_qs, u"edge"_qs));
        QVERIFY(waitForRows());
        QVERIFY2(look() == m_edge, qPrintable(described(look())));
        Person::photograph(u"window-state-restored"_qs);
    }

    void aProfileNotVisitedKeepsItsOwn()
    {
        // Ends with edge on view; lab was never opened in the next run.
        QVERIFY(m_program->window().close());
        m_program.reset();
        startProgram();
        QVERIFY(waitForRows());
        QVERIFY2(look() == m_edge, qPrintable(described(look())));
        QVERIFY(m_program->window().close());
        m_program.reset();
        startProgram();
        QVERIFY(m_person.choose(u"Profile"_qs, u"lab"_qs));
        QVERIFY(waitForRows());
        QVERIFY2(look() == m_lab, qPrintable(described(look())));
    }

    void cleanupTestCase() { m_program.reset(); }
};

QTEST_MAIN(WindowStateTest)
#include "tst_windowstate.moc"
