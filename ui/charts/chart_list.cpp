#include "ui/charts/chart_list.h"

#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>
#include <tuple>

namespace beback::ui {

namespace {

constexpr int IdRole = Qt::UserRole, Wide = 172, RowHigh = 30, HeadHigh = 30, FirstHeadHigh = 22, Side = 15, Bar = 3;

class ChartListDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool head = index.data(IdRole).toString().isEmpty();
        return {scaled(Wide), std::max(scaled(head ? index.row() == 0 ? FirstHeadHigh : HeadHigh : RowHigh), lineHeight(Type::Body) + 6)};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool head = index.data(IdRole).toString().isEmpty(), chosen = option.state & QStyle::State_Selected;
        p->save();
        if (!head)
            p->fillRect(option.rect, chosen ? t.surface : option.state & QStyle::State_MouseOver ? t.hover : t.bg);
        if (chosen)
            p->fillRect(QRect(option.rect.left(), option.rect.top(), Bar, option.rect.height()), t.accent);
        const QRect text = option.rect.adjusted(scaled(Side), 0, -scaled(8), head ? -scaled(3) : 0);
        const Type type = head ? Type::Overline : chosen ? Type::Strong : Type::Body;
        paint::elided(p, text, index.data().toString(), beback::ui::font(type), head ? t.muted : t.text, Qt::AlignLeft | (head ? Qt::AlignBottom : Qt::AlignVCenter));
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(Bar + 1, 1, -1, -1));
        p->restore();
    }
};

} // namespace

ChartList::ChartList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("charts.list"));
    setAccessibleName(tr("Charts"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new ChartListDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !m_filling)
            Q_EMIT chosen(currentId());
    });
}

QSize ChartList::sizeHint() const
{
    return {scaled(Wide), scaled(300)};
}

void ChartList::addHead(const QString &text)
{
    auto *head = new QListWidgetItem(text, this);
    head->setFlags(Qt::NoItemFlags); // the arrow keys pass over it
}

void ChartList::setCharts(const QVector<Chart> &charts, const QString &current)
{
    const QScopedValueRollback filling(m_filling, true);
    QVector<std::pair<chart_text::Place, QString>> entries;
    for (const Chart &chart : charts)
        entries << std::pair(chart_text::place(chart), chart.id);
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return std::tie(a.first.order, a.first.within) < std::tie(b.first.order, b.first.within); });
    clear();
    QString group;
    for (const auto &[place, id] : std::as_const(entries)) {
        if (place.group != group)
            addHead(group = place.group);
        auto *item = new QListWidgetItem(place.title, this);
        item->setData(IdRole, id);
        item->setToolTip(place.title);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(place.title, place.group));
    }
    setCurrentRow(rowOf(current));
}

QString ChartList::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

void ChartList::choose(const QString &id)
{
    const QScopedValueRollback filling(m_filling, true);
    setCurrentRow(rowOf(id));
}

int ChartList::rowOf(const QString &id) const
{
    for (int row = 0; row < count() && !id.isEmpty(); ++row)
        if (item(row)->data(IdRole).toString() == id)
            return row;
    return -1;
}

// Home and Page Up stop at the first chart, not at the head above it.
QModelIndex ChartList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    QModelIndex index = QListWidget::moveCursor(action, modifiers);
    while (index.isValid() && !(index.flags() & Qt::ItemIsEnabled))
        index = index.siblingAtRow(index.row() + 1);
    return index;
}

} // namespace beback::ui
