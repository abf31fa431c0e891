#include "app/reports/written_report.h"

namespace beback::app {

namespace {

const QString Name = QStringLiteral("views");

// At a desk of a shared database it is known who asks, and views are for managers.
Result<QVector<SavedView>> read(Session &session)
{
    SharedPlace *desk = session.desk();
    if (!desk)
        return readViews(session.lists(), session.place().rooftopId());
    return desk->isOnline() ? desk->savedViews() : session.place().savedViews(desk->login());
}

QJsonObject toJson(const SavedView &view)
{
    return {{QStringLiteral("name"), view.name},
            {QStringLiteral("chart"), view.chart},
            {QStringLiteral("filter"), beback::toJson(view.filter)},
            {QStringLiteral("by"), view.by},
            {QStringLiteral("at"), view.at.toIso()}};
}

// As the options of the report say it.
QString optionsOf(const ChartFilter &filter)
{
    QStringList options{QStringLiteral("--days %1").arg(filter.days)};
    if (filter.openDays > 0)
        options << QStringLiteral("--open-days %1").arg(filter.openDays);
    const auto add = [&options](const char *option, const QString &value) {
        if (!value.isEmpty())
            options << QStringLiteral("--%1 %2").arg(QLatin1String(option), value.contains(QLatin1Char(' ')) ? QStringLiteral("\"%1\"").arg(value) : value);
    };
    add("person", filter.person);
    add("plan", filter.plan);
    add("source", filter.source);
    add("medium", filter.medium);
    return options.join(QLatin1Char(' '));
}

Table toTable(const QVector<SavedView> &views)
{
    Table table;
    table.name = Cli::tr("Saved views");
    table.columns = columnsOf(QStringLiteral("name,chart,days,open_days,person,plan,source,medium,by,at").split(QLatin1Char(',')));
    for (const SavedView &view : views)
        table.rows << QVector<TableCell>{view.name,          view.chart,       double(view.filter.days), double(view.filter.openDays), view.filter.person,
                                         view.filter.plan,   view.filter.source, view.filter.medium,     view.by,                      view.at.toIso()};
    return table;
}

QString toText(const QVector<SavedView> &views)
{
    if (views.isEmpty())
        return Cli::tr("No view is saved yet. A manager saves one in the window, at the charts.\n");
    QVector<QStringList> rows{{Cli::tr("View"), Cli::tr("Chart"), Cli::tr("Asked"), Cli::tr("Saved by")}};
    for (const SavedView &view : views)
        rows << QStringList{view.name, view.chart, optionsOf(view.filter), view.by};
    return aligned(rows);
}

Result<WrittenReport> write(Session &session, const QString &)
{
    BEBACK_TRY(views, read(session));
    QJsonArray list;
    for (const SavedView &view : std::as_const(views))
        list << toJson(view);
    return WrittenReport{{{QStringLiteral("report"), Name}, {QStringLiteral("views"), list}}, toTable(views), toText(views)};
}

} // namespace

Result<SavedView> savedViewOf(Session &session, const QString &name)
{
    BEBACK_TRY(views, read(session));
    if (const SavedView *view = findView(views, name))
        return *view;
    QStringList names;
    for (const SavedView &view : std::as_const(views))
        names << view.name;
    return Error{Code::NotFound, Cli::tr("No view is saved as \"%1\". There are: %2.").arg(name, names.isEmpty() ? Cli::tr("none") : names.join(QStringLiteral(", "))), {}};
}

ReportKind savedViewsReport()
{
    return {Name, Cli::tr("the views of the charts that managers saved"), &write};
}

} // namespace beback::app
