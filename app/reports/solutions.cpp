#include "core/report/solutions_report.h"

#include "app/reports/written_report.h"
#include "core/desk/timeline.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("solutions");

struct Line {
    QString id, objection, title;
    SolutionUse use;
};

// Every way there is, by objection; then what was offered and is not there any more, and vehicles.
QVector<Line> linesOf(const QMap<QString, SolutionUse> &uses, const SolutionBook &book)
{
    QVector<Line> lines;
    QSet<QString> known;
    for (const ObjectionGuide &guide : book.all())
        for (const Solution &way : guide.ways) {
            lines << Line{way.id, toText(guide.objection), way.title.in(QStringLiteral("en")), uses.value(way.id)};
            known.insert(way.id);
        }
    for (auto it = uses.cbegin(); it != uses.cend(); ++it)
        if (!known.contains(it.key()))
            lines << Line{it.key(), {}, {}, *it};
    return lines;
}

Result<WrittenReport> write(Session &session, const QString &)
{
    const Instant since = session.now() - UsesCounted;
    BEBACK_TRY(uses, solutionUses(session.lists(), session.place().rooftopId(), since));
    QJsonArray list;
    Table table;
    table.name = Cli::tr("Solutions");
    table.columns = columnsOf({QStringLiteral("id"), QStringLiteral("objection"), QStringLiteral("title"), QStringLiteral("offered"), QStringLiteral("helped")});
    QVector<QStringList> rows{{Cli::tr("Objection"), Cli::tr("Solution"), Cli::tr("Offered"), Cli::tr("Helped")}};
    for (const Line &line : linesOf(uses, session.place().words()->solutions)) {
        const QString offered = QString::number(line.use.offered), helped = QString::number(line.use.helped);
        list << QJsonObject{{QStringLiteral("id"), line.id}, {QStringLiteral("objection"), line.objection}, {QStringLiteral("title"), line.title},
                            {QStringLiteral("offered"), line.use.offered}, {QStringLiteral("helped"), line.use.helped}};
        table.rows << QVector<TableCell>{line.id, line.objection, line.title, double(line.use.offered), double(line.use.helped)};
        if (line.use.offered > 0)
            rows << QStringList{line.objection, line.title.isEmpty() ? line.id : line.title, offered, helped};
    }
    const QString text = (rows.size() > 1 ? aligned(rows) : Cli::tr("Nothing was offered on a call.\n"))
                         + Cli::tr("Leads in the last 90 days; helped: a visit was set or they bought within 14 days.\n");
    return WrittenReport{{{QStringLiteral("report"), Name}, {QStringLiteral("since"), since.toIso()}, {QStringLiteral("solutions"), list}}, table, text};
}

} // namespace

ReportKind solutionsReport()
{
    return {Name, Cli::tr("ways to meet an objection: how often each was offered, and how often a visit or a sale followed"), &write};
}

} // namespace beback::app
