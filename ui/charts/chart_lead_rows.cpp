#include "ui/charts/chart_lead_rows.h"

#include "core/history/customer_state.h"
#include "ui/style/paint.h"

#include <QApplication>
#include <QLocale>

namespace beback::ui {

namespace {

constexpr int Side = 8;

bool isNumber(int column)
{
    return column == ChartLeadRows::Open || column == ChartLeadRows::Untouched;
}

QString attemptsText(const ChartLead &lead)
{
    if (lead.attempts == 0)
        return ChartLeadRows::tr("no attempt yet");
    return ChartLeadRows::tr("%1, %2 answered").arg(lead.attempts).arg(lead.reached);
}

QString stepText(const ChartLead &lead)
{
    if (!lead.nextStep.isEmpty())
        return lead.nextStep;
    switch (leadStatusFromText(lead.status)) {
    case LeadStatus::Sold: return ChartLeadRows::tr("Sold");
    case LeadStatus::Lost: return ChartLeadRows::tr("Lost");
    case LeadStatus::Duplicate: return ChartLeadRows::tr("A duplicate");
    case LeadStatus::Open: break;
    }
    return ChartLeadRows::tr("none planned");
}

// Marks from the left; how many older ones there are stands before them.
void paintMarks(QPainter *p, const QRect &rect, const ChartLead &lead)
{
    const QVector<AttemptMark> marks = marksFromText(lead.marks);
    if (marks.isEmpty())
        return paint::elided(p, rect, attemptsText(lead), beback::ui::font(Type::Body), Theme::current().muted);
    int left = rect.left();
    const int older = lead.attempts - int(marks.size());
    if (older > 0) {
        const QString more = QStringLiteral("+%1").arg(older);
        const QFont small = beback::ui::font(Type::Small);
        paint::elided(p, rect, more, small, Theme::current().muted);
        left += QFontMetrics(small).horizontalAdvance(more) + scaled(metrics::MarkGap);
    }
    paint::marks(p, left + paint::marksWidth(marks), rect.center().y() + 1, marks);
}

} // namespace

void ChartLeadRows::clear()
{
    beginResetModel();
    m_leads.clear();
    endResetModel();
}

void ChartLeadRows::add(const QVector<ChartLead> &leads)
{
    if (leads.isEmpty())
        return;
    const int before = rowCount();
    beginInsertRows({}, before, before + int(leads.size()) - 1);
    m_leads += leads;
    endInsertRows();
}

QString ChartLeadRows::text(const ChartLead &lead, int column) const
{
    switch (column) {
    case Customer: return lead.name.isEmpty() ? tr("No name") : lead.name;
    case Vehicle: return lead.vehicle.isEmpty() ? tr("No vehicle named") : lead.vehicle;
    case HeldBy: return lead.owner.isEmpty() ? tr("Anybody") : lead.owner;
    case Open: return tr("%1 d").arg(lead.openDays);
    case Untouched: return lead.untouchedDays < 0 ? tr("never") : tr("%1 d").arg(lead.untouchedDays);
    case Attempts: return attemptsText(lead);
    case NextStep: return stepText(lead);
    default: return {};
    }
}

QVariant ChartLeadRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChartLead &lead = m_leads[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(lead, column);
    case LeadRole: return QVariant::fromValue(lead);
    case Qt::TextAlignmentRole: return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return column == Untouched && lead.untouchedDays < 0 ? tr("never touched") : text(lead, column);
    default: return {};
    }
}

QVariant ChartLeadRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList heads = {tr("Customer"), tr("Vehicle"), tr("Held by"), tr("Open"), tr("Untouched"), tr("Attempts"), tr("Next step")};
    return role == Qt::DisplayRole ? QVariant(heads.value(section)) : QVariant();
}

QSize ChartLeadDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(80), std::max(scaled(metrics::TableRow), lineHeight(Type::Body) + 8)};
}

void ChartLeadDelegate::paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &t = Theme::current();
    const ChartLead lead = index.data(ChartLeadRows::LeadRole).value<ChartLead>();
    const int column = index.column();
    p->save();
    const bool selected = option.state & QStyle::State_Selected;
    p->fillRect(option.rect, selected ? t.accentSoft : option.state & QStyle::State_MouseOver ? t.hover : t.surface);
    p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    const QRect inside = option.rect.adjusted(scaled(Side), 0, -scaled(Side), -1);
    const bool muted = (column == ChartLeadRows::HeldBy && lead.owner.isEmpty()) || (column == ChartLeadRows::Vehicle && lead.vehicle.isEmpty())
                       || (column == ChartLeadRows::NextStep && lead.nextStep.isEmpty());
    if (column == ChartLeadRows::Attempts)
        paintMarks(p, inside, lead);
    else
        paint::elided(p, inside, index.data().toString(), beback::ui::font(column == ChartLeadRows::Customer ? Type::Strong : Type::Body),
                      column == ChartLeadRows::NextStep && lead.overdue ? t.danger : muted ? t.muted : t.text,
                      (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (option.state & QStyle::State_HasFocus)
        paint::focusRing(p, option.rect.adjusted(1, 1, -1, -2));
    p->restore();
}

} // namespace beback::ui
