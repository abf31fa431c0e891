#include "ui/plans/plan_lanes.h"

#include "ui/models/terms.h"
#include "ui/plans/plan_words.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace beback::ui {

namespace {

constexpr int Head = 26, Lane = 44, Box = 36, Label = 92, ColumnLeast = 92, Gap = 4, Bar = 3;

}

PlanLanes::PlanLanes(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("plans.lanes"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Steps of the plan"));
}

void PlanLanes::show(const Plan &plan, bool editable)
{
    m_plan = plan;
    m_editable = editable;
    m_current = std::clamp(m_current, 0, std::max(int(plan.steps.size()) - 1, 0));
    arrange();
    describe();
    updateGeometry();
    update();
}

// Steps of one day share a column, unless two of them are of one medium.
void PlanLanes::arrange()
{
    m_lanes = {Medium::Call, Medium::Text, Medium::Email, Medium::Note, Medium::Visit};
    m_columns.clear();
    m_columnDays.clear();
    QVector<Medium> taken; // in the column that is filled now
    for (const PlanStep &step : std::as_const(m_plan.steps)) {
        if (!m_lanes.contains(step.medium))
            m_lanes << step.medium;
        const QString day = plan_words::dayOf(step);
        if (m_columnDays.isEmpty() || m_columnDays.last() != day || taken.contains(step.medium) || step.from == PlanStep::From::Previous) {
            m_columnDays << day;
            taken.clear();
        }
        taken << step.medium;
        m_columns << int(m_columnDays.size()) - 1;
    }
}

void PlanLanes::describe()
{
    if (m_plan.steps.isEmpty())
        return;
    const PlanStep &step = m_plan.steps.at(m_current);
    setAccessibleDescription(tr("Step %1 of %2: %3, %4, %5. %6")
                                 .arg(m_current + 1).arg(m_plan.steps.size())
                                 .arg(plan_words::dayOf(step), terms::medium(step.medium), plan_words::part(step.part), step.purpose));
}

void PlanLanes::setCurrent(int step)
{
    if (step < 0 || step >= m_plan.steps.size() || step == m_current)
        return;
    m_current = step;
    describe();
    update();
    Q_EMIT currentChanged(step);
}

QSize PlanLanes::sizeHint() const
{
    return {scaled(Label) + int(m_columnDays.size()) * scaled(ColumnLeast), scaled(Head) + int(m_lanes.size()) * scaled(Lane) + 1};
}

int PlanLanes::laneOf(Medium medium) const
{
    return int(m_lanes.indexOf(medium));
}

int PlanLanes::columnLeft(int column) const
{
    const int columns = std::max(int(m_columnDays.size()), 1), room = std::max(width() - scaled(Label), columns * scaled(ColumnLeast));
    return scaled(Label) + column * std::min(room / columns, scaled(160));
}

QRect PlanLanes::boxOf(int step) const
{
    const int column = m_columns.value(step), left = columnLeft(column);
    const int top = scaled(Head) + laneOf(m_plan.steps.at(step).medium) * scaled(Lane) + (scaled(Lane) - scaled(Box)) / 2;
    return {left, top, columnLeft(column + 1) - left - scaled(Gap), scaled(Box)};
}

int PlanLanes::stepAt(const QPoint &point) const
{
    for (int i = 0; i < m_plan.steps.size(); ++i)
        if (boxOf(i).contains(point))
            return i;
    return -1;
}

bool PlanLanes::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const int step = stepAt(help->pos()); step >= 0)
        QToolTip::showText(help->globalPos(), m_plan.steps.at(step).purpose, this);
    else
        QToolTip::hideText();
    return true;
}

void PlanLanes::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    const int last = int(m_plan.steps.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        if (!alt)
            return setCurrent(m_current + by);
        if (m_editable)
            Q_EMIT moveAsked(by);
        return;
    }
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(last);
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT editAsked(); return;
    default: break;
    }
    if (m_editable && event->key() == Qt::Key_Insert)
        Q_EMIT addAsked();
    else if (m_editable && event->key() == Qt::Key_Delete)
        Q_EMIT removeAsked();
    else if (m_editable && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus))
        Q_EMIT dayAsked(event->key() == Qt::Key_Plus ? 1 : -1);
    else
        QWidget::keyPressEvent(event);
}

void PlanLanes::mousePressEvent(QMouseEvent *event)
{
    setCurrent(stepAt(event->pos()));
}

void PlanLanes::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (stepAt(event->pos()) >= 0)
        Q_EMIT editAsked();
}

void PlanLanes::focusInEvent(QFocusEvent *)
{
    update();
}

void PlanLanes::focusOutEvent(QFocusEvent *)
{
    update();
}

void PlanLanes::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paintLanes(&p);
    for (int i = 0; i < m_plan.steps.size(); ++i)
        paintBox(&p, i);
}

void PlanLanes::paintLanes(QPainter *p) const
{
    const Theme &t = Theme::current();
    p->fillRect(rect(), t.surface);
    for (int i = 0; i < m_columnDays.size(); ++i)
        if (i == 0 || m_columnDays[i] != m_columnDays[i - 1])
            paint::elided(p, QRect(columnLeft(i), 0, columnLeft(i + 1) - columnLeft(i), scaled(Head)), m_columnDays[i], beback::ui::font(Type::Overline), t.muted);
    for (int lane = 0; lane < m_lanes.size(); ++lane) {
        const int top = scaled(Head) + lane * scaled(Lane), size = scaled(metrics::Icon);
        p->fillRect(QRect(0, top, width(), 1), t.border);
        paint::glyph(p, QRect(scaled(12), top + (scaled(Lane) - size) / 2, size, size), icons::nameOf(m_lanes[lane]), t.medium(m_lanes[lane]));
        paint::elided(p, QRect(scaled(34), top, scaled(Label - 38), scaled(Lane)), terms::medium(m_lanes[lane]), beback::ui::font(Type::Label), t.text);
    }
}

void PlanLanes::paintBox(QPainter *p, int step) const
{
    const Theme &t = Theme::current();
    const PlanStep &one = m_plan.steps.at(step);
    const QRect box = boxOf(step);
    const bool chosen = step == m_current;
    paint::box(p, box, chosen ? t.accentSoft : t.raised, chosen ? t.accent : t.border);
    p->fillRect(QRect(box.x(), box.y(), scaled(Bar), box.height()), t.medium(one.medium));
    const QRect text = box.adjusted(scaled(Bar + 5), scaled(2), -scaled(3), -scaled(2));
    const int half = text.height() / 2;
    const QString why = one.purpose.trimmed().isEmpty() ? tr("No reason yet") : one.purpose;
    paint::elided(p, QRect(text.x(), text.y(), text.width(), half), why, beback::ui::font(Type::Overline), t.text);
    paint::elided(p, QRect(text.x(), text.y() + half, text.width(), half), plan_words::part(one.part), beback::ui::font(Type::Small), t.muted);
    if (chosen && hasFocus())
        paint::focusRing(p, box.adjusted(-1, -1, 1, 1));
}

} // namespace beback::ui
