#include "core/report/saved_view.h"

#include "core/history/medium.h"
#include "core/history/plain_letters.h"
#include "core/report/charts.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace beback {

namespace {

constexpr int MostDays = 3650; // ten years

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

int daysIn(const QJsonObject &kept, const char *key, int least, int otherwise)
{
    const int days = kept.value(QLatin1String(key)).toInt(-1);
    return days >= least && days <= MostDays ? days : otherwise;
}

Error isThere(const QString &name)
{
    return {Code::Conflict, tr("There is a view “%1” already. Give this one another name, or replace that one.").arg(name), {}};
}

Error readsAlike(const QString &name, const QString &other)
{
    return {Code::Conflict,
            tr("There is a view “%1” already, and “%2” reads the same. Give this one another name, or save it as “%1”.").arg(other, name), {}};
}

QString comparable(const QString &name)
{
    return plainLetters(name).toCaseFolded();
}

bool hasExactly(const QVector<SavedView> &views, const QString &name)
{
    return std::any_of(views.cbegin(), views.cend(), [&](const SavedView &view) { return view.name == name; });
}

Result<void> insert(Connection &db, RooftopId rooftop, const SavedView &view, bool over)
{
    BEBACK_TRY(put, db.statement("view/put"));
    put.bind(":rooftop_id", rooftop).bind(":name", view.name).bind(":chart", view.chart).bind(":by_login", view.by);
    put.bind(":filter", QString::fromUtf8(QJsonDocument(toJson(view.filter)).toJson(QJsonDocument::Compact)));
    if (db.engine() == Engine::Sqlite)
        put.bind(":at", view.at);
    else
        put.bind(":over", over); // a shared database removes the other one itself
    return put.exec();
}

// After it was written: a shared database lets one manager write after the other, so that the second sees what the first wrote.
// Two that an older program let in stay, and can be replaced.
Result<void> refuseAlike(Connection &db, RooftopId rooftop, const QString &name)
{
    BEBACK_TRY(views, readViews(db, rooftop));
    for (const SavedView &view : std::as_const(views))
        if (view.name != name && comparable(view.name) == comparable(name))
            return readsAlike(name, view.name);
    return {};
}

} // namespace

QJsonObject toJson(const ChartFilter &filter)
{
    return {{QStringLiteral("days"), filter.days},     {QStringLiteral("open_days"), filter.openDays},
            {QStringLiteral("person"), filter.person}, {QStringLiteral("plan"), filter.plan},
            {QStringLiteral("source"), filter.source}, {QStringLiteral("medium"), filter.medium}};
}

ChartFilter filterFromJson(const QJsonObject &kept)
{
    ChartFilter filter;
    filter.days = daysIn(kept, "days", 1, filter.days);
    filter.openDays = daysIn(kept, "open_days", 0, filter.openDays);
    filter.person = kept.value(QLatin1String("person")).toString();
    filter.plan = kept.value(QLatin1String("plan")).toString();
    filter.source = kept.value(QLatin1String("source")).toString();
    const auto medium = mediumFromText(kept.value(QLatin1String("medium")).toString());
    filter.medium = medium ? toText(*medium) : QString();
    return filter;
}

Result<QString> checkedViewName(const SavedView &view)
{
    const QString name = view.name.simplified();
    if (name.isEmpty())
        return Error{Code::Invalid, tr("A view needs a name by which others find it."), {}};
    if (name.size() > MostViewName)
        return Error{Code::Invalid, tr("The name of a view has at most %1 characters.").arg(MostViewName), {}};
    const QVector<ChartKind> kinds = chartKinds();
    if (std::none_of(kinds.cbegin(), kinds.cend(), [&](const ChartKind &kind) { return kind.id == view.chart; }))
        return Error{Code::Invalid, tr("There is no chart “%1”.").arg(view.chart), {}};
    return name;
}

const SavedView *findView(const QVector<SavedView> &views, const QString &name)
{
    const QString wanted = name.simplified();
    const SavedView *alike = nullptr;
    for (const SavedView &view : views) {
        if (view.name == wanted)
            return &view;
        if (!alike && comparable(view.name) == comparable(wanted))
            alike = &view;
    }
    return alike;
}

Result<QVector<SavedView>> readViews(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("view/read"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<SavedView> views;
    while (select.next()) {
        Columns c = select.columns();
        SavedView view;
        view.name = c.text();
        view.chart = c.text();
        view.filter = filterFromJson(QJsonDocument::fromJson(c.utf8()).object());
        view.by = c.text();
        view.at = c.instant();
        views << view;
    }
    BEBACK_CHECK(select.finished());
    std::stable_sort(views.begin(), views.end(), [](const SavedView &a, const SavedView &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return views;
}

Result<void> putView(Connection &db, RooftopId rooftop, const SavedView &view, bool over)
{
    BEBACK_TRY(name, checkedViewName(view));
    SavedView named = view;
    named.name = name;
    return db.inTransaction("view", [&]() -> Result<void> {
        BEBACK_TRY(before, readViews(db, rooftop));
        if (over && db.engine() == Engine::Sqlite)
            BEBACK_CHECK(removeView(db, rooftop, name));
        if (const auto put = insert(db, rooftop, named, over); !put)
            return put.error().code == Code::Conflict ? isThere(name) : put.error();
        return hasExactly(before, name) ? Result<void>() : refuseAlike(db, rooftop, name);
    });
}

Result<void> removeView(Connection &db, RooftopId rooftop, const QString &name)
{
    BEBACK_TRY(remove, db.statement("view/remove"));
    return remove.bind(":rooftop_id", rooftop).bind(":name", name).exec();
}

Result<void> keepViews(Connection &own, RooftopId rooftop, const QVector<SavedView> &views)
{
    return own.inTransaction("views", [&]() -> Result<void> {
        BEBACK_TRY(clear, own.statement("view/clear"));
        BEBACK_CHECK(clear.bind(":rooftop_id", rooftop).exec());
        for (const SavedView &view : views)
            BEBACK_CHECK(insert(own, rooftop, view, false));
        return {};
    }, Connection::Commit::Fetchable);
}

} // namespace beback
