// What the room of plans is made of, and how the plan that is chosen is shown in it.
#include "core/plan/plan_edit.h"
#include "ui/plans/load_panel.h"
#include "ui/plans/plan_lanes.h"
#include "ui/plans/plan_list.h"
#include "ui/plans/plan_words.h"
#include "ui/plans/plans_room.h"
#include "ui/plans/step_form.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace beback::ui {

namespace {

constexpr int ListWide = 248, KeepSoonMs = 400;

KeyButton *button(const char *name, const QString &icon, const QString &text, const QString &key = {})
{
    auto *made = new KeyButton(icon, text, key);
    made->setObjectName(QStringLiteral("plans.") + QLatin1String(name));
    return made;
}

// As wide as the room it is in, and scrolled where a step has something wrong in it and there is none left.
QScrollArea *scrolled(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    return area;
}

} // namespace

PlansRoom::PlansRoom(Desk &desk, const Clock &clock, QWidget *parent) : QWidget(parent), m_desk(desk), m_clock(clock)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new PlanList;
    m_list->setFixedWidth(scaled(ListWide));
    row->addWidget(m_list);
    row->addWidget(new Rule(Qt::Vertical));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    row->addLayout(column, 1);
    buildHead(column);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("plans.problem"));
    m_problem->setButton(tr("Close"));
    m_problem->hide();
    column->addWidget(m_problem);
    buildBody(column);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(KeepSoonMs);
    connectParts();
    connectLanes();
}

void PlansRoom::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name = new ElidedLabel(Type::Name);
    m_rename = new QLineEdit;
    m_rename->setObjectName(QStringLiteral("plans.name"));
    m_rename->setAccessibleName(tr("Name of the plan"));
    m_rename->setMinimumWidth(scaled(220));
    m_nameError = new FieldError(m_rename);
    m_chip = new ChipLabel;
    m_stands = new ElidedLabel(Type::Label, Ink::Muted);
    m_stands->setObjectName(QStringLiteral("plans.stands"));
    m_keptLabel = new TextLabel(Type::Label, Ink::Muted);
    m_keptLabel->setObjectName(QStringLiteral("plans.kept"));
    m_copy = button("copy", QStringLiteral("edit-copy"), tr("Copy"));
    m_change = button("change", QStringLiteral("document-edit"), tr("Change"));
    m_drop = button("drop", QStringLiteral("window-close"), tr("Drop draft"));
    m_add = button("add", QStringLiteral("list-add"), tr("Step"), tr("Ins"));
    m_on = button("on", {}, tr("Switch on…"));
    m_on->setLook(ButtonLook::Primary);
    row->addWidget(m_name, 2);
    row->addWidget(m_rename, 2);
    row->addWidget(m_chip);
    row->addWidget(m_stands, 3);
    row->addWidget(m_keptLabel);
    for (KeyButton *one : {m_copy, m_change, m_drop, m_add, m_on})
        row->addWidget(one);
    column->addLayout(row);
    column->addWidget(m_nameError);
}

void PlansRoom::buildBody(QVBoxLayout *column)
{
    m_lanes = new PlanLanes;
    m_lanesScroll = scrolled(m_lanes, tr("Steps of the plan"));
    m_lanesScroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lanesScroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_lanesScroll);
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    m_form = new StepForm;
    QScrollArea *form = scrolled(m_form, tr("The chosen step"));
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setMinimumWidth(m_form->minimumSizeHint().width() + scaled(12));
    m_load = new LoadPanel;
    below->addWidget(form, 5);
    below->addWidget(m_load, 6);
    column->addLayout(below, 1);
}

void PlansRoom::connectParts()
{
    connect(&m_keepSoon, &QTimer::timeout, this, &PlansRoom::flush);
    connect(m_list, &PlanList::chosen, this, &PlansRoom::choose);
    connect(m_copy, &KeyButton::clicked, this, &PlansRoom::copy);
    connect(m_change, &KeyButton::clicked, this, &PlansRoom::change);
    connect(m_drop, &KeyButton::clicked, this, &PlansRoom::askToDrop);
    connect(m_add, &KeyButton::clicked, m_lanes, &PlanLanes::addAsked);
    connect(m_on, &KeyButton::clicked, this, &PlansRoom::askToSwitchOn);
    for (KeyButton *changes : {m_copy, m_change})
        connect(changes, &KeyButton::refused, this, [this](const QString &why) { fail(tr("The plans stay as they are"), {Code::Unavailable, why, {}}); });
    connect(m_problem, &Banner::acted, m_problem, &QWidget::hide);
    connect(m_form, &StepForm::changed, this, &PlansRoom::stepEdited);
    connect(m_rename, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_plan.name = text.trimmed();
        edited(m_lanes->current());
    });
    connect(m_load, &LoadPanel::kindChosen, this, [this] {
        m_kinds.insert(m_plan.id, m_load->kind());
        showLoad();
    });
}

void PlansRoom::connectLanes()
{
    connect(m_lanes, &PlanLanes::currentChanged, this, [this](int step) {
        showStep(step);
        showFault();
    });
    connect(m_lanes, &PlanLanes::editAsked, this, [this] { m_form->focusField(); });
    connect(m_lanes, &PlanLanes::addAsked, this, [this] {
        edited(addStep(m_plan, m_lanes->current()));
        m_form->focusField(QStringLiteral("purpose"));
    });
    connect(m_lanes, &PlanLanes::removeAsked, this, [this] {
        if (m_plan.steps.size() == 1)
            Q_EMIT said(tr("A plan keeps its last step. Change it, or drop the draft."));
        else
            edited(removeStep(m_plan, m_lanes->current()));
    });
    connect(m_lanes, &PlanLanes::moveAsked, this, [this](int by) { edited(moveStep(m_plan, m_lanes->current(), by)); });
    connect(m_lanes, &PlanLanes::dayAsked, this, [this](int by) {
        const int step = m_lanes->current();
        edited(setStepDay(m_plan, step, std::max(m_plan.steps.at(step).day + by, 0)));
    });
}

void PlansRoom::showPlan()
{
    const auto read = Plan::fromJson(m_plan.toJson());
    m_fault = read ? std::nullopt : std::optional(read.error());
    m_lanes->show(m_plan, m_draft);
    m_lanesScroll->setFixedHeight(m_lanes->sizeHint().height() + m_lanesScroll->horizontalScrollBar()->sizeHint().height());
    const auto begins = m_shelf.kindBeginningOn(m_plan.id);
    m_load->setKind(begins ? begins : m_kinds.value(m_plan.id), !m_draft);
    showHead();
    showStep(m_lanes->current());
    showLoad();
    showFault();
}

void PlansRoom::showHead()
{
    const PlanOnShelf *one = m_shelf.find(m_plan.id);
    const bool wasOn = one && one->on;
    m_name->setVisible(!m_draft);
    m_name->setText(m_plan.name);
    m_rename->setVisible(m_draft);
    if (m_rename->text().trimmed() != m_plan.name)
        m_rename->setText(m_plan.name);
    m_chip->setChip(m_draft ? paint::Chip{Tone::Warning, QStringLiteral("document-edit"), wasOn ? tr("Draft of version %1").arg(m_plan.version) : tr("Draft")}
                            : paint::Chip{Tone::Neutral, {}, tr("Version %1").arg(m_plan.version)});
    if (m_draft && wasOn)
        m_stands->setText(one->leads > 0 ? tr("%n leads stay on the version they began.", nullptr, one->leads) : tr("No lead stands on it."));
    else if (m_draft)
        m_stands->setText(tr("Never switched on."));
    else
        m_stands->setText(one && one->leads > 0 ? tr("%n leads stand on it.", nullptr, one->leads) + QLatin1Char(' ') + tr("Change it or copy it to edit.")
                                                : tr("No lead stands on it. Change it or copy it to edit."));
    m_change->setVisible(!m_draft);
    for (KeyButton *changes : {m_copy, m_change})
        changes->setBlocked(m_shelf.fixedBecause);
    for (QWidget *ofDrafts : std::initializer_list<QWidget *>{m_drop, m_add, m_on, m_keptLabel})
        ofDrafts->setVisible(m_draft);
}

void PlansRoom::showStep(int step)
{
    if (step >= m_plan.steps.size())
        return;
    m_form->setKnownWords(m_shelf.words);
    m_form->show(m_plan.steps.at(step), m_draft);
    const QRect box = m_lanes->boxOf(step);
    m_lanesScroll->ensureVisible(box.center().x(), box.center().y(), box.width(), 0);
}

void PlansRoom::showLoad()
{
    m_load->show(comparePlanLoad(m_shelf, m_plan, m_load->kind()));
}

// Beside the field; of another step than the one that is shown, it is said that nothing is kept until it is mended.
void PlansRoom::showFault()
{
    const PlanField field = m_fault ? planFieldOf(*m_fault) : PlanField();
    const bool here = m_fault && field.step == m_lanes->current();
    m_form->setFault(here ? field.name : QString(), here ? m_fault->message : QString());
    m_nameError->setError(m_fault && field.step < 0 ? m_fault->message : QString());
    if (m_fault)
        m_keptLabel->setText(here || field.step < 0 ? tr("Not kept yet") : tr("Not kept: step %1").arg(field.step + 1));
}

void PlansRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
