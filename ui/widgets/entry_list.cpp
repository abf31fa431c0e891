#include "ui/widgets/entry_list.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

Q_DECLARE_METATYPE(beback::ui::EntryList::Entry)

namespace beback::ui {

namespace {

constexpr int EntryRole = Qt::UserRole;

EntryList::Entry entryOf(const QModelIndex &index)
{
    return index.data(EntryRole).value<EntryList::Entry>();
}

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(200), std::max(scaled(48), lineHeight(Type::Body) + std::max(scaled(metrics::Chip), lineHeight(Type::Label)) + scaled(16))};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const EntryList::Entry entry = entryOf(index);
        p->save();
        paintGround(p, option);
        const QRect inside = option.rect.adjusted(scaled(12), scaled(6), -scaled(12), -scaled(7));
        QRect title(inside.x(), inside.y(), inside.width(), lineHeight(Type::Body));
        title.setRight(paintBeside(p, title, entry));
        paint::elided(p, title, index.data().toString(), beback::ui::font(Type::Strong), t.text);
        QRect below(inside.x(), title.bottom() + scaled(3), inside.width(), std::max(scaled(metrics::Chip), lineHeight(Type::Label)));
        if (entry.below.isEmpty()) {
            paint::chips(p, below, entry.chips);
        } else {
            for (const paint::Chip &chip : entry.chips)
                below.setLeft(below.x() + paint::chip(p, below.x(), below.y(), chip) + scaled(8));
            paint::elided(p, below, entry.below, beback::ui::font(Type::Label), t.muted);
        }
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(4, 1, -1, -2));
        p->restore();
    }

private:
    static void paintGround(QPainter *p, const QStyleOptionViewItem &option)
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected;
        p->fillRect(option.rect, selected ? t.surface : option.state & QStyle::State_MouseOver ? t.hover : t.bg);
        p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
        if (selected)
            p->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    }

    // Where what is left of it ends.
    static int paintBeside(QPainter *p, const QRect &title, const EntryList::Entry &entry)
    {
        int right = title.right();
        for (const paint::Chip &mark : entry.marks) {
            right -= paint::chipWidth(mark);
            paint::chip(p, right, title.y(), mark);
            right -= scaled(8);
        }
        if (entry.beside.isEmpty())
            return right;
        const QFont font = beback::ui::font(Type::Label);
        paint::elided(p, title, entry.beside, font, Theme::current().muted, Qt::AlignRight | Qt::AlignVCenter);
        return right - QFontMetrics(font).horizontalAdvance(entry.beside) - scaled(8);
    }
};

QString spoken(const EntryList::Entry &entry)
{
    QStringList words{entry.title, entry.beside};
    for (const paint::Chip &chip : entry.marks + entry.chips)
        words << chip.text;
    words << entry.below;
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

} // namespace

EntryList::EntryList(const char *objectName, const QString &name, QWidget *parent) : QListWidget(parent)
{
    setObjectName(QLatin1String(objectName));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new EntryDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !m_filling)
            Q_EMIT chosen(currentId());
    });
}

void EntryList::setEntries(const QVector<Entry> &entries, const QString &current)
{
    const QScopedValueRollback filling(m_filling, true);
    const int scrolled = verticalScrollBar()->value();
    clear();
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(entry.title, this);
        item->setData(EntryRole, QVariant::fromValue(entry));
        item->setData(Qt::AccessibleTextRole, spoken(entry));
        item->setToolTip(entry.tip);
    }
    setCurrentRow(std::max(0, rowOf(current)));
    verticalScrollBar()->setValue(scrolled);
    scrollToItem(currentItem());
}

void EntryList::setTitle(const QString &id, const QString &title)
{
    if (QListWidgetItem *one = item(rowOf(id)))
        one->setText(title);
}

QString EntryList::currentId() const
{
    return entryOf(currentIndex()).id;
}

void EntryList::choose(const QString &id)
{
    if (const int row = rowOf(id); row >= 0)
        setCurrentRow(row);
}

int EntryList::rowOf(const QString &id) const
{
    for (int row = 0; row < count(); ++row)
        if (entryOf(model()->index(row, 0)).id == id)
            return row;
    return -1;
}

} // namespace beback::ui
