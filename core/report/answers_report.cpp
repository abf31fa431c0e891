#include "core/report/answers_report.h"

#include "core/history/taken_back.h"
#include "core/words/language.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace beback {

namespace {

// Counts while it reads; the order is given at the end.
class Counting
{
public:
    Counting(const GuideBook &guides, const QString &only) : m_guides(guides), m_only(only) {}

    void call(const GuidedCall &call)
    {
        bool counted = false;
        for (auto it = call.answers.cbegin(); it != call.answers.cend(); ++it)
            if (Tally *tally = of(call.guide, it.key())) {
                ++tally->values[*it];
                tally->answeredOn << call.lead;
                counted = true;
            }
        for (auto it = call.notAsked.cbegin(); it != call.notAsked.cend(); ++it)
            if (Tally *tally = of(call.guide, it.key())) {
                ++tally->reasons[*it];
                tally->notAskedOn << call.lead;
                counted = true;
            }
        m_calls += counted;
    }

    AnswersReport report(Instant since) const
    {
        AnswersReport report;
        report.since = since;
        report.calls = m_calls;
        for (auto it = m_tallies.cbegin(); it != m_tallies.cend(); ++it)
            report.questions << question(it.key().first, it.key().second, *it);
        std::stable_sort(report.questions.begin(), report.questions.end(), [this](const auto &a, const auto &b) { return std::tuple(a.guide, place(a)) < std::tuple(b.guide, place(b)); });
        return report;
    }

private:
    struct Tally {
        QMap<QString, int> values, reasons;
        QVector<LeadId> answeredOn, notAskedOn;
    };

    Tally *of(const QString &guide, const QString &key)
    {
        return m_only.isEmpty() || m_only == key ? &m_tallies[{guide, key}] : nullptr;
    }

    qsizetype place(const AnswersReport::Question &question) const
    {
        const Guide *guide = m_guides.find(question.guide);
        const GuideStep *step = guide ? guide->step(question.key) : nullptr;
        return step ? step - guide->steps.constData() : 10'000;
    }

    static QVector<AnswersReport::Count> sorted(const QMap<QString, int> &counts)
    {
        QVector<AnswersReport::Count> all;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            all << AnswersReport::Count{it.key(), *it};
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.calls > b.calls; });
        return all;
    }

    AnswersReport::Question question(const QString &guideId, const QString &key, const Tally &tally) const
    {
        AnswersReport::Question question;
        question.guide = guideId;
        question.key = key;
        const Guide *guide = m_guides.find(guideId);
        if (const GuideStep *step = guide ? guide->step(key) : nullptr) {
            question.ask = step->ask.in(WordLanguages[0]);
            question.kind = step->kind;
        }
        question.values = sorted(tally.values);
        question.reasons = sorted(tally.reasons);
        question.answeredOn = tally.answeredOn;
        question.notAskedOn = tally.notAskedOn;
        for (const AnswersReport::Count &count : question.values)
            question.answered += count.calls;
        for (const AnswersReport::Count &count : question.reasons)
            question.notAsked += count.calls;
        return question;
    }

    const GuideBook &m_guides;
    const QString &m_only;
    QMap<std::pair<QString, QString>, Tally> m_tallies;
    int m_calls = 0;
};

QMap<QString, QString> textsIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    QMap<QString, QString> texts;
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it->toString());
    return texts;
}

} // namespace

Result<QVector<GuidedCall>> guidedCalls(Connection &db, RooftopId rooftop, Instant since)
{
    BEBACK_TRY(gone, takenBackSince(db, rooftop, since));
    BEBACK_TRY(select, db.statement("report/answered_calls"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    QVector<GuidedCall> calls;
    while (select.next()) {
        Columns c = select.columns();
        if (gone.contains(c.id<EventId>()))
            continue;
        GuidedCall call;
        call.lead = c.id<LeadId>();
        call.actor = c.text();
        call.at = c.instant();
        const QJsonObject body = QJsonDocument::fromJson(c.utf8()).object();
        call.guide = body.value(QLatin1String("guide")).toObject().value(QLatin1String("id")).toString();
        call.answers = textsIn(body.value(QLatin1String("answers")));
        call.notAsked = textsIn(body.value(QLatin1String("not_asked")));
        calls << call;
    }
    BEBACK_CHECK(select.finished());
    return calls;
}

AnswersReport countAnswers(const QVector<GuidedCall> &calls, const GuideBook &guides, Instant since, const QString &key)
{
    Counting counting(guides, key);
    for (const GuidedCall &call : calls)
        counting.call(call);
    return counting.report(since);
}

Result<AnswersReport> answersReport(Connection &db, RooftopId rooftop, const GuideBook &guides, Instant since, const QString &key)
{
    BEBACK_TRY(calls, guidedCalls(db, rooftop, since));
    return countAnswers(calls, guides, since, key);
}

} // namespace beback
