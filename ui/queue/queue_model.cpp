#include "ui/queue/queue_model.h"

#include "ui/queue/due_text.h"

#include <QSet>

namespace beback::ui {

namespace {

QString headText(QueueModel::Section section)
{
    switch (section) {
    case QueueModel::Section::Mine: return QueueModel::tr("With you");
    case QueueModel::Section::Next: return QueueModel::tr("Next for you");
    case QueueModel::Section::Later: return QueueModel::tr("Later today");
    case QueueModel::Section::Waiting: break;
    }
    return QueueModel::tr("Beyond your day");
}

} // namespace

QueueModel::QueueModel(QObject *parent) : RowModel(parent) {}

void QueueModel::setZone(const QString &zone)
{
    m_zone = zone;
    refreshDueTexts();
}

QString QueueModel::keyOf(const Row &row)
{
    return row.kind == RowKind::Head ? QStringLiteral("head/%1").arg(int(row.section)) : row.item.customer.toString();
}

QString QueueModel::dueTextOf(const QueueItem &item) const
{
    const auto since = m_since.constFind(item.customer);
    return dueText(item, m_now, m_zone, since == m_since.cend() ? std::nullopt : std::optional(*since));
}

QVector<QueueModel::Row> QueueModel::rowsOf(const QueuePage &page) const
{
    QVector<Row> rows;
    QSet<CustomerId> seen; // a person is one row, with me before anything else
    const auto add = [&](Section section, const QueueItem &item) {
        if (seen.contains(item.customer))
            return;
        seen.insert(item.customer);
        if (rows.isEmpty() || rows.last().section != section)
            rows.append({RowKind::Head, section, {}, {}});
        rows.append({RowKind::Person, section, item, dueTextOf(item)});
    };
    for (const QueueItem &item : page.mine)
        add(Section::Mine, item);
    for (const QueueItem &item : page.next) {
        if (item.fits && isNext(item, m_now))
            add(Section::Next, item);
    }
    for (const QueueItem &item : page.next) {
        if (item.fits && !isNext(item, m_now))
            add(Section::Later, item);
    }
    for (const QueueItem &item : page.next) {
        if (!item.fits && (item.listed || m_showsWaiting))
            add(Section::Waiting, item);
    }
    return rows;
}

void QueueModel::setPage(const QueuePage &page, Instant now)
{
    m_now = now;
    m_page = page;
    m_left = page.day ? page.day->fits : int(page.mine.size()) + page.nowCount + page.laterToday;
    showRows();
}

void QueueModel::setShowsWaiting(bool shows)
{
    m_showsWaiting = shows;
    showRows();
}

void QueueModel::showRows()
{
    const QVector<Row> rows = rowsOf(m_page);
    if (m_rows.isEmpty() || rows.isEmpty()) {
        if (m_rows.isEmpty() && rows.isEmpty()) {
            Q_EMIT changed();
            return;
        }
        beginResetModel();
        m_rows = rows;
        endResetModel();
        Q_EMIT changed();
        return;
    }
    change(m_rows, rows, keyOf);
}

void QueueModel::setNow(Instant now)
{
    m_now = now;
    refreshDueTexts();
}

void QueueModel::setWorkingSince(CustomerId customer, std::optional<Instant> since)
{
    if (since)
        m_since.insert(customer, *since);
    else
        m_since.remove(customer);
    refreshDueTexts();
}

void QueueModel::refreshDueTexts()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (row.kind == RowKind::Head)
            continue;
        const QString text = dueTextOf(row.item);
        if (text == row.dueText)
            continue;
        row.dueText = text;
        Q_EMIT dataChanged(index(i), index(i), {DueTextRole, Qt::AccessibleTextRole});
    }
}

const QueueItem *QueueModel::item(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    const Row &row = m_rows[index.row()];
    return row.kind == RowKind::Person ? &row.item : nullptr;
}

QModelIndex QueueModel::indexOf(CustomerId customer) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == RowKind::Person && m_rows[i].item.customer == customer)
            return index(i);
    }
    return {};
}

QModelIndex QueueModel::firstOf(Section section) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == RowKind::Person && m_rows[i].section == section)
            return index(i);
    }
    return {};
}

int QueueModel::people() const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.kind == RowKind::Person; }));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[index.row()].kind == RowKind::Head)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool head = row.kind == RowKind::Head;
    switch (role) {
    case Qt::DisplayRole: return head ? headText(row.section) : row.item.name;
    case Qt::AccessibleTextRole: return head ? headText(row.section) : spoken(row);
    case KindRole: return int(row.kind);
    case SectionRole: return int(row.section);
    case CustomerRole: return head ? QString() : row.item.customer.toString();
    case ItemRole: return head ? QVariant() : QVariant::fromValue(row.item);
    case DueTextRole: return row.dueText;
    case OverdueRole: return !head && isShownOverdue(row.item);
    case HeldTextRole: return head ? QString() : heldText(row.item, m_now, m_zone);
    default: return {};
    }
}

// What the eye takes in at once, in the same order.
QString QueueModel::spoken(const Row &row) const
{
    const QueueItem &item = row.item;
    QStringList parts = {item.name};
    if (QString held = heldText(item, m_now, m_zone); !held.isEmpty()) {
        held[0] = held[0].toLower(); // in the middle of the sentence
        parts << held;
    }
    parts << row.dueText << (item.vehicle.isEmpty() ? tr("no vehicle named") : item.vehicle);
    switch (item.medium) {
    case Medium::Call: parts << tr("call"); break;
    case Medium::Text: parts << tr("text"); break;
    case Medium::Email: parts << tr("e-mail"); break;
    case Medium::Note: parts << tr("handwritten note"); break;
    case Medium::Visit: parts << tr("visit"); break;
    case Medium::Social: parts << tr("social message"); break;
    }
    for (const QueueItem::Reason &reason : item.reasons)
        parts << reason.text;
    parts << (item.attempts == 0   ? tr("no attempt yet")
              : item.attempts == 1 ? tr("one attempt")
                                   : tr("%n attempts", nullptr, item.attempts));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    QHash<int, QByteArray> names = RowModel::roleNames();
    names.insert(KindRole, "kind");
    names.insert(SectionRole, "section");
    names.insert(CustomerRole, "customer");
    names.insert(ItemRole, "item");
    names.insert(DueTextRole, "dueText");
    names.insert(HeldTextRole, "heldText");
    names.insert(OverdueRole, "overdue");
    return names;
}

} // namespace beback::ui
