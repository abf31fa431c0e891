#include "ui/lead/guide_question.h"

#include "ui/lead/ground.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace beback::ui {

namespace {

QString hintOf(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Amount: return GuideQuestion::tr("421 or 12,500");
    case AnswerKind::Date: return GuideQuestion::tr("Thursday, Nov 28 or 11/28");
    case AnswerKind::Time: return GuideQuestion::tr("Thursday 5:30 pm");
    case AnswerKind::Phone: return GuideQuestion::tr("(505) 555-0142");
    case AnswerKind::Person: return GuideQuestion::tr("Jordan Vega, 505 555 0142");
    case AnswerKind::Vehicle: return GuideQuestion::tr("2017 Ford Escape SE, 84,000 miles");
    default: return GuideQuestion::tr("In their words");
    }
}

} // namespace

GuideQuestion::GuideQuestion(const GuideStep &step, const QString &language, const WordFacts &facts, const QString &zone, Instant now, const QString &kept, QWidget *parent)
    : Card(parent), m_step(step), m_language(language), m_zone(zone), m_now(now)
{
    setObjectName(QStringLiteral("guide.question"));
    setFill(Fill::Surface);
    setAccentEdge(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 10);
    column->setSpacing(5);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    const QString said = fillIn(step.say.in(language), facts);
    auto *say = new TextLabel(said.isEmpty() ? QString() : tr("“%1”").arg(said), Type::Body, Ink::Muted);
    say->setWordWrap(true);
    head->addWidget(say, 1);
    if (step.must)
        head->addWidget(new ChipLabel(Tone::Must, {}, tr("Must ask"), this), 0, Qt::AlignTop);
    if (step.must || !said.isEmpty())
        column->addLayout(head);
    const QString asked = fillIn(step.ask.in(language), facts);
    auto *ask = new TextLabel(asked, Type::Title);
    ask->setObjectName(QStringLiteral("guide.ask"));
    ask->setWordWrap(true);
    column->addWidget(ask);
    const bool chosen = step.kind == AnswerKind::Choice || step.kind == AnswerKind::YesNo;
    column->addWidget(chosen ? choices(kept) : field(kept));
    m_error = new FieldError(m_field ? static_cast<QWidget *>(m_field) : this);
    column->addWidget(m_error);
    setAccessibleName(asked);
}

QWidget *GuideQuestion::choices(const QString &kept)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *buttons = new QWidget;
    auto *wrap = new WrapLayout(6, buttons);
    wrap->setContentsMargins(0, 0, 0, 0);
    QVector<std::pair<QString, QString>> all;
    for (const GuideChoice &choice : std::as_const(m_step.choices))
        all << std::pair(choice.key, choice.text.in(m_language));
    if (m_step.kind == AnswerKind::YesNo)
        all = {{QStringLiteral("yes"), tr("Yes")}, {QStringLiteral("no"), tr("No")}};
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto *button = new KeyButton({}, all[i].second, QString(QChar(u'A' + char16_t(i))));
        button->setObjectName(QStringLiteral("guide.choice.") + all[i].first);
        button->setCheckable(true);
        button->setChecked(all[i].first == kept);
        connect(button, &KeyButton::clicked, this, [this, value = all[i].first] { Q_EMIT answered(value); });
        wrap->addWidget(button);
        m_choices << button;
        m_values << all[i].first;
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    row->addWidget(buttons, 1);
    m_whyNot = new LinkButton(m_step.must ? tr("Could not ask…") : tr("Not now"));
    row->addWidget(m_whyNot, 0, Qt::AlignBottom);
    connect(m_whyNot, &LinkButton::clicked, this, &GuideQuestion::askWhyNot);
    return box;
}

QWidget *GuideQuestion::field(const QString &kept)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_field = new QLineEdit(kept.isEmpty() ? QString() : shownAnswer(m_step, kept, m_language, m_zone, m_now));
    m_field->setObjectName(QStringLiteral("guide.answer"));
    m_field->setAccessibleName(tr("Their answer"));
    m_field->setPlaceholderText(hintOf(m_step.kind));
    row->addWidget(m_field, 1);
    auto *keep = new KeyButton({}, tr("Keep"), tr("Enter"));
    keep->setObjectName(QStringLiteral("guide.keep"));
    row->addWidget(keep);
    m_whyNot = new LinkButton(m_step.must ? tr("Could not ask…") : tr("Not now"));
    row->addWidget(m_whyNot);
    connect(keep, &KeyButton::clicked, this, &GuideQuestion::take);
    connect(m_field, &QLineEdit::returnPressed, this, &GuideQuestion::take);
    connect(m_whyNot, &LinkButton::clicked, this, &GuideQuestion::askWhyNot);
    return box;
}

void GuideQuestion::take()
{
    const auto value = readAnswer(m_step, m_field->text(), m_zone, m_now);
    m_error->setError(value ? QString() : value.error().message);
    if (value)
        Q_EMIT answered(*value);
}

void GuideQuestion::askWhyNot()
{
    if (!m_step.must)
        return Q_EMIT passed();
    if (!m_why) {
        m_why = new QLineEdit;
        m_why->setObjectName(QStringLiteral("guide.why"));
        m_why->setPlaceholderText(tr("Why could it not be asked? Enter keeps it."));
        m_why->setAccessibleName(tr("Why it could not be asked"));
        static_cast<QVBoxLayout *>(layout())->addWidget(m_why);
        connect(m_why, &QLineEdit::returnPressed, this, [this] {
            if (!m_why->text().trimmed().isEmpty())
                Q_EMIT notAsked(m_why->text().simplified());
        });
    }
    m_why->setFocus(Qt::OtherFocusReason);
}

void GuideQuestion::focusAnswer()
{
    if (m_field)
        return m_field->setFocus(Qt::OtherFocusReason);
    for (KeyButton *button : std::as_const(m_choices))
        if (button->isChecked())
            return button->setFocus(Qt::OtherFocusReason);
    if (!m_choices.isEmpty())
        m_choices.first()->setFocus(Qt::OtherFocusReason);
}

bool GuideQuestion::chooseLetter(int key)
{
    const int place = key - Qt::Key_A;
    if (place < 0 || place >= m_values.size())
        return false;
    Q_EMIT answered(m_values.at(place));
    return true;
}

} // namespace beback::ui
