// Which duties of managers follow from what happened, when they are due, and what ends them.

#include "core/report/duty.h"
#include "core/time/zones.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QString Zone = u"America/Chicago"_s;
const QString Own = u"0198f2c4-0000-7000-8000-000000000001"_s; // the id of one that somebody set

Instant at(const QString &text) // "11-16 09:00", in 2026
{
    const QDateTime then = QDateTime::fromString(u"2026-"_s + text, u"yyyy-MM-dd HH:mm"_s);
    return zones::instantOf(then.date(), then.time(), Zone).value();
}

CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

LeadId lead(int n)
{
    return LeadId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
}

DutyEvent event(EventKind kind, const QString &actor, const QString &when, int person = 1)
{
    DutyEvent made;
    made.kind = kind;
    made.actor = actor;
    made.customer = customer(person);
    made.lead = lead(person);
    made.name = u"Person %1"_s.arg(person);
    made.at = at(when);
    return made;
}

DutyEvent attempt(const QString &actor, const QString &when, int person = 1, Medium medium = Medium::Call, Outcome outcome = Outcome::NoAnswer)
{
    DutyEvent made = event(EventKind::Attempt, actor, when, person);
    made.medium = medium;
    made.outcome = outcome;
    return made;
}

// "visit:ray:11-16 15:00", "call:dana:…", "reached:…", "sold:…", "lost:…", "promise:priya:11-16 09:00>11-16 15:00", "skip:…", "stop:…"; a number behind
// the word is the person, else 1. "mail" as "call"; "repromise" is one that was made when nobody answered.
DutyEvent scripted(const QString &text)
{
    const QString word = text.section(u':', 0, 0), actor = text.section(u':', 1, 1), when = text.section(u':', 2);
    const bool another = word.back().isDigit();
    const int person = another ? word.back().digitValue() : 1;
    const QString what = another ? word.chopped(1) : word;
    if (what == u"visit"_s)
        return attempt(actor, when, person, Medium::Visit, Outcome::Kept);
    if (what == u"mail"_s)
        return attempt(actor, when, person, Medium::Email, Outcome::Sent);
    if (what == u"call"_s || what == u"reached"_s)
        return attempt(actor, when, person, Medium::Call, what == u"call"_s ? Outcome::NoAnswer : Outcome::Reached);
    if (what == u"skip"_s)
        return event(EventKind::Skipped, actor, when, person);
    if (what == u"promise"_s || what == u"repromise"_s) {
        DutyEvent made = attempt(actor, when.section(u'>', 0, 0), person, Medium::Call, what == u"promise"_s ? Outcome::CallBack : Outcome::NoAnswer);
        made.nextAt = at(when.section(u'>', 1));
        return made;
    }
    DutyEvent ended = event(what == u"stop"_s ? EventKind::DoNotContactSet : EventKind::LeadClosed, actor, when, person);
    ended.endsAll = what != u"lost"_s;
    return ended;
}

DutyFacts facts(const QString &script, const QString &now)
{
    DutyFacts facts;
    facts.zone = Zone;
    facts.now = at(now);
    facts.from = at(u"11-01 00:00"_s);
    facts.names = {{u"dana"_s, u"Dana Whitfield"_s}, {u"kim"_s, u"Kim Park"_s}, {u"ray"_s, u"Ray Sosa"_s}};
    facts.managers = {u"dana"_s, u"kim"_s};
    facts.working = facts.managers;
    for (const QString &one : script.split(u' ' + u"| "_s, Qt::SkipEmptyParts))
        facts.events << scripted(one);
    return facts;
}

QVector<Duty> ofKind(const QVector<Duty> &duties, Duty::Kind kind)
{
    QVector<Duty> found;
    std::copy_if(duties.cbegin(), duties.cend(), std::back_inserter(found), [kind](const Duty &duty) { return duty.kind == kind; });
    return found;
}

// "none", "open", "overdue", "past", "done dana", "late dana", "left out dana"
QString stateOf(const QVector<Duty> &duties, Instant now)
{
    if (duties.isEmpty())
        return u"none"_s;
    const Duty &duty = duties.last();
    if (duty.state == Duty::State::Open)
        return duty.isOverdue(now) ? u"overdue"_s : duty.isOpen(now) ? u"open"_s : u"past"_s;
    if (duty.state == Duty::State::LeftOut)
        return u"left out "_s + duty.endedBy;
    return (duty.endedAt > duty.due ? u"late "_s : u"done "_s) + duty.endedBy;
}

DutyWord word(const QString &duty, DutyWord::Says says, const QString &by, const QString &when, const QString &text = {})
{
    DutyWord made;
    made.duty = duty;
    made.says = says;
    made.by = by;
    made.at = at(when);
    made.due = at(u"11-17 12:00"_s);
    made.text = text;
    return made;
}

} // namespace

class DutyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dueAtNoonOfTheNextBusinessDay_data();
    void dueAtNoonOfTheNextBusinessDay();
    void anUnsoldVisitIsAManagers_data();
    void anUnsoldVisitIsAManagers();
    void aBrokenPromiseIsMended_data();
    void aBrokenPromiseIsMended();
    void skipsOfADayAreLookedAtTogether();
    void whatLiesInQuarantineBecomesADuty();
    void theMondayPageIsReadOnMonday_data();
    void theMondayPageIsReadOnMonday();
    void whatOnlyWordsEndIsNotHeldAgainstThePast();
    void whatWasFirstEndsIt();
    void oneThatWasSetStandsUntilItIsEnded();
    void whatNobodyCouldSayIsNotHeard();
    void whatLiesInQuarantineTakesNoWords();
    void whoSeesWhat();
    void whoLeftHasNone();
    void whatBecameOfThemIsCountedByManager();
};

void DutyTest::dueAtNoonOfTheNextBusinessDay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("due");
    QTest::newRow("Thursday") << QDate(2026, 11, 12) << QDate(2026, 11, 13);
    QTest::newRow("Friday") << QDate(2026, 11, 13) << QDate(2026, 11, 14); // Saturday is one
    QTest::newRow("Saturday") << QDate(2026, 11, 14) << QDate(2026, 11, 16);
    QTest::newRow("before Labor Day") << QDate(2026, 9, 5) << QDate(2026, 9, 8);
    QTest::newRow("before Thanksgiving") << QDate(2026, 11, 25) << QDate(2026, 11, 27);
}

void DutyTest::dueAtNoonOfTheNextBusinessDay()
{
    QFETCH(QDate, day);
    QFETCH(QDate, due);
    const auto when = dueAfter(day, Zone);
    QVERIFY(when);
    QCOMPARE(zones::local(*when, Zone).date, due);
    QCOMPARE(zones::local(*when, Zone).time, QTime(12, 0));
    QVERIFY(!dueAfter(day, u"Nowhere/Land"_s));
}

void DutyTest::anUnsoldVisitIsAManagers_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("state");
    const QString came = u"visit:ray:11-16 15:00"_s; // a Monday
    QTest::newRow("the same day") << came << u"11-16 16:00"_s << u"open"_s;
    QTest::newRow("the next morning") << came << u"11-17 11:59"_s << u"open"_s;
    QTest::newRow("after noon") << came << u"11-17 12:01"_s << u"overdue"_s;
    QTest::newRow("two weeks later") << came << u"12-01 12:01"_s << u"past"_s;
    QTest::newRow("a manager called") << came + u" | call:dana:11-17 09:00"_s << u"11-17 13:00"_s << u"done dana"_s;
    QTest::newRow("a manager called late") << came + u" | call:kim:11-17 17:00"_s << u"11-18 09:00"_s << u"late kim"_s;
    QTest::newRow("a manager called before") << u"call:dana:11-16 09:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("an agent called") << came + u" | reached:ray:11-17 09:00"_s << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("a manager called somebody else") << came + u" | call2:dana:11-17 09:00"_s << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("they bought the same day") << came + u" | sold:ray:11-16 17:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("they want no contact") << came + u" | stop:ray:11-16 17:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("closed the next morning") << came + u" | lost:ray:11-17 11:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("closed after it was due") << came + u" | lost:ray:11-17 15:00"_s << u"11-17 16:00"_s << u"past"_s;
    QTest::newRow("somebody else's lead was closed") << came + u" | lost2:ray:11-16 17:00"_s << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("they came again") << came + u" | visit:ray:11-17 10:00"_s << u"11-17 13:00"_s << u"open"_s; // by noon of the 18th
    QTest::newRow("bought in the same instant") << came + u" | sold:ray:11-16 15:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought in the same instant, written first") << u"sold:ray:11-16 15:00 | "_s + came << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("closed in the same instant") << came + u" | lost:ray:11-16 15:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("written down twice") << came + u" | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("fetched what they bought") << u"sold:ray:11-06 17:00 | "_s + came << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought six weeks before it came") << u"sold:ray:10-05 17:00 | "_s + came << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought long before") << u"sold:ray:07-05 17:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("somebody else had bought") << u"sold2:ray:11-16 14:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("given up before they came after all") << u"lost:ray:11-10 17:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("long ago") << u"visit:ray:10-20 15:00"_s << u"11-16 09:00"_s << u"none"_s;
}

void DutyTest::anUnsoldVisitIsAManagers()
{
    QFETCH(QString, script);
    QFETCH(QString, now);
    QFETCH(QString, state);
    const auto duties = ofKind(dutiesFrom(facts(script, now)), Duty::Kind::Unsold);
    QVERIFY(duties.size() < 2);
    QCOMPARE(stateOf(duties, at(now)), state);
    if (duties.isEmpty())
        return;
    QCOMPARE(duties.first().lead, lead(1));
    QCOMPARE(duties.first().customer, customer(1));
    QVERIFY(duties.first().text.contains(u"Person 1"_s));
}

void DutyTest::aBrokenPromiseIsMended_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("state");
    const QString made = u"promise:ray:11-16 09:00>11-16 15:00"_s;
    QTest::newRow("not yet past") << made << u"11-16 14:00"_s << u"none"_s;
    QTest::newRow("past, and the day is not over") << made << u"11-16 23:00"_s << u"none"_s;
    QTest::newRow("nobody did") << made << u"11-17 08:00"_s << u"open"_s;
    QTest::newRow("nobody did by noon") << made << u"11-17 12:30"_s << u"overdue"_s;
    QTest::newRow("kept") << made + u" | call:ray:11-16 15:05"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("kept a little before") << made + u" | call:ray:11-16 14:10"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("tried long before") << made + u" | call:ray:11-16 10:00"_s << u"11-17 12:30"_s << u"overdue"_s;
    QTest::newRow("spoken with before") << made + u" | reached:ray:11-16 10:00"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("kept late in the evening") << made + u" | call:kim:11-16 19:00"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("mended by whoever it was") << made + u" | call:ray:11-17 09:00"_s << u"11-17 12:30"_s << u"done ray"_s;
    QTest::newRow("mended late") << made + u" | call:ray:11-17 14:00"_s << u"11-17 15:00"_s << u"late ray"_s;
    QTest::newRow("mailed before") << made + u" | mail:ray:11-16 14:30"_s << u"11-17 12:30"_s << u"overdue"_s; // a call was promised
    QTest::newRow("mailed after") << made + u" | mail:ray:11-16 15:30"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("put off in time") << made + u" | repromise:ray:11-16 11:00>11-20 15:00"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("put off, and not kept") << made + u" | repromise:ray:11-16 11:00>11-20 15:00"_s << u"11-21 09:00"_s << u"open"_s;
    QTest::newRow("put off the next day") << made + u" | repromise:ray:11-17 09:00>11-20 15:00"_s << u"11-17 12:30"_s << u"done ray"_s;
    QTest::newRow("made forty days before") << u"promise:ray:10-07 09:00>11-16 15:00"_s << u"11-17 12:30"_s << u"overdue"_s;
    QTest::newRow("sold in the same instant") << made + u" | sold:ray:11-16 09:00"_s << u"11-17 12:30"_s << u"none"_s;
    QTest::newRow("closed") << made + u" | lost:ray:11-16 16:00"_s << u"11-17 12:30"_s << u"none"_s;
}

void DutyTest::aBrokenPromiseIsMended()
{
    QFETCH(QString, script);
    QFETCH(QString, now);
    QFETCH(QString, state);
    QCOMPARE(stateOf(ofKind(dutiesFrom(facts(script, now)), Duty::Kind::Promise), at(now)), state);
}

void DutyTest::skipsOfADayAreLookedAtTogether()
{
    const QString script = u"call3:ray:11-09 08:00 | call4:ray:11-10 16:00 | skip:ray:11-16 09:00 | skip2:kim:11-16 10:00 | skip3:ray:11-16 11:00 | "
                           "skip4:ray:11-16 12:00 | skip5:ray:11-17 09:00"_s;
    const auto duties = ofKind(dutiesFrom(facts(script, u"11-17 13:00"_s)), Duty::Kind::Skips);
    QCOMPARE(duties.size(), 1); // those of today are looked at tomorrow
    QCOMPARE(duties.first().leads, (QVector<LeadId>{lead(1), lead(2), lead(3)})); // the fourth was tried within the week before
    QCOMPARE(duties.first().id, u"skips:2026-11-16"_s);
    QVERIFY(duties.first().text.contains(u"3 steps"_s));
    QVERIFY2(duties.first().why.contains(u"Ray Sosa and Kim Park"_s), qPrintable(duties.first().why));
    QCOMPARE(stateOf(duties, at(u"11-17 13:00"_s)), u"overdue"_s);
}

void DutyTest::whatLiesInQuarantineBecomesADuty()
{
    DutyFacts asked = facts({}, u"11-13 18:00"_s);
    asked.setAside = {at(u"11-13 15:00"_s), at(u"11-13 16:00"_s)}; // a Friday
    QVERIFY(ofKind(dutiesFrom(asked), Duty::Kind::Quarantine).isEmpty());
    asked.now = at(u"11-14 09:00"_s);
    const auto duties = ofKind(dutiesFrom(asked), Duty::Kind::Quarantine);
    QCOMPARE(duties.size(), 1);
    QVERIFY(duties.first().text.contains(u"2 leads"_s));
    QCOMPARE(duties.first().due, at(u"11-14 12:00"_s));
    asked.now = at(u"12-20 09:00"_s);
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Quarantine), asked.now), u"overdue"_s); // as long as they lie there
}

void DutyTest::theMondayPageIsReadOnMonday_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("id");
    const QString before = u"call:ray:11-02 09:00"_s;
    QTest::newRow("in the morning") << before << u"11-16 09:00"_s << u"open"_s << u"monday:2026-11-16"_s;
    QTest::newRow("on Thursday") << before << u"11-19 09:00"_s << u"overdue"_s << u"monday:2026-11-16"_s;
    QTest::newRow("on Sunday") << before << u"11-22 09:00"_s << u"overdue"_s << u"monday:2026-11-16"_s;
    QTest::newRow("a new store") << u"call:ray:11-17 09:00"_s << u"11-19 09:00"_s << u"none"_s << QString();
    QTest::newRow("nothing ever happened") << QString() << u"11-19 09:00"_s << u"none"_s << QString();
}

void DutyTest::theMondayPageIsReadOnMonday()
{
    QFETCH(QString, script);
    QFETCH(QString, now);
    QFETCH(QString, state);
    QFETCH(QString, id);
    const auto duties = ofKind(dutiesFrom(facts(script, now)), Duty::Kind::Monday);
    QCOMPARE(stateOf(duties, at(now)), state);
    QCOMPARE(duties.isEmpty() ? QString() : duties.last().id, id);
}

void DutyTest::whatOnlyWordsEndIsNotHeldAgainstThePast()
{
    DutyFacts asked = facts(u"call:ray:11-02 09:00 | skip2:ray:11-02 10:00"_s, u"11-26 09:00"_s);
    QCOMPARE(ofKind(dutiesFrom(asked), Duty::Kind::Monday).size(), 1); // this week's
    QVERIFY(ofKind(dutiesFrom(asked), Duty::Kind::Skips).isEmpty());
    asked.usedSince = at(u"11-10 09:00"_s);
    QCOMPARE(ofKind(dutiesFrom(asked), Duty::Kind::Monday).size(), 3); // of the 9th, too: somebody could have said it on the 10th
    QCOMPARE(ofKind(dutiesFrom(asked), Duty::Kind::Skips).size(), 1);
}

void DutyTest::whatWasFirstEndsIt()
{
    DutyFacts asked = facts(u"visit:ray:11-16 15:00 | call:dana:11-17 10:00"_s, u"11-17 13:00"_s);
    const QString id = ofKind(dutiesFrom(asked), Duty::Kind::Unsold).first().id;
    asked.words = {word(id, DutyWord::Says::LeftOut, u"kim"_s, u"11-17 10:30"_s, u"They moved away."_s)};
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Unsold), asked.now), u"done dana"_s);
    asked.words.first().at = at(u"11-17 09:30"_s);
    const auto duties = ofKind(dutiesFrom(asked), Duty::Kind::Unsold);
    QCOMPARE(stateOf(duties, asked.now), u"left out kim"_s);
    QCOMPARE(duties.first().reason, u"They moved away."_s);
}

void DutyTest::oneThatWasSetStandsUntilItIsEnded()
{
    DutyFacts asked = facts({}, u"12-30 09:00"_s);
    DutyWord set = word(Own, DutyWord::Says::Set, u"dana"_s, u"11-16 09:00"_s, u"Call Mrs. Alvarez about her trade"_s);
    set.who = u"kim"_s;
    set.lead = lead(1);
    set.customer = customer(1);
    set.name = u"Ines Alvarez"_s;
    asked.words = {set};
    auto duties = dutiesFrom(asked);
    QCOMPARE(stateOf(duties, asked.now), u"overdue"_s);
    QCOMPARE(duties.first().who, u"kim"_s);
    QCOMPARE(duties.first().lead, lead(1));
    QVERIFY(duties.first().why.contains(u"Ines Alvarez"_s) && duties.first().why.contains(u"Dana Whitfield"_s));
    asked.words << word(Own, DutyWord::Says::Done, u"kim"_s, u"11-17 11:00"_s);
    QCOMPARE(stateOf(dutiesFrom(asked), asked.now), u"done kim"_s);
    asked.words.removeFirst(); // an end of what is not known here is nothing
    QVERIFY(dutiesFrom(asked).isEmpty());
}

void DutyTest::whatNobodyCouldSayIsNotHeard()
{
    DutyFacts asked = facts(u"visit:ray:11-16 15:00"_s, u"11-17 13:00"_s);
    const QString id = ofKind(dutiesFrom(asked), Duty::Kind::Unsold).first().id;
    asked.words = {word(id, DutyWord::Says::Done, u"kim"_s, u"11-16 09:00"_s)}; // before they came
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Unsold), asked.now), u"overdue"_s);
    asked.words.first().at = at(u"11-16 16:00"_s);
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Unsold), asked.now), u"done kim"_s);
    // One that follows from facts is not set, and takes no other's place.
    asked.words = {word(id, DutyWord::Says::Set, u"kim"_s, u"11-16 16:00"_s, u"Nothing to do"_s), word(u"made up"_s, DutyWord::Says::Set, u"kim"_s, u"11-16 16:00"_s, u"Nothing"_s)};
    const auto duties = dutiesFrom(asked);
    QCOMPARE(ofKind(duties, Duty::Kind::Unsold).size(), 1);
    QVERIFY(ofKind(duties, Duty::Kind::Set).isEmpty());
}

void DutyTest::whatLiesInQuarantineTakesNoWords()
{
    DutyFacts asked = facts({}, u"11-16 13:00"_s);
    asked.setAside = {at(u"11-13 15:00"_s)};
    const auto lies = ofKind(dutiesFrom(asked), Duty::Kind::Quarantine);
    QCOMPARE(lies.size(), 1);
    asked.words = {word(lies.first().id, DutyWord::Says::Done, u"kim"_s, u"11-16 12:00"_s)};
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Quarantine), asked.now), u"overdue"_s);
}

void DutyTest::whoLeftHasNone()
{
    DutyFacts asked = facts({}, u"11-17 13:00"_s);
    DutyWord left = word(Own, DutyWord::Says::Set, u"dana"_s, u"11-16 09:00"_s, u"Coach Ray"_s), ended = left;
    left.who = ended.who = u"kim"_s;
    ended.duty = u"0198f2c4-0000-7000-8000-000000000002"_s;
    asked.words = {left, ended, word(ended.duty, DutyWord::Says::Done, u"kim"_s, u"11-17 09:00"_s)};
    QVERIFY(dutiesFor(dutiesFrom(asked), u"dana"_s, asked.now).isEmpty());
    asked.working = {u"dana"_s};
    const auto all = dutiesFrom(asked);
    const auto danas = dutiesFor(all, u"dana"_s, asked.now);
    QCOMPARE(danas.size(), 1);
    QVERIFY2(danas.first().why.contains(u"Kim Park"_s), qPrintable(danas.first().why));
    const auto overdue = overdueBy(all, asked);
    QCOMPARE(overdue.size(), 1);
    QVERIFY(overdue.first().login.isEmpty());
    const auto counts = countDuties(all, asked, at(u"11-16 00:00"_s), at(u"11-23 00:00"_s));
    QCOMPARE(counts.size(), 2); // what Kim did stays Kim's
    QVERIFY(counts[0].login.isEmpty());
    QCOMPARE(counts[0].notDone, 1);
    QCOMPARE(counts[1].login, u"kim"_s);
    QCOMPARE(counts[1].inTime, 1);
}

void DutyTest::whoSeesWhat()
{
    DutyFacts asked = facts(u"visit:ray:11-16 15:00"_s, u"11-17 13:00"_s);
    DutyWord set = word(Own, DutyWord::Says::Set, u"dana"_s, u"11-16 09:00"_s, u"Coach Ray"_s);
    set.who = u"kim"_s;
    set.due = at(u"11-17 09:00"_s);
    asked.words = {set};
    const auto all = dutiesFrom(asked);
    const auto kims = dutiesFor(all, u"kim"_s, asked.now), danas = dutiesFor(all, u"dana"_s, asked.now);
    QCOMPARE(kims.size(), 2);
    QCOMPARE(kims.first().text, u"Coach Ray"_s); // due first
    QCOMPARE(danas.size(), 1);
    QCOMPARE(danas.first().kind, Duty::Kind::Unsold);
    const auto overdue = overdueBy(all, asked);
    QCOMPARE(overdue.size(), 2);
    QCOMPARE(overdue[0].login + overdue[1].login, u"kim"_s);
    QCOMPARE(overdue[0].count + overdue[1].count, 2);
}

void DutyTest::whatBecameOfThemIsCountedByManager()
{
    DutyFacts asked = facts(u"visit1:ray:11-16 10:00 | visit2:ray:11-16 11:00 | visit3:ray:11-16 12:00 | visit4:ray:11-16 13:00 | call1:dana:11-17 09:00 | "
                            "call2:dana:11-17 14:00 | visit5:ray:11-18 09:00"_s,
                            u"11-18 10:00"_s);
    asked.words = {word(u"unsold:%1:2026-11-16"_s.arg(lead(3).toString()), DutyWord::Says::LeftOut, u"kim"_s, u"11-17 10:00"_s, u"Away"_s)};
    const auto counts = countDuties(dutiesFrom(asked), asked, at(u"11-16 00:00"_s), at(u"11-23 00:00"_s));
    QStringList said;
    for (const DutyCount &one : counts)
        said << u"%1 %2 %3 %4 %5"_s.arg(one.name).arg(one.inTime).arg(one.late).arg(one.leftOut).arg(one.notDone);
    // The fifth is not due yet.
    QCOMPARE(said, (QStringList{u"Anybody 0 0 0 1"_s, u"Dana Whitfield 1 1 0 0"_s, u"Kim Park 0 0 1 0"_s}));
    QCOMPARE(counts[0].notDoneLeads, QSet<LeadId>{lead(4)});
    QCOMPARE(counts[1].inTimeLeads, QSet<LeadId>{lead(1)});
    QCOMPARE(counts[1].lateLeads, QSet<LeadId>{lead(2)});
    QVERIFY(countDuties(dutiesFrom(asked), asked, at(u"11-23 00:00"_s), at(u"11-30 00:00"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(DutyTest)
#include "duty_test.moc"
