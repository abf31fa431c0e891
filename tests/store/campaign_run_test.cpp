// A campaign on a store: whom it finds, how it is started, cut short, repeated, stopped, and what came of it.

#include "core/desk/campaign_office.h"
#include "core/history/check.h"
#include "tests/support/nothing_asked.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Karen = u"karen"_s, Priya = u"priya"_s;
constexpr qint64 DayUs = qint64(86400) * 1000000;

struct Site {
    Site()
    {
        auto it = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
        must(it);
        place = std::move(*it);
        RooftopFacts rooftop;
        rooftop.name = u"Cedar Hill Motors"_s;
        rooftop.zone = u"America/Chicago"_s;
        must(place->setUpRooftop(rooftop));
        must(place->addUser({Karen, u"Karen Lindqvist"_s, u"manager"_s}));
        must(place->addUser({Priya, u"Priya Natarajan"_s, u"agent"_s}));
    }

    template <class T> static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }

    CampaignOffice office() { return CampaignOffice(*place); }

    // Somebody who was called once, and is lost over the price.
    Workplace::LeadRef lose(const QString &owner = {})
    {
        ++count;
        LeadDraft draft = draftNamed(u"Customer Number%1"_s.arg(count), u"+1316555%1"_s.arg(count, 4, 10, QLatin1Char('0')));
        draft.ownerLogin = owner;
        const auto came = place->recorder().recordNewCustomer(draft, Priya);
        must(came);
        const Workplace::LeadRef lead{came->customer, came->state.leads.first().id};
        RecordRequest call;
        call.customer = lead.customer;
        call.lead = lead.lead;
        call.outcome = Outcome::NoAnswer;
        must(place->record(call, Priya));
        EventDraft said;
        said.customer = lead.customer;
        said.lead = lead.lead;
        said.kind = EventKind::ObjectionRaised;
        said.actor = Priya;
        said.body = {{u"objection"_s, u"price"_s}};
        must(place->recorder().record(said));
        must(place->closeLead(lead.customer, lead.lead, LeadStatus::Lost, u"Too dear"_s, Priya));
        return lead;
    }

    QVector<Workplace::LeadRef> lose(int many)
    {
        QVector<Workplace::LeadRef> all;
        for (int i = 0; i < many; ++i)
            all << lose();
        return all;
    }

    LeadState state(const Workplace::LeadRef &lead)
    {
        const auto customer = place->customer(lead.customer);
        must(customer);
        return *customer->lead(lead.lead);
    }

    Campaign cheaper()
    {
        auto campaign = office().blank(u"Cheaper CR-V"_s);
        must(campaign);
        campaign->kind = ChangeKind::Price;
        campaign->says = u"The CR-V is 1,500 dollars less until the end of the month"_s;
        campaign->who.objections = {Objection::Price};
        return *campaign;
    }

    // Kept, and started to the end.
    CampaignMove start(const Campaign &campaign)
    {
        must(office().keep(campaign, Karen));
        for (;;) {
            const auto move = office().start(campaign.id, Karen);
            must(move);
            if (move->left == 0)
                return *move;
        }
    }

    int differences()
    {
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        must(report);
        return report->differences;
    }

    int chosenBy(const Workplace::LeadRef &lead, const QString &campaign)
    {
        const auto events = place->history(lead.customer);
        must(events);
        return int(std::count_if(events->cbegin(), events->cend(), [&](const Event &e) {
            return e.kind == EventKind::PlanChosen && e.body.value(u"campaign"_s).toString() == campaign;
        }));
    }

    TempStore store;
    std::unique_ptr<Workplace> place;
    int count = 0;
};

} // namespace

class CampaignRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itFindsWhoItSpeaksToAndCountsWhoItLeavesOut()
    {
        Site site;
        const auto lost = site.lose(5);
        VERIFY_OK(site.place->setDoNotContact(lost[1].customer, {}, {}, u"asked"_s, Priya));
        Campaign campaign = site.cheaper();
        auto preview = site.office().preview(campaign);
        VERIFY_OK(preview);
        QCOMPARE(preview->in, 4);
        QCOMPARE(preview->leftOut(LeftOut::AskedToStop), 1);
        QCOMPARE(preview->firstDay, QDate(2026, 11, 17));
        campaign.who.model = u"Civic"_s;
        preview = site.office().preview(campaign);
        VERIFY_OK(preview);
        QVERIFY(preview->people.isEmpty());
        campaign.who.model = u"cr-v"_s;
        campaign.who.objections = {Objection::Trade};
        preview = site.office().preview(campaign);
        VERIFY_OK(preview);
        QVERIFY(preview->people.isEmpty());
        QCOMPARE(site.state(lost[0]).status, LeadStatus::Lost); // looking changes nothing
    }

    void startingPutsEachOnThePlanOnTheirDay()
    {
        Site site;
        const auto lost = site.lose(5);
        Campaign campaign = site.cheaper();
        campaign.perDay = 2;
        const CampaignMove move = site.start(campaign);
        QCOMPARE(move.done, 5);
        QCOMPARE(move.out, 0);
        QMap<QDate, int> turns;
        for (const auto &one : lost) {
            const LeadState lead = site.state(one);
            QCOMPARE(lead.status, LeadStatus::Open);
            QCOMPARE(lead.planId, u"re-engagement"_s);
            QVERIFY(lead.campaign && lead.campaign->id == campaign.id);
            QCOMPARE(lead.campaign->says, u"The CR-V is 1,500 dollars less until the end of the month."_s);
            const QDate day = zones::local(lead.planStartedAt, u"America/Chicago"_s).date;
            ++turns[day];
            const auto view = site.place->view(one.customer, one.lead, Priya);
            VERIFY_OK(view);
            QVERIFY(view->step && view->step->step == 1);
            QCOMPARE(zones::local(view->step->dueAt, u"America/Chicago"_s).date, day);
        }
        QCOMPARE(turns, (QMap<QDate, int>{{QDate(2026, 11, 17), 2}, {QDate(2026, 11, 18), 2}, {QDate(2026, 11, 19), 1}}));
        QCOMPARE(site.differences(), 0);
    }

    void theWordsSayWhatChangedAsLongAsItIsSo()
    {
        Site site;
        const auto lost = site.lose();
        Campaign campaign = site.cheaper();
        campaign.until = campaign.from.addDays(3);
        site.start(campaign);
        const auto words = [&] {
            const auto view = site.place->view(lost.customer, lost.lead, Priya);
            Site::must(view);
            return view->words.value(Medium::Text);
        };
        QVERIFY2(words().body.contains(u"1,500 dollars less until the end of the month. Would"_s), qPrintable(words().body));
        QVERIFY(!words().missing.contains(u"news"_s));
        const auto view = site.place->view(lost.customer, lost.lead, Priya);
        VERIFY_OK(view);
        QVERIFY(view->why.join(u' ').contains(u"1,500 dollars less"_s));
        site.store.clock.advance(std::chrono::hours(24 * 5));
        QVERIFY(words().missing.contains(u"news"_s)); // nothing that is not so any more, and nothing empty
    }

    void aStartThatIsRepeatedOrCutShortPutsNobodyOnThePlanTwice()
    {
        Site site;
        const auto lost = site.lose(CampaignRun::Part + 7);
        Campaign campaign = site.cheaper();
        campaign.perDay = 500;
        VERIFY_OK(site.office().keep(campaign, Karen));
        const auto first = site.office().start(campaign.id, Karen);
        VERIFY_OK(first);
        QCOMPARE(first->done, CampaignRun::Part);
        QCOMPARE(first->left, 7);
        // One of those who wait stops us, before the start goes on.
        const auto waiting = std::find_if(lost.cbegin(), lost.cend(), [&](const auto &one) { return site.state(one).status == LeadStatus::Lost; });
        VERIFY_OK(site.place->setDoNotContact(waiting->customer, {}, {}, u"asked"_s, Priya));
        const auto shelf = site.office().shelf();
        VERIFY_OK(shelf);
        QCOMPARE(shelf->find(campaign.id)->waiting, 7);
        for (int i = 0; i < 3; ++i) {
            const auto move = site.office().start(campaign.id, Karen);
            VERIFY_OK(move);
            QCOMPARE(move->left, 0);
            QCOMPARE(move->done, CampaignRun::Part + 6);
            QCOMPARE(move->out, 1);
        }
        for (const auto &one : lost)
            QCOMPARE(site.chosenBy(one, campaign.id), one.customer == waiting->customer ? 0 : 1);
        QCOMPARE(site.differences(), 0);
        // A second one for the same people leaves them in peace.
        const auto again = site.office().preview(site.cheaper());
        VERIFY_OK(again);
        QCOMPARE(again->in, 0);
    }

    void stoppingTakesBackWhoWasNotSpokenWith()
    {
        Site site;
        const auto lost = site.lose(3);
        Campaign campaign = site.cheaper();
        site.start(campaign);
        site.store.clock.advance(std::chrono::hours(24));
        RecordRequest call;
        call.customer = lost[0].customer;
        call.lead = lost[0].lead;
        call.outcome = Outcome::Reached;
        VERIFY_OK(site.place->record(test::nothingAsked(call), Priya));
        for (int i = 0; i < 2; ++i) { // the second changes nothing more
            const auto move = site.office().stop(campaign.id, Karen);
            VERIFY_OK(move);
            QCOMPARE(move->left, 0);
            QCOMPARE(move->done, 2);
            QCOMPARE(move->out, 1);
        }
        QCOMPARE(site.state(lost[0]).status, LeadStatus::Open);
        for (const auto &one : {lost[1], lost[2]}) {
            const LeadState lead = site.state(one);
            QCOMPARE(lead.status, LeadStatus::Lost);
            QCOMPARE(lead.closedReason, u"Too dear"_s);
            QVERIFY(!lead.campaign);
            QVERIFY(lead.planId != u"re-engagement"_s);
        }
        QCOMPARE(site.differences(), 0);
        const auto again = site.office().start(campaign.id, Karen);
        QVERIFY(!again && again.error().code == Code::Conflict);
        const auto result = site.office().result(campaign.id);
        VERIFY_OK(result);
        QCOMPARE(result->people.size(), 1);
        QCOMPARE(result->takenBack, 2);
    }

    void aSleepingLeadGoesBackToThePlanItWasOn()
    {
        Site site;
        const auto one = site.lose();
        VERIFY_OK(site.place->closeLead(one.customer, one.lead, LeadStatus::Open, {}, Priya));
        const LeadState before = site.state(one);
        site.store.clock.advance(Duration(45 * DayUs));
        Campaign campaign = site.cheaper();
        campaign.who.lost = false;
        QCOMPARE(site.start(campaign).done, 1);
        QCOMPARE(site.state(one).planId, u"re-engagement"_s);
        VERIFY_OK(site.office().stop(campaign.id, Karen));
        QCOMPARE(site.state(one), before);
        QCOMPARE(site.differences(), 0);
    }

    void whoseLeadItWasAndWorksHereNoMoreDoesNotHideIt()
    {
        Site site;
        VERIFY_OK(site.place->addUser({u"dana"_s, u"Dana Whitaker"_s, u"agent"_s}));
        const auto hers = site.lose(u"dana"_s), his = site.lose(Priya);
        VERIFY_OK(site.place->setUser({u"dana"_s, u"Dana Whitaker"_s, u"agent"_s}, false));
        site.start(site.cheaper());
        QVERIFY(site.state(hers).owner.isEmpty());
        QCOMPARE(site.state(his).owner, Priya);
    }

    void whatCameOfItLeadsToItsPeople()
    {
        Site site;
        const auto lost = site.lose(3);
        Campaign campaign = site.cheaper();
        site.start(campaign);
        site.store.clock.advance(std::chrono::hours(24));
        RecordRequest call;
        call.customer = lost[1].customer;
        call.lead = lost[1].lead;
        call.outcome = Outcome::Reached;
        VERIFY_OK(site.place->record(test::nothingAsked(call), Priya));
        VERIFY_OK(site.place->setAppointment(lost[1].customer, lost[1].lead, {site.store.clock.now().us + DayUs}, {}, Priya));
        VERIFY_OK(site.place->reply(lost[2].customer, lost[2].lead, Medium::Text, u"STOP"_s, Priya));
        const auto result = site.office().result(campaign.id);
        VERIFY_OK(result);
        QCOMPARE(result->people.size(), 3);
        QCOMPARE(result->of(Came::Touched), QVector<LeadId>{lost[1].lead});
        QVERIFY(result->of(Came::Reached).contains(lost[1].lead) && result->of(Came::Reached).contains(lost[2].lead));
        QCOMPARE(result->of(Came::Appointment), QVector<LeadId>{lost[1].lead});
        QCOMPARE(result->of(Came::OptedOut), QVector<LeadId>{lost[2].lead});
        QVERIFY(result->of(Came::Sold).isEmpty());
    }

    void onlyManagersRunThemAndWhatWasStartedStays()
    {
        Site site;
        site.lose(2);
        Campaign campaign = site.cheaper();
        const auto denied = site.office().keep(campaign, Priya);
        QVERIFY(!denied && denied.error().code == Code::Denied);
        VERIFY_OK(site.office().keep(campaign, Karen));
        Campaign unfinished = campaign;
        unfinished.says.clear();
        VERIFY_OK(site.office().keep(unfinished, Karen)); // a draft may be
        const auto notYet = site.office().start(campaign.id, Karen);
        QVERIFY(!notYet && notYet.error().code == Code::Invalid);
        site.start(campaign);
        const auto kept = site.office().keep(campaign, Karen);
        QVERIFY(!kept && kept.error().code == Code::Conflict);
        const auto dropped = site.office().drop(campaign.id, Karen);
        QVERIFY(!dropped && dropped.error().code == Code::Conflict);
        const auto unknown = site.office().stop(u"nothing"_s, Karen);
        QVERIFY(!unknown && unknown.error().code == Code::NotFound);
        Campaign nobody = site.cheaper();
        nobody.who.make = u"Lada"_s;
        VERIFY_OK(site.office().keep(nobody, Karen));
        const auto started = site.office().start(nobody.id, Karen);
        QVERIFY(!started && started.error().code == Code::Invalid);
        VERIFY_OK(site.office().drop(nobody.id, Karen));
    }
};

QTEST_GUILESS_MAIN(CampaignRunTest)
#include "campaign_run_test.moc"
