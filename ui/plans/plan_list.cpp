#include "ui/plans/plan_list.h"

#include "ui/plans/plan_words.h"
#include "ui/style/paint.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace beback::ui {

namespace {

enum Role { IdRole = Qt::UserRole, LeadsRole, DraftRole, BeginsRole, VersionRole };

class PlanDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(200), std::max(scaled(52), lineHeight(Type::Body) + scaled(metrics::Chip) + scaled(14))};
    }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected;
        p->save();
        p->fillRect(option.rect, selected ? t.surface : option.state & QStyle::State_MouseOver ? t.hover : t.bg);
        p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
        if (selected)
            p->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
        const QRect inside = option.rect.adjusted(scaled(12), scaled(6), -scaled(12), -scaled(7));
        const QRect name(inside.x(), inside.y(), inside.width(), lineHeight(Type::Body));
        const QString leads = index.data(LeadsRole).toString();
        const int wide = QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(leads);
        paint::elided(p, name, leads, beback::ui::font(Type::Label), t.muted, Qt::AlignRight | Qt::AlignVCenter);
        paint::elided(p, name.adjusted(0, 0, -wide - scaled(8), 0), index.data().toString(), beback::ui::font(Type::Strong), t.text);
        const QRect below(inside.x(), name.bottom() + scaled(3), inside.width(), scaled(metrics::Chip));
        const QVector<paint::Chip> chips = chipsOf(index);
        if (chips.isEmpty())
            paint::elided(p, below, index.data(VersionRole).toString(), beback::ui::font(Type::Label), t.muted);
        else
            paint::chips(p, below, chips);
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(4, 1, -1, -2));
        p->restore();
    }

private:
    static QVector<paint::Chip> chipsOf(const QModelIndex &index)
    {
        QVector<paint::Chip> chips;
        if (const QString draft = index.data(DraftRole).toString(); !draft.isEmpty())
            chips << paint::Chip{Tone::Warning, QStringLiteral("document-edit"), draft};
        for (const QString &kind : index.data(BeginsRole).toStringList())
            chips << paint::Chip{Tone::Info, {}, kind};
        return chips;
    }
};

} // namespace

PlanList::PlanList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("plans.list"));
    setAccessibleName(tr("Plans"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new PlanDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !m_filling)
            Q_EMIT chosen(item->data(IdRole).toString());
    });
}

void PlanList::show(const PlanShelf &shelf, const QString &current)
{
    const QScopedValueRollback filling(m_filling, true);
    const int scrolled = verticalScrollBar()->value();
    clear();
    for (const PlanOnShelf &one : shelf.plans) {
        auto *item = new QListWidgetItem(one.shown().name, this);
        item->setData(IdRole, one.shown().id);
        item->setData(LeadsRole, tr("%n leads", nullptr, one.leads));
        item->setData(VersionRole, tr("Version %1").arg(one.shown().version));
        if (one.draft)
            item->setData(DraftRole, one.on ? tr("Draft of version %1").arg(one.draft->version) : tr("Draft"));
        QStringList begins;
        for (const LeadKind kind : AllLeadKinds)
            if (shelf.begins[size_t(kind)] == one.shown().id)
                begins << plan_words::newLeadsOf(kind);
        item->setData(BeginsRole, begins);
        item->setToolTip(one.shown().whom);
    }
    choose(current);
    if (!currentItem())
        setCurrentRow(0);
    verticalScrollBar()->setValue(scrolled);
    scrollToItem(currentItem());
}

QString PlanList::currentPlan() const
{
    return currentItem() ? currentItem()->data(IdRole).toString() : QString();
}

void PlanList::choose(const QString &id)
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(IdRole).toString() == id)
            setCurrentRow(i);
}

} // namespace beback::ui
