#include "ui/hour/hour_ring.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace beback::ui {

namespace {

constexpr int Across = 204, Thick = 12, ClockPixels = 44; // look.md: the clock of the hour is the largest figure there is

// As large as it may be inside the ring.
QFont clockFont(const QString &text, int wide)
{
    QFont font = beback::ui::font(Type::Figure);
    int pixels = scaled(ClockPixels);
    do
        font.setPixelSize(pixels);
    while (QFontMetrics(font).horizontalAdvance(text) > wide && --pixels > 12);
    return font;
}

QFont captionFont(const QString &text, int wide)
{
    for (const Type type : {Type::Body, Type::Label})
        if (QFontMetrics(beback::ui::font(type)).horizontalAdvance(text) <= wide)
            return beback::ui::font(type);
    return beback::ui::font(Type::Small);
}

} // namespace

QString clockText(Duration left)
{
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(std::max(Duration(0), left)).count();
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

HourRing::HourRing(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HourRing::show(Duration left, Duration whole, const QString &caption)
{
    const QString text = beback::ui::clockText(left);
    const double share = whole.count() > 0 ? std::clamp(double(left.count()) / double(whole.count()), 0.0, 1.0) : 0.0;
    if (text == m_clock && caption == m_caption)
        return;
    m_clock = text;
    m_caption = caption;
    m_share = share;
    setAccessibleName(tr("%1 %2", "time left, until when").arg(m_clock, m_caption));
    update();
}

QSize HourRing::sizeHint() const
{
    return {scaled(Across), scaled(Across)};
}

void HourRing::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const int across = std::min({width(), height(), scaled(Across)}), thick = scaled(Thick);
    const QRectF ring(QPointF((width() - across + thick) / 2.0, (height() - across + thick) / 2.0), QSizeF(across - thick, across - thick));
    p.setPen(QPen(t.border, thick));
    p.drawEllipse(ring);
    if (m_share > 0) {
        p.setPen(QPen(t.accent, thick, Qt::SolidLine, Qt::RoundCap));
        p.drawArc(ring, 90 * 16, -int(m_share * 360 * 16));
    }
    const QRect inside = ring.toRect().adjusted(thick, 0, -thick, 0);
    const QFont big = clockFont(m_clock, inside.width() - thick), small = captionFont(m_caption, inside.width() - thick);
    const int bigHigh = QFontMetrics(big).height(), smallHigh = QFontMetrics(small).height();
    const int top = inside.center().y() - (bigHigh + smallHigh) / 2;
    p.setFont(big);
    p.setPen(t.text);
    p.drawText(QRect(inside.x(), top, inside.width(), bigHigh), int(Qt::AlignCenter), m_clock);
    p.setFont(small);
    p.setPen(t.muted);
    p.drawText(QRect(inside.x(), top + bigHigh, inside.width(), smallHigh), int(Qt::AlignCenter),
               QFontMetrics(small).elidedText(m_caption, Qt::ElideRight, inside.width()));
}

} // namespace beback::ui
