#include "ui/today/duty_sheet.h"

#include "core/time/typed_time.h"
#include "ui/style/theme.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace beback::ui {

namespace {

QLineEdit *field(const char *name, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(MostDutyText);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(placeholder);
    return edit;
}

} // namespace

DutySheet::DutySheet(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("today.sheet"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    m_title = new TextLabel(Type::Strong);
    m_title->setObjectName(QStringLiteral("today.sheet.title"));
    m_title->setWordWrap(true);
    m_text = field("today.sheet.text", tr("What is to be done?"));
    m_about = field("today.sheet.about", tr("About whom? A customer's name; may be left empty"));
    m_who = new QComboBox;
    m_who->setObjectName(QStringLiteral("today.sheet.who"));
    m_who->setAccessibleName(tr("Who has to do it"));
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name does not push the time aside
    m_until = field("today.sheet.until", tr("By when? Thursday 4 pm"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_text, m_about})
        column->addWidget(part);
    auto *when = new QHBoxLayout;
    when->setSpacing(8);
    when->addWidget(m_who, 1);
    when->addWidget(m_until, 1);
    column->addLayout(when);
    m_problem = new FieldError(m_text);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_do = new KeyButton({}, tr("Set it"), tr("Enter"));
    m_do->setObjectName(QStringLiteral("today.sheet.do"));
    m_do->setLook(ButtonLook::Primary);
    m_leave = new KeyButton({}, tr("Cancel"), tr("Esc"));
    m_leave->setObjectName(QStringLiteral("today.sheet.cancel"));
    m_leave->setLook(ButtonLook::Flat);
    row->addWidget(m_do);
    row->addWidget(m_leave);
    row->addStretch();
    column->addLayout(row);
    for (QLineEdit *edit : {m_text, m_about, m_until})
        connect(edit, &QLineEdit::textEdited, this, [this] { m_problem->setError({}); });
    connect(m_do, &KeyButton::clicked, this, &DutySheet::finish);
    connect(m_leave, &KeyButton::clicked, this, &DutySheet::leave);
    hide();
}

void DutySheet::askNew(const QVector<TodayManager> &managers, const QString &self, const QString &zone)
{
    m_word = {};
    m_word.duty = newDutyId(m_random, m_now); // pressed again after an answer that was lost, it is the same duty
    m_zone = zone;
    m_who->clear();
    m_who->addItem(tr("Whichever manager is first"), QString());
    for (const TodayManager &one : managers)
        m_who->addItem(one.login == self ? tr("%1 (you)").arg(one.name) : one.name, one.login);
    m_who->setCurrentIndex(std::max(0, m_who->findData(self)));
    m_about->clear();
    m_until->clear();
    open(tr("Set a duty"), tr("What is to be done?"), tr("Set it"), true);
}

void DutySheet::askWhy(const Duty &duty)
{
    m_word = {};
    m_word.says = DutyWord::Says::LeftOut;
    m_word.duty = duty.id;
    open(tr("Leave out: %1").arg(duty.text), tr("Why? It is kept, and the Monday page counts it."), tr("Leave it out"), false);
}

void DutySheet::open(const QString &title, const QString &placeholder, const QString &doIt, bool isNew)
{
    m_problem->setError({});
    m_do->setBlocked({});
    m_title->setText(title);
    setAccessibleName(title);
    m_text->clear();
    m_text->setPlaceholderText(placeholder);
    m_text->setAccessibleName(placeholder);
    m_do->setText(doIt);
    for (QWidget *part : std::initializer_list<QWidget *>{m_about, m_who, m_until})
        part->setVisible(isNew);
    show();
    m_text->setFocus(Qt::OtherFocusReason);
}

QWidget *DutySheet::firstWrong()
{
    m_word.text = m_text->text().simplified();
    if (m_word.text.isEmpty()) {
        m_problem->setError(m_word.says == DutyWord::Says::Set ? tr("Say in a few words what is to be done.") : tr("Give a reason."), m_text);
        return m_text;
    }
    if (m_word.says != DutyWord::Says::Set)
        return nullptr;
    const auto due = readTime(m_until->text(), m_zone, m_now);
    if (!due || *due <= m_now) {
        m_problem->setError(due ? tr("That time is past.") : tr("Write a time like Thursday 4 pm, tomorrow 9:30 am, or 3 pm."), m_until);
        return m_until;
    }
    m_word.due = *due;
    m_word.who = m_who->currentData().toString();
    return nullptr;
}

void DutySheet::finish()
{
    if (isHidden() || m_do->isBlocked())
        return;
    if (QWidget *wrong = firstWrong())
        return wrong->setFocus(Qt::OtherFocusReason);
    m_do->setBlocked(tr("It is being kept. Wait for the answer, or leave with Esc."));
    Q_EMIT said(m_word, m_word.says == DutyWord::Says::Set ? m_about->text().simplified() : QString());
}

void DutySheet::refuse(const QString &sentence)
{
    m_do->setBlocked({});
    m_problem->setError(sentence);
}

void DutySheet::leave()
{
    hide();
    Q_EMIT left();
}

void DutySheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return finish();
    Card::keyPressEvent(event);
}

} // namespace beback::ui
