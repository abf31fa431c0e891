#include "ui/lead/when_popup.h"

#include "core/time/zones.h"
#include "ui/lead/choice_popup.h"
#include "ui/lead/outcome_choices.h"
#include "ui/style/paint.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace beback::ui {

WhenPopup::WhenPopup(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("when.popup"));
    setAccessibleName(tr("The next time for this lead"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    m_head = new TextLabel(Type::Overline, Ink::Muted);
    column->addWidget(m_head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(4);
    column->addLayout(m_list);
    column->addWidget(new Rule);
    auto *other = new QHBoxLayout;
    other->setSpacing(8);
    m_other = new QDateTimeEdit;
    m_other->setCalendarPopup(true);
    m_other->setAccessibleName(tr("Another day and time"));
    m_other->setObjectName(QStringLiteral("when.other"));
    m_other->setDisplayFormat(QStringLiteral("ddd, MMM d, h:mm ap"));
    m_other->setTimeSpec(Qt::UTC); // a wall clock without a zone of its own
    auto *set = new KeyButton({}, tr("Set"), tr("Enter"));
    set->setObjectName(QStringLiteral("when.set"));
    other->addWidget(m_other, 1);
    other->addWidget(set);
    column->addLayout(other);
    m_error = new FieldError(m_other);
    column->addWidget(m_error);
    auto *plan = new KeyButton({}, tr("As the plan says"), QStringLiteral("0"));
    plan->setLook(ButtonLook::Flat);
    plan->setKeySide(KeyButton::KeySide::Left);
    plan->setObjectName(QStringLiteral("when.plan"));
    column->addWidget(plan, 0, Qt::AlignLeft);
    connect(set, &KeyButton::clicked, this, &WhenPopup::takeTyped);
    connect(plan, &KeyButton::clicked, this, [this] { take(std::nullopt); });
}

void WhenPopup::open(QWidget *above, Instant now, const QString &zone, std::optional<Instant> current)
{
    m_now = now;
    m_zone = zones::isKnown(zone) ? zone : QStringLiteral("UTC");
    m_head->setText(tr("Next time, their time (%1)").arg(zones::displayName(m_zone)));
    m_error->setError({});
    fill();
    const zones::Local local = zones::local(current.value_or(now + std::chrono::hours(24)), m_zone);
    m_other->setDateTime(QDateTime(local.date, QTime(local.time.hour(), current ? local.time.minute() : 0), Qt::UTC));
    adjustSize();
    placeAbove(this, above);
    QWidget::show();
    if (!m_choices.isEmpty())
        m_choices.first()->setFocus(Qt::PopupFocusReason);
}

void WhenPopup::fill()
{
    qDeleteAll(m_choices);
    m_choices.clear();
    m_times.clear();
    const QVector<WhenChoice> choices = whenChoices(m_now, m_zone);
    for (const WhenChoice &choice : choices) {
        auto *button = new KeyButton({}, choice.text, QString::number(m_choices.size() + 1));
        button->setKeySide(KeyButton::KeySide::Left);
        button->setLook(ButtonLook::Flat);
        button->setObjectName(QStringLiteral("when.choice%1").arg(m_choices.size() + 1));
        connect(button, &KeyButton::clicked, this, [this, at = choice.at] { take(at); });
        m_list->addWidget(button, 0, Qt::AlignLeft);
        m_choices << button;
        m_times << choice.at;
    }
}

void WhenPopup::take(std::optional<Instant> at)
{
    hide();
    Q_EMIT chosen(at);
}

void WhenPopup::takeTyped()
{
    const QDateTime typed = m_other->dateTime();
    const auto at = zones::instantOf(typed.date(), typed.time(), m_zone);
    if (!at || *at <= m_now) {
        m_error->setError(tr("That is past. It is %1 there now.").arg(QLocale().toString(zones::local(m_now, m_zone).time, QStringLiteral("h:mm ap")).toLower()));
        adjustSize();
        m_other->setFocus(Qt::OtherFocusReason);
        return;
    }
    take(at);
}

void WhenPopup::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit == 0)
        return take(std::nullopt);
    if (digit >= 1 && digit <= m_times.size())
        return take(m_times[digit - 1]);
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        for (qsizetype i = 0; i < m_choices.size(); ++i)
            if (m_choices[i]->hasFocus())
                return take(m_times[i]);
        return takeTyped();
    }
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void WhenPopup::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
    p.setPen(Theme::current().edge);
    p.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace beback::ui
