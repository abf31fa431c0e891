#include "ui/widgets/toast.h"

#include "ui/style/paint.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QPropertyAnimation>

namespace beback::ui {

namespace {

constexpr int High = 36, FadeMs = 120;

} // namespace

Toast::Toast(QWidget *host)
    : QFrame(host), m_text(new TextLabel(Type::Body, Ink::Inverse)), m_key(new TextLabel(Type::Label, Ink::Inverse)),
      m_action(new LinkButton), m_effect(new QGraphicsOpacityEffect(this)),
      m_fade(new QPropertyAnimation(m_effect, "opacity", this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(12), 0, scaled(12), 0);
    row->setSpacing(scaled(12));
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_key);
    m_action->setType(Type::Strong);
    m_action->setInk(Ink::Inverse);
    m_effect->setOpacity(0.0);
    setGraphicsEffect(m_effect);
    m_effect->setEnabled(false);
    m_fade->setDuration(FadeMs);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::expire);
    connect(m_fade, &QPropertyAnimation::finished, this, &Toast::faded);
    connect(m_action, &LinkButton::clicked, this, [this] {
        dismiss();
        Q_EMIT acted();
    });
    host->installEventFilter(this);
    hide();
}

void Toast::say(const QString &text, const QString &action, const QString &key)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_key->setText(key);
    m_key->setVisible(!key.isEmpty());
    setAccessibleName(text);
    place();
    show();
    raise();
    fadeTo(1.0);
    m_timer.start(m_lifetime);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Toast::dismiss()
{
    m_timer.stop();
    fadeTo(0.0);
}

void Toast::setLifetime(int ms)
{
    m_lifetime = ms;
}

void Toast::setInsets(int left, int bottom)
{
    m_left = left;
    m_bottom = bottom;
    place();
}

void Toast::keepWithin(QWidget *column)
{
    m_column = column;
    column->installEventFilter(this);
    place();
}

void Toast::fadeTo(qreal opacity)
{
    m_fade->stop();
    if (!parentWidget()->isVisible()) { // nobody to see it fade
        m_effect->setOpacity(opacity);
        faded();
        return;
    }
    m_effect->setEnabled(true);
    m_fade->setStartValue(isVisible() && m_effect->opacity() > 0.01 ? m_effect->opacity() : 1.0 - opacity);
    m_fade->setEndValue(opacity);
    m_fade->start();
}

void Toast::faded()
{
    m_effect->setEnabled(false); // costs a picture of its own with every repaint
    if (m_effect->opacity() > 0.01)
        return;
    hide();
    Q_EMIT gone();
}

// Still being read, or about to be clicked: it stays another while.
void Toast::expire()
{
    if (underMouse() || m_action->hasFocus())
        m_timer.start(m_lifetime);
    else
        dismiss();
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    const int room = (m_column && m_column->isVisible() ? m_column->width() : host->width()) - 2 * scaled(m_left);
    m_text->setWordWrap(false);
    m_key->setVisible(!m_key->text().isEmpty());
    const bool tight = sizeHint().width() > room;
    m_text->setWordWrap(tight);
    m_key->setVisible(!tight && !m_key->text().isEmpty());
    layout()->invalidate();
    const int wide = tight ? room : sizeHint().width();
    const int text = tight ? layout()->heightForWidth(wide) : lineHeight(Type::Body);
    const int high = std::max(scaled(High), text + scaled(12));
    setGeometry(scaled(m_left), host->height() - scaled(m_bottom) - high, wide, high);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (moved && (watched == parentWidget() || watched == m_column))
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer.start(m_lifetime);
    QFrame::leaveEvent(event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::box(&p, rect(), Theme::current().text, {}, metrics::RadiusCard);
}

} // namespace beback::ui
