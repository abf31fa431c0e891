#pragma once

#include "core/desk/desk_types.h"
#include "ui/models/row_model.h"

namespace beback::ui {

// Notes: handwritten ones and free notes. Rest: visits, social messages, changes.
enum class TimelineFilter { All, Calls, Texts, Emails, Notes, Rest };
bool passes(TimelineFilter filter, const TimelineItem &item);

// The icon of an entry: of its medium, else of its kind.
QString iconOf(const TimelineItem &item);
// Filled: they wrote, or they answered.
bool isFilled(const TimelineItem &item);

// A customer's history as rows: day heads and entries, newest first. Differences by event id; resets only for another
// customer.
class TimelineModel : public RowModel
{
    Q_OBJECT
public:
    enum class RowKind { Day, Entry };
    enum Role {
        // Qt::DisplayRole: title or day; Qt::AccessibleTextRole: the entry as sentences
        KindRole = Qt::UserRole + 1, // RowKind as int
        ItemRole,                    // TimelineItem
        TimeRole,                    // QString "11:39 am", desk time
        EventRole,                   // QString id, empty for a day
        LastOfDayRole                // bool: the rail ends here
    };

    explicit TimelineModel(QObject *parent = nullptr);

    // Day heads and times are the desk's.
    void setZone(const QString &zone);
    // `now` decides what "Today" is.
    void show(CustomerId customer, const QVector<TimelineItem> &items, Instant now);
    void clear();
    void setFilter(TimelineFilter filter);
    TimelineFilter filter() const { return m_filter; }

    const TimelineItem *item(const QModelIndex &index) const; // null for a day
    QModelIndex indexOf(EventId event) const;
    int total() const { return int(m_items.size()); } // entries before filtering
    int shown() const;                                // entries that pass

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        RowKind kind = RowKind::Day;
        QDate day;
        bool last = false; // of its day
        TimelineItem entry;
        friend bool operator==(const Row &, const Row &) = default;
    };
    static QString keyOf(const Row &row);
    QVector<Row> rowsNow() const;
    QDateTime local(Instant at) const;
    QString dayText(QDate day) const;
    QString timeText(Instant at) const;
    QString spoken(const TimelineItem &item) const;

    CustomerId m_customer;
    QVector<TimelineItem> m_items;
    QVector<Row> m_rows;
    TimelineFilter m_filter = TimelineFilter::All;
    QString m_zone;
    Instant m_now;
};

} // namespace beback::ui

Q_DECLARE_METATYPE(beback::TimelineItem)
