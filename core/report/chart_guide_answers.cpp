// Which questions of the call guides are answered, and which could not be asked.
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"
#include "core/words/word_shelf.h"
#include "core/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Question {
    QString key, label;
    Tally answered, notAsked;
    int all() const { return answered.count + notAsked.count; }
};

// What is asked, without what only a customer fills in; with the guide, where others ask the same.
void nameThem(QVector<Question> &questions, const QVector<AnswersReport::Question> &asked, const GuideBook &guides)
{
    QHash<QString, int> often;
    for (qsizetype i = 0; i < questions.size(); ++i) {
        questions[i].label = asked[i].ask.isEmpty() ? asked[i].key : fillIn(asked[i].ask, {});
        ++often[questions[i].label];
    }
    for (qsizetype i = 0; i < questions.size(); ++i)
        if (often.value(questions[i].label) > 1) {
            const Guide *guide = guides.find(asked[i].guide);
            questions[i].label = tr("%1 (%2)").arg(questions[i].label, guide ? guide->name : asked[i].guide);
        }
}

Tally tallyOf(const QVector<LeadId> &leads, const QHash<LeadId, qsizetype> &places)
{
    Tally tally;
    for (const LeadId lead : leads)
        if (const auto place = places.constFind(lead); place != places.constEnd())
            tally.add(*place);
    return tally;
}

// Those not asked most often first; then those that came up most often.
QVector<Question> questionsOf(const ReportFacts &facts, const AnswersReport &report, const GuideBook &guides)
{
    const QHash<LeadId, qsizetype> places = placesOf(facts);
    QVector<Question> questions;
    for (const AnswersReport::Question &one : report.questions)
        questions << Question{one.guide + QLatin1Char('/') + one.key, {}, tallyOf(one.answeredOn, places), tallyOf(one.notAskedOn, places)};
    nameThem(questions, report.questions, guides);
    questions.removeIf([](const Question &one) { return one.all() == 0; });
    std::stable_sort(questions.begin(), questions.end(), [](const Question &a, const Question &b) {
        return std::pair(a.notAsked.count, a.all()) > std::pair(b.notAsked.count, b.all());
    });
    return questions;
}

QString says(const QVector<Question> &questions, const ChartFilter &filter)
{
    const QString range = chart_words::inRange(filter.days);
    if (questions.isEmpty())
        return chart_words::isNarrow(filter) ? tr("No question of a call guide was answered by whom the filters leave in %1.").arg(range)
                                             : tr("No question of a call guide was answered %1.").arg(range);
    const Question &worst = questions.first();
    if (worst.notAsked.count == 0) {
        int answers = 0;
        for (const Question &one : questions)
            answers += one.all();
        return answers == 1 ? tr("The one question that came up %1 was answered").arg(range)
                            : tr("All %1 questions that came up %2 were answered").arg(QString::number(answers), range);
    }
    if (worst.all() == 1)
        return tr("“%1” was not asked the one time it came up").arg(worst.label);
    return tr("“%1” was not asked %2 of the %3 times it came up").arg(worst.label, QString::number(worst.notAsked.count), QString::number(worst.all()));
}

bool areCallsLeftOut(const ChartFilter &filter)
{
    const auto medium = mediumFromText(filter.medium);
    return medium && *medium != Medium::Call;
}

} // namespace

Chart drawGuideAnswers(const ReportFacts &facts, const AnswersReport &report, const GuideBook &guides)
{
    const QVector<Question> questions = questionsOf(facts, report, guides);
    Chart chart;
    chart.id = QStringLiteral("guide-answers");
    chart.shape = Chart::Shape::Rows;
    chart.says = areCallsLeftOut(facts.filter) ? tr("Only calls are counted here, and the filters leave them out.") : says(questions, facts.filter);
    chart.beneath = tr("Questions of the call guides, %1").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::GuideAnswer});
    chart.axis = tr("calls");
    chart.series = {{QStringLiteral("answered"), tr("Answered"), {}}, {QStringLiteral("not_asked"), tr("Not asked"), {}}};
    for (const Question &question : questions) {
        chart.series[0].marks << markOf(facts, question.key, question.label, question.answered);
        chart.series[1].marks << markOf(facts, question.key, question.label, question.notAsked);
    }
    return chart;
}

Result<Chart> guideAnswersChart(const ChartReading &reading)
{
    const ReportFacts &facts = reading.facts;
    QVector<GuidedCall> calls;
    if (!areCallsLeftOut(facts.filter)) {
        BEBACK_TRY(all, guidedCalls(reading.db, reading.rooftop, facts.since));
        calls = all;
    }
    const QHash<LeadId, qsizetype> places = placesOf(facts);
    calls.removeIf([&](const GuidedCall &one) {
        const auto place = places.constFind(one.lead);
        return place == places.constEnd() || one.at < facts.since
               || !leavesIn(facts.filter, one.actor, facts.leads[*place].plan, facts.leads[*place].source);
    });
    return drawGuideAnswers(facts, countAnswers(calls, reading.words.guides, facts.since), reading.words.guides);
}

} // namespace beback
