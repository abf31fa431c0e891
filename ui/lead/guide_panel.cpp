#include "ui/lead/guide_panel.h"

#include "ui/lead/ground.h"
#include "ui/lead/guide_question.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QTimer>

namespace beback::ui {

GuidePanel::GuidePanel(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("guide.panel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new TextLabel(tr("Call guide"), Type::Title));
    m_title = new ElidedLabel(Type::Label, Ink::Muted);
    m_count = new TextLabel(Type::Label);
    m_count->setObjectName(QStringLiteral("guide.count"));
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    column->addLayout(head);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(scaled(96));
    column->addWidget(m_scroll, 1);
}

void GuidePanel::show(const Guide &guide, const LeadView &view, const GuideAnswers &answers, const QMap<QString, QString> &notAsked, Instant now)
{
    const GuideState state{answers, view.known, notAsked};
    const bool same = m_inside && view.lead == m_lead && guide == m_guide && state.answers == m_state.answers && state.known == m_state.known && state.notAsked == m_state.notAsked
                      && m_language == view.language && m_facts == view.facts;
    m_now = now;
    if (same)
        return;
    if (guide.id != m_guide.id || view.lead != m_lead) {
        m_passed.clear();
        m_editing.clear();
    }
    m_lead = view.lead;
    m_guide = guide;
    m_state = state;
    m_language = view.language;
    m_zone = view.zone;
    m_facts = view.facts;
    build();
}

int GuidePanel::mustAskLeft() const
{
    return int(openQuestions(m_guide, m_state).size());
}

const GuideStep *GuidePanel::current() const
{
    const auto path = pathOf(m_guide, m_state);
    for (const GuideStep *step : path)
        if (step->key == m_editing)
            return step;
    for (const GuideStep *step : path)
        if (answerOf(*step, m_state).isEmpty() && !m_state.notAsked.contains(step->key) && !m_passed.contains(step->key))
            return step;
    return nullptr;
}

void GuidePanel::build()
{
    const bool hadFocus = m_inside && m_inside->isAncestorOf(window()->focusWidget());
    m_question = nullptr;
    m_inside = new Ground(Ground::Fill::Surface);
    m_rows = new QVBoxLayout(m_inside);
    m_rows->setContentsMargins(0, 0, 4, 0);
    m_rows->setSpacing(2);
    const GuideStep *now = current();
    int must = 0, done = 0;
    for (const GuideStep *step : pathOf(m_guide, m_state)) {
        const QString answer = answerOf(*step, m_state), reason = m_state.notAsked.value(step->key);
        must += step->must;
        done += step->must && (!answer.isEmpty() || !reason.isEmpty());
        if (step == now) {
            m_question = new GuideQuestion(*step, m_language, m_facts, m_zone, m_now, answer);
            connect(m_question, &GuideQuestion::answered, this, [this, key = step->key](const QString &value) { take(key, value, {}); });
            connect(m_question, &GuideQuestion::notAsked, this, [this, key = step->key](const QString &why) { take(key, {}, why); });
            connect(m_question, &GuideQuestion::passed, this, [this, key = step->key] {
                m_passed.insert(key);
                m_editing.clear();
                build();
            });
            m_rows->addWidget(m_question);
        } else if (!answer.isEmpty()) {
            m_rows->addWidget(answeredRow(*step, shownAnswer(*step, answer, m_language, m_zone, m_now), true));
        } else if (!reason.isEmpty()) {
            m_rows->addWidget(answeredRow(*step, tr("Could not ask: %1").arg(reason), false));
        } else {
            m_rows->addWidget(comingRow(*step));
        }
    }
    m_rows->addStretch();
    m_title->setText(m_guide.name);
    m_count->setText(tr("%1 of %2 must-ask answered").arg(done).arg(must));
    m_scroll->setWidget(m_inside); // the old one goes
    if (hadFocus && m_question)
        m_question->focusAnswer();
    // Once it has its place: the question is to be seen whole.
    QTimer::singleShot(0, m_inside, [this, inside = m_inside] {
        if (inside == m_inside && m_question)
            m_scroll->ensureWidgetVisible(m_question, 0, 8);
    });
}

QWidget *GuidePanel::answeredRow(const GuideStep &step, const QString &shown, bool asked)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(2, 3, 2, 3);
    line->setSpacing(8);
    line->addWidget(new IconLabel(asked ? QStringLiteral("dialog-ok-apply") : QStringLiteral("dialog-warning"), asked ? Ink::Success : Ink::Warning));
    auto *question = new ElidedLabel(fillIn(step.ask.in(m_language), m_facts), Type::Body, Ink::Muted);
    line->addWidget(question, 1);
    auto *answer = new ElidedLabel(shown, Type::Strong);
    line->addWidget(answer, 1);
    auto *change = new LinkButton(tr("Edit"));
    change->setObjectName(QStringLiteral("guide.edit.") + step.key);
    connect(change, &LinkButton::clicked, this, [this, key = step.key] { edit(key); });
    line->addWidget(change);
    return row;
}

QWidget *GuidePanel::comingRow(const GuideStep &step)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(26, 3, 2, 3);
    line->setSpacing(8);
    line->addWidget(new ElidedLabel(fillIn(step.ask.in(m_language), m_facts), Type::Body, step.must ? Ink::Text : Ink::Muted), 1);
    if (step.must)
        line->addWidget(new ChipLabel(Tone::Must, {}, tr("Must ask"), row));
    auto *now = new LinkButton(tr("Ask now"));
    connect(now, &LinkButton::clicked, this, [this, key = step.key] { edit(key); });
    line->addWidget(now);
    return row;
}

void GuidePanel::edit(const QString &key)
{
    m_editing = key;
    m_passed.remove(key);
    build();
    if (m_question)
        m_question->focusAnswer();
}

void GuidePanel::take(const QString &key, const QString &value, const QString &reason)
{
    m_editing.clear();
    m_state.answers.remove(key);
    m_state.notAsked.remove(key);
    if (!value.isEmpty())
        m_state.answers.insert(key, value);
    if (!reason.isEmpty())
        m_state.notAsked.insert(key, reason);
    Q_EMIT changed();
    // Not while the button that was pressed is still at work.
    QTimer::singleShot(0, this, [this, key, value, lead = m_lead] {
        if (lead != m_lead)
            return; // the next lead is on the screen
        build();
        if (m_question)
            m_question->focusAnswer();
        if (!value.isEmpty())
            Q_EMIT answered(key, value);
        if (!current())
            Q_EMIT finished();
    });
}

void GuidePanel::focusCurrent()
{
    if (const auto left = openQuestions(m_guide, m_state); !left.isEmpty() && (!m_question || !current() || !current()->must))
        edit(left.first()->key);
    if (m_question)
        m_question->focusAnswer();
}

void GuidePanel::refuse()
{
    focusCurrent();
    if (m_question)
        m_question->setMissing();
}

// A letter is the guide's while the focus is in it, also one that does something elsewhere.
bool GuidePanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_question) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_A && key->key() <= Qt::Key_H) {
            key->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void GuidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() != Qt::NoModifier || !m_question || !m_question->chooseLetter(event->key()))
        QFrame::keyPressEvent(event);
}

} // namespace beback::ui
