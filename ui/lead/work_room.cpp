#include "ui/lead/work_room.h"

#include "core/time/wording.h"
#include "ui/lead/check_pane.h"
#include "ui/lead/ground.h"
#include "ui/lead/history_pane.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/queue_pane.h"
#include "ui/lead/side_pane.h"
#include "ui/lead/solutions_pane.h"
#include "ui/lead/work_pages.h"
#include "ui/shell/key_bindings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/skeleton_widget.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int LeastSide = 200, LeastMiddle = 520; // at any size of text
constexpr int FocusLeft = 268, FocusRight = 236;

const QString QueueWidthKey = QStringLiteral("work/queue-width");
const QString HistoryWidthKey = QStringLiteral("work/history-width");

QWidget *onGround(QWidget *part, Ground::Fill fill, QWidget *parent = nullptr)
{
    auto *ground = new Ground(fill, parent);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(part);
    return ground;
}

QSplitter *splitter()
{
    auto *made = new QSplitter(Qt::Horizontal);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(1);
    return made;
}

} // namespace

WorkRoom::WorkRoom(const Clock &clock, Seams seams, const KeyBindings &keys, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_seams(std::move(seams)), m_keys(keys), m_zone(QStringLiteral("UTC"))
{
    build();
    buildMenu();
    connectParts();
    applyKeys();
    connect(&m_keys, &KeyBindings::changed, this, &WorkRoom::applyKeys);
    setQueueLoading();
}

void WorkRoom::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_problem = new Banner(Tone::Danger);
    m_problem->setSquare(true);
    m_problem->setObjectName(QStringLiteral("work.problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    m_offer = new Banner(Tone::Info);
    m_offer->setSquare(true);
    m_offer->setObjectName(QStringLiteral("work.offer"));
    m_offer->hide();
    column->addWidget(m_offer);
    m_outer = splitter();
    m_queue = new QueuePane;
    m_left = new QStackedWidget;
    m_left->addWidget(m_queue);
    QWidget *left = onGround(m_left, Ground::Fill::Bg);
    left->setMinimumWidth(LeastSide);
    m_outer->addWidget(left);
    m_outer->addWidget(buildRight());
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    column->addWidget(m_outer, 1);
}

QWidget *WorkRoom::buildRight()
{
    auto *right = new QWidget;
    m_below = new QVBoxLayout(right);
    m_below->setContentsMargins(0, 0, 0, 0);
    m_below->setSpacing(0);
    m_inner = splitter();
    m_pane = new LeadPane;
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Lead);
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_pane);
    m_middle->addWidget(m_skeleton);
    m_history = new HistoryPane;
    // Its own least width: what a row of it would like must not push the history about.
    QWidget *middle = onGround(m_middle, Ground::Fill::Surface);
    middle->setMinimumWidth(LeastMiddle);
    m_between = static_cast<QVBoxLayout *>(middle->layout());
    m_inner->addWidget(middle);
    m_right = new QStackedWidget;
    m_check = new CheckPane;
    m_solutions = new SolutionsPane;
    m_side = new SidePane(m_check, m_solutions, m_history);
    m_right->addWidget(m_side);
    QWidget *side = onGround(m_right, Ground::Fill::Bg);
    side->setMinimumWidth(LeastSide);
    m_inner->addWidget(side);
    m_inner->setStretchFactor(0, 1);
    m_inner->setStretchFactor(1, 0);
    m_outcomes = new OutcomeBar;
    m_outcomes->setObjectName(QStringLiteral("outcome.bar"));
    m_below->addWidget(m_inner, 1);
    m_below->addWidget(m_outcomes);
    return right;
}

void WorkRoom::placeSplitters()
{
    const bool narrow = width() < metrics::NarrowBelow;
    const int queue = m_focus ? FocusLeft : m_seams.memory->value(QueueWidthKey, narrow ? metrics::QueueNarrow : metrics::Queue).toInt();
    const int history = m_focus ? FocusRight : m_seams.memory->value(HistoryWidthKey, narrow ? metrics::HistoryNarrow : metrics::History).toInt();
    // With large text the sides give way first: the lead is what is worked on.
    const int left = std::min(scaled(queue), std::max(LeastSide, width() * 26 / 100));
    const int right = std::min(scaled(history), std::max(LeastSide, width() * 24 / 100));
    m_outer->setSizes({left, std::max(1, width() - left)});
    m_inner->setSizes({std::max(1, width() - left - right), right});
}

void WorkRoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool crossed = (event->oldSize().width() < metrics::NarrowBelow) != (event->size().width() < metrics::NarrowBelow);
    if (!m_placed || crossed)
        placeSplitters();
    m_placed = true;
}

void WorkRoom::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || !m_placed)
        return;
    if (m_focus)
        arrange();
    else
        placeSplitters();
    if (m_lead)
        updateLead(*m_lead);
}

void WorkRoom::connectParts()
{
    const auto keepWidth = [this](const QString &key, int pixels) {
        if (m_focus)
            return; // these are another view's
        m_seams.memory->keep(key, pixels * 100 / std::max(1, scaled(100)));
    };
    connect(m_outer, &QSplitter::splitterMoved, this, [this, keepWidth] { keepWidth(QueueWidthKey, m_outer->sizes().value(0)); });
    connect(m_inner, &QSplitter::splitterMoved, this, [this, keepWidth] { keepWidth(HistoryWidthKey, m_inner->sizes().value(1)); });
    connect(m_problem, &Banner::acted, this, &WorkRoom::problemActed);
    connect(m_offer, &Banner::acted, this, &WorkRoom::offerTaken);
    connect(m_offer, &Banner::linkActivated, this, &WorkRoom::offerDeclined);
    connect(m_queue, &QueuePane::open, this, &WorkRoom::openFromQueue);
    connect(m_history, &HistoryPane::undoAsked, this, &WorkRoom::undoAsked);
    connect(m_skeleton, &SkeletonWidget::workWithout, this, &WorkRoom::backAsked);
    connect(m_outcomes, &OutcomeBar::changed, this, [this] {
        const TouchDraft entered = m_outcomes->draft();
        m_draft.outcome = entered.outcome;
        m_draft.note = entered.note;
        m_draft.resultCame = entered.resultCame;
        m_draft.nextAt = entered.nextAt;
        m_draft.objection = entered.objection;
        m_draft.sold = entered.sold;
        m_draft.delivered = entered.delivered;
        const bool ownGuide = m_lead && m_lead->guide && m_lead->boughtGuide && m_lead->guide->id == m_lead->boughtGuide->id;
        if (m_draft.outcome != Outcome::BoughtElsewhere && !ownGuide) { // another outcome: that was no answer
            m_draft.delivered.reset();
            m_draft.answers.remove(QStringLiteral("delivered"));
        }
        if (m_draft.delivered)
            m_draft.answers.insert(QStringLiteral("delivered"), *m_draft.delivered ? QStringLiteral("yes") : QStringLiteral("no"));
        showGuide();
        keepDraft();
    });
    connect(m_outcomes, &OutcomeBar::saveAsked, this, &WorkRoom::save);
    connect(m_outcomes, &OutcomeBar::skipAsked, this, [this] { ask(LeadDeed::Skip); });
    connect(m_pane, &LeadPane::wantedChanged, this, [this](const QString &wanted) {
        m_draft.wanted = wanted;
        keepDraft();
    });
    connect(m_pane, &LeadPane::readOnlyActed, this, [this] {
        const bool free = m_lead && m_lead->heldBy.isEmpty() && m_lead->step;
        if (free)
            Q_EMIT takeAsked(m_lead->customer.id);
        else
            Q_EMIT backAsked();
    });
    connectTouches();
    connectWords();
}

// Built when there is nobody to work for the first time: most starts have somebody.
WorkPages &WorkRoom::pages()
{
    if (m_pages)
        return *m_pages;
    m_pages = new WorkPages;
    m_pages->setQuiet(m_focus);
    m_middle->addWidget(m_pages);
    connect(m_pages, &WorkPages::readyAsked, this, &WorkRoom::readyAsked);
    connect(m_pages, &WorkPages::queueAsked, m_queue, &QueuePane::focusList);
    connect(m_pages, &WorkPages::leadsInAsked, this, &WorkRoom::leadsInAsked);
    connect(m_pages, &WorkPages::addAsked, this, [this] { ask(LeadDeed::AddLead); });
    return *m_pages;
}

void WorkRoom::setZone(const QString &zone)
{
    m_zone = zone;
    m_queue->setZone(zone);
    m_pane->setStoreZone(zone);
    m_history->setZone(zone);
}

void WorkRoom::setQueueLoading()
{
    m_queue->setLoading();
}

void WorkRoom::showQueue(const QueuePage &page)
{
    m_page = page;
    m_queue->show(page, m_clock.now());
    if (m_pages && m_middle->currentWidget() == m_pages && !m_lead && m_nobody)
        m_pages->showNobody(page, m_clock.now(), m_zone, {m_keys.text(Act::ReadyPause), m_keys.text(Act::AddLead)});
}

void WorkRoom::showPage(QWidget *page)
{
    const bool work = page == m_pane || page == m_skeleton;
    if (page != m_skeleton)
        m_skeleton->finish();
    m_middle->setCurrentWidget(page);
    m_sides = work;
    showSides();
    m_outcomes->setVisible(work);
}

void WorkRoom::showLead(const LeadView &view, const TouchDraft &draft)
{
    // The focus goes to the new lead only when it was at work here, never out of a search or a form.
    const QWidget *focus = focusWidget();
    const bool mayFocus = !focus || isAncestorOf(window()->focusWidget()) || window()->focusWidget() == nullptr;
    m_lead = view;
    m_nobody = false;
    m_since = m_clock.now();
    m_callSince = {};
    m_draft = draft;
    if (draft.isEmpty() && !draft.writing)
        m_draft.medium = view.step ? view.step->medium : Medium::Call;
    showPage(m_pane);
    m_pane->show(view, m_draft, m_clock.now());
    dress();
    m_history->show(view, m_clock.now());
    const LeadState *state = view.leadState();
    m_outcomes->show(m_draft, view.zone, m_clock, state && state->unsoldSince.us > 0);
    m_queue->setWorking(view.claim ? view.customer.id : CustomerId(), m_since);
    m_edited.clear();
    m_side->setOffered(SidePane::Page::Check, false);
    m_side->setOffered(SidePane::Page::Solutions, false);
    m_outcomes->setWritten(m_draft.words.contains(m_draft.medium));
    applyReadOnly();
    showGuide();
    if (view.claim && m_draft.writing)
        openWords(*m_draft.writing);
    else if (mayFocus)
        m_pane->focusFirst();
}

void WorkRoom::updateLead(const LeadView &view)
{
    if (!m_lead || m_lead->lead != view.lead)
        return;
    m_lead = view;
    m_pane->update(view, m_clock.now());
    if (m_draft.wanted)
        m_pane->setWanted(*m_draft.wanted);
    m_history->show(view, m_clock.now());
    applyReadOnly();
    showGuide();
}

void WorkRoom::applyReadOnly()
{
    if (m_lead->claim) {
        m_pane->setReadOnly({}, {}, {});
        return m_outcomes->setReadOnly({});
    }
    QString heading = tr("You are looking at this lead"), sentence = tr("Take it to contact them and record what came of it."),
            button = tr("Take this lead");
    if (!m_lead->heldBy.isEmpty()) {
        heading = tr("With %1 now").arg(m_lead->heldBy);
        sentence = m_lead->heldSince.us > 0
                       ? tr("Since %1. You can read everything. It can be taken once it is given back.").arg(wording::dayAndTime(m_lead->heldSince, m_zone, m_clock.now()))
                       : tr("You can read everything. It can be taken once it is given back.");
        if (m_lead->outUntil.us > 0) {
            heading = tr("Out with %1 until %2").arg(m_lead->heldBy, wording::dayAndTime(m_lead->outUntil, m_zone, m_clock.now()));
            sentence = tr("They were taken along on a trip. You can read everything. They can be taken when it is over.");
        }
        button = tr("Back to work");
    } else if (!m_lead->step) {
        heading = tr("This lead is closed");
        const LeadState *lead = m_lead->leadState();
        sentence = lead && !lead->closedReason.isEmpty() ? lead->closedReason : tr("Nothing more is planned for it.");
        button = tr("Back to work");
    }
    m_pane->setReadOnly(heading, sentence, button);
    m_outcomes->setReadOnly(heading);
}

void WorkRoom::showNobody(const QueuePage &page)
{
    m_lead.reset();
    m_nobody = true;
    m_queue->setWorking({}, {});
    pages().showNobody(page, m_clock.now(), m_zone, {m_keys.text(Act::ReadyPause), m_keys.text(Act::AddLead)});
    showPage(m_pages);
}

void WorkRoom::showUnreachable(const QString &host, const QString &why)
{
    m_lead.reset();
    m_nobody = false;
    m_queue->setWorking({}, {});
    pages().showUnreachable(host, why, {m_keys.text(Act::ReadyPause), m_keys.text(Act::AddLead)});
    showPage(m_pages);
}

void WorkRoom::showPaused()
{
    m_lead.reset();
    m_nobody = false;
    m_queue->setWorking({}, {});
    pages().showPaused({m_keys.text(Act::ReadyPause), m_keys.text(Act::AddLead)});
    showPage(m_pages);
}

void WorkRoom::showLoading()
{
    // What is on the screen stays for the moment a lead usually needs; only a slow one shows its shape.
    if (!m_lead) {
        showPage(m_skeleton);
        m_history->clear();
        m_outcomes->setReadOnly(tr("Reading the next lead"));
    }
    m_skeleton->begin(tr("Reading the next lead."));
}

void WorkRoom::showProblem(const QString &heading, const QString &sentence, const QString &button)
{
    m_problem->setVisible(!heading.isEmpty());
    m_problem->setText(heading, sentence);
    m_problem->setButton(button);
}

Duration WorkRoom::timeOnLead() const
{
    return m_lead ? m_clock.now() - m_since : Duration(0);
}

void WorkRoom::tick()
{
    const Instant now = m_clock.now();
    m_queue->setNow(now);
    if (!m_lead)
        return;
    m_pane->setNow(now);
    if (m_callSince.us > 0)
        m_pane->setOnCall(m_draft.pointKey,
                          wording::talkTime(int(std::chrono::duration_cast<std::chrono::seconds>(now - m_callSince).count())));
}

} // namespace beback::ui
