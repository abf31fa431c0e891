// Whom a campaign speaks to, who is left out and why, when the turn of each comes, and what came of it. All of it pure.
#include "core/campaign/before_after.h"
#include "core/campaign/came_of_it.h"
#include "core/campaign/capacity_ahead.h"
#include "core/campaign/spread.h"
#include "core/plan/starter_plans.h"

#include "core/time/calendar.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::function<void(beback::CustomerState &)>)
Q_DECLARE_METATYPE(std::function<void(beback::Campaign &)>)

namespace {

using Change = std::function<void(CustomerState &)>;
using Edit = std::function<void(Campaign &)>;

const Instant Now = utc("2026-11-24T20:00:00Z"); // Tuesday, one in the afternoon in Tucson
const QDate Today(2026, 11, 24);

Instant daysAgo(int days)
{
    return {Now.us - qint64(days) * 86400 * 1000000};
}

PlanBook shippedPlans()
{
    PlanBook book;
    const auto plans = loadShippedPlans();
    if (!plans)
        qFatal("%s", qPrintable(plans.error().message));
    for (const Plan &plan : *plans)
        book.add(plan);
    return book;
}

// Lost half a year ago over the payment, once reached.
CustomerState lostElena()
{
    CustomerState customer = elena();
    LeadState &lead = customer.leads[0];
    lead.planId = u"unsold-payment"_s;
    lead.arrivedAt = lead.requestedAt = lead.planStartedAt = daysAgo(200);
    touch(lead, Medium::Call, daysAgo(190), true);
    lead.objection = Objection::Payment;
    lead.objectionAt = daysAgo(190);
    lead.status = LeadStatus::Lost;
    lead.closedAt = daysAgo(180);
    lead.wanted.condition = u"new"_s;
    return customer;
}

Campaign rates()
{
    Campaign campaign;
    campaign.id = u"rates"_s;
    campaign.title = u"Rates"_s;
    campaign.says = u"The maker now finances it at 0.9 percent."_s;
    campaign.from = Today;
    return campaign;
}

DayLoads loadsFrom(QDate day, const QVector<std::pair<int, int>> &capacityAndPlanned)
{
    DayLoads loads;
    loads.isKnown = true;
    for (const auto &[capacity, planned] : capacityAndPlanned) {
        DayLoad load;
        load.day = day;
        load.capacity = capacity;
        load.planned = planned;
        loads.days << load;
        day = calendar::addBusinessDays(day, 1);
    }
    return loads;
}

Plan oneCall(const QVector<int> &days = {0})
{
    Plan plan;
    plan.id = u"news"_s;
    for (const int day : days)
        plan.steps << step(day, Medium::Call, "morning");
    for (PlanStep &one : plan.steps)
        one.count = PlanStep::Count::Business;
    return plan;
}

QVector<Addressee> people(int count)
{
    QVector<Addressee> all;
    for (int i = 0; i < count; ++i) {
        Addressee one;
        one.lead = leadId(i + 1);
        one.rank = count - i;
        all << one;
    }
    return all;
}

QVector<int> turns(const DayLoads &loads)
{
    QVector<int> all;
    for (const DayLoad &day : loads.days)
        all << day.turns;
    return all;
}

Event happened(EventKind kind, Instant at, Outcome outcome = Outcome::None, const QJsonObject &body = {})
{
    static int n = 0;
    Event one;
    ++n;
    one.id = EventId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, uchar(n / 250), uchar(n % 250)));
    one.kind = kind;
    one.occurredAt = at;
    one.outcome = outcome;
    one.hlc = {n};
    one.body = body;
    return one;
}

} // namespace

class CampaignTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSpeaksToWhomItIsFor_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Edit>("wish");
        QTest::addColumn<bool>("speaks");
        const Change same = [](CustomerState &) {};
        const Edit all = [](Campaign &) {};
        const auto row = [](const char *name, const Change &change, const Edit &wish, bool speaks) { QTest::newRow(name) << change << wish << speaks; };
        row("a lost lead", same, all, true);
        row("a lost lead, only sleeping wanted", same, [](Campaign &c) { c.who.lost = false; }, false);
        row("a sold lead", [](CustomerState &c) { c.leads[0].status = LeadStatus::Sold; }, all, false);
        row("the same as another one", [](CustomerState &c) { c.leads[0].status = LeadStatus::Duplicate; }, all, false);
        row("open and long quiet", [](CustomerState &c) { c.leads[0].status = LeadStatus::Open; }, all, true);
        row("open and quiet, only lost wanted", [](CustomerState &c) { c.leads[0].status = LeadStatus::Open; }, [](Campaign &c) { c.who.sleeping = false; }, false);
        const Change spoken = [](CustomerState &c) { c.leads[0].status = LeadStatus::Open; touch(c.leads[0], Medium::Call, daysAgo(3)); };
        row("open and touched three days ago", spoken, all, false);
        row("the same after two quiet days", spoken, [](Campaign &c) { c.who.quietDays = 2; }, true);
        row("touched three days ago, its plan is done", [spoken](CustomerState &c) { spoken(c); c.leads[0].stepsDone = 9999; }, all, true);
        row("touched three days ago, on long-term contact", [spoken](CustomerState &c) { spoken(c); c.leads[0].planId = u"long-term"_s; }, all, true);
        row("they wrote yesterday", [](CustomerState &c) { c.leads[0].status = LeadStatus::Open; c.leads[0].lastReplyAt = daysAgo(1); }, all, false);
        row("its objection", same, [](Campaign &c) { c.who.objections = {Objection::Price, Objection::Payment}; }, true);
        row("another objection", same, [](Campaign &c) { c.who.objections = {Objection::Price}; }, false);
        row("no objection heard", [](CustomerState &c) { c.leads[0].objection.reset(); }, [](Campaign &c) { c.who.objections = {Objection::Payment}; }, false);
        row("its car, in other letters", same, [](Campaign &c) { c.who.make = u"honda"_s; c.who.model = u" cr-v "_s; }, true);
        row("another make", same, [](Campaign &c) { c.who.make = u"Ford"_s; }, false);
        row("its year", same, [](Campaign &c) { c.who.yearFrom = 2024; c.who.yearTo = 2024; }, true);
        row("later years", same, [](Campaign &c) { c.who.yearFrom = 2025; }, false);
        row("earlier years", same, [](Campaign &c) { c.who.yearTo = 2023; }, false);
        row("a year nobody wrote", [](CustomerState &c) { c.leads[0].wanted.year.clear(); }, [](Campaign &c) { c.who.yearTo = 2025; }, false);
        row("new", same, [](Campaign &c) { c.who.condition = u"new"_s; }, true);
        row("used", same, [](Campaign &c) { c.who.condition = u"used"_s; }, false);
        row("old enough", same, [](Campaign &c) { c.who.ageFrom = 200; }, true);
        row("too young", same, [](Campaign &c) { c.who.ageFrom = 201; }, false);
        row("not too old", same, [](Campaign &c) { c.who.ageTo = 200; }, true);
        row("too old", same, [](Campaign &c) { c.who.ageTo = 199; }, false);
    }
    void itSpeaksToWhomItIsFor()
    {
        QFETCH(Change, change);
        QFETCH(Edit, wish);
        CustomerState customer = lostElena();
        Campaign campaign = rates();
        change(customer);
        wish(campaign);
        QTEST(speaksTo(campaign, customer.leads[0], shippedPlans(), Now), "speaks");
    }

    void whoIsLeftOutHasAReason_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason"); // empty: in
        const auto row = [](const char *name, const Change &change, const char *reason) { QTest::newRow(name) << change << QString::fromLatin1(reason); };
        const auto refuse = [](CustomerState &c, std::optional<Medium> medium) { c.doNotContact << DoNotContact{EventId(), {}, medium, daysAgo(9), u"asked"_s}; };
        const auto another = [](CustomerState &c) {
            LeadState lead = c.leads[0];
            lead.id = leadId(2);
            lead.status = LeadStatus::Open;
            lead.planId = u"fresh-internet"_s;
            lead.arrivedAt = lead.planStartedAt = daysAgo(2);
            lead.lastAttemptAt = daysAgo(1);
            lead.objection.reset();
            c.leads << lead;
        };
        row("nothing stands against it", [](CustomerState &) {}, "");
        row("asked to hear no more", [refuse](CustomerState &c) { refuse(c, {}); }, "asked_to_stop");
        row("no calls, but mail", [refuse](CustomerState &c) { refuse(c, Medium::Call); }, "");
        row("nothing the plan could use", [refuse](CustomerState &c) { for (const Medium m : {Medium::Call, Medium::Text, Medium::Email}) refuse(c, m); }, "opted_out");
        row("no number, no address", [](CustomerState &c) { c.points.clear(); }, "no_way");
        row("bought another car here", [another](CustomerState &c) { another(c); c.leads[1].status = LeadStatus::Sold; }, "bought_here");
        row("bought elsewhere", [](CustomerState &c) { c.leads[0].boughtElsewhereAt = daysAgo(185); }, "bought_elsewhere");
        row("bought elsewhere before they asked", [](CustomerState &c) { c.leads[0].boughtElsewhereAt = daysAgo(900); }, "");
        row("an appointment on another lead", [another](CustomerState &c) { another(c); c.leads[1].appointment = Appointment{EventId(), daysAgo(-2), {}, false}; }, "agreed");
        row("a promise", [another](CustomerState &c) { another(c); c.leads[1].promise = Promise{EventId(), daysAgo(-1), Medium::Call, u"dana"_s}; }, "agreed");
        row("a reply that waits", [another](CustomerState &c) { another(c); c.leads[1].waitingReply = Medium::Text; }, "agreed");
        row("a fresh interest beside it", another, "being_worked");
        row("never contacted", [](CustomerState &c) { c.leads[0].attempts = 0; }, "never_contacted");
        row("in a campaign a month ago", [](CustomerState &c) { c.leads[0].campaign = CampaignNews{u"sale"_s, {}, {}, daysAgo(30), {}, true}; }, "other_campaign");
        row("in a campaign long ago", [](CustomerState &c) { c.leads[0].campaign = CampaignNews{u"sale"_s, {}, {}, daysAgo(61), {}, true}; }, "");
        row("as many touches as the house allows", [](CustomerState &c) { for (int i = 1; i < 7; ++i) c.touches << Touch{daysAgo(i), Medium::Email, {}, u"marketing"_s}; }, "limit");
    }
    void whoIsLeftOutHasAReason()
    {
        QFETCH(Change, change);
        CustomerState customer = lostElena();
        change(customer);
        // At night calls wait for the morning; that keeps nobody out.
        for (const Instant now : {Now, Instant{Now.us + qint64(10) * 3600 * 1000000}}) {
            const auto one = addresseeOf(rates(), customer, shippedPlans(), now);
            QVERIFY(one);
            QTEST(one->leftOut ? toText(*one->leftOut) : QString(), "reason");
        }
    }

    void theClosestAndFreshestObjectionComesFirst()
    {
        const PlanBook plans = shippedPlans();
        const auto rank = [&](Objection objection, int days) {
            CustomerState customer = lostElena();
            customer.leads[0].objection = objection;
            customer.leads[0].objectionAt = customer.leads[0].lastReachedAt = daysAgo(days);
            return addresseeOf(rates(), customer, plans, Now)->rank;
        };
        QVERIFY(rank(Objection::Payment, 20) > rank(Objection::Payment, 190));
        QVERIFY(rank(Objection::Payment, 190) > rank(Objection::Price, 20));
        QVERIFY(rank(Objection::Price, 190) > rank(Objection::Thinking, 1));
    }

    void onePersonIsSpokenToOnceByTheLeadThatFitsMost()
    {
        CustomerState customer = lostElena();
        LeadState other = customer.leads[0];
        other.id = leadId(2);
        other.objection = Objection::Thinking;
        customer.leads.prepend(other);
        const auto one = addresseeOf(rates(), customer, shippedPlans(), Now);
        QVERIFY(one);
        QCOMPARE(one->lead, leadId(1));
    }

    void turnsFillTheRoomThatIsLeft_data()
    {
        QTest::addColumn<QVector<std::pair<int, int>>>("days"); // capacity and planned
        QTest::addColumn<QVector<int>>("stepDays");
        QTest::addColumn<int>("perDay");
        QTest::addColumn<QVector<int>>("turns"); // of ten people
        using Days = QVector<std::pair<int, int>>;
        using Turns = QVector<int>;
        QTest::newRow("all at once") << Days{{50, 0}, {50, 0}} << QVector{0} << 20 << Turns{10, 0};
        QTest::newRow("so many a day") << Days{{50, 0}, {50, 0}, {50, 0}} << QVector{0} << 4 << Turns{4, 4, 2};
        QTest::newRow("a full day is passed over") << Days{{8, 8}, {8, 2}, {8, 9}, {8, 4}} << QVector{0} << 20 << Turns{0, 6, 0, 4};
        QTest::newRow("what follows needs room too") << Days{{20, 0}, {3, 0}, {20, 0}, {20, 0}, {20, 0}} << QVector{0, 1} << 20 << Turns{3, 0, 7, 0, 0};
        QTest::newRow("two touches on one day") << Days{{9, 0}, {20, 0}} << QVector{0, 0} << 20 << Turns{4, 6};
        QTest::newRow("who does not fit is left out") << Days{{3, 0}, {3, 1}} << QVector{0} << 20 << Turns{3, 2};
    }
    void turnsFillTheRoomThatIsLeft()
    {
        QFETCH(QVector<int>, stepDays);
        QFETCH(int, perDay);
        using Days = QVector<std::pair<int, int>>;
        QFETCH(Days, days);
        DayLoads loads = loadsFrom(Today, days);
        QVector<Addressee> all = people(10);
        spread(all, loads, oneCall(stepDays), Today, {}, perDay);
        QTEST(turns(loads), "turns");
        const auto in = std::count_if(all.cbegin(), all.cend(), [](const Addressee &one) { return !one.leftOut; });
        const QVector<int> each = turns(loads);
        QCOMPARE(in, std::accumulate(each.cbegin(), each.cend(), 0));
        QDate before = Today;
        for (const Addressee &one : std::as_const(all)) {
            QCOMPARE(one.leftOut.has_value(), !one.day.isValid());
            QVERIFY(one.leftOut ? *one.leftOut == LeftOut::NoRoom : one.day >= before); // first come those who fit most
            before = one.leftOut ? before : one.day;
        }
        for (const DayLoad &day : std::as_const(loads.days))
            QVERIFY(day.added == 0 || day.planned + day.added <= day.capacity);
    }

    void nothingIsCutWhereNothingIsKnown()
    {
        DayLoads loads = loadsFrom(Today, {{0, 9}, {0, 0}});
        loads.isKnown = false;
        QVector<Addressee> all = people(10);
        spread(all, loads, oneCall(), Today, {}, 6);
        QCOMPARE(turns(loads), (QVector<int>{6, 4}));
    }

    void noTurnComesAfterItEnds()
    {
        DayLoads loads = loadsFrom(Today, {{9, 0}, {9, 0}, {9, 0}});
        QVector<Addressee> all = people(10);
        spread(all, loads, oneCall(), Today.addDays(1), Today.addDays(1), 4);
        QCOMPARE(turns(loads), (QVector<int>{0, 4, 0}));
        QCOMPARE(std::count_if(all.cbegin(), all.cend(), [](const Addressee &one) { return one.leftOut == LeftOut::NoRoom; }), 6);
    }

    void touchesFallOnBusinessDays()
    {
        Plan plan = *shippedPlans().newest(u"re-engagement"_s);
        const QVector<QDate> days = touchDays(plan, QDate(2026, 11, 24)); // Thursday is Thanksgiving
        QCOMPARE(days.size(), plan.steps.size());
        QCOMPARE(days.first(), QDate(2026, 11, 24));
        QCOMPARE(days[1], QDate(2026, 11, 27));
        QCOMPARE(days[2], QDate(2026, 12, 1)); // the fifth of 25, 27, 28, 30 November and 1 December: the 29th is a Sunday
    }

    void theDaysAheadHoldWhatWasFinishedOnSuchDays()
    {
        // Twelve touches each Monday to Friday of the last four weeks.
        QVector<WorkDay> own;
        for (QDate day = Today.addDays(-28); day < Today; day = day.addDays(1)) {
            if (day.dayOfWeek() > 5)
                continue;
            WorkDay work;
            work.date = day;
            for (int i = 0; i < 12; ++i)
                work.done << WorkDay::Done{QTime(9 + i / 2, 10), Medium::Call};
            own << work;
        }
        PlanBook plans;
        Plan plan = oneCall({0, 1});
        plans.add(plan);
        PlannedTouches late{Today.addDays(-3), plan.id, 1, 1, 20};
        const DayLoads loads = daysAhead({own}, own, {late}, plans, Today, Today);
        QVERIFY(loads.isKnown);
        QCOMPARE(loads.days[0].day, Today);
        QCOMPARE(loads.days[0].capacity, 12);
        QCOMPARE(loads.days[0].planned, 12); // eight are left over; on the next day twenty more come
        QCOMPARE(loads.days[1].day, QDate(2026, 11, 25));
        QCOMPARE(loads.days[1].planned, 12);
        QCOMPARE(loads.days[2].day, QDate(2026, 11, 27)); // Thanksgiving is none
        QCOMPARE(loads.days[2].planned, 12);
        QCOMPARE(loads.days[3].day.dayOfWeek(), 6);
        QCOMPARE(loads.days[3].capacity, 0); // nobody worked on a Saturday
        QCOMPARE(loads.days[4].planned, 4);
        QVERIFY(!daysAhead({}, {}, {late}, plans, Today, Today).isKnown);
    }

    void aSundayHoldsWhatIsFinishedOnSundaysAlone()
    {
        QVector<WorkDay> own;
        for (QDate day = Today.addDays(-28); day < Today; day = day.addDays(1))
            if (day.dayOfWeek() == 1 || day.dayOfWeek() == 7)
                own << WorkDay{day, QVector<WorkDay::Done>(day.dayOfWeek() == 1 ? 12 : 5, {QTime(11, 0), Medium::Call})};
        QVector<WorkDay> mondays = own;
        mondays.removeIf([](const WorkDay &day) { return day.date.dayOfWeek() == 7; });
        const QDate sunday = Today.addDays(7 - Today.dayOfWeek());
        QCOMPARE(WeekdayCapacity({own}, own, Today).on(sunday), 5);
        QCOMPARE(WeekdayCapacity({own}, own, Today, Medium::Text).on(sunday), 0);
        QCOMPARE(WeekdayCapacity({mondays}, mondays, Today).on(sunday), 0);
        QCOMPARE(WeekdayCapacity({own, {}}, own, Today).on(sunday), 5); // whoever is new is not expected on one
        QCOMPARE(WeekdayCapacity({own}, own, Today).on(QDate(2026, 11, 26)), 0); // Thanksgiving
    }

    void whatCameIsSetBesideAsManyDaysBefore()
    {
        const Instant turn = daysAgo(10), now = daysAgo(0);
        const QVector<Event> history = {
            happened(EventKind::Attempt, daysAgo(21), Outcome::Reached), // before as many days before
            happened(EventKind::Reply, daysAgo(19)),
            happened(EventKind::AppointmentSet, daysAgo(4)),
        };
        LeadState lead;
        lead.arrivedAt = daysAgo(20);
        const CampaignEffect effect = effectOn(lead, history, turn, now);
        QVERIFY(effect.isCompared);
        QCOMPARE(effect.after, QVector<Came>{Came::Appointment});
        QCOMPARE(effect.before, (QVector<Came>{Came::Replied, Came::Reached}));
        lead.arrivedAt = daysAgo(19);
        QVERIFY(!effectOn(lead, history, turn, now).isCompared); // they were not known so long
        QVERIFY(effectOn(lead, history, turn, now).before.isEmpty());
        const CampaignEffect byText = effectOn(lead, history, daysAgo(19), now, Medium::Text);
        QVERIFY(!byText.after.contains(Came::Replied) && byText.after.contains(Came::Appointment));
    }

    void whatCameOfItIsCountedFromTheirTurnOn()
    {
        const Instant turn = daysAgo(10);
        const QVector<Event> history = {
            happened(EventKind::Attempt, daysAgo(20), Outcome::Reached), // before
            happened(EventKind::Attempt, daysAgo(9), Outcome::NoAnswer),
            happened(EventKind::Attempt, daysAgo(8), Outcome::Sent, {{u"department"_s, u"marketing"_s}}), // not ours
            happened(EventKind::Reply, daysAgo(7)),
            happened(EventKind::AppointmentSet, daysAgo(6)),
            happened(EventKind::Attempt, daysAgo(4), Outcome::Kept),
            happened(EventKind::LeadClosed, daysAgo(4), Outcome::None, {{u"status"_s, u"sold"_s}}),
            happened(EventKind::DoNotContactSet, daysAgo(-100)), // long after
        };
        QStringList came;
        for (const Came what : whatCame(history, turn))
            came << toText(what);
        came.sort();
        QCOMPARE(came, (QStringList{u"appointments"_s, u"reached"_s, u"replied"_s, u"shown"_s, u"sold"_s, u"touched"_s}));
        // Sold by mistake, and taken back.
        QVector<Event> mended = history;
        mended << happened(EventKind::Corrected, daysAgo(3), Outcome::None, {{u"undoes"_s, history[6].id.toString()}});
        QVERIFY(!whatCame(mended, turn).contains(Came::Sold));
    }

    void whatIsWrongIsSaidByItsField_data()
    {
        QTest::addColumn<Edit>("wish");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *field, const char *name, const Edit &wish) { QTest::newRow(name) << wish << QString::fromLatin1(field); };
        row("", "nothing", [](Campaign &) {});
        row("title", "no title", [](Campaign &c) { c.title = u"  "_s; });
        row("says", "nothing to say", [](Campaign &c) { c.says.clear(); });
        row("says", "too much to say", [](Campaign &c) { c.says = QString(SaysMost, u'a'); });
        row("says", "a placeholder", [](Campaign &c) { c.says = u"Hi {{first_name}}"_s; });
        row("from", "no day", [](Campaign &c) { c.from = {}; });
        row("until", "ends before it begins", [](Campaign &c) { c.until = c.from.addDays(-1); });
        row("lost", "nobody", [](Campaign &c) { c.who.lost = c.who.sleeping = false; });
        row("year_from", "years the wrong way round", [](Campaign &c) { c.who.yearFrom = 2025; c.who.yearTo = 2024; });
        row("year_to", "no year", [](Campaign &c) { c.who.yearTo = 24; });
        row("age_from", "ages the wrong way round", [](Campaign &c) { c.who.ageFrom = 90; c.who.ageTo = 30; });
        row("quiet_days", "no quiet days", [](Campaign &c) { c.who.quietDays = 0; });
        row("per_day", "nobody a day", [](Campaign &c) { c.perDay = 0; });
    }
    void whatIsWrongIsSaidByItsField()
    {
        QFETCH(Edit, wish);
        Campaign campaign = rates();
        wish(campaign);
        const auto fault = faultOf(campaign);
        QTEST(fault ? fault->field : QString(), "field");
        QVERIFY(!fault || fault->sentence.endsWith(u'.'));
    }

    void itIsReadAsItWasWritten()
    {
        Campaign campaign = rates();
        campaign.kind = ChangeKind::NewStock;
        campaign.until = Today.addDays(20);
        campaign.who.objections = {Objection::Stock, Objection::Shopping};
        campaign.who.make = u"Škoda \"RS\""_s;
        campaign.who.yearFrom = 2021;
        campaign.who.condition = u"used"_s;
        campaign.who.ageTo = 400;
        campaign.who.sleeping = false;
        const auto read = Campaign::fromJson(campaign.toJson());
        QVERIFY(read);
        QCOMPARE(*read, campaign);
        QVERIFY(!Campaign::fromJson("{}"));
    }

    void sentencesAndIdsAreMadeOfWhatWasTyped()
    {
        QCOMPARE(wholeSentence(u"  0.9 percent\n on  CR-Vs "_s), u"0.9 percent on CR-Vs."_s);
        QCOMPARE(wholeSentence(u"Would 0.9 help?"_s), u"Would 0.9 help?"_s);
        QCOMPARE(campaignIdFor(u"CR-V: 0.9 percent!"_s, {}), u"cr-v-0-9-percent"_s);
        QCOMPARE(campaignIdFor(u"CR-V"_s, {u"cr-v"_s, u"cr-v-2"_s}), u"cr-v-3"_s);
        QCOMPARE(campaignIdFor(u"???"_s, {}), u"campaign"_s);
    }
};

QTEST_APPLESS_MAIN(CampaignTest)
#include "campaign_test.moc"
