// Campaigns where several desks have them of one database: whoever began it, whatever broke off, and what the database refuses by itself.

#include "core/desk/campaign_office.h"
#include "tests/exchange/guarded_world.h"
#include "tests/support/code_of.h"
#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Dana = u"dana"_s, Mike = u"mike"_s, Tanya = u"tanya"_s;
constexpr int Lost = 5;

struct Site {
    Site()
    {
        world.add(Dana, u"manager"_s);
        world.add(Mike, u"manager"_s);
        world.add(Tanya);
        tanya = world.desk(Tanya);
        dana = world.desk(Dana);
        mike = world.desk(Mike);
        for (int i = 1; i <= Lost; ++i)
            people << lose(i);
        must(tanya->exchange().sync());
    }
    template <class T> static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    }

    // Somebody who was written to once, and is lost over the price.
    CustomerId lose(int i)
    {
        Workplace &own = tanya->own();
        const CustomerId customer = world.addLead(*tanya, i);
        const LeadId lead = own.customer(customer)->leads.first().id;
        must(own.record(emailTo(Claim{customer, lead, 0, {}}), Tanya));
        EventDraft said;
        said.customer = customer;
        said.lead = lead;
        said.kind = EventKind::ObjectionRaised;
        said.actor = Tanya;
        said.body = {{u"objection"_s, u"price"_s}};
        must(own.recorder().record(said));
        must(own.closeLead(customer, lead, LeadStatus::Lost, u"Too dear"_s, Tanya));
        return customer;
    }

    CampaignOffice office(SharedPlace &desk) { return CampaignOffice(desk.own(), desk.campaigns()); }
    Campaign kept(SharedPlace &desk)
    {
        auto campaign = office(desk).blank(u"Cheaper CR-V"_s);
        must(campaign);
        campaign->kind = ChangeKind::Price;
        campaign->says = u"The CR-V is 1,500 dollars less until the end of the month"_s;
        campaign->who.objections = {Objection::Price};
        must(office(desk).keep(*campaign, desk.login()));
        return *campaign;
    }
    // Dana starts it and her line is cut: before anything is sent, or behind it and before the list of who is in is written.
    void startCut(const Campaign &campaign, bool sends)
    {
        CampaignsShared cut = dana->campaigns();
        cut.send = [this, sends]() -> Result<QVector<CustomerId>> {
            if (sends)
                BEBACK_CHECK(dana->exchange().sync());
            return Error{Code::Unavailable, u"The line is gone."_s, {}};
        };
        QCOMPARE(codeOf(CampaignOffice(dana->own(), cut).start(campaign.id, Dana)), Code::Unavailable);
    }
    // Dana starts it, and once she has read whom it is about, Mike does something.
    Result<CampaignMove> startBeside(const Campaign &campaign, Result<CampaignMove> (CampaignOffice::*mikeDoes)(const QString &, const QString &))
    {
        CampaignsShared between = dana->campaigns();
        between.bring = [this, &campaign, mikeDoes, bring = between.bring](const QVector<CustomerId> &customers) -> Result<void> {
            BEBACK_CHECK(bring(customers));
            CampaignOffice mikes = office(*mike);
            BEBACK_TRY(move, (mikes.*mikeDoes)(campaign.id, Mike));
            return move.left == 0 ? Result<void>() : Error{Code::Invalid, u"Mike is not through."_s, {}};
        };
        return CampaignOffice(dana->own(), between).start(campaign.id, Dana);
    }
    // As another desk reads them there.
    int onCampaign(SharedPlace &desk, const QString &id)
    {
        int count = 0;
        for (const CustomerId customer : std::as_const(people)) {
            must(desk.exchange().bring({customer.toString()}));
            const auto state = desk.own().customer(customer);
            must(state);
            const LeadState &lead = state->leads.first();
            count += lead.status == LeadStatus::Open && lead.campaign && lead.campaign->id == id;
        }
        return count;
    }
    QString put() const { return world.sql(u"SELECT count(*) FROM event WHERE kind = 'plan_chosen' AND body LIKE '%campaign%'"_s); }
    QString inState(const QString &state) const
    {
        return world.sql(u"SELECT count(*) FROM campaign_person WHERE state = '%1'"_s.arg(state));
    }

    SharedWorld world;
    std::unique_ptr<SharedPlace> tanya, dana, mike;
    QVector<CustomerId> people;
};

} // namespace

class SharedCampaignsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneManagerStartsItAndAnotherStopsIt();
    void aStartThatTheLineCutShortGoesOn();
    void twoWhoStartItAtOnceAreTakenBackWhole();
    void aStopBesideAStartTakesBackWhatWasNotTold();
    void aStopBesideAStartLeavesNobodyIn();
    void whoeverIsInFrontOfSomebodyStays();
    void whoeverWasSpokenWithStaysAlsoAfterACutStart();
    void whatIsStartedIsWhatWasShown();
    void theDatabaseItselfRefuses();
    void withoutTheLineNothingIsBegun();
};

void SharedCampaignsTest::oneManagerStartsItAndAnotherStopsIt()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    const auto shelf = site.office(*site.mike).shelf();
    VERIFY_OK(shelf);
    QVERIFY(shelf->find(campaign.id) && shelf->find(campaign.id)->stored.by == Dana);
    const auto preview = site.office(*site.mike).preview(campaign);
    VERIFY_OK(preview);
    QCOMPARE(preview->in, Lost);
    QCOMPARE(codeOf(site.office(*site.tanya).start(campaign.id, Tanya)), Code::Denied);

    const auto move = site.office(*site.dana).start(campaign.id, Dana);
    VERIFY_OK(move);
    QCOMPARE(move->done, Lost);
    QCOMPARE(move->left, 0);
    QCOMPARE(site.inState(u"in"_s), QString::number(Lost));
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), Lost);
    const auto result = site.office(*site.mike).result(campaign.id);
    VERIFY_OK(result);
    QCOMPARE(result->people.size(), Lost);
    QCOMPARE(codeOf(site.office(*site.mike).keep(campaign, Mike)), Code::Conflict);
    NO_FAULTS(serverFaults(site.world));

    const auto back = site.office(*site.mike).stop(campaign.id, Mike);
    VERIFY_OK(back);
    QCOMPARE(back->done, Lost);
    QCOMPARE(site.inState(u"back"_s), QString::number(Lost));
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), 0);
    QCOMPARE(codeOf(site.office(*site.dana).start(campaign.id, Dana)), Code::Conflict);
    NO_FAULTS(serverFaults(site.world));
}

void SharedCampaignsTest::aStartThatTheLineCutShortGoesOn()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    site.startCut(campaign, false);
    QCOMPARE(site.inState(u"waiting"_s), QString::number(Lost)); // decided, and written in the histories here alone
    QCOMPARE(site.put(), u"0"_s);
    const auto move = site.office(*site.dana).start(campaign.id, Dana);
    VERIFY_OK(move);
    QCOMPARE(move->done, Lost);
    QCOMPARE(site.put(), QString::number(Lost)); // each of them once
    QCOMPARE(site.onCampaign(*site.mike, campaign.id), Lost);
    NO_FAULTS(serverFaults(site.world));
}

void SharedCampaignsTest::twoWhoStartItAtOnceAreTakenBackWhole()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    const auto move = site.startBeside(campaign, &CampaignOffice::start);
    VERIFY_OK(move);
    QCOMPARE(move->done, Lost);
    QCOMPARE(site.put(), QString::number(2 * Lost)); // neither knew of the other
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), Lost);
    const auto back = site.office(*site.mike).stop(campaign.id, Mike);
    VERIFY_OK(back);
    QCOMPARE(back->done, Lost);
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), 0);
    NO_FAULTS(serverFaults(site.world));
}

// The desk that put them on its plan had no line any more when another one stopped it.
void SharedCampaignsTest::aStopBesideAStartTakesBackWhatWasNotTold()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    site.startCut(campaign, false);
    VERIFY_OK(site.office(*site.mike).stop(campaign.id, Mike));
    QCOMPARE(site.inState(u"out"_s), QString::number(Lost));
    VERIFY_OK(site.dana->exchange().sync());
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), Lost);
    QCOMPARE(codeOf(site.office(*site.dana).start(campaign.id, Dana)), Code::Conflict);
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), 0);
    QCOMPARE(site.inState(u"back"_s), QString::number(Lost));
    NO_FAULTS(serverFaults(site.world));
}

void SharedCampaignsTest::aStopBesideAStartLeavesNobodyIn()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    QCOMPARE(codeOf(site.startBeside(campaign, &CampaignOffice::stop)), Code::Conflict);
    QCOMPARE(site.inState(u"in"_s), u"0"_s);
    QCOMPARE(site.onCampaign(*site.tanya, campaign.id), 0);
    NO_FAULTS(serverFaults(site.world));
}

void SharedCampaignsTest::whoeverWasSpokenWithStaysAlsoAfterACutStart()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    site.startCut(campaign, true);
    const auto claim = site.tanya->exchange().claim(site.people.first());
    VERIFY_OK(claim);
    VERIFY_OK(site.tanya->own().record(emailTo(*claim), Tanya));
    VERIFY_OK(site.tanya->release(site.people.first()));
    const auto back = site.office(*site.mike).stop(campaign.id, Mike);
    VERIFY_OK(back);
    QCOMPARE(back->done, Lost - 1);
    QCOMPARE(back->out, 1);
    QCOMPARE(site.onCampaign(*site.dana, campaign.id), 1);
}

void SharedCampaignsTest::whatIsStartedIsWhatWasShown()
{
    Site site;
    const Campaign shown = site.kept(*site.dana);
    Campaign wider = shown;
    wider.who.objections.clear();
    VERIFY_OK(site.office(*site.mike).keep(wider, Mike));
    QCOMPARE(codeOf(site.office(*site.dana).decide(shown, Dana)), Code::Conflict);
    QCOMPARE(site.world.sql(u"SELECT state FROM campaign"_s), u"draft"_s);
    VERIFY_OK(site.office(*site.dana).decide(wider, Dana));
    VERIFY_OK(site.office(*site.mike).decide(shown, Mike)); // it is started: whose it was first goes on
    QCOMPARE(site.inState(u"waiting"_s), QString::number(Lost));
}

void SharedCampaignsTest::whoeverIsInFrontOfSomebodyStays()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    VERIFY_OK(site.office(*site.dana).start(campaign.id, Dana));
    VERIFY_OK(site.tanya->exchange().claim(site.people.first()));
    const auto back = site.office(*site.dana).stop(campaign.id, Dana);
    VERIFY_OK(back);
    QCOMPARE(back->done, Lost - 1);
    QCOMPARE(back->out, 1);
    QCOMPARE(site.onCampaign(*site.mike, campaign.id), 1);
}

void SharedCampaignsTest::theDatabaseItselfRefuses()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    const RooftopId rooftop = site.dana->exchange().person().rooftop;
    Connection &tanyas = site.tanya->exchange().shared().db(), &danas = site.dana->exchange().shared().db();
    StoredCampaign other;
    other.campaign = campaign;
    other.campaign.id = u"another"_s;
    other.by = Tanya;
    other.at = site.world.clock.now();
    QCOMPARE(codeOf(campaign_store::put(tanyas, rooftop, other)), Code::Denied);
    QCOMPARE(codeOf(campaign_store::put(danas, rooftop, other)), Code::Denied); // in the name of somebody else
    CampaignPerson person;
    person.customer = site.people.first();
    person.lead = site.tanya->own().customer(person.customer)->leads.first().id;
    person.day = campaign.from;
    QCOMPARE(codeOf(campaign_store::put(danas, rooftop, campaign.id, {person})), Code::Denied); // nobody is in a draft
    VERIFY_OK(site.office(*site.dana).start(campaign.id, Dana));
    QCOMPARE(codeOf(campaign_store::put(tanyas, rooftop, campaign.id, {person})), Code::Denied);
    person.customer = site.world.random.id<CustomerId>(site.world.clock.now());
    QCOMPARE(codeOf(campaign_store::put(danas, rooftop, campaign.id, {person})), Code::Denied); // nobody of the site
    // Past the statements of Beback, what was started stands.
    Psql psql(site.world.database, Dana);
    for (const QString &statement : {u"UPDATE campaign SET body = '{}'"_s, u"UPDATE campaign SET state = 'draft'"_s, u"DELETE FROM campaign"_s})
        QCOMPARE(psql.run(statement).state, test::Denied);
    QCOMPARE(psql.run(u"UPDATE campaign_person SET day = day + 1"_s).state, test::Denied);
    const auto stands = site.office(*site.mike).result(campaign.id);
    VERIFY_OK(stands);
    QCOMPARE(stands->stored.state, StoredCampaign::State::Started);
    QCOMPARE(stands->stored.campaign.title, campaign.title);
}

void SharedCampaignsTest::withoutTheLineNothingIsBegun()
{
    Site site;
    const Campaign campaign = site.kept(*site.dana);
    CampaignOffice alone(site.dana->own());
    QCOMPARE(codeOf(alone.shelf()), Code::Unavailable);
    QCOMPARE(codeOf(alone.preview(campaign)), Code::Unavailable);
    QCOMPARE(codeOf(alone.start(campaign.id, Dana)), Code::Unavailable);
    QCOMPARE(codeOf(alone.keep(campaign, Tanya)), Code::Denied);
}

QTEST_GUILESS_MAIN(SharedCampaignsTest)
#include "shared_campaigns_test.moc"
