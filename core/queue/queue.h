#pragma once

#include "core/history/recorder.h"
#include "core/plan/permission.h"

namespace beback {

// One lead in the list, ready to be painted.
struct QueueItem {
    struct Reason {
        enum class Tone { Neutral, Good, Info, Warning, Danger };
        Tone tone = Tone::Neutral;
        QString icon; // name of look.md section 11: "flash" "clock" "dialog-messages" …; empty: none
        QString text; // "Callback promised, in 3 min"
        friend bool operator==(const Reason &, const Reason &) = default;
    };
    CustomerId customer;
    LeadId lead;
    QString name;
    QString vehicle; // "2024 CR-V EX-L"
    Medium medium = Medium::Call;
    Band band = Band::Plan;
    Instant dueAt;
    bool due = false;          // now, as opposed to later
    bool overdue = false;      // a promise or appointment that should have been kept already, or a day late
    QVector<AttemptMark> marks; // the last eight
    int attempts = 0;
    QVector<Reason> reasons;   // strongest first; a row shows two
    QString heldBy;            // display name of another person who has it now; empty: free or mine
    Instant outUntil;          // until when they have taken it along on a trip; us 0: they have not
    bool mine = false;         // claimed by the one who asks
    bool fits = true;          // into their day; see day_cut.h
    bool listed = true;        // shown unasked: it fits, or it is among the first of those that do not
    friend bool operator==(const QueueItem &, const QueueItem &) = default;
};

// Why nothing, or not more, can be handed out: a count for each reason.
struct Because {
    QString code;   // "quiet_hours" "later" "held" "stuck"
    QString reason; // sentence part: "Quiet hours where they live"
    int count = 0;  // exact up to 1000; 1001 stands for "more than 1000"
    QString first;  // "first: 8:00 am Eastern, Robert Tran"
    std::optional<Instant> until; // when the first of them is free
    friend bool operator==(const Because &, const Because &) = default;
};

// How much of what is due one person will do well today; see day_cut.h.
struct DayCut {
    int fits = 0;        // of those due now and later today
    int waiting = 0;     // the others
    bool isMore = false; // there are more than could be counted: `waiting` is too small
    QString basis;       // what this was measured from, as a sentence
    int besides = 0;     // of those waiting, the first, listed all the same
    bool isDayOff = false; // they are not expected today: nothing was measured
    friend bool operator==(const DayCut &, const DayCut &) = default;
};

struct QueuePage {
    QVector<QueueItem> mine;  // claimed by this person, oldest claim first
    QVector<QueueItem> next;  // in the order they are handed out, then those later today
    int nowCount = 0;         // may be contacted now; exact up to 1000; 1001 stands for "more than 1000"
    int laterToday = 0;       // same
    QVector<Because> because; // filled when nowCount is 0
    std::optional<DayCut> day; // none: nothing is known of this person, and nothing is cut
    friend bool operator==(const QueuePage &, const QueuePage &) = default;
};

// A person handed to one agent for a time. The epoch grows with every grant: a late writer is recognised by it.
struct Claim {
    CustomerId customer;
    LeadId lead;
    qint64 epoch = 0;
    Instant until;
};

// Who is due, in what order (queue_order.h), and who has whom. Only leads whose medium may be used at that moment are
// handed out.
class Queue
{
public:
    static constexpr Duration Lease = std::chrono::minutes(10);

    explicit Queue(Recorder &recorder);

    // Claims the next person for `login`. None: nobody may be contacted now (see page().because).
    Result<std::optional<Claim>> claimNext(const QString &login);
    // Claims this person. Errors: Conflict naming who has them; NotFound when nothing is open.
    Result<Claim> claim(CustomerId customer, const QString &login);
    // Lengthens the lease. Errors: Stale when it ran out and somebody else took over.
    Result<Claim> renew(const Claim &claim, const QString &login);
    // Gives the person back. Releasing what one no longer holds is fine.
    Result<void> release(CustomerId customer, const QString &login);
    // How often this person was handed out so far; 0: never. Grows with every grant.
    Result<qint64> epochOf(CustomerId customer);
    Result<QVector<Claim>> heldBy(const QString &login);
    // Called before heldBy() reads: where leases are kept by a clock that may have been set, they are brought in line with it. A
    // failure is the answer of the call.
    void setBefore(std::function<Result<void>()> before) { m_before = std::move(before); }

    Result<QueuePage> page(const QString &login, int limit);

private:
    Recorder &m_recorder;
    std::function<Result<void>()> m_before;
};

// The chips of a row: why this one, in words. Pure.
struct LeadFacts; // see lead_row.h
QVector<QueueItem::Reason> queueReasons(const NextStep &step, const LeadFacts &lead, Instant now, const QString &zone);

} // namespace beback
