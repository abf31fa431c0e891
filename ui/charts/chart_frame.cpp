#include "ui/charts/chart_frame.h"

#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace beback::ui {

namespace {

constexpr int TickAir = 6, LabelAir = 4, LabelsApart = 6, RightAir = 6;
constexpr double Steps = 4; // five lines with that of 0

// WCAG 2.1, relative luminance.
double luminance(const QColor &color)
{
    const auto part = [](float of) {
        const double c = double(of);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

double roundStep(double least, bool isShare)
{
    const double unit = std::pow(10, std::floor(std::log10(least)));
    const bool quarters = isShare && unit > 0.05; // 25 %; 2.5 % would be written as 3 %
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * unit >= least - 1e-12 && (quarters || factor != 2.5))
            return factor * unit;
    return 10 * unit;
}

} // namespace

ChartScale chartScale(double most, bool isShare)
{
    if (isShare && most <= 0)
        return {1, 0.25};
    const double least = isShare ? 0.01 : 1;
    const double step = std::max(least, roundStep(std::max(most / Steps, least / 10), isShare));
    const double top = step * std::max(1.0, std::ceil(most / step - 1e-9));
    return {isShare ? std::min(top, 1.0) : top, step};
}

ChartFill seriesFill(const Chart &chart, int series)
{
    const Theme &t = Theme::current();
    const int count = int(chart.series.size());
    const ChartFill hollow{t.surface, t.edge}, strong{t.accent, {}}, mid{t.seriesB, {}}, gray{t.edge, {}}, pale{t.hatch, {}};
    // Media keep the hues they have everywhere; no chart shows them and states together.
    if (const auto medium = mediumFromText(chart.series[series].key))
        return {t.medium(*medium), {}};
    if (count == 1)
        return strong;
    // Mostly what is wanted stands last, and is the strongest; not where it stands first, and what does not fit is over.
    const QString &key = chart.series[series].key;
    if (key == QLatin1String("left_over"))
        return {t.danger, {}};
    if (key == QLatin1String("fits") || key == QLatin1String("taken") || (count == 2 && key == QLatin1String("answered")))
        return strong;
    if (key == QLatin1String("passed") || key == QLatin1String("not_asked"))
        return hollow;
    const QVector<ChartFill> fills = count == 2   ? QVector<ChartFill>{hollow, strong}
                                     : count == 3 ? QVector<ChartFill>{hollow, mid, strong}
                                     : count == 4 ? QVector<ChartFill>{hollow, pale, mid, strong}
                                                  : QVector<ChartFill>{hollow, pale, gray, mid, strong};
    return fills[series % fills.size()];
}

QColor lineInk(int series)
{
    const Theme &t = Theme::current();
    return std::array{t.accent, t.seriesB, t.edge, t.text}[size_t(series) % 4];
}

void paintPart(QPainter *p, const QRectF &rect, const ChartFill &fill)
{
    if (rect.height() <= 0 || rect.width() <= 0)
        return;
    if (!fill.edge.isValid())
        return p->fillRect(rect, fill.fill);
    constexpr double line = 1.3;
    const double inset = std::min({line / 2, rect.height() / 2, rect.width() / 2});
    p->setPen(QPen(fill.edge, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    p->setBrush(fill.fill);
    p->drawRect(rect.adjusted(inset, inset, -inset, -inset));
}

void paintTooFew(QPainter *p, const QRectF &rect)
{
    const Theme &t = Theme::current();
    paint::box(p, rect, {}, t.border, 2);
    const double air = std::min(4.0, rect.height() / 4);
    p->setPen(QPen(t.border, 1));
    p->drawLine(rect.bottomLeft() + QPointF(air, -air), rect.topRight() + QPointF(-air, air));
}

void paintWhisker(QPainter *p, double x, double low, double high)
{
    const double half = scaled(4);
    p->setPen(QPen(Theme::current().edge, 1.5, Qt::SolidLine, Qt::FlatCap));
    p->drawLine(QPointF(x, low), QPointF(x, high));
    p->drawLine(QPointF(x - half, low), QPointF(x + half, low));
    p->drawLine(QPointF(x - half, high), QPointF(x + half, high));
}

void paintBefore(QPainter *p, const QLineF &across)
{
    const Theme &t = Theme::current();
    if (across.isNull())
        return;
    p->setPen(QPen(t.surface, 4.5, Qt::SolidLine, Qt::FlatCap));
    p->drawLine(across);
    p->setPen(QPen(t.text, 1.8, Qt::SolidLine, Qt::FlatCap));
    p->drawLine(across);
}

QPen beforePen()
{
    return QPen(Theme::current().muted, 1.5, Qt::DotLine, Qt::RoundCap, Qt::RoundJoin);
}

QColor readableOn(const QColor &ground, const QColor &one, const QColor &other)
{
    return contrast(ground, one) >= contrast(ground, other) ? one : other;
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(part(under.red(), over.red()), part(under.green(), over.green()), part(under.blue(), over.blue()));
}

ChartFrame::ChartFrame(const Chart &chart, const QRectF &rect, double most, int above)
    : m_chart(chart), m_rect(rect), m_scale(chartScale(most, chart.isShare))
{
    const QFontMetricsF small(beback::ui::font(Type::Small));
    double wide = 0;
    for (double value = 0; value <= m_scale.top + 1e-9; value += m_scale.step)
        wide = std::max(wide, small.horizontalAdvance(tickText(value)));
    const int line = lineHeight(Type::Small);
    const int below = line + scaled(LabelAir) + (chart.axis.isEmpty() ? 0 : line);
    m_plot = rect.adjusted(std::ceil(wide) + scaled(TickAir), above, -scaled(RightAir), -below - scaled(2));
}

QRectF ChartFrame::column(int mark) const
{
    const double wide = m_plot.width() / std::max(1, chart_spots::marks(m_chart));
    return {m_plot.x() + mark * wide, m_plot.y(), wide, m_plot.height()};
}

double ChartFrame::y(double value) const
{
    return m_plot.bottom() - m_plot.height() * std::clamp(value / m_scale.top, 0.0, 1.0);
}

int ChartFrame::markAt(QPointF point) const
{
    const int count = chart_spots::marks(m_chart);
    if (count == 0 || point.x() < m_plot.left() || point.x() >= m_plot.right() || point.y() < m_rect.top() || point.y() > m_rect.bottom())
        return -1;
    return std::clamp(int((point.x() - m_plot.left()) / m_plot.width() * count), 0, count - 1);
}

QString ChartFrame::tickText(double value) const
{
    return m_chart.isShare ? chart_text::percent(value) : chart_text::number(value);
}

void ChartFrame::paintGrid(QPainter *p) const
{
    const Theme &t = Theme::current();
    const int line = lineHeight(Type::Small);
    for (double value = 0; value <= m_scale.top + 1e-9; value += m_scale.step) {
        const int at = int(std::lround(y(value)));
        p->fillRect(QRect(int(m_plot.left()), at, int(m_plot.width()), 1), t.border);
        const QRect text(int(m_rect.left()), at - line / 2, int(m_plot.left() - m_rect.left()) - scaled(TickAir) + 1, line);
        p->setFont(beback::ui::font(Type::Small));
        p->setPen(t.muted);
        p->drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, tickText(value));
    }
}

// Every one where all find room; else every second, third … so that none lies over another.
QVector<QRectF> ChartFrame::labels() const
{
    const QFontMetricsF strong(beback::ui::font(Type::Overline)); // a chosen one is written in it
    const int count = chart_spots::marks(m_chart);
    double widest = 1;
    for (int i = 0; i < count; ++i)
        widest = std::max(widest, strong.horizontalAdvance(m_chart.series.first().marks[i].label) + scaled(LabelsApart));
    const double room = m_plot.width() / std::max(1, count);
    const int each = room <= 0 ? count + 1 : std::max(1, int(std::ceil(widest / room)));
    QVector<QRectF> places(count);
    for (int i = 0; i < count; i += each) {
        const double middle = column(i).center().x();
        places[i] = QRectF(middle - widest / 2, m_plot.bottom() + scaled(LabelAir), widest, lineHeight(Type::Small));
    }
    return places;
}

void ChartFrame::paintLabels(QPainter *p, int chosen) const
{
    const Theme &t = Theme::current();
    const QVector<QRectF> places = labels();
    for (int i = 0; i < places.size(); ++i) {
        if (places[i].isNull())
            continue;
        p->setFont(beback::ui::font(i == chosen ? Type::Overline : Type::Small));
        p->setPen(i == chosen ? t.text : t.muted);
        p->drawText(places[i], Qt::AlignCenter | Qt::TextDontClip, m_chart.series.first().marks[i].label);
    }
    const int line = lineHeight(Type::Small);
    const QRectF axis(m_plot.x(), m_plot.bottom() + scaled(LabelAir) + line, m_plot.width(), line);
    paint::elided(p, axis.toRect(), m_chart.axis, beback::ui::font(Type::Small), t.muted, Qt::AlignCenter);
}

} // namespace beback::ui
