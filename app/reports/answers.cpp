#include "core/report/answers_report.h"

#include "app/reports/written_report.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("answers");
constexpr Duration Back = std::chrono::hours(24 * 90);

QJsonArray toJson(const QVector<AnswersReport::Count> &counts, const char *name)
{
    QJsonArray list;
    for (const AnswersReport::Count &count : counts)
        list << QJsonObject{{QString::fromLatin1(name), count.value}, {QStringLiteral("calls"), count.calls}};
    return list;
}

QJsonObject toJson(const AnswersReport &report)
{
    QJsonArray questions;
    for (const AnswersReport::Question &question : report.questions)
        questions << QJsonObject{{QStringLiteral("guide"), question.guide},
                                 {QStringLiteral("key"), question.key},
                                 {QStringLiteral("ask"), question.ask},
                                 {QStringLiteral("kind"), toText(question.kind)},
                                 {QStringLiteral("answered"), question.answered},
                                 {QStringLiteral("not_asked"), question.notAsked},
                                 {QStringLiteral("answers"), toJson(question.values, "value")},
                                 {QStringLiteral("reasons"), toJson(question.reasons, "reason")}};
    return {{QStringLiteral("report"), Name}, {QStringLiteral("since"), report.since.toIso()}, {QStringLiteral("calls"), report.calls}, {QStringLiteral("questions"), questions}};
}

QString toText(const AnswersReport &report)
{
    QVector<QStringList> rows{{Cli::tr("Guide"), Cli::tr("Question"), Cli::tr("Answer"), Cli::tr("Calls")}};
    for (const AnswersReport::Question &question : report.questions) {
        for (const AnswersReport::Count &count : question.values)
            rows << QStringList{question.guide, question.key, count.value, QString::number(count.calls)};
        for (const AnswersReport::Count &count : question.reasons)
            rows << QStringList{question.guide, question.key, Cli::tr("not asked: %1").arg(count.value), QString::number(count.calls)};
    }
    return aligned(rows) + counted(report.calls, Cli::tr("1 call with answers in the last 90 days.\n"), Cli::tr("%1 calls with answers in the last 90 days.\n"));
}

Table toTable(const AnswersReport &report)
{
    Table table;
    table.name = Cli::tr("Answers");
    table.columns = columnsOf({QStringLiteral("guide"), QStringLiteral("key"), QStringLiteral("ask"), QStringLiteral("answer"), QStringLiteral("not_asked_because"), QStringLiteral("calls")});
    for (const AnswersReport::Question &question : report.questions) {
        for (const AnswersReport::Count &count : question.values)
            table.rows << QVector<TableCell>{question.guide, question.key, question.ask, count.value, {}, double(count.calls)};
        for (const AnswersReport::Count &count : question.reasons)
            table.rows << QVector<TableCell>{question.guide, question.key, question.ask, {}, count.value, double(count.calls)};
    }
    return table;
}

Result<WrittenReport> write(Session &session, const QString &key)
{
    BEBACK_TRY(report, answersReport(session.lists(), session.place().rooftopId(), session.place().words()->guides, session.now() - Back, key));
    return WrittenReport{toJson(report), toTable(report), toText(report)};
}

} // namespace

ReportKind answersReportKind()
{
    return {Name, Cli::tr("what people said to the questions of the call guides; KEY: to one of them"), &write, true};
}

} // namespace beback::app
