#pragma once

#include "core/campaign/campaign_run.h"
#include "core/desk/away.h"
#include "core/desk/own_seal.h"
#include "core/desk/trip_return.h"
#include "core/desk/workplace.h"
#include "core/exchange/exchange.h"
#include "core/exchange/looks.h"

namespace beback {

// A desk of a shared database: its own store, which everything is recorded in first, and the exchange with the others.
// Lives in the thread that opened it. `clock` and `random` must outlive it.
class SharedPlace
{
public:
    // Opens the own store that belongs to this database and person, and connects. Where the database does not answer, a
    // desk that joined before opens all the same (isOnline() is false, trouble() says why); a new one cannot.
    // Errors: those of Exchange::connect and Workplace::open.
    static Result<std::unique_ptr<SharedPlace>> open(const StoreUrl &shared, const Clock &clock, Random &random);
    // Opens the own store and does not connect, but for the key of a sealed one that the keyring has lost. Errors: NotFound, where this desk
    // never joined; Denied, where it was taken out and its file cannot be read any more; those of own_seal::open().
    static Result<std::unique_ptr<SharedPlace>> openOffline(const StoreUrl &shared, const Clock &clock, Random &random);
    // As open(), for somebody who says that this computer is to be a desk: where it was taken out before, it becomes a new one.
    static Result<std::unique_ptr<SharedPlace>> joinAnew(const StoreUrl &shared, const Clock &clock, Random &random);
    // The file a desk of this database keeps for this person.
    static Result<StoreUrl> ownStoreOf(const StoreUrl &shared);

    Workplace &own() { return *m_own; }
    const QString &login() const { return m_login; } // of the person whose desk this is
    static Result<QString> loginOf(const StoreUrl &shared);
    Exchange &exchange() { return *m_exchange; }
    bool isOnline() const { return m_exchange->isConnected(); }
    const std::optional<Error> &trouble() const { return m_trouble; }
    Result<void> connect(); // again
    // This computer was taken out of the shared database; trouble() says by whom and what to do. It carries nobody, and does not ask there
    // again before it joins anew.
    bool isTakenOut() const { return m_takenOut; }

    // What needs a look (core/exchange/looks.h): for a manager all of it, else what this person wrote; only while online, and so are these.
    // Errors besides those of lookDone(): NotFound, where nothing of that needs a look any more; Invalid, for what stays held for good.
    Result<QVector<Look>> looks();
    Result<void> lookDone(EventId event, Look::What what, const QString &reason); // seen; of what is held: left out for good
    // Lets in what is held, for managers, in the order they wrote it: recorded here, and sent. Everybody folds these people anew.
    Result<void> letIn(const QVector<EventId> &events, const QString &reason);

    // As the person whose desk this is; only while online.
    Result<QueuePage> queuePage(int limit);
    // Touches from here, where they are at once; what one will still do from everybody's history there.
    Result<TodayCount> today();
    // The Hour of Power, by everybody's history there. What is set is noted in the own store, too.
    Result<HourToday> hourToday();
    Result<HourView> hour(std::optional<Instant> begun);
    Result<void> setHour(const QString &login, std::optional<QTime> at);
    Result<QVector<QueueItem>> hourList(int limit);
    Result<std::optional<LeadView>> claimInHour();
    // Contact rules: said there, by a manager, and read by every desk. Errors of setRule(): those of Workplace::wordFor(), Conflict,
    // Denied. What others have to plan anew is left to exchange().refoldStale().
    Result<void> setRule(const RuleWish &wish);
    // The words everybody uses, the same way. Of several wishes all are said or none.
    Result<void> sayWords(const QVector<WordWish> &wishes);
    Result<bool> fetchWords(); // true: there are others now
    Result<WordsOnShelf> wordsOnShelf(); // counted over everybody's messages there
    Result<ChartPage> charts(const ChartFilter &filter, const std::optional<QString> &alone = {}); // counted over everybody's work there; errors: Denied, for who is no manager
    Result<TodayPage> todayPage();
    Result<MondayPage> mondayPage();
    // Views every manager of the site has, noted in the own store too, where they are read without the line. See Workplace.
    Result<QVector<SavedView>> savedViews();
    Result<void> saveView(const SavedView &view, bool over);
    Result<void> removeView(const QString &name);
    // What managers have to do themselves: said there, where somebody may have been first.
    Result<QVector<Duty>> duties();
    Result<DutyWord> sayDuty(const DutyWord &word);
    // For CampaignOffice: where campaigns stand, and how people are put on their plans.
    CampaignsShared campaigns();
    // See Workplace. Whoever it is about is read into the own store first, and it is recorded there; exchange() sends it.
    Result<Acted> actAll(const QVector<ManagerAct> &acts);
    Result<Acted> assignLeads(const QVector<LeadId> &leads, const QString &to, const QString &reason) { return actAll({giving(leads, to, reason)}); }
    Result<int> undoActs(const QVector<EventId> &events);
    Result<ActsUndone> undoEach(const QVector<EventId> &events);
    Result<int> putStock(const StockList &list); // what the rooftop has to sell; the version
    Result<bool> fetchStock(); // true: there is another list now
    Result<bool> fetchRules(); // true: something was said there since
    Result<QVector<SearchHit>> search(const QString &fragment, int limit);
    // With the person's newest history, read into the own store, and who has them now.
    Result<LeadView> view(CustomerId customer, LeadId lead);
    Result<std::optional<LeadView>> claimNext();
    Result<LeadView> claim(CustomerId customer, LeadId lead); // `lead` null: the one to work next
    // Sends what was recorded, as far as that goes in a second. Whom it told something about.
    Result<QVector<CustomerId>> sendRecorded();
    Result<QVector<CustomerId>> release(CustomerId customer); // here too, after sendRecorded(), whose answer it gives
    Result<QVector<AlertOnDesk>> alerts();     // everybody's

    // A trip (core/exchange/trip.h). Errors of taking along: those of Exchange::checkOut() and bringPart(). checkOut() leases them and
    // bringPart() reads some of their histories, until the trip is whole; takeAlong() does both. Broken off, the same call goes on.
    Result<AwayView> checkOut(const TripWish &wish);
    Result<AwayView> bringPart();
    Result<AwayView> takeAlong(const TripWish &wish);
    // Sends what was recorded, reads what others did, and gives back these people, or (none named) all. Errors: NotFound, without a trip.
    Result<TripReturn> comeBack(const QVector<CustomerId> &customers = {});
    Result<TripReturn> giveBackRest(); // those of it who are not here whole; the others stay along
    Result<std::optional<TripReturn>> comeBackIfOver(); // none: there is no trip, or it goes on
    Result<bool> bringsMore(); // the next part of a trip that was broken off; true: there is more

    // Before a lead is settled: whoever it may be about is read into the own store.
    Result<void> bringKnown(const LeadDraft &lead);

private:
    SharedPlace(StoreUrl shared) : m_shared(std::move(shared)) {}
    Result<void> openOwn(const Clock &clock, Random &random);
    Result<void> openFile(const StoreUrl &url, const Clock &clock, Random &random);
    Result<void> connectHere();
    Result<TripReturn> lookBack(const Trip &trip);
    Result<void> noteFacts();
    Result<bool> wordsUpTo(int count);    // as many as are said there; true: there are others now
    Result<bool> stockUpTo(int version);
    Result<Look> lookOf(EventId event, std::optional<Look::What> what);
    Result<void> mayComeIn();
    Result<void> planBy(const QVector<RuleChange> &changes);

    StoreUrl m_shared;
    QString m_login;
    std::unique_ptr<Workplace> m_own;
    std::unique_ptr<Exchange> m_exchange;
    HourKeeping::Where hourWhere();
    Result<void> sendFirst();
    Result<QVector<CustomerId>> sendAll(); // Unavailable, where something is left
    Result<void> noteHours(const HourBook &book);

    DayMeasure m_measure; // of the shared database
    HourKeeping m_hours;
    HourBook m_noted;
    std::optional<Error> m_trouble;
    bool m_takenOut = false;
    bool m_isSealDue = false; // prepared; sealed as soon as nobody has it open
};

} // namespace beback
