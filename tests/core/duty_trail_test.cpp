// What of a history is kept for the duties of managers: enough for every one of them, and no more than that.

#include "core/base/random.h"
#include "core/history/duty_trail.h"
#include "core/history/event.h"
#include "core/report/duty.h"
#include "core/time/zones.h"

#include <QTest>

#include <algorithm>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Hour = std::chrono::hours(1);
const Instant Begins = Instant::fromIso(u"2026-09-01T15:00:00Z"_s);
const QStringList Actors{u"dana"_s, u"kim"_s, u"ray"_s, u"luis"_s};

LeadId lead(quint64 n)
{
    return LeadId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
}

DutyEvent made(EventKind kind, Instant when, const QString &actor = u"ray"_s, quint64 ofLead = 1)
{
    DutyEvent event;
    event.kind = kind;
    event.at = when;
    event.actor = actor;
    event.lead = lead(ofLead);
    return event;
}

DutyEvent attempt(Instant when, Medium medium = Medium::Call, Outcome outcome = Outcome::NoAnswer, const QString &actor = u"ray"_s, quint64 ofLead = 1)
{
    DutyEvent event = made(EventKind::Attempt, when, actor, ofLead);
    event.medium = medium;
    event.outcome = outcome;
    return event;
}

// Anything that may happen, hours or days apart, and sometimes in the same instant.
QVector<DutyEvent> madeUp(SeededRandom &random)
{
    QVector<DutyEvent> events;
    Instant when = Begins;
    const int many = 1 + int(random.below(40));
    for (int i = 0; i < many; ++i) {
        when = when + Hour * int(random.below(3) == 0 ? 0 : random.below(60));
        const QString actor = Actors[qsizetype(random.below(4))];
        const quint64 ofLead = 1 + random.below(2);
        switch (random.below(10)) {
        case 0: events << attempt(when, Medium::Visit, Outcome::Kept, actor, ofLead); break;
        case 1: events << made(EventKind::Skipped, when, actor, ofLead); break;
        case 2:
            events << made(EventKind::LeadClosed, when, actor, ofLead);
            events.last().endsAll = random.below(3) == 0;
            break;
        case 3: events << made(EventKind::LeadReopened, when, actor, ofLead); break;
        case 4:
            events << attempt(when, Medium::Call, random.below(2) ? Outcome::CallBack : Outcome::NoAnswer, actor, ofLead);
            events.last().nextAt = when + Hour * int(1 + random.below(100));
            events.last().nextMedium = random.below(2) ? Medium::Call : Medium::Text;
            break;
        case 5:
            if (random.below(6) == 0) {
                events << made(EventKind::DoNotContactSet, when, actor, ofLead);
                events.last().endsAll = true;
            }
            break;
        case 6:
            events << attempt(when, random.below(2) ? Medium::Call : Medium::Text, Outcome::AskedToStop, actor, ofLead);
            events.last().endsAll = random.below(4) == 0; // otherwise by that number only
            break;
        default: events << attempt(when, random.below(2) ? Medium::Call : Medium::Email, random.below(3) == 0 ? Outcome::Reached : Outcome::NoAnswer, actor, ofLead);
        }
    }
    return events;
}

QStringList asWords(const QVector<Duty> &duties)
{
    QStringList words;
    for (const Duty &duty : duties) {
        QStringList leads{duty.lead.toString()};
        for (const LeadId one : duty.leads)
            leads << one.toString();
        words << QStringList{duty.id, duty.who, duty.text, duty.why, QString::number(duty.since.us), QString::number(duty.due.us),
                             QString::number(duty.until ? duty.until->us : 0), QString::number(int(duty.state)), QString::number(duty.endedAt.us),
                             duty.endedBy, leads.join(u' ')}.join(u'|');
    }
    return words;
}

DutyFacts facts(const QVector<DutyEvent> &events, Instant now, const QSet<QString> &managers)
{
    DutyFacts facts;
    facts.zone = u"America/Chicago"_s;
    facts.now = now;
    facts.from = Begins - Hour;
    facts.managers = facts.working = managers;
    facts.events = events;
    std::stable_sort(facts.events.begin(), facts.events.end(), [](const DutyEvent &a, const DutyEvent &b) { return a.at < b.at; });
    return facts;
}

} // namespace

class DutyTrailTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDutyFollowsFromItAsFromTheWholeHistory();
    void whatAsksForNothingLeavesNone();
    void itStaysShortHoweverOftenTheyAreContacted();
    void itSaysWhenADutyMayFollow();
    void aTextItDoesNotKnowIsNone();
    void whatOtherDepartmentsDoIsNoDuty();
};

void DutyTrailTest::everyDutyFollowsFromItAsFromTheWholeHistory()
{
    SeededRandom random(11);
    int compared = 0;
    for (int i = 0; i < 500; ++i) {
        const QVector<DutyEvent> events = madeUp(random), trail = dutyTrail(events);
        const auto again = dutyTrailFromText(toText(trail));
        QVERIFY(again);
        QVERIFY(*again == trail);
        for (const QSet<QString> &managers : {QSet<QString>{u"dana"_s, u"kim"_s}, QSet<QString>{u"luis"_s}, QSet<QString>()})
            for (const int days : {3, 10, 40, 200}) {
                const Instant now = Begins + Hour * 24 * days;
                const auto whole = asWords(dutiesFrom(facts(events, now, managers)));
                QCOMPARE(asWords(dutiesFrom(facts(trail, now, managers))), whole);
                compared += int(whole.size());
            }
    }
    QVERIFY(compared > 3000);
}

void DutyTrailTest::whatAsksForNothingLeavesNone()
{
    const QVector<DutyEvent> trail = dutyTrail({attempt(Begins), made(EventKind::LeadClosed, Begins + Hour), made(EventKind::LeadReopened, Begins + Hour * 2)});
    QVERIFY(trail.isEmpty());
    QCOMPARE(toText(trail), QString());
    QCOMPARE(lastDutyAt(trail).us, 0);
}

void DutyTrailTest::itStaysShortHoweverOftenTheyAreContacted()
{
    QVector<DutyEvent> events{attempt(Begins, Medium::Visit, Outcome::Kept)};
    for (int i = 1; i <= 500; ++i)
        events << attempt(Begins + Hour * i, Medium::Call, Outcome::NoAnswer, Actors[i % 4]);
    QCOMPARE(dutyTrail(events).size(), 1 + Actors.size());
    QVERIFY(toText(dutyTrail(events)).size() < 400);
}

void DutyTrailTest::itSaysWhenADutyMayFollow()
{
    DutyEvent promise = attempt(Begins);
    promise.nextAt = Begins + Hour * 100;
    QCOMPARE(lastDutyAt(dutyTrail({promise, attempt(Begins + Hour * 200)})), promise.nextAt);
    QCOMPARE(lastDutyAt(dutyTrail({promise, made(EventKind::Skipped, Begins + Hour * 200)})), Begins + Hour * 200);
    QCOMPARE(lastDutyAt(dutyTrail({attempt(Begins + Hour * 300, Medium::Visit, Outcome::Kept), promise})), Begins + Hour * 300);
}

void DutyTrailTest::aTextItDoesNotKnowIsNone()
{
    for (const QString &text : {u"[2,[]]"_s, u"{}"_s, u"nothing"_s, u"[1,[],[\"attempt\",1,\"ray\",0,\"call\",\"reached\",0]]"_s})
        QVERIFY2(!dutyTrailFromText(text), qPrintable(text));
    QVERIFY(dutyTrailFromText(QString())->isEmpty());
}

void DutyTrailTest::whatOtherDepartmentsDoIsNoDuty()
{
    Event event;
    event.kind = EventKind::Attempt;
    event.outcome = Outcome::Reached;
    QVERIFY(dutyEventOf(event));
    event.body = {{u"department"_s, u"service"_s}};
    QVERIFY(!dutyEventOf(event));
    event.outcome = Outcome::AskedToStop; // that holds for all of us
    QVERIFY(dutyEventOf(event) && dutyEventOf(event)->endsAll && dutyEventOf(event)->kind == EventKind::DoNotContactSet);
    event.body.insert(u"stop_medium"_s, u"text"_s); // and that for texts alone
    QVERIFY(!dutyEventOf(event));
}

QTEST_GUILESS_MAIN(DutyTrailTest)
#include "duty_trail_test.moc"
