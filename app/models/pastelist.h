// SPDX-License-Identifier: MIT
#pragma once

#include "domain/pastednames.h"
#include "domain/permissionselection.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace tokenry
{

/// A pasted list of names held against the databases of a cluster: which are there, which may be meant, which
/// are not there, and what of it the person wants. What was decided about a name holds while the text is
/// edited further.
class PasteList
{
public:
    enum class Match {
        /// On the cluster.
        Listed,
        /// Not there, but another name is near.
        Near,
        /// Not there; or the databases are not known.
        Unknown,
        /// No permission can be asked for it; see fault.
        Unusable,
    };
    struct Line
    {
        QString name;
        /// Said in the list.
        std::optional<ActionSet> said;
        Match match = Match::Unknown;
        /// For Near: the name that may be meant.
        QString near;
        /// For Near: the person says that it is meant.
        bool usesNear = false;
        /// Whether the line is taken over.
        bool taken = false;
        /// For Unusable.
        Resource::Fault fault = Resource::Fault::Empty;

        /// What the line comes to.
        [[nodiscard]] const QString &meant() const { return usesNear ? near : name; }
        /// It will be permitted although it is not on the cluster.
        [[nodiscard]] bool isFlagged() const { return taken && match != Match::Listed && !usesNear; }
    };
    struct Counts
    {
        size_t listed = 0;
        /// Near ones that were not decided about.
        size_t near = 0;
        size_t unknown = 0;
        size_t unusable = 0;
        size_t taken = 0;
        size_t flagged = 0;
    };

    /// No near names are looked for beyond so many names that are not there: the list is for another cluster.
    static constexpr size_t mostNearNames = 300;

    /// \a selection is the draft's, as it is now: a copy is kept. \a databasesKnown: whether its catalog was
    /// read from the cluster.
    PasteList(PermissionSelection selection, bool databasesKnown);

    [[nodiscard]] bool databasesKnown() const { return m_databasesKnown; }
    void setText(const QString &text);
    /// What lines get that say nothing.
    void setDefaults(ActionSet actions) { m_defaults = actions; }
    [[nodiscard]] ActionSet defaults() const { return m_defaults; }

    /// First what needs a decision, then what cannot be permitted, then what is there; each in the list's
    /// order.
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] ActionSet actionsOf(const Line &line) const { return line.said.value_or(m_defaults); }
    [[nodiscard]] Counts counts() const;

    /// A near name is meant, or not after all.
    void useNear(size_t line, bool on);
    void useAllNear();
    /// Takes the line over or leaves it out. Nothing for a name that cannot be permitted.
    void take(size_t line, bool on);
    /// All names that are not on the cluster, near ones that were not decided about among them.
    void takeUnlisted(bool on);

    /// What to permit.
    [[nodiscard]] std::vector<PastedName> result() const;

private:
    void recognise(const PastedName &pasted, size_t &nearSought);
    [[nodiscard]] QString nearName(const QString &missing);

    PermissionSelection m_selection;
    bool m_databasesKnown;
    ActionSet m_defaults = ActionSet::only(Action::Read);
    std::vector<Line> m_lines;
    /// Looked up before; empty where none is near.
    QHash<QString, QString> m_nearNames;
    QSet<QString> m_usesNear;
    /// Decisions against what a line's match says: listed ones left out, unlisted ones taken.
    QHash<QString, bool> m_taken;
};

} // namespace tokenry
