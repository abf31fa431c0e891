#include "ui/campaigns/people_groups.h"

#include "ui/style/paint.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

namespace beback::ui {

namespace {

enum Role { KeyRole = Qt::UserRole, CountRole, MainRole, DetailRole, WhenRole };
constexpr int CountWide = 44;

void paintRow(QPainter *p, const QStyleOptionViewItem &option, bool lines)
{
    const Theme &t = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    p->fillRect(option.rect, selected ? t.accentSoft : option.state & QStyle::State_MouseOver ? t.hover : QColor(Qt::transparent));
    if (lines)
        p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, option.rect.adjusted(1, 1, -1, -2));
}

class CountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {scaled(180), scaled(metrics::TableRow)}; }
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        p->save();
        paintRow(p, option, false);
        const bool main = index.data(MainRole).toBool();
        const QRect inside = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
        const QRect count(inside.x(), inside.y(), scaled(CountWide), inside.height());
        paint::elided(p, count, index.data(CountRole).toString(), beback::ui::font(Type::Strong), main ? t.accent : t.text, Qt::AlignRight | Qt::AlignVCenter);
        paint::elided(p, inside.adjusted(count.width() + scaled(10), 0, 0, 0), index.data().toString(), beback::ui::font(main ? Type::Strong : Type::Body), t.text);
        p->restore();
    }
};

class PersonDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(200), lineHeight(Type::Body) + lineHeight(Type::Label) + scaled(9)};
    }
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        p->save();
        paintRow(p, option, true);
        const QRect inside = option.rect.adjusted(scaled(8), scaled(4), -scaled(8), -scaled(4));
        const QRect name(inside.x(), inside.y(), inside.width(), lineHeight(Type::Body));
        const QString when = index.data(WhenRole).toString();
        const int wide = QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(when);
        paint::elided(p, name, when, beback::ui::font(Type::Label), t.muted, Qt::AlignRight | Qt::AlignVCenter);
        paint::elided(p, name.adjusted(0, 0, -wide - scaled(8), 0), index.data().toString(), beback::ui::font(Type::Strong), t.text);
        paint::elided(p, QRect(inside.x(), name.bottom() + 1, inside.width(), lineHeight(Type::Label)), index.data(DetailRole).toString(),
                      beback::ui::font(Type::Label), t.muted);
        p->restore();
    }
};

QListWidget *list(const QString &object, const QString &name)
{
    auto *made = new QListWidget;
    made->setObjectName(object);
    made->setAccessibleName(name);
    made->setFrameShape(QFrame::NoFrame);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setMouseTracking(true);
    made->viewport()->setAutoFillBackground(false);
    made->setUniformItemSizes(true);
    return made;
}

} // namespace

PeopleGroups::PeopleGroups(const char *name, const QString &title, QWidget *parent) : QWidget(parent)
{
    const QString object = QStringLiteral("campaigns.") + QLatin1String(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_counts = list(object, title);
    m_counts->setItemDelegate(new CountDelegate(m_counts));
    m_people = list(object + QStringLiteral(".people"), tr("Who they are"));
    m_people->setItemDelegate(new PersonDelegate(m_people));
    row->addWidget(m_counts, 6);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(m_people, 5);
    connect(m_counts, &QListWidget::currentRowChanged, this, &PeopleGroups::showPeople);
    connect(m_people, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        for (const Group &group : std::as_const(m_groups))
            if (group.key == currentKey()) {
                const Person &one = group.people.at(m_people->row(item));
                Q_EMIT lookAsked(one.customer, one.lead);
                return;
            }
    });
}

void PeopleGroups::show(const QVector<Group> &groups)
{
    const QString before = currentKey();
    {
        const QSignalBlocker quiet(m_counts);
        m_groups = groups;
        m_counts->clear();
        for (const Group &group : groups) {
            auto *item = new QListWidgetItem(group.text, m_counts);
            item->setData(KeyRole, group.key);
            item->setData(CountRole, QLocale().toString(group.people.size()));
            item->setData(MainRole, group.isMain);
            item->setData(Qt::AccessibleTextRole, QStringLiteral("%1 %2").arg(group.people.size()).arg(group.text));
            item->setToolTip(group.text);
            if (group.key == before)
                m_counts->setCurrentItem(item);
        }
        if (!m_counts->currentItem() && m_counts->count() > 0)
            m_counts->setCurrentRow(0);
    }
    showPeople();
}

QString PeopleGroups::currentKey() const
{
    return m_counts->currentItem() ? m_counts->currentItem()->data(KeyRole).toString() : QString();
}

void PeopleGroups::showPeople()
{
    m_people->clear();
    for (const Group &group : std::as_const(m_groups)) {
        if (group.key != currentKey())
            continue;
        for (const Person &one : group.people) {
            auto *item = new QListWidgetItem(one.name, m_people);
            item->setData(DetailRole, one.detail);
            item->setData(WhenRole, one.when);
            item->setData(Qt::AccessibleTextRole, QStringList{one.name, one.detail, one.when}.join(QStringLiteral(", ")));
        }
    }
}

} // namespace beback::ui
