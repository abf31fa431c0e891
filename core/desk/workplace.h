#pragma once

#include "core/desk/alerts.h"
#include "core/desk/day_measure.h"
#include "core/desk/desk_types.h"
#include "core/desk/hour_keeping.h"
#include "core/desk/manager_act.h"
#include "core/desk/plan_shelf.h"
#include "core/desk/rule_shelf.h"
#include "core/desk/words_on_shelf.h"
#include "core/history/recorder.h"
#include "core/intake/intake.h"
#include "core/queue/queue.h"
#include "core/report/balance.h"
#include "core/report/saved_view.h"
#include "core/report/monday.h"
#include "core/report/today.h"
#include "core/store/migrator.h"

namespace beback {

struct AwayView;
struct OthersTouch;

// An opened store with everything one works with, synchronous: what the command line uses directly and the Desk runs in
// its own thread. Lives in the thread that opened it. `clock` and `random` must outlive it.
class Workplace
{
public:
    enum class Open { Existing, CreateOrUpgrade };
    // Errors as Connection::open and Migrator; NotFound when the store is empty and only Existing was asked for.
    static Result<std::unique_ptr<Workplace>> open(const StoreUrl &url, Open how, const Clock &clock, Random &random);

    Connection &db() { return *m_db; }
    const Clock &clock() const { return m_clock; }
    Random &random() { return m_random; }
    const PlanBook &plans() const { return m_plans; }
    Recorder &recorder() { return *m_recorder; }
    Queue &queue() { return *m_queue; }
    Intake &intake() { return *m_intake; }
    const Migrator::Report &migration() const { return m_migration; }
    const RooftopFacts &rooftop() const { return m_rooftop; }
    RooftopId rooftopId() const { return m_station.rooftop; }

    // The site and the first person of an empty store. Errors: Conflict (it has a site already).
    Result<void> setUpRooftop(const RooftopFacts &rooftop);
    Result<bool> hasAnything(); // a site, or any history
    Result<bool> hasHistory();
    bool isSetUp() const { return !m_rooftop.name.isEmpty(); }
    Result<void> reload(); // after the site, its people or its plans changed; what was borrowed from here is made anew

    // Learns from every touch on the history when and by what people answer, and plans everybody anew by it. On a store of
    // this computer only: the desks of a shared database have to plan alike. How many customers have another next step.
    Result<int> learn();

    // Plans. Only a manager changes them (Denied), and not from a desk of a shared database (Unavailable), whose desks have to
    // plan alike. A draft changes nothing until it is switched on; then it is the next version of its plan, and new leads of
    // `kind`, where one is given, begin on it. Leads stay on the version they began.
    Result<PlanShelf> planShelf();
    Result<void> keepPlanDraft(const Plan &plan, const QString &login); // errors besides: as Plan::fromJson
    Result<void> dropPlanDraft(const QString &id, const QString &login);
    Result<Plan> switchOnPlan(const QString &id, std::optional<LeadKind> kind, const QString &login); // besides: NotFound (no draft)
    // Another process may have switched one on: reads what is new. Every id and version in the store.
    Result<QVector<std::pair<QString, int>>> freshPlans();

    // Contact rules: the shipped ones with what this store says besides, kept for good version by version. Only a manager changes
    // them (Denied); errors besides: those of checkWish(), Conflict where somebody else was first, Unavailable at a desk of a
    // shared database, where SharedPlace changes them. Everybody is planned anew by the change; broken off, whoever opens the
    // store next goes on. How many people have another next step.
    Result<RuleShelf> ruleShelf();
    Result<RuleWeight> weighRule(const RuleWish &wish); // before it is said; writes nothing, reads everybody
    Result<int> setRule(const RuleWish &wish, const QString &login);
    Result<void> sayRule(const RuleWish &wish, const QString &login); // the same, without planning anew: replanByRules() has to follow
    const QVector<RuleChange> &ruleChanges() const { return m_ruleChanges; }
    // The next word about a rule by this person, as it would be kept.
    Result<RuleChange> wordFor(const RuleWish &wish, const QString &login);
    // The words of the shared database, for this desk's own store.
    Result<int> takeRules(const QVector<RuleChange> &changes);
    // Another process may have changed them, or a word have come to hold today. True: something is evaluated differently now.
    Result<bool> freshRules();
    // Plans everybody anew, where the rules are others than those everybody was planned by last.
    Result<int> replanByRules();

    // Words: the shipped ones with what this store says instead or besides, kept for good version by version. Only a manager changes
    // them (Denied); errors besides: those of checkWish(), Conflict where somebody else was first, Unavailable at a desk of a
    // shared database, where SharedPlace changes them. Of several wishes all are said or none.
    std::shared_ptr<const WordShelf> words() const { return m_words; }
    const QVector<WordChange> &wordChanges() const { return m_wordChanges; }
    std::optional<WordTemplate> wording(const QString &reference) const; // see wordingOf()
    Result<WordsOnShelf> wordsOnShelf(Connection *counts = nullptr); // `counts`: whose messages are counted; null: this store's
    Result<void> sayWords(const QVector<WordWish> &wishes, const QString &login);
    Result<WordChange> changeFor(const WordWish &wish, const QString &login); // as it would be kept
    Result<bool> takeWords(const QVector<WordChange> &changes); // of the shared database, for this desk's own store
    Result<bool> freshWords(); // true: another process changed some
    Result<WordPreview> previewWords(const WordTemplate &words, CustomerId customer, const QString &login); // writes nothing

    // What the rooftop has to sell today; null: no list was brought in. Only a manager brings one in (Denied); errors besides: those
    // of stock_store.h, Unavailable at a desk of a shared database, where SharedPlace does. Answers the version.
    std::shared_ptr<const StockList> stock() const { return m_stock; }
    Result<int> putStock(StockList list, const QString &login);
    Result<StockList> stockToPut(StockList list, const QString &login); // as it would be kept
    Result<bool> takeStock(const StockList &list); // of the shared database, for this desk's own store
    Result<bool> freshStock(); // true: another process brought one in

    // The charts, and what the list below one shows of these leads (see charts.h), for managers alone: Denied. `from`: where it is
    // counted; null: in this store.
    Result<ChartPage> charts(const ChartFilter &filter, const QString &login, Connection *from = nullptr, const std::optional<QString> &alone = {});
    Result<QVector<ChartLead>> chartLeads(const QVector<LeadId> &leads, const QString &login, Connection *from = nullptr);
    // What managers look at again and again (core/report/saved_view.h), for managers alone: Denied. Errors besides: those of putView();
    // Unavailable at a desk of a shared database, where SharedPlace saves and removes. `from`: as above.
    Result<QVector<SavedView>> savedViews(const QString &login, Connection *from = nullptr);
    Result<void> saveView(const SavedView &view, bool over, const QString &login);
    Result<void> removeView(const QString &name, const QString &login);
    Result<SavedView> viewToSave(const SavedView &view, const QString &login); // as it would be kept
    Result<void> takeViews(const QVector<SavedView> &views); // of the shared database, for this desk's own store
    // What managers have to do themselves (core/report/duty.h), for managers alone: Denied. Answers the open ones, of everybody. sayDuty()
    // sets one, which is given its id, or ends one; answers it as it is kept. Errors besides: Invalid, without words or for a time that is
    // past; NotFound; Conflict, where somebody was first; Unavailable as for views. `from`: as above.
    Result<QVector<Duty>> duties(const QString &login, Connection *from = nullptr);
    Result<DutyWord> sayDuty(const DutyWord &word, const QString &login);
    Result<DutyWord> dutyToSay(const DutyWord &word, const QString &login, Connection *from = nullptr); // as it would be kept
    Result<void> takeDuties(const QVector<DutyWord> &words); // of the shared database, for this desk's own store
    // What a manager should know and do now, the same way: with the open alerts, before all else, and with what is in quarantine in
    // this store, where it is mended.
    Result<TodayPage> todayPage(const QString &login, Connection *from = nullptr);
    Result<MondayPage> mondayPage(const QString &login, Connection *from = nullptr); // with the needs of today

    // What a manager does with many leads: Denied, for anybody else. Those that are closed, or for which nothing would be different, are
    // left (a note goes to closed ones too, and only to who holds the lead or worked on it). Whoever has one in hand goes on. Errors
    // besides: Invalid, without a reason and for more than MostAtOnce; NotFound, for a login, a plan or a lead there is not. Each person
    // is written by themselves: what broke off after some of them says so in Acted, and the same call does the rest.
    Result<Acted> act(const ManagerAct &act, const QString &by);
    Result<Acted> actAll(const QVector<ManagerAct> &acts, const QString &by); // one after the other; nothing, where one of them cannot be
    Result<void> checkAct(const ManagerAct &act, const QString &by);          // all of its errors but those about leads
    Result<Acted> assignLeads(const QVector<LeadId> &leads, const QString &to, const QString &reason, const QString &by)
    {
        return act(giving(leads, to, reason), by);
    }
    // Takes such acts back, as far as nobody has yet: whoever was given one afterwards keeps it. How many were taken back. Errors: Denied;
    // NotFound; Invalid, for what is no such act.
    Result<int> undoActs(const QVector<EventId> &events, const QString &by);
    Result<ActsUndone> undoEach(const QVector<EventId> &events, const QString &by); // the same, and what broke off midway is no error
    // Who would give how many leads to whom, so that more fits today; for managers alone: Denied. `from`: as for charts().
    Result<LoadBalance> loadBalance(const QString &login, Connection *from = nullptr);

    // People. Errors of user(): NotFound, naming the logins there are; Denied when switched off.
    Result<QVector<Agent>> users(bool withDisabled = false);
    Result<Agent> user(const QString &login);
    // The one check of who may do what managers do. Errors: Denied, with this sentence, for anybody else; those of user().
    Result<void> mustBeManager(const QString &login, const QString &otherwise);
    // On PostgreSQL a role of the database too, with this password; empty: none, they sign in by other ways.
    Result<void> addUser(const Agent &agent, const QString &password = {});
    // Errors: Invalid on an embedded store, where nobody signs in.
    Result<void> setPassword(const Agent &agent, const QString &password);
    Result<void> setUser(const Agent &agent, bool active);
    // Switches somebody off and then frees their open leads, a page at a time; broken off, the same call goes on where it
    // was. How many leads were freed.
    Result<int> disableUser(const Agent &agent, const QString &by);
    // Gives every open lead of `login` to everybody, with an event that says why; otherwise nobody would be handed it again.
    Result<int> freeLeadsOf(const QString &login, const QString &by);
    // The same for those that came more than so many days ago, where nothing is agreed and nobody waits: a salesperson's leads
    // go on at the BDC. Again, it does nothing more.
    Result<int> passLeadsOf(const QString &login, int days, const QString &by);

    // Settings of this store. An empty string: not set.
    Result<QString> setting(const QString &name);
    Result<void> setSetting(const QString &name, const QString &value); // an empty value forgets it
    Result<QMap<QString, QString>> settingsUnder(const QString &prefix);
    Result<bool> isTraining();

    // Reading. `id`: a lead's id, or at least six characters of its beginning.
    struct LeadRef {
        CustomerId customer;
        LeadId lead;
    };
    Result<LeadRef> findLead(const QString &id);
    static Result<LeadRef> findLeadIn(Connection &db, const QString &id);
    Result<CustomerState> customer(CustomerId id);
    Result<QVector<Event>> history(CustomerId id);
    // `lead` null: the one to work next, else the newest.
    // `claims`: where it stands who has whom; null: in this store.
    Result<LeadView> view(CustomerId customer, LeadId lead, const QString &login, Connection *claims = nullptr,
                          std::optional<Instant> claimsNow = std::nullopt);
    Result<QVector<SearchHit>> search(const QString &fragment, int limit);
    static Result<QVector<SearchHit>> searchIn(Connection &db, RooftopId rooftop, const QString &fragment, int limit);
    // Without the shared database (away.h): whoever was taken along or is held besides, in the order they are handed out now, and the
    // next of them. Errors of handing out: Unavailable, for anybody else, and where nobody of them may be contacted now.
    Result<AwayView> away(const QString &login);
    Result<QueuePage> awayPage(const QString &login, int limit);
    Result<LeadView> awayView(CustomerId customer, LeadId lead, const QString &login);
    Result<std::optional<LeadView>> nextHeld(const QString &login);
    Result<LeadView> held(CustomerId customer, const QString &login);
    Result<TodayCount> today(const QString &login);
    Result<int> touchesToday(const QString &login);

    // The Hour of Power. `by`: who says it. Errors of setHour(): Denied, for an agent who says it of others.
    HourKeeping::Where hourWhere() { return {*m_db, m_station.rooftop, m_rooftop.zone, m_clock.now()}; }
    HourKeeping &hours() { return m_hours; }
    Result<void> setHour(const Agent &by, const QString &login, std::optional<QTime> at);
    Result<QVector<QueueItem>> hourList(const QString &login, int limit);
    Result<std::optional<Claim>> claimInHour(const QString &login);

    // Doing, each by `login`; the claim that is held is given back by record and skip.
    Result<RecordReceipt> record(const RecordRequest &request, const QString &login);
    // Touches other departments made (touch_list.h), each about the person its number or address belongs to. One that was taken
    // before, the same medium at the same moment, changes nothing. `dryRun`: only counts.
    Result<TouchesTaken> takeTouches(const QVector<OthersTouch> &touches, const QString &login, bool dryRun);
    Result<RecordReceipt> undo(EventId event, const QString &login);
    // Errors: Denied, where the plan does not let this person leave its step out.
    Result<RecordReceipt> skip(CustomerId customer, LeadId lead, const QString &reason, const QString &login);
    Result<RecordReceipt> note(CustomerId customer, LeadId lead, const QString &text, const QString &login);
    Result<RecordReceipt> reply(CustomerId customer, LeadId lead, Medium medium, const QString &text, const QString &login);
    Result<RecordReceipt> setAppointment(CustomerId customer, LeadId lead, Instant at, const QString &what, const QString &login);
    Result<RecordReceipt> closeLead(CustomerId customer, LeadId lead, LeadStatus status, const QString &reason, const QString &login);
    // Moves a lead to the newest version of a plan. Errors: NotFound, naming the plans there are; Invalid without a reason.
    Result<const Plan *> planNamed(const QString &plan); // the newest version
    Result<RecordReceipt> choosePlan(CustomerId customer, LeadId lead, const QString &plan, const QString &reason, const QString &login);
    // What they asked for: by which medium, after and before which of their hours. Nothing said: the wish is over.
    Result<RecordReceipt> setWish(CustomerId customer, const Wish &wish, const QString &login);
    // They agree to be contacted by this medium. Errors: Invalid without saying how; Conflict while they refuse it.
    Result<RecordReceipt> giveConsent(CustomerId customer, Medium medium, const QString &how, const QString &login);
    // A deal that may still be saved. Errors of raising: Conflict, while one is open; of the others: Denied, for anybody but a
    // manager; NotFound; Conflict, where it was answered already; Invalid, for an offer without words.
    Result<RecordReceipt> raiseAlert(CustomerId customer, LeadId lead, const QString &deal, const QString &login);
    Result<RecordReceipt> seeAlert(CustomerId customer, LeadId lead, const QString &login);
    Result<RecordReceipt> answerAlert(CustomerId customer, LeadId lead, AlertAnswer answer, const QString &text, const QString &login);
    Result<QVector<AlertOnDesk>> alerts();
    Result<RecordReceipt> setContactPoint(CustomerId customer, ContactPoint::Type type, const QString &raw,
                                          const QString &label, const QString &replaces, const QString &login);
    Result<RecordReceipt> removeContactPoint(CustomerId customer, const QString &pointKey, const QString &reason, const QString &login);
    Result<RecordReceipt> setDoNotContact(CustomerId customer, const QString &pointKey, std::optional<Medium> medium,
                                          const QString &reason, const QString &login);

private:
    Workplace(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}
    Result<LeadView> handOut(CustomerId customer, const QString &login);
    Result<QVector<QueueItem>> carried(const AwayView &away, const QString &login);
    Result<void> readAnew();
    Result<void> foldSearch();
    Result<DutyFacts> dutyFacts(Connection *from);
    Result<void> loadPlans();
    Result<QVector<std::pair<QString, int>>> readPlans();
    struct Beginning {
        LeadKind kind;
        QString plan;
        Instant at;
    };
    Result<QVector<Beginning>> beginnings(); // the last word of a kind last
    Result<void> beginOn(LeadKind kind, const QString &plan, const QString &login);
    Result<void> readDrafts(QMap<QString, PlanOnShelf> &plans);
    Result<void> countLeads(QMap<QString, PlanOnShelf> &plans);
    Result<void> removeDraft(const QString &id);
    Result<void> mayChangePlans(const QString &login);
    Result<QString> plansFixedBecause(); // empty: they are not
    Result<void> loadExperience();
    Result<void> loadRooftop();
    Result<void> loadRules();
    QDate day() const; // today at the rooftop
    Result<void> mayChangeRules(const QString &login);
    Result<void> maySkip(const Plan &plan, PlanStep::Skip who, const QString &login);
    Result<void> mayUndo(EventId event, const QString &login);
    Result<int> giveToEverybody(const QString &login, const QString &reason, const QString &by,
                                const std::function<bool(const LeadState &)> &goes); // none: all of them
    Result<QVector<LeadRef>> openLeadsOf(const QString &login, LeadId after); // one page, by id
    Result<void> takeTouch(const OthersTouch &touch, const QString &login, bool dryRun, TouchesTaken &taken);
    Result<RecordReceipt> recordDraft(const EventDraft &draft);
    Result<RecordReceipt> moveAlert(CustomerId customer, LeadId lead, EventKind kind, const QString &answer, const QString &text, const QString &login);

    const Clock &m_clock;
    Random &m_random;
    std::unique_ptr<Connection> m_db;
    bool m_mayUpgrade = false; // the store was opened to be brought up to date
    PlanBook m_plans;
    QVector<RuleChange> m_ruleChanges;
    std::shared_ptr<const StockList> m_stock;
    int m_wordRows = 0; // as counted when they were read
    QVector<WordChange> m_wordChanges;
    std::shared_ptr<const WordShelf> m_words = WordShelf::shipped();
    QDate m_rulesOf; // the day they were read for
    Station m_station;
    RooftopFacts m_rooftop;
    Migrator::Report m_migration;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Queue> m_queue;
    std::unique_ptr<Intake> m_intake;
    DayMeasure m_measure;
    HourKeeping m_hours;
};

} // namespace beback
