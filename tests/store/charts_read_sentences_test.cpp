// What the charts that are read besides the facts say, for none, one and many.

#include "core/base/random.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"
#include "core/words/guide.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

struct Facts : ReportFacts {
    SeededRandom random{3};

    Facts()
    {
        zone = u"America/Chicago"_s;
        at = Instant{qint64(1794844800) * 1000000}; // Monday 2026-11-16 10:00 there
        people = {{u"luis"_s, u"Luis Ortega"_s, false, true}, {u"ray"_s, u"Ray Sosa"_s, false, true}};
    }

    LeadId lead()
    {
        LeadFact fact;
        fact.id = random.id<LeadId>(Instant{qint64(leads.size()) * 1000});
        leads << fact;
        return fact.id;
    }
};

// Days from Monday on, each "fits" or "fits+left over", parted by blanks.
LoadAhead loadOf(const QString &days)
{
    LoadAhead load;
    load.isKnown = true;
    load.perHour = 4;
    QDate day(2026, 11, 16);
    for (const QString &one : days.split(QLatin1Char(' '))) {
        LoadAhead::Day made;
        made.day = day;
        made.fits.count = one.section(QLatin1Char('+'), 0, 0).toInt();
        made.leftOver.count = one.section(QLatin1Char('+'), 1, 1).toInt();
        load.days << made;
        day = day.addDays(1);
    }
    return load;
}

HourReport::Person hourOf(const QString &login, int kept, int days, int touches = 0, int reached = 0, int visits = 0)
{
    HourReport::Person person;
    person.who = {login, login, false};
    person.kept = kept;
    person.days = days;
    person.score.touches = touches;
    person.score.reached = reached;
    person.score.appointments = visits;
    return person;
}

// So many people, of whom so many were reached since and before.
CampaignSeen campaignOf(int people, int after, int before, bool isCompared = true)
{
    CampaignSeen seen{u"crv"_s, u"Cheaper CR-V"_s, {}};
    for (int i = 0; i < people; ++i) {
        CampaignEffect effect;
        effect.isCompared = isCompared;
        if (i < after)
            effect.after << Came::Reached;
        if (i < before)
            effect.before << Came::Reached;
        seen.people << effect;
    }
    return seen;
}

void send(QVector<WordedMessage> &messages, LeadId lead, const QString &wording, int count, int answered)
{
    for (int i = 0; i < count; ++i) {
        WordedMessage one;
        one.lead = lead;
        one.wording = wording;
        one.answered = i < answered;
        messages << one;
    }
}

void ask(AnswersReport &report, LeadId lead, const QString &question, int answered, int notAsked)
{
    AnswersReport::Question one;
    one.guide = u"walk-in"_s;
    one.key = question;
    one.ask = question + u", {{first_name|my friend}}?"_s;
    one.answeredOn = QVector<LeadId>(answered, lead);
    one.notAskedOn = QVector<LeadId>(notAsked, lead);
    report.questions << one;
}

} // namespace

class ChartsReadSentencesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void duties_data()
    {
        QTest::addColumn<int>("inTime");
        QTest::addColumn<int>("late");
        QTest::addColumn<int>("notDone");
        QTest::addColumn<QString>("says");
        const auto row = [](int inTime, int late, int notDone, const QString &says) {
            QTest::addRow("%d in time, %d late, %d not done", inTime, late, notDone) << inTime << late << notDone << says;
        };
        row(0, 0, 0, u"No duty of a manager was due in the last 90 days."_s);
        row(1, 0, 0, u"The one duty of a manager due in the last 90 days was not late"_s);
        row(3, 0, 0, u"None of the 3 duties of managers due in the last 90 days was late"_s);
        row(0, 1, 0, u"The one duty of a manager due in the last 90 days was done late"_s);
        row(0, 0, 1, u"The one duty of a manager due in the last 90 days was not done"_s);
        row(2, 1, 0, u"1 of 3 duties of managers due in the last 90 days was done late, and none was left undone"_s);
        row(2, 2, 0, u"2 of 4 duties of managers due in the last 90 days were done late, and none was left undone"_s);
        row(2, 0, 1, u"1 of 3 duties of managers due in the last 90 days was not done"_s);
        row(2, 1, 2, u"2 of 5 duties of managers due in the last 90 days were not done, and 1 late"_s);
    }
    void duties()
    {
        QFETCH(int, inTime);
        QFETCH(int, late);
        QFETCH(int, notDone);
        QFETCH(QString, says);
        DutyCount count;
        count.login = u"kim"_s;
        count.name = u"Kim Park"_s;
        count.inTime = inTime;
        count.late = late;
        count.notDone = notDone;
        QCOMPARE(drawDuties(Facts(), {count}, LeadOrder()).says, says);
    }

    void load_data()
    {
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *days, const QString &says) { QTest::newRow(days) << QString::fromLatin1(days) << says; };
        row("0 0 0", u"No touch is planned for the next four weeks."_s);
        row("0 1 0", u"The one touch planned for the next four weeks fits"_s);
        row("3 1 0", u"All 4 touches planned for the next four weeks fit"_s);
        row("4+1 1 0", u"1 touch does not fit today and waits for the next day: it takes 0.5 more hours"_s);
        row("4 4+6 6", u"6 touches do not fit Tue Nov 17 and wait for the next day: it takes 1.5 more hours"_s);
        row("4 4+6 4+2 2", u"Up to 6 touches at a time do not fit from Tue Nov 17 to Wed Nov 18: it takes 1.5 more hours"_s);
        row("4+1 4+1 1", u"1 touch at a time does not fit from today to Tue Nov 17: it takes 0.5 more hours"_s);
        row("4 4+6 4+12", u"12 touches are left over after four weeks, with more due than fits from Tue Nov 17 on: it takes 3 more hours"_s);
        row("4 4 4+1", u"1 touch is left over after four weeks, with more due than fits from Wed Nov 18 on: it takes 0.5 more hours"_s);
    }
    void load()
    {
        QFETCH(QString, days);
        QFETCH(QString, says);
        QCOMPARE(drawLoad(Facts(), loadOf(days)).says, says);
    }

    void loadOfAPerson()
    {
        Facts facts;
        facts.filter.person = u"luis"_s;
        QCOMPARE(drawLoad(facts, loadOf(u"0 0"_s)).says, u"No touch that fits the filters is planned for the next four weeks."_s);
        LoadAhead load = loadOf(u"4 4+12"_s);
        load.helper = u"ray"_s;
        load.helpersRoom = 20;
        QCOMPARE(drawLoad(facts, load).says,
                 u"12 touches are left over after four weeks, with more due than fits from Tue Nov 17 on: it takes 3 more hours, or Ray Sosa has "
                 "room for 20"_s);
        facts.filter.medium = u"call"_s;
        load.helper.clear();
        load.perHour = 0;
        QCOMPARE(drawLoad(facts, load).says, u"12 touches by call are left over after four weeks, with more due than fits from Tue Nov 17 on"_s);
    }

    void loadWhereNobodyHasWorkedLongEnough()
    {
        LoadAhead load = loadOf(u"3 4"_s);
        load.isKnown = false;
        const Chart chart = drawLoad(Facts(), load);
        QCOMPARE(chart.says, u"7 touches are planned for the next four weeks; nobody has worked long enough to say what fits"_s);
        QCOMPARE(chart.series.size(), 1);
        QCOMPARE(chart.series.first().name, u"Planned"_s);
        QCOMPARE(chart.series.first().marks.first().key, u"2026-11-16"_s);
        QCOMPARE(chart.series.first().marks.first().label, u"Nov 16"_s);
    }

    void hours()
    {
        Facts facts;
        HourReport report;
        QCOMPARE(drawHours(facts, report, {}).says, u"Nobody has an Hour of Power this month."_s);
        facts.filter.person = u"luis"_s;
        QCOMPARE(drawHours(facts, report, {}).says, u"Luis Ortega has no Hour of Power this month."_s);
        report.people = {hourOf(u"luis"_s, 0, 0)};
        QCOMPARE(drawHours(facts, report, {}).says, u"No Hour of Power was over yet this month"_s);
        report.people = {hourOf(u"luis"_s, 0, 1)};
        QCOMPARE(drawHours(facts, report, {}).says, u"The one Hour of Power this month was not kept"_s);
        report.people = {hourOf(u"luis"_s, 1, 1, 7, 2, 1)};
        QCOMPARE(drawHours(facts, report, {}).says, u"The one Hour of Power this month was kept: 7 touches, 2 answered, and 1 visit set"_s);
        report.people = {hourOf(u"luis"_s, 0, 4, 1)};
        QCOMPARE(drawHours(facts, report, {}).says, u"None of 4 Hours of Power this month was kept: 1 touch, 0 answered, and 0 visits set"_s);
        report.people = {hourOf(u"luis"_s, 1, 4), hourOf(u"ray"_s, 0, 2)};
        QCOMPARE(drawHours(facts, report, {}).says, u"1 of 6 Hours of Power this month was kept"_s);
        report.people = {hourOf(u"luis"_s, 1, 4, 20, 5, 1), hourOf(u"ray"_s, 2, 2, 30, 7, 2)};
        const Chart chart = drawHours(facts, report, {});
        QCOMPARE(chart.says, u"3 of 6 Hours of Power this month were kept: 50 touches, 12 answered, and 3 visits set"_s);
        QCOMPARE(chart.series.first().marks.first().key, u"ray"_s); // kept most
        report.people = {hourOf(u"luis"_s, 4, 4)};
        QCOMPARE(drawHours(facts, report, {}).says, u"All 4 Hours of Power this month were kept"_s);
    }

    void campaigns()
    {
        Facts facts;
        facts.filter.days = 30;
        QCOMPARE(drawCampaigns(facts, {}, {}).says, u"No campaign spoke to anybody in the last 30 days."_s);
        QCOMPARE(drawCampaigns(facts, {campaignOf(1, 1, 0)}, {}).says, u"“Cheaper CR-V”: the one person was reached, none in as many days before"_s);
        QCOMPARE(drawCampaigns(facts, {campaignOf(1, 0, 0, false)}, {}).says, u"“Cheaper CR-V”: the one person was not reached yet"_s);
        QCOMPARE(drawCampaigns(facts, {campaignOf(9, 1, 2)}, {}).says,
                 u"“Cheaper CR-V”: 1 of 9 people was reached since their turn, 2 in as many days before"_s);
        QCOMPARE(drawCampaigns(facts, {campaignOf(40, 12, 0, false)}, {}).says, u"“Cheaper CR-V”: 12 of 40 people were reached since their turn"_s);
        facts.filter.medium = u"text"_s;
        QCOMPARE(drawCampaigns(facts, {campaignOf(40, 12, 3)}, {}).says,
                 u"“Cheaper CR-V”: 12 of 40 people were reached by text since their turn, 3 in as many days before"_s);
        facts.filter.source = u"Website"_s;
        QCOMPARE(drawCampaigns(facts, {}, {}).says, u"No campaign spoke to anybody who fits the filters in the last 30 days."_s);
    }

    void campaignsCompareThoseWhoCanBe()
    {
        CampaignSeen mixed = campaignOf(10, 4, 1);
        mixed.people += campaignOf(5, 5, 0, false).people;
        const Chart chart = drawCampaigns(Facts(), {mixed}, {});
        QCOMPARE(chart.says, u"“Cheaper CR-V”: 4 of 10 people were reached since their turn, 1 in as many days before"_s);
        QCOMPARE(chart.series[0].marks.first().of, 10);
        QCOMPARE(chart.series[1].marks.first().of, 10);
        QCOMPARE(chart.series[0].marks.first().label, u"Reached"_s);
        const Chart alone = drawCampaigns(Facts(), {campaignOf(5, 5, 0, false)}, {});
        QCOMPARE(alone.series[0].marks.first().of, 5);
        QVERIFY(alone.series[1].marks.first().tooFew);
        const Chart two = drawCampaigns(Facts(), {mixed, mixed}, {});
        QCOMPARE(two.series[0].marks.first().label, u"Cheaper CR-V: reached"_s);
    }

    void wordings()
    {
        Facts facts;
        const LeadId lead = facts.lead();
        QVector<WordedMessage> messages;
        QCOMPARE(drawWordings(facts, messages).says, u"No message from prepared words went out in the last 90 days."_s);
        send(messages, lead, u"inquiry.first/text/en/1"_s, 1, 0);
        QCOMPARE(drawWordings(facts, messages).says, u"One message says nothing yet about which wording brings replies"_s);
        send(messages, lead, u"inquiry.first/text/en/1"_s, 39, 20);
        send(messages, lead, u"inquiry.first/email/en/1"_s, 60, 2); // another message: not compared
        QCOMPARE(drawWordings(facts, messages).says,
                 u"No message went out in two wordings often enough to compare them; 22 of 100 messages had a reply"_s);
        send(messages, lead, u"inquiry.first/text/en/2"_s, 40, 18);
        QCOMPARE(drawWordings(facts, messages).says, u"No wording clearly brings more replies than another of the same message"_s);
        send(messages, lead, u"inquiry.first/text/en/2@3"_s, 40, 4);
        const Chart chart = drawWordings(facts, messages);
        QCOMPARE(chart.says, u"“inquiry.first, text 1” brings more replies than “inquiry.first, text 2, version 3”: 50 % against 10 %"_s);
        QCOMPARE(chart.series.first().marks.first().key, u"inquiry.first/text/en/1"_s); // best first
        send(messages, lead, u"be-back.first/text/es/1"_s, 5, 5);
        const ChartMark few = drawWordings(facts, messages).series.first().marks.last();
        QCOMPARE(few.label, u"be-back.first, text 1, Spanish"_s);
        QVERIFY(few.tooFew);
    }

    void guideAnswers()
    {
        Facts facts;
        const LeadId lead = facts.lead();
        AnswersReport report;
        const GuideBook guides;
        QCOMPARE(drawGuideAnswers(facts, report, guides).says, u"No question of a call guide was answered in the last 90 days."_s);
        ask(report, lead, u"Who decides"_s, 1, 0);
        QCOMPARE(drawGuideAnswers(facts, report, guides).says, u"The one question that came up in the last 90 days was answered"_s);
        ask(report, lead, u"Until when"_s, 6, 0);
        QCOMPARE(drawGuideAnswers(facts, report, guides).says, u"All 7 questions that came up in the last 90 days were answered"_s);
        ask(report, lead, u"How much"_s, 0, 1);
        QCOMPARE(drawGuideAnswers(facts, report, guides).says, u"“How much, my friend?” was not asked the one time it came up"_s);
        ask(report, lead, u"What else"_s, 3, 2);
        const Chart chart = drawGuideAnswers(facts, report, guides);
        QCOMPARE(chart.says, u"“What else, my friend?” was not asked 2 of the 5 times it came up"_s);
        QCOMPARE(chart.series[0].marks.first().leads, QVector<LeadId>{lead});
        QCOMPARE(chart.series[1].marks.last().count, 0);
        facts.filter.medium = u"email"_s;
        QCOMPARE(drawGuideAnswers(facts, {}, guides).says, u"Only calls are counted here, and the filters leave them out."_s);
    }
};

QTEST_GUILESS_MAIN(ChartsReadSentencesTest)
#include "charts_read_sentences_test.moc"
