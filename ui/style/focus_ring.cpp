#include "ui/style/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTabBar>
#include <QTextEdit>

namespace beback::ui {

namespace {

constexpr int Outside = 3; // 1 px of air, 2 px of ring

bool isText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

} // namespace

FocusRing::FocusRing(QObject *parent) : QObject(parent) {}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::wants(const QWidget *widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        // The field inside a spin box or an editable combo belongs to that.
        return edit->hasFrame() && !qobject_cast<const QAbstractSpinBox *>(edit->parentWidget()) &&
               !qobject_cast<const QComboBox *>(edit->parentWidget());
    }
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) || isText(widget) ||
           qobject_cast<const QAbstractSlider *>(widget);
}

void FocusRing::watch(QWidget *widget)
{
    widget->installEventFilter(this);
}

void FocusRing::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
}

int FocusRing::reach(const QWidget *frame)
{
    const auto *ring = qobject_cast<const QFocusFrame *>(frame);
    if (!ring || !ring->widget() || !ring->parentWidget())
        return Outside;
    const QWidget *widget = ring->widget();
    const QPoint at = widget->mapTo(ring->parentWidget(), QPoint(0, 0));
    const QRect wanted = QRect(at, widget->size()).adjusted(-Outside, -Outside, Outside, Outside);
    return ring->parentWidget()->rect().contains(wanted) ? Outside : 0;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    switch (event->type()) {
    case QEvent::FocusIn: {
        const bool byMouse = static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason;
        put(byMouse && !isText(widget) ? nullptr : widget);
        break;
    }
    case QEvent::KeyPress:
        if (widget->hasFocus() && (!m_frame || m_frame->widget() != widget))
            put(widget);
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (m_frame && m_frame->widget() == widget)
            put(nullptr);
        break;
    default: break;
    }
    return false;
}

void FocusRing::put(QWidget *widget)
{
    // A frame dies with the window it lies in, so it is made anew there.
    if (!widget) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!widget->parentWidget())
        return;
    if (!m_frame)
        m_frame = new QFocusFrame(widget->parentWidget());
    m_frame->setWidget(widget);
}

} // namespace beback::ui
