#include "ui/widgets/text_label.h"

#include "ui/style/paint.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>

namespace beback::ui {

TextLabel::TextLabel(Type type, Ink ink, QWidget *parent) : QLabel(parent), m_type(type), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    dress();
}

TextLabel::TextLabel(const QString &text, Type type, Ink ink, QWidget *parent) : TextLabel(type, ink, parent)
{
    setText(text);
}

void TextLabel::setType(Type type)
{
    m_type = type;
    dress();
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    dress();
}

void TextLabel::dress()
{
    m_dressing = true;
    setFont(beback::ui::font(m_type));
    QPalette p = palette();
    const QColor color = inkColor(m_ink);
    p.setColor(QPalette::WindowText, color);
    p.setColor(QPalette::Text, color);
    p.setColor(QPalette::Link, Theme::current().accent);
    setPalette(p);
    m_dressing = false;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const bool mine = event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange ||
                      event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange;
    if (mine && !m_dressing)
        dress();
}

bool ElidedLabel::isElided() const
{
    return QFontMetrics(font()).horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(text()), 3 * metrics.averageCharWidth()), metrics.height()};
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return TextLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::elided(&p, contentsRect(), text(), font(), palette().color(QPalette::WindowText), alignment());
}

} // namespace beback::ui
