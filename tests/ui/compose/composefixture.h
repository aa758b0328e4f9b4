// SPDX-License-Identifier: MIT
#pragma once

#include "compose/composepage.h"
#include "grid/permissiongrid.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>
#include <QTimeZone>

#include <array>

/// The page in a real window, on a cluster of six databases, one of which cannot be permitted.
struct ComposeFixture
{
    QDateTime now{QDate(2026, 11, 23), QTime(14, 5), QTimeZone("Europe/Berlin")};
    tokenry::DraftEditor editor;
    tokenry::ComposePage page{editor, [this] {
                                  return now;
                              }};
    QAbstractItemModelTester tester{page.grid()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit ComposeFixture(bool filled = true)
    {
        if (filled) {
            editor.setCatalog(catalogOf({u"Billing"_qs, u"billing"_qs, u"billing_test"_qs, u"crm"_qs,
                                         u"telegraf/autogen"_qs, u"*"_qs}));
            page.showList(tokenry::ListState::Read);
        }
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }

    static tokenry::DatabaseCatalog::Ptr catalogOf(const QStringList &names)
    {
        std::vector<tokenry::Database> databases;
        for (const QString &name : names)
            databases.push_back({name, std::chrono::hours(24 * 30)});
        return std::make_shared<const tokenry::DatabaseCatalog>(std::move(databases));
    }

    /// The widget of that accessible name; fails the test without one.
    template <class Widget>
    Widget *find(const QString &accessibleName)
    {
        const auto widgets = page.findChildren<Widget *>();
        for (Widget *const widget : widgets) {
            const QAccessibleInterface *const its = QAccessible::queryAccessibleInterface(widget);
            if (its && its->text(QAccessible::Name) == accessibleName)
                return widget;
        }
        for (Widget *const widget : widgets) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        qFatal("No widget is called %s", qUtf8Printable(accessibleName));
    }

    QModelIndex cell(const QString &name, int column)
    {
        const auto *const model = page.grid()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(tokenry::DatabaseTable::NameRole).toString() == name)
                return model->index(row, column);
        }
        qFatal("No row is called %s", qUtf8Printable(name));
    }

    void click(const QString &name, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(page.grid()->viewport(), Qt::LeftButton, modifiers,
                          page.grid()->visualRect(cell(name, column)).center());
    }

    void filter(const QString &text)
    {
        auto *const field = find<QLineEdit>(u"Filter databases"_qs);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, text);
    }

    [[nodiscard]] QStringList sent(tokenry::Action action) const
    {
        return editor.selection().permissions().databases(action);
    }
};
