#pragma once

#include "core/desk/alerts.h"
#include "core/desk/desk_types.h"
#include "core/desk/hour_view.h"
#include "core/desk/plan_shelf.h"
#include "core/desk/rule_shelf.h"
#include "core/desk/trip_return.h"
#include "core/desk/words_on_shelf.h"
#include "core/intake/csv_mapping.h"

#include <QFuture>
#include <QObject>

namespace beback {

struct Acted;
struct AwayView;
struct Campaign;
struct CampaignMove;
struct CampaignPreview;
struct CampaignShelf;
struct ChartFilter;
struct ChartLead;
struct ChartPage;
struct DutyWord;
struct LeadDraft;
struct MondayPage;
struct LoadBalance;
struct Look;
struct ManagerAct;
struct SavedView;
struct TodayPage;

// What the window talks to. Every call returns at once; the work is done, in order, in the desk's own thread, and the
// answer is delivered through the future (see deliver.h). Thread: GUI. Destroying a Desk finishes what was asked for.
class Desk : public QObject
{
    Q_OBJECT
public:
    // `clock` and `random` must outlive the desk.
    explicit Desk(const Clock &clock, QObject *parent = nullptr);
    ~Desk() override;

    // Opens, and creates or upgrades where `create`. Errors as Connection::open and Migrator. A shared database that was
    // joined before opens whether it answers or not; one that was not is joined now, which takes its answer.
    QFuture<Result<DeskOpened>> open(const QString &storeUrl, bool create);
    // open() of a shared database by somebody who just gave name and password: where it answers and refuses them, that is the
    // error, also when this desk joined before. Where it does not answer, a desk that joined before opens.
    QFuture<Result<DeskOpened>> join(const QString &storeUrl);
    // Ends this desk's part in a shared database: sends what it can. The own file stays; nothing is open afterwards.
    QFuture<Result<void>> leave();
    QFuture<Result<DeskOpened>> createDemo(const QString &storeUrl, int customers, quint64 seed);
    // A first person and rooftop for an empty store.
    QFuture<Result<DeskOpened>> createEmpty(const QString &storeUrl, const RooftopFacts &rooftop, const Agent &first);
    QFuture<Result<Agent>> signIn(const QString &login); // from now on everything is done as this person

    QFuture<Result<QueuePage>> queue(int limit);
    QFuture<Result<TodayCount>> today();
    QFuture<Result<std::optional<LeadView>>> claimNext();
    // The person; shown is `lead`, or the one to work next when it is null. Again: somebody works on them, and the lease ended; whoever
    // asked since not to be contacted at all stays free, and that is NotFound.
    enum class Claiming { Afresh, Again };
    QFuture<Result<LeadView>> claim(CustomerId customer, LeadId lead = {}, Claiming how = Claiming::Afresh);
    QFuture<Result<LeadView>> view(CustomerId customer, LeadId lead); // read-only; lead null: the one worked next
    QFuture<Result<Claim>> renew(Claim claim); // Stale: the lease ended; that does not mean that somebody else has them
    QFuture<Result<void>> release(CustomerId customer);

    // A trip away from the shared database (away.h): what is carried, and until when. takeAlong(): so many leads in the order of the
    // queue, or those that are named, for 1 to 12 hours; it answers once all of their histories are here, and others are served in
    // between. Broken off, it goes on by itself when the line is back. Errors: those of SharedPlace; Invalid, on a store of this
    // computer, which is always with its person; Unavailable, without the shared database.
    QFuture<Result<AwayView>> away();
    QFuture<Result<AwayView>> takeAlong(int leads, int hours, QVector<LeadId> named = {});
    QFuture<Result<TripReturn>> giveBackRest(); // those who were leased and are not here whole; the others stay along
    QFuture<Result<TripReturn>> comeBack(); // gives back all of them, after everything that was recorded was sent

    // The Hour of Power. Set by everybody for themselves, by managers for others (`login`) or for all (empty); `at` none: not
    // any more. Errors: Denied; NotFound, for a login nobody has; Unavailable, without the shared database.
    QFuture<Result<HourToday>> hourToday();
    QFuture<Result<HourToday>> setHour(QString login, std::optional<QTime> at); // answers mine, as it is now
    QFuture<Result<HourView>> hour(Instant begun);
    QFuture<Result<QVector<QueueItem>>> hourList(int limit); // see hour_order.h
    QFuture<Result<std::optional<LeadView>>> claimInHour();  // the first of that list who is free

    QFuture<Result<RecordReceipt>> record(RecordRequest request);
    QFuture<Result<RecordReceipt>> undo(EventId event);
    QFuture<Result<RecordReceipt>> skip(CustomerId customer, LeadId lead, QString reason);
    QFuture<Result<RecordReceipt>> note(CustomerId customer, LeadId lead, QString text);
    QFuture<Result<RecordReceipt>> reply(CustomerId customer, LeadId lead, Medium medium, QString text);
    QFuture<Result<RecordReceipt>> setAppointment(CustomerId customer, LeadId lead, Instant at, QString what);
    QFuture<Result<RecordReceipt>> closeLead(CustomerId customer, LeadId lead, LeadStatus status, QString reason);
    // `replaces` empty: a new point. Errors: Invalid with a sentence about the number or address.
    QFuture<Result<RecordReceipt>> setContactPoint(CustomerId customer, ContactPoint::Type type, QString raw,
                                                   QString label, QString replaces);
    QFuture<Result<RecordReceipt>> removeContactPoint(CustomerId customer, QString pointKey, QString reason);
    QFuture<Result<RecordReceipt>> setDoNotContact(CustomerId customer, QString pointKey, std::optional<Medium> medium,
                                                   QString reason);
    QFuture<Result<RecordReceipt>> setWish(CustomerId customer, Wish wish); // an empty one: it is over
    QFuture<Result<RecordReceipt>> giveConsent(CustomerId customer, Medium medium, QString how);
    // A deal that may still be saved: see Workplace. On a shared database those of everybody.
    QFuture<Result<RecordReceipt>> raiseAlert(CustomerId customer, LeadId lead, QString deal);
    QFuture<Result<RecordReceipt>> seeAlert(CustomerId customer, LeadId lead);
    QFuture<Result<RecordReceipt>> answerAlert(CustomerId customer, LeadId lead, AlertAnswer answer, QString text);
    QFuture<Result<QVector<AlertOnDesk>>> alerts();
    QFuture<Result<IntakeItem>> addLead(LeadDraft draft); // normalised and matched like any other

    QFuture<Result<QVector<SearchHit>>> search(QString fragment, int limit);

    // Progress arrives by importProgress(); other calls are served in between.
    QFuture<Result<IntakeReport>> importFiles(QStringList paths, std::optional<CsvMapping> mapping);
    void cancelImport();
    QFuture<Result<QVector<QuarantineEntry>>> quarantine();
    QFuture<Result<QuarantineContent>> quarantineContent(QuarantineId id);
    QFuture<Result<IntakeReport>> retryQuarantined(QuarantineId id, QString content);
    QFuture<Result<void>> discardQuarantined(QuarantineId id, QString reason);
    // The watched folder; empty: none. Remembered in the store.
    QFuture<Result<void>> watchFolder(QString path);

    // Plans, for managers: see Workplace. A draft is kept as it is changed; switching it on tells by changed().
    QFuture<Result<PlanShelf>> planShelf();
    QFuture<Result<void>> keepPlanDraft(Plan plan);
    QFuture<Result<void>> dropPlanDraft(QString id);
    QFuture<Result<Plan>> switchOnPlan(QString id, std::optional<LeadKind> kind);

    // Contact rules, for managers: see Workplace and SharedPlace. weighRule() writes nothing, looks at everybody this computer has,
    // and keeps no other call waiting; setRule() answers once it is kept, and everybody is planned anew after that: changed() tells.
    QFuture<Result<RuleShelf>> ruleShelf();
    QFuture<Result<RuleWeight>> weighRule(RuleWish wish);
    QFuture<Result<void>> setRule(RuleWish wish);
    // The words everybody uses, for managers: see Workplace. Counting how they fared keeps nobody else waiting on a store of this
    // computer. What was said is in use at once: changed() tells.
    QFuture<Result<WordsOnShelf>> wordsOnShelf();
    QFuture<Result<void>> sayWords(QVector<WordWish> wishes);
    QFuture<Result<int>> exportWords(QString folder); // how many files; see word_files.h
    QFuture<Result<QVector<WordWish>>> readWords(QStringList paths); // what is different in them
    QFuture<Result<WordPreview>> previewWords(WordTemplate words, CustomerId customer);
    // What the rooftop has to sell today. Bringing in a list, a CSV file, is for managers: see Workplace and readStockCsv().
    QFuture<Result<StockNews>> stock();
    QFuture<Result<StockRead>> putStock(QString path);
    // Campaigns, for managers: see campaign_office.h. Deciding whom one speaks to reads them all, beside everything else; starting and
    // stopping do a part of the people at a time: ask again until nobody is left, and others are served in between.
    QFuture<Result<CampaignShelf>> campaignShelf();
    QFuture<Result<CampaignPreview>> previewCampaign(Campaign campaign);
    QFuture<Result<void>> keepCampaign(Campaign campaign);
    QFuture<Result<void>> dropCampaign(QString id);
    QFuture<Result<void>> decideCampaign(Campaign shown);
    QFuture<Result<CampaignMove>> startCampaign(QString id);
    QFuture<Result<CampaignMove>> stopCampaign(QString id);

    // Charts, for managers: see chart.h. Every number is counted when it is asked for, and nobody else waits for it on a store of
    // this computer. chartLeads(): a page of at most 50.
    QFuture<Result<ChartPage>> charts(ChartFilter filter, std::optional<QString> alone = {}); // `alone`: see readCharts()
    QFuture<Result<QVector<ChartLead>>> chartLeads(QVector<LeadId> leads);
    // Views of the charts that all managers of the store have (core/report/saved_view.h); see Workplace. saveView(): `over`, in the
    // place of one of that name. Without the shared database those are read that were there last, and nothing is changed.
    QFuture<Result<QVector<SavedView>>> savedViews();
    QFuture<Result<void>> saveView(SavedView view, bool over);
    QFuture<Result<void>> removeView(QString name);
    QFuture<Result<DutyWord>> sayDuty(DutyWord word); // sets a duty of a manager or ends one; see Workplace
    // What needs a look: see SharedPlace. `what`: in the words of toText(). On a store of this computer there is nothing of that; of a
    // shared one: Unavailable, where it does not answer. changed() tells what was let in.
    QFuture<Result<QVector<Look>>> looks();
    QFuture<Result<void>> lookDone(EventId event, QString what, QString reason);
    QFuture<Result<void>> letIn(QVector<EventId> events, QString reason);
    QFuture<Result<TodayPage>> todayPage(); // see core/report/today.h; the same way
    QFuture<Result<MondayPage>> mondayPage();
    // What a manager does with many leads at once (manager_act.h; one act after the other), and that taken back (the events of Acted;
    // how many it were). changed() tells. See Workplace.
    QFuture<Result<Acted>> act(QVector<ManagerAct> acts);
    QFuture<Result<Acted>> assignLeads(QVector<LeadId> leads, QString to, QString reason); // `to` empty: to everybody
    QFuture<Result<int>> undoActs(QVector<EventId> events);
    // Who would give how many leads to whom, so that more fits today: see core/report/balance.h. Counted like charts; changes nothing.
    QFuture<Result<LoadBalance>> loadBalance();

    // A draft is text kept against a crash, by a key of the window's choosing; an empty value forgets it.
    QFuture<Result<void>> keepDraft(QString key, QString value);
    QFuture<Result<QMap<QString, QString>>> drafts();

Q_SIGNALS:
    void changed(const QVector<beback::CustomerId> &customers); // after commit; empty: anything may have changed
    void linkChanged(const beback::LinkState &state); // of a shared database
    void cameBack(const beback::TripReturn &back); // by itself: the trip was over, and the shared database answers
    void watchedFolderTrouble(const QString &sentence); // why nothing is taken from it; empty: it works again
    void importProgress(int done, int accepted, int quarantined);

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace beback
