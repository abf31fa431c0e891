#include "ui/campaigns/days_chart.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/style/paint.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int Ticks = 4, LeastDays = 12, MostDays = 36;

// The next of 1, 2, 5, 10 … for a tick, so that the scale reads in round numbers.
double roundTick(double least)
{
    const double unit = std::pow(10, std::floor(std::log10(std::max(least, 1.0))));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * unit >= least)
            return factor * unit;
    return 10 * unit;
}

} // namespace

DaysChart::DaysChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Touches a business day, day by day"));
}

void DaysChart::show(const DayLoads &loads)
{
    qsizetype until = LeastDays;
    for (qsizetype i = 0; i < loads.days.size(); ++i)
        if (loads.days[i].added > 0)
            until = std::max(until, i + 1);
    m_days = loads.days.mid(0, std::min<qsizetype>(until, MostDays));
    m_known = loads.isKnown;
    QStringList days;
    for (int i = 0; i < m_days.size(); ++i)
        days << tip(i);
    setAccessibleDescription(days.join(QLatin1Char(' ')));
    update();
}

QSize DaysChart::sizeHint() const
{
    return {scaled(420), scaled(170)};
}

QSize DaysChart::minimumSizeHint() const
{
    return {scaled(280), scaled(120)};
}

QRect DaysChart::plot() const
{
    const int label = lineHeight(Type::Small);
    return rect().adjusted(scaled(34), label, 0, -2 * label - scaled(4));
}

QRect DaysChart::column(int day) const
{
    const QRect area = plot();
    const int count = std::max(int(m_days.size()), 1);
    const int from = area.width() * day / count, until = area.width() * (day + 1) / count;
    return {area.x() + from, area.y(), until - from, area.height()};
}

// In the column of every day?
bool DaysChart::roomFor(const QString &text) const
{
    return QFontMetrics(beback::ui::font(Type::Small)).horizontalAdvance(text) <= plot().width() / std::max(int(m_days.size()), 1);
}

double DaysChart::top() const
{
    double most = 1;
    for (const DayLoad &day : m_days)
        most = std::max(most, double(std::max(day.planned + day.added, m_known ? day.capacity : 0)));
    return roundTick(most / Ticks) * Ticks;
}

int DaysChart::height(double touches) const
{
    return int(std::lround(plot().height() * touches / top()));
}

QString DaysChart::tip(int day) const
{
    const DayLoad &load = m_days[day];
    const QString said = tr("%1: %2 touches planned, this adds %3.").arg(campaign_words::day(load.day)).arg(load.planned).arg(load.added);
    return m_known ? said + QLatin1Char(' ') + tr("The day holds %1.").arg(load.capacity) : said;
}

bool DaysChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int i = 0; i < m_days.size(); ++i)
        if (column(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), tip(i), this);
    return true;
}

void DaysChart::paintScale(QPainter &p) const
{
    const Theme &t = Theme::current();
    const QRect area = plot();
    const QFont small = beback::ui::font(Type::Small);
    const int line = lineHeight(Type::Small);
    for (int i = 0; i <= Ticks; ++i) {
        const int y = area.bottom() - area.height() * i / Ticks;
        p.fillRect(QRect(area.x(), y, area.width(), 1), t.border);
        paint::elided(&p, QRect(0, y - line / 2, area.x() - scaled(6), line), QLocale().toString(top() * i / Ticks, 'g', 4), small, t.muted,
                      Qt::AlignRight | Qt::AlignVCenter);
    }
}

void DaysChart::paintDay(QPainter &p, int day) const
{
    const Theme &t = Theme::current();
    const DayLoad &load = m_days[day];
    const QRect area = plot(), slot = column(day);
    const QFont small = beback::ui::font(Type::Small);
    const int line = lineHeight(Type::Small);
    const int wide = std::min(slot.width() - scaled(6), scaled(40)), x = slot.x() + (slot.width() - wide) / 2;
    const int planned = height(load.planned), both = height(load.planned + load.added);
    p.fillRect(QRect(x, area.bottom() - planned + 1, wide, planned), t.hatch);
    p.fillRect(QRect(x, area.bottom() - both + 1, wide, both - planned), t.accent);
    if (load.added > 0 && roomFor(QStringLiteral("+00"))) // else the tip says it
        paint::elided(&p, QRect(slot.x(), area.bottom() - both + 1 - line, slot.width(), line), QStringLiteral("+%1").arg(load.added), small, t.text,
                      Qt::AlignCenter);
    if (roomFor(QStringLiteral("00 ")) || load.day.dayOfWeek() == Qt::Monday)
        paint::elided(&p, QRect(slot.center().x() - scaled(12), area.bottom() + scaled(4), scaled(24), line), QString::number(load.day.day()), small, t.muted,
                      Qt::AlignCenter);
    if (day == 0 || load.day.month() != m_days[day - 1].day.month())
        paintMonth(p, day);
}

// Its name, short where the next month begins soon after.
void DaysChart::paintMonth(QPainter &p, int day) const
{
    const QDate date = m_days[day].day;
    const auto next = std::find_if(m_days.cbegin() + day, m_days.cend(), [date](const DayLoad &one) { return one.day.month() != date.month(); });
    const int room = next == m_days.cend() ? scaled(120) : column(int(next - m_days.cbegin())).x() - column(day).x() - scaled(4);
    const QFont small = beback::ui::font(Type::Small);
    const int line = lineHeight(Type::Small);
    QString name = QLocale().toString(date, QStringLiteral("MMMM"));
    if (QFontMetrics(small).horizontalAdvance(name) > room)
        name = QLocale().toString(date, QStringLiteral("MMM"));
    paint::elided(&p, QRect(column(day).x(), plot().bottom() + scaled(4) + line, room, line), name, small, Theme::current().muted);
}

// Steps from weekday to weekday, as people work.
void DaysChart::paintCapacity(QPainter &p) const
{
    const Theme &t = Theme::current();
    const QRect area = plot();
    int before = -1;
    for (int i = 0; i < m_days.size(); ++i) {
        const QRect slot = column(i);
        const int y = area.bottom() - height(m_days[i].capacity);
        p.fillRect(QRect(slot.x(), y, slot.width(), 2), t.text);
        if (before >= 0)
            p.fillRect(QRect(slot.x(), std::min(y, before), 2, std::abs(y - before) + 2), t.text);
        before = y;
    }
}

void DaysChart::paintEvent(QPaintEvent *)
{
    if (m_days.isEmpty())
        return;
    QPainter p(this);
    paintScale(p);
    for (int i = 0; i < m_days.size(); ++i)
        paintDay(p, i);
    if (m_known)
        paintCapacity(p);
}

} // namespace beback::ui
