#include "ui/plans/load_chart.h"

#include "ui/plans/plan_words.h"
#include "ui/style/paint.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <cmath>

namespace beback::ui {

namespace {

constexpr int Ticks = 4;

// The next of 1, 2, 5, 10 … for a tick, so that the scale reads in round numbers.
double roundTick(double least)
{
    const double unit = std::pow(10, std::floor(std::log10(std::max(least, 0.1))));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * unit >= least)
            return factor * unit;
    return 10 * unit;
}

} // namespace

LoadChart::LoadChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Touches a business day, week by week"));
}

void LoadChart::show(const QVector<LoadWeek> &before, const QVector<LoadWeek> &after)
{
    m_before = before;
    m_after = after;
    QStringList weeks;
    for (int i = 0; i < m_after.size(); ++i)
        weeks << tip(i);
    setAccessibleDescription(weeks.join(QLatin1Char(' ')));
    update();
}

QSize LoadChart::sizeHint() const
{
    return {scaled(420), scaled(180)};
}

QSize LoadChart::minimumSizeHint() const
{
    return {scaled(280), scaled(110)};
}

QRect LoadChart::plot() const
{
    const int label = lineHeight(Type::Small);
    return rect().adjusted(scaled(34), label, 0, -label - scaled(4));
}

QRect LoadChart::column(int week) const
{
    const QRect area = plot();
    const int wide = area.width() / std::max(int(m_after.size()), 1);
    return {area.x() + week * wide, area.y(), wide, area.height()};
}

double LoadChart::top() const
{
    double most = 0.1;
    for (const auto *weeks : {&m_before, &m_after})
        for (const LoadWeek &week : *weeks)
            most = std::max(most, week.total());
    return roundTick(most / Ticks) * Ticks;
}

QString LoadChart::tip(int week) const
{
    return tr("Week of %1: %2 touches a day, now %3.")
        .arg(QLocale().toString(m_after[week].from, QStringLiteral("MMM d")), plan_words::number(m_after[week].total()),
             plan_words::number(m_before[week].total()));
}

bool LoadChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int i = 0; i < m_after.size(); ++i)
        if (column(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), tip(i), this);
    return true;
}

void LoadChart::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = Theme::current();
    const QRect area = plot();
    const double scale = top();
    p.setFont(beback::ui::font(Type::Small));
    for (int i = 0; i <= Ticks; ++i) {
        const int y = area.bottom() - area.height() * i / Ticks;
        p.fillRect(QRect(area.x(), y, area.width(), 1), t.border);
        const QString text = QLocale().toString(scale * i / Ticks, 'g', 3);
        paint::elided(&p, QRect(0, y - lineHeight(Type::Small) / 2, area.x() - scaled(6), lineHeight(Type::Small)), text, beback::ui::font(Type::Small), t.muted,
                      Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int i = 0; i < m_after.size(); ++i) {
        const QRect slot = column(i);
        const int wide = std::min(slot.width() - scaled(10), scaled(52)), x = slot.x() + (slot.width() - wide) / 2;
        const double before = m_before[i].total(), after = m_after[i].total();
        const auto bar = [&](double from, double until) {
            const int low = int(std::lround(area.height() * from / scale)), high = int(std::lround(area.height() * until / scale));
            return QRect(x, area.bottom() - high + 1, wide, high - low);
        };
        p.fillRect(bar(0, std::min(before, after)), t.hatch);
        if (after > before)
            p.fillRect(bar(before, after), t.accent);
        else if (before > after)
            paint::box(&p, bar(after, before), {}, t.edge, 0);
        const int line = lineHeight(Type::Small);
        const QRect crown(slot.x(), bar(0, std::max(before, after)).y() - line, slot.width(), line);
        paint::elided(&p, crown, plan_words::number(after), beback::ui::font(Type::Small), t.text, Qt::AlignCenter);
        paint::elided(&p, QRect(slot.x(), area.bottom() + scaled(4), slot.width(), line), QLocale().toString(m_after[i].from, QStringLiteral("MMM d")),
                      beback::ui::font(Type::Small), t.muted, Qt::AlignCenter);
    }
}

} // namespace beback::ui
