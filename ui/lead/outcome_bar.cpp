#include "ui/lead/outcome_bar.h"

#include "core/time/wording.h"
#include "core/desk/timeline.h"
#include "ui/lead/choice_popup.h"
#include "ui/lead/ground.h"
#include "ui/lead/outcome_button.h"
#include "ui/lead/when_popup.h"
#include "ui/models/terms.h"
#include "ui/style/paint.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace beback::ui {

QString missingText(Missing missing)
{
    switch (missing) {
    case Missing::Outcome: return QCoreApplication::translate("OutcomeBar", "What came of it?");
    case Missing::WhyUnsold: return QCoreApplication::translate("OutcomeBar", "What kept them?");
    case Missing::Delivered: return QCoreApplication::translate("OutcomeBar", "Delivered yet?");
    case Missing::MustAsk: return QCoreApplication::translate("OutcomeBar", "Must-ask left");
    case Missing::Words: return QCoreApplication::translate("OutcomeBar", "What was written?");
    case Missing::ResultCame: return QCoreApplication::translate("OutcomeBar", "Did the result come?");
    case Missing::NextTime: return QCoreApplication::translate("OutcomeBar", "When to call back?");
    }
    return {};
}

OutcomeBar::OutcomeBar(QWidget *parent) : QFrame(parent)
{
    setAccessibleName(tr("What came of the touch"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 9, 12, 8);
    column->setSpacing(8);
    m_outcomes = new QWidget;
    m_wrap = new WrapLayout(4, m_outcomes);
    m_wrap->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    m_outcomes->setSizePolicy(policy);
    column->addWidget(m_outcomes);
    buildSecondRow();
}

void OutcomeBar::buildSecondRow()
{
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    m_result = new SegmentedControl;
    m_result->setTall(true);
    m_result->setObjectName(QStringLiteral("outcome.result"));
    m_result->setAccessibleName(tr("Did the wanted result come"));
    m_note = new QLineEdit;
    m_note->setPlaceholderText(tr("Note, if it helps the next person"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setObjectName(QStringLiteral("outcome.note"));
    m_note->setMinimumWidth(scaled(120));
    m_note->setMinimumHeight(scaled(metrics::ButtonTall));
    m_end = new KeyButton({}, {}, {});
    m_end->setObjectName(QStringLiteral("outcome.end"));
    m_when = new KeyButton(QStringLiteral("view-calendar"), {}, {});
    m_when->setObjectName(QStringLiteral("outcome.when"));
    m_skip = new KeyButton({}, tr("Skip…"), {});
    m_skip->setLook(ButtonLook::Flat);
    m_skip->setObjectName(QStringLiteral("outcome.skip"));
    m_left = new ChipLabel;
    m_left->setTall(true);
    m_left->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_left->setObjectName(QStringLiteral("outcome.left"));
    m_pause = new KeyButton(QStringLiteral("media-playback-pause"), {}, {});
    m_pause->setAccessibleName(tr("Save and pause"));
    m_pause->setObjectName(QStringLiteral("outcome.pause"));
    m_save = new KeyButton({}, tr("Save and next"), {});
    m_save->setObjectName(QStringLiteral("outcome.save"));
    for (KeyButton *button : {m_end, m_when, m_skip, m_pause, m_save})
        button->setTall(true);
    m_row->addWidget(m_end);
    m_row->addWidget(m_result);
    m_row->addWidget(m_note, 1);
    m_row->addWidget(m_when);
    m_row->addWidget(m_skip);
    m_row->addWidget(m_left);
    m_row->addWidget(m_pause);
    m_row->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_row);
    m_popup = new WhenPopup(this);
    m_ends = new ChoicePopup(this);
    connect(m_end, &KeyButton::clicked, this, &OutcomeBar::openEnd);
    connect(m_ends, &ChoicePopup::chosen, this, &OutcomeBar::takeEnd);

    connect(m_result, &SegmentedControl::activated, this, [this](int index) { setResultCame(index == 0); });
    connect(m_note, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_draft.note = text;
        Q_EMIT changed();
    });
    connect(m_when, &KeyButton::clicked, this, &OutcomeBar::openTimes);
    connect(m_popup, &WhenPopup::chosen, this, [this](std::optional<Instant> at) {
        m_draft.nextAt = at;
        sync();
        Q_EMIT changed();
    });
    connect(m_skip, &KeyButton::clicked, this, &OutcomeBar::skipAsked);
    connect(m_pause, &KeyButton::clicked, this, [this] { Q_EMIT saveAsked(true); });
    connect(m_save, &KeyButton::clicked, this, [this] { Q_EMIT saveAsked(false); });
}

void OutcomeBar::setKeys(const Keys &keys)
{
    const int chosen = m_result->currentIndex();
    if (m_result->count() == 0) {
        m_result->addSegment({tr("Result came"), {}, keys.resultCame, tr("The wanted result came"), {}, false});
        m_result->addSegment({tr("Not yet"), {}, keys.notYet, tr("The wanted result did not come yet"), {}, false});
    }
    m_result->setCurrentIndex(chosen);
    m_skip->setKey(keys.skip);
    m_save->setKey(keys.save);
    m_left->setKey(keys.missing);
    m_pause->setToolTip(keys.savePause.isEmpty() ? tr("Save and pause") : tr("Save and pause (%1)").arg(keys.savePause));
    m_when->setToolTip(keys.time.isEmpty() ? tr("The next time for this lead") : tr("The next time for this lead (%1)").arg(keys.time));
}

void OutcomeBar::show(const TouchDraft &draft, const QString &zone, const Clock &clock, bool unsold)
{
    m_draft = draft;
    m_unsold = unsold;
    m_zone = zone;
    m_clock = &clock;
    m_at = -1;
    m_refused = false;
    if (m_note->text() != draft.note)
        m_note->setText(draft.note);
    buildOutcomes();
    sync();
}

void OutcomeBar::setMedium(Medium medium)
{
    if (m_draft.medium == medium && !m_buttons.isEmpty())
        return;
    m_draft.medium = medium;
    buildOutcomes();
    const bool exists = std::any_of(m_choices.cbegin(), m_choices.cend(), [this](const OutcomeChoice &c) { return c.outcome == m_draft.outcome; });
    if (!exists)
        m_draft.outcome = Outcome::None;
    sync();
}

void OutcomeBar::buildOutcomes()
{
    const QVector<OutcomeChoice> choices = outcomeChoices(m_draft.medium);
    // Rebuilt only for another set: the focus stays where it is otherwise.
    if (choices == m_choices && !m_buttons.isEmpty()) {
        for (qsizetype i = 0; i < choices.size(); ++i)
            m_buttons[i]->setText(terms::outcome(choices[i].outcome, m_draft.medium));
        return;
    }
    m_choices = choices;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    QWidget *before = nullptr;
    for (const OutcomeChoice &choice : choices) {
        const QString digit = choice.digit > 0 ? QString::number(choice.digit) : QString();
        auto *button = new OutcomeButton(terms::outcome(choice.outcome, m_draft.medium), digit, m_outcomes);
        button->setKeySide(KeyButton::KeySide::Left);
        button->setTall(true);
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("outcome.") + toText(choice.outcome));
        connect(button, &KeyButton::clicked, this, [this, outcome = choice.outcome] { choose(outcome); });
        m_wrap->addWidget(button);
        button->show();
        m_buttons << button;
        if (before)
            setTabOrder(before, button);
        before = button;
    }
    if (before)
        setTabOrder(before, m_result);
    placeSkip();
    fitOutcomes();
    m_outcomes->updateGeometry();
}

void OutcomeBar::sync()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(m_choices[i].outcome == m_draft.outcome && m_draft.outcome != Outcome::None);
    const int came = m_draft.resultCame ? (*m_draft.resultCame ? 0 : 1) : -1;
    if (m_result->currentIndex() != came)
        m_result->setCurrentIndex(came);
    showTime();
    showEnd();
    RecordRequest request;
    request.medium = m_draft.medium;
    request.outcome = m_draft.outcome;
    if (m_written)
        request.words = QStringLiteral("-"); // what they are is no question here
    request.objection = m_draft.objection;
    request.sold = m_draft.sold;
    if (m_draft.delivered)
        request.answers.insert(QStringLiteral("delivered"), QString());
    request.resultCame = m_draft.resultCame;
    request.nextAt = m_draft.nextAt;
    QVector<Missing> missing = whatIsMissing(request, m_mustAskLeft);
    if (m_unsold && m_draft.medium == Medium::Visit && missing.contains(Missing::Outcome))
        missing = {Missing::WhyUnsold};
    setMissing(missing);
}

void OutcomeBar::showTime()
{
    m_when->setText(!m_draft.nextAt ? tr("Next: by plan")
                    : m_clock ? tr("Next: %1").arg(wording::dayAndTime(*m_draft.nextAt, m_zone, m_clock->now()))
                              : QString());
}

// About a visit, or what was bought elsewhere, one thing more has to be said.
bool OutcomeBar::asksForEnd() const
{
    return m_draft.outcome == Outcome::Kept || m_draft.outcome == Outcome::BoughtElsewhere || (m_unsold && m_draft.medium == Medium::Visit);
}

void OutcomeBar::showEnd()
{
    const bool elsewhere = m_draft.outcome == Outcome::BoughtElsewhere;
    m_end->setVisible(asksForEnd());
    m_result->setVisible(!asksForEnd());
    m_outcomes->setEnabled(m_readOnly.isEmpty() && !(m_unsold && m_draft.medium == Medium::Visit)); // they came: that is known
    if (elsewhere)
        m_end->setText(!m_draft.delivered ? tr("Delivered yet?") : *m_draft.delivered ? tr("Delivered") : tr("Not delivered yet"));
    else
        m_end->setText(m_draft.sold ? tr("They bought") : m_draft.objection ? objectionText(*m_draft.objection) : tr("What kept them?"));
}

void OutcomeBar::openEnd()
{
    if (!asksForEnd() || !m_readOnly.isEmpty())
        return;
    if (m_draft.outcome == Outcome::BoughtElsewhere)
        m_ends->open(m_end, tr("Have they taken delivery?"), {tr("Yes"), tr("Not yet")}, m_draft.delivered && !*m_draft.delivered ? 1 : 0);
    else
        m_ends->open(m_end, tr("What kept them from buying?"), visitEnds(), m_draft.objection ? int(*m_draft.objection) : -1);
}

void OutcomeBar::takeEnd(int index)
{
    if (m_draft.outcome == Outcome::BoughtElsewhere) {
        m_draft.delivered = index == 0;
    } else {
        m_draft.sold = index >= int(AllObjections.size());
        m_draft.objection = m_draft.sold ? std::nullopt : std::optional(AllObjections.at(size_t(index)));
    }
    sync();
    Q_EMIT changed();
}

void OutcomeBar::setMissing(const QVector<Missing> &missing)
{
    m_missing = missing;
    const bool untouched = m_draft.outcome == Outcome::None && !m_unsold;
    // Nothing is missing from what was not begun.
    const bool say = !missing.isEmpty() && (!untouched || m_refused) && m_readOnly.isEmpty();
    m_left->setChip(!say ? paint::Chip{}
                         : paint::Chip{m_refused ? Tone::Danger : Tone::Warning, QStringLiteral("dialog-warning"),
                                       missing.size() == 1 && missing.first() == Missing::MustAsk ? tr("%n must-ask left", nullptr, m_mustAskLeft)
                                       : missing.size() == 1 ? missingText(missing.first())
                                                             : tr("%n things left", nullptr, int(missing.size()))});
    const bool ready = missing.isEmpty() && m_readOnly.isEmpty();
    m_save->setEnabled(ready);
    m_save->setLook(ready ? ButtonLook::Primary : ButtonLook::Normal);
    m_pause->setEnabled(ready);
}

void OutcomeBar::setMustAskLeft(int questions)
{
    if (m_mustAskLeft == questions)
        return;
    m_mustAskLeft = questions;
    sync();
}

void OutcomeBar::setWritten(bool written)
{
    if (m_written == written)
        return;
    m_written = written;
    sync();
}

void OutcomeBar::setReadOnly(const QString &reason)
{
    m_readOnly = reason;
    for (QWidget *part : {static_cast<QWidget *>(m_outcomes), static_cast<QWidget *>(m_result), static_cast<QWidget *>(m_note),
                          static_cast<QWidget *>(m_when), static_cast<QWidget *>(m_skip)})
        part->setEnabled(reason.isEmpty());
    m_note->setPlaceholderText(reason.isEmpty() ? tr("Note, if it helps the next person") : reason);
    setMissing(m_missing);
}

bool OutcomeBar::chooseDigit(int digit)
{
    for (const OutcomeChoice &choice : std::as_const(m_choices))
        if (choice.digit == digit && m_readOnly.isEmpty()) {
            choose(choice.outcome);
            return true;
        }
    return false;
}

void OutcomeBar::choose(Outcome outcome)
{
    m_draft.outcome = outcome;
    if (!asksForResult(outcome))
        m_draft.resultCame.reset();
    if (outcome != Outcome::Kept) {
        m_draft.objection.reset();
        m_draft.sold = false;
    }
    m_refused = false;
    sync();
    Q_EMIT changed();
    if (asksForEnd()) // the next question, at once
        openEnd();
}

void OutcomeBar::setResultCame(bool came)
{
    if (!m_readOnly.isEmpty())
        return;
    m_draft.resultCame = came;
    // An answer to "did the result come" says that there was a conversation.
    if (m_draft.outcome == Outcome::None)
        m_draft.outcome = m_draft.medium == Medium::Visit ? Outcome::Kept : m_draft.medium == Medium::Note ? Outcome::None : Outcome::Reached;
    sync();
    Q_EMIT changed();
}

void OutcomeBar::openTimes()
{
    if (m_clock && m_readOnly.isEmpty())
        m_popup->open(m_when, m_clock->now(), m_zone, m_draft.nextAt);
}

void OutcomeBar::focusFirst()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->isChecked())
            return m_buttons[i]->setFocus(Qt::ShortcutFocusReason);
    if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus(Qt::ShortcutFocusReason);
}

void OutcomeBar::goToMissing(int steps)
{
    if (m_missing.isEmpty())
        return;
    const int many = int(m_missing.size());
    m_at = m_at < 0 ? (steps > 0 ? 0 : many - 1) : (m_at + steps + many) % many;
    switch (m_missing[std::min(m_at, many - 1)]) {
    case Missing::Outcome: return focusFirst();
    case Missing::WhyUnsold:
    case Missing::Delivered:
        m_end->setFocus(Qt::ShortcutFocusReason);
        return openEnd();
    case Missing::MustAsk: Q_EMIT mustAskWanted(); return;
    case Missing::Words: Q_EMIT wordsWanted(); return;
    case Missing::ResultCame: return m_result->setFocus(Qt::ShortcutFocusReason);
    case Missing::NextTime:
        m_when->setFocus(Qt::ShortcutFocusReason);
        return openTimes();
    }
}

void OutcomeBar::refuse()
{
    m_refused = true;
    setMissing(m_missing);
    m_at = -1;
    goToMissing(1);
}

void OutcomeBar::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_0;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && digit == 0 && m_readOnly.isEmpty()) {
        Q_EMIT skipAsked();
        return;
    }
    if (plain && digit >= 1 && digit <= 9 && chooseDigit(digit))
        return;
    QFrame::keyPressEvent(event);
}

} // namespace beback::ui
