// SPDX-License-Identifier: MIT
#include "common/secretclipboard.h"
#include "review/reviewpage.h"
#include "support/fakes/issuancescene.h"
#include "ui/lookup.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace tokenry;
using namespace tokenry::testsupport;

/// What Review shows as the contract.
class ReviewPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsPermittedWritesFirst();
    void showsAWildcardInWords();
    void flagsMissingDatabases();
    void showsTheCallExactlyAsSent();
    void saysThatCommandsCreateAnotherToken();
    void saysWhereAndUntilWhen();
    void takesNoTextForMarkup();
    void ticksAreOnViewBesideLongNames();
    void goesBack();
};

namespace
{

struct Page
{
    IssuanceScene scene;
    SecretClipboard clipboard{*QGuiApplication::clipboard()};
    std::unique_ptr<ReviewPage> page;

    void open()
    {
        scene.start();
        page = std::make_unique<ReviewPage>(*scene.issuance, clipboard);
        page->resize(1100, 760);
        page->show();
    }

    [[nodiscard]] QAbstractItemModel *permissions() const
    {
        return named<QTableView>(*page, QStringLiteral("Permissions"))->model();
    }

    [[nodiscard]] QString cell(int row, int column, int role = Qt::DisplayRole) const
    {
        return permissions()->index(row, column).data(role).toString();
    }

    [[nodiscard]] QString tab(const QString &name) const
    {
        return page->findChild<QPlainTextEdit *>(name)->toPlainText();
    }
};

} // namespace

void ReviewPageTest::showsWhatIsPermittedWritesFirst()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("billing"));
    page.scene.tick(Action::Read, QStringLiteral("billing_events"));
    page.scene.tick(Action::Write, QStringLiteral("billing_events"));
    page.open();
    QCOMPARE(page.permissions()->rowCount(), 2);
    QCOMPARE(page.cell(0, 0), QStringLiteral("billing_events"));
    QCOMPARE(page.cell(0, 2, Qt::AccessibleTextRole), QStringLiteral("Write on billing_events: permitted"));
    QVERIFY(page.permissions()->index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    QCOMPARE(page.cell(1, 0), QStringLiteral("billing"));
    QCOMPARE(page.cell(1, 1, Qt::AccessibleTextRole), QStringLiteral("Read on billing: permitted"));
    QCOMPARE(page.cell(1, 2, Qt::AccessibleTextRole), QStringLiteral("Write on billing: not permitted"));
    QVERIFY(!page.permissions()->index(1, 0).data(Qt::FontRole).value<QFont>().bold());
}

void ReviewPageTest::showsAWildcardInWords()
{
    Page page;
    page.scene.draft.permissions.setAllDatabases(Action::Read, true);
    page.scene.tick(Action::Write, QStringLiteral("billing"));
    page.open();
    QCOMPARE(page.cell(0, 0), QStringLiteral("*  every database, 220 today and any added later"));
    QVERIFY(page.permissions()->index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(keepsText(*page.page, QStringLiteral("Writes 1 database, reads every database")));
}

void ReviewPageTest::flagsMissingDatabases()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("billing_ev"));
    page.open();
    QVERIFY(page.cell(0, 0).startsWith(QStringLiteral("billing_ev")));
    QVERIFY(page.cell(0, 0).contains(QStringLiteral("missing database")));
}

void ReviewPageTest::showsTheCallExactlyAsSent()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("no\u00a0break & \"quotes\""));
    page.open();
    const EncodedCall &call = page.scene.issuance->call();
    named<QPushButton>(*page.page, QStringLiteral("Copy JSON"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), call.body);
    // Selected by hand it is the same.
    QCOMPARE(page.tab(QStringLiteral("JSON")).toUtf8(), call.body);
    QVERIFY(keepsText(*page.page, QStringLiteral("POST https://console.influxdata.com") +
                                      QString::fromLatin1(call.path)));

    QVERIFY(page.tab(QStringLiteral("curl")).contains(QStringLiteral("$MANAGEMENT_TOKEN")));
    QVERIFY(page.tab(QStringLiteral("curl")).contains(QStringLiteral("no\\xc2\\xa0break")) ||
            page.tab(QStringLiteral("curl")).contains(QStringLiteral("no\\u00a0break")));
    QVERIFY(!page.tab(QStringLiteral("curl")).contains(QStringLiteral("M.V1.FAKE")));
    QVERIFY(page.tab(QStringLiteral("influxctl")).contains(QStringLiteral("token create")));
}

void ReviewPageTest::saysThatCommandsCreateAnotherToken()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("billing"));
    page.open();
    auto *const tabs = page.page->findChild<QTabWidget *>();
    QCOMPARE(tabs->count(), 4);
    QCOMPARE(tabs->tabText(0), QStringLiteral("JSON"));
    for (const auto &[index, name] : {std::pair{1, "curl"}, std::pair{2, "influxctl"}}) {
        QCOMPARE(tabs->tabText(index), QString::fromLatin1(name));
        QVERIFY(keepsText(*tabs->widget(index), QStringLiteral("creates another token, outside Tokenry")));
    }
}

void ReviewPageTest::saysWhereAndUntilWhen()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("billing"));
    page.open();
    QVERIFY(keepsText(*page.page, QStringLiteral("Review – nothing is created yet")));
    QVERIFY(keepsText(*page.page, QStringLiteral("PRODUCTION")));
    QVERIFY(keepsText(*page.page, QStringLiteral("Creates 1 token on prod-eu (PRODUCTION)")));
    QVERIFY(keepsText(*page.page,
                      QStringLiteral("Until Mon 2027-02-22 10:00 Europe/Berlin = 09:00 UTC (in 91 days)")));
}

void ReviewPageTest::takesNoTextForMarkup()
{
    Page page;
    page.scene.profile.name = QStringLiteral("<b>prod</b>");
    page.scene.draft.description = QStringLiteral("<img src='x'> \u202eevil");
    page.scene.tick(Action::Read, QStringLiteral("<i>db</i>"));
    page.open();
    QVERIFY(allLabelsArePlain(*page.page));
    QVERIFY(keepsText(*page.page, QStringLiteral("on <b>prod</b>")));
    QVERIFY(keepsText(*page.page, QStringLiteral("<img src='x'> ⟨U+202E⟩evil")));
    QVERIFY(page.cell(0, 0).startsWith(QStringLiteral("<i>db</i>")));
}

void ReviewPageTest::ticksAreOnViewBesideLongNames()
{
    Page page;
    page.scene.tick(Action::Write, QString(64, u'W'));
    page.scene.tick(Action::Read, QStringLiteral("billing"));
    page.open();
    auto *const table = named<QTableView>(*page.page, QStringLiteral("Permissions"));
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const int width : {820, 1100, 1900}) {
        page.page->resize(width, 760);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (const int column : {1, 2}) {
            QVERIFY(table->columnViewportPosition(column) >= 0);
            QVERIFY(table->columnViewportPosition(column) + table->columnWidth(column) <=
                    table->viewport()->width());
        }
    }
    // With room for it the name comes first.
    QCOMPARE(table->columnViewportPosition(0), 0);
}

void ReviewPageTest::goesBack()
{
    Page page;
    page.scene.tick(Action::Read, QStringLiteral("billing"));
    page.open();
    QSignalSpy back(page.page.get(), &ReviewPage::backClicked);
    QTest::mouseClick(named<QPushButton>(*page.page, QStringLiteral("Back")), Qt::LeftButton);
    QCOMPARE(back.size(), 1);
}

QTEST_MAIN(ReviewPageTest)
#include "tst_reviewpage.moc"
