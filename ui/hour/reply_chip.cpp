#include "ui/hour/reply_chip.h"

#include "ui/style/paint.h"

namespace beback::ui {

namespace {

constexpr int Pad = 8, Gap = 6, Least = 180;

}

ReplyChip::ReplyChip(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    hide();
}

void ReplyChip::say(const QString &sentence)
{
    setText(sentence);
    setToolTip(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    updateGeometry();
    update();
}

void ReplyChip::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
}

QSize ReplyChip::sizeHint() const
{
    const int words = QFontMetrics(beback::ui::font(Type::Label)).horizontalAdvance(text()) + 1;
    const int cap = m_key.isEmpty() ? 0 : scaled(Gap) + paint::keyCapWidth(m_key);
    return {2 * scaled(Pad) + scaled(metrics::Icon) + scaled(Gap) + words + cap, scaled(metrics::Button)};
}

QSize ReplyChip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), scaled(Least)), scaled(metrics::Button)};
}

void ReplyChip::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter p(this);
    paint::box(&p, rect(), t.infoSoft, underMouse() ? t.info : QColor());
    const int icon = scaled(metrics::Icon);
    QRect line = rect().adjusted(scaled(Pad), 0, -scaled(Pad), 0);
    paint::glyph(&p, QRect(line.x(), line.center().y() - icon / 2, icon, icon), QStringLiteral("dialog-messages"), t.info);
    line.setLeft(line.left() + icon + scaled(Gap));
    if (!m_key.isEmpty()) {
        const int wide = paint::keyCapWidth(m_key);
        paint::keyCap(&p, line.right() + 1 - wide, line.center().y(), m_key, t.info);
        line.setRight(line.right() - wide - scaled(Gap));
    }
    paint::elided(&p, line, text(), beback::ui::font(Type::Label), t.info);
    if (hasFocus())
        paint::focusRing(&p, rect());
}

} // namespace beback::ui
