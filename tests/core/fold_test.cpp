// The state of a customer is a pure function of the set of their events.

#include "core/base/random.h"
#include "core/history/derived_rows.h"
#include "core/history/fold.h"

#include <QJsonArray>
#include <QTest>

using namespace beback;

namespace {

// Histories as desks and laptops make them: any kind, any order of clocks, corrections of corrections, refusals and
// clears, two origins whose clocks disagree.
class RandomHistory
{
public:
    explicit RandomHistory(quint64 seed) : m_random(seed) {}

    QVector<Event> make()
    {
        const Instant start{qint64(1790000000) * 1000000};
        m_customer = m_random.id<CustomerId>(start);
        const int count = 2 + int(m_random.below(40));
        for (int i = 0; i < count; ++i) {
            Event event;
            const Instant now = start + std::chrono::minutes(i * 37 + qint64(m_random.below(60)) - 30);
            event.id = m_random.id<EventId>(now);
            event.customer = m_customer;
            event.rooftop = {1};
            event.occurredAt = event.recordedAt = now;
            // Few distinct clock values, so that ties between origins are common.
            event.hlc = {(now.us / 1000 / 600000) << 16};
            event.actor = m_random.below(2) ? QStringLiteral("priya") : QStringLiteral("marcus");
            fill(event, i);
            event.kindText = event.kind == EventKind::Unknown ? QStringLiteral("from_the_future") : toText(event.kind);
            m_events << event;
        }
        return m_events;
    }

    void shuffle(QVector<Event> &events)
    {
        for (qsizetype i = events.size() - 1; i > 0; --i)
            events.swapItemsAt(i, qsizetype(m_random.below(quint64(i + 1))));
    }

    Event any(const QVector<Event> &events) { return events.at(qsizetype(m_random.below(quint64(events.size())))); }

private:
    QString anyPoint() { return QStringLiteral("+1505555010%1").arg(m_random.below(4)); }

    void fill(Event &event, int i)
    {
        if (i == 0 || m_random.below(12) == 0)
            return arrived(event);
        event.lead = m_leads.at(qsizetype(m_random.below(quint64(m_leads.size()))));
        switch (m_random.below(16)) {
        case 0: case 1: case 2: case 3: attempt(event); return;
        case 4: event.kind = EventKind::Reply; event.medium = AllMedia[m_random.below(3)]; return;
        case 5: event.kind = EventKind::Skipped; event.medium = Medium::Call; event.body = step(); return;
        case 6:
            event.kind = EventKind::AppointmentSet;
            event.body = {{QStringLiteral("at"), (event.occurredAt + std::chrono::hours(30)).toIso()}};
            return;
        case 7:
            event.kind = EventKind::ContactPointSet;
            event.body = {{QStringLiteral("point"), ContactPoint{ContactPoint::Type::Phone, anyPoint(), {}, {}, {}, false}.toJson()},
                          {QStringLiteral("replaces"), QStringLiteral("phone:") + anyPoint()}};
            return;
        case 8:
            event.kind = EventKind::DoNotContactSet;
            if (m_random.below(2))
                event.body = {{QStringLiteral("point"), QStringLiteral("phone:") + anyPoint()}};
            return;
        case 9:
            event.kind = EventKind::DoNotContactCleared;
            event.body = {{QStringLiteral("sets"), QJsonArray{anyId()}}};
            return;
        case 10: case 11:
            event.kind = EventKind::Corrected;
            event.body = {{QStringLiteral("undoes"), anyId()}};
            return;
        case 12:
            event.kind = m_random.below(2) ? EventKind::LeadClosed : EventKind::LeadReopened;
            event.body = {{QStringLiteral("status"), QStringLiteral("lost")}};
            return;
        case 13:
            event.kind = EventKind::Nudged;
            event.body = {{QStringLiteral("reason"), QStringLiteral("They are hot")}};
            return;
        case 14:
            event.kind = EventKind::Noted;
            event.body = {{QStringLiteral("text"), QStringLiteral("Ask about the trade")}, {QStringLiteral("coach"), true}, {QStringLiteral("to"), QStringLiteral("priya")}};
            return;
        default: event.kind = EventKind::Unknown; return;
        }
    }

    void arrived(Event &event)
    {
        event.kind = EventKind::LeadArrived;
        event.lead = m_random.id<LeadId>(event.occurredAt);
        LeadDraft draft;
        draft.name.full = QStringLiteral("Person %1").arg(m_random.below(3));
        draft.points << ContactPoint{ContactPoint::Type::Phone, anyPoint(), {}, {}, {}, false};
        draft.zones = QStringList{QStringLiteral("America/Chicago")};
        draft.keys = QStringList{QStringLiteral("k%1").arg(m_random.below(5))};
        draft.planId = QStringLiteral("fresh-internet");
        event.body = draft.toBody();
        m_leads << event.lead;
    }

    QJsonObject step() { return {{QStringLiteral("plan"), QStringLiteral("fresh-internet")}, {QStringLiteral("step"), int(m_random.below(6))}}; }

    void attempt(Event &event)
    {
        event.kind = EventKind::Attempt;
        event.medium = AllMedia[m_random.below(AllMedia.size())];
        event.outcome = Outcome(1 + m_random.below(13));
        event.body = step();
        if (m_random.below(4) == 0)
            event.body.insert(QLatin1String("next_at"), (event.occurredAt + std::chrono::hours(3)).toIso());
        if (m_random.below(3) == 0)
            event.body.insert(QLatin1String("point"), QStringLiteral("phone:") + anyPoint());
    }

    QString anyId() { return m_events.at(qsizetype(m_random.below(quint64(m_events.size())))).id.toString(); }

    SeededRandom m_random;
    CustomerId m_customer;
    QVector<LeadId> m_leads;
    QVector<Event> m_events;
};

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orderOfArrivalNeverMatters()
    {
        for (quint64 seed = 1; seed <= 10000; ++seed) {
            RandomHistory history(seed);
            QVector<Event> events = history.make();
            const CustomerState expected = fold(events);
            history.shuffle(events);
            const CustomerState shuffled = fold(events);
            if (!(shuffled == expected))
                QFAIL(qPrintable(QStringLiteral("seed %1 folds differently when shuffled").arg(seed)));
        }
    }

    void anEventGivenTwiceCountsOnce()
    {
        for (quint64 seed = 1; seed <= 500; ++seed) {
            RandomHistory history(seed);
            QVector<Event> events = history.make();
            const CustomerState expected = fold(events);
            for (int i = 0; i < 5; ++i)
                events << history.any(events);
            history.shuffle(events);
            QVERIFY2(fold(events) == expected, qPrintable(QString::number(seed)));
        }
    }

    void differentHistoriesFoldDifferently() // or the tests above could not fail
    {
        int same = 0;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            RandomHistory history(seed);
            QVector<Event> events = history.make();
            const CustomerState whole = fold(events);
            events.removeLast();
            same += fold(events) == whole;
        }
        QVERIFY2(same < 20, qPrintable(QString::number(same)));
    }

    void aClearEndsOnlyTheRefusalsItNames()
    {
        SeededRandom random(7);
        const Instant at{qint64(1790000000) * 1000000};
        const auto event = [&](EventKind kind, int minute, QJsonObject body) {
            Event e;
            e.id = random.id<EventId>(at);
            e.kind = kind;
            e.kindText = toText(kind);
            e.hlc = {((at.us / 1000) + minute * 60000) << 16};
            e.occurredAt = at + std::chrono::minutes(minute);
            e.body = std::move(body);
            return e;
        };
        const Event first = event(EventKind::DoNotContactSet, 1, {{QStringLiteral("reason"), QStringLiteral("one")}});
        const Event second = event(EventKind::DoNotContactSet, 2, {{QStringLiteral("reason"), QStringLiteral("two")}});
        // The clear has the older clock of another desk: it ends the first refusal all the same, and never the second.
        const Event clear = event(EventKind::DoNotContactCleared, 0, {{QStringLiteral("sets"), QJsonArray{first.id.toString()}}});
        const CustomerState state = fold({first, second, clear});
        QCOMPARE(state.doNotContact.size(), 1);
        QCOMPARE(state.doNotContact.first().reason, QStringLiteral("two"));
        QVERIFY(state.refusal({}, Medium::Call));
    }

    void whatEndsAPromise_data()
    {
        QTest::addColumn<Medium>("promised");
        QTest::addColumn<Medium>("medium");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("minutes"); // to its time; negative: before
        QTest::addColumn<bool>("ends");
        const auto row = [](const char *name, Medium promised, Medium medium, Outcome outcome, int minutes, bool ends) {
            QTest::newRow(name) << promised << medium << outcome << minutes << ends;
        };
        row("a call long before, unanswered", Medium::Call, Medium::Call, Outcome::NoAnswer, -61, false);
        row("a voicemail long before", Medium::Call, Medium::Call, Outcome::Voicemail, -120, false);
        row("a call long before, answered", Medium::Call, Medium::Call, Outcome::Reached, -120, true);
        row("a call an hour before, unanswered", Medium::Call, Medium::Call, Outcome::NoAnswer, -60, true);
        row("a call at its time, unanswered", Medium::Call, Medium::Call, Outcome::NoAnswer, 0, true);
        row("an e-mail shortly before", Medium::Call, Medium::Email, Outcome::Sent, -1, false);
        row("an e-mail at its time", Medium::Call, Medium::Email, Outcome::Sent, 0, true);
        row("a promised text, sent long before", Medium::Text, Medium::Text, Outcome::Sent, -90, false);
        row("a promised text, sent shortly before", Medium::Text, Medium::Text, Outcome::Sent, -30, true);
        row("a promised text, a call shortly before", Medium::Text, Medium::Call, Outcome::NoAnswer, -30, false);
    }

    void whatEndsAPromise()
    {
        QFETCH(Medium, promised);
        QFETCH(Medium, medium);
        QFETCH(Outcome, outcome);
        QFETCH(int, minutes);
        QFETCH(bool, ends);
        SeededRandom random(9);
        const Instant start{qint64(1790000000) * 1000000};
        const LeadId lead = random.id<LeadId>(start);
        const auto event = [&](EventKind kind, Instant at) {
            Event e;
            e.id = random.id<EventId>(at);
            e.kind = kind;
            e.kindText = toText(kind);
            e.lead = lead;
            e.hlc = {(at.us / 1000) << 16};
            e.occurredAt = at;
            return e;
        };
        Event asked = event(EventKind::Attempt, start + std::chrono::minutes(10));
        const Instant at = asked.occurredAt + std::chrono::hours(4);
        asked.medium = Medium::Call;
        asked.outcome = Outcome::CallBack;
        asked.body = {{QStringLiteral("next_at"), at.toIso()}, {QStringLiteral("next_medium"), toText(promised)}};
        Event touch = event(EventKind::Attempt, at + std::chrono::minutes(minutes));
        touch.medium = medium;
        touch.outcome = outcome;
        const Event arrived = event(EventKind::LeadArrived, start);
        QVERIFY(fold({arrived, asked}).leads.first().promise);
        QCOMPARE(!fold({arrived, asked, touch}).leads.first().promise, ends);
    }

    void unknownKindsChangeNothing()
    {
        RandomHistory history(3);
        QVector<Event> events = history.make();
        const CustomerState expected = fold(events);
        Event later = events.last();
        later.id = EventId(QUuid::createUuid());
        later.kind = EventKind::Unknown;
        later.kindText = QStringLiteral("hologram_shown");
        events << later;
        QVERIFY(fold(events) == expected);
    }

    void kindsAndOutcomesKeepTheirNames()
    {
        for (int kind = 1; kind <= int(EventKind::Corrected); ++kind)
            QCOMPARE(int(eventKindFromText(toText(EventKind(kind)))), kind);
        for (int outcome = 1; outcome <= int(Outcome::Missed); ++outcome)
            QCOMPARE(int(*outcomeFromText(toText(Outcome(outcome)))), outcome);
        QCOMPARE(int(*outcomeFromText(QStringLiteral("No answer"))), int(Outcome::NoAnswer));
        QVERIFY(!outcomeFromText(QStringLiteral("maybe")));
    }

    void marksSurviveTheirText()
    {
        const QVector<AttemptMark> marks = {{Medium::Email, false, false}, {Medium::Call, true, false}, {Medium::Note, false, true}};
        QCOMPARE(marksToText(marks), QStringLiteral("e- c+ n."));
        QCOMPARE(marksFromText(marksToText(marks)), marks);
    }
};

QTEST_APPLESS_MAIN(FoldTest)
#include "fold_test.moc"
