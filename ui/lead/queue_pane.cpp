#include "ui/lead/queue_pane.h"

#include "ui/queue/queue_model.h"
#include "ui/queue/queue_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace beback::ui {

namespace {

constexpr int CountedTo = 1000; // the queue counts exactly up to here

QString counted(int count)
{
    return count > CountedTo ? QueuePane::tr("more than %1").arg(QLocale().toString(CountedTo)) : QLocale().toString(count);
}

} // namespace

QueuePane::QueuePane(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(8);
    auto *title = new TextLabel(tr("Queue"), Type::Title);
    title->setMinimumHeight(scaled(metrics::PaneHead));
    m_counts = new ElidedLabel(Type::Label, Ink::Muted);
    head->addWidget(title);
    head->addWidget(m_counts, 1);
    column->addLayout(head);
    column->addWidget(new Rule);
    m_model = new QueueModel(this);
    m_view = new QueueView;
    m_view->setObjectName(QStringLiteral("queue.list"));
    m_view->setAccessibleName(tr("Queue"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setQueue(m_model);
    connect(m_view, &QueueView::open, this, &QueuePane::open);
    column->addWidget(m_view, 1);
}

void QueuePane::setZone(const QString &zone)
{
    m_model->setZone(zone);
}

void QueuePane::show(const QueuePage &page, Instant now)
{
    m_view->setLoading(false);
    m_model->setPage(page, now);
    m_counts->setText(tr("%1 now, %2 later today").arg(counted(page.nowCount), counted(page.laterToday)));
    const auto isWorking = [this](const QueueItem &item) { return item.customer == m_working; };
    const bool inHand = std::any_of(page.mine.cbegin(), page.mine.cend(), isWorking);
    if ((m_choose || m_view->currentCustomer().isNull()) && !m_working.isNull() && m_view->select(m_working))
        m_choose = !inHand; // it moves up once more when the list knows who has them
}

void QueuePane::setLoading()
{
    m_view->setLoading(true);
}

void QueuePane::setWorking(CustomerId customer, std::optional<Instant> since)
{
    if (!m_working.isNull() && m_working != customer)
        m_model->setWorkingSince(m_working, std::nullopt);
    m_choose = m_working != customer;
    m_working = customer;
    if (customer.isNull())
        return;
    m_model->setWorkingSince(customer, since);
    m_view->select(customer);
}

void QueuePane::setNow(Instant now)
{
    m_model->setNow(now);
}

void QueuePane::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

} // namespace beback::ui
