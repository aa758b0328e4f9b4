// SPDX-License-Identifier: MIT
#include "wire/draftjson.h"

#include "wire/instant.h"
#include "wire/jsonreader.h"
#include "wire/jsonstring.h"

#include <algorithm>
#include <array>

namespace tokenry
{

namespace
{

using Kind = DocumentFault::Kind;

constexpr int version = 1;
constexpr QStringView marker(u"draft");
constexpr std::array expiryKinds{"days", "date", "never"};
constexpr int longestDays = 36'500;

QByteArray word(bool yes)
{
    return yes ? "true" : "false";
}

QByteArray expiryJson(const ExpiryChoice &expiry)
{
    QByteArray json = QByteArray("{\"kind\": \"") + expiryKinds[static_cast<size_t>(expiry.kind)] +
                      "\", \"days\": " + QByteArray::number(expiry.days);
    if (expiry.date.isValid())
        json += ", \"date\": " + jsonString(rfc3339(expiry.date));
    return json + '}';
}

QByteArray rowJson(const PermissionSelection &selection, PermissionSelection::Row row)
{
    QByteArray json = "{\"name\": " + jsonString(selection.name(row)) +
                      ", \"read\": " + word(selection.isTicked(Action::Read, row)) +
                      ", \"write\": " + word(selection.isTicked(Action::Write, row));
    if (!selection.isTyped(row))
        json += ", \"retention\": " + QByteArray::number(qint64(selection.catalog().retention(row).count()));
    return json + '}';
}

ExpiryChoice expiryIn(JsonReader &reader, const JsonNode &root)
{
    const JsonNode &object = reader.object(root, "expiry");
    reader.allow(object, {"kind", "days", "date"});
    ExpiryChoice expiry;
    expiry.kind = static_cast<ExpiryChoice::Kind>(reader.word(object, "kind", {"days", "date", "never"}));
    const qint64 days = reader.integer(object, "days");
    if (!reader.fault() && (days < 0 || days > longestDays))
        reader.refuse(Kind::BadValue, *reader.find(object, "days"), QStringLiteral("expected 0 to 36500"));
    else
        expiry.days = static_cast<int>(days);
    if (reader.find(object, "date"))
        expiry.date = reader.instant(object, "date").toLocalTime();
    return expiry;
}

struct KeptRow
{
    QString name;
    bool read = false;
    bool write = false;
};

/// A draft's rows: those that were listed become the catalog, so that ticks find their row.
PermissionSelection selectionIn(JsonReader &reader, const JsonNode &root)
{
    const std::vector<JsonNode> &entries = reader.list(root, "databases");
    std::vector<Database> listed;
    std::vector<KeptRow> rows;
    for (const JsonNode &entry : entries) {
        reader.allow(entry, {"name", "read", "write", "retention"});
        KeptRow row{reader.text(entry, "name"), reader.flag(entry, "read"), reader.flag(entry, "write")};
        if (!reader.fault() && !Resource::database(row.name))
            reader.refuse(Kind::BadValue, *reader.find(entry, "name"),
                          QStringLiteral("expected a name of 1 to 64 characters"));
        if (reader.find(entry, "retention"))
            listed.push_back({row.name, std::chrono::nanoseconds(reader.integer(entry, "retention"))});
        if (reader.fault())
            return {};
        rows.push_back(std::move(row));
    }
    PermissionSelection selection(std::make_shared<const DatabaseCatalog>(std::move(listed)));
    for (const KeptRow &row : rows) {
        const auto there = selection.addTyped(row.name);
        selection.tick(Action::Read, *there, row.read);
        selection.tick(Action::Write, *there, row.write);
    }
    selection.setAllDatabases(Action::Read, reader.flag(root, "readAll"));
    selection.setAllDatabases(Action::Write, reader.flag(root, "writeAll"));
    return selection;
}

} // namespace

QByteArray encodeDraft(const TokenDraft &draft)
{
    const PermissionSelection &selection = draft.permissions;
    QByteArray rows;
    for (PermissionSelection::Row row = 0; row < selection.rowCount(); ++row) {
        const bool ticked = selection.isTicked(Action::Read, row) || selection.isTicked(Action::Write, row);
        if (ticked || selection.isTyped(row))
            rows += (rows.isEmpty() ? "\n    " : ",\n    ") + rowJson(selection, row);
    }
    return "{\n  \"tokenry\": " + jsonString(marker) + ",\n  \"version\": " + QByteArray::number(version) +
           ",\n  \"description\": " + jsonString(draft.description) +
           ",\n  \"expiry\": " + expiryJson(draft.expiry) +
           ",\n  \"withoutAccess\": " + word(draft.withoutAccess) +
           ",\n  \"readAll\": " + word(selection.allDatabases(Action::Read)) +
           ",\n  \"writeAll\": " + word(selection.allDatabases(Action::Write)) + ",\n  \"databases\": [" +
           rows + "\n  ]\n}\n";
}

Result<TokenDraft, DocumentFault> decodeDraft(const QByteArray &json)
{
    const auto text = JsonText::parse(json);
    if (!text)
        return unexpected(text.error());
    const JsonNode &root = text->root();
    JsonReader reader(*text);
    const JsonNode *const kind = reader.find(root, "tokenry");
    if (root.kind != JsonNode::Kind::Object || !kind || kind->text != marker)
        return unexpected(text->faultAt(Kind::OtherDocument, root));
    if (reader.integer(root, "version") > version)
        reader.refuse(Kind::NewerVersion, *reader.find(root, "version"));
    reader.allow(root, {"tokenry", "version", "description", "expiry", "withoutAccess", "readAll", "writeAll",
                        "databases"});
    TokenDraft draft;
    draft.description = reader.text(root, "description");
    draft.expiry = expiryIn(reader, root);
    draft.withoutAccess = reader.flag(root, "withoutAccess");
    draft.permissions = selectionIn(reader, root);
    if (reader.fault())
        return unexpected(*reader.fault());
    return draft;
}

} // namespace tokenry
