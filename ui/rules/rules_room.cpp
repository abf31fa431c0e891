#include "ui/rules/rules_room.h"

#include "core/desk/deliver.h"
#include "core/plan/rule_words.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

namespace beback::ui {

void RulesRoom::refresh()
{
    deliver(m_desk.ruleShelf(), this, [this](const Result<RuleShelf> &answer) {
        if (answer)
            show(*answer);
        else
            fail(tr("The rules cannot be read"), answer.error());
    });
}

void RulesRoom::show(const RuleShelf &shelf)
{
    m_shelf = shelf;
    m_list->show(m_shelf, m_one.rule.id);
    if (m_changed || m_new)
        return; // what is being changed is newer than what was read
    choose(m_list->currentId());
}

void RulesRoom::choose(const QString &id)
{
    const RuleOnShelf *one = m_shelf.find(id);
    if (!one)
        return;
    if (m_changed && id != m_one.rule.id)
        Q_EMIT said(tr("The change to “%1” was not kept.").arg(ruleName(m_one.rule)));
    m_one = *one;
    m_new = false;
    if (m_list->currentId() != id)
        m_list->choose(id);
    showRule();
}

void RulesRoom::addLimit()
{
    int number = 1;
    while (m_shelf.find(QStringLiteral("house-%1").arg(number)))
        ++number;
    RuleOnShelf one;
    one.rule.kind = ContactRule::Kind::Cap;
    one.rule.id = QStringLiteral("house-%1").arg(number);
    one.rule.house = true;
    one.rule.place = tr("the house");
    one.rule.media = {Medium::Call, Medium::Text, Medium::Email, Medium::Note, Medium::Social};
    one.rule.most = 2;
    one.rule.inHours = 24;
    one.rule.source = tr("Rule of the house");
    m_one = one;
    m_new = true;
    m_list->clearSelection(); // it is none of them
    showRule();
    edited();
    m_form->focusFirst();
}

RuleWish RulesRoom::wish(bool asShipped) const
{
    return {asShipped ? m_one.rule : m_form->rule(), asShipped, m_form->reason()};
}

// After every change: what it would loosen is said at once, and whom it would move a moment later.
void RulesRoom::edited()
{
    const ContactRule rule = m_form->rule();
    m_changed = m_new || rule.toJson() != (m_one.coming ? *m_one.coming : m_one.rule).toJson();
    const QStringList more = m_one.shipped && !rule.house ? loosened(*m_one.shipped, rule) : QStringList();
    m_law->setVisible(!more.isEmpty());
    m_law->setText(tr("Less than the law asks for as it was shipped"),
                   tr("%1. Only the law itself can change that: its new source and its effective date are needed.").arg(more.join(QStringLiteral("; "))));
    showHead();
    if (!m_form->isReadable())
        return m_weighSoon.stop();
    m_weight->setText(m_changed ? tr("Counting…") : tr("Change a value to see whom it would move."));
    m_some->hide();
    if (m_changed)
        m_weighSoon.start();
    else
        m_weighSoon.stop();
}

void RulesRoom::weigh()
{
    deliver(m_desk.weighRule(wish(false)), this, [this, number = ++m_asked](const Result<RuleWeight> &answer) {
        if (number != m_asked || !m_changed)
            return;
        if (answer)
            showWeight(*answer);
        else
            m_weight->setText(answer.error().message);
    });
}

void RulesRoom::showWeight(const RuleWeight &weight)
{
    QStringList parts;
    if (weight.later > 0)
        parts << tr("%n would be contacted later", nullptr, weight.later);
    if (weight.earlier > 0)
        parts << tr("%n would be contacted earlier", nullptr, weight.earlier);
    m_weight->setText(parts.isEmpty() ? tr("Nobody: all %1 with a next step keep its time.").arg(weight.people)
                                      : tr("%1, of %2 with a next step.").arg(parts.join(QStringLiteral(", ")), QString::number(weight.people)));
    m_some->setText(weight.some.join(QLatin1Char('\n')));
    m_some->setVisible(!weight.some.isEmpty());
}

void RulesRoom::keep(bool asShipped)
{
    if (!asShipped && (!m_changed || !m_form->isReadable()))
        return;
    if (m_form->reason().isEmpty())
        return m_form->setReasonFault(tr("Why is it changed? A sentence is enough; it is kept with the change."));
    m_keep->setEnabled(false);
    deliver(m_desk.setRule(wish(asShipped)), this, [this](const Result<void> &answer) {
        m_keep->setEnabled(true);
        if (!answer)
            return fail(tr("The rule stays as it is"), answer.error());
        m_problem->hide();
        m_changed = m_new = false;
        Q_EMIT said(tr("Kept: %1. Everybody is planned by it now.").arg(ruleName(m_one.rule)));
        m_list->setFocus(Qt::OtherFocusReason);
        refresh();
    });
}

void RulesRoom::fail(const QString &heading, const Error &error)
{
    m_problem->setText(heading, error.message);
    m_problem->show();
}

} // namespace beback::ui
