// SPDX-License-Identifier: MIT
// What 100,000 databases cost: each figure as a ratio to a floor that is measured in turn with it, so that it
// says the same on every machine. Build it optimised; nothing fails here, "goal" is what to look at:
//   cmake --preset release -DTOKENRY_TESTS=ON && cmake --build --preset release --target bench_models
//   build/release/bin/bench_models
#include "models/databasetablemodel.h"
#include "wire/answers.h"
#include "wire/calls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <random>

using namespace tokenry;

namespace
{

constexpr int rows = 100'000;
constexpr double none = 0;

/// Looked at in the end, so that nothing is left out as useless.
struct Sink
{
    size_t sum = 0;
};

template <class Work>
double microseconds(Work &work, int times)
{
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i)
        work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count() /
           times;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The median of ratios, each of two neighbours in time.
template <class Ours, class Floor>
void compare(const char *what, const char *floorIs, double goal, Ours ours, Floor floor, int times = 1,
             int floorTimes = 1)
{
    std::vector<double> ratios;
    std::vector<double> spent;
    constexpr int rounds = 9;
    for (int round = 0; round < rounds; ++round) {
        spent.push_back(microseconds(ours, times));
        ratios.push_back(spent.back() / qMax(0.0001, microseconds(floor, floorTimes)));
    }
    std::printf("%-34s %11.3f us %10.2f x %s", what, median(spent), median(ratios), floorIs);
    if (goal > 0)
        std::printf(", goal %g", goal);
    std::printf("\n");
    std::fflush(stdout);
}

QString nameOf(int row)
{
    return QStringLiteral("telemetry_%1_%2").arg(row % 997).arg(row);
}

std::vector<Database> databases(int count)
{
    std::vector<Database> all;
    for (int row = 0; row < count; ++row)
        all.push_back({nameOf(row), {}});
    std::ranges::shuffle(all, std::mt19937(1));
    return all;
}

QByteArray listOf(const std::vector<Database> &all)
{
    QByteArray json = "[";
    for (const Database &each : all) {
        json += json.size() > 1 ? "," : "";
        json += R"({"accountId": "11111111-1111-4111-8111-111111111111", "name": ")" + each.name.toUtf8() +
                R"(", "maxTables": 500, "maxColumnsPerTable": 250, "retentionPeriod": 2592000000000000})";
    }
    return json + ']';
}

void load(Sink &sink)
{
    const std::vector<Database> all = databases(rows);
    const QByteArray json = listOf(all);
    compare(
        "load: decode the list", "QJsonDocument of the same bytes", 0.25,
        [&] { sink.sum += decodeDatabases(json)->entries.size(); },
        [&] { sink.sum += static_cast<size_t>(QJsonDocument::fromJson(json).array().size()); });
    std::vector<quint32> numbers(rows);
    std::iota(numbers.begin(), numbers.end(), 0U);
    std::ranges::shuffle(numbers, std::mt19937(2));
    compare(
        "load: catalog, sorted", "std::sort of 100,000 numbers", none,
        [&] { sink.sum += static_cast<size_t>(DatabaseCatalog(all).size()); },
        [&] {
            auto copy = numbers;
            std::ranges::sort(copy);
            sink.sum += copy.front();
        });
}

void filter(DatabaseTableModel &model, Sink &sink)
{
    QByteArray arena;
    const DatabaseCatalog &catalog = model.selection().catalog();
    for (DatabaseCatalog::Row row = 0; row < catalog.size(); ++row)
        arena += catalog.foldedName(row);
    // Every name has nearly all of it: the worst needle.
    const std::array needles{QStringLiteral("telemetry_0000"), QStringLiteral("telemetry_000")};
    size_t key = 0;
    compare(
        "filter: one key, worst needle", "memchr of all names", 20,
        [&] {
            model.setFilter(needles[++key % 2]);
            sink.sum += static_cast<size_t>(model.rowCount());
        },
        [&] { sink.sum += std::memchr(arena.constData(), '\1', static_cast<size_t>(arena.size())) ? 1 : 0; });
    model.setFilter({});
}

void ticks(DatabaseTableModel &model, Sink &sink)
{
    std::vector<bool> bits(rows);
    // Grows with the rows if a tick looks at them.
    DraftEditor fewEditor;
    fewEditor.setCatalog(std::make_shared<const DatabaseCatalog>(databases(500)));
    DatabaseTableModel few(fewEditor);
    const auto toggle = [](DatabaseTableModel &its, int row) {
        const QModelIndex cell = its.index(row, DatabaseTableModel::ReadColumn);
        its.setData(cell, cell.data(Qt::CheckStateRole) == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                    Qt::CheckStateRole);
    };
    compare(
        "tick one, as the summary reads it", "the same among 500 rows", none,
        [&] {
            toggle(model, rows - 1);
            sink.sum += static_cast<size_t>(model.selection().tickedRowCount());
        },
        [&] {
            toggle(few, 499);
            sink.sum += static_cast<size_t>(few.selection().tickedRowCount());
        },
        20, 20);
    std::vector<char> bytes(rows);
    bool on = false;
    compare(
        "select all", "memset of a byte for each row", 60,
        [&] { model.tickVisible(Action::Write, on = !on); },
        [&] {
            std::memset(bytes.data(), on ? 1 : 0, bytes.size());
            sink.sum += static_cast<size_t>(bytes[static_cast<size_t>(rows / 2)]);
        },
        1, 100);
}

void request(DatabaseTableModel &model, Sink &sink)
{
    for (const Action action : allActions)
        model.tickVisible(action, true);
    std::vector<quint32> numbers(2 * static_cast<size_t>(rows));
    std::iota(numbers.begin(), numbers.end(), 0U);
    std::ranges::shuffle(numbers, std::mt19937(3));
    compare(
        "review: the permissions, sorted", "std::sort of 200,000 numbers", none,
        [&] { sink.sum += static_cast<size_t>(model.selection().permissions().size()); },
        [&] {
            auto copy = numbers;
            std::ranges::sort(copy);
            sink.sum += copy.front();
        });
    TokenDraft draft = model.editor().draft();
    draft.description = QStringLiteral("all");
    const auto whole = TokenRequest::from(draft, QDateTime::currentDateTimeUtc());
    const QByteArray body = requestBody(*whole);
    compare(
        "review: the request's bytes", "memcpy of them", 15,
        [&] { sink.sum += static_cast<size_t>(requestBody(*whole).size()); },
        [&] { sink.sum += static_cast<size_t>(QByteArray(body.constData(), body.size()).back()); });
    const PermissionSet names = model.selection().permissions();
    compare(
        "template: over another cluster", "the permissions, sorted", none,
        [&] { sink.sum += static_cast<size_t>(PermissionSelection::of(names).rowCount()); },
        [&] { sink.sum += static_cast<size_t>(PermissionSet(names.permissions()).size()); });
}

} // namespace

int main()
{
    Sink sink;
    DraftEditor editor;
    DatabaseTableModel model(editor);
    editor.setCatalog(std::make_shared<const DatabaseCatalog>(databases(rows)));
    std::printf("%d databases; medians of 9\n", rows);
    load(sink);
    filter(model, sink);
    ticks(model, sink);
    request(model, sink);
    return sink.sum == 0 ? 1 : 0;
}
