#pragma once

#include "core/campaign/campaign.h"
#include "core/demo/conversation.h"
#include "core/demo/messages.h"
#include "core/demo/people.h"
#include "core/demo/staff.h"
#include "core/history/recorder.h"
#include "core/plan/power_hour.h"
#include "core/report/duty.h"

#include <queue>

namespace beback::demo {

// What customers and staff do, one thing after the other in the order of time, written down as it happens. What comes
// next for a lead is what the program itself says (Recorded::next); when it is done, and what comes of it, is chance
// guided by hidden habits.
class Story
{
public:
    struct Stage {
        Recorder &recorder;
        ManualClock &clock;
        const Material &material;
        Dice &dice;
        Instant until; // nothing happens at or after it
    };
    explicit Story(const Stage &stage);

    void expect(Instant arrival); // somebody new will ask then
    // From now on people work there. Once, before anything is played.
    Result<void> open();
    // Plays the next thing. False when all is told.
    Result<bool> play();
    int arrived() const { return m_arrived; }

private:
    enum class Cue { Arrival, Work, Message, Appointment, NextInterest, Resend, Unsold, Hour, Morning, Campaign };

    // One customer, as the story knows them.
    struct Line {
        Person person;
        CustomerId customer;
        LeadId lead;
        CustomerState state;
        std::optional<NextForCustomer> next;
        QString agent;        // who mostly works them
        int neglectedAfter = 999; // touches; then everybody forgets them
        QVector<SentWords> sent; // what they got, the newest first: nobody is written the same again
        double pull = 1;      // of the words they got last
        int exchanged = 0;    // messages in the talk that is going on
        int turn = 0;         // grows with every record: what was going to be done before is void
        bool gone = false;    // bought, or asked to be left alone: they do not answer any more
        const LeadState &now() const { return *state.lead(lead); }
    };
    struct Scene {
        Instant at;
        quint64 order = 0;
        qsizetype line = -1;
        Cue cue = Cue::Work;
        int turn = 0;
        Medium medium = Medium::Text;
        QString by{}; // who does it; empty: who is in
        bool operator>(const Scene &other) const { return at != other.at ? at > other.at : order > other.order; }
    };

    // Who waits for the Hour of Power, the first at the end of each list: everybody, and by the agent who mostly works them. Who was
    // taken from one list still stands in the other.
    struct Waiting {
        QVector<qsizetype> all;
        QHash<QString, QVector<qsizetype>> of;
        QSet<qsizetype> seen;
    };

    // story.cpp: the course of things
    void plan(Scene scene);
    void planWork(qsizetype line);
    static bool isForgotten(const Line &line);
    Instant whenWorked(const Line &line, const NextStep &step);
    Instant whenOpen(const Line &line, Medium medium, Instant from);
    Result<void> playScene(const Scene &scene);
    Result<void> arrive();
    Result<void> nextInterest(qsizetype line);
    Result<void> resend(qsizetype line);
    Result<void> take(qsizetype line, Result<Recorded> recorded);
    Result<void> write(qsizetype line, const QVector<EventDraft> &drafts);
    EventDraft draft(const Line &line, EventKind kind, const QString &actor) const;
    QString words(const char *purpose, const Line &line, const QString &actor = {});
    Instant now() const { return m_clock.now(); }
    bool nearEnd() const { return now() >= m_nearEnd; }

    // story_work.cpp: what the staff does
    Result<void> work(qsizetype line, const QString &by);
    Result<void> mend(qsizetype line, const QString &agent);
    Result<void> skip(qsizetype line, const QString &agent);
    Result<void> send(qsizetype line, const QString &agent);
    Result<void> sayNothing(qsizetype line, const QString &agent);
    void keepWords(Line &line, const Written &message, EventDraft &event);
    Result<void> visit(qsizetype line, const QString &agent);
    EventDraft attempt(const Line &line, const QString &agent, Medium medium, Outcome outcome) const;
    EventDraft closing(const Line &line, const QString &agent, LeadStatus status, const QString &reason) const;
    bool givesUp(const Line &line);
    Result<void> mistake(qsizetype line, const QString &agent);

    // story_calls.cpp: what is said on the phone
    Result<void> call(qsizetype line, const QString &agent);
    Outcome unanswered();
    Outcome answered(const Line &line);
    void noteDown(const Line &line, const QString &agent, EventDraft &call);
    Result<QVector<EventDraft>> talk(qsizetype line, const QString &agent);
    Result<QVector<EventDraft>> goThroughGuide(qsizetype line, EventDraft &call, std::optional<Instant> visit);
    Ending ending(const Line &line, std::optional<Instant> visit);
    QVector<EventDraft> besides(Line &line, const EventDraft &call);
    Instant callTime(const Line &line);
    void promise(Line &line, EventDraft &attempt);

    // story_hour.cpp: the Hour of Power
    Result<void> setHour();
    Result<void> powerHour();
    Waiting waitingForTheHour() const;
    qsizetype nextWaiting(QVector<qsizetype> &list, QSet<qsizetype> &seen) const;
    void keepHour(const QString &agent, Waiting &waiting);

    // story_manager.cpp: what the managers do
    Instant nextMorning();
    Result<void> morning();
    Result<void> giveLeads(const QString &manager);
    Result<void> doDuties(const QString &manager);
    Result<void> setDuty(const QString &manager);
    Result<void> endDuty(const Duty &duty, const QString &manager);
    void mayContactUnsold(qsizetype line);
    Result<void> contactUnsold(qsizetype line);

    // story_campaign.cpp: a change in the facts, told to those who were lost
    Result<void> beginCampaign(int number);
    Campaign campaign(int number) const;
    Result<void> joinCampaign(CustomerId customer);

    // story_customer.cpp: what the customer does
    bool answersNow(const Line &line, double chance) const;
    bool hasNews(const Line &line) const;
    void mayAnswer(qsizetype line, Medium medium);
    void mayComeBack(qsizetype line);
    const char *replyKind(const Line &line, bool bought, bool stop);
    Result<void> message(qsizetype line, Medium medium);
    Result<void> appointment(qsizetype line);
    std::optional<Instant> visitTime(const Line &line);
    void expectVisit(qsizetype line, Instant at);
    EventDraft appointmentSet(Line &line, qsizetype index, const QString &agent, Instant at);

    Recorder &m_recorder;
    ManualClock &m_clock;
    const Material &m_material;
    Dice &m_dice;
    Instant m_until;
    Instant m_nearEnd; // from here on more comes in than gets done: whoever looks next finds work
    Instant m_lastDays; // the two working days before that: times named now may lie beyond the end
    People m_people;
    Staff m_staff;
    Messages m_messages;
    Conversation m_conversation;
    std::vector<Line> m_lines;
    QHash<CustomerId, qsizetype> m_lineOf;
    std::optional<HourSpan> m_hour; // the last Hour of Power that began
    QSet<QString> m_keepers;        // who keeps it
    int m_mornings = 0;             // on which duties were looked at
    bool m_leftOut = false;         // a duty, with a reason
    std::priority_queue<Scene, std::vector<Scene>, std::greater<>> m_scenes;
    quint64 m_order = 0;
    int m_arrived = 0;
};

} // namespace beback::demo
