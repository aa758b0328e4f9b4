// SPDX-License-Identifier: MIT
#include "models/pastelist.h"

#include <QTest>

using namespace tokenry;
using Match = PasteList::Match;

class PasteListTest : public QObject
{
    Q_OBJECT

    static PermissionSelection cluster()
    {
        std::vector<Database> databases;
        for (const QString &name : {u"billing"_qs, u"billing_events"_qs, u"crm"_qs, u"*"_qs})
            databases.push_back({name, {}});
        return PermissionSelection(std::make_shared<const DatabaseCatalog>(std::move(databases)));
    }

    static QString text(const PasteList &list)
    {
        QStringList names;
        for (const PastedName &each : list.result())
            names += each.name + u':' + (each.actions->read ? u"r"_qs : QString()) +
                     (each.actions->write ? u"w"_qs : QString());
        return names.join(u' ');
    }

private Q_SLOTS:
    void tellsMatchesApart()
    {
        PasteList list(cluster(), true);
        list.setText(u"crm\ncrm_old\nbilling rw\nbilling_ev\n*\n"_qs + QString(65, u'x'));
        QCOMPARE(list.lines().size(), size_t(6));
        QCOMPARE(list.lines()[0].match, Match::Near);
        QCOMPARE(list.lines()[0].near, u"billing_events"_qs);
        QCOMPARE(list.lines()[1].match, Match::Unknown);
        QCOMPARE(list.lines()[2].match, Match::Unusable);
        QCOMPARE(list.lines()[2].fault, Resource::Fault::MeansAllDatabases);
        QCOMPARE(list.lines()[3].fault, Resource::Fault::TooLong);
        QCOMPARE(list.lines()[4].name, u"crm"_qs);
        QCOMPARE(list.lines()[5].name, u"billing"_qs);
        const PasteList::Counts counts = list.counts();
        QCOMPARE(counts.listed, size_t(2));
        QCOMPARE(counts.near, size_t(1));
        QCOMPARE(counts.unknown, size_t(1));
        QCOMPARE(counts.unusable, size_t(2));
        QCOMPARE(counts.taken, size_t(2));
        QCOMPARE(text(list), u"crm:r billing:rw"_qs);
    }

    void usesWhatIsMeant()
    {
        PasteList list(cluster(), true);
        list.setText(u"billing_ev w, crn r, crm"_qs);
        list.useNear(0, true);
        QCOMPARE(text(list), u"billing_events:w crm:r"_qs);
        QCOMPARE(list.counts().near, size_t(1));
        list.useAllNear();
        QCOMPARE(text(list), u"billing_events:w crm:r crm:r"_qs);
        list.useNear(0, false);
        QCOMPARE(text(list), u"crm:r crm:r"_qs);
    }

    void addsUnlistedOnRequest()
    {
        PasteList list(cluster(), true);
        list.setText(u"billing_ev, crm_old, crm, *"_qs);
        list.takeUnlisted(true);
        QCOMPARE(text(list), u"billing_ev:r crm_old:r crm:r"_qs);
        QCOMPARE(list.counts().flagged, size_t(2));
        list.take(0, false);
        QCOMPARE(text(list), u"crm_old:r crm:r"_qs);
        list.take(2, true);
        QCOMPARE(text(list), u"crm_old:r crm:r"_qs);
        list.takeUnlisted(false);
        QCOMPARE(text(list), u"crm:r"_qs);
    }

    void decisionsHoldWhileTheTextIsEdited()
    {
        PasteList list(cluster(), true);
        list.setText(u"billing_ev, crm_old, crm"_qs);
        list.useNear(0, true);
        list.take(1, true);
        list.take(2, false);
        list.setText(u"crm, billing, billing_ev, crm_old"_qs);
        QCOMPARE(text(list), u"billing_events:r crm_old:r billing:r"_qs);
    }

    void defaultsAreForLinesThatSayNothing()
    {
        PasteList list(cluster(), true);
        list.setText(u"billing r, crm"_qs);
        list.setDefaults(ActionSet::only(Action::Write));
        QCOMPARE(text(list), u"billing:r crm:w"_qs);
        list.setDefaults({});
        QCOMPARE(text(list), u"billing:r"_qs);
        QCOMPARE(list.counts().taken, size_t(1));
    }
};

QTEST_GUILESS_MAIN(PasteListTest)
#include "tst_pastelist.moc"
