#include "ui/widgets/card.h"

#include "ui/style/paint.h"

#include <QPainterPath>

namespace beback::ui {

Card::Card(QWidget *parent) : QFrame(parent) {}

void Card::setFill(Fill fill)
{
    m_fill = fill;
    update();
}

void Card::setAccentEdge(bool on)
{
    m_accent = on;
    update();
}

void Card::setDangerEdge(bool on)
{
    m_danger = on;
    update();
}

void Card::setDashed(bool on)
{
    m_dashed = on;
    update();
}

void Card::setBar(std::optional<Medium> medium)
{
    m_bar = medium;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, metrics::RadiusCard, metrics::RadiusCard);
    switch (m_fill) {
    case Fill::Raised: p.fillPath(shape, t.raised); break;
    case Fill::Surface: p.fillPath(shape, t.surface); break;
    case Fill::AccentSoft: p.fillPath(shape, t.accentSoft); break;
    case Fill::Bg: p.fillPath(shape, t.bg); break;
    case Fill::None: break;
    }
    p.setPen(QPen(m_danger ? t.danger : m_accent ? t.accent : t.border, 1, m_dashed ? Qt::DashLine : Qt::SolidLine));
    p.setBrush(Qt::NoBrush);
    p.drawPath(shape);
    if (m_bar) {
        p.setClipPath(shape);
        p.fillRect(QRectF(0, 0, 3, height()), t.medium(*m_bar));
    }
}

Rule::Rule(Qt::Orientation orientation, QWidget *parent) : QFrame(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().border);
}

} // namespace beback::ui
