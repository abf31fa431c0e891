#include "ui/charts/view_name_popup.h"

#include "core/report/saved_view.h"
#include "ui/style/paint.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int FieldWide = 240;

} // namespace

ViewNamePopup::ViewNamePopup(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("charts.views.popup"));
    setAccessibleName(tr("Save this view"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(new TextLabel(tr("Save this chart and its filters for all managers as"), Type::Overline, Ink::Muted));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("charts.views.name"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(MostViewName);
    m_name->setMinimumWidth(scaled(FieldWide));
    m_save = new KeyButton({}, tr("Save"), tr("Enter"));
    m_save->setObjectName(QStringLiteral("charts.views.keep"));
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    column->addLayout(row);
    m_error = new FieldError(m_name);
    column->addWidget(m_error);
    connect(m_name, &QLineEdit::textChanged, this, &ViewNamePopup::look);
    connect(m_save, &KeyButton::clicked, this, &ViewNamePopup::take);
}

void ViewNamePopup::open(QWidget *below, const QString &suggested, const QStringList &taken)
{
    m_taken = taken;
    m_name->setText(suggested);
    m_name->selectAll();
    look();
    adjustSize();
    const QPoint corner = below->mapToGlobal(QPoint(below->width() - width(), below->height() + 2));
    const QRect screen = below->screen()->availableGeometry();
    move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())), corner.y());
    QWidget::show();
    m_name->setFocus(Qt::PopupFocusReason);
}

void ViewNamePopup::look()
{
    m_error->setError({});
    m_save->setText(m_taken.contains(m_name->text().simplified()) ? tr("Replace") : tr("Save"));
    m_save->updateGeometry();
}

void ViewNamePopup::take()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty()) {
        m_error->setError(tr("A view needs a name by which others find it."));
        adjustSize();
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    hide();
    Q_EMIT named(name, m_taken.contains(name));
}

void ViewNamePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void ViewNamePopup::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
    p.setPen(Theme::current().edge);
    p.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace beback::ui
