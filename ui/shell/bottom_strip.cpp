#include "ui/shell/bottom_strip.h"

#include "ui/style/theme.h"
#include "ui/widgets/key_cap_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr int Dot = 8;

}

BottomStrip::BottomStrip(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(scaled(metrics::BottomStrip));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->setSpacing(16);
    m_place = new TextLabel(Type::Label);
    m_place->setTextFormat(Qt::RichText);
    m_place->setContentsMargins(Dot + 4, 0, 0, 0);
    m_rooftop = new ElidedLabel(Type::Label, Ink::Muted);
    m_rooftop->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_saved = new TextLabel(Type::Label, Ink::Muted);
    m_lead = new TextLabel(Type::Label, Ink::Muted);
    m_keys = new TextLabel(tr("Keys"), Type::Label, Ink::Muted);
    m_key = new KeyCapLabel;
    row->addWidget(m_place);
    row->addWidget(m_rooftop);
    row->addWidget(m_saved);
    row->addStretch();
    row->addWidget(m_lead);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(4);
    keys->addWidget(m_keys);
    keys->addWidget(m_key);
    row->addLayout(keys);
}

void BottomStrip::setPlace(const QString &place, bool well)
{
    m_well = well;
    m_place->setText(place.isEmpty() ? QString() : QStringLiteral("<span style='font-weight:600'>%1</span>").arg(place.toHtmlEscaped()));
    m_place->setAccessibleName(place);
    update();
}

void BottomStrip::setRooftop(const QString &text)
{
    m_rooftop->setText(text);
}

void BottomStrip::setSaved(const QString &text)
{
    m_saved->setText(text);
}

void BottomStrip::setOnLead(const QString &text)
{
    m_lead->setText(text);
}

void BottomStrip::setKey(const QString &key)
{
    m_key->setKey(key);
    m_key->setVisible(!key.isEmpty());
}

// The size of text is changed while the window is open.
void BottomStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        setFixedHeight(scaled(metrics::BottomStrip));
    }
}

void BottomStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter p(this);
    p.fillRect(rect(), theme.bg);
    p.fillRect(0, 0, width(), 1, theme.border);
    if (m_place->text().isEmpty())
        return;
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(m_well ? theme.success : theme.danger);
    const QPoint at = m_place->pos();
    p.drawEllipse(QRectF(at.x(), at.y() + (m_place->height() - Dot) / 2.0, Dot, Dot));
}

void BottomStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->position().x() >= m_keys->x() - 8)
        Q_EMIT keysAsked();
}

} // namespace beback::ui
