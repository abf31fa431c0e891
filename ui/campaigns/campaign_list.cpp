#include "ui/campaigns/campaign_list.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/style/paint.h"

#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace beback::ui {

namespace {

enum Role { IdRole = Qt::UserRole, PeopleRole, StateRole, ToneRole, IconRole };

class CampaignDelegate : public QStyledItemDelegate
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
        paint::elided(p, name, index.data().toString(), beback::ui::font(Type::Strong), t.text);
        const QRect below(inside.x(), name.bottom() + scaled(3), inside.width(), scaled(metrics::Chip));
        const paint::Chip chip{Tone(index.data(ToneRole).toInt()), index.data(IconRole).toString(), index.data(StateRole).toString()};
        const int wide = paint::chip(p, below.x(), below.y(), chip);
        paint::elided(p, below.adjusted(wide + scaled(8), 0, 0, 0), index.data(PeopleRole).toString(), beback::ui::font(Type::Label), t.muted);
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(4, 1, -1, -2));
        p->restore();
    }
};

QString peopleOf(const CampaignResult &one)
{
    if (one.stored.state == StoredCampaign::State::Draft)
        return {};
    const int reached = int(one.of(Came::Reached).size());
    const QString people = campaign_words::people(int(one.people.size()));
    return reached > 0 ? CampaignList::tr("%1, reached %2").arg(people).arg(reached) : people;
}

void dress(QListWidgetItem *item, const CampaignResult &one)
{
    const auto state = one.stored.state;
    const bool draft = state == StoredCampaign::State::Draft;
    item->setData(IdRole, one.stored.campaign.id);
    item->setData(StateRole, campaign_words::state(one));
    item->setData(ToneRole, int(draft || one.waiting > 0 ? Tone::Warning : state == StoredCampaign::State::Started ? Tone::Good : Tone::Neutral));
    item->setData(IconRole, draft ? QStringLiteral("document-edit") : QString());
    item->setData(PeopleRole, peopleOf(one));
    item->setData(Qt::AccessibleTextRole, QStringList{one.stored.campaign.title, campaign_words::state(one), peopleOf(one)}.join(QStringLiteral(", ")));
}

} // namespace

CampaignList::CampaignList(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("campaigns.list"));
    setAccessibleName(tr("Campaigns"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new CampaignDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item && !m_filling)
            Q_EMIT chosen(item->data(IdRole).toString());
    });
}

void CampaignList::show(const CampaignShelf &shelf, const QString &current)
{
    const QScopedValueRollback filling(m_filling, true);
    clear();
    for (const CampaignResult &one : shelf.campaigns) {
        auto *item = new QListWidgetItem(one.stored.campaign.title, this);
        dress(item, one);
        item->setToolTip(one.stored.campaign.says);
    }
    choose(current);
    if (!currentItem())
        setCurrentRow(0);
}

QString CampaignList::currentCampaign() const
{
    return currentItem() ? currentItem()->data(IdRole).toString() : QString();
}

void CampaignList::choose(const QString &id)
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(IdRole).toString() == id)
            setCurrentRow(i);
}

void CampaignList::setTitle(const QString &id, const QString &title)
{
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(IdRole).toString() == id)
            item(i)->setText(title);
}

} // namespace beback::ui
