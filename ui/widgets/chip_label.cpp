#include "ui/widgets/chip_label.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

namespace beback::ui {

namespace {

constexpr int KeyGap = 6;

} // namespace

ChipLabel::ChipLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

ChipLabel::ChipLabel(Tone tone, const QString &icon, const QString &text, QWidget *parent) : ChipLabel(parent)
{
    setChip({tone, icon, text});
}

void ChipLabel::setChip(const paint::Chip &chip)
{
    m_chip = chip;
    setAccessibleName(chip.text);
    setVisible(!chip.text.isEmpty() || !chip.icon.isEmpty());
    updateGeometry();
    update();
}

void ChipLabel::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void ChipLabel::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
    update();
}

int ChipLabel::height() const
{
    const int small = QFontMetrics(beback::ui::font(Type::Small)).height();
    return std::max(scaled(m_tall ? metrics::ButtonTall : metrics::Chip), small + 2);
}

QSize ChipLabel::sizeHint() const
{
    const int pad = m_tall ? 2 * scaled(4) : 0;
    const int key = m_key.isEmpty() ? 0 : paint::keyCapWidth(m_key) + scaled(KeyGap) + 2; // whole pixels cost a little
    return {paint::chipWidth(m_chip) + key + pad, height()};
}

QSize ChipLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), scaled(48)), height()};
}

bool ChipLabel::isCut() const
{
    return width() < sizeHint().width();
}

bool ChipLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_chip.text, this);
        return true;
    }
    return QWidget::event(event);
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const QSize wanted = sizeHint();
    const QRect area(0, (QWidget::height() - wanted.height()) / 2, std::min(width(), wanted.width()), wanted.height());
    if (!m_tall && m_key.isEmpty()) {
        paint::chips(&p, area, {m_chip});
        return;
    }
    const QColor ink = toneText(m_chip.tone);
    const bool neutral = m_chip.tone == Tone::Neutral, must = m_chip.tone == Tone::Must;
    paint::box(&p, area, must ? QColor() : toneFill(m_chip.tone),
               must      ? ink
               : neutral ? Theme::current().border
                         : QColor());
    const int icon = m_chip.icon.isEmpty() ? 0 : scaled(metrics::IconSmall), gap = scaled(4);
    const int pad = scaled(m_tall ? 10 : 6), key = paint::keyCapWidth(m_key);
    int x = area.x() + pad;
    const int middle = area.y() + area.height() / 2;
    paint::glyph(&p, QRect(x, middle - icon / 2, icon, icon), m_chip.icon, ink);
    x += icon ? icon + gap : 0;
    const int end = area.right() + 1 - pad - (key ? key + scaled(KeyGap) : 0);
    paint::elided(&p, QRect(x, area.y(), end - x, area.height()), m_chip.text,
                  beback::ui::font(must ? Type::Overline : Type::Small), ink);
    paint::keyCap(&p, area.right() + 1 - pad - key, middle, m_key, ink);
}

} // namespace beback::ui
