#include "ui/lead/history_pane.h"

#include "ui/lead/timeline_model.h"
#include "ui/lead/timeline_view.h"
#include "ui/style/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>

namespace beback::ui {

namespace {

// One segment each; the last one asks which of the rarer kinds.
constexpr std::array Filters = {TimelineFilter::All, TimelineFilter::Calls, TimelineFilter::Texts, TimelineFilter::Emails};
constexpr int OthersSegment = int(Filters.size());

} // namespace

HistoryPane::HistoryPane(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 8, 6);
    head->addWidget(new ElidedLabel(tr("History"), Type::Title), 1);
    m_filters = new SegmentedControl;
    m_filters->setObjectName(QStringLiteral("history.filter"));
    m_filters->setAccessibleName(tr("What the history shows"));
    m_filters->addSegment({tr("All"), {}, {}, tr("Everything"), {}, false});
    m_filters->addSegment({{}, icons::nameOf(Medium::Call), {}, tr("Calls"), Medium::Call, false});
    m_filters->addSegment({{}, icons::nameOf(Medium::Text), {}, tr("Texts"), Medium::Text, false});
    m_filters->addSegment({{}, icons::nameOf(Medium::Email), {}, tr("E-mails"), Medium::Email, false});
    m_filters->addSegment({{}, QStringLiteral("overflow-menu"), {}, tr("Notes, visits and changes"), {}, false});
    m_filters->setCurrentIndex(0);
    connect(m_filters, &SegmentedControl::currentChanged, this, &HistoryPane::setFilter);
    connect(m_filters, &SegmentedControl::activated, this, [this](int index) {
        if (index == OthersSegment)
            askOthers();
    });
    head->addWidget(m_filters);
    column->addLayout(head);
    column->addWidget(new Rule);
    m_model = new TimelineModel(this);
    m_view = new TimelineView;
    m_view->setObjectName(QStringLiteral("history.timeline"));
    m_view->setAccessibleName(tr("History of this customer, newest first"));
    m_view->setTimeline(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    connect(m_view, &TimelineView::undoRequested, this, &HistoryPane::undoAsked);
    column->addWidget(m_view, 1);
}

void HistoryPane::setZone(const QString &zone)
{
    m_model->setZone(zone);
}

void HistoryPane::show(const LeadView &view, Instant now)
{
    m_view->setLoading(false);
    m_view->setEmptyText(tr("No contact yet."));
    m_model->show(view.customer.id, view.timeline, now);
}

void HistoryPane::clear()
{
    m_model->clear();
}

void HistoryPane::focusTimeline()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void HistoryPane::setFilter(int index)
{
    if (index >= 0)
        m_model->setFilter(index == OthersSegment ? TimelineFilter::Rest : Filters[size_t(index)]);
}

void HistoryPane::askOthers()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Visits, appointments and changes"), this, [this] { m_model->setFilter(TimelineFilter::Rest); });
    menu->addAction(tr("Notes"), this, [this] { m_model->setFilter(TimelineFilter::Notes); });
    menu->popup(m_filters->mapToGlobal(QPoint(m_filters->width() - menu->sizeHint().width(), m_filters->height() + 2)));
}

} // namespace beback::ui
