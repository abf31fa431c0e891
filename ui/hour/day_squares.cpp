#include "ui/hour/day_squares.h"

#include "ui/style/paint.h"

#include <QLocale>

namespace beback::ui {

namespace {

constexpr int Side = 26, Gap = 4;

} // namespace

QString streakText(const HourView &view)
{
    if (view.streak == 0)
        return DaySquares::tr("No days in a row yet");
    if (view.keptToday)
        return view.streak == 1 ? DaySquares::tr("Kept today") : DaySquares::tr("%n days in a row", nullptr, view.streak);
    return DaySquares::tr("%n days in a row, and today to come", nullptr, view.streak);
}

DaySquares::DaySquares(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DaySquares::show(const QVector<HourView::Day> &days)
{
    if (m_days == days)
        return;
    m_days = days;
    QStringList spoken;
    for (const HourView::Day &day : days)
        spoken << (day.kept ? tr("%1 kept") : tr("%1 not kept")).arg(QLocale().dayName(day.date.dayOfWeek()));
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize DaySquares::sizeHint() const
{
    const int n = std::max(1, int(m_days.size()));
    return {n * scaled(Side) + (n - 1) * scaled(Gap), scaled(Side)};
}

QSize DaySquares::minimumSizeHint() const
{
    return {sizeHint().width() * 2 / 3, scaled(Side)};
}

void DaySquares::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    const int gap = scaled(Gap), days = std::max(1, int(m_days.size()));
    const int side = std::min(scaled(Side), (width() - (days - 1) * gap) / days);
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        const HourView::Day &day = m_days[i];
        const bool today = i == m_days.size() - 1;
        const QRect box(int(i) * (side + gap), 0, side, side);
        paint::box(&p, box, day.kept ? t.accent : QColor(), day.kept ? t.accent : today ? t.accent : t.edge, scaled(metrics::Radius));
        p.setFont(beback::ui::font(day.kept ? Type::Overline : Type::Small));
        p.setPen(day.kept ? t.onAccent : today ? t.text : t.muted);
        p.drawText(box, int(Qt::AlignCenter), QLocale().dayName(day.date.dayOfWeek(), QLocale::NarrowFormat));
    }
}

} // namespace beback::ui
