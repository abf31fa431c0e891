#include "ui/shell/pane.h"

#include "ui/lead/ground.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace beback::ui {

Pane::Pane(QWidget *host, const QString &heading, const QString &doing) : QWidget(host)
{
    setObjectName(QStringLiteral("pane"));
    setAccessibleName(heading);
    setFocusPolicy(Qt::NoFocus);
    m_card = new Card(this);
    m_card->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(20, 16, 20, 16);
    top->setSpacing(10);
    m_heading = new TextLabel(heading, Type::Name);
    m_sentence = new TextLabel(Type::Body, Ink::Muted);
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("pane.problem"));
    m_problem->hide();
    m_body = new QVBoxLayout;
    m_body->setSpacing(10);
    top->addWidget(m_heading);
    top->addWidget(m_sentence);
    top->addWidget(m_problem);
    top->addLayout(m_body);
    column->addLayout(top);
    column->addWidget(new Rule);
    auto *foot = new Ground(Ground::Fill::Raised);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(20, 10, 20, 10);
    buttons->setSpacing(8);
    m_safe = new KeyButton({}, tr("Cancel"), tr("Esc"));
    m_safe->setObjectName(QStringLiteral("pane.safe"));
    m_do = new KeyButton({}, doing, tr("Ctrl+Enter"));
    m_do->setObjectName(QStringLiteral("pane.do"));
    m_do->setLook(ButtonLook::Primary);
    m_safe->setTall(true);
    m_do->setTall(true);
    buttons->addStretch();
    buttons->addWidget(m_safe);
    buttons->addWidget(m_do);
    column->addWidget(foot);
    connect(m_safe, &KeyButton::clicked, this, &Pane::finish);
    connect(m_do, &KeyButton::clicked, this, &Pane::doAsked);
    host->installEventFilter(this);
    m_card->installEventFilter(this);
    hide();
}

void Pane::setWide(int pixels)
{
    m_wide = pixels;
}

void Pane::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void Pane::setSafe(const QString &text)
{
    m_safe->setText(text);
}

void Pane::setDanger(bool danger)
{
    m_do->setLook(danger ? ButtonLook::Danger : ButtonLook::Primary);
}

void Pane::setProblem(const QString &heading, const QString &sentence)
{
    m_problem->setText(heading, sentence);
    m_problem->setVisible(!heading.isEmpty() || !sentence.isEmpty());
    setBusy(false);
    place();
}

void Pane::setBusy(bool busy)
{
    m_do->setEnabled(!busy);
}

FieldError *Pane::addField(const QString &caption, QWidget *field, QHBoxLayout *in)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(field);
    auto *error = new FieldError(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(caption);
    column->addWidget(label);
    column->addWidget(field);
    column->addWidget(error);
    column->addStretch();
    if (in)
        in->addLayout(column, 1);
    else
        m_body->addLayout(column);
    return error;
}

QHBoxLayout *Pane::addRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_body->addLayout(row);
    return row;
}

void Pane::open()
{
    m_before = window()->focusWidget();
    place();
    show();
    raise();
    if (QWidget *first = firstField())
        first->setFocus(Qt::OtherFocusReason);
    else
        m_safe->setFocus(Qt::OtherFocusReason);
}

void Pane::finish()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible() && m_before->isEnabled())
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
    deleteLater();
}

void Pane::accept()
{
    if (m_do->isEnabled())
        Q_EMIT doAsked();
}

QWidget *Pane::firstField() const
{
    for (QWidget *child : m_card->findChildren<QWidget *>())
        if ((child->focusPolicy() & Qt::TabFocus) && child->isEnabled() && child != m_safe && child != m_do && !child->isHidden() &&
            !m_problem->isAncestorOf(child))
            return child;
    return nullptr;
}

void Pane::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(scaled(m_wide), parentWidget()->width() - scaled(32));
    m_card->setFixedWidth(width);
    m_card->layout()->activate();
    const int wanted = m_card->hasHeightForWidth() ? m_card->heightForWidth(width) : m_card->sizeHint().height();
    const int height = std::min(std::max(wanted, m_card->minimumSizeHint().height()), this->height() - scaled(16));
    m_card->setGeometry((this->width() - width) / 2, std::max(scaled(8), (this->height() - height) * 2 / 5), width, height);
}

bool Pane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_card && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &Pane::place, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// The focus goes round within the pane.
bool Pane::focusNextPrevChild(bool next)
{
    QWidget *from = window()->focusWidget();
    if (!from || !isAncestorOf(from))
        from = m_do;
    QWidget *at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) && at->isEnabled() && at->isVisible() && !at->focusProxy()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != from);
    return true;
}

void Pane::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        finish();
    } else if (enter && !qobject_cast<QPlainTextEdit *>(window()->focusWidget()) && m_safe != window()->focusWidget()) {
        accept();
    } else if (enter) {
        finish();
    } else {
        event->accept(); // nothing typed here reaches the room below
    }
}

void Pane::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Pane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    QColor scrim = Theme::current().dark ? Qt::black : Theme::current().text;
    scrim.setAlphaF(Theme::current().dark ? 0.55F : 0.30F);
    p.fillRect(rect(), scrim);
}

} // namespace beback::ui
