#include "ui/rules/rule_list.h"

#include "core/plan/rule_words.h"
#include "ui/style/paint.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace beback::ui {

namespace {

enum Role { IdRole = Qt::UserRole, SaysRole, ChipRole, ToneRole };

class RuleDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(200), std::max(scaled(48), lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(16))};
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
        QRect name(inside.x(), inside.y(), inside.width(), lineHeight(Type::Body));
        const paint::Chip chip{Tone(index.data(ToneRole).toInt()), {}, index.data(ChipRole).toString()};
        if (!chip.text.isEmpty()) {
            const int wide = paint::chipWidth(chip);
            paint::chip(p, inside.right() - wide, inside.y(), chip);
            name.setWidth(name.width() - wide - scaled(8));
        }
        paint::elided(p, name, index.data().toString(), beback::ui::font(Type::Strong), t.text);
        const QRect below(inside.x(), name.bottom() + scaled(3), inside.width(), lineHeight(Type::Label));
        paint::elided(p, below, index.data(SaysRole).toString(), beback::ui::font(Type::Label), t.muted);
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(4, 1, -1, -2));
        p->restore();
    }
};

} // namespace

RuleList::RuleList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("rules.list"));
    setAccessibleName(tr("Contact rules"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RuleDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !m_filling)
            Q_EMIT chosen(item->data(IdRole).toString());
    });
}

void RuleList::show(const RuleShelf &shelf, const QString &current)
{
    const QScopedValueRollback filling(m_filling, true);
    const int scrolled = verticalScrollBar()->value();
    clear();
    for (const RuleOnShelf &one : shelf.rules) {
        auto *item = new QListWidgetItem(tr("%1 · %2").arg(rulePlace(one.rule), ruleKindText(one.rule.kind)), this);
        item->setData(IdRole, one.rule.id);
        item->setData(SaysRole, ruleValueText(one.rule));
        item->setToolTip(ruleValueText(one.rule));
        if (one.shippedAnew) {
            item->setData(ChipRole, tr("Look again"));
            item->setData(ToneRole, int(Tone::Warning));
        } else if (one.coming || one.rule.version > 0) {
            item->setData(ChipRole, one.coming ? tr("Changes %1").arg(QLocale().toString(one.coming->effective, QStringLiteral("MMM d"))) : tr("Changed here"));
            item->setData(ToneRole, int(Tone::Info));
        }
    }
    choose(current);
    if (!currentItem())
        setCurrentRow(0);
    verticalScrollBar()->setValue(scrolled);
    scrollToItem(currentItem());
}

QString RuleList::currentRule() const
{
    return currentItem() ? currentItem()->data(IdRole).toString() : QString();
}

void RuleList::choose(const QString &id)
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(IdRole).toString() == id)
            setCurrentRow(i);
}

} // namespace beback::ui
