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

    void call(const QJsonObject &body)
    {
        const QString guide = body.value(QLatin1String("guide")).toObject().value(QLatin1String("id")).toString();
        const QJsonObject answers = body.value(QLatin1String("answers")).toObject(), reasons = body.value(QLatin1String("not_asked")).toObject();
        bool counted = false;
        for (auto it = answers.begin(); it != answers.end(); ++it)
            if (Tally *tally = of(guide, it.key())) {
                ++tally->values[it->toString()];
                counted = true;
            }
        for (auto it = reasons.begin(); it != reasons.end(); ++it)
            if (Tally *tally = of(guide, it.key())) {
                ++tally->reasons[it->toString()];
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

} // namespace

Result<AnswersReport> answersReport(Connection &db, RooftopId rooftop, const GuideBook &guides, Instant since, const QString &key)
{
    BEBACK_TRY(gone, takenBackSince(db, rooftop, since));
    BEBACK_TRY(select, db.statement("report/answered_calls"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).bind(":since", since).exec());
    Counting counting(guides, key);
    while (select.next()) {
        Columns c = select.columns();
        const EventId id = c.id<EventId>();
        if (!gone.contains(id))
            counting.call(QJsonDocument::fromJson(c.utf8()).object());
    }
    BEBACK_CHECK(select.finished());
    return counting.report(since);
}

} // namespace beback
