// Which duties of managers follow from what happened, when they are due, and what ends them.

#include "tests/core/duty_script.h"

#include <QTest>

using namespace beback;
using namespace beback::test;

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
    QTest::newRow("had bought another car") << u"sold+:ray:11-06 17:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s; // they came about this one
    QTest::newRow("bought another car that day") << u"sold+:ray:11-16 11:00 | "_s + came << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought another car the next morning") << came + u" | sold+:ray:11-17 09:00"_s << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought another car after it was due") << came + u" | sold+:ray:11-18 09:00"_s << u"11-18 13:00"_s << u"past"_s;
    QTest::newRow("the sale fell through") << u"sold:ray:11-06 17:00 | reopened:ray:11-10 09:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
    QTest::newRow("the sale fell through, and they bought after all")
        << u"sold:ray:11-06 17:00 | reopened:ray:11-10 09:00 | sold:ray:11-12 09:00 | "_s + came << u"11-17 13:00"_s << u"none"_s;
    QTest::newRow("bought, and the lead was given up later") << u"sold:ray:11-06 17:00 | lost:ray:11-07 09:00 | "_s + came << u"11-17 13:00"_s << u"overdue"_s;
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

QTEST_GUILESS_MAIN(DutyTest)
#include "duty_test.moc"
