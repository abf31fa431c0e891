#include "ui/plans/plans_room.h"

#include "core/desk/deliver.h"
#include "core/plan/plan_edit.h"
#include "core/time/zones.h"
#include "ui/plans/load_panel.h"
#include "ui/plans/plan_lanes.h"
#include "ui/plans/plan_list.h"
#include "ui/plans/plan_words.h"
#include "ui/plans/step_form.h"
#include "ui/plans/switch_on_pane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QLineEdit>

namespace beback::ui {

void PlansRoom::refresh()
{
    deliver(m_desk.planShelf(), this, [this](const Result<PlanShelf> &answer) {
        if (answer)
            show(*answer);
        else
            fail(tr("The plans cannot be read"), answer.error());
    });
}

void PlansRoom::show(const PlanShelf &shelf)
{
    m_shelf = shelf;
    m_list->show(m_shelf, m_plan.id);
    if (m_unkept && m_list->currentId() == m_plan.id)
        return; // what is being typed is newer than what was read
    choose(m_list->currentId());
}

void PlansRoom::choose(const QString &id)
{
    flush();
    const PlanOnShelf *one = m_shelf.find(id);
    if (!one)
        return;
    const bool another = m_plan.id != id;
    if (another && m_unkept)
        Q_EMIT said(tr("The last change to “%1” was not kept: something in it was not right yet.").arg(m_plan.name));
    m_plan = one->shown();
    m_draft = one->draft.has_value();
    m_unkept = false;
    m_keptLabel->setText(m_draft ? tr("Draft kept %1").arg(clockTime(one->draftAt)) : QString());
    if (m_list->currentId() != id)
        m_list->choose(id);
    if (another)
        m_lanes->setCurrent(0);
    showPlan();
}

void PlansRoom::copy()
{
    QStringList taken;
    for (const PlanOnShelf &one : std::as_const(m_shelf.plans))
        taken << one.shown().id;
    const Plan draft = copyOf(m_plan, tr("Copy of %1").arg(m_plan.name), taken);
    m_kinds.insert(draft.id, m_load->kind()); // most likely meant for the same leads
    begin(draft);
}

void PlansRoom::change()
{
    Plan draft = m_plan;
    draft.version += 1;
    begin(draft);
}

void PlansRoom::begin(const Plan &draft)
{
    flush();
    deliver(m_desk.keepPlanDraft(draft), this, [this, draft](const Result<void> &answer) {
        if (!answer)
            return fail(tr("The draft was not kept"), answer.error());
        m_plan = draft;
        m_draft = true;
        refresh();
        showPlan();
        m_rename->setFocus(Qt::OtherFocusReason);
        m_rename->selectAll();
    });
}

// After every change: the lanes, the load, what is wrong; and what is right is kept a moment later.
void PlansRoom::edited(int step)
{
    m_unkept = true;
    m_lanes->show(m_plan, true);
    m_lanes->setCurrent(step);
    showStep(step);
    showLoad();
    const auto read = Plan::fromJson(m_plan.toJson());
    m_fault = read ? std::nullopt : std::optional(read.error());
    showFault();
    if (m_fault)
        m_keepSoon.stop();
    else
        m_keepSoon.start();
}

void PlansRoom::stepEdited()
{
    const PlanStep step = m_form->step();
    int at = m_lanes->current();
    const bool moves = step.day != m_plan.steps.at(at).day;
    m_plan.steps[at] = step;
    if (moves)
        at = setStepDay(m_plan, at, step.day);
    edited(at);
}

void PlansRoom::flush()
{
    if (m_unkept && !m_fault && m_draft)
        keep();
}

void PlansRoom::keep()
{
    m_keepSoon.stop();
    m_unkept = false;
    for (PlanOnShelf &one : m_shelf.plans)
        if (one.shown().id == m_plan.id) {
            one.draft = m_plan;
            one.draftAt = m_clock.now();
        }
    deliver(m_desk.keepPlanDraft(m_plan), this, [this](const Result<void> &answer) { kept(answer); });
}

void PlansRoom::kept(const Result<void> &answer)
{
    if (!answer) {
        m_unkept = true;
        return fail(tr("The draft was not kept"), answer.error());
    }
    m_problem->hide();
    if (m_draft && !m_unkept)
        m_keptLabel->setText(tr("Draft kept %1").arg(clockTime(m_clock.now())));
    m_list->show(m_shelf, m_list->currentId()); // its name may be another
}

void PlansRoom::askToDrop()
{
    if (pane())
        return;
    const PlanOnShelf *one = m_shelf.find(m_plan.id);
    auto *pane = new DropDraftPane(window(), m_plan.name, !one || !one->on);
    m_pane = pane;
    connect(pane, &Pane::doAsked, this, [this, pane] {
        pane->setBusy(true);
        m_keepSoon.stop();
        m_unkept = false;
        m_fault.reset();
        deliver(m_desk.dropPlanDraft(m_plan.id), this, [this, asked = QPointer<Pane>(pane)](const Result<void> &answer) {
            if (!answer && asked)
                return asked->setProblem(tr("The draft is still there"), answer.error().message);
            if (asked)
                asked->finish();
            m_list->setFocus(Qt::OtherFocusReason);
            refresh();
        });
    });
    pane->open();
}

void PlansRoom::askToSwitchOn()
{
    if (m_fault) {
        const PlanField field = planFieldOf(*m_fault);
        if (field.step >= 0) {
            m_lanes->setCurrent(field.step);
            m_form->focusField(field.name);
        } else {
            m_rename->setFocus(Qt::OtherFocusReason);
        }
        return;
    }
    if (pane())
        return;
    flush(); // asked before, so it is kept before it is switched on
    auto *pane = new SwitchOnPane(window(), m_plan.name, plan_words::switchingOn(m_shelf, m_plan, m_load->kind()));
    m_pane = pane;
    connect(pane, &Pane::doAsked, this, [this, pane] {
        pane->setBusy(true);
        deliver(m_desk.switchOnPlan(m_plan.id, m_load->kind()), this, [this, asked = QPointer<Pane>(pane)](const Result<Plan> &answer) {
            if (!answer && asked)
                return asked->setProblem(tr("The plan is not switched on"), answer.error().message);
            if (asked)
                asked->finish();
            if (!answer)
                return fail(tr("The plan is not switched on"), answer.error());
            m_kinds.remove(answer->id);
            Q_EMIT said(tr("Switched on: %1, version %2").arg(answer->name).arg(answer->version));
            m_list->setFocus(Qt::OtherFocusReason);
            refresh();
        });
    });
    pane->open();
}

void PlansRoom::fail(const QString &heading, const Error &error)
{
    m_problem->setText(heading, error.message);
    m_problem->show();
}

Pane *PlansRoom::pane() const
{
    return m_pane && !m_pane->isHidden() ? m_pane.data() : nullptr;
}

QString PlansRoom::clockTime(Instant at) const
{
    return QLocale().toString(zones::local(at, m_zone).time, QStringLiteral("h:mm"));
}

} // namespace beback::ui
