// What managers count of a lead, and the text it is kept as.

#include "core/history/fold.h"
#include "core/history/lead_story.h"
#include "tests/core/sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

// One lead's history, written down event by event.
struct History {
    QVector<Event> events;

    Event &add(EventKind kind, const char *at, const QJsonObject &body = {})
    {
        const qint64 number = events.size() + 1;
        Event event;
        event.id = EventId(QUuid(uint(number), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(number)));
        event.customer = CustomerId(QUuid(7, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 7));
        event.lead = leadId(1);
        event.hlc = {number << 16};
        event.kind = kind;
        event.occurredAt = event.recordedAt = utc(at);
        event.actor = u"priya"_s;
        event.body = body;
        events << event;
        return events.last();
    }
    void arrive(const char *at) { add(EventKind::LeadArrived, at, {{u"source"_s, u"Website"_s}, {u"plan"_s, u"fresh-internet"_s}}); }
    void attempt(const char *at, Medium medium, Outcome outcome, const QJsonObject &body = {})
    {
        Event &event = add(EventKind::Attempt, at, body);
        event.medium = medium;
        event.outcome = outcome;
    }
    LeadStory story() const
    {
        const CustomerState state = fold(events);
        return storyOf(state, state.leads.first());
    }
};

History busy()
{
    History history;
    history.arrive("2026-03-02T15:00:00Z");
    history.attempt("2026-03-02T15:04:00Z", Medium::Call, Outcome::Reached,
                    {{u"talk_s"_s, 0}, {u"note"_s, u" Wants the white one. "_s}, {u"answers"_s, QJsonObject{{u"trade"_s, u"yes"_s}}}});
    history.add(EventKind::Skipped, "2026-03-03T15:00:00Z", {{u"reason"_s, u"100 % sure:\tcalls back\nherself"_s}}).medium = Medium::Text;
    history.attempt("2026-03-03T16:00:00Z", Medium::Text, Outcome::Sent, {{u"words"_s, u"Which day suits you?"_s}, {u"hour"_s, u"2026-03-03T16:00:00Z"_s}});
    history.add(EventKind::Reply, "2026-03-03T17:00:00Z", {{u"text"_s, u"Friday"_s}}).medium = Medium::Text;
    history.add(EventKind::AppointmentSet, "2026-03-03T17:05:00Z", {{u"at"_s, u"2026-03-06T20:00:00Z"_s}});
    history.attempt("2026-03-06T20:10:00Z", Medium::Visit, Outcome::Kept);
    history.add(EventKind::ObjectionRaised, "2026-03-06T21:00:00Z", {{u"objection"_s, u"price"_s}});
    return history;
}

} // namespace

class LeadStoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatHappened();
    void isTheSameAgainFromItsText();
    void laterWordOfAnEarlierTouchStandsWhereItHappened();
    void theFirstAnswerCountsWheneverItIsWrittenDown_data();
    void theFirstAnswerCountsWheneverItIsWrittenDown();
    void aReplyAnswersNoTouchMadeAfterIt();
    void knowsWhatBecameOfVisits_data();
    void knowsWhatBecameOfVisits();
    void leavesOutWhatDoesNotCount();
    void refusesWhatIsNoStory_data();
    void refusesWhatIsNoStory();
};

void LeadStoryTest::tellsWhatHappened()
{
    const LeadStory story = busy().story();
    QCOMPARE(story.source, u"Website"_s);
    QCOMPARE(story.touches.size(), 3);
    const StoryTouch &call = story.touches[0];
    QCOMPARE(call.talkSeconds, 0);
    QCOMPARE(call.noteLength, 20);
    QCOMPARE(call.answers, 1);
    QVERIFY(!call.inHour && call.outcome == Outcome::Reached);
    QCOMPARE(call.answeredAt, call.at);
    const StoryTouch &text = story.touches[1];
    QVERIFY(text.inHour && text.outcome == Outcome::Sent);
    QCOMPARE(text.answeredAt, utc("2026-03-03T17:00:00Z")); // they wrote back
    QCOMPARE(text.talkSeconds, -1);
    QCOMPARE(text.wordsLength, 20);
    QCOMPARE(story.skips.size(), 1);
    QCOMPARE(story.skips[0].medium, Medium::Text);
    QCOMPARE(story.visits.size(), 1);
    QCOMPARE(story.visits[0].became, StoryVisit::Became::Kept);
    QCOMPARE(story.visits[0].endedAt, utc("2026-03-06T20:10:00Z"));
    QCOMPARE(story.objections.size(), 1);
    QCOMPARE(story.objections[0].objection, Objection::Price);
    QCOMPARE(story.lastAt(), utc("2026-03-06T21:00:00Z"));
}

void LeadStoryTest::isTheSameAgainFromItsText()
{
    const LeadStory story = busy().story();
    const auto again = storyFromText(toText(story));
    QVERIFY(again.has_value());
    QCOMPARE(*again == story, true);
    QCOMPARE(again->skips[0].reason, u"100 % sure:\tcalls back\nherself"_s);
}

void LeadStoryTest::laterWordOfAnEarlierTouchStandsWhereItHappened()
{
    History history;
    history.arrive("2026-03-02T15:00:00Z");
    history.attempt("2026-03-04T15:00:00Z", Medium::Call, Outcome::NoAnswer);
    history.attempt("2026-03-03T15:00:00Z", Medium::Email, Outcome::Sent);
    const LeadStory story = history.story();
    QCOMPARE(story.touches[0].medium, Medium::Email);
    QCOMPARE(story.touches[1].medium, Medium::Call);
}

void LeadStoryTest::theFirstAnswerCountsWheneverItIsWrittenDown_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QStringList>("replies"); // in the order they were written down
    QTest::addColumn<QString>("answered");
    const QString sent = u"2026-03-03T16:00:00Z"_s, tuesday = u"2026-03-03T17:00:00Z"_s, friday = u"2026-03-06T17:00:00Z"_s;
    QTest::newRow("none") << Outcome::Voicemail << QStringList{} << QString();
    QTest::newRow("at once") << Outcome::Reached << QStringList{} << sent;
    QTest::newRow("later") << Outcome::Voicemail << QStringList{friday} << friday;
    QTest::newRow("twice") << Outcome::Voicemail << QStringList{tuesday, friday} << tuesday;
    QTest::newRow("the first one written down last") << Outcome::Voicemail << QStringList{friday, tuesday} << tuesday;
    QTest::newRow("at once, and later") << Outcome::Reached << QStringList{friday} << sent;
    QTest::newRow("dated before it was sent") << Outcome::Voicemail << QStringList{u"2026-03-01T17:00:00Z"_s} << QString(); // it answers another
    QTest::newRow("in the same moment") << Outcome::Voicemail << QStringList{sent} << sent;
}

void LeadStoryTest::theFirstAnswerCountsWheneverItIsWrittenDown()
{
    QFETCH(Outcome, outcome);
    QFETCH(QStringList, replies);
    QFETCH(QString, answered);
    History history;
    history.arrive("2026-03-02T15:00:00Z");
    history.attempt("2026-03-03T16:00:00Z", Medium::Call, outcome);
    for (const QString &at : std::as_const(replies))
        history.add(EventKind::Reply, at.toLatin1().constData(), {{u"text"_s, u"It is me"_s}}).medium = Medium::Call;
    const LeadStory story = history.story();
    QCOMPARE(story.touches[0].answeredAt, answered.isEmpty() ? Instant{} : Instant::fromIso(answered));
    QCOMPARE(storyFromText(toText(story)), std::optional(story));
}

// They answered on Monday, it is written down on Tuesday, after the next text was sent.
void LeadStoryTest::aReplyAnswersNoTouchMadeAfterIt()
{
    History history;
    history.arrive("2026-03-02T14:00:00Z");
    history.attempt("2026-03-02T15:00:00Z", Medium::Text, Outcome::Sent);
    history.add(EventKind::Skipped, "2026-03-02T15:30:00Z", {{u"reason"_s, u"Away"_s}}).medium = Medium::Text;
    history.attempt("2026-03-03T15:00:00Z", Medium::Text, Outcome::Sent);
    Event &reply = history.add(EventKind::Reply, "2026-03-02T17:00:00Z", {{u"text"_s, u"Friday"_s}});
    reply.medium = Medium::Text;
    reply.recordedAt = utc("2026-03-03T15:05:00Z");
    const LeadStory story = history.story();
    QCOMPARE(story.touches.size(), 2);
    QCOMPARE(story.touches[0].answeredAt, utc("2026-03-02T17:00:00Z"));
    QVERIFY(!story.touches[1].wasAnswered());
    const LeadState lead = fold(history.events).leads.first();
    QCOMPARE(marksToText(lead.marks), u"t+ t. t-"_s); // what the queue shows agrees with it
    QCOMPARE(lead.reached, 1);
    QCOMPARE(storyFromText(toText(story)), std::optional(story));
}

void LeadStoryTest::knowsWhatBecameOfVisits_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("became");
    QTest::newRow("still to come") << 0 << int(StoryVisit::Became::Open);
    QTest::newRow("kept") << 1 << int(StoryVisit::Became::Kept);
    QTest::newRow("missed") << 2 << int(StoryVisit::Became::Missed);
    QTest::newRow("cancelled") << 3 << int(StoryVisit::Became::Cancelled);
    QTest::newRow("another instead") << 4 << int(StoryVisit::Became::Replaced);
    QTest::newRow("closed") << 5 << int(StoryVisit::Became::Replaced);
}

void LeadStoryTest::knowsWhatBecameOfVisits()
{
    QFETCH(int, what);
    QFETCH(int, became);
    History history;
    history.arrive("2026-03-02T15:00:00Z");
    const EventId set = history.add(EventKind::AppointmentSet, "2026-03-02T16:00:00Z", {{u"at"_s, u"2026-03-06T20:00:00Z"_s}}).id;
    const char *at = "2026-03-05T16:00:00Z";
    switch (what) {
    case 1: history.attempt(at, Medium::Visit, Outcome::Kept); break;
    case 2: history.attempt(at, Medium::Visit, Outcome::Missed); break;
    case 3: history.add(EventKind::AppointmentCancelled, at, {{u"appointment"_s, set.toString()}}); break;
    case 4: history.add(EventKind::AppointmentSet, at, {{u"at"_s, u"2026-03-09T20:00:00Z"_s}}); break;
    case 5: history.add(EventKind::LeadClosed, at, {{u"status"_s, u"lost"_s}}); break;
    default: break;
    }
    const LeadStory story = history.story();
    QCOMPARE(story.visits.size(), what == 4 ? 2 : 1);
    QCOMPARE(int(story.visits[0].became), became);
    QCOMPARE(story.visits[0].endedAt, what == 0 ? Instant{} : utc(at));
    QCOMPARE(story.visits[0].setBy, u"priya"_s);
}

void LeadStoryTest::leavesOutWhatDoesNotCount()
{
    History history;
    history.arrive("2026-03-02T15:00:00Z");
    history.attempt("2026-03-02T16:00:00Z", Medium::Call, Outcome::Reached, {{u"department"_s, u"service"_s}});
    history.attempt("2026-03-02T17:00:00Z", Medium::Visit, Outcome::Kept, {{u"department"_s, u"sales"_s}}); // they came, whoever says so
    history.attempt("2026-03-02T18:00:00Z", Medium::Call, Outcome::NoAnswer);
    history.add(EventKind::Corrected, "2026-03-02T19:00:00Z", {{u"undoes"_s, history.events.last().id.toString()}});
    const LeadStory story = history.story();
    QVERIFY(story.touches.isEmpty());
    QCOMPARE(story.visits.size(), 1);
    QCOMPARE(story.visits[0].setAt, Instant{});
    QCOMPARE(story.lastAt(), utc("2026-03-02T17:00:00Z"));
}

void LeadStoryTest::refusesWhatIsNoStory_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an older kind") << u"1\t\tpriya"_s; // it does not say when a touch was answered
    QTest::newRow("a newer kind") << u"3\t\tpriya"_s;
    QTest::newRow("an unknown line") << toText(busy().story()) + u"\nZ1"_s;
    QTest::newRow("no such medium") << u"2\nT\t1\tpriya\t9"_s;
    QTest::newRow("no number") << u"2\nO\t1\t--"_s;
}

void LeadStoryTest::refusesWhatIsNoStory()
{
    QFETCH(QString, text);
    QVERIFY(!storyFromText(text).has_value());
}

QTEST_GUILESS_MAIN(LeadStoryTest)
#include "lead_story_test.moc"
