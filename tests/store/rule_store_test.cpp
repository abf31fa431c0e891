// Contact rules a manager changes: kept version by version, and everybody is planned by them at once.

#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "core/plan/rule_store.h"
#include "core/plan/rule_text.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Karen = u"karen"_s, Priya = u"priya"_s;

struct Site {
    Site()
    {
        place = opened();
        RooftopFacts rooftop;
        rooftop.name = u"Cedar Hill Motors"_s;
        rooftop.zone = u"America/New_York"_s;
        must(place->setUpRooftop(rooftop));
        must(place->addUser({Karen, u"Karen Lindqvist"_s, u"manager"_s}));
        must(place->addUser({Priya, u"Priya Natarajan"_s, u"agent"_s}));
        for (int i = 0; i < 5; ++i)
            arrive(i);
    }

    std::unique_ptr<Workplace> opened()
    {
        auto it = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
        must(it);
        return std::move(*it);
    }

    template <class T> static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }

    Recorded arrive(int i)
    {
        LeadDraft draft = draftNamed(u"Customer Number%1"_s.arg(i), u"+130555501%1"_s.arg(i, 2, 10, QLatin1Char('0'))); // Miami
        draft.source = u"Website"_s;
        const auto recorded = place->recorder().recordNewCustomer(draft, Priya);
        must(recorded);
        return *recorded;
    }

    int differences()
    {
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        must(report);
        for (const QString &finding : report->findings)
            qWarning("%s", qPrintable(finding));
        return report->differences;
    }

    static RuleWish florida(const QString &hours)
    {
        RuleWish wish{*RuleBook::shipped().find(u"fl-hours"_s), false, u"Our lawyer says so."_s};
        wish.rule.hours = *rule_text::hoursFromText(hours);
        return wish;
    }

    TempStore store;
    std::unique_ptr<Workplace> place;
};

} // namespace

class RuleStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsPlannedByAChangedRuleAtOnce()
    {
        Site site;
        const RuleWish wish = site.florida(u"mon-fri 18:00-19:00"_s);
        const auto weight = site.place->weighRule(wish);
        QVERIFY(weight);
        QCOMPARE(weight->people, 5);
        QCOMPARE(weight->later, 5);
        QCOMPARE(weight->earlier, 0);
        QCOMPARE(weight->some.size(), 5);
        QCOMPARE(site.place->ruleChanges().size(), 0); // weighing says nothing
        const auto changed = site.place->setRule(wish, Karen);
        VERIFY_OK(changed);
        QCOMPARE(*changed, 5);
        QCOMPARE(site.differences(), 0);
        const auto again = site.place->weighRule(wish);
        QVERIFY(again);
        QCOMPARE(again->later + again->earlier, 0);
    }

    void everyVersionIsKeptWithWhoAndWhy()
    {
        Site site;
        VERIFY_OK(site.place->setRule(site.florida(u"mon-sun 09:00-19:00"_s), Karen));
        VERIFY_OK(site.place->setRule(site.florida(u"mon-sun 10:00-18:00"_s), Karen));
        RuleWish back{*RuleBook::shipped().find(u"fl-hours"_s), true, u"He changed his mind."_s};
        VERIFY_OK(site.place->setRule(back, Karen));
        const auto shelf = site.place->ruleShelf();
        VERIFY_OK(shelf);
        const RuleOnShelf *one = shelf->find(u"fl-hours"_s);
        QVERIFY(one);
        QCOMPARE(one->rule.version, 0);
        QCOMPARE(one->changes.size(), 3);
        QCOMPARE(one->changes[0].reason, u"He changed his mind."_s);
        QCOMPARE(one->changes[2].by, Karen);
        QCOMPARE(one->changes[2].version, 1);
        QCOMPARE(site.differences(), 0);
        const auto twice = site.place->setRule(back, Karen);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Code::NotFound);
        // Nobody takes a version away.
        RuleChange other = one->changes[2];
        other.reason = u"another"_s;
        VERIFY_OK(keepRuleChanges(site.place->db(), site.place->rooftopId(), {other}));
        const auto read = readRuleChanges(site.place->db(), site.place->rooftopId());
        VERIFY_OK(read);
        QCOMPARE(read->first().reason, u"Our lawyer says so."_s);
    }

    void onlyAManagerChangesThemAndNobodyLoosensALaw()
    {
        Site site;
        const auto agent = site.place->setRule(site.florida(u"mon-sun 09:00-19:00"_s), Priya);
        QVERIFY(!agent);
        QCOMPARE(agent.error().code, Code::Denied);
        const auto looser = site.place->setRule(site.florida(u"mon-sun 07:00-21:00"_s), Karen);
        QVERIFY(!looser);
        QCOMPARE(looser.error().code, Code::Invalid);
        QCOMPARE(site.place->ruleChanges().size(), 0);
    }

    // Whoever has the store open, too, records by the new rule: it is looked for in every transaction.
    void anotherProcessRecordsByItAtOnce()
    {
        Site site;
        const auto other = site.opened();
        VERIFY_OK(site.place->setRule(site.florida(u"mon-fri 18:00-19:00"_s), Karen));
        LeadDraft draft = draftNamed(u"Late Comer"_s, u"+13055550177"_s);
        draft.source = u"Website"_s;
        VERIFY_OK(other->recorder().recordNewCustomer(draft, Priya));
        QCOMPARE(rule_text::hoursText(other->plans().rules().hours(u"FL"_s)), u"mon-fri 18:00-19:00"_s);
        QCOMPARE(site.differences(), 0);
    }

    // Said and then cut off before everybody was planned: the next one who opens the store goes on.
    void openingGoesOnWhereAChangeWasCutOff()
    {
        Site site;
        VERIFY_OK(site.place->sayRule(site.florida(u"mon-fri 18:00-19:00"_s), Karen));
        const auto report = checkStore(site.place->db(), site.place->rooftopId(), site.place->plans(), false);
        VERIFY_OK(report);
        QCOMPARE(report->differences + report->waiting, 5); // a shared database has marked them
        site.place.reset();
        site.place = site.opened();
        QCOMPARE(site.differences(), 0);
    }

    // A program with other shipped rules had planned the store.
    void openingNoticesThatShippedRulesChanged()
    {
        Site site;
        VERIFY_OK(site.place->sayRule(site.florida(u"mon-fri 18:00-19:00"_s), Karen));
        site.arrive(9);
        VERIFY_OK(site.place->setSetting(u"planned_by"_s, u"another program"_s));
        site.place.reset();
        site.place = site.opened();
        QCOMPARE(site.differences(), 0);
        const auto planned = site.place->setting(u"planned_by"_s);
        VERIFY_OK(planned);
        QVERIFY2(planned->endsWith(QLatin1String(site.place->plans().rules().digest())), qPrintable(*planned));
    }

    void aLimitOfTheHouseIsAddedAndWithdrawn()
    {
        Site site;
        RuleWish wish{*RuleBook::shipped().find(u"house-week"_s), false, u"Less is more."_s};
        wish.rule.id = u"house-day"_s;
        wish.rule.most = 1;
        wish.rule.inHours = 24;
        VERIFY_OK(site.place->setRule(wish, Karen));
        QCOMPARE(site.place->plans().rules().houseCaps().size(), 2);
        wish.asShipped = true;
        VERIFY_OK(site.place->setRule(wish, Karen));
        QCOMPARE(site.place->plans().rules().houseCaps().size(), 1);
        QCOMPARE(site.place->ruleChanges().size(), 2);
        QCOMPARE(site.differences(), 0);
    }

    void aRuleOfTheHouseIsOverruledWithAReasonAndALawIsNot()
    {
        Site site;
        const Recorded person = site.arrive(8);
        RecordRequest call;
        call.customer = person.customer;
        call.lead = person.state.leads.first().id;
        call.outcome = Outcome::NoAnswer;
        call.overrule = u"Her car is being towed away."_s;
        const auto nothing = site.place->record(call, Priya);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, Code::Invalid);
        call.overrule.clear();
        VERIFY_OK(site.place->record(call, Priya));
        call.overrule = u"Her car is being towed away."_s;
        VERIFY_OK(site.place->record(call, Priya)); // called today already, a rule of the house
        const auto view = site.place->view(person.customer, call.lead, Priya);
        VERIFY_OK(view);
        QVERIFY2(view->timeline.first().line.contains(u"towed away"_s), qPrintable(view->timeline.first().line));
        VERIFY_OK(site.place->setRule(site.florida(u"sun 12:00-13:00"_s), Karen));
        const auto outside = site.place->record(call, Priya);
        QVERIFY(!outside); // the law
        QCOMPARE(outside.error().code, Code::Denied);
        VERIFY_OK(site.place->setDoNotContact(person.customer, {}, Medium::Call, u"She asked."_s, Priya));
        const auto refused = site.place->record(call, Priya);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Denied);
        QCOMPARE(site.differences(), 0);
    }
};

QTEST_GUILESS_MAIN(RuleStoreTest)
#include "rule_store_test.moc"
