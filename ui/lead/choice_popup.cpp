#include "ui/lead/choice_popup.h"

#include "ui/style/paint.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace beback::ui {

void placeAbove(QWidget *popup, QWidget *widget)
{
    const QPoint corner = widget->mapToGlobal(QPoint(0, 0));
    const QRect screen = widget->screen()->availableGeometry();
    const int x = std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - popup->width()));
    popup->move(x, std::max(screen.top(), corner.y() - popup->height() - 4));
}

ChoicePopup::ChoicePopup(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("choice.popup"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    m_head = new TextLabel(Type::Overline, Ink::Muted);
    column->addWidget(m_head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(4);
    column->addLayout(m_list);
}

void ChoicePopup::open(QWidget *above, const QString &question, const QStringList &answers, int current)
{
    setAccessibleName(question);
    m_head->setText(question);
    qDeleteAll(m_answers);
    m_answers.clear();
    for (const QString &answer : answers) {
        const int index = int(m_answers.size());
        auto *button = new KeyButton({}, answer, QString::number((index + 1) % 10));
        button->setKeySide(KeyButton::KeySide::Left);
        button->setLook(ButtonLook::Flat);
        button->setObjectName(QStringLiteral("choice.%1").arg(index + 1));
        connect(button, &KeyButton::clicked, this, [this, index] { take(index); });
        m_list->addWidget(button, 0, Qt::AlignLeft);
        m_answers << button;
    }
    adjustSize();
    placeAbove(this, above);
    QWidget::show();
    if (!m_answers.isEmpty())
        m_answers.at(std::max(0, current))->setFocus(Qt::PopupFocusReason);
}

void ChoicePopup::take(int index)
{
    hide();
    Q_EMIT chosen(index);
}

void ChoicePopup::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 0 && digit <= 9) {
        const int index = digit == 0 ? 9 : digit - 1;
        if (index < m_answers.size())
            take(index);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: focusNextPrevChild(event->key() == Qt::Key_Down); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        for (qsizetype i = 0; i < m_answers.size(); ++i)
            if (m_answers[i]->hasFocus())
                return take(int(i));
        return;
    case Qt::Key_Escape: hide(); return;
    default: QFrame::keyPressEvent(event);
    }
}

void ChoicePopup::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
    p.setPen(Theme::current().edge);
    p.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace beback::ui
