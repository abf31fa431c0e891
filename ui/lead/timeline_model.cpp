#include "ui/lead/timeline_model.h"

#include "ui/style/icons.h"

#include <QLocale>
#include <QSet>
#include <QTimeZone>

namespace beback::ui {

bool passes(TimelineFilter filter, const TimelineItem &item)
{
    const bool note = item.kind == EventKind::Noted || item.medium == Medium::Note;
    switch (filter) {
    case TimelineFilter::All: return true;
    case TimelineFilter::Calls: return item.medium == Medium::Call;
    case TimelineFilter::Texts: return item.medium == Medium::Text;
    case TimelineFilter::Emails: return item.medium == Medium::Email;
    case TimelineFilter::Notes: return note;
    case TimelineFilter::Rest: break;
    }
    return !note && item.medium != Medium::Call && item.medium != Medium::Text && item.medium != Medium::Email;
}

QString iconOf(const TimelineItem &item)
{
    const char *name = "flag";
    switch (item.kind) {
    case EventKind::LeadArrived:
    case EventKind::LeadResent:
    case EventKind::LeadReopened: break;
    case EventKind::CustomerEdited: name = "document-edit"; break;
    case EventKind::Noted: name = item.coach ? "user" : "document-edit"; break;
    case EventKind::ContactPointSet: name = "list-add"; break;
    case EventKind::ContactPointRemoved: name = "window-close"; break;
    case EventKind::AppointmentSet: name = "appointment-new"; break;
    case EventKind::AppointmentCancelled: name = "view-calendar"; break;
    case EventKind::Skipped: name = "media-skip-forward"; break;
    case EventKind::PlanChosen: name = "view-calendar"; break;
    case EventKind::ObjectionRaised: name = "user"; break;
    case EventKind::LeadClosed: name = "dialog-ok-apply"; break;
    case EventKind::Assigned: name = "document-swap"; break;
    case EventKind::Nudged: name = "notifications"; break;
    case EventKind::DoNotContactSet: name = "im-ban-user"; break;
    case EventKind::DoNotContactCleared: name = "dialog-ok-apply"; break;
    case EventKind::WishSet: name = "user"; break;
    case EventKind::ConsentGiven: name = "dialog-ok-apply"; break;
    case EventKind::AlertRaised: name = "notifications"; break;
    case EventKind::AlertSeen: name = "user"; break;
    case EventKind::AlertAnswered: name = "dialog-ok-apply"; break;
    case EventKind::LetIn: name = "dialog-ok-apply"; break;
    case EventKind::Corrected: name = "edit-undo"; break;
    case EventKind::Attempt:
    case EventKind::Reply:
    case EventKind::Unknown: name = "dialog-information"; break;
    }
    const bool touch = item.kind == EventKind::Attempt || item.kind == EventKind::Reply;
    return touch && item.medium ? icons::nameOf(*item.medium) : QLatin1String(name);
}

bool isFilled(const TimelineItem &item)
{
    return item.direction == Direction::In || item.kind == EventKind::LeadArrived ||
           item.kind == EventKind::LeadResent || (item.kind == EventKind::Attempt && isAnswered(item.outcome));
}

TimelineModel::TimelineModel(QObject *parent) : RowModel(parent) {}

void TimelineModel::setZone(const QString &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    change(m_rows, rowsNow(), keyOf);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void TimelineModel::show(CustomerId customer, const QVector<TimelineItem> &items, Instant now)
{
    const bool sameDay = local(now).date() == local(m_now).date();
    m_now = now;
    m_items = items;
    if (customer == m_customer) {
        change(m_rows, rowsNow(), keyOf);
        if (!sameDay && !m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::DisplayRole});
        return;
    }
    beginResetModel();
    m_customer = customer;
    m_rows = rowsNow();
    endResetModel();
    Q_EMIT changed();
}

void TimelineModel::clear()
{
    show(CustomerId(), {}, m_now);
}

void TimelineModel::setFilter(TimelineFilter filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    change(m_rows, rowsNow(), keyOf);
}

QString TimelineModel::keyOf(const Row &row)
{
    return row.kind == RowKind::Day ? row.day.toString(Qt::ISODate) : row.entry.id.toString();
}

// One head a day, before the first entry of that day that passes. Entries are newest first; one told out of order still
// goes under its own day's head.
QVector<TimelineModel::Row> TimelineModel::rowsNow() const
{
    QVector<Row> entries;
    QSet<EventId> seen;
    for (const TimelineItem &item : m_items) {
        if (!passes(m_filter, item) || seen.contains(item.id))
            continue;
        seen.insert(item.id);
        entries.append({RowKind::Entry, local(item.at).date(), false, item});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Row &a, const Row &b) { return a.day > b.day; });
    QVector<Row> rows;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (i == 0 || entries[i].day != entries[i - 1].day)
            rows.append({RowKind::Day, entries[i].day, false, {}});
        rows.append(entries[i]);
        rows.last().last = i + 1 == entries.size() || entries[i + 1].day != entries[i].day;
    }
    return rows;
}

const TimelineItem *TimelineModel::item(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    const Row &row = m_rows[index.row()];
    return row.kind == RowKind::Entry ? &row.entry : nullptr;
}

QModelIndex TimelineModel::indexOf(EventId event) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == RowKind::Entry && m_rows[i].entry.id == event)
            return index(i);
    }
    return {};
}

int TimelineModel::shown() const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.kind == RowKind::Entry; }));
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool day = m_rows[index.row()].kind == RowKind::Day;
    return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren | (day ? Qt::NoItemFlags : Qt::ItemIsSelectable);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool day = row.kind == RowKind::Day;
    switch (role) {
    case Qt::DisplayRole: return day ? dayText(row.day) : row.entry.title;
    case Qt::AccessibleTextRole: return day ? dayText(row.day) : spoken(row.entry);
    case KindRole: return int(row.kind);
    case ItemRole: return day ? QVariant() : QVariant::fromValue(row.entry);
    case TimeRole: return day ? QString() : timeText(row.entry.at);
    case EventRole: return day ? QString() : row.entry.id.toString();
    case LastOfDayRole: return row.last;
    default: return {};
    }
}

QDateTime TimelineModel::local(Instant at) const
{
    const QTimeZone zone(m_zone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(at.us / 1000, zone.isValid() ? zone : QTimeZone::utc());
}

QString TimelineModel::dayText(QDate day) const
{
    const QDate today = local(m_now).date();
    const QLocale locale;
    if (day == today)
        return tr("Today");
    const bool thisYear = day.year() == today.year();
    const QString full =
        locale.toString(day, thisYear ? QStringLiteral("ddd MMM d") : QStringLiteral("ddd MMM d, yyyy"));
    return day == today.addDays(-1) ? tr("Yesterday, %1").arg(full) : full;
}

QString TimelineModel::timeText(Instant at) const
{
    const QLocale locale;
    const QString format = locale.timeFormat(QLocale::ShortFormat);
    const bool halves = format.contains(QLatin1String("ap"), Qt::CaseInsensitive) || locale.language() == QLocale::C;
    return locale.toString(local(at).time(), halves ? QStringLiteral("h:mm ap") : QStringLiteral("HH:mm"));
}

QString TimelineModel::spoken(const TimelineItem &item) const
{
    QStringList parts = {item.title, item.who, timeText(item.at), item.line, item.words};
    if (item.undone)
        parts.prepend(tr("Taken back"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace beback::ui
