// What managers say about their duties, whose each of them is, and what became of them.

#include "tests/core/duty_script.h"

#include <QTest>

using namespace beback;
using namespace beback::test;

class DutyWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasFirstEndsIt();
    void oneThatWasSetStandsUntilItIsEnded();
    void whatNobodyCouldSayIsNotHeard();
    void whatLiesInQuarantineTakesNoWords();
    void whoLeftHasNone();
    void whoSeesWhat();
    void whatBecameOfThemIsCountedByManager();
};

void DutyWordsTest::whatWasFirstEndsIt()
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

void DutyWordsTest::oneThatWasSetStandsUntilItIsEnded()
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

void DutyWordsTest::whatNobodyCouldSayIsNotHeard()
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

void DutyWordsTest::whatLiesInQuarantineTakesNoWords()
{
    DutyFacts asked = facts({}, u"11-16 13:00"_s);
    asked.setAside = {at(u"11-13 15:00"_s)};
    const auto lies = ofKind(dutiesFrom(asked), Duty::Kind::Quarantine);
    QCOMPARE(lies.size(), 1);
    asked.words = {word(lies.first().id, DutyWord::Says::Done, u"kim"_s, u"11-16 12:00"_s)};
    QCOMPARE(stateOf(ofKind(dutiesFrom(asked), Duty::Kind::Quarantine), asked.now), u"overdue"_s);
}

void DutyWordsTest::whoLeftHasNone()
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

void DutyWordsTest::whoSeesWhat()
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

void DutyWordsTest::whatBecameOfThemIsCountedByManager()
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

QTEST_GUILESS_MAIN(DutyWordsTest)
#include "duty_words_test.moc"
