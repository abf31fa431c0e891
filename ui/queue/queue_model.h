#pragma once

#include "core/queue/queue.h"
#include "ui/models/row_model.h"

namespace beback::ui {

// The queue as rows: heads and people. Differences are applied by customer, so a view keeps selection and scroll; the
// model resets only when it goes from empty to full or back.
class QueueModel : public RowModel
{
    Q_OBJECT
public:
    enum class RowKind { Head, Person };
    enum class Section { Mine, Next, Later, Waiting }; // Waiting: what does not fit into the day
    enum Role {
        // Qt::DisplayRole: name or head; Qt::AccessibleTextRole: the row as a sentence; Qt::ToolTipRole: what is cut
        KindRole = Qt::UserRole + 1, // RowKind as int
        SectionRole,                 // Section as int
        CustomerRole,                // QString, empty for a head
        ItemRole,                    // QueueItem
        DueTextRole,                 // QString: "now" "11:45" "today" "from 1:00" "2:14"
        OverdueRole,                 // bool: the due text is painted in danger
        HeldTextRole                 // QString: "With Tanya" "Out with Luis until 6:00 pm"; empty: with nobody else
    };

    explicit QueueModel(QObject *parent = nullptr);

    // `zone`: the desk's, for the due times.
    void setZone(const QString &zone);
    // The page as it is now. Cheap when little changed.
    void setPage(const QueuePage &page, Instant now);
    // What does not fit into the day is left out unless it is asked for, but for the first where little fits.
    void setShowsWaiting(bool shows);
    bool showsWaiting() const { return m_showsWaiting; }
    const std::optional<DayCut> &day() const { return m_page.day; }
    // Time goes on; only rows whose words change are touched. Call it every second or so.
    void setNow(Instant now);
    // Since when the lead in hand is worked; shown as 2:14. None: its due time again.
    void setWorkingSince(CustomerId customer, std::optional<Instant> since);

    const QueueItem *item(const QModelIndex &index) const; // null for a head
    QModelIndex indexOf(CustomerId customer) const;        // invalid: not in the list
    QModelIndex firstOf(Section section) const;            // first person; invalid: none
    int people() const;                                    // rows without heads
    int left() const { return m_left; }                    // now and later today, as far as it fits; those with me included

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row
    {
        RowKind kind = RowKind::Head;
        Section section = Section::Next;
        QueueItem item;
        QString dueText;
        friend bool operator==(const Row &, const Row &) = default;
    };
    static QString keyOf(const Row &row);
    QVector<Row> rowsOf(const QueuePage &page) const;
    void showRows();
    QString dueTextOf(const QueueItem &item) const;
    void refreshDueTexts();
    QString spoken(const Row &row) const;

    QVector<Row> m_rows;
    QueuePage m_page;
    QString m_zone;
    Instant m_now;
    int m_left = 0;
    bool m_showsWaiting = false;
    QHash<CustomerId, Instant> m_since;
};

} // namespace beback::ui

Q_DECLARE_METATYPE(beback::QueueItem)
