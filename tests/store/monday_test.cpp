// The Monday page: what a week counts, and what it says to do.

#include "core/base/random.h"
#include "core/report/measures.h"
#include "core/report/monday.h"
#include "core/time/zones.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QString Zone = u"America/Chicago"_s;
const QDate Today(2026, 11, 16); // a Monday

Instant at(QDate day, QTime time = QTime(12, 0))
{
    return zones::instantOf(day, time, Zone).value();
}

// Facts made by hand.
struct Facts : ReportFacts {
    SeededRandom random{3};

    Facts()
    {
        zone = Zone;
        ReportFacts::at = ::at(Today);
        people = {{u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
    }
    LeadFact &lead(const QString &owner = u"luis"_s, int attempts = MinimumAttempts, int untouchedDays = 1)
    {
        LeadFact fact;
        fact.id = random.id<LeadId>(ReportFacts::at);
        fact.customer = random.id<CustomerId>(ReportFacts::at);
        fact.owner = owner;
        fact.attempts = attempts;
        fact.untouchedDays = untouchedDays;
        fact.isOpen = true;
        leads << fact;
        return leads.last();
    }
    void touch(const LeadFact &lead, QDate day, QDate answered = {}, const QString &actor = u"luis"_s)
    {
        TouchFact touch;
        touch.lead = lead.id;
        touch.customer = lead.customer;
        touch.at = ::at(day);
        touch.actor = actor;
        touch.answeredAt = answered.isValid() ? ::at(answered) : Instant{};
        touches << touch;
    }
    static StoryVisit visit(QDate set, QDate ended, StoryVisit::Became became)
    {
        return {set.isValid() ? ::at(set) : Instant{}, ::at(ended), u"luis"_s, became, became == StoryVisit::Became::Open ? Instant{} : ::at(ended)};
    }
};

using Became = StoryVisit::Became;

} // namespace

class MondayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void daysReachBackToTheMondayBefore_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("days");
        QTest::newRow("Monday") << Today << 15;
        QTest::newRow("Wednesday") << Today.addDays(2) << 17;
        QTest::newRow("Sunday") << Today.addDays(6) << 21;
    }
    void daysReachBackToTheMondayBefore()
    {
        QFETCH(QDate, today);
        QFETCH(int, days);
        QCOMPARE(mondayDays(at(today), Zone), days);
        QCOMPARE(rangeStart(days, at(today), Zone), at(QDate(2026, 11, 2), QTime(0, 0)));
    }

    void touchesAndPeopleReached()
    {
        Facts facts;
        const LeadFact one = facts.lead(), other = facts.lead();
        facts.touch(one, QDate(2026, 11, 1), QDate(2026, 11, 2)); // before both weeks
        facts.touch(one, QDate(2026, 11, 2));
        facts.touch(one, QDate(2026, 11, 9), QDate(2026, 11, 9));
        facts.touch(one, QDate(2026, 11, 15), QDate(2026, 11, 15), u"ray"_s); // the same person
        facts.touch(other, QDate(2026, 11, 15));
        facts.touch(other, Today, Today); // this week
        const MondayPage page = mondayPage(facts, {});
        QCOMPARE(page.week.from, QDate(2026, 11, 9));
        QCOMPARE(page.week.last, QDate(2026, 11, 15));
        QCOMPARE(page.week.touches, 3);
        QCOMPARE(page.week.reached, 1);
        QCOMPARE(page.before.touches, 1);
        QCOMPARE(page.before.reached, 0);
    }

    // Or the week before, which had more time for it, would always look better.
    void whoAnsweredOnceTheWeekWasOverIsNotOfIt()
    {
        Facts facts;
        facts.touch(facts.lead(), QDate(2026, 11, 8), QDate(2026, 11, 9));
        facts.touch(facts.lead(), QDate(2026, 11, 6), QDate(2026, 11, 8));
        facts.touch(facts.lead(), QDate(2026, 11, 15), Today);
        facts.touch(facts.lead(), QDate(2026, 11, 12), QDate(2026, 11, 14));
        const MondayPage page = mondayPage(facts, {});
        QCOMPARE(page.before.reached, 1);
        QCOMPARE(page.week.reached, 1);
    }

    void visitsSalesAndBeBacks()
    {
        Facts facts;
        facts.lead().visits << Facts::visit(QDate(2026, 11, 10), QDate(2026, 11, 12), Became::Kept);         // set and came
        facts.lead().visits << Facts::visit(QDate(2026, 11, 10), QDate(2026, 11, 11), Became::Cancelled);    // does not count
        facts.lead().visits << Facts::visit(QDate(2026, 11, 6), QDate(2026, 11, 11), Became::Missed);        // set the week before
        LeadFact &back = facts.lead();
        back.visits << Facts::visit({}, QDate(2026, 11, 5), Became::Kept) << Facts::visit({}, QDate(2026, 11, 10), Became::Kept); // came again
        LeadFact &bought = facts.lead();
        bought.visits << Facts::visit({}, QDate(2026, 11, 4), Became::Kept);
        bought.soldAt = at(QDate(2026, 11, 13)); // back, and bought
        bought.isOpen = false;
        LeadFact &atOnce = facts.lead();
        atOnce.visits << Facts::visit({}, QDate(2026, 11, 3), Became::Kept) << Facts::visit({}, QDate(2026, 11, 14), Became::Kept);
        atOnce.soldAt = at(QDate(2026, 11, 3)); // their second visit is no be-back
        atOnce.isOpen = false;
        const MondayPage page = mondayPage(facts, {});
        QCOMPARE(page.week.visitsSet, 1);
        QCOMPARE(page.before.visitsSet, 1);
        QCOMPARE(page.week.shown, 3);
        QCOMPARE(page.before.shown, 3);
        QCOMPARE(page.week.sold, 1);
        QCOMPARE(page.before.sold, 1);
        QCOMPARE(page.week.beBacks, 2);
        QCOMPARE(page.before.beBacks, 0);
        QCOMPARE(page.leftUnsold, 2);
    }

    void peopleStandWithWhatIsLeftUndone()
    {
        Facts facts;
        const LeadFact one = facts.lead(u"ray"_s, 2, 9);
        facts.lead(u"ray"_s, 0, -1);
        facts.lead(u"luis"_s, 6, 8);
        facts.lead({}, 1, 3);
        facts.touch(one, QDate(2026, 11, 7), {}, u"jo"_s);
        const MondayPage page = mondayPage(facts, {});
        QStringList said;
        for (const MondayPerson &person : page.people)
            said << u"%1 %2 of %3, %4, %5, %6 %7"_s.arg(person.name).arg(person.under).arg(person.holds).arg(person.neglected).arg(person.never).arg(person.touches).arg(person.touchesBefore);
        QCOMPARE(said, (QStringList{u"Ray Sosa 2 of 2, 1, 1, 0 0"_s, u"Anybody 1 of 1, 0, 0, 0 0"_s, u"Luis Ortega 0 of 1, 1, 0, 0 0"_s, u"jo 0 of 0, 0, 0, 0 1"_s}));
        QCOMPARE(page.under, 3);
        QCOMPARE(page.neglected, 2);
        QCOMPARE(page.never, 1);
        QVERIFY(page.attempts.says.startsWith(u"3 of 4"_s));
    }

    void whatToDo_data()
    {
        QTest::addColumn<QString>("leads"); // owner, attempts and days untouched, parted by a slash
        QTest::addColumn<QStringList>("toDo");
        QTest::newRow("no lead") << QString() << QStringList{u"No lead is open: bring in new ones."_s};
        QTest::newRow("nothing") << u"ray/6/1"_s << QStringList{u"Nothing is left undone: no open lead is under the minimum, neglected or without a first touch."_s};
        QTest::newRow("one under") << u"ray/4/1"_s << QStringList{u"Bring the one open lead with fewer than 5 attempts up to 5."_s};
        QTest::newRow("all of one") << u"ray/4/1 ray/3/1"_s << QStringList{u"Bring the 2 open leads with fewer than 5 attempts up to 5. Ray Sosa holds all of them."_s};
        QTest::newRow("neglected") << u"ray/6/8 ray/6/9 luis/6/7"_s
                                   << QStringList{u"Go back to the 3 open leads without a touch for 7 days or more. Ray Sosa holds 2 of them."_s};
        QTest::newRow("anybody's") << u"/0/-1 /0/-1 luis/0/-1"_s
                                   << QStringList{u"Contact the 3 open leads nobody has contacted yet. 2 of them are given to nobody."_s,
                                                  u"Bring the 3 open leads with fewer than 5 attempts up to 5. 2 of them are given to nobody."_s};
    }
    void whatToDo()
    {
        QFETCH(QString, leads);
        QFETCH(QStringList, toDo);
        Facts facts;
        for (const QString &one : leads.split(u' ', Qt::SkipEmptyParts)) {
            const QStringList parts = one.split(u'/');
            facts.lead(parts[0], parts[1].toInt(), parts[2].toInt());
        }
        QCOMPARE(mondayPage(facts, {}).toDo, toDo);
    }

    void atMostThreeAndThePeopleWhoCameFirst()
    {
        Facts facts;
        facts.lead(u"ray"_s, 1, 9).visits << Facts::visit({}, QDate(2026, 11, 10), Became::Kept);
        facts.lead(u"ray"_s, 0, -1);
        facts.touch(facts.leads.first(), QDate(2026, 11, 3));
        const QStringList toDo = mondayPage(facts, {}).toDo;
        QCOMPARE(toDo.size(), 3);
        QCOMPARE(toDo.first(), u"Bring back the one person who came in last week and left without buying."_s);
    }

    void theFilesSayTheSame()
    {
        Facts facts;
        facts.touch(facts.lead(), QDate(2026, 11, 10), QDate(2026, 11, 10));
        const MondayPage page = mondayPage(facts, {});
        const Table flat = flatTable(page);
        for (const MondayNumber &number : numbersOf(page)) {
            const auto row = std::find_if(flat.rows.cbegin(), flat.rows.cend(), [&](const QVector<TableCell> &one) { return toText(one[2]) == number.key; });
            QVERIFY2(row != flat.rows.cend(), qPrintable(number.key));
            QCOMPARE(toText(row->at(4)), QString::number(number.week));
            QCOMPARE(toText(row->at(5)), QString::number(number.before));
        }
        for (const Table &table : tablesOf(page))
            for (const QVector<TableCell> &row : table.rows)
                QCOMPARE(row.size(), table.columns.size());
        QCOMPARE(changeText({{}, {}, 3, 1}), u"2 more than 1"_s);
        QCOMPARE(changeText({{}, {}, 1, 3}), u"2 fewer than 3"_s);
        QCOMPARE(changeText({{}, {}, 3, 3}), u"as many as before"_s);
    }
};

QTEST_GUILESS_MAIN(MondayTest)
#include "monday_test.moc"
